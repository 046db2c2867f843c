"""The angle before a row of a tree that has others below it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

_REACH = 3.5  # pixels from its middle


def paint(painter: QPainter, center: QPointF, unfolded: bool, color: QColor) -> None:
    """Paint it around *center*: it points down where the row is *unfolded*, else to the right."""
    points = [(-_REACH / 2, -_REACH), (_REACH / 2, 0), (-_REACH / 2, _REACH)]
    if unfolded:
        points = [(-_REACH, -_REACH / 2), (0, _REACH / 2), (_REACH, -_REACH / 2)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 1.3, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(QPolygonF([center + QPointF(x, y) for x, y in points]))
    painter.restore()
