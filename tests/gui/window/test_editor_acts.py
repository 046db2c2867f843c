"""The menus' acts upon the open article, the text's size, the focus mode and the figures below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bulletin_desktop.document import text
from bulletin_desktop.document.model import Role
from bulletin_desktop.gui.dialogs.symbols import SymbolDialog
from bulletin_desktop.gui.editor import menus
from bulletin_desktop.gui.editor.sheet import Sheet
from bulletin_desktop.gui.window import MainWindow

WAIT = 15_000
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def sheet_of(window: MainWindow) -> Sheet:
    sheet = window.editor.focusProxy()
    sheet.setFocus()
    return sheet


def words(window: MainWindow) -> str:
    return text.plain_text(window.editor.article())


def test_the_key_for_symbols_puts_one_in_and_remembers_it(filled: MainWindow, qtbot: QtBot) -> None:
    sheet = sheet_of(filled)
    QTest.keyClick(sheet, Qt.Key.Key_S, ALT | SHIFT)
    dialog = filled.findChild(SymbolDialog)
    qtbot.waitUntil(dialog.isVisible)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Return)
    assert "〔" in words(filled)
    assert filled.memory.symbols == "〔"
    qtbot.waitUntil(sheet.hasFocus, timeout=WAIT)
    QTest.keyClick(sheet, Qt.Key.Key_Z, CTRL)
    assert "〔" not in words(filled)


def test_the_key_for_the_date_puts_today_in(filled: MainWindow) -> None:
    QTest.keyClick(sheet_of(filled), Qt.Key.Key_D, ALT | SHIFT)
    assert "年" in words(filled)
    filled.action_date_line.trigger()
    assert [b.role for b in filled.editor.article().paragraphs()].count(Role.DATE) >= 1


def test_renumbering_says_how_many_numbers_it_changed(filled: MainWindow) -> None:
    sheet_of(filled)
    filled.editor.set_role(Role.HEADING1)
    filled.editor.acts.insert_text("五、")
    filled.action_renumber.trigger()
    assert filled.notices.text == "1 numbers of headings changed"
    filled.action_renumber.trigger()
    assert filled.notices.text == "The headings are numbered in order already"


def test_the_length_of_the_selection_stands_beside_the_article_s(filled: MainWindow, qtbot: QtBot) -> None:
    sheet = sheet_of(filled)
    figures = filled.status.figures
    assert "selected" not in figures.text()
    cursor = sheet.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor, 5)
    sheet.setTextCursor(cursor)
    expected = text.count(cursor.selectedText())
    qtbot.waitUntil(lambda: figures.text().startswith(f"selected {expected} characters / article "))
    QTest.keyClick(sheet, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: "selected" not in figures.text())


def test_a_selection_left_behind_in_another_article_is_not_counted(filled: MainWindow, qtbot: QtBot) -> None:
    sheet = sheet_of(filled)
    QTest.keyClick(sheet, Qt.Key.Key_A, CTRL)
    qtbot.waitUntil(lambda: "selected" in filled.status.figures.text())
    other = [article.id for article in filled.session.issue.articles()][-1]
    filled.editing.open_article(other)
    assert "selected" not in filled.status.figures.text()


def test_the_size_of_the_text_is_shown_and_kept(
    filled: MainWindow, open_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    QTest.keyClick(sheet_of(filled), Qt.Key.Key_BracketRight, CTRL)
    QTest.keyClick(sheet_of(filled), Qt.Key.Key_BracketRight, CTRL)
    QTest.keyClick(sheet_of(filled), Qt.Key.Key_BracketLeft, CTRL)
    assert filled.editor.zoom == 110
    assert filled.status.figures.text().endswith(" · 110 %")
    filled.close()
    again = open_window()
    qtbot.waitUntil(lambda: again.editor.article() is not None, timeout=WAIT)
    assert again.editor.zoom == 110
    again.action_text_normal.trigger()
    assert again.memory.text_size == 100


def test_headings_from_numbers_are_switched_off_for_tomorrow_too(
    filled: MainWindow, open_window: Callable[[], MainWindow]
) -> None:
    assert filled.action_auto_headings.isChecked()
    filled.action_auto_headings.trigger()
    filled.close()
    again = open_window()
    assert not again.action_auto_headings.isChecked()
    assert not again.editor.acts.auto_headings


def test_focus_mode_leaves_the_sheet_alone_and_esc_comes_back(filled: MainWindow, qtbot: QtBot) -> None:
    sheet = sheet_of(filled)
    around = (filled.tree, filled.preview, filled.strip, filled.panels, filled.tool_bar, filled.status_bar)
    before = [widget.isVisible() for widget in around]
    widths = filled.panes.sizes()
    QTest.keyClick(sheet, Qt.Key.Key_F11)
    assert not any(widget.isVisible() for widget in around)
    assert filled.menu_bar.height() == 0
    assert sheet.hasFocus()
    QTest.keyClick(sheet, Qt.Key.Key_1, CTRL)
    assert sheet.role() is Role.HEADING1  # keys of the menus still work
    compose = QInputMethodEvent("ni", [])
    QApplication.sendEvent(sheet, compose)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert filled.action_focus.isChecked()  # Esc belonged to the input method
    QApplication.sendEvent(sheet, QInputMethodEvent())
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert [widget.isVisible() for widget in around] == before
    assert filled.panes.sizes() == widths
    assert filled.menu_bar.height() > 0


def test_a_window_closed_in_focus_mode_opens_with_its_panes(
    filled: MainWindow, open_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    filled.action_focus.trigger()
    filled.close()
    again = open_window()
    qtbot.waitUntil(lambda: again.editor.article() is not None, timeout=WAIT)
    assert again.tree.isVisible()
    assert again.status_bar.isVisible()


def test_the_menu_of_the_text_has_the_window_s_roles_marks_and_insertions(filled: MainWindow) -> None:
    sheet = sheet_of(filled)
    menu = menus.of_text(sheet)
    entries = {action.text(): action for action in menu.actions()}
    assert {"Cut", "Paste only text", "Select paragraph"} <= set(entries)
    for name in ("menu_role", "menu_format", "menu_insert"):
        assert getattr(filled, name).menuAction() in menu.actions()
    entries["Select paragraph"].trigger()
    assert sheet.textCursor().selectedText() == sheet.textCursor().block().text() != ""
    menu.close()
    menu.deleteLater()


def test_the_focus_mode_brings_the_open_panel_back(filled: MainWindow) -> None:
    name = filled.panels.names[0]
    filled.panels.open(name)
    height = filled.panels.height()
    sheet = sheet_of(filled)
    QTest.keyClick(sheet, Qt.Key.Key_F11)
    assert not filled.panels.isVisible()
    QTest.keyClick(sheet, Qt.Key.Key_F11)
    assert filled.panels.open_name == name
    assert filled.panels.height() == height
    assert sheet.hasFocus()
