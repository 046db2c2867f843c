"""A mailing list is edited by keys: typed, pasted, moved, deleted, and each of it taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.distribution import read
from bulletin_desktop.gui.issue_form.recipient_table import RecipientTable
from bulletin_desktop.gui.issue_form.recipients import COPIES, NAME
from tests.gui.issue_form.conftest import compose

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def table(qtbot: QtBot) -> RecipientTable:
    made = RecipientTable()
    qtbot.addWidget(made)
    made.tester = QAbstractItemModelTester(made.list, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.list.show_rows(read("市委、市政府×2、市政协"))
    made.resize(400, 240)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def said(table: RecipientTable) -> list[tuple[str, int]]:
    return [(each.name, each.copies) for each in table.list.rows]


def cell(table: RecipientTable) -> QLineEdit:
    """What is typed into now."""
    (editor,) = [each for each in table.viewport().findChildren(QLineEdit) if each.isVisible()]
    return editor


def settle() -> None:
    """Let a cell close: it does so once its key is dealt with."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def click(table: RecipientTable, row: int, column: int = NAME) -> None:
    at = table.visualRect(table.list.index(row, column)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def enter(table: RecipientTable, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    compose(cell(table), text)
    QTest.keyClick(cell(table), key)
    settle()


def test_enter_goes_on_to_the_next_recipient_until_nothing_is_typed(table: RecipientTable) -> None:
    click(table, 3)
    enter(table, "市纪委")
    enter(table, "市委组织部×3")
    QTest.keyClick(cell(table), Qt.Key.Key_Return)
    settle()
    assert said(table)[3:] == [("市纪委", 0), ("市委组织部", 3)]
    assert table.state() != RecipientTable.State.EditingState
    assert table.hasFocus()


def test_tab_goes_to_the_copies_and_on(table: RecipientTable) -> None:
    click(table, 3)
    enter(table, "市纪委", Qt.Key.Key_Tab)
    enter(table, "4", Qt.Key.Key_Tab)
    enter(table, "市委组织部", Qt.Key.Key_Tab)
    enter(table, "5", Qt.Key.Key_Backtab)
    assert said(table)[3:] == [("市纪委", 4), ("市委组织部", 5)]
    assert (table.currentIndex().row(), table.currentIndex().column()) == (4, NAME)


def test_several_names_typed_at_once_become_several_rows(table: RecipientTable) -> None:
    click(table, 0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    cell(table).selectAll()
    enter(table, "市委办公室、市纪委（2份）")
    assert said(table) == [("市委办公室", 0), ("市纪委", 2), ("市政府", 2), ("市政协", 0)]
    assert cell(table).text() == "市政府"


def test_a_name_typed_away_takes_its_row_along_and_is_got_back(table: RecipientTable) -> None:
    click(table, 1)
    QTest.keyClick(table, Qt.Key.Key_F2)
    cell(table).selectAll()
    QTest.keyClick(cell(table), Qt.Key.Key_Delete)
    QTest.keyClick(cell(table), Qt.Key.Key_Return)
    settle()
    assert said(table) == [("市委", 0), ("市政协", 0)]
    QTest.keyClick(cell(table), Qt.Key.Key_Escape)
    settle()
    QTest.keyClick(table, Qt.Key.Key_Z, CTRL)
    assert said(table) == [("市委", 0), ("市政府", 2), ("市政协", 0)]


def test_escape_leaves_a_cell_as_it_was(table: RecipientTable) -> None:
    click(table, 0)
    QTest.keyClick(table, Qt.Key.Key_F2)
    compose(cell(table), "别的")
    QTest.keyClick(cell(table), Qt.Key.Key_Escape)
    assert said(table)[0] == ("市委", 0)


def test_rows_are_deleted_moved_and_got_back(table: RecipientTable) -> None:
    before = table.list.rows
    click(table, 0)
    QTest.keyClick(table, Qt.Key.Key_Down, CTRL)
    assert [name for name, _ in said(table)] == ["市政府", "市委", "市政协"]
    assert table.currentIndex().row() == 1
    QTest.keyClick(table, Qt.Key.Key_Up, CTRL)
    QTest.keyClick(table, Qt.Key.Key_Up, CTRL)  # it stands first already
    assert table.list.rows == before
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert said(table) == [("市政协", 0)]
    for _ in range(3):
        QTest.keyClick(table, Qt.Key.Key_Z, CTRL)
    assert table.list.rows == before
    for _ in range(3):
        QTest.keyClick(table, Qt.Key.Key_Y, CTRL)
    assert said(table) == [("市政协", 0)]


def test_marks_part_places_not_names(table: RecipientTable) -> None:
    table.list.show_rows(read("省政协，市委、市政府"))
    click(table, 0)
    QTest.keyClick(table, Qt.Key.Key_Down, CTRL)
    assert [each.mark for each in table.list.rows] == ["", "，", "、"]


@pytest.mark.parametrize(
    "text",
    [
        "市纪委\n市委组织部×3\n",
        "市纪委、市委组织部（3份）",
        "送：市纪委；市委组织部 3",
        "市纪委\t\n市委组织部\t3",
    ],
)
def test_a_list_is_pasted_in_whatever_form(table: RecipientTable, text: str) -> None:
    QApplication.clipboard().setText(text)
    click(table, 2)
    QTest.keyClick(table, Qt.Key.Key_V, CTRL)
    assert said(table)[2:] == [("市纪委", 0), ("市委组织部", 3), ("市政协", 0)]
    QTest.keyClick(table, Qt.Key.Key_Z, CTRL)
    assert len(table.list.rows) == 3


def test_a_list_pasted_into_a_cell_comes_apart_too(table: RecipientTable) -> None:
    QApplication.clipboard().setText("市纪委\n市委组织部\n市委宣传部")
    click(table, 3)
    QTest.keyClick(cell(table), Qt.Key.Key_V, CTRL)
    QTest.keyClick(cell(table), Qt.Key.Key_Return)
    settle()
    assert [name for name, _ in said(table)[3:]] == ["市纪委", "市委组织部", "市委宣传部"]


def test_what_is_copied_is_pasted_with_its_copies(table: RecipientTable) -> None:
    QTest.keyClick(table, Qt.Key.Key_A, CTRL)
    QTest.keyClick(table, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "市委\n市政府\t2\n市政协"


def test_copies_are_numbers_only(table: RecipientTable) -> None:
    click(table, 0, COPIES)
    QTest.keyClick(table, Qt.Key.Key_F2)
    QTest.keyClicks(cell(table), "99999abc")
    enter(table, "份")
    assert said(table)[0] == ("市委", 9999)


def test_the_empty_row_takes_no_copies(table: RecipientTable) -> None:
    click(table, 3, COPIES)
    assert cell(table).isVisible()  # the name is asked for
    assert table.currentIndex().column() == NAME


def test_a_name_is_composed_in_its_cell(table: RecipientTable) -> None:
    click(table, 0)
    QTest.keyClick(table, Qt.Key.Key_F2)
    cell(table).selectAll()
    QApplication.sendEvent(cell(table), QInputMethodEvent("shi wei", []))
    compose(cell(table), "市委办")
    QTest.keyClick(cell(table), Qt.Key.Key_Return)
    settle()
    assert said(table)[0] == ("市委办", 0)


def test_fifty_long_names_are_one_list(table: RecipientTable) -> None:
    name = "云溪市推进乡村振兴战略实施工作领导小组" * 11
    QApplication.clipboard().setText("\n".join(f"{name}{nth}处×9999" for nth in range(50)))
    click(table, 2)
    QTest.keyClick(table, Qt.Key.Key_V, CTRL)
    assert len(table.list.rows) == 53
    assert table.list.data(table.list.index(2, NAME), Qt.ItemDataRole.ToolTipRole) == f"{name}0处"


def test_the_menu_says_what_can_be_done(table: RecipientTable) -> None:
    table.menu(table.mapToGlobal(QPoint(8, 8)))
    (menu,) = table.findChildren(QMenu)
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Delete", "Move up", "Move down", "Copy", "Paste", "Undo", "Redo"]
    menu.close()
