"""A backup of a library of one gigabyte while the window works: `bench_backup.py FOLDER [ISSUES [ROUNDS]]`.

Beside a plain copy of the file and SQLite's own VACUUM INTO. While the keeper makes its backup, a save is
asked for every 50 ms as if a person typed, and the window's thread is looked at every millisecond.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QTimer

from bulletin_desktop.gui.backend import Backend, favour_the_window
from bulletin_desktop.gui.backup.keeper import Keeper
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.acts import SaveArticle
from bulletin_desktop.services.desk import Desk
from tests.bench.big_library import big_library

SAVES = 50  # ms apart


def milliseconds(values: list[float]) -> str:
    """Median, 95th percentile and the worst."""
    ordered = sorted(values)
    p95 = ordered[int(len(ordered) * 0.95)]
    return f"{statistics.median(ordered):7.1f} {p95:7.1f} {ordered[-1]:7.1f} ms"


def timed(function: Callable[[], object]) -> float:
    """How many seconds it takes."""
    began = time.perf_counter()
    function()
    return time.perf_counter() - began


def copied(library: Path, target: Path) -> None:
    """A plain copy, on the disk at the end."""
    shutil.copyfile(library, target)
    with target.open("r+b") as file:
        os.fsync(file.fileno())


def vacuumed(library: Path, target: Path) -> None:
    with closing(sqlite3.connect(library)) as db:
        db.execute("VACUUM INTO ?", [str(target)])


class Watched:
    """A backend whose window's thread and saves are watched."""

    def __init__(self, library: Path) -> None:
        self.backend = Backend(library)
        self.keeper = Keeper(self.backend, self.backend)
        self.backend.wait_until_open()
        self._article = self.backend.wait(first_article)
        self._saved = 0
        self._seen = 0.0
        self.gaps: list[float] = []
        self.saves: list[float] = []
        self._beat = QTimer(interval=1)
        self._beat.timeout.connect(self._look)
        self._typing = QTimer(interval=SAVES)
        self._typing.timeout.connect(self._save)

    def _look(self) -> None:
        now = time.perf_counter()
        if self._seen:
            self.gaps.append((now - self._seen) * 1000)
        self._seen = now

    def _save(self) -> None:
        self._saved += 1
        article = replace(self._article, kicker=f"第{self._saved}次")
        began = time.perf_counter()

        def done(_changes: object) -> None:
            self.saves.append((time.perf_counter() - began) * 1000)

        self.backend.submit(lambda desk: desk.apply(SaveArticle(article)), done=done)

    def during(self, over: Callable[[], bool]) -> tuple[list[float], list[float]]:
        """Run the events until it is *over*: the gaps between two looks, and how long the saves took."""
        self._seen, self.gaps, self.saves = 0.0, [], []
        self._beat.start()
        self._typing.start()
        while not over():
            QCoreApplication.processEvents()
            time.sleep(0.0002)
        self._beat.stop()
        self._typing.stop()
        return self.gaps, self.saves


def indexed(folder: Path, issues: int) -> Path:
    """A library whose texts are all indexed, as after its first day: otherwise saves would pay for that."""
    built = big_library(folder, issues)
    path = built.with_stem(f"{built.stem}-indexed")
    if not path.exists():
        making = path.with_suffix(".making")
        shutil.copyfile(built, making)
        with Library.open(making) as library:
            desk = Desk(library)
            while desk.index_texts():
                pass
        making.rename(path)
    return path


def gather(all_of_them: tuple[list[float], ...], found: tuple[list[float], ...]) -> None:
    """Add what was found in one round."""
    for every, some in zip(all_of_them, found, strict=True):
        every.extend(some)


def first_article(desk: Desk) -> object:
    """Any article of the library."""
    return next(desk.issue(desk.outline().publications[0].issues[0].id).articles())


def main() -> None:
    """Build the library if need be, measure and print."""
    issues, rounds = [*map(int, sys.argv[2:4]), *(9_000, 3)[len(sys.argv[2:4]) :]]
    built = indexed(Path(sys.argv[1]), issues)
    application = QCoreApplication([])
    favour_the_window()
    with tempfile.TemporaryDirectory(dir=sys.argv[1]) as folder:
        library, other = Path(folder) / "library.db", Path(folder) / "other.db"
        shutil.copyfile(built, library)
        size = library.stat().st_size / 1e9
        rivals: dict[str, list[float]] = {"plain copy, flushed": [], "VACUUM INTO": []}
        ours: dict[str, list[float]] = {"copied": [], "copied, verified, named": []}
        for _ in range(rounds):
            for (name, times), way in zip(rivals.items(), (copied, vacuumed), strict=True):
                other.unlink(missing_ok=True)
                times.append(timed(lambda way=way: way(library, other)))
                print(f"  {name}: {times[-1]:.2f} s", flush=True)
        other.unlink()
        watched = Watched(library)
        rest = time.perf_counter() + 5
        still = watched.during(lambda: time.perf_counter() > rest)
        copying: tuple[list[float], list[float]] = ([], [])
        verifying: tuple[list[float], list[float]] = ([], [])
        for _ in range(rounds):
            watched.keeper._copied, began = -1, time.perf_counter()
            watched.keeper.begin()
            gather(copying, watched.during(lambda: watched.keeper._copied >= 0))
            ours["copied"].append(time.perf_counter() - began)
            gather(verifying, watched.during(lambda: not watched.keeper.busy))
            ours["copied, verified, named"].append(time.perf_counter() - began)
            print(f"  ours: {ours['copied'][-1]:.2f} s + {time.perf_counter() - began:.2f} s", flush=True)
        watched.keeper.shut_down()
        watched.backend.close()
    base = statistics.median(rivals["plain copy, flushed"])
    print(f"\n{size:.2f} GB, {rounds} rounds, medians")
    for name, times in (rivals | ours).items():
        median = statistics.median(times)
        print(f"{name:26} {median:6.2f} s   {median / size:5.2f} s/GB   {median / base:5.1f} x a plain copy")
    print("\n                              median     p95   worst")
    for name, values in (
        ("saves, otherwise at rest", still[1]),
        ("saves while it is copied", copying[1]),
        ("saves while it is verified", verifying[1]),
        ("window's thread, at rest", still[0]),
        ("window's thread, copying", copying[0]),
        ("window's thread, verifying", verifying[0]),
    ):
        print(f"{name:26} {milliseconds(values)}")
    application.quit()


if __name__ == "__main__":
    main()
