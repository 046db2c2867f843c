"""The grid editor: what a person sees of a table, and what comes of keys, menus and dragged edges."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTableWidgetSelectionRange
from pytestqt.qtbot import QtBot

from bulletin_desktop.document import table as tables
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import CellAlign, Mark, Span, Table
from bulletin_desktop.document.schema import check
from bulletin_desktop.gui.dialogs.cell_editor import CellEditor
from bulletin_desktop.gui.dialogs.table import TableDialog

TABLE = tables.with_texts(
    tables.plain(new_id(), 3, 3, 1), 0, 0, [["甲", "乙", "丙"], ["1", "2", "3"], ["4", "5", "6"]]
)


@pytest.fixture
def dialog(qtbot: QtBot) -> TableDialog:
    made = TableDialog(TABLE)
    qtbot.addWidget(made)
    made.resize(720, 460)
    made.show()
    qtbot.waitExposed(made)
    return made


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def select(dialog: TableDialog, top: int, left: int, bottom: int, right: int) -> None:
    dialog.grid.setCurrentCell(top, left)
    dialog.grid.clearSelection()
    dialog.grid.setRangeSelected(QTableWidgetSelectionRange(top, left, bottom, right), True)


def editor_of(dialog: TableDialog) -> CellEditor:
    """The field of the cell that is being typed into."""
    return dialog.grid.viewport().findChildren(CellEditor)[-1]


def choose(button: QPushButton, words: str) -> None:
    next(action for action in button.menu().actions() if action.text() == words).trigger()


def test_nothing_done_hands_back_the_same_table(dialog: TableDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.accept_button.click()
    assert chosen.args == [TABLE]


def test_a_typed_cell_is_in_the_table(dialog: TableDialog, qtbot: QtBot) -> None:
    dialog.grid.setCurrentCell(1, 1)
    QTest.keyClicks(dialog.grid, "n")
    field = editor_of(dialog)
    QTest.keyClicks(field, "ew")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.grid.table.rows[1][1].text == "new")
    assert dialog.isVisible()


def test_a_cell_typed_anew_keeps_marks_that_all_of_it_had(dialog: TableDialog) -> None:
    bold = frozenset({Mark.BOLD})
    dialog.grid.apply(
        lambda table: tables.with_cell(table, 1, 0, lambda cell: replace(cell, spans=(Span("粗", bold),)))
    )
    dialog.grid.item(1, 0).setText("更粗")
    assert dialog.grid.table.rows[1][0].spans == (Span("更粗", bold),)


def test_delete_empties_the_chosen_cells(dialog: TableDialog) -> None:
    select(dialog, 1, 0, 1, 2)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Delete)
    assert texts(dialog.grid.table)[1] == ["", "", ""]


def test_rows_and_columns_come_and_go_by_number(dialog: TableDialog) -> None:
    dialog.row_count.setValue(5)
    dialog.column_count.setValue(2)
    assert texts(dialog.grid.table) == [["甲", "乙"], ["1", "2"], ["4", "5"], ["", ""], ["", ""]]
    check(dialog.grid.table)


def test_rows_and_columns_come_and_go_where_one_stands(dialog: TableDialog) -> None:
    dialog.grid.setCurrentCell(1, 1)
    choose(dialog.row_button, "Insert above")
    choose(dialog.column_button, "Insert right")
    assert texts(dialog.grid.table)[1] == ["", "", "", ""]
    assert (dialog.row_count.value(), dialog.column_count.value()) == (4, 4)
    select(dialog, 2, 0, 3, 0)
    choose(dialog.row_button, "Delete")
    assert texts(dialog.grid.table)[0] == ["甲", "乙", "", "丙"]
    assert len(dialog.grid.table.rows) == 2


def test_each_step_is_taken_back_and_done_again(dialog: TableDialog) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    select(dialog, 1, 0, 2, 1)
    choose(dialog.cell_button, "Merge")
    dialog.grid.item(0, 2).setText("新")
    changed = dialog.grid.table
    QTest.keyClick(dialog.grid, Qt.Key.Key_Z, control)
    assert dialog.grid.table.rows[0][2].text == "丙"
    QTest.keyClick(dialog.grid, Qt.Key.Key_Z, control)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Z, control)
    assert dialog.grid.table == TABLE
    QTest.keyClick(dialog.grid, Qt.Key.Key_Y, control)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Y, control)
    assert dialog.grid.table == changed


def test_chosen_cells_are_copied_as_spreadsheets_take_them(dialog: TableDialog) -> None:
    select(dialog, 1, 1, 2, 2)
    QTest.keyClick(dialog.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "2\t3\n5\t6"


def test_after_a_menu_the_keys_are_the_cells_again(dialog: TableDialog, qtbot: QtBot) -> None:
    dialog.cell_button.setFocus()
    choose(dialog.cell_button, "Merge")
    qtbot.waitUntil(dialog.grid.hasFocus)


def test_cells_are_merged_and_divided(dialog: TableDialog) -> None:
    select(dialog, 1, 0, 2, 1)
    choose(dialog.cell_button, "Merge")
    assert dialog.grid.rowSpan(1, 0) == dialog.grid.columnSpan(1, 0) == 2
    assert tables.at(dialog.grid.table, 2, 1).cell.text == "1245"
    choose(dialog.cell_button, "Split")
    assert dialog.grid.rowSpan(1, 0) == 1
    check(dialog.grid.table)


def test_alignment_is_of_the_chosen_cells_and_shown_for_the_current_one(dialog: TableDialog) -> None:
    select(dialog, 0, 1, 1, 2)
    dialog.align.setCurrentIndex(dialog.align.findData(CellAlign.RIGHT))
    dialog.align.activated.emit(dialog.align.currentIndex())
    aligned = [[cell.align for cell in row] for row in dialog.grid.table.rows]
    assert [row.count(CellAlign.RIGHT) for row in aligned] == [2, 2, 0]
    dialog.grid.setCurrentCell(2, 0)
    assert dialog.align.currentData() == CellAlign.LEFT
    dialog.grid.setCurrentCell(0, 1)
    assert dialog.align.currentData() == CellAlign.RIGHT


def test_the_header_row_is_switched(dialog: TableDialog) -> None:
    dialog.header.click()
    assert dialog.grid.table.header_rows == 0
    dialog.header.click()
    assert dialog.grid.table.header_rows == 1


def test_a_dragged_edge_changes_the_shares(dialog: TableDialog, qtbot: QtBot) -> None:
    head = dialog.grid.horizontalHeader()
    edge = QPoint(head.sectionSize(0) - 1, head.height() // 2)
    QTest.mousePress(head.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(head.viewport(), edge + QPoint(40, 0))
    QTest.mouseMove(head.viewport(), edge + QPoint(90, 0))
    QTest.mouseRelease(head.viewport(), Qt.MouseButton.LeftButton, pos=edge + QPoint(90, 0))
    qtbot.waitUntil(lambda: dialog.grid.table.widths[0] > 400)
    assert dialog.grid.table.widths[1] == pytest.approx(333, abs=5)
    assert sum(dialog.grid.table.widths) == 1000
    choose(dialog.column_button, "Equal widths")
    assert dialog.grid.table.widths == tables.even_widths(3)


def test_a_window_made_wider_leaves_the_shares(dialog: TableDialog) -> None:
    dialog.resize(1000, 460)
    assert dialog.grid.table.widths == TABLE.widths


def test_cells_of_excel_are_pasted_from_the_current_one_on(dialog: TableDialog) -> None:
    QGuiApplication.clipboard().setText("7\t8\n9\t10\n")
    dialog.grid.setCurrentCell(2, 2)
    QTest.keyClick(dialog.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    table = dialog.grid.table
    assert texts(table)[2:] == [["4", "5", "7", "8"], ["", "", "9", "10"]]
    check(table)


def test_thirty_columns_are_shown(dialog: TableDialog) -> None:
    dialog.column_count.setValue(30)
    check(dialog.grid.table)
    assert dialog.grid.columnCount() == 30


def test_a_number_of_rows_is_taken_whole_not_digit_by_digit(dialog: TableDialog) -> None:
    dialog.row_count.setFocus()
    dialog.row_count.selectAll()
    QTest.keyClicks(dialog.row_count, "12")
    QTest.keyClick(dialog.row_count, Qt.Key.Key_Tab)
    assert texts(dialog.grid.table)[:3] == texts(TABLE)
    assert len(dialog.grid.table.rows) == 12


def test_escape_drops_typed_cells_only_the_second_time(dialog: TableDialog) -> None:
    QTest.keyClick(dialog.grid, Qt.Key.Key_Delete)
    help_text = dialog.hint.text()
    QTest.keyClick(dialog.grid, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "once more" in dialog.hint.text()
    QTest.keyClick(dialog.grid, Qt.Key.Key_Down)
    assert dialog.hint.text() == help_text
    QTest.keyClick(dialog.grid, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    QTest.keyClick(dialog.grid, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_escape_leaves_a_table_at_once_where_nothing_is_lost(dialog: TableDialog) -> None:
    QTest.keyClick(dialog.grid, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


CONTROL = Qt.KeyboardModifier.ControlModifier


def test_part_of_a_cell_is_given_a_mark_while_it_is_typed(dialog: TableDialog, qtbot: QtBot) -> None:
    dialog.grid.setCurrentCell(1, 1)
    QTest.keyClicks(dialog.grid, "m")
    field = editor_of(dialog)
    QTest.keyClick(field, Qt.Key.Key_Equal, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(field, "2")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.grid.table.rows[1][1].text == "m2")
    spans = (Span("m"), Span("2", frozenset({Mark.SUPERSCRIPT})))
    assert dialog.grid.table.rows[1][1].spans == spans
    shot = dialog.grid.viewport().grab(dialog.grid.visualItemRect(dialog.grid.item(1, 1))).toImage()
    assert len({shot.pixel(x, y) for x in range(shot.width()) for y in range(shot.height())}) > 2
    dialog.grid.editItem(dialog.grid.item(1, 1))
    QTest.keyClick(editor_of(dialog), Qt.Key.Key_Return)
    assert dialog.grid.table.rows[1][1].spans == spans  # opened and left, it is what it was


def test_chosen_cells_are_made_bold_by_key_and_menu(dialog: TableDialog) -> None:
    select(dialog, 1, 0, 1, 1)
    QTest.keyClick(dialog.grid, Qt.Key.Key_B, CONTROL)
    row = dialog.grid.table.rows[1]
    assert [bool(cell.spans[0].marks) for cell in row] == [True, True, False]
    select(dialog, 1, 0, 1, 1)
    choose(dialog.cell_button, "Bold")
    assert dialog.grid.table == TABLE


def test_a_word_of_a_cell_is_made_bold(dialog: TableDialog, qtbot: QtBot) -> None:
    dialog.grid.setCurrentCell(1, 1)
    dialog.grid.editItem(dialog.grid.item(1, 1))
    field = editor_of(dialog)
    assert field.textCursor().selectedText() == "2"
    QTest.keyClick(field, Qt.Key.Key_B, CONTROL)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.grid.table.rows[1][1].spans == (Span("2", frozenset({Mark.BOLD})),))


def test_tab_goes_from_cell_to_cell_and_begins_a_row_at_the_end(dialog: TableDialog) -> None:
    dialog.grid.setCurrentCell(2, 1)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Tab)
    assert (dialog.grid.currentRow(), dialog.grid.currentColumn()) == (2, 2)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Tab)
    assert (dialog.grid.currentRow(), dialog.grid.currentColumn()) == (3, 0)
    assert len(dialog.grid.table.rows) == 4
    QTest.keyClick(dialog.grid, Qt.Key.Key_Backtab)
    assert (dialog.grid.currentRow(), dialog.grid.currentColumn()) == (2, 2)


def test_tab_takes_what_was_typed_in_the_last_cell_and_goes_on_typing(dialog: TableDialog) -> None:
    dialog.grid.setCurrentCell(2, 2)
    QTest.keyClicks(dialog.grid, "9")
    QTest.keyClick(editor_of(dialog), Qt.Key.Key_Tab)
    QTest.keyClicks(editor_of(dialog), "10")
    QTest.keyClick(editor_of(dialog), Qt.Key.Key_Return)
    assert texts(dialog.grid.table)[2:] == [["4", "5", "9"], ["10", "", ""]]


def test_rows_and_columns_are_moved(dialog: TableDialog) -> None:
    dialog.grid.setCurrentCell(1, 0)
    choose(dialog.row_button, "Move down")
    assert texts(dialog.grid.table)[1:] == [["4", "5", "6"], ["1", "2", "3"]]
    assert dialog.grid.currentRow() == 2
    choose(dialog.row_button, "Move down")
    assert texts(dialog.grid.table)[1:] == [["4", "5", "6"], ["1", "2", "3"]]
    choose(dialog.column_button, "Move right")
    assert texts(dialog.grid.table)[0] == ["乙", "甲", "丙"]
    assert dialog.grid.currentColumn() == 1


def test_cells_pasted_with_marks_keep_them_and_too_many_are_told(dialog: TableDialog) -> None:
    data = QMimeData()
    data.setHtml("<table><tr><td>m<sup>2</sup><td>乙</table>")
    QGuiApplication.clipboard().setMimeData(data)
    dialog.grid.setCurrentCell(0, 0)
    QTest.keyClick(dialog.grid, Qt.Key.Key_V, CONTROL)
    assert len(dialog.grid.table.rows[0][0].spans) == 2
    QGuiApplication.clipboard().setText("1\t2\n" * 600)
    QTest.keyClick(dialog.grid, Qt.Key.Key_V, CONTROL)
    assert len(dialog.grid.table.rows) == 500
    assert "first 500 rows" in dialog.hint.text()
    QGuiApplication.clipboard().clear()
