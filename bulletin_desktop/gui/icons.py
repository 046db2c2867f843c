"""The program's own icons: one set, one weight, drawn in SVG on a 24 px grid, coloured from the palette."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from bulletin_desktop import paths
from bulletin_desktop.gui import theme

SIZES = (14, 18, 24)  # bars, buttons, dialogs; logical pixels
_EMPTY_STATE = 48


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, size: int, color: QColor, ratio: float = 1.0) -> QPixmap:
    """Draw the icon *name* at *size* logical pixels, sharp on a screen of *ratio* device pixels each."""
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", color.name()).encode()))
    image = QPixmap(round(size * ratio), round(size * ratio))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def icon(name: str, color: QColor | None = None) -> QIcon:
    """Return the icon *name* in *color*, by default the palette's icon colour, with its disabled twin.

    Icons carry their colour: make them again when the palette changes (`Theme.changed`).
    """
    t = theme.tokens(QGuiApplication.palette())
    ratios = {1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}
    result = QIcon()
    for size in (*SIZES, _EMPTY_STATE):
        for ratio in ratios:
            result.addPixmap(pixmap(name, size, color or t.icon, ratio))
            result.addPixmap(pixmap(name, size, t.faint, ratio), QIcon.Mode.Disabled)
    return result
