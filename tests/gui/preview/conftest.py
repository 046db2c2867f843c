"""An issue in pages, and the preview of it on the offscreen screen."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import (
    Article,
    Block,
    Issue,
    Mark,
    Masthead,
    Paragraph,
    Role,
    Section,
    Span,
)
from bulletin_desktop.gui.preview.desk import Desk
from bulletin_desktop.gui.preview.pane import PreviewPane
from bulletin_desktop.gui.preview.qt_measures import QtMeasures
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.typesetter import Typesetter

SENTENCE = "会议指出，做好2026年当前工作关系到全局，各单位要认真落实责任。"
MARKED = tuple(Span(f"{mark.value}国国国", frozenset({mark})) for mark in Mark)


class Press:
    """Sets one issue again and again, as the session does."""

    def __init__(self, measures: QtMeasures) -> None:
        self.measures = measures
        self.typesetter = Typesetter(template.load("jianbao"), measures)
        self.issue = issue(articles=4, paragraphs=9)

    def layout(self) -> Layout:
        return self.typesetter.layout(self.issue)

    def articles(self) -> tuple[Article, ...]:
        return tuple(self.issue.articles())

    def type(self, article: int, block: int, text: str) -> None:
        """Replace the text of a paragraph."""
        old = self.issue.sections[0].articles[article].blocks[block]
        self.put(article, block, replace(old, spans=(Span(text),)))

    def put(self, article: int, block: int, value: Block) -> None:
        """Put something else in place of a block."""
        section = self.issue.sections[0]
        old = section.articles[article]
        new = replace(old, blocks=(*old.blocks[:block], value, *old.blocks[block + 1 :]))
        articles = (*section.articles[:article], new, *section.articles[article + 1 :])
        self.issue = replace(self.issue, sections=(replace(section, articles=articles),))

    def rehead(self, article: int, **fields: object) -> None:
        """Give an article another headline, subtitle or credit."""
        section = self.issue.sections[0]
        new = replace(section.articles[article], **fields)
        articles = (*section.articles[:article], new, *section.articles[article + 1 :])
        self.issue = replace(self.issue, sections=(replace(section, articles=articles),))


def issue(articles: int, paragraphs: int) -> Issue:
    made = []
    for nth in range(articles):
        blocks = tuple(Paragraph(new_id(), Role.BODY, (Span(SENTENCE * 4),)) for _ in range(paragraphs))
        blocks = (*blocks, Paragraph(new_id(), Role.BODY, MARKED))
        made.append(Article(new_id(), (f"第{nth + 1}篇稿件的标题",), blocks=blocks))
    section = Section(new_id(), "", tuple(made))
    masthead = Masthead("云溪信息", "云溪县委办公室", "内部资料", "000001")
    return Issue(new_id(), "云溪信息", 2026, 1, dt.date(2026, 1, 8), masthead, sections=(section,))


@pytest.fixture
def measures(qapp: object) -> QtMeasures:
    return QtMeasures()


@pytest.fixture
def press(measures: QtMeasures) -> Press:
    return Press(measures)


@pytest.fixture
def pane(qtbot: QtBot, press: Press) -> PreviewPane:
    widget = PreviewPane(press.measures)
    qtbot.addWidget(widget)
    widget.resize(440, 700)
    widget.show()
    widget.set_layout(press.layout())
    return widget


@pytest.fixture
def desk(pane: PreviewPane) -> Desk:
    return pane.findChild(Desk)
