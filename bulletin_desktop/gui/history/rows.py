"""How a row of the list of versions is painted, and how its name is written in place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionViewItem, QWidget

from bulletin_desktop.gui import icons, theme
from bulletin_desktop.gui.field_delegate import FieldDelegate
from bulletin_desktop.gui.history.model import ENTRY_ROLE, FIGURES_ROLE

_Index = QModelIndex | QPersistentModelIndex
_PAD = 8
_FLAG = 14


class EntryDelegate(FieldDelegate):
    """Two lines: when and the name, below what there is to say in muted figures."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, 2 * option.fontMetrics.height() + _PAD + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        t = theme.tokens(option.palette)
        entry = index.data(ENTRY_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, t)
        box = option.rect.adjusted(_PAD + 4, _PAD // 2, -_PAD, -_PAD // 2)
        half = box.height() // 2
        upper = QRect(box.left(), box.top(), box.width(), half)
        lower = QRect(box.left(), box.top() + half, box.width(), half)
        metrics = option.fontMetrics
        when = index.data()
        painter.setFont(option.font)
        painter.setPen(t.text)
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, when)
        if entry.name:
            left = upper.left() + metrics.horizontalAdvance(when) + 12
            flag = icons.pixmap("flag", _FLAG, t.accent, painter.device().devicePixelRatioF())
            painter.drawPixmap(left, upper.center().y() - _FLAG // 2, flag)
            place = upper.adjusted(left + _FLAG + 4 - upper.left(), 0, 0, 0)
            bold = QFont(option.font)
            bold.setWeight(QFont.Weight.DemiBold)
            painter.setFont(bold)
            name = metrics.elidedText(entry.name, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(_figures(option.font))
        painter.setPen(t.muted)
        self._figures(painter, lower, index, option, t)
        painter.restore()

    def _figures(
        self, painter: QPainter, place: QRect, index: _Index, option: QStyleOptionViewItem, t: theme.Tokens
    ) -> None:
        entry, figures = index.data(ENTRY_ROLE), index.data(FIGURES_ROLE)
        chosen = option.state & QStyle.StateFlag.State_Selected and t.strong  # too little contrast else
        metrics = painter.fontMetrics()
        signs = [(f"+{figures[0]}", t.added), (f"−{figures[1]}", t.removed)] if figures else []
        right = place.right()
        for sign, color in reversed(signs):
            if sign[1:] != "0":
                width = metrics.horizontalAdvance(sign)
                painter.setPen(t.text if chosen else color)
                painter.drawText(
                    QRect(right - width, place.top(), width + 1, place.height()),
                    Qt.AlignmentFlag.AlignVCenter,
                    sign,
                )
                right -= width + 8
        painter.setPen(t.text if chosen else t.muted)
        said = metrics.elidedText(entry.said, Qt.TextElideMode.ElideRight, right - place.left())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, said)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, t: theme.Tokens) -> None:
        selected = option.state & QStyle.StateFlag.State_Selected
        if not selected and not option.state & QStyle.StateFlag.State_MouseOver:
            return
        row = QRectF(option.rect).adjusted(4, 1, -4, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.row_selection if selected else t.row_hover)
        painter.drawRoundedRect(row, 4, 4)
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(t.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("Name of the version"))
        editor.setPlaceholderText(self.tr("Name of the version"))
        editor.setMaxLength(60)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        height = editor.sizeHint().height()
        editor.setGeometry(
            option.rect.left() + 8, option.rect.center().y() - height // 2, option.rect.width() - 16, height
        )


def _figures(font: QFont) -> QFont:
    tabular = QFont(font)
    tabular.setFeature(QFont.Tag("tnum"), 1)
    return tabular
