"""From a place on a page to a place in the text and back. Lengths are twips of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF

from bulletin_desktop.gui.preview.reading import Spot
from bulletin_desktop.typeset import place
from bulletin_desktop.typeset.layout import Item, Layout, Line
from bulletin_desktop.typeset.place import Glyphs

Places = Callable[[Line], Sequence[Glyphs]]
"""Gives the characters of a line."""

_ABOVE, _BELOW = 0.94, 0.24  # of the em: what a character's box fills above and below its baseline


def line_rect(layout: Layout, line: Line) -> QRectF:
    """Return what a line fills of a page: room for its bar and hanging marks, not the paper's edges."""
    edge = layout.template.page.width / 40
    return QRectF(edge, line.top, layout.template.page.width - 2 * edge, line.height)


def nearest_line(lines: Sequence[Line], top: float) -> int | None:
    """Return which of a page's lines begins nearest to *top*, one with text first; None if there is none."""

    def distance(nth: int) -> tuple[float, bool]:
        return abs(lines[nth].top - top), lines[nth].start == lines[nth].end

    return min(range(len(lines)), key=distance, default=None)


def spans_of(layout: Layout, index: int, article: str, block: str) -> list[tuple[float, float]]:
    """Return the stretches [top, bottom] of page *index* that a block fills; touching lines are one."""
    spans: list[tuple[float, float]] = []
    for line in layout.pages[index].lines:
        item = layout.placed[line.item].item
        if item.block != block or item.article != article:
            continue
        rect = line_rect(layout, line)
        if spans and spans[-1][1] == rect.top():
            spans[-1] = spans[-1][0], rect.bottom()
        else:
            spans.append((rect.top(), rect.bottom()))
    return spans


def extent_of(layout: Layout, index: int, article: str) -> tuple[float, float] | None:
    """Return the stretch [top, bottom] of page *index* from an article's first line to its last."""
    rects = [
        line_rect(layout, line)
        for line in layout.pages[index].lines
        if layout.placed[line.item].item.article == article
    ]
    return (rects[0].top(), rects[-1].bottom()) if rects else None


def boxes(line: Line, glyphs: Iterable[Glyphs], start: int, end: int) -> Iterator[QRectF]:
    """Yield the boxes of characters [start, end) of a line's item, one for each portion of it.

    What stands apart on one baseline without a character between, as Latin among Chinese, is joined.
    """
    before: tuple[int, QRectF] | None = None  # the last box, and the offset where it ends
    for part in glyphs:
        first, last = max(start, part.start), min(end, part.start + len(part.text))
        if part.start < 0 or first >= last:
            continue
        left = part.xs[first - part.start]
        right = part.end if last == part.start + len(part.text) else part.xs[last - part.start]
        box = QRectF(left, line.top + part.y - part.rise - part.em * _ABOVE, right - left, 0)
        box.setHeight(part.em * (_ABOVE + _BELOW))
        if before is not None:
            joined = before[0] == first and before[1].top() == box.top()
            yield before[1].adjusted(0, 0, left - before[1].right(), 0) if joined else before[1]
        before = last, box
    if before is not None:
        yield before[1]


def changed(before: Layout, after: Layout, index: int) -> QRectF:
    """Return the part of page *index* that looks different; empty if none does."""
    old, new = (list(_looks(layout, index)) for layout in (before, after))
    if old == new:
        return QRectF()
    rects = [rect for look, rect in old if (look, rect) not in new] + [
        pair[1] for pair in new if pair not in old
    ]
    union = QRectF()
    for rect in rects:
        union = union.united(rect)
    return union


def _looks(layout: Layout, index: int) -> Iterator[tuple[tuple[object, ...], QRectF]]:
    """What decides how each line looks. Both layouts are alive, so an item's id stands for its value."""
    for line in layout.pages[index].lines:
        item = layout.placed[line.item].item
        yield (id(item), line.nth, line.cut, line.start, line.end), line_rect(layout, line)


def target(layout: Layout, index: int, at: QPointF, placed: Places) -> tuple[str, str, int] | None:
    """Return the article, block and offset that a click means: the nearest line's nearest gap.

    A line of the contents means its article's headline; masthead and imprint mean nothing.
    """
    lines = layout.pages[index].lines
    line = _nearest(layout, [each for each in lines if _owner(layout.placed[each.item].item)], at)
    if line is None:
        return None
    item = layout.placed[line.item].item
    if _distance(line_rect(layout, line), at.y()) > 2 * layout.template.page.pitch:
        return None
    article, block = _owner(item) or ("", "")
    return article, block, 0 if item.link else max(0, _offset(layout, line, placed(line), at) - item.lead)


def spot(layout: Layout, index: int, at: QPointF, placed: Places) -> Spot | None:
    """Return the gap nearest to a point of page *index*, in whatever text; None on an empty page."""
    lines = [line for line in layout.pages[index].lines if line.end > line.start]
    line = _nearest(layout, lines, at)
    return Spot(line.item, _offset(layout, line, placed(line), at)) if line else None


def _offset(layout: Layout, line: Line, glyphs: Sequence[Glyphs], at: QPointF) -> int:
    """The offset of the gap nearest to *at*, on the nearest baseline of the line or of the cell."""
    table, start = layout.placed[line.item].item.table, line.start
    if table is not None:
        cell = table.cell_at(line.nth, at.x() - layout.template.page.left)
        start = cell.start
        glyphs = [part for part in glyphs if cell.start <= part.start < cell.end]
    rows = [row for row in place.baselines(glyphs) if any(part.start >= 0 for part in row[1])]
    if not rows:
        return start
    _, row = min(rows, key=lambda each: abs(_middle(line, *each) - at.y()))
    offset = place.offset_at(row, at.x())
    return start if offset is None else offset


def _middle(line: Line, y: int, row: Sequence[Glyphs]) -> float:
    return line.top + y - row[0].em * (_ABOVE - _BELOW) / 2


def _nearest(layout: Layout, lines: Sequence[Line], at: QPointF) -> Line | None:
    return min(lines, key=lambda each: _distance(line_rect(layout, each), at.y()), default=None)


def _owner(item: Item) -> tuple[str, str] | None:
    if item.link:
        return item.link, "headline"
    return (item.article, item.block) if item.article and item.block else None


def _distance(rect: QRectF, y: float) -> float:
    return max(rect.top() - y, y - rect.bottom(), 0.0)
