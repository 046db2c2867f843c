"""The window with an issue of its own, for finding in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
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
from bulletin_desktop.gui.find.bar import ArticleBar, Where
from bulletin_desktop.gui.find.panel import FindPanel
from bulletin_desktop.gui.theme import Theme
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.i18n import ENGLISH, Catalog
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.acts import CreateIssue, CreatePublication
from bulletin_desktop.services.desk import Desk

WAIT = 15_000


def paragraph(text: str) -> Paragraph:
    return Paragraph(new_id(), Role.BODY, (Span(text),))


def article(headline: str, *texts: str) -> Article:
    return Article(new_id(), (headline,), blocks=tuple(paragraph(text) for text in texts))


def make_issue(number: int, *articles: Article) -> Issue:
    section = Section(new_id(), "要闻", articles)
    return Issue(new_id(), "简报", 2024, number, dt.date(2024, 3, 1), Masthead("简报"), sections=(section,))


@dataclass
class Place:
    """The window, what is in its library, and hands."""

    window: MainWindow
    qtbot: QtBot
    first: Issue
    second: Issue
    other: Issue

    @property
    def bar(self) -> ArticleBar:
        return self.window.findChild(ArticleBar)

    @property
    def panel(self) -> FindPanel:
        return self.window.panels.made("find")

    @property
    def sheet(self) -> QWidget:
        return self.window.editor.focusProxy()

    @property
    def count(self) -> str:
        return self.bar.row.count.text()

    @property
    def text(self) -> str:
        return "\n".join(block.text for block in self.window.editor.article().paragraphs())

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget(), key, modifier)

    def find(self, words: str = "", where: Where | None = None, replaces: str | None = None) -> None:
        """Ctrl+F (or Ctrl+H), the words, and where."""
        self.window.activateWindow()
        key = Qt.Key.Key_F if replaces is None else Qt.Key.Key_H
        QTest.keyClick(QApplication.focusWidget() or self.sheet, key, Qt.KeyboardModifier.ControlModifier)
        if words:
            self.bar.words.setText(words)
        if where is not None:
            self.bar.where.setCurrentIndex(self.bar.where.findData(where))
        if replaces is not None:
            self.bar.new.setText(replaces)

    def listed(self) -> None:
        """Enter, and wait for the search to end."""
        QTest.keyClick(self.bar.words, Qt.Key.Key_Return)
        self.until(lambda: self.panel.summary.text() != "Searching…" and not self.window.backend.lane.busy)

    def list_anew(self) -> None:
        """The button that lists, though the same is listed already."""
        button = next(each for each in self.bar.findChildren(QPushButton) if each.text() == "List all")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.until(lambda: self.panel.summary.text() != "Searching…" and not self.window.backend.lane.busy)

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT)

    def settled(self) -> None:
        self.until(lambda: not self.window.backend.lane.busy)

    def stored(self, one: Article) -> Article:
        return self.window.backend.wait(lambda desk: desk.article(one.id))


@pytest.fixture
def place(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    table = Table(new_id(), (500, 500), ((Cell((Span("防汛表"),)), Cell()),))
    picture = Picture(new_id(), "0" * 64, 100, 100, "防汛图")
    long = Article(
        new_id(),
        ("关于防汛", "和抗旱"),
        blocks=(paragraph("在防汛，要防汛。"), table, picture, paragraph("防汛完")),
    )
    first = make_issue(2, long, article("别的", "防汛在此"))
    second, other = make_issue(1, article("旧的", "防汛在旧")), make_issue(1, article("信息", "防汛在外"))
    library = tmp_path / "library.db"
    with Library.open(library) as opened:
        desk, ours, others = Desk(opened), new_id(), new_id()
        desk.apply(CreatePublication(ours, "简报"))
        desk.apply(CreatePublication(others, "信息"))
        for publication, each in ((ours, first), (ours, second), (others, other)):
            desk.apply(CreateIssue(publication, each))
    before = set(qapp.topLevelWidgets())
    window = start.open_window(qapp, library, Catalog.load(ENGLISH))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(
        lambda: window.editor.article() is not None and window.session.layout is not None, timeout=WAIT
    )
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT)
    window.editor.setFocus()
    yield Place(window, qtbot, first, second, other)
    window.close()
    window.deleteLater()
    for theme in qapp.findChildren(Theme):
        theme.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())
    assert set(qapp.topLevelWidgets()) <= before
