"""Where the pages lie on the desk: pure arithmetic between twips of a page and pixels of the desk."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSizeF

from bulletin_desktop.values import dataclass

TWIPS_PER_INCH = 1440
SMALLEST, LARGEST = 0.25, 4.0
_FITTED = 0.1  # a fitted page may be smaller than one would choose
GUTTER = 8  # pixels between two pages side by side


class Fit(Enum):
    """Zooms that depend on the size of the pane."""

    WIDTH = auto()
    PAGE = auto()


Zoom = Fit | float
"""How large pages are shown: fitted, or a factor of their real size."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How pages lie beside each other: *count* in a row, *lead* places of the first row left empty."""

    count: int = 1
    lead: int = 0


@dataclass(frozen=True, slots=True)
class Stack:
    """Equal pages in rows on the desk. Lengths are logical pixels, *page* is in twips."""

    page: QSizeF
    count: int
    scale: float  # pixels per twip
    view: QSizeF
    margin: int
    columns: Columns = Columns()

    @property
    def width(self) -> int:
        """The width of a page on the desk."""
        return round(self.page.width() * self.scale)

    @property
    def height(self) -> int:
        """The height of a page on the desk."""
        return round(self.page.height() * self.scale)

    @property
    def row_width(self) -> int:
        """The width of a full row."""
        return self.columns.count * (self.width + GUTTER) - GUTTER

    @property
    def step(self) -> int:
        """From the top of one row to the top of the next."""
        return self.height + self.margin

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return -(-(self.count + self.columns.lead) // self.columns.count) if self.count else 0

    @property
    def total(self) -> QSizeF:
        """The size of the whole desk."""
        return QSizeF(self.row_width + 2 * self.margin, self.margin + self.rows * self.step)

    def row_of(self, index: int) -> int:
        """Return the row of page *index*."""
        return (index + self.columns.lead) // self.columns.count

    def pages_of(self, row: int) -> range:
        """Return the pages of a row."""
        first = row * self.columns.count - self.columns.lead
        return range(max(first, 0), min(first + self.columns.count, self.count))

    def rect(self, index: int) -> QRectF:
        """Return where page *index* lies, from the desk's top left corner."""
        left = max(self.margin, (int(self.view.width()) - self.row_width) // 2)
        left += (index + self.columns.lead) % self.columns.count * (self.width + GUTTER)
        return QRectF(left, self.margin + self.row_of(index) * self.step, self.width, self.height)

    def row_at(self, y: float) -> int:
        """Return the row nearest to a height on the desk."""
        return min(max(int((y - self.margin / 2) // self.step), 0), max(self.rows - 1, 0))

    def page_at(self, at: QPointF) -> int:
        """Return the page nearest to a point of the desk; 0 if there is none."""
        pages = self.pages_of(self.row_at(at.y()))
        return min(pages, key=lambda index: abs(self.rect(index).center().x() - at.x()), default=0)

    def visible(self, top: float, bottom: float) -> range:
        """Return the pages that touch the stretch [top, bottom] of the desk, shadows included."""
        if not self.count:
            return range(0)
        return range(self.pages_of(self.row_at(top)).start, self.pages_of(self.row_at(bottom)).stop)

    def to_page(self, index: int, at: QPointF) -> QPointF:
        """Return a point of the desk in twips of page *index*."""
        return (at - self.rect(index).topLeft()) / self.scale

    def to_desk(self, index: int, rect: QRectF) -> QRectF:
        """Return a rectangle of page *index* on the desk."""
        corner = self.rect(index).topLeft()
        return QRectF(corner + rect.topLeft() * self.scale, rect.size() * self.scale)


def fitting_room(view: QSizeF, margin: int, columns: int) -> QSizeF:
    """Return the room for one page if *columns* of them fill the width of the view."""
    gaps = 2 * margin + (columns - 1) * GUTTER
    return QSizeF((view.width() - gaps) / columns, view.height() - 2 * margin)


def scale_for(zoom: Zoom, page: QSizeF, room: QSizeF, dots_per_inch: float) -> float:
    """Return the pixels per twip that *zoom* asks for, with *room* for each page."""
    real = dots_per_inch / TWIPS_PER_INCH
    if isinstance(zoom, float):
        return real * zoom
    width, height = room.width() / page.width(), room.height() / page.height()
    wanted = width if zoom is Fit.WIDTH else min(width, height)
    return min(max(wanted, real * _FITTED), real * LARGEST)
