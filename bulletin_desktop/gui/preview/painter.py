"""Paints the pages of a `Layout` on anything that has a QPainter: the screen, an image, a PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from bulletin_desktop.gui.preview.ink import Inker, InkRun, LineInk, paint_ink
from bulletin_desktop.gui.preview.pictures import Pictures, no_pictures, paint_picture
from bulletin_desktop.typeset import place
from bulletin_desktop.typeset.layout import Item, Layout, Line, Page
from bulletin_desktop.typeset.measures import Measures
from bulletin_desktop.typeset.pictures import frame as frame_of
from bulletin_desktop.typeset.place import Glyphs, Placer
from bulletin_desktop.typeset.tables import TableBox
from bulletin_desktop.typeset.template import Template

_Key = tuple[int, tuple[int, int] | None]  # a line of an item, or a part of a table's row
PRINTED_MARKER = QColor("#FFF27A")

_BORDER_COLOR = "000000"
_GONE = 64  # items whose paint is kept although they may stand in no layout any more


def printed(color: str) -> QColor:
    """Return the layout's own colour, as on paper."""
    return QColor(f"#{color}")


def _unheard(_run: InkRun) -> None:
    """On a screen nobody reads the glyphs back."""


class PagePainter:
    """Paints one page at a time. The painter's unit must be a twip, its origin the page's corner.

    The paint of a line is kept as long as its item is the same object, so that after a keystroke
    only the edited paragraph is set anew. *painted* is given each run of glyphs as they are painted, with
    its text: a PDF must say it again.
    """

    def __init__(
        self,
        measures: Measures,
        color: Callable[[str], QColor] = printed,
        painted: Callable[[InkRun], object] = _unheard,
        *,
        pictures: Pictures = no_pictures,
    ) -> None:
        self._measures = measures
        self._placer: Placer | None = None
        self._inker = Inker(measures)
        self._color = color
        self._painted = painted
        self._pictures = pictures
        self._colors: dict[str, QColor] = {}
        self._layout: Layout | None = None
        self._lines: dict[int, tuple[Item, dict[_Key, LineInk]]] = {}
        self._enough = _GONE  # items, from which on those that are in no layout any more are given up
        self._folios: dict[int, LineInk] = {}

    def set_layout(self, layout: Layout | None) -> None:
        """Paint this layout from now on; what it shares with the one before keeps its paint."""
        template = self._layout.template if self._layout else None
        self._layout = layout
        if layout and (self._placer is None or layout.template is not template):
            self._placer = Placer(layout.template, self._measures)
            self._lines, self._folios = {}, {}
        if layout is None or len(self._lines) > self._enough:
            placed = layout.placed if layout else ()
            self._lines = {id(one.item): kept for one in placed if (kept := self._lines.get(id(one.item)))}
            self._enough = len(self._lines) + _GONE

    def paints(self, layout: Layout | None) -> bool:
        """Whether it is the pages of *layout* that can be painted now."""
        return layout is not None and layout is self._layout

    def placed(self, line: Line) -> tuple[Glyphs, ...]:
        """Return where the characters of a line stand."""
        return self._placer.line(self._layout, line) if self._placer and self._layout else ()

    def set_pictures(self, pictures: Pictures) -> None:
        """Take pictures from there."""
        self._pictures = pictures

    def set_color(self, color: Callable[[str], QColor]) -> None:
        """Use another mapping of the layout's colours, as when the window turns dark."""
        self._color = color
        self._colors = {}

    def paint(
        self, painter: QPainter, page: Page, marker: QColor = PRINTED_MARKER, clip: QRectF | None = None
    ) -> None:
        """Paint the text and rules of *page*, only the lines that touch *clip* if there is one."""
        layout = self._layout
        if layout is None or self._placer is None:
            return
        for line, below in zip(page.lines, (*page.lines[1:], None), strict=True):
            item = layout.placed[line.item].item
            if item.table is not None and _touches(line, clip, item.table.border):
                last = below is None or below.item != line.item
                self._paint_borders(painter, item.table, line, last)
            if _touches(line, clip):
                self._paint_line(painter, layout, line, item, marker)
        number = layout.folio(page.number)
        if number is not None:
            self._paint_folio(painter, layout.template, number, marker, clip)

    def _paint_folio(
        self, painter: QPainter, template: Template, number: int, marker: QColor, clip: QRectF | None
    ) -> None:
        """Paint the page number *number*, if *clip* shows its place."""
        em, baseline = template.folio.style.face.em, place.folio_baseline(template)
        if clip is not None and not clip.top() - em < baseline < clip.bottom() + em:
            return
        if number not in self._folios and self._placer:
            self._folios[number] = self._inker.ink(self._placer.folio(number))
        ink = self._folios[number]
        self._paint_ink(painter, ink, 0, marker)

    def _paint_line(self, painter: QPainter, layout: Layout, line: Line, item: Item, marker: QColor) -> None:
        if line.nth == 0:
            for rule in item.rules:
                setup = layout.template.page
                left, right = setup.left, setup.width - setup.right
                pen = QPen(self._named_color(rule.color), rule.eighths * 2.5)
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                painter.setPen(pen)
                painter.drawLine(QLineF(left, line.top + rule.y, right, line.top + rule.y))
        frame = frame_of(layout, line)
        if frame is not None and item.picture is not None:
            paint_picture(painter, frame, item.picture.sha256, self._pictures, self._named_color)
        if line.end > line.start or item.table is not None:
            ink = self._ink(line, item)
            self._paint_ink(painter, ink, line.top, marker)

    def _paint_ink(self, painter: QPainter, ink: LineInk, top: float, marker: QColor) -> None:
        paint_ink(painter, ink, top, self._named(ink), marker)
        for run in ink.runs:
            self._painted(run)

    def _paint_borders(self, painter: QPainter, table: TableBox, line: Line, last: bool) -> None:
        pen = QPen(self._named_color(_BORDER_COLOR), table.border)
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        painter.setPen(pen)
        left = self._layout.template.page.left if self._layout else 0
        for x1, y1, x2, y2 in table.borders(line.nth, line.height, last):
            painter.drawLine(QLineF(left + x1, line.top + y1, left + x2, line.top + y2))

    def _ink(self, line: Line, item: Item) -> LineInk:
        _, inks = self._lines.setdefault(id(item), (item, {}))
        key = line.nth, line.cut
        if key not in inks:
            inks[key] = self._inker.ink(self.placed(line))
        return inks[key]

    def _named(self, ink: LineInk) -> dict[str, QColor]:
        for color in _colors_of(ink):
            self._named_color(color)
        return self._colors

    def _named_color(self, color: str) -> QColor:
        if color not in self._colors:
            self._colors[color] = self._color(color)
        return self._colors[color]


def _touches(line: Line, clip: QRectF | None, below: int = 0) -> bool:
    """True if *clip* shows something of a line and of what reaches so far *below* it."""
    return clip is None or (line.top < clip.bottom() and line.top + line.height + below > clip.top())


def _colors_of(ink: LineInk) -> Iterator[str]:
    yield from (run.color for run in ink.runs)
    yield from (color for color, _, _ in ink.strokes)
    yield from (color for color, _, _ in ink.dots)
