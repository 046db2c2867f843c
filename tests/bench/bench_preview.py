"""A key press in an open issue until the preview is painted again, and scrolling through the pages.

Run: python dev.py bench preview. A key is layout, comparison and paint of what changed. The caret
is in the middle of the issue; every key inserts one character, so that now and then a line and all lines
after it on the page move. The editor itself is not in these figures; see bench_editor.py.
Scrolling goes through the whole issue by what a notch of the wheel moves, each frame painted before the
next; the first time lines are set that were never shown, the second time they are kept.
"""

from __future__ import annotations

import datetime as dt
import os
import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Issue, Masthead, Paragraph, Role, Section, Span
from bulletin_desktop.gui.preview.desk import Desk
from bulletin_desktop.gui.preview.pane import PreviewPane
from bulletin_desktop.gui.preview.qt_measures import QtMeasures
from bulletin_desktop.gui.preview.thumbnails import Thumbnails
from bulletin_desktop.services import publish
from bulletin_desktop.typeset.layout import Layout

SENTENCE = (
    "会议指出，做好2026年当前工作关系到全局，各单位要认真落实责任，加强沟通配合，确保各项任务按时完成。"
)
ARTICLE_PARAGRAPHS, CHARACTERS = 8, 160
PAGES_EACH = 2.4  # what such an article fills
KEYS = 300
NOTCH = 144  # pixels a notch of the wheel scrolls
TYPED = "推进基层治理，提升服务水平。"


def issue_of(pages: int) -> Issue:
    """An issue of about so many pages."""
    articles = []
    for number in range(round(pages / PAGES_EACH)):
        text = (SENTENCE * 5)[:CHARACTERS]
        blocks = tuple(Paragraph(new_id(), Role.BODY, (Span(text),)) for _ in range(ARTICLE_PARAGRAPHS))
        articles.append(Article(new_id(), (f"第{number + 1}篇稿件的标题",), blocks=blocks))
    masthead = Masthead("云溪信息", "云溪县委办公室")
    return Issue(
        new_id(), "云溪信息", 2026, 1, dt.date(2026, 1, 8), masthead,
        sections=(Section(new_id(), "", tuple(articles)),),
    )  # fmt: skip


def typed(issue: Issue, number: int, key: int) -> tuple[Issue, Paragraph]:
    """The issue with one more character in the middle of an article's third paragraph."""
    section = issue.sections[0]
    article = section.articles[number]
    paragraph = article.blocks[2]
    assert isinstance(paragraph, Paragraph)
    middle = len(paragraph.text) // 2
    text = paragraph.text[:middle] + TYPED[key % len(TYPED)] + paragraph.text[middle:]
    if len(text) > 2 * CHARACTERS:
        text = text[:CHARACTERS]
    paragraph = replace(paragraph, spans=(Span(text),))
    article = replace(article, blocks=(*article.blocks[:2], paragraph, *article.blocks[3:]))
    articles = (*section.articles[:number], article, *section.articles[number + 1 :])
    return replace(issue, sections=(replace(section, articles=articles),)), paragraph


class Paints(QObject):
    """Counts the paint events of a widget, to know that a key was really shown."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


def measure(application: QApplication, pages: int) -> None:
    measures = QtMeasures()
    typesetter = publish.typesetter("jianbao", measures)
    issue = issue_of(pages)
    pane, paints = PreviewPane(measures), Paints()
    pane.resize(440, 760)
    pane.show()
    start = time.perf_counter()
    layout = typesetter.layout(issue)
    pane.set_layout(layout)
    application.processEvents()
    first = (time.perf_counter() - start) * 1000
    desk = pane.findChild(QObject, "desk")
    desk.viewport().installEventFilter(paints)
    number = len(issue.sections[0].articles) // 2
    whole, laid, shown, unpainted = [], [], [], 0
    for key in range(KEYS):
        issue, paragraph = typed(issue, number, key)
        article = issue.sections[0].articles[number].id
        before = paints.count
        start = time.perf_counter()
        layout = typesetter.layout(issue)
        middle = time.perf_counter()
        pane.set_layout(layout)
        pane.follow(article, paragraph.id, len(paragraph.text) // 2)
        application.processEvents()
        end = time.perf_counter()
        unpainted += paints.count == before
        if key >= 20:  # the first keys scroll there and load the fonts' glyphs
            whole.append((end - start) * 1000)
            laid.append((middle - start) * 1000)
            shown.append((end - middle) * 1000)
    print(f"{len(layout.pages)} pages, first shown after {first:.0f} ms, keys not painted: {unpainted}")
    for name, times in (("whole key", whole), ("  layout", laid), ("  preview", shown)):
        p95 = statistics.quantiles(times, n=20)[-1]
        print(
            f"  {name:12} median {statistics.median(times):6.2f}   p95 {p95:6.2f}   max {max(times):6.2f} ms"
        )
    if pages >= 100:
        measure_scrolling(application, pane)
    pane.close()


def measure_scrolling(application: QApplication, pane: PreviewPane) -> None:
    """Print what a frame takes: of one page a row, of two, and of the thumbnails."""
    desk, strip = pane.findChild(Desk), pane.findChild(Thumbnails)
    switches = {action.text(): action for action in pane.menu.actions()}
    pane.set_layout(fresh(desk))
    scroll(application, desk, "first time")
    scroll(application, desk, "again")
    pane.resize(1000, 760)
    switches["Two pages side by side"].trigger()
    scroll(application, desk, "two pages")
    switches["Page thumbnails"].trigger()
    scroll(application, strip, "thumbnails")
    scroll(application, desk, "all shown")


def fresh(desk: Desk) -> Layout:
    """The pages on the desk once more, with nothing kept of their lines."""
    layout = desk.sheets.pages._layout
    assert layout is not None
    desk.sheets.pages.set_layout(None)
    return layout


def scroll(application: QApplication, area: QAbstractScrollArea, words: str) -> None:
    """Scroll *area* from its top to its end."""
    bar = area.verticalScrollBar()
    bar.setValue(0)
    application.processEvents()
    times = []
    while bar.value() < bar.maximum():
        start = time.perf_counter()
        bar.setValue(bar.value() + NOTCH)
        application.processEvents()
        times.append((time.perf_counter() - start) * 1000)
    p95 = statistics.quantiles(times, n=20)[-1]
    print(
        f"  scrolling, {words:11} median {statistics.median(times):5.2f}   p95 {p95:5.2f}   "
        f"max {max(times):5.2f} ms a frame of {len(times)}"
    )


if __name__ == "__main__":
    running = QApplication([])
    for wanted in (20, 300):
        measure(running, wanted)
