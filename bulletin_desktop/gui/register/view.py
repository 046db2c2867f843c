"""The register's table: whole rows, keys as in the tree, cells written in place, rows that can be dragged."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from bulletin_desktop.gui import drag_label, theme
from bulletin_desktop.gui.register.columns import EDITABLE, WIDTHS, Column
from bulletin_desktop.gui.register.delegate import PAD, CellDelegate
from bulletin_desktop.gui.register.header import RegisterHeader
from bulletin_desktop.gui.register.model import RegisterModel
from bulletin_desktop.services.register import ManuscriptRow

_FLAG = QItemSelectionModel.SelectionFlag
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RegisterView(QTableView):
    """*chosen* tells that Enter was pressed or a row clicked twice, *peeked* that the space bar was.

    *adopted* tells that Ctrl+Enter was pressed, *filter_wanted* that Ctrl+F was, *menu_wanted* where a menu
    is asked for. The edit menu calls `copy` and `paste`, which only pass it on.
    """

    chosen = Signal()
    peeked = Signal()
    adopted = Signal()
    filter_wanted = Signal()
    menu_wanted = Signal(QPoint)
    copy_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, model: RegisterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Register of manuscripts"))
        self.hint = ""  # what stands in the middle when there are no rows
        self._kept: tuple[tuple[str, ...], str, int] = ((), "", 0)
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)  # Tab goes on to the next field of the window
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_up_headers()
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._take_place)

    def _set_up_headers(self) -> None:
        rows, columns = self.verticalHeader(), RegisterHeader(self)
        self.setHorizontalHeader(columns)
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setAccessibleName(self.tr("Columns"))
        self._size_rows()
        em = self.fontMetrics().horizontalAdvance("中")
        for column, characters in WIDTHS.items():
            self.setColumnWidth(column, characters * em + 2 * PAD)
        columns.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)

    def _size_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(max(26, self.fontMetrics().height() + 8))

    # Widths

    def widths(self) -> list[int]:
        """Return the widths of the columns; the title has what is left."""
        return [self.columnWidth(column) for column in Column]

    def set_widths(self, widths: list[int]) -> None:
        """Give the columns their widths, if there is one for each."""
        if len(widths) == len(Column):
            for column in Column:
                if column is not Column.TITLE:
                    self.setColumnWidth(column, max(40, min(widths[column], 800)))

    # What is chosen

    def chosen_rows(self) -> tuple[ManuscriptRow, ...]:
        """Return the selected manuscripts from top to bottom."""
        found: set[int] = set()
        for stretch in self.selectionModel().selection():  # selectedRows() makes an index for each
            found.update(range(stretch.top(), stretch.bottom() + 1))
        return tuple(self._register.row_at(nth) for nth in sorted(found))

    def chosen_ids(self) -> tuple[str, ...]:
        """Return the articles of the selected rows from top to bottom."""
        return tuple(row.article_id for row in self.chosen_rows())

    def current_id(self) -> str:
        """Return the article of the current row; empty if there is none."""
        row = self.currentIndex().row()
        return self._register.row_at(row).article_id if row >= 0 else ""

    def choose(self, ids: tuple[str, ...], current: str = "", column: int = Column.TITLE) -> None:
        """Select the rows of *ids* that are shown; the current one is *current*, or the first of them."""
        rows = sorted(row for row in map(self._register.row_of, ids) if row >= 0)
        selection = QItemSelection()
        for row in rows:
            selection.select(self._register.index(row, 0), self._register.index(row, len(Column) - 1))
        at = self._register.row_of(current)
        at = at if at >= 0 else next(iter(rows), -1)
        if at >= 0:
            index = self._register.index(at, column)
            self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
            self.scrollTo(index)
        self.selectionModel().select(selection, _FLAG.ClearAndSelect)

    def edit_cell(self, column: Column) -> None:
        """Let a cell of the current row be written."""
        index = self.currentIndex().siblingAtColumn(column)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
            self.edit(index)

    def copy(self) -> None:
        """Ask for the selected rows to be copied."""
        self.copy_wanted.emit()

    def paste(self) -> None:
        """Ask for what is on the clipboard."""
        self.paste_wanted.emit()

    @property
    def _register(self) -> RegisterModel:
        return self.model()

    def _keep_place(self) -> None:
        self._kept = self.chosen_ids(), self.current_id(), self.currentIndex().column()

    def _take_place(self) -> None:
        ids, current, column = self._kept
        if ids or current:
            self.choose(ids, current, max(column, 0))

    # Keys and clicks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, writes = event.key(), self.state() == QAbstractItemView.State.EditingState
        if writes:
            super().keyPressEvent(event)
        elif key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.adopted.emit()
        elif key in _ENTER:
            self.chosen.emit()
        elif key == Qt.Key.Key_Space and not event.modifiers():
            self.peeked.emit()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.filter_wanted.emit()
        elif key == Qt.Key.Key_F2 and self.currentIndex().column() not in EDITABLE:
            self.edit_cell(Column.CONTRIBUTOR)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter and Ctrl+F mean something else in the text; here they come as keys."""
        if event.type() == QEvent.Type.ShortcutOverride and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def _is_own(self, event: QKeyEvent) -> bool:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return bool(control and event.key() in _ENTER) or event.matches(QKeySequence.StandardKey.Find)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.indexAt(event.position().toPoint()).isValid():
            self.chosen.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            at = self.visualRect(self.currentIndex()).center()
        self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab goes to the next cell that can be written, down to the next row's first."""
        steps = {
            QAbstractItemDelegate.EndEditHint.EditNextItem: 1,
            QAbstractItemDelegate.EndEditHint.EditPreviousItem: -1,
        }
        step = steps.get(hint)
        if step is None:
            super().closeEditor(editor, hint)
            return
        here = self.currentIndex()
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        place = here.row() * len(EDITABLE) + EDITABLE.index(Column(here.column())) + step
        row, nth = divmod(place, len(EDITABLE))
        target = self.model().index(row, EDITABLE[nth])
        if target.isValid():
            self.selectionModel().setCurrentIndex(target, _FLAG.ClearAndSelect | _FLAG.Rows)
            self.edit(target)

    # Dragging

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag beside a small label: Qt's own picture of the rows would cover those they are dragged over."""
        indexes = self.selectionModel().selectedRows(Column.TITLE)
        if not indexes:
            return
        words = str(indexes[0].data())
        if len(indexes) > 1:
            words = self.tr("{count} articles").format(count=len(indexes))
        drag = QDrag(self)
        mime: QMimeData = self.model().mimeData(indexes)
        drag.setMimeData(mime)
        drag.setPixmap(drag_label.picture(self, words))
        drag.setHotSpot(QPoint(-12, -12))
        drag.exec(actions, Qt.DropAction.MoveAction)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hint and not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(theme.tokens(self.palette()).muted)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(16, 8, -16, -8), flags, self.hint)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model() is not None:
            self._size_rows()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)  # a title is looked for in Chinese too
