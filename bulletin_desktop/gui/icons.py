"""The program's own icons: one set, one weight, drawn in SVG on a 24 px grid, coloured from the palette."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from bulletin_desktop import paths
from bulletin_desktop.gui import theme


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


class _Engine(QIconEngine):
    """Draws an icon when it is shown for the first time, at the size and sharpness it is shown at."""

    def __init__(self, name: str, color: QColor, disabled: QColor) -> None:
        super().__init__()
        self._name, self._color, self._disabled = name, color, disabled
        self._drawn: dict[tuple[int, bool, float], QPixmap] = {}

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._color, self._disabled)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        """Return the icon at *size* logical pixels, of *scale* device pixels each."""
        off = mode == QIcon.Mode.Disabled
        key = (size.width(), off, scale)
        if key not in self._drawn:
            color = self._disabled if off else self._color
            self._drawn[key] = pixmap(self._name, size.width(), color, scale)
        return self._drawn[key]

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect.topLeft(), self.scaledPixmap(rect.size(), mode, state, ratio))


def icon(name: str, color: QColor | None = None) -> QIcon:
    """Return the icon *name* in *color*, by default the palette's icon colour, with its disabled twin.

    Icons carry their colour: make them again when the palette changes (`Theme.changed`).
    """
    t = theme.tokens(QGuiApplication.palette())
    return QIcon(_Engine(name, color or t.icon, t.faint))
