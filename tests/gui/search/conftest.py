"""The window upon a library of its own, for searching all of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import (
    Article,
    Cell,
    Issue,
    Masthead,
    Paragraph,
    Picture,
    Role,
    Section,
    Span,
    Table,
)
from bulletin_desktop.gui import start
from bulletin_desktop.gui.search.panel import SearchPanel
from bulletin_desktop.gui.theme import Theme
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.i18n import ENGLISH, Catalog
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.acts import AddArticles, CreateIssue, CreatePublication
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.outline import MANUSCRIPTS

WAIT = 15_000
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def paragraph(text: str) -> Paragraph:
    return Paragraph(new_id(), Role.BODY, (Span(text),))


def article(headline: str, *texts: str, credit: str = "") -> Article:
    return Article(new_id(), (headline,), credit=credit, blocks=tuple(paragraph(text) for text in texts))


def make_issue(name: str, day: dt.date, number: int, *articles: Article, section: str = "要闻") -> Issue:
    sections = (Section(new_id(), section, articles),)
    return Issue(new_id(), name, day.year, number, day, Masthead(name), sections=sections)


@dataclass
class Place:
    """The window, what is in its library, and hands."""

    window: MainWindow
    qtbot: QtBot
    newest: Issue
    older: Issue
    other: Issue
    loose: Article

    @property
    def panel(self) -> SearchPanel:
        return self.window.panels.made("search")

    @property
    def sheet(self) -> QWidget:
        return self.window.editor.focusProxy()

    @property
    def selected(self) -> str:
        return str(self.sheet.textCursor().selectedText())

    @property
    def line(self) -> str:
        """The text of the paragraph with the cursor."""
        return str(self.sheet.textCursor().block().text())

    @property
    def headlines(self) -> list[str]:
        return [hit.headline for hit in self.panel.model.hits]

    @property
    def hint(self) -> str:
        """What stands in the list's place; empty while there is a list."""
        return self.panel.guide.words.text() if self.panel.guide.isVisible() else ""

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(QApplication.focusWidget(), key, modifier)

    def open(self) -> None:
        """Ctrl+Shift+F."""
        self.window.activateWindow()
        QTest.keyClick(QApplication.focusWidget() or self.sheet, Qt.Key.Key_F, CONTROL | SHIFT)

    def search(self, words: str) -> None:
        """Type words into the field, as after an input method, and wait for the answer."""
        if self.window.panels.open_name != "search":
            self.open()
        self.panel.field.setText(words)
        self.answered()

    def answered(self) -> None:
        """Wait until nothing is under way any more."""
        self.qtbot.wait(80)
        self.settled()

    def settled(self) -> None:
        self.until(lambda: not self.window.backend.lane.busy)

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT)


@pytest.fixture
def place(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    table = Table(new_id(), (500, 500), ((Cell((Span("沙袋"),)), Cell((Span("编织袋"),))),))
    picture = Picture(new_id(), "0" * 64, 100, 100, "巡堤现场")
    long = Article(
        new_id(),
        ("全市上下", "防汛动员"),
        credit="市水利局",
        blocks=(paragraph("部署防汛，落实防汛。"), table, picture, paragraph("防汛完")),
    )
    newest = make_issue("简报", dt.date(2024, 3, 1), 2, long, article("春耕", "兼顾防汛", credit="县农业局"))
    older = make_issue("简报", dt.date(2023, 3, 1), 1, article("旧闻", "去年防汛"), section="经验")
    other = make_issue("信息", dt.date(2022, 3, 1), 1, article("信息", "别处防汛"))
    loose = article("来稿一篇", "尚未采用，谈防汛")
    library = tmp_path / "library.db"
    with Library.open(library) as opened:
        desk, ours, others = Desk(opened), new_id(), new_id()
        desk.apply(CreatePublication(ours, "简报"))
        desk.apply(CreatePublication(others, "信息"))
        for publication, each in ((ours, newest), (ours, older), (others, other)):
            desk.apply(CreateIssue(publication, each))
        desk.apply(AddArticles(MANUSCRIPTS, (loose,), 0))
    before = set(qapp.topLevelWidgets())
    window = start.open_window(qapp, library, Catalog.load(ENGLISH))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(
        lambda: window.editor.article() is not None and window.session.layout is not None, timeout=WAIT
    )
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT)
    window.editor.setFocus()
    yield Place(window, qtbot, newest, older, other, loose)
    window.close()
    window.deleteLater()
    for theme in qapp.findChildren(Theme):
        theme.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())
    assert set(qapp.topLevelWidgets()) <= before
