"""Searching the library in the open window: from a key to the painted list, and what else is held up.

    python dev.py bench search_panel [--library FILE] [--articles 100000] [--phrases 30]

Words are pieces of the library's own texts, typed character by character as an input method commits them.
Beside it, over the same library and for the same words: the list of Ctrl+F over the whole library, until it
has as many articles as the panel lists at first. Without --library a library is made and indexed, which takes
its time, in a temporary folder; FILE is opened as the program opens it.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from big_library import big_library
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from bulletin_desktop.document.finding import Finder
from bulletin_desktop.document.query import Query
from bulletin_desktop.gui import start
from bulletin_desktop.gui.search.asking import PAGE, Asker
from bulletin_desktop.gui.search.panel import PAUSE, SearchPanel
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.i18n import CHINESE, Catalog
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import replacing
from bulletin_desktop.services.acts import SaveArticle
from bulletin_desktop.services.desk import Desk

_IN_AN_ISSUE = 20
_LONGEST = 6  # characters of a phrase
_FAST = 0.05  # seconds between keys where somebody types fast
_SAVES = 60
PATIENCE = 60.0  # seconds for one answer


@dataclass
class Beats:
    """How long the window's thread was away from its events, by the clock and by its own work, in ms."""

    clock: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)
    _last: tuple[float, float] | None = None

    def beat(self) -> None:
        """Be called whenever the thread comes back to its events."""
        now = time.perf_counter(), time.thread_time()
        if self._last is not None:
            self.clock.append((now[0] - self._last[0]) * 1000)
            self.own.append((now[1] - self._last[1]) * 1000)
        self._last = now


class Bench:
    """The window and the panel, and hands."""

    def __init__(self, application: QApplication, window: MainWindow) -> None:
        self._application, self.window = application, window
        window.action_search.trigger()
        self.panel: SearchPanel = window.panels.panel("search")
        self._settled = 0
        self._first = 0.0
        for asker in window.findChildren(Asker):
            if asker.parent() is not window.tree.matches:
                asker.settled.connect(self._count)
                asker.found.connect(self._note_first)

    def _count(self, _more: bool) -> None:
        self._settled += 1

    def _note_first(self, _hits: object, first: bool) -> None:
        if first:
            self.panel.view.viewport().repaint()
            self._first = time.perf_counter()

    def wait(self, true: Callable[[], object]) -> None:
        """Let events pass until *true*."""
        end = time.perf_counter() + PATIENCE
        while not true():
            self._application.processEvents()
            if time.perf_counter() > end:
                raise TimeoutError
            time.sleep(0.0002)

    def idle(self) -> None:
        """Wait until the library has nothing to do."""
        self.wait(lambda: not self.window.backend.lane.busy)

    def type(self, words: str) -> tuple[float, float]:
        """Let *words* be typed; return how long first rows and the whole answer take to be painted, in ms."""
        self.panel.field.clear()
        self.panel._pause.stop()
        before = self._settled
        began = time.perf_counter()
        self.panel.field.setText(words)
        self.wait(lambda: self._settled > before)
        self.panel.view.viewport().repaint()
        return (self._first - began) * 1000, (time.perf_counter() - began) * 1000

    @contextmanager
    def beating(self) -> Iterator[Beats]:
        """Measure the longest gap between two turns of the event loop."""
        beats, timer = Beats(), QTimer(interval=0)
        timer.timeout.connect(beats.beat)
        timer.start()
        yield beats
        timer.stop()


def phrases(desk: Desk, count: int) -> list[str]:
    """Pieces of texts, from all over the library."""
    chance = random.Random(7)
    issues = [issue.id for publication in desk.outline().publications for issue in publication.issues]
    found: list[str] = []
    while len(found) < count:
        article = next(desk.issue(chance.choice(issues)).articles())
        text = chance.choice([*article.paragraphs()]).text
        at = chance.randrange(max(1, len(text) - _LONGEST))
        if piece := "".join(text[at : at + _LONGEST].split()):
            found.append(piece)
    return found


def percentile(values: list[float], share: float) -> float:
    """The value that so great a *share* of *values* stays below."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def report(what: str, values: list[float]) -> None:
    """Print median, 95th percentile and most, in ms."""
    print(
        f"{what:<52} median {statistics.median(values):7.1f}  p95 {percentile(values, 0.95):7.1f}"
        f"  most {max(values):7.1f} ms"
    )


def listed(bench: Bench, words: str) -> float:
    """Ctrl+F's search over the whole library until it has a page of articles, in ms."""
    began = time.perf_counter()
    search, found, done = replacing.Search(Finder(Query(words)), replacing.Scope.LIBRARY, ""), 0, False
    while not done and found < PAGE:
        stage = bench.window.backend.wait(search.step)
        found, done = found + len(stage.articles), stage.done
    return (time.perf_counter() - began) * 1000


def asked(bench: Bench, what: Callable[[Desk], object]) -> float:
    """How long the library takes for an answer, in ms."""
    began = time.perf_counter()
    bench.window.backend.wait(what)
    return (time.perf_counter() - began) * 1000


def saves(bench: Bench, meanwhile: Callable[[], object]) -> list[float]:
    """Save an article again and again, from asking to the answer in ms; *meanwhile* is done before each."""
    article = bench.window.editor.article()
    taken: list[float] = []
    for nth in range(_SAVES):
        meanwhile()
        done: list[float] = []
        began = time.perf_counter()
        changed = replace(article, subtitle=f"第{nth}稿")
        bench.window.backend.submit(
            lambda desk, changed=changed: desk.apply(SaveArticle(changed)),
            done=lambda _changes, done=done: done.append(time.perf_counter()),
        )
        bench.wait(lambda done=done: done)
        taken.append((done[0] - began) * 1000)
    bench.window.backend.wait(lambda desk: desk.apply(SaveArticle(article)))
    return taken


def measure(bench: Bench, words: list[str]) -> None:
    """Measure and print."""
    steps = {length: [bench.type(each[:length]) for each in words] for length in (1, 2, 4)}
    for length, taken in steps.items():
        report(f"key to first rows, {length} characters (pause {PAUSE} ms)", [first for first, _ in taken])
        report(f"key to {PAGE} rows or all, {length} characters", [whole for _, whole in taken])
    two = [bench.type(f"{one[:2]} {other[:2]}") for one, other in pairwise(words)]
    report(f"key to {PAGE} rows or all, two words", [whole for _, whole in two])
    rival = [listed(bench, each[:4]) for each in words[:8]]
    report("Ctrl+F over the library, 4 characters", rival)
    ratio = statistics.median(rival) / statistics.median(whole for _, whole in steps[4])
    print(f"{'ratio of the medians':<52} {ratio:.1f}")
    for what in (Desk.search_facets, Desk.unindexed_texts):
        report(what.__name__.replace("_", " "), [asked(bench, what) for _ in range(5)])
    with bench.beating() as beats:
        for each in words:
            for length in range(1, len(each) + 1):
                bench.panel.field.setText(each[:length])
                end = time.perf_counter() + _FAST
                bench.wait(lambda end=end: time.perf_counter() > end)
        bench.idle()
    report(
        "gaps of the window over 5 ms while one types fast", [gap for gap in beats.clock if gap > 5] or [0]
    )
    report("most of its own work in one turn", [max(beats.own)])
    report("a save, nobody searching", saves(bench, lambda: None))
    turn = iter(range(10**6))
    report(
        "a save behind a search",
        saves(bench, lambda: bench.panel._pause.stop() or _ask(bench, words[next(turn) % len(words)])),
    )


def _ask(bench: Bench, words: str) -> None:
    bench.panel.field.setText(words[:2])
    bench.panel.asked.emit()


def indexed(folder: Path, articles: int) -> Path:
    """A library of so many articles, every one indexed."""
    path = big_library(folder, articles // _IN_AN_ISSUE, _IN_AN_ISSUE)
    with Library.open(path) as library:
        desk = Desk(library)
        while desk.index_texts():
            pass
    return path


def main() -> None:
    """Open the program upon the library, search, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--library", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--phrases", type=int, default=30)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.library or indexed(Path(folder), options.articles)
        application = QApplication([])
        catalog = Catalog.load(CHINESE)
        start.dress(application, catalog)
        window = start.open_window(application, path, catalog)
        window.resize(1280, 800)
        window.show()
        bench = Bench(application, window)
        bench.wait(lambda: window.editor.article() is not None)
        bench.idle()
        words = window.backend.wait(phrases, options.phrases)
        for each in words[:3]:
            bench.type(each)
        measure(bench, words)
        window.close()


if __name__ == "__main__":
    main()
