"""The grid of a table's cells: a `Table` shown, edited and handed back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from bulletin_desktop.document import table as tables
from bulletin_desktop.document.model import NO_MARKS, Cell, CellAlign, Mark, Span, Table
from bulletin_desktop.document.schema import one_line
from bulletin_desktop.gui import theme
from bulletin_desktop.gui.dialogs.cell_editor import CellDelegate, mark_of, toggled
from bulletin_desktop.intake.pasted_table import MOST_ROWS

ALIGN = {
    CellAlign.LEFT: Qt.AlignmentFlag.AlignLeft,
    CellAlign.CENTER: Qt.AlignmentFlag.AlignHCenter,
    CellAlign.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_NARROWEST = 24  # pixels of a column


class TableGrid(QTableWidget):
    """Shows a `Table` and lets its cells be typed into. `changed` tells that its size or cells changed."""

    changed = Signal()
    cut = Signal()  # what was pasted was larger than a table may be

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: Table = None  # type: ignore[assignment]  # until `set_table`
        self._cells: dict[tuple[int, int], tuple[Span, ...]] = {}  # by the place where each begins
        self._past: list[Table] = []
        self._ahead: list[Table] = []
        self._loading = False
        self._shown: list[int] = []  # widths on the screen that the table's shares gave
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setMinimumSectionSize(_NARROWEST)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().viewport().installEventFilter(self)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.itemChanged.connect(self._take_text)
        self.setItemDelegate(CellDelegate(self._spans_at, self._take_spans, self))

    @property
    def table(self) -> Table:
        """The table as it stands."""
        return self._table

    def set_table(self, table: Table) -> None:
        """Show *table*; the current cell stays where it can."""
        place = max(self.currentRow(), 0), max(self.currentColumn(), 0)
        self._loading = True
        self._keep(table)
        self.clear()
        self.clearSpans()
        self.setRowCount(len(table.rows))
        self.setColumnCount(len(table.widths))
        for spot in tables.grid(table):
            item = QTableWidgetItem(spot.cell.text)
            item.setTextAlignment(ALIGN[spot.cell.align] | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(spot.row, spot.column, item)
            if spot.cell.rows > 1 or spot.cell.columns > 1:
                self.setSpan(spot.row, spot.column, spot.cell.rows, spot.cell.columns)
        self._show_widths()
        self._loading = False
        self._shade_head()
        self.setCurrentCell(min(place[0], len(table.rows) - 1), min(place[1], len(table.widths) - 1))
        self.changed.emit()

    def _shade_head(self) -> None:
        """Give the header rows their ground, which is a colour of the palette's."""
        head = QBrush(theme.tokens(self.palette()).window)
        self._loading = True
        for spot in tables.grid(self._table):
            if spot.row < self._table.header_rows:
                self.item(spot.row, spot.column).setBackground(head)
        self._loading = False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self.rowCount():
            self._shade_head()

    def apply(self, change: Callable[[Table], Table]) -> None:
        """Change the table and show it."""
        self.set_table(change(self._table))

    def chosen(self) -> tuple[int, int, int, int]:
        """Return the top, left, bottom and right of the selected cells, or of the current one."""
        ranges = self.selectedRanges()
        if not ranges:
            row, column = max(self.currentRow(), 0), max(self.currentColumn(), 0)
            return row, column, row, column
        return (
            min(each.topRow() for each in ranges),
            min(each.leftColumn() for each in ranges),
            max(each.bottomRow() for each in ranges),
            max(each.rightColumn() for each in ranges),
        )

    def align(self, align: CellAlign) -> None:
        """Align the chosen cells."""
        self._change_chosen(lambda cell: replace(cell, align=align))

    def toggle_mark(self, mark: Mark) -> None:
        """Turn *mark* on or off for the whole text of the chosen cells."""
        self._change_chosen(lambda cell: replace(cell, spans=toggled(cell.spans, mark)))

    def copy(self) -> None:
        """Copy the chosen cells as spreadsheets take them."""
        QGuiApplication.clipboard().setText(tables.as_text(self._table, *self.chosen()))

    def paste(self) -> None:
        """Write the table on the clipboard from the chosen cell on; the grid grows as it must."""
        from bulletin_desktop.services import pasting

        data = QGuiApplication.clipboard().mimeData()
        found = pasting.table(pasting.Clip(data.html() if data.hasHtml() else "", data.text()))
        if found is None:
            return
        pasted, losses = found
        top, left, _, _ = self.chosen()
        self.apply(lambda table: tables.with_cells(table, top, left, pasted))
        if losses.rows or losses.columns:
            self.cut.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._step(self._past, self._ahead)
        elif event.matches(QKeySequence.StandardKey.Redo) or _is_ctrl_y(event):
            self._step(self._ahead, self._past)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._change_chosen(lambda cell: replace(cell, spans=()))
        elif mark := mark_of(event):
            self.toggle_mark(mark)
        elif event.key() == Qt.Key.Key_Tab and self._is_last():
            self._go_on()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab in the last cell begins a row, as in Word."""
        if hint is QAbstractItemDelegate.EndEditHint.EditNextItem and self._is_last():
            super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self._go_on()
            self.edit(self.currentIndex())
        else:
            super().closeEditor(editor, hint)

    def _is_last(self) -> bool:
        spot = tables.at(self._table, max(self.currentRow(), 0), max(self.currentColumn(), 0))
        below, right = spot.row + spot.cell.rows, spot.column + spot.cell.columns
        return below == len(self._table.rows) and right == len(self._table.widths)

    def _go_on(self) -> None:
        """Begin a row below the last and stand in its first cell."""
        if len(self._table.rows) < MOST_ROWS:
            self.apply(lambda table: tables.insert_row(table, len(table.rows)))
            self.setCurrentCell(len(self._table.rows) - 1, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_widths()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and watched is self.horizontalHeader().viewport():
            QTimer.singleShot(0, self, self._take_widths)  # after the header has moved its edge
        return super().eventFilter(watched, event)

    def _change_chosen(self, change: Callable[[Cell], Cell]) -> None:
        top, left, bottom, right = self.chosen()
        places = [
            (spot.row, spot.column)
            for spot in tables.grid(self._table)
            if any(spot.covers(y, x) for y in range(top, bottom + 1) for x in range(left, right + 1))
        ]
        table = self._table
        for row, column in places:
            table = tables.with_cell(table, row, column, change)
        self.set_table(table)

    def _take_text(self, item: QTableWidgetItem) -> None:
        """What was typed; the cell keeps marks that all of it had."""
        if self._loading:
            return
        text = one_line(item.text()).strip()

        def typed(cell: Cell) -> Cell:
            if cell.text == text:
                return cell
            marks = {span.marks for span in cell.spans}
            kept = marks.pop() if len(marks) == 1 else NO_MARKS
            return replace(cell, spans=(Span(text, kept),) if text else ())

        self._keep(tables.with_cell(self._table, item.row(), item.column(), typed))
        self.changed.emit()

    def _spans_at(self, row: int, column: int) -> tuple[Span, ...]:
        return self._cells.get((row, column), ())

    def _take_spans(self, row: int, column: int, spans: tuple[Span, ...]) -> None:
        """What was typed with its marks."""
        self._keep(tables.with_cell(self._table, row, column, lambda cell: replace(cell, spans=spans)))
        self._loading = True
        self.item(row, column).setText("".join(span.text for span in spans))
        self._loading = False
        self.changed.emit()

    def _show_widths(self) -> None:
        if self.columnCount() == 0:
            return
        room = self.viewport().width()
        for column, width in enumerate(self._table.widths[:-1]):
            self.setColumnWidth(column, max(_NARROWEST, round(room * width / 1000)))
        self._shown = [self.columnWidth(column) for column in range(self.columnCount())]

    def _take_widths(self) -> None:
        """A person has dragged an edge: the columns' widths on the screen are their shares."""
        sizes = [self.columnWidth(column) for column in range(self.columnCount())]
        if sizes != self._shown:
            self._shown = sizes
            self._keep(replace(self._table, widths=tables.shares(sizes)))

    def _keep(self, table: Table) -> None:
        """Let *table* be what is edited, and what it was before the step to go back to."""
        if self._table is not None and table != self._table:
            self._past.append(self._table)
            self._ahead.clear()
        self._table = table
        self._cells = {(spot.row, spot.column): spot.cell.spans for spot in tables.grid(table)}

    def _step(self, source: list[Table], other: list[Table]) -> None:
        """Go a step back or forward."""
        if source:
            other.append(self._table)
            self._table = source.pop()  # not a step that `_keep` could take back
            self.set_table(self._table)


def _is_ctrl_y(event: QKeyEvent) -> bool:
    """The other key for doing again, on systems where Qt knows only one."""
    return event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
