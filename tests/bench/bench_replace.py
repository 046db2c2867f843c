"""Finding and replacing over many articles through the whole program, beside a plain loop on the same texts.

    python dev.py bench replace [--articles 1000]

The window is open upon a library of articles of about 1,100 characters, a word standing seven times in each.
It lists every hit, replaces all, takes that back, and searches for what is not there. A beat is one turn of
the event loop; the longest time between two is how long a key or a click can go without an answer. The rival
has the same JSON in one table and the same journal and durability: `str.replace` and one UPDATE an article in
one transaction, and no marks, checks, counts, revisions, undo or window.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import bench_library
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bulletin_desktop.gui import start
from bulletin_desktop.gui.find.bar import ArticleBar, Where
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.i18n import CHINESE, Catalog

WORDS, NEW = "一件小事，写", "一桩大事，写"
PATIENCE = 600.0  # seconds


def main() -> None:
    """Fill a library, search and replace in it as a person does, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=1000)
    given = parser.parse_args()
    issues = bench_library._issues(given.articles)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
        ours, plain = Path(folder) / "ours.db", Path(folder) / "plain.db"
        bench_library._fill(ours, issues)
        bench_library._fill_plain(plain, issues)
        application = QApplication([])
        catalog = Catalog.load(CHINESE)
        start.dress(application, catalog)
        window = start.open_window(application, ours, catalog)
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        until(application, lambda: window.session.layout is not None, "the pages")
        print(
            f"{given.articles} articles: seconds; milliseconds of the longest gap between two beats, and of"
        )
        print("the window's own work in it; seconds until the tree has read everything anew")
        run(application, window)
        print(f"  {'plain loop':24} {rival(plain):7.2f}")
        window.close()
        application.processEvents()


def run(application: QApplication, window: MainWindow) -> None:
    """List, replace, take back, and look for what is not there."""
    window.action_replace.trigger()
    bar = window.findChild(ArticleBar)
    bar.new.setText(NEW)
    bar.where.setCurrentIndex(bar.where.findData(Where.LIBRARY))
    panel = window.panels.made("find")
    rested = lambda: not window.backend.lane.busy  # noqa: E731

    def listing(words: str) -> None:
        bar.words.setText(words)
        QTest.keyClick(bar.words, Qt.Key.Key_Return)

    def told(what: str, act: Callable[[], object], after: Callable[[], object] = rested) -> None:
        act()
        seconds, gap, work = until(application, after, what)
        rest, *_ = until(application, rested, what)
        print(f"  {what:24} {seconds:7.2f} {gap:8.0f} {work:8.0f} {seconds + rest:8.2f}")

    told("list every hit", lambda: listing(WORDS), lambda: panel.model.hits and rested())
    print(f"  {'':24} {panel.model.hits:,} hits, {len(panel.model.hit_nodes()):,} of them listed")
    told("replace all", panel.replace.click, lambda: not panel.model.hits)
    print(f"  {'':24} {window.notices.text}")
    told("take it back", window.work.stack.undo, lambda: WORDS in said(window))
    told("do it again", window.work.stack.redo, lambda: NEW in said(window))
    told("look for what is nowhere", lambda: listing("没有的词"))


def said(window: MainWindow) -> str:
    """The text of the open article."""
    return "".join(block.text for block in window.editor.article().paragraphs())


def until(application: QApplication, true: Callable[[], object], what: str) -> tuple[float, float, float]:
    """Let the window live until *true*; return the seconds that took, the longest gap and the work in it."""
    begun = last = time.perf_counter()
    worked = time.thread_time()
    gap = work = 0.0
    while not true():
        if time.perf_counter() - begun > PATIENCE:
            sys.exit(f"{what}: did not come")
        application.processEvents()
        now, work_now = time.perf_counter(), time.thread_time()
        if now - last > gap:
            gap, work = now - last, work_now - worked
        last, worked = now, work_now
        time.sleep(0.001)
    return last - begun, gap * 1000, work * 1000


def rival(path: Path) -> float:
    """Replace in every article's JSON; return the seconds that took."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for pragma in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL"):
            raw.execute(f"PRAGMA {pragma}").fetchone()
        begun = time.perf_counter()
        raw.execute("BEGIN")
        for own_id, body in raw.execute("SELECT id, body FROM articles").fetchall():
            raw.execute("UPDATE articles SET body = ? WHERE id = ?", [body.replace(WORDS, NEW), own_id])
        raw.execute("COMMIT")
        return time.perf_counter() - begun


if __name__ == "__main__":
    main()
