"""How the tree looks: rows painted across, a shape before each article, the count at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QDrag, QFont, QPainter, QPalette, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.tree.model import COUNT, NODE
from bulletin_desktop.gui.tree.nodes import Kind, Node

INDENT = 13
ROW = 28
SHAPE = 9
MARGIN = 8  # of a row's tint, from the pane's edges
COUNT_RIGHT = 16

Index = QModelIndex | QPersistentModelIndex


def _count_font(font: QFont) -> QFont:
    smaller = QFont(font)
    if font.pointSizeF() > 0:
        smaller.setPointSizeF(font.pointSizeF() - 0.5)
    smaller.setFeature(QFont.Tag("tnum"), 1)
    return smaller


class RowDelegate(QStyledItemDelegate):
    """Paints a row's title, count and shape; the view paints selection and chevrons."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), max(ROW, option.fontMetrics.height() + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node: Node = index.data(NODE)
        t = theme.tokens(option.palette)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        font = QFont(option.font)
        font.setBold(node.kind is Kind.ISSUE)
        rect = option.rect.adjusted(4, 0, -COUNT_RIGHT, 0)
        painter.save()
        count = index.data(COUNT)
        if count:
            painter.setFont(_count_font(option.font))
            painter.setPen(t.text if selected else t.muted)
            painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
            rect.setRight(rect.right() - painter.fontMetrics().horizontalAdvance(count) - 8)
        painter.setFont(font)
        quiet = node.kind in (Kind.YEAR, Kind.BIN, Kind.BIN_ITEM)
        painter.setPen(t.muted if quiet and not selected else t.text)
        title = painter.fontMetrics().elidedText(node.title, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        if node.kind is Kind.ARTICLE:
            self._paint_shape(painter, option.rect, t)
        painter.restore()

    def _paint_shape(self, painter: QPainter, rect: QRect, t: theme.Tokens) -> None:
        """A draft is a ring. It stands in the empty branch column, which leaves more room for the title."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        center = QPointF(rect.left() - INDENT / 2 + 2, rect.center().y() + 0.5)
        painter.setPen(QPen(t.muted, 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(center, SHAPE / 2, SHAPE / 2)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFrame(True)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(0, 1, -MARGIN, -1))


class TreeView(QTreeView):
    """A tree with quiet chevrons, whole-row tints and a drop line in the accent colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setIndentation(INDENT)
        self.setMouseTracking(True)
        self.setUniformRowHeights(True)
        self.setItemDelegate(RowDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setExpandsOnDoubleClick(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)  # without it, a drop between rows is refused
        self.setAutoExpandDelay(600)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
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
        reach = 3.5
        if self.isExpanded(index):
            points = [(-reach, -reach / 2), (0, reach / 2), (reach, -reach / 2)]
        else:
            points = [(-reach / 2, -reach), (reach / 2, 0), (-reach / 2, reach)]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(
                theme.tokens(self.palette()).muted,
                1.3,
                c=Qt.PenCapStyle.RoundCap,
                j=Qt.PenJoinStyle.RoundJoin,
            )
        )
        painter.drawPolyline(QPolygonF([center + QPointF(x, y) for x, y in points]))
        painter.restore()

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
        drag.setPixmap(self._label(words))
        drag.setHotSpot(QPoint(-12, -12))
        drag.exec(actions, self.defaultDropAction())

    def _label(self, words: str) -> QPixmap:
        t, metrics = theme.tokens(self.palette()), self.fontMetrics()
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, metrics.averageCharWidth() * 30)
        size = QSize(metrics.horizontalAdvance(words) + 16, metrics.height() + 8)
        ratio = self.devicePixelRatioF()
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        painter.setPen(QPen(t.edge, 1))
        painter.setBrush(t.base)
        box = QRectF(0, 0, size.width(), size.height()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(t.text)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
        return picture

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
