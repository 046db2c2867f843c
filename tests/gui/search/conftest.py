"""The window upon a library of its own, for searching all of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Cell, Issue, Picture, Span, Table
from bulletin_desktop.gui.search.panel import SearchPanel
from tests.gui.searched import Hands, article, make_issue, opened, paragraph


@dataclass
class Place(Hands):
    """The window, what is in its library, and hands."""

    newest: Issue
    older: Issue
    other: Issue
    loose: Article

    @property
    def panel(self) -> SearchPanel:
        return self.window.panels.made("search")

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

    def open(self) -> None:
        """Ctrl+Shift+F."""
        self.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)

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
    with opened(qapp, qtbot, library, newest, older, other, manuscripts=(loose,)) as window:
        yield Place(window, qtbot, newest, older, other, loose)
