"""How a row of the tree is painted: its title, a shape for an article's state, the count at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionViewItem, QWidget

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.field_delegate import FieldDelegate
from bulletin_desktop.gui.tree.model import COUNT, CUT, NODE
from bulletin_desktop.gui.tree.nodes import Kind, Node

INDENT = 12
ROW = 28
SHAPE = 9
MARGIN = 8  # of a row's tint, from the pane's edges
COUNT_RIGHT = 12

_GAP = 6  # between title and count
_LEAST = 5  # characters of a headline that matter more than its length

_FAINT = 0.45  # opacity of what was cut
_QUIET = (Kind.YEAR, Kind.BIN, Kind.BIN_ITEM, Kind.TEXTS)

Index = QModelIndex | QPersistentModelIndex


def _count_font(font: QFont) -> QFont:
    smaller = QFont(font)
    if font.pointSizeF() > 0:
        smaller.setPointSizeF(font.pointSizeF() - 0.5)
    smaller.setFeature(QFont.Tag("tnum"), 1)
    return smaller


class RowDelegate(FieldDelegate):
    """Paints a row's title, count and shape; the view paints selection and chevrons."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), max(ROW, option.fontMetrics.height() + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node: Node = index.data(NODE)
        t = theme.tokens(option.palette)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if index.data(CUT):
            painter.setOpacity(_FAINT)
        rect = option.rect.adjusted(4, 0, -COUNT_RIGHT, 0)
        painter.setPen(t.text if selected else t.muted)
        rect.setRight(rect.right() - self._paint_count(painter, option, index, rect))
        font = QFont(option.font)
        font.setBold(node.kind is Kind.ISSUE)
        painter.setFont(font)
        painter.setPen(t.muted if node.kind in _QUIET and not selected else t.text)
        title = painter.fontMetrics().elidedText(node.title, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        if node.kind is Kind.ARTICLE:
            # It stands in the empty branch column, which leaves more room for the title.
            center = QPointF(option.rect.left() - INDENT / 2 + 2, option.rect.center().y() + 0.5)
            paint_state(painter, center, node.state, node.problems, t)
        painter.restore()

    def _paint_count(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, rect: QRect) -> int:
        """Paint the count at the right of *rect*, with the painter's pen; return how much it takes.

        In a narrow pane an article's headline matters more.
        """
        count, node = index.data(COUNT), index.data(NODE)
        painter.setFont(_count_font(option.font))
        used = painter.fontMetrics().horizontalAdvance(count) + _GAP
        least = option.fontMetrics.horizontalAdvance(node.title[:_LEAST])
        if not count or (node.kind is Kind.ARTICLE and rect.width() - used < least):
            return 0
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        return used

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        super().setEditorData(editor, index)
        # the view selects from the start; a long name is read from there, so the cursor belongs there
        QTimer.singleShot(0, editor, lambda: _select_backwards(editor))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFrame(True)
        editor.setAccessibleName(self.tr("Name"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(0, 1, -MARGIN, -1))


def _select_backwards(field: QLineEdit) -> None:
    """Select all of a name with the cursor before it, unless the person has begun to type."""
    if field.selectedText() == field.text():
        field.setSelection(len(field.text()), -len(field.text()))


def paint_state(painter: QPainter, center: QPointF, state: str, problems: int, t: theme.Tokens) -> None:
    """Paint an article's state: draft a ring, checked half full, sent with a dot, signed full; problems win.

    Shape and colour both tell, so that neither has to be seen well.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(center.x() - SHAPE / 2, center.y() - SHAPE / 2, SHAPE, SHAPE)
    color = {"checked": t.accent, "sent": t.accent, "signed": t.ok}.get(state, t.muted)
    if problems:
        _paint_problem(painter, box, t)
        return
    painter.setPen(QPen(color, 1.3))
    painter.setBrush(color if state == "signed" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    if state == "checked":
        painter.drawPie(box, 90 * 16, 180 * 16)
    elif state == "sent":
        painter.drawEllipse(center, 1.9, 1.9)


def _paint_problem(painter: QPainter, box: QRectF, t: theme.Tokens) -> None:
    disc = box.adjusted(-1, -1, 1, 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(t.err)
    painter.drawEllipse(disc)
    x, y = disc.center().x(), disc.center().y()
    ink = QColor(t.base)
    painter.setPen(QPen(ink, 1.5, c=Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(x, y - 2.8), QPointF(x, y + 0.6))
    painter.drawPoint(QPointF(x, y + 2.9))
