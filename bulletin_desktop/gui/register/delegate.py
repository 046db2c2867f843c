"""How a cell of the register is painted, and how it is written in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.field_delegate import FieldDelegate
from bulletin_desktop.gui.register.columns import AT_THE_RIGHT, TABULAR, Column
from bulletin_desktop.services.register import ManuscriptRow, ManuscriptState

PAD = 8
_SHAPE = 9
_KNOWN = 500  # units or authors that are offered while one writes
_QUIET = (Column.RECEIVED, Column.CHARACTERS, Column.USED_IN, Column.ORIGINAL)

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(FieldDelegate):
    """Paints text in the row's colours and the state with its shape; what was rejected is faint."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, nth, column = index.model(), index.row(), index.column()  # asking by roles takes longer
        row: ManuscriptRow = model.row_at(nth)
        t = theme.tokens(option.palette)
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, t.row_selection if selected else t.row_hover)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(t.accent, 1))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        box = option.rect.adjusted(PAD, 0, -PAD, 0)
        if column == Column.STATE:
            paint_state(painter, QPointF(box.left() + _SHAPE / 2, box.center().y() + 0.5), row.state, t)
            box.setLeft(box.left() + _SHAPE + 6)
        quiet = row.state is ManuscriptState.REJECTED or column in _QUIET
        painter.setPen(t.muted if quiet and not selected else t.text)
        self._write(painter, option, box, model.text_at(nth, column), column)
        painter.restore()

    def _write(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, text: str, column: int
    ) -> None:
        if not text:
            return
        if column in TABULAR:
            font = QFont(option.font)
            font.setFeature(QFont.Tag("tnum"), 1)
            painter.setFont(font)
        else:
            painter.setFont(option.font)
        elide = Qt.TextElideMode.ElideMiddle if column == Column.ORIGINAL else Qt.TextElideMode.ElideRight
        side = Qt.AlignmentFlag.AlignRight if column in AT_THE_RIGHT else Qt.AlignmentFlag.AlignLeft
        text = painter.fontMetrics().elidedText(text, elide, box.width())
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, text)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        name = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        editor.setAccessibleName(name)
        known = sorted({str(text) for text in _texts(index)})
        if known:
            completer = QCompleter(known[:_KNOWN], editor)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            editor.setCompleter(completer)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(1, 1, -1, -1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            completer = watched.completer() if isinstance(watched, QLineEdit) else None
            if completer is None or not completer.popup().isVisible():
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QAbstractItemView.EndEditHint.NoHint)
                return False
        return super().eventFilter(watched, event)


def _texts(index: Index) -> set[str]:
    """What the column says already of any manuscript, to be offered while one writes."""
    column = Column(index.column())
    rows = index.model().rows
    if column is Column.CONTRIBUTOR:
        return {row.contributor for row in rows} - {""}
    if column is Column.AUTHOR:
        return {row.author for row in rows} - {""}
    return set()


def paint_state(painter: QPainter, center: QPointF, state: ManuscriptState, t: theme.Tokens) -> None:
    """Paint a manuscript's state: waiting a ring, reserve half full, used full, rejected a cross.

    Shape and colour both tell, so that neither has to be seen well.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(center.x() - _SHAPE / 2, center.y() - _SHAPE / 2, _SHAPE, _SHAPE)
    colors = {ManuscriptState.USED: t.ok, ManuscriptState.REJECTED: t.muted, ManuscriptState.RESERVE: t.warn}
    color = colors.get(state, t.accent)
    painter.setPen(QPen(color, 1.3, c=Qt.PenCapStyle.RoundCap))
    if state is ManuscriptState.REJECTED:
        cross = box.adjusted(1.2, 1.2, -1.2, -1.2)
        painter.drawLine(cross.topLeft(), cross.bottomRight())
        painter.drawLine(cross.topRight(), cross.bottomLeft())
    else:
        painter.setBrush(color if state is ManuscriptState.USED else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
    if state is ManuscriptState.RESERVE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPie(box, 90 * 16, 180 * 16)
    painter.restore()
