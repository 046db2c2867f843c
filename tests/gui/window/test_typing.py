"""Typing in the open window: what input methods and undo do beside tree, shortcuts and other articles."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui.editor.sheet import Sheet
from bulletin_desktop.gui.tree.nodes import Kind
from bulletin_desktop.gui.window import MainWindow

WAIT = 15_000
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
KEYS = [
    *((Qt.Key(ord(letter)), CTRL) for letter in "ZYBENVAXQP01"),
    *((Qt.Key(Qt.Key.Key_F1.value + nth), NONE) for nth in range(12)),
    *((key, NONE) for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Left)),
    *((key, NONE) for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_A)),
]


def sheet_of(window: MainWindow) -> Sheet:
    sheet = window.editor.focusProxy()
    sheet.setFocus()
    return sheet


def compose(sheet: Sheet, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(sheet, event)


def text(window: MainWindow) -> str:
    article = window.editor.article()
    assert article is not None
    return "\n".join(block.text for block in article.paragraphs())


def test_no_key_does_anything_while_an_input_method_composes(filled: MainWindow) -> None:
    sheet = sheet_of(filled)
    compose(sheet, "", "先")
    before, place = text(filled), sheet.textCursor().position()
    done: list[QAction] = []
    for action in filled.findChildren(QAction):
        action.triggered.connect(lambda _checked=False, action=action: done.append(action))
    compose(sheet, "ni hao")
    for key, modifiers in KEYS:
        QTest.keyClick(sheet, key, modifiers)
        assert done == []
        assert QApplication.activeModalWidget() is None
        assert QApplication.focusWidget() is sheet
        assert (text(filled), sheet.textCursor().position()) == (before, place)
        assert sheet.textCursor().block().layout().preeditAreaText() == "ni hao"
    compose(sheet, "", "你好")
    assert text(filled) == before[: before.index("先") + 1] + "你好" + before[before.index("先") + 1 :]


def test_what_is_being_composed_is_kept_when_another_article_is_clicked(
    filled: MainWindow, qtbot: QtBot
) -> None:
    sheet = sheet_of(filled)
    left = filled.editing.article_id
    compose(sheet, "半个词")
    other = next(n for n in filled.tree.model.walk() if n.kind is Kind.ARTICLE and n.id != left)
    rect = filled.tree.view.visualRect(filled.tree.model.find(Kind.ARTICLE, other.id))
    QTest.mouseClick(filled.tree.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    qtbot.waitUntil(lambda: filled.editing.article_id == other.id)
    stored = filled.session.article(left)
    assert any("半个词" in block.text for block in stored.paragraphs())
    assert "半个词" not in text(filled)


def test_what_is_being_composed_is_kept_when_the_sheet_is_clicked_elsewhere(filled: MainWindow) -> None:
    sheet = sheet_of(filled)
    compose(sheet, "半个词")
    QTest.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=sheet.viewport().rect().center())
    assert "半个词" in text(filled)
    assert not sheet.composing


def test_what_is_being_composed_is_stored_when_the_window_closes(filled: MainWindow, qtbot: QtBot) -> None:
    sheet = sheet_of(filled)
    article = filled.editing.article_id
    compose(sheet, "半个词")
    stored: list[object] = []
    filled.editing.settle()
    filled.backend.submit(lambda desk: desk.article(article), done=stored.append)
    qtbot.waitUntil(lambda: bool(stored), timeout=WAIT)
    assert any("半个词" in block.text for block in stored[0].paragraphs())


def test_ctrl_z_in_the_editor_takes_back_what_was_done_to_the_library_last(
    filled: MainWindow, qtbot: QtBot
) -> None:
    sheet = sheet_of(filled)
    compose(sheet, "", "先写的字")
    filled.editor.flush()
    filled.action_new_section.trigger()
    sections = len(filled.session.issue.sections)
    qtbot.waitUntil(lambda: len(filled.session.issue.sections) == sections + 1, timeout=WAIT)
    QTest.keyClick(sheet, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: len(filled.session.issue.sections) == sections, timeout=WAIT)
    assert "先写的字" in text(filled)


def test_undo_is_there_when_an_article_is_come_back_to_after_it_was_saved(
    filled: MainWindow, qtbot: QtBot
) -> None:
    sheet = sheet_of(filled)
    first = filled.editing.article_id
    before = text(filled)
    compose(sheet, "", "写下的字")
    with qtbot.waitSignal(filled.session.saved, timeout=WAIT):
        filled.editing.settle()
    other = next(n.id for n in filled.tree.model.walk() if n.kind is Kind.ARTICLE and n.id != first)
    filled.editing.open_article(other)
    filled.editing.open_article(first)
    QTest.keyClick(sheet, Qt.Key.Key_Z, CTRL)
    assert text(filled) == before
