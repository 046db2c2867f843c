"""The program's own icons: one set, one weight, drawn in SVG on a 24 px grid, coloured from the palette."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from bulletin_desktop import paths
from bulletin_desktop.gui import theme

SIZES = (14, 18)  # of icons in bars and of all others; logical pixels


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, size: int, color: QColor, ratio: float = 1.0) -> QPixmap:
    """Draw the icon *name* at *size* logical pixels, sharp on a screen of *ratio* device pixels each."""
    return _drawn(_renderer(name, color), size, ratio)


def _renderer(name: str, color: QColor) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", color.name()).encode()))


def _drawn(renderer: QSvgRenderer, size: int, ratio: float) -> QPixmap:
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
    for mode, shade in ((QIcon.Mode.Normal, color or t.icon), (QIcon.Mode.Disabled, t.faint)):
        renderer = _renderer(name, shade)
        for size in SIZES:
            for ratio in ratios:
                result.addPixmap(_drawn(renderer, size, ratio), mode)
    return result
