"""A check box that is visible in the dark: Fusion's own outline is darker than a dark window."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox

from bulletin_desktop.gui import theme

_BOX = 15
_GAP = 7


class CheckBox(QCheckBox):
    """Painted from the palette; everything else is a QCheckBox's."""

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(_BOX + _GAP + words.width() + 4, max(_BOX, words.height()) + 6)

    def hitButton(self, at: object) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0.5, (self.height() - _BOX) // 2 + 0.5, _BOX - 1, _BOX - 1)
        checked = self.isChecked()
        accent = t.accent if self.isEnabled() else t.faint
        painter.setPen(QPen(accent if checked or self.hasFocus() or self.underMouse() else t.edge, 1))
        painter.setBrush(accent if checked else t.base)
        painter.drawRoundedRect(box, 3, 3)
        if checked:
            painter.setPen(QPen(t.on_accent, 1.6, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
            corner = box.topLeft()
            painter.drawPolyline(QPolygonF([corner + QPointF(x, y) for x, y in ((3, 7), (6, 10), (11, 4))]))
        painter.setPen(t.text if self.isEnabled() else t.faint)
        words = self.rect().adjusted(_BOX + _GAP, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic, self.text())
