"""The small label beside the mouse that says what is dragged."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from bulletin_desktop.gui import theme

_LONGEST = 30  # characters


def picture(widget: QWidget, words: str) -> QPixmap:
    """Return *words* on a card in the font and the colours of *widget*, sharp on its screen."""
    t, metrics = theme.tokens(widget.palette()), widget.fontMetrics()
    words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, metrics.averageCharWidth() * _LONGEST)
    size = QSize(metrics.horizontalAdvance(words) + 16, metrics.height() + 8)
    ratio = widget.devicePixelRatioF()
    drawn = QPixmap(size * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(widget.font())
    painter.setPen(QPen(t.edge, 1))
    painter.setBrush(t.base)
    box = QRectF(0, 0, size.width(), size.height()).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(t.text)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return drawn
