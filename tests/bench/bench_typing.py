"""A committed character in the open program until the preview has painted it, in an issue of 20 pages.

    python dev.py bench typing [--keys 300] [--pages 20] [--paragraph 25000]

The whole window is open upon a library on the disk: editor, layout, preview, status bar, tree, and the
saving that goes on beside. On a machine that has other work the thread's own time says more than the
clock. Characters arrive as an input method commits them. Without a screen Qt paints off it; set
QT_QPA_PLATFORM=xcb to measure on one.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from fictional_text import stories
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Section, Span
from bulletin_desktop.gui import start
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.i18n import CHINESE, Catalog
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.acts import CreateIssue, CreatePublication
from bulletin_desktop.services.desk import Desk

ARTICLES_A_PAGE = 0.45  # of 1,200 characters each, a title and its two blank lines
TYPED = "推进基层治理提升服务水平"
WARM_UP = 20  # the first keys scroll there and load the fonts' glyphs
PATIENCE = 5.0  # seconds; a key not painted by then was lost


class Paints(QObject):
    """Counts the paint events of a widget."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() is QEvent.Type.Paint
        return False


def main() -> None:
    """Open the program upon a made-up issue, type, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--keys", type=int, default=300)
    parser.add_argument("--pages", type=int, default=20)
    parser.add_argument("--paragraph", type=int, default=0, help="characters of the paragraph typed in")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
        library = Path(folder) / "library.db"
        issue_id, article_ids = fill(library, round(given.pages * ARTICLES_A_PAGE), given.paragraph)
        application = QApplication([])
        catalog = Catalog.load(CHINESE)
        start.dress(application, catalog)
        window = start.open_window(application, library, catalog)
        window.resize(1280, 800)
        window.show()
        window.editing.open_issue(issue_id)
        wait(application, lambda: window.session.layout is not None)
        window.editing.open_article(article_ids[len(article_ids) // 2])
        measure(application, window, given)
        window.close()
        application.processEvents()


def fill(library: Path, count: int, longest: int = 0) -> tuple[str, list[str]]:
    """Store one issue; return its id and its articles'. One third paragraph is *longest* characters long."""
    publication = new_id()
    articles = tuple(
        Article(
            new_id(),
            headline=(story.headline,),
            blocks=tuple(Paragraph(new_id(), Role.BODY, (Span(p),)) for p in story.paragraphs),
        )
        for story in stories(count, 1200)
    )
    if longest:
        middle = articles[len(articles) // 2]
        blocks = list(middle.blocks)
        text = "".join(block.text for article in articles for block in article.paragraphs())
        blocks[2] = Paragraph(new_id(), Role.BODY, (Span((text * (longest // len(text) + 1))[:longest]),))
        changed = replace(middle, blocks=tuple(blocks))
        articles = tuple(changed if article is middle else article for article in articles)
    with Library.open(library) as opened:
        desk = Desk(opened)
        desk.apply(CreatePublication(publication, "云溪简报"))
        issue = desk.next_issue(publication, dt.date(2026, 3, 2))
        issue = replace(issue, sections=(Section(new_id(), "", articles),))
        desk.apply(CreateIssue(publication, issue))
    return issue.id, [article.id for article in articles]


def measure(application: QApplication, window: MainWindow, given: argparse.Namespace) -> None:
    """Type in the middle of the article's third paragraph and print what each character took."""
    article = window.editor.article()
    assert article
    window.editor.go_to(article.blocks[2].id, 100)
    paints = Paints()
    window.preview.findChild(QObject, "desk").viewport().installEventFilter(paints)
    wait(application, lambda: paints.count > 0)
    settle(application)
    taken, worked = [], []
    for key in range(given.keys + WARM_UP):
        press = QInputMethodEvent()
        press.setCommitString(TYPED[key % len(TYPED)])
        before, begun, began_work = paints.count, time.perf_counter(), time.thread_time()
        QCoreApplication.sendEvent(window.editor.focusProxy(), press)
        wait(application, lambda seen=before: paints.count > seen)
        taken.append((time.perf_counter() - begun) * 1000)
        worked.append((time.thread_time() - began_work) * 1000)
        settle(application)
    assert window.session.layout
    pages = len(window.session.layout.pages)
    limit = goal(pages, given.paragraph)
    print(f"{pages} pages, {given.keys} characters to repainted preview, milliseconds (goal: p95 {limit})")
    for name, times in (("on the clock", taken), ("work of the window's thread", worked)):
        counted = times[WARM_UP:]
        p95 = statistics.quantiles(counted, n=20)[-1]
        print(
            f"  {name:28} median {statistics.median(counted):6.2f}   p95 {p95:6.2f}   max {max(counted):6.2f}"
        )


def goal(pages: int, longest: int) -> int:
    """Milliseconds that a key may take."""
    return 16 if pages < 100 and not longest else 50


def wait(application: QApplication, happened: Callable[[], bool]) -> None:
    """Let the program work until something has happened."""
    deadline = time.perf_counter() + PATIENCE
    while not happened():
        application.processEvents()
        if time.perf_counter() > deadline:
            sys.exit("what was waited for did not happen")


def settle(application: QApplication) -> None:
    """Give the program the time between two keys of a fast typist."""
    end = time.perf_counter() + 0.03
    while time.perf_counter() < end:
        application.processEvents()
        time.sleep(0.001)


if __name__ == "__main__":
    main()
