"""The tree's view: whole-row tints, quiet chevrons, keys, and a drop line in the accent colour."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyleOptionViewItem, QTreeView, QWidget

from bulletin_desktop.gui import branches, drag_label, theme
from bulletin_desktop.gui.tree.model import TreeModel
from bulletin_desktop.gui.tree.nodes import Kind
from bulletin_desktop.gui.tree.rows import INDENT, MARGIN, Index, RowDelegate


class TreeView(QTreeView):
    """A tree with quiet chevrons, whole-row tints and a drop line in the accent colour.

    *chosen* tells that Enter was pressed or a row clicked twice, *escaped* that Escape was, *menu_wanted*
    where a menu is asked for. The edit menu calls `cut`, `copy` and `paste`, which only pass it on.
    """

    chosen = Signal()
    escaped = Signal()
    menu_wanted = Signal(QPoint)
    tip_wanted = Signal(QPoint)  # where a person rests, after the tooltip has come
    cut_wanted = Signal()
    copy_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setIndentation(INDENT)
        self.setMouseTracking(True)
        self.setUniformRowHeights(True)
        self.setItemDelegate(RowDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setExpandsOnDoubleClick(False)  # a second click on an article goes to its text
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)  # without it, a drop between rows is refused
        self.setAutoExpandDelay(600)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.hint = ""  # what stands in the middle when there are no rows
        self._drop_at: QPointF | None = None
        self._dress()

    def _dress(self) -> None:
        """Whole rows are tinted by `drawRow`; the style's own highlight must not show."""
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Highlight, QColor(Qt.GlobalColor.transparent))
        self.setPalette(palette)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t = theme.tokens(self.palette())
        selected = self.selectionModel().isSelected(index)
        hovered = self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos())) == index
        if selected or (hovered and self.underMouse()):
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.row_selection if selected else t.row_hover)
            row = QRectF(
                MARGIN / 2, option.rect.top(), self.viewport().width() - MARGIN, option.rect.height()
            )
            painter.drawRoundedRect(row, 4, 4)
            if selected and self.hasFocus() and index == self.currentIndex():
                painter.setPen(QPen(t.accent, 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.restore()
        plain = QStyleOptionViewItem(option)
        plain.state &= ~(QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus)
        super().drawRow(painter, plain, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        if not self.model().hasChildren(index):
            return
        center = QPointF(rect.right() - INDENT / 2 + 2, rect.center().y() + 0.5)
        branches.paint(painter, center, self.isExpanded(index), theme.tokens(self.palette()).muted)

    # Keys and clicks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._edits():
            self.chosen.emit()
            return
        if event.key() == Qt.Key.Key_Escape and not self._edits():
            self.escaped.emit()
            return
        folds = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in folds:
            self.setExpanded(self.currentIndex(), folds[event.key()])
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.currentIndex().isValid():
            self.chosen.emit()

    def cut(self) -> None:
        """Ask for the selected rows to be cut."""
        self.cut_wanted.emit()

    def copy(self) -> None:
        """Ask for the selected rows to be copied."""
        self.copy_wanted.emit()

    def paste(self) -> None:
        """Ask for what is on the clipboard."""
        self.paste_wanted.emit()

    def selectAll(self) -> None:
        """Select all articles of the issue a person stands in, or all that lies in the recycle bin."""
        model: TreeModel = self.model()
        node = model.node(self.currentIndex())
        top = node.holder or node.ancestor(Kind.BIN)
        kinds = (Kind.ARTICLE, Kind.BIN_ITEM)
        found = [each for each in top.descendants() if each.kind in kinds] if top is not None else []
        if not found:
            return
        selection = QItemSelection()
        for each in found:
            index = model.find(each.kind, each.id)
            selection.select(index, index)
            self.expand(index.parent())
        if node not in found:
            self.setCurrentIndex(selection.indexes()[0])
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _edits(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)  # a title is looked for in Chinese too

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            self.keyboardSearch(event.commitString())
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            at = self.visualRect(self.currentIndex()).center()
        self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def viewportEvent(self, event: QEvent) -> bool:
        done = super().viewportEvent(event)
        if event.type() == QEvent.Type.ToolTip:
            self.tip_wanted.emit(event.pos())
        return done

    # Dragging

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag beside a small label: Qt's own picture of the rows would cover those they are dragged over."""
        dragged = [index for index in self.selectedIndexes() if index.flags() & Qt.ItemFlag.ItemIsDragEnabled]
        if not dragged:
            return
        words = dragged[0].data()
        if len(dragged) > 1:
            words = self.tr("{count} articles").format(count=len(dragged))
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData(dragged))
        drag.setPixmap(drag_label.picture(self, words))
        drag.setHotSpot(QPoint(-12, -12))
        drag.exec(actions, self.defaultDropAction())

    def dragMoveEvent(self, event: object) -> None:
        super().dragMoveEvent(event)
        self._drop_at = event.position() if event.isAccepted() else None
        self.viewport().update()

    def dragLeaveEvent(self, event: object) -> None:
        super().dragLeaveEvent(event)
        self._drop_at = None
        self.viewport().update()

    def dropEvent(self, event: object) -> None:
        super().dropEvent(event)
        self._drop_at = None
        self.viewport().update()

    def paintEvent(self, event: object) -> None:
        self.setDropIndicatorShown(False)  # ours is drawn instead of the style's
        super().paintEvent(event)
        self.setDropIndicatorShown(True)
        if self.hint and not self.model().rowCount():
            self._paint_hint()
        index = self.indexAt(self._drop_at.toPoint()) if self._drop_at is not None else QModelIndex()
        if not index.isValid():
            return
        t = theme.tokens(self.palette())
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.visualRect(index))
        where = self.dropIndicatorPosition()
        if where == QAbstractItemView.DropIndicatorPosition.OnItem:
            painter.setPen(QPen(t.accent, 1.5))
            row = QRectF(MARGIN / 2, rect.top(), self.viewport().width() - MARGIN, rect.height())
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 4, 4)
            return
        above = where == QAbstractItemView.DropIndicatorPosition.AboveItem
        y = rect.top() if above else rect.bottom()
        left, right = rect.left() - INDENT / 2, self.viewport().width() - MARGIN
        painter.setPen(QPen(t.accent, 2))
        painter.drawLine(QPointF(left + 4, y), QPointF(right, y))
        painter.drawEllipse(QPointF(left, y), 3, 3)

    def _paint_hint(self) -> None:
        painter = QPainter(self.viewport())
        painter.setPen(theme.tokens(self.palette()).muted)
        area = self.viewport().rect().adjusted(16, 24, -16, 0)
        flag = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(area, flag, self.hint)
