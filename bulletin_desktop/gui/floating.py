"""What lies over the window for a while: its ground has one look."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from bulletin_desktop.gui import theme


def paint_ground(widget: QWidget, edge: QColor | None = None) -> None:
    """Paint *widget*'s ground, in its paint event, with the palette's edge or another."""
    t = theme.tokens(widget.palette())
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge or t.edge, 1))
    painter.setBrush(t.base)
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
