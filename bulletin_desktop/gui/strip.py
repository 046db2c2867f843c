"""The folded preview: a narrow strip at the right edge that unfolds it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from bulletin_desktop.gui import theme

WIDTH = 28


class PreviewStrip(QAbstractButton):
    """Shows its name in upright characters below a chevron."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Preview"))
        self.setToolTip(self.tr("Show the pages"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), t.row_hover if self.underMouse() else t.window)
        painter.setPen(t.accent if self.hasFocus() else t.line)
        painter.drawLine(0, 0, 0, self.height())
        painter.setPen(QPen(t.text, 1.3, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        middle = QPointF(WIDTH / 2, 20)
        painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in ((2, -4), (-2, 0), (2, 4))]))
        if self.text().isascii():
            painter.translate(WIDTH / 2 + self.fontMetrics().ascent() / 2 - 1, 36)
            painter.rotate(90)
            painter.drawText(QPointF(0, self.fontMetrics().ascent() - 4), self.text())
            return
        height = self.fontMetrics().height() + 1
        for nth, char in enumerate(self.text()):
            box = QRect(0, 36 + nth * height, WIDTH, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, char)
