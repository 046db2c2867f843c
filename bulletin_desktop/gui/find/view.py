"""How hits look: a box, the words round the hit, the hit in colour and what it becomes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from bulletin_desktop.gui import branches, theme
from bulletin_desktop.gui.find.model import NODE, HitsModel, Node, context

ROW = 26
INDENT = 16
_BOX = 14
_GAP = 8
_RIGHT = 12
_BEFORE = 0.4  # of the width that what stands before a hit may take

Index = QModelIndex | QPersistentModelIndex


class HitDelegate(QStyledItemDelegate):
    """Paints a row; a click on its box, or the space bar, chooses it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), max(ROW, option.fontMetrics.height() + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node: Node = index.data(NODE)
        t = theme.tokens(option.widget.window().palette())
        painter.save()
        rect = QRectF(option.rect)
        if index.model().replacement is not None:
            self._paint_box(painter, box_of(rect), index.data(Qt.ItemDataRole.CheckStateRole), t)
            rect.setLeft(rect.left() + _BOX + _GAP)
        rect.adjust(4, 0, -_RIGHT, 0)
        if node.hit is None:
            self._paint_title(painter, rect, node, option, t)
        else:
            painter.setFont(option.font)
            self._paint_hit(painter, rect, node, index.model().becomes(node), t)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: HitsModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if model.replacement is None:
            return False
        clicked = event.type() == QEvent.Type.MouseButtonRelease and box_of(QRectF(option.rect)).adjusted(
            -4, -6, 4, 6
        ).contains(event.position())
        pressed = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space
        if not (clicked or pressed):
            return False
        checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def _paint_title(
        self, painter: QPainter, rect: QRectF, node: Node, option: QStyleOptionViewItem, t: theme.Tokens
    ) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        count = f"{node.hits:,}" if node.issue_id else ""
        if node.signed:
            count = self.tr("signed · {count}").format(count=count)
        painter.setFont(option.font)
        painter.setPen(t.text if selected else t.muted)
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        rect = rect.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(count) - _GAP, 0)
        font = QFont(option.font)
        font.setBold(bool(node.issue_id) and not node.article_id)
        painter.setFont(font)
        painter.setPen(t.text if node.issue_id or selected else t.muted)
        title = node.title or self.tr("Without a title")
        words = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_hit(
        self, painter: QPainter, rect: QRectF, node: Node, new: str | None, t: theme.Tokens
    ) -> None:
        before, found, after = context(node.text, node.hit)
        font = QFont(painter.font())
        metrics = QFontMetricsF(font)
        elided = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, rect.width() * _BEFORE)
        at = self._draw(painter, rect, elided, t.text)
        room = rect.width() * (1 - _BEFORE) / (1 if new is None else 2)
        shown = metrics.elidedText(found, Qt.TextElideMode.ElideMiddle, room)
        ground = QRectF(at, rect.top() + 3, metrics.horizontalAdvance(shown), rect.height() - 6)
        painter.fillRect(ground, t.paper_found)
        at = self._draw(painter, rect, shown, t.ink, at)
        if new is not None:
            at = self._draw(painter, rect, " → ", t.muted, at)
            bold = QFont(font)
            bold.setWeight(QFont.Weight.DemiBold)
            painter.setFont(bold)
            words = new or self.tr("(nothing)")
            shown = QFontMetricsF(bold).elidedText(words, Qt.TextElideMode.ElideMiddle, room)
            at = self._draw(painter, rect, shown, t.ok if new else t.muted, at)
            painter.setFont(font)
            at = self._draw(painter, rect, " ", t.text, at)
        if at < rect.right():
            rest = metrics.elidedText(after, Qt.TextElideMode.ElideRight, rect.right() - at)
            self._draw(painter, rect, rest, t.text, at)

    def _draw(
        self, painter: QPainter, rect: QRectF, words: str, color: QColor, at: float | None = None
    ) -> float:
        """Draw *words* from *at* on and return where they end."""
        left = rect.left() if at is None else at
        painter.setPen(color)
        painter.drawText(
            QRectF(left, rect.top(), max(0, rect.right() - left), rect.height()),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
            words,
        )
        return left + QFontMetricsF(painter.font()).horizontalAdvance(words)

    def _paint_box(self, painter: QPainter, box: QRectF, state: Qt.CheckState, t: theme.Tokens) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        off = state == Qt.CheckState.Unchecked
        painter.setPen(QPen(t.muted if off else t.accent, 1))
        painter.setBrush(t.base if off else t.accent)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(QPen(t.on_accent, 1.6, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        corner = box.topLeft()
        if state == Qt.CheckState.Checked:
            painter.drawPolyline(QPolygonF([corner + QPointF(x, y) for x, y in ((3, 7), (6, 10), (11, 4))]))
        elif not off:
            painter.drawLine(corner + QPointF(4, 7), corner + QPointF(10, 7))


def box_of(rect: QRectF) -> QRectF:
    """Return where a row's box stands."""
    return QRectF(round(rect.left() + 2), round(rect.center().y() - _BOX / 2), _BOX, _BOX)


class HitsView(QTreeView):
    """`opened` carries a hit, or the first of an article, that a person wants to see in the text."""

    opened = Signal(object)

    def __init__(self, model: HitsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(HitDelegate(self))
        self.setHeaderHidden(True)
        self.setIndentation(INDENT)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("What was found"))
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Highlight, QColor(Qt.GlobalColor.transparent))
        self.setPalette(palette)  # rows are tinted by `drawRow`

    def show_node(self, node: Node) -> None:
        """Make a row current and bring it into view."""
        index = self.model().index_of(node)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        left = self.visualRect(index).left()
        boxes = self.model().replacement is not None
        if event.position().x() > left + (_BOX + _GAP if boxes else 0):
            self._open(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        node = self.model().node(index)
        if node.article_id:
            self.opened.emit(node if node.hit is not None else node.children[0])

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t = theme.tokens(self.window().palette())
        selected = self.selectionModel().isSelected(index)
        hovered = self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos())) == index
        if selected or (hovered and self.underMouse()):
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(t.accent, 1) if selected and self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(t.row_selection if selected else t.row_hover)
            row = QRectF(4.5, option.rect.top() + 0.5, self.viewport().width() - 9, option.rect.height() - 1)
            painter.drawRoundedRect(row, 4, 4)
            painter.restore()
        plain = QStyleOptionViewItem(option)
        plain.state &= ~(QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus)
        super().drawRow(painter, plain, index)

    def drawBranches(self, painter: QPainter, rect: object, index: Index) -> None:
        if not self.model().hasChildren(index):
            return
        center = QPointF(rect.right() - INDENT / 2 + 1, rect.center().y() + 0.5)
        branches.paint(painter, center, self.isExpanded(index), theme.tokens(self.window().palette()).muted)
