"""The list of what was found, by keyboard and mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from bulletin_desktop.gui.search.delegate import FoundDelegate
from bulletin_desktop.gui.search.model import FoundModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FoundView(QListView):
    """*chosen* carries a row that Enter or a double click asks for, *peeked* one of the space bar or a click.

    *left_upwards* tells that the arrow leads up from the first row, *menu_wanted* where a menu is asked for.
    The edit menu calls `copy`, which only passes it on.
    """

    chosen = Signal(int)
    peeked = Signal(int)
    left_upwards = Signal()
    copy_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, model: FoundModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(FoundDelegate(self))
        self.setAccessibleName(self.tr("What was found"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._twice = False  # the button is down for the second time of a double click

    def row(self) -> int:
        """Return the current row; -1 if there is none."""
        return self.currentIndex().row()

    def go_to(self, row: int) -> None:
        """Make a row current and bring it into view."""
        index = self.model().index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def copy(self) -> None:
        """Ask for the current row to be copied."""
        self.copy_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _ENTER and self.row() >= 0:
            self.chosen.emit(self.row())
        elif key == Qt.Key.Key_Space and self.row() >= 0:
            self.peeked.emit(self.row())
        elif key == Qt.Key.Key_Up and self.row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and not self._twice:
            self.peeked.emit(index.row())
        self._twice = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._twice = True
            self.chosen.emit(index.row())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            at = self.visualRect(self.currentIndex()).center()
        if self.row() >= 0:
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))
