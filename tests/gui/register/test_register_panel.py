"""The register as a person uses it: look, filter, set states, write, undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.text import plain_text
from bulletin_desktop.gui.register.columns import Column
from bulletin_desktop.gui.register.panel import RegisterPanel
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.library.nodes import MANUSCRIPTS
from bulletin_desktop.services.register import (
    ManuscriptState,
)
from tests.gui.register.hands import (
    CAME_IN,
    KEY,
    LEFT,
    MOD,
    WAIT,
    choose,
    press,
    settle,
    stored,
    titles,
)


def test_it_stands_below_all_panes_and_the_text_stays_in_sight(
    filled: MainWindow, panel: RegisterPanel
) -> None:
    assert panel.width() > 0.95 * filled.width()
    assert filled.editor.isVisible()
    assert filled.editor.height() > 200
    assert filled.panels.parentWidget() is filled.whole
    press(panel, KEY.Key_Escape)
    assert filled.panels.open_name == ""
    assert filled.panels.parentWidget() is filled.column
    assert filled.editor.isAncestorOf(QApplication.focusWidget())


def test_the_tree_s_row_of_manuscripts_opens_it(filled: MainWindow, qtbot: QtBot) -> None:
    filled.tree.select((MANUSCRIPTS,))
    settle(filled, qtbot)
    filled.tree.menu_wanted.emit(filled.tree.mapToGlobal(QPoint(30, 30)))
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert filled.action_register in menu.actions()
    menu.close()
    filled.action_register.trigger()
    assert filled.panels.open_name == "register"


def test_words_states_and_time_narrow_it_down_and_escape_shows_all(
    panel: RegisterPanel, qtbot: QtBot
) -> None:
    everything = panel.model.rowCount()
    press(panel, KEY.Key_F, MOD.ControlModifier)
    assert panel.field.hasFocus()
    panel.field.insert("政协 建议")
    qtbot.waitUntil(lambda: titles(panel) == ["关于养老服务的建议"], timeout=WAIT)
    press(panel, KEY.Key_Down)
    assert panel.view.hasFocus()
    press(panel, KEY.Key_Escape)
    assert panel.model.rowCount() == everything
    panel.states[ManuscriptState.WAITING].click()
    assert titles(panel) == [title for title, *_ in CAME_IN]
    assert panel.states[ManuscriptState.WAITING].text() == "Waiting 3"
    panel.period.setCurrentIndex(panel.period.findData("week"))
    assert titles(panel) == ["关于养老服务的建议"]


def test_how_it_stood_is_remembered(
    panel: RegisterPanel, filled: MainWindow, open_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    panel.states[ManuscriptState.WAITING].click()
    header = panel.view.horizontalHeader()
    at = header.sectionViewportPosition(Column.CONTRIBUTOR) + 20
    QTest.mouseClick(header.viewport(), LEFT, MOD.NoModifier, QPoint(at, 8))
    panel.view.setColumnWidth(Column.PHONE, 133)
    before = titles(panel)
    filled.close()
    again = open_window()
    qtbot.waitUntil(lambda: again.panels.open_name == "register", timeout=WAIT)
    other = again.panels.made("register")
    qtbot.waitUntil(lambda: titles(other) == before, timeout=WAIT)
    assert other.model.order == (Column.CONTRIBUTOR, False)
    assert other.view.columnWidth(Column.PHONE) == 133


def test_keys_set_the_state_of_many_and_undo_takes_it_back(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot
) -> None:
    choose(panel, "关于养老服务的建议", "协商议事平台")
    press(panel, KEY.Key_2, MOD.AltModifier)
    settle(filled, qtbot)
    states = [stored(filled)[title].state for title, *_ in CAME_IN]
    assert states == [ManuscriptState.RESERVE, ManuscriptState.WAITING, ManuscriptState.RESERVE]
    assert panel.states[ManuscriptState.RESERVE].text() == "In reserve 2"
    assert len(panel.view.chosen_ids()) == 2
    press(panel, KEY.Key_Z, MOD.ControlModifier)
    settle(filled, qtbot)
    assert {stored(filled)[title].state for title, *_ in CAME_IN} == {ManuscriptState.WAITING}


def test_a_cell_is_written_in_place_and_tab_goes_to_the_next(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot
) -> None:
    choose(panel, "制种产业调研")
    press(panel, KEY.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.setText("市水利局")
    QTest.keyClick(editor, KEY.Key_Tab)
    author = QApplication.focusWidget()
    assert isinstance(author, QLineEdit)
    assert author is not editor
    QTest.keyClicks(author, "He Ping")
    QTest.keyClick(author, KEY.Key_Return)
    settle(filled, qtbot)
    row = stored(filled)["制种产业调研"]
    assert (row.contributor, row.author) == ("市水利局", "He Ping")
    press(panel, KEY.Key_Z, MOD.ControlModifier)
    settle(filled, qtbot)
    assert stored(filled)["制种产业调研"].author == ""
    assert panel.model.shown[panel.view.currentIndex().row()].author == ""


def test_undo_in_the_register_takes_back_its_own_steps_after_typing_in_the_text(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot
) -> None:
    choose(panel, "制种产业调研")
    press(panel, KEY.Key_3, MOD.AltModifier)
    settle(filled, qtbot)
    filled.editor.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "abc")
    settle(filled, qtbot)
    panel.view.setFocus()
    press(panel, KEY.Key_Z, MOD.ControlModifier)
    settle(filled, qtbot)
    assert stored(filled)["制种产业调研"].state is ManuscriptState.WAITING
    assert "abc" in plain_text(filled.editor.article())


def test_the_issue_a_manuscript_was_used_in_is_shown_in_the_tree(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot
) -> None:
    choose(panel, "协商议事平台")
    press(panel, KEY.Key_Space)
    qtbot.waitUntil(lambda: filled.session.issue.id == MANUSCRIPTS, timeout=WAIT)
    used = next(row for row in panel.model.shown if row.issue_id)
    choose(panel, used.title)
    filled.findChild(QObject, "action_register_show_use").trigger()
    qtbot.waitUntil(lambda: filled.session.issue.id == used.issue_id, timeout=WAIT)
    settle(filled, qtbot)
    assert [node.id for node in filled.tree.selected()] == [used.article_id]
    assert filled.tree.view.hasFocus()
