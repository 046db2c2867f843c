"""What noting every key costs the window's thread, beside appending the same text to a plain file there.

    python dev.py bench journal

A key is a new value of the article, one character longer in its middle. The window's thread then works for
some milliseconds in Python, as laying out and painting do: what the journal's thread takes from it is counted
too. The rivals append in the window's thread: the key alone, the key and a sync, or the article's whole JSON.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication

from bulletin_desktop.document import codec
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Span
from bulletin_desktop.gui.backend import favour_the_window
from bulletin_desktop.gui.typing_lane import TypingLane
from bulletin_desktop.library import typing_journal
from bulletin_desktop.library.typing_journal import TypingJournal

KEYS = 150
WORK = 0.008  # seconds of the window's own work after a key
BETWEEN = 0.03  # seconds from then to the next key: a very fast typist
SENTENCE = "会议指出，做好当前工作关系到全局，各单位要认真落实责任，加强沟通配合，确保各项任务按时完成。"

Note = Callable[[Article, Article], object]


def article(characters: int, paragraph: int) -> Article:
    """An article of that length in paragraphs of that length."""
    text = (SENTENCE * (paragraph // len(SENTENCE) + 1))[:paragraph]
    blocks = tuple(Paragraph(new_id(), Role.BODY, (Span(text),)) for _ in range(characters // paragraph))
    return Article(new_id(), ("云溪县召开专题会议",), blocks=blocks)


def longer(one: Article) -> Article:
    """The article after another key in its middle."""
    middle = len(one.blocks) // 2
    block = one.blocks[middle]
    text = block.text
    new = replace(block, spans=(Span(text[: len(text) // 2] + "新" + text[len(text) // 2 :]),))
    return replace(one, blocks=(*one.blocks[:middle], new, *one.blocks[middle + 1 :]))


def turns() -> int:
    """Work as the window does, until `WORK` of this thread's own time is gone; return how much was done."""
    end = time.thread_time() + WORK
    done = 0
    while time.thread_time() < end:
        sum(range(200))
        done += 1
    return done


def typed(one: Article, note: Note) -> tuple[list[float], list[float]]:
    """Type: microseconds *note* took for each key, and milliseconds the work after it took on the clock."""
    noting, working = [], []
    for _ in range(KEYS):
        before, one = one, longer(one)
        start = time.perf_counter()
        note(one, before)
        middle = time.perf_counter()
        turns()
        working.append((time.perf_counter() - middle) * 1e3)
        noting.append((middle - start) * 1e6)
        time.sleep(BETWEEN)
    return noting, working


def plain(path: Path, synced: bool = False, whole: bool = False) -> Note:
    """Append to a file, in this thread."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)

    def note(now: Article, _before: Article) -> None:
        os.write(file, codec.dumps(now).encode("utf-8") if whole else "新".encode())
        if synced:
            os.fsync(file)

    return note


def row(name: str, figures: tuple[list[float], list[float]], size: int) -> None:
    noting, working = figures
    median, high = _both(noting)
    clock, clock_high = _both(working)
    per_key = size / KEYS
    print(f"  {name:34}{median:9.1f}{high:9.1f}{clock:11.2f}{clock_high:9.2f}{per_key:11,.0f}")


def _both(values: Sequence[float]) -> tuple[float, float]:
    return statistics.median(values), statistics.quantiles(values, n=20)[-1]


def latency(path: Path, one: Article) -> tuple[list[float], list[float]]:
    """Milliseconds from a key, the first for a while, to its record in the file and to the disk."""
    lane, written, synced = TypingLane(path), [], []
    file, on_disk, sync = typing_journal.beside(path), threading.Event(), TypingJournal.sync

    def noted(journal: TypingJournal) -> None:
        sync(journal)
        on_disk.set()

    with patch.object(TypingJournal, "sync", noted):
        for _ in range(40):
            before, one = one, longer(one)
            size = file.stat().st_size if file.exists() else 0
            start = time.perf_counter()
            lane.typed(one, before)
            while not file.exists() or file.stat().st_size == size:
                time.sleep(0.0005)
            written.append((time.perf_counter() - start) * 1e3)
            on_disk.wait()
            synced.append((time.perf_counter() - start) * 1e3)
            on_disk.clear()
        lane.saved_all()
        lane.close()
    return written, synced


def measure(folder: Path, name: str, one: Article) -> None:
    """Print the table of one article."""
    print(name)
    row("no journal", typed(one, lambda _now, _before: None), 0)
    path = folder / "library.db"
    lane = TypingLane(path)
    figures = typed(one, lane.typed)
    lane.keeps_all()
    row("the journal", figures, typing_journal.beside(path).stat().st_size)
    lane.saved_all()
    lane.close()
    for rival, options in (
        ("plain append of the key", {}),
        ("the same, synced", {"synced": True}),
        ("plain append of the whole article", {"whole": True}),
    ):
        file = folder / "plain"
        file.unlink(missing_ok=True)
        row(rival, typed(one, plain(file, **options)), file.stat().st_size)
    for place, times in zip(("file", "disk"), latency(path, one), strict=True):
        median, high = _both(times)
        print(f"  from key to {place}: {median:.0f} ms, p95 {high:.0f} ms")


def main() -> int:
    """Print the tables."""
    _application = QCoreApplication.instance() or QCoreApplication([])
    favour_the_window()
    print(f"{KEYS} keys              µs for noting a key      ms for {WORK * 1000:.0f} ms of work     bytes")
    print(f"  {'':34}{'median':>9}{'p95':>9}{'median':>11}{'p95':>9}{'a key':>11}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measure(folder, "1,000 characters", article(1_000, 200))
        measure(folder, "10,000 characters", article(10_000, 200))
        measure(folder, "one paragraph of 25,000 characters", article(25_000, 25_000))
    return 0


if __name__ == "__main__":
    sys.exit(main())
