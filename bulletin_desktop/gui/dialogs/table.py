"""A table's cells, rows and columns, edited in a grid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QPushButton, QSpinBox, QWidget

from bulletin_desktop.document import codec, schema
from bulletin_desktop.document import table as tables
from bulletin_desktop.document.model import CellAlign, Mark, Table
from bulletin_desktop.gui import forms
from bulletin_desktop.gui.check_box import CheckBox
from bulletin_desktop.gui.dialogs.fitting import FittingDialog
from bulletin_desktop.gui.dialogs.table_grid import TableGrid
from bulletin_desktop.intake.pasted_table import MOST_COLUMNS, MOST_ROWS


class TableDialog(FittingDialog):
    """Edits a `Table`; *chosen* carries the new value, with the same id."""

    chosen = Signal(object)

    row_count: QSpinBox
    column_count: QSpinBox
    header: CheckBox
    align: QComboBox
    row_button: QPushButton
    column_button: QPushButton
    cell_button: QPushButton
    grid: TableGrid
    hint: QLabel
    cancel: QPushButton
    accept_button: QPushButton

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.fill(self, "table", {"CheckBox": CheckBox, "TableGrid": TableGrid})
        self.grid.setAccessibleName(self.tr("Cells of the table"))
        self.hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.row_count.setMaximum(max(MOST_ROWS, len(table.rows)))
        self.column_count.setMaximum(max(MOST_COLUMNS, len(table.widths)))
        for words, align in (
            (self.tr("Left"), CellAlign.LEFT),
            (self.tr("Centre"), CellAlign.CENTER),
            (self.tr("Right"), CellAlign.RIGHT),
        ):
            self.align.addItem(words, align)
        self.align.setAccessibleName(self.tr("Alignment of the chosen cells"))
        for field in (self.row_count, self.column_count):
            field.lineEdit().setTextMargins(3, 0, 3, 0)
        self._make_menus()
        self._given = table
        self._leaving = False
        self._help = self.hint.text()
        self.grid.set_table(table)
        self._show_state()
        self._connect()
        self.grid.setFocus()

    def _connect(self) -> None:
        self.grid.changed.connect(self._show_state)
        self.grid.cut.connect(self._show_cut)
        self.grid.currentCellChanged.connect(self._show_state)
        self.row_count.valueChanged.connect(self._set_rows)
        self.column_count.valueChanged.connect(self._set_columns)
        self.header.toggled.connect(self._set_header)
        self.align.activated.connect(lambda nth: self.grid.align(CellAlign(self.align.itemData(nth))))
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self._accept)

    def _make_menus(self) -> None:
        place = self.grid.chosen
        change = self.grid.apply
        self._fill(
            self.row_button,
            (self.tr("Insert above"), lambda: change(lambda t: tables.insert_row(t, place()[0]))),
            (self.tr("Insert below"), lambda: change(lambda t: tables.insert_row(t, place()[2] + 1))),
            (self.tr("Move up"), lambda: self._move_row(-1)),
            (self.tr("Move down"), lambda: self._move_row(1)),
            (self.tr("Delete"), self._remove_rows),
        )
        self._fill(
            self.column_button,
            (self.tr("Insert left"), lambda: change(lambda t: tables.insert_column(t, place()[1]))),
            (self.tr("Insert right"), lambda: change(lambda t: tables.insert_column(t, place()[3] + 1))),
            (self.tr("Move left"), lambda: self._move_column(-1)),
            (self.tr("Move right"), lambda: self._move_column(1)),
            (self.tr("Delete"), self._remove_columns),
            (self.tr("Equal widths"), self._even),
        )
        self._fill(
            self.cell_button,
            (self.tr("Merge"), lambda: change(lambda t: tables.merge(t, *place()))),
            (self.tr("Split"), lambda: change(lambda t: tables.split(t, *place()[:2]))),
            (self.tr("Bold"), lambda: self.grid.toggle_mark(Mark.BOLD)),
        )

    def _fill(self, button: QPushButton, *entries: tuple[str, Callable[[], object]]) -> None:
        menu = QMenu(button)
        for words, act in entries:
            action = menu.addAction(words)
            action.triggered.connect(lambda _checked=False, act=act: act())
            action.triggered.connect(self.grid.setFocus)  # what is typed next is for the cells
        button.setMenu(menu)

    def _remove_rows(self) -> None:
        top, _, bottom, _ = self.grid.chosen()
        for _ in range(bottom - top + 1):
            self.grid.apply(lambda table: tables.remove_row(table, min(top, len(table.rows) - 1)))

    def _remove_columns(self) -> None:
        _, left, _, right = self.grid.chosen()
        for _ in range(right - left + 1):
            self.grid.apply(lambda table: tables.remove_column(table, min(left, len(table.widths) - 1)))

    def _move_row(self, by: int) -> None:
        row = self.grid.chosen()[0]
        table = tables.move_row(self.grid.table, row, row + by)
        self._take(table)
        if 0 <= row + by < len(table.rows):
            self.grid.setCurrentCell(row + by, self.grid.currentColumn())

    def _move_column(self, by: int) -> None:
        column = self.grid.chosen()[1]
        table = tables.move_column(self.grid.table, column, column + by)
        self._take(table)
        if 0 <= column + by < len(table.widths):
            self.grid.setCurrentCell(self.grid.currentRow(), column + by)

    def _even(self) -> None:
        self.grid.apply(lambda table: replace(table, widths=tables.even_widths(len(table.widths))))

    def _set_rows(self, wanted: int) -> None:
        table = self.grid.table
        while len(table.rows) < wanted:
            table = tables.insert_row(table, len(table.rows))
        while len(table.rows) > wanted:
            table = tables.remove_row(table, len(table.rows) - 1)
        self._take(table)

    def _set_columns(self, wanted: int) -> None:
        table = self.grid.table
        while len(table.widths) < wanted:
            table = tables.insert_column(table, len(table.widths))
        while len(table.widths) > wanted:
            table = tables.remove_column(table, len(table.widths) - 1)
        self._take(table)

    def _set_header(self, shown: bool) -> None:
        table = self.grid.table
        if bool(table.header_rows) != shown:
            self._take(replace(table, header_rows=int(shown)))

    def _take(self, table: Table) -> None:
        if table != self.grid.table:
            self.grid.set_table(table)

    def _show_state(self) -> None:
        """Show size, header row and the current cell's alignment."""
        self._leaving = False
        self.hint.setText(self._help)
        table, (row, column, _, _) = self.grid.table, self.grid.chosen()
        self.row_count.setValue(len(table.rows))
        self.column_count.setValue(len(table.widths))
        self.header.setChecked(bool(table.header_rows))
        align = tables.at(table, min(row, len(table.rows) - 1), min(column, len(table.widths) - 1)).cell.align
        self.align.setCurrentIndex(self.align.findData(align))

    def _show_cut(self) -> None:
        words = self.tr("Of what you pasted, the first {rows} rows and {columns} columns were taken.")
        self.hint.setText(words.format(rows=MOST_ROWS, columns=MOST_COLUMNS))

    def unsaved(self) -> dict[str, Any] | None:
        """The table, if it is another than the given one."""
        return None if self.grid.table == self._given else codec.block_value(self.grid.table)

    def take_unsaved(self, value: dict[str, Any]) -> None:
        """Show a table that was not stored. Raises `IllegalDocument` if it is none."""
        table = replace(codec.read_block(value, "table"), id=self._given.id)
        schema.check(table)
        self._take(table)
        self._show_state()

    def _accept(self) -> None:
        self.chosen.emit(self.grid.table)
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves; where cells would be lost by it, only the second time."""
        lost = self.grid.table != self._given
        if event.key() == Qt.Key.Key_Escape and lost and not self._leaving:
            self._leaving = True
            self.hint.setText(self.tr("Your changes are not stored. Press Esc once more to drop them."))
            return
        super().keyPressEvent(event)
