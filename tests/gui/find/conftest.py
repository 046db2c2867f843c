"""The window with an issue of its own, for finding in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Cell, Issue, Picture, Span, Table
from bulletin_desktop.gui.find.bar import ArticleBar, Where
from bulletin_desktop.gui.find.panel import FindPanel
from tests.gui.searched import Hands, article, make_issue, opened, paragraph

DAY = dt.date(2024, 3, 1)


@dataclass
class Place(Hands):
    """The window, what is in its library, and hands."""

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
    def count(self) -> str:
        return self.bar.row.count.text()

    @property
    def text(self) -> str:
        return "\n".join(block.text for block in self.window.editor.article().paragraphs())

    def find(self, words: str = "", where: Where | None = None, replaces: str | None = None) -> None:
        """Ctrl+F (or Ctrl+H), the words, and where."""
        key = Qt.Key.Key_F if replaces is None else Qt.Key.Key_H
        self.press(key, Qt.KeyboardModifier.ControlModifier)
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
    first = make_issue("简报", DAY, 2, long, article("别的", "防汛在此"))
    second = make_issue("简报", DAY, 1, article("旧的", "防汛在旧"))
    other = make_issue("信息", DAY, 1, article("信息", "防汛在外"))
    with opened(qapp, qtbot, tmp_path / "library.db", first, second, other) as window:
        yield Place(window, qtbot, first, second, other)
