"""A picture on a page, or the quiet box that stands for one that is not there (yet)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from bulletin_desktop.typeset.pictures import Frame

Pictures = Callable[[str, int], QImage | None]
"""Gives a picture by its SHA-256, decoded for so many device pixels across; None if it is not there (yet)."""

MISSING, EDGE, SAYS = "EDEDED", "C8C8C8", "5A5A5A"  # as a layout's colours: red, green, blue


def no_pictures(_sha256: str, _pixels: int) -> QImage | None:
    """Know no picture."""
    return None


def paint_picture(
    painter: QPainter, frame: Frame, sha256: str, pictures: Pictures, color: Callable[[str], QColor]
) -> None:
    """Paint a picture into *frame*, in the painter's own unit."""
    place = QRectF(frame.left, frame.top, frame.width, frame.height)
    pixels = max(1, round(painter.deviceTransform().mapRect(place).width()))
    image = pictures(sha256, pixels)
    if image is None or image.isNull():
        painter.fillRect(place, color(MISSING))
        painter.setPen(QPen(color(EDGE), 0))
        painter.drawRect(place)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, image)
    painter.restore()
