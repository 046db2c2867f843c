"""Pasting into the open article with the whole window: pictures, large tables, and what is said."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.model import Paragraph, Picture, Table
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.editor.sheet import Sheet
from bulletin_desktop.gui.window import MainWindow

from .conftest import WAIT


def png(color: str = "red") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (96, 48), color).save(out, "PNG")
    return out.getvalue()


def img(content: bytes) -> str:
    return f"<img src='data:image/png;base64,{base64.b64encode(content).decode()}'>"


@pytest.fixture
def desk(filled: MainWindow) -> Iterator[MainWindow]:
    """The window with the cursor behind the first paragraph of the open article."""
    article = filled.editor.article()
    assert article is not None
    first = next(article.paragraphs())
    filled.editor.go_to(first.id, len(first.text))
    yield filled
    QGuiApplication.clipboard().clear()


def paste(window: MainWindow, html: str = "", text: str = "") -> None:
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(window.editor.findChild(Sheet), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def blocks(window: MainWindow, kind: type) -> list:
    article = window.editor.article()
    assert article is not None
    return [block for block in article.blocks if isinstance(block, kind)]


def answer(window: MainWindow, words: str) -> None:
    buttons = window.notices.findChildren(QPushButton)
    next(each for each in buttons if each.text() == words and each.isVisible()).click()


def test_text_and_pictures_of_a_page_come_together_in_one_step(desk: MainWindow, qtbot: QtBot) -> None:
    before = desk.editor.article()
    paste(
        desk, f"<p>甲</p>{img(png())}<p>乙</p>{img(b'no picture')}<img src='http://192.0.2.1/x.png'>", "甲乙"
    )
    qtbot.waitUntil(lambda: len(blocks(desk, Picture)) == 1, timeout=WAIT)
    (picture,) = blocks(desk, Picture)
    assert (picture.width, picture.height) == (254, 127)
    texts = [block.text for block in blocks(desk, Paragraph)]
    assert "乙" in texts
    assert "1 pictures from the web" in desk.notices.text
    assert "1 pictures that cannot be read" in desk.notices.text
    desk.editor.undo_action().trigger()
    assert desk.editor.article() == before


def test_instead_of_the_formats_only_the_text_can_be_kept(desk: MainWindow, qtbot: QtBot) -> None:
    paste(desk, "<p>甲<b>乙</b><del>丙</del></p><p>丁</p>", "甲乙\n丁")
    assert "1 tracked deletions" in desk.notices.text
    answer(desk, "Keep only the text")
    spans = [span for block in blocks(desk, Paragraph) for span in block.spans]
    assert any(span.text.endswith("甲乙") for span in spans)
    assert not any(span.marks for span in spans if "乙" in span.text)


def test_what_was_typed_since_is_not_taken_back_with_the_paste(desk: MainWindow) -> None:
    paste(desk, "<p>甲<b>乙</b><del>丙</del></p>", "甲乙")
    QTest.keyClicks(desk.editor.findChild(Sheet), "typed")
    typed = desk.editor.article()
    answer(desk, "Keep only the text")
    assert desk.editor.article() == typed
    assert "changed since" in desk.notices.text


@pytest.mark.parametrize("columns", [2, 20])
def test_a_sheet_of_5000_rows_is_asked_about(desk: MainWindow, qtbot: QtBot, columns: int) -> None:
    before = desk.editor.article()
    row = "<tr>" + "<td>1</td>" * columns + "</tr>"
    paste(desk, f"<table>{row * 5000}</table>", ("\t".join("1" * columns) + "\n") * 5000)
    qtbot.waitUntil(lambda: "larger than 500 rows" in desk.notices.text, timeout=WAIT)
    assert desk.editor.article() == before
    answer(desk, "Paste as much as that")
    (table,) = blocks(desk, Table)
    assert (len(table.rows), len(table.widths)) == (500, columns)


def test_hostile_html_gives_its_text_and_says_so(desk: MainWindow, qtbot: QtBot) -> None:
    paste(desk, "<div>" * 50_000 + "甲乙丙", "甲乙丙")
    qtbot.waitUntil(lambda: "too complex" in desk.notices.text, timeout=WAIT)
    assert any(block.text.endswith("甲乙丙") for block in blocks(desk, Paragraph))


def test_a_book_is_refused_with_a_sentence(desk: MainWindow, qtbot: QtBot) -> None:
    before = desk.editor.article()
    paste(desk, "", "一行文字\n" * 6000)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), MessageDialog), timeout=WAIT)
    QApplication.activeModalWidget().reject()
    paste(desk, "<p>文字" * 6000)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), MessageDialog), timeout=WAIT)
    QApplication.activeModalWidget().reject()
    assert desk.editor.article() == before


def test_a_page_that_comes_late_for_an_article_that_was_left_is_not_put_into_another(
    desk: MainWindow, qtbot: QtBot
) -> None:
    articles = [article.id for article in desk.session.issue.articles()]
    paste(desk, f"甲甲甲{img(png())}")
    desk.editing.open_article(articles[1])
    qtbot.waitUntil(lambda: not desk.files.busy and not desk.backend.lane.busy, timeout=WAIT)
    assert blocks(desk, Picture) == []


def test_only_text_is_pasted_by_its_keys(desk: MainWindow) -> None:
    data = QMimeData()
    data.setHtml("<b>粗</b>")
    data.setText("粗")
    QGuiApplication.clipboard().setMimeData(data)
    desk.action_paste_text.trigger()
    assert desk.action_paste_text.shortcut().toString() == "Ctrl+Alt+V"
    spans = [span for block in blocks(desk, Paragraph) for span in block.spans]
    assert not any(span.marks for span in spans if span.text.endswith("粗"))
