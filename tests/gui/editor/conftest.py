"""An editor on the offscreen screen, with an article in it and hands to type with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Block, Paragraph, Role, Span
from bulletin_desktop.gui.editor.article_editor import ArticleEditor
from bulletin_desktop.gui.editor.sheet import Sheet
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.template import Template


def paragraph(text: str = "", role: Role = Role.BODY) -> Paragraph:
    return Paragraph(new_id(), role, (Span(text),) if text else ())


def make(*blocks: Block, headline: tuple[str, ...] = ("标题",), **fields: str) -> Article:
    return Article(new_id(), headline, blocks=blocks, **fields)


class Hands:
    """Real keys into the editor, and the article that comes out."""

    def __init__(self, editor: ArticleEditor, jianbao: Template) -> None:
        self.editor = editor
        self.template = jianbao
        self.sheet = editor.findChild(Sheet)

    def open(self, article: Article) -> Article:
        self.editor.set_article(article, self.template)
        return article

    def at(self, block_id: str, offset: int = 0) -> Hands:
        self.editor.go_to(block_id, offset)
        return self

    def select(self, start: tuple[str, int], end: tuple[str, int]) -> Hands:
        self.editor.go_to(*start)
        anchor = self.sheet.textCursor().position()
        self.editor.go_to(*end)
        cursor = self.sheet.textCursor()
        end_position = cursor.position()
        cursor.setPosition(anchor)
        cursor.setPosition(end_position, QTextCursor.MoveMode.KeepAnchor)
        self.sheet.setTextCursor(cursor)
        return self

    def key(self, *keys: Qt.Key, ctrl: bool = False) -> Hands:
        modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        for key in keys:
            QTest.keyClick(self.sheet, key, modifier)
        return self

    def type(self, text: str) -> Hands:
        QTest.keyClicks(self.sheet, text)
        return self

    def write(self, text: str) -> Hands:
        """Commit *text* as a Chinese input method does."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.sheet, event)
        return self

    @property
    def article(self) -> Article:
        article = self.editor.article()
        assert article is not None
        return article

    @property
    def texts(self) -> list[str]:
        return [block.text for block in self.article.paragraphs()]

    @property
    def ids(self) -> list[str]:
        return [block.id for block in self.article.blocks]

    @property
    def place(self) -> tuple[str, int]:
        """Where the cursor stands, as the editor tells it."""
        seen: list[tuple[str, int]] = []
        connection = self.editor.cursor_moved.connect(lambda _article, block, at: seen.append((block, at)))
        self.sheet.cursorPositionChanged.emit()
        self.editor.flush()
        self.editor.disconnect(connection)
        return seen[-1]


@pytest.fixture(scope="session")
def jianbao() -> Template:
    return template.load("jianbao")


@pytest.fixture
def hands(qtbot: QtBot, jianbao: Template) -> Iterator[Hands]:
    editor = ArticleEditor()
    qtbot.addWidget(editor)
    editor.resize(700, 500)
    editor.show()
    qtbot.waitExposed(editor)
    yield Hands(editor, jianbao)
    # The offscreen platform frees its clipboard after Python has gone, and with it what Python put there.
    QGuiApplication.clipboard().clear()
