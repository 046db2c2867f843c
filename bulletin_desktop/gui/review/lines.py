"""The original on the left of the review: every input line, wrapped, in the band of its article.

Thousands of lines stay quick because only those in view are laid out; the rest have an estimated height.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QToolTip, QWidget

from bulletin_desktop.gui.review.digest import Row, RowKind
from bulletin_desktop.gui.review.keys import command
from bulletin_desktop.gui.review.line_painter import LinePainter
from bulletin_desktop.gui.review.model import ROW_ROLE, LinesModel
from bulletin_desktop.gui.review.thumbnails import Thumbnails
from bulletin_desktop.intake.pasted import FoundPicture

_KEPT_IN_VIEW = 24  # pixels above and below a line that was brought into view
_TOP = 8


class LinesView(QAbstractItemView):
    """Shows a `LinesModel`. `commanded` carries a `Command`; `labels_wanted` where to offer the labels.

    `menu_wanted` carries where to offer everything else, and the `digest.Mark` there, if any; `fold_wanted`
    the file whose told things are to be shown or hidden; `original_wanted` an original's SHA-256.
    """

    commanded = Signal(object)
    labels_wanted = Signal(QPoint)
    menu_wanted = Signal(QPoint, object)
    fold_wanted = Signal(int)
    original_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = Thumbnails(self)
        self._thumbnails.loaded.connect(self._picture_loaded)
        self._painter = LinePainter(self, self._thumbnails)
        self._heights: list[int] = []
        self._exact: list[bool] = []
        self._tops: list[int] = [0]
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("The original, line by line"))

    def setModel(self, model: LinesModel) -> None:
        super().setModel(model)
        model.dataChanged.connect(self._forget)
        self.reset()

    def rows(self) -> list[int]:
        """Return the selected rows, or the current one if none is selected, in order."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        current = self.currentIndex()
        return chosen or ([current.row()] if current.isValid() else [])

    def go_to(self, row: int) -> None:
        """Make *row* current and the only one selected, and bring it into the upper third."""
        super().reset()  # Shift extends from here, not from where the mouse was last
        index = self.model().index(row, 0)
        self._painter.step_to(-1, 0)
        only = (
            QItemSelectionModel.SelectionFlag.ClearAndSelect
        )  # whatever modifiers are held, as with Shift+Tab
        self.selectionModel().setCurrentIndex(index, only)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
        self.viewport().update()

    def select_rows(self, rows: list[int]) -> None:
        """Select *rows*, in order, and bring the first into view."""
        self.go_to(rows[0])
        add = QItemSelectionModel.SelectionFlag.Select
        for row in rows[1:]:
            self.selectionModel().select(self.model().index(row, 0), add)

    def step_to(self, row: int, place: int) -> None:
        """Go to a line and show the change at *place* of its original there."""
        self.go_to(row)
        self._painter.step_to(row, place)

    @property
    def thumbnails(self) -> Thumbnails:
        """The pictures of the manuscripts."""
        return self._thumbnails

    # --- heights

    def reset(self) -> None:
        super().reset()
        self._estimate()

    def _estimate(self) -> None:
        """Guess every height from its number of characters; what comes into view is measured."""
        model = self.model()
        rows = model.rows if isinstance(model, LinesModel) else ()
        self._painter.set_width(self.viewport().width())
        self._heights = self._painter.guesses(rows)
        self._exact = [False] * len(rows)
        self._add_up()

    def _forget(self, first: QModelIndex, last: QModelIndex) -> None:
        """Measure corrected rows again, and their neighbours, whose bands may begin or end."""
        self._painter.forget()
        for row in range(max(first.row() - 1, 0), min(last.row() + 2, len(self._exact))):
            self._exact[row] = False
        self._settle()
        self.viewport().update()

    def _picture_loaded(self) -> None:
        """One whose size nobody knew may need more room, or less."""
        model = self.model()
        if isinstance(model, LinesModel):
            for row, shown in enumerate(model.rows):
                if shown.line is not None and isinstance(shown.line.content, FoundPicture):
                    self._exact[row] = False
        self._settle()
        self.viewport().update()

    def _add_up(self) -> None:
        self._tops = [_TOP, *accumulate(self._heights, initial=_TOP)][1:]
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._tops[-1] + _TOP - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(_KEPT_IN_VIEW)

    def _settle(self) -> None:
        """Measure what is in view; what the person reads stays where it is."""
        model = self.model()
        if not isinstance(model, LinesModel) or not self._heights:
            return
        bar = self.verticalScrollBar()
        first = self._row_at(bar.value())
        within = bar.value() - self._tops[first]
        moved, y, row = False, -within, first
        while row < len(self._heights) and y < self.viewport().height():
            if not self._exact[row]:
                height = self._painter.height(model.rows, row)
                moved = moved or height != self._heights[row]
                self._heights[row], self._exact[row] = height, True
            y += self._heights[row]
            row += 1
        if moved:
            self._add_up()
            bar.setValue(self._tops[first] + within)

    def _row_at(self, y: int) -> int:
        return min(max(bisect_right(self._tops, y) - 1, 0), len(self._heights) - 1)

    # --- what QAbstractItemView asks

    def visualRect(self, index: QModelIndex) -> QRect:
        if not index.isValid() or index.row() >= len(self._heights):
            return QRect()
        top = self._tops[index.row()] - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), self._heights[index.row()])

    def indexAt(self, point: QPoint) -> QModelIndex:
        y = point.y() + self.verticalScrollBar().value()
        if not self._heights or not self._tops[0] <= y < self._tops[-1]:
            return QModelIndex()
        return self.model().index(self._row_at(y), 0)

    def scrollTo(
        self,
        index: QModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        rect = self.visualRect(index)
        if rect.isEmpty():
            return
        if hint is QAbstractItemView.ScrollHint.PositionAtTop:
            if rect.top() < _KEPT_IN_VIEW or rect.bottom() > height - _KEPT_IN_VIEW:
                bar.setValue(bar.value() + rect.top() - height // 3)
        elif rect.top() < _KEPT_IN_VIEW or rect.height() > height - 2 * _KEPT_IN_VIEW:
            bar.setValue(bar.value() + rect.top() - _KEPT_IN_VIEW)
        elif rect.bottom() > height - _KEPT_IN_VIEW:
            bar.setValue(bar.value() + rect.bottom() - height + _KEPT_IN_VIEW)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        current, last = self.currentIndex().row(), len(self._heights) - 1
        if last < 0:
            return QModelIndex()
        step = QAbstractItemView.CursorAction
        page = self.viewport().height()
        row = {
            step.MoveUp: current - 1,
            step.MovePrevious: current - 1,
            step.MoveLeft: current,
            step.MoveRight: current,
            step.MoveHome: 0,
            step.MoveEnd: last,
            step.MovePageUp: self._row_at(self._tops[max(current, 0)] - page),
            step.MovePageDown: self._row_at(self._tops[max(current, 0)] + page),
        }.get(action, current + 1)
        backwards = row < current
        row = min(max(row, 0), last)
        while not self.model().index(row, 0).flags() & Qt.ItemFlag.ItemIsSelectable:
            row += -1 if backwards and row else 1
            backwards = backwards and row > 0
        return self.model().index(row, 0)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: QModelIndex) -> bool:
        return False

    def setSelection(self, rect: QRect, flags: QItemSelectionModel.SelectionFlag) -> None:
        if not self._heights:
            return
        area = rect.normalized().translated(0, self.verticalScrollBar().value())
        first, last = self._row_at(area.top()), self._row_at(area.bottom())
        model = self.model()
        self.selectionModel().select(QItemSelection(model.index(first, 0), model.index(last, 0)), flags)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for part in selection:
            region += QRegion(self.visualRect(part.topLeft()).united(self.visualRect(part.bottomRight())))
        return region

    # --- events

    def paintEvent(self, event: QPaintEvent) -> None:
        model = self.model()
        with QPainter(self.viewport()) as painter:
            self._painter.paint_ground(painter, event.rect())
            if not isinstance(model, LinesModel) or not self._heights:
                return
            offset, option = self.verticalScrollBar().value(), QStyleOptionViewItem()
            self.initViewItemOption(option)
            first = self._row_at(event.rect().top() + offset)
            last = self._row_at(event.rect().bottom() + offset)
            for row in range(first, last + 1):
                index = model.index(row, 0)
                selected = self.selectionModel().isSelected(index)
                current = self.hasFocus() and index == self.currentIndex()
                self._painter.paint(
                    painter, self.visualRect(index), model.rows, row, selected=selected, current=current
                )

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._settle()
        self.scrollDirtyRegion(dx, dy)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() == event.oldSize().width():
            self._add_up()
        else:
            bar = self.verticalScrollBar()
            first = self._row_at(bar.value()) if self._heights else 0
            self._estimate()
            bar.setValue(self._tops[first] if bar.value() else 0)
        self._settle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._painter = LinePainter(self, self._thumbnails)
            self._estimate()
            self._settle()
            self.viewport().update()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and command(event):
            event.accept()  # ours before the window's: Ctrl+Z takes back a correction here
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            model = self.model()
            if index.isValid() and isinstance(model, LinesModel):
                tip = self._painter.tip(self.visualRect(index), model.rows, index.row(), event.pos())
                QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = command(event)
        if asked is None:
            super().keyPressEvent(event)
        else:
            self.commanded.emit(asked)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are commands here."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next or previous doubtful place; if none is left Tab leaves the list as usual."""
        model = self.model()
        shown = model.rows if isinstance(model, LinesModel) else ()
        rows = [nth for nth, row in enumerate(shown) if row.doubtful]
        if not rows:
            return super().focusNextPrevChild(forward)
        current = self.currentIndex().row()
        if forward:
            wanted = next((row for row in rows if row > current), rows[0])
        else:
            wanted = next((row for row in reversed(rows) if row < current), rows[-1])
        self.go_to(wanted)
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        row, rect = self._head_at(event.position().toPoint())
        at = event.position().toPoint()
        pointing = row is not None and (
            row.kind is RowKind.TOLD or self._painter.link_rect(rect, row).contains(at)
        )
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid() or event.modifiers():
            return
        head, rect = self._head_at(at)
        if head is None:
            tag = self._painter.tag_rect(self.visualRect(index))
            if tag.contains(at):
                self.labels_wanted.emit(self.viewport().mapToGlobal(tag.bottomLeft()))
        elif head.kind is RowKind.TOLD:
            self.fold_wanted.emit(head.file)
        elif self._painter.link_rect(rect, head).contains(at):
            self.original_wanted.emit(head.origin)

    def _head_at(self, at: QPoint) -> tuple[Row | None, QRect]:
        """The row at a point if it is no line, with where it stands."""
        index = self.indexAt(at)
        row = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(row, Row) and row.line is None:
            return row, self.visualRect(index)
        return None, QRect()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        model = self.model()
        if not index.isValid() or not isinstance(model, LinesModel) or model.rows[index.row()].line is None:
            return
        rect = self.visualRect(index)
        at = event.pos() if by_mouse else self._painter.tag_rect(rect).bottomLeft()
        mark = self._painter.mark_at(rect, model.rows, index.row(), at) if by_mouse else None
        self.menu_wanted.emit(self.viewport().mapToGlobal(at), mark)
