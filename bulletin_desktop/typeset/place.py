"""Where each character of a line stands on the page, for painting, PDF and finding what was clicked.

Justified lines are spread as LibreOffice and Word do: the rest goes evenly after Chinese characters
and spaces, Latin words stay whole, and a mark that hangs does not count.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bulletin_desktop.document.model import Mark
from bulletin_desktop.typeset.breaker import next_tab, tab_start
from bulletin_desktop.typeset.characters import BLANKS, CJK, HANGING
from bulletin_desktop.typeset.layout import Align, Item, Layout, Line, Style, Tab, TextRun
from bulletin_desktop.typeset.measures import Measures
from bulletin_desktop.typeset.portions import FontKey, Portion, Spread, Spreader
from bulletin_desktop.typeset.tables import CellBox, TableBox
from bulletin_desktop.typeset.template import Template

_KEPT = 256  # spreads of the paragraphs and cells last painted


class Glyphs(NamedTuple):
    """Characters that one font paints on one baseline, one position each."""

    text: str
    xs: tuple[float, ...]  # left edges, in twips from the page's left edge
    start: int  # offset of the first character in the item's text; -1 for dots and page numbers
    family: str  # the name in the .docx; `Measures` knows what stands for it
    latin: bool
    em: int  # the size in twips
    bold: bool
    marks: frozenset[Mark]
    color: str
    rise: int  # above the baseline
    end: float  # the right edge of the last character
    y: int  # the baseline, below the top of its `Line`; a page number's below the page's top edge


class Placer:
    """Places lines of layouts by one template."""

    def __init__(self, template: Template, measures: Measures) -> None:
        self._template = template
        self._spreader = Spreader(measures, dict(template.mark_faces))
        self._spreads: dict[int, tuple[Item | CellBox, Spread]] = {}

    def line(self, layout: Layout, line: Line) -> tuple[Glyphs, ...]:
        """Return the glyphs of a line, left to right. They do not depend on `Line.top`."""
        item = layout.placed[line.item].item
        if item.table is not None:
            return tuple(self._row(item.table, line))
        spread = self._spread(item, item.runs, item.style)
        end = line.end - 1 if spread.text[line.start : line.end].endswith("\n") else line.end
        xs = self._positions(item.style, spread, line, end, self._template.page.text_width)
        left = self._template.page.left
        glyphs = list(self._glyphs(item.style, spread, line.start, end, [left + x for x in xs]))
        if "\t" in spread.text[line.start : end]:
            dotted = self._with_dots(glyphs, item.style, line.start, xs)
            glyphs = sorted(dotted, key=lambda part: part.xs[0])
        return tuple(glyphs)

    def _row(self, table: TableBox, line: Line) -> Iterator[Glyphs]:
        """The glyphs of a table's row, cell by cell."""
        for cell, nth, y in table.lines_in(line.nth, line.cut):
            spread = self._spread(cell, cell.runs, cell.style)
            start, end = cell.lines[nth]
            part = Line(line.item, nth, start, end, line.top, cell.style.pitch)
            xs = self._positions(cell.style, spread, part, end, table.text_width(cell))
            left = self._template.page.left + table.text_left(cell)
            for glyphs in self._glyphs(cell.style, spread, start, end, [left + x for x in xs]):
                yield glyphs._replace(start=cell.start + glyphs.start, y=y + glyphs.y)

    def folio(self, number: int) -> tuple[Glyphs, ...]:
        """Return the page number *number*, as `Layout.folio` gives it."""
        folio, page = self._template.folio, self._template.page
        text = folio.text(number)
        spread = self._spreader.spread((TextRun(text),), folio.style)
        width = spread.width(0, len(text))
        side = folio.side(number)
        x = page.left + {Align.LEFT: folio.indent, Align.CENTER: (page.text_width - width) / 2}.get(
            side, page.text_width - folio.indent - width
        )
        xs = [x + edge for edge in _natural(spread, 0, len(text))]
        y = folio_baseline(self._template)
        glyphs = self._glyphs(folio.style, spread, 0, len(text), xs)
        return tuple(part._replace(start=-1, y=y) for part in glyphs)

    def _spread(self, owner: Item | CellBox, runs: tuple[TextRun, ...], style: Style) -> Spread:
        known = self._spreads.get(id(owner))
        if known is None or known[0] is not owner:
            if len(self._spreads) >= _KEPT:
                self._spreads.clear()
            known = self._spreads[id(owner)] = owner, self._spreader.spread(runs, style)
        return known[1]

    def _positions(self, style: Style, spread: Spread, line: Line, end: int, width: int) -> list[float]:
        """Left edges of characters [line.start, end) and the last one's right edge, from the block's left."""
        start = line.start
        indent = style.left + (style.first_line if line.nth == 0 else 0)
        natural = _natural(spread, start, end)
        if "\t" in spread.text[start:end]:
            return self._tabbed(style, spread, line, end, width)
        room = width - indent - style.right
        visible = _visible(spread.text, start, end)
        free = room - natural[visible - start] if visible > start else room
        if style.align is Align.JUSTIFY and line.end < len(spread.text) and end == line.end:
            spread_out = _justified(spread, start, visible, natural, room)
            return [indent + x for x in spread_out]
        shift = {Align.CENTER: free / 2, Align.RIGHT: free}.get(style.align, 0.0)
        return [indent + shift + x for x in natural]

    def _tabbed(self, style: Style, spread: Spread, line: Line, end: int, width: int) -> list[float]:
        natural = _natural(spread, line.start, end)
        xs: list[float] = []
        shift: float = style.left + (style.first_line if line.nth == 0 else 0)
        for nth, x in enumerate(natural[:-1]):
            xs.append(x + shift)
            at = line.start + nth
            if spread.text[at] == "\t":
                needed = spread.width(at + 1, _piece_end(spread.text, at + 1, end))
                stop = next_tab(style, xs[-1], needed, width)
                shift = tab_start(stop, xs[-1], needed) - natural[nth + 1]
        return [*xs, natural[-1] + shift]

    def _glyphs(
        self, style: Style, spread: Spread, start: int, end: int, xs: list[float]
    ) -> Iterator[Glyphs]:
        for portion in spread.portions_from(start) if start < end else ():
            if portion.start >= end:
                return
            first, last = max(portion.start, start), min(portion.end, end)
            if first < last:
                positions = tuple(xs[first - start : last - start])
                right = positions[-1] + self._spreader.widths(portion.font)[spread.text[last - 1]]
                yield Glyphs(
                    spread.text[first:last],
                    positions,
                    first,
                    portion.font.family,
                    portion.font.latin,
                    portion.font.em,
                    portion.font.bold,
                    portion.marks,
                    style.color,
                    _rise(style, portion),
                    right,
                    baseline(style),
                )

    def _with_dots(
        self, glyphs: Iterable[Glyphs], style: Style, start: int, xs: list[float]
    ) -> Iterator[Glyphs]:
        """The glyphs without their tabs, and dots where a tab leaves room for them."""
        for part in glyphs:
            yield from _without_tabs(part)
            for nth, char in enumerate(part.text):
                at = part.start + nth - start
                tab = _tab_at(style, xs[at + 1]) if char == "\t" else None
                if tab is not None and tab.dots:
                    yield from self._dots(part, part.xs[nth], xs[at + 1] + self._template.page.left)

    def _dots(self, tab: Glyphs, start: float, end: float) -> Iterator[Glyphs]:
        """As many dots of the tab's own font as fit, spread over its width as LibreOffice does."""
        dot = round(self._spreader.widths(FontKey(tab.family, tab.latin, tab.bold, tab.em))["."])
        count = round(end - start) // dot if dot else 0  # LibreOffice counts in whole twips
        if count > 0:
            step = (end - start) / count
            xs = tuple(start + step * nth for nth in range(count))
            yield tab._replace(text="." * count, xs=xs, start=-1, end=end)


def baseline(style: Style) -> int:
    """Return how far below a line's top its baseline is: an exact line gives it 80 % (measured)."""
    return style.pitch * 4 // 5


def folio_baseline(template: Template) -> int:
    """Return the page number's baseline, from the page's top edge."""
    style = template.folio.style
    return template.page.height - template.folio.distance - style.pitch + baseline(style)


def offset_at(glyphs: Iterable[Glyphs], x: float) -> int | None:
    """Return the offset, in the item's text, of the gap nearest to *x*; None on an empty line."""
    gaps: list[tuple[float, int]] = []
    for part in glyphs:
        if part.start >= 0:
            gaps += [(edge, part.start + nth) for nth, edge in enumerate(part.xs)]
            gaps.append((part.end, part.start + len(part.text)))
    return min(gaps, key=lambda gap: abs(gap[0] - x))[1] if gaps else None


def baselines(glyphs: Iterable[Glyphs]) -> list[tuple[int, tuple[Glyphs, ...]]]:
    """Return each baseline of a line with its glyphs from left to right, top to bottom.

    A line of text has one, a row of a table as many as its highest cell.
    """
    rows: dict[int, list[Glyphs]] = {}
    for part in glyphs:
        rows.setdefault(part.y, []).append(part)
    return [(y, tuple(sorted(rows[y], key=lambda part: part.xs[0]))) for y in sorted(rows)]


def _natural(spread: Spread, start: int, end: int) -> list[float]:
    """Left edges of characters [start, end) from the line's left, and the last one's right edge."""
    if start >= end:
        return [0.0]
    origin = spread.edges[start] + spread.before[start]
    xs = [spread.edges[at] + spread.before[at] - origin for at in range(start, end)]
    return [*xs, spread.edges[end] - origin]


def _visible(text: str, start: int, end: int) -> int:
    """The end of a line without the spaces that vanish there."""
    while end > start and text[end - 1] in BLANKS:
        end -= 1
    return end


def _justified(spread: Spread, start: int, visible: int, natural: list[float], room: float) -> list[float]:
    text, script = spread.text, spread.script
    last = visible - 1
    counted = natural[visible - start]
    if counted > room and last > start and text[last] in HANGING and spread.hanging:
        counted = natural[last - start] - spread.before[last]
        last -= 1
    stretches = [at for at in range(start + 1, last + 1) if script[at - 1] == CJK or text[at - 1] == " "]
    each = (room - counted) / len(stretches) if stretches else 0.0
    return [x + each * bisect_right(stretches, start + nth) for nth, x in enumerate(natural)]


def _piece_end(text: str, start: int, end: int) -> int:
    found = text.find("\t", start, end)
    return end if found < 0 else found


def _without_tabs(part: Glyphs) -> Iterator[Glyphs]:
    at = 0
    for piece in part.text.split("\t"):
        stop = at + len(piece)
        if piece:
            end = part.end if stop == len(part.text) else part.xs[stop]
            yield part._replace(text=piece, xs=part.xs[at:stop], start=part.start + at, end=end)
        at = stop + 1


def _tab_at(style: Style, end: float) -> Tab | None:
    """The tab stop that the text from *end* on was set by."""
    return next((tab for tab in style.tabs if tab.position + 1 >= end), None)


def _rise(style: Style, portion: Portion) -> int:
    """LibreOffice raises a superscript by a third of the size and lowers a subscript by 8 %."""
    if Mark.SUPERSCRIPT in portion.marks:
        return style.face.em * 33 // 100
    return -style.face.em * 8 // 100 if Mark.SUBSCRIPT in portion.marks else 0
