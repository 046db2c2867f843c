"""Where the pages lie on the desk: pure arithmetic between twips of a page and pixels of the desk."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSizeF

TWIPS_PER_INCH = 1440
SMALLEST, LARGEST = 0.25, 4.0


class Fit(Enum):
    """Zooms that depend on the size of the pane."""

    WIDTH = auto()
    PAGE = auto()


Zoom = Fit | float
"""How large pages are shown: fitted, or a factor of their real size."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Equal pages in one column on the desk. Lengths are logical pixels, *page* is in twips."""

    page: QSizeF
    count: int
    scale: float  # pixels per twip
    view: QSizeF
    margin: int

    @property
    def width(self) -> int:
        """The width of a page on the desk."""
        return round(self.page.width() * self.scale)

    @property
    def height(self) -> int:
        """The height of a page on the desk."""
        return round(self.page.height() * self.scale)

    @property
    def total(self) -> QSizeF:
        """The size of the whole desk."""
        return QSizeF(self.width + 2 * self.margin, self.margin + self.count * (self.height + self.margin))

    def rect(self, index: int) -> QRectF:
        """Return where page *index* lies, from the desk's top left corner."""
        left = max(self.margin, (int(self.view.width()) - self.width) // 2)
        return QRectF(left, self.margin + index * (self.height + self.margin), self.width, self.height)

    def page_at(self, y: float) -> int:
        """Return the page nearest to a height on the desk."""
        step = self.height + self.margin
        return min(max(int((y - self.margin / 2) // step), 0), max(self.count - 1, 0))

    def visible(self, top: float, bottom: float) -> range:
        """Return the pages that touch the stretch [top, bottom] of the desk, shadows included."""
        if not self.count:
            return range(0)
        return range(self.page_at(top), self.page_at(bottom) + 1)

    def to_page(self, index: int, at: QPointF) -> QPointF:
        """Return a point of the desk in twips of page *index*."""
        return (at - self.rect(index).topLeft()) / self.scale

    def to_desk(self, index: int, rect: QRectF) -> QRectF:
        """Return a rectangle of page *index* on the desk."""
        corner = self.rect(index).topLeft()
        return QRectF(corner + rect.topLeft() * self.scale, rect.size() * self.scale)


def scale_for(zoom: Zoom, page: QSizeF, view: QSizeF, margin: int, dots_per_inch: float) -> float:
    """Return the pixels per twip that *zoom* asks for."""
    real = dots_per_inch / TWIPS_PER_INCH
    if isinstance(zoom, float):
        return real * zoom
    width = (view.width() - 2 * margin) / page.width()
    height = (view.height() - 2 * margin) / page.height()
    wanted = width if zoom is Fit.WIDTH else min(width, height)
    return min(max(wanted, real * SMALLEST), real * LARGEST)
