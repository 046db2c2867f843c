"""From a place on a page to a place in the text and back. Lengths are twips of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF

from bulletin_desktop.typeset import place
from bulletin_desktop.typeset.layout import Item, Layout, Line
from bulletin_desktop.typeset.place import Glyphs


def line_rect(layout: Layout, line: Line) -> QRectF:
    """Return what a line fills of a page: room for its bar and hanging marks, not the paper's edges."""
    edge = layout.template.page.width / 40
    pitch = layout.placed[line.item].item.style.pitch
    return QRectF(edge, line.top, layout.template.page.width - 2 * edge, pitch)


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


def _looks(layout: Layout, index: int) -> Iterator[tuple[tuple[int, int, int, int], QRectF]]:
    """What decides how each line looks. Both layouts are alive, so an item's id stands for its value."""
    for line in layout.pages[index].lines:
        item = layout.placed[line.item].item
        yield (id(item), line.nth, line.start, line.end), line_rect(layout, line)


def target(
    layout: Layout, index: int, at: QPointF, placed: Callable[[Line], Sequence[Glyphs]]
) -> tuple[str, str, int] | None:
    """Return the article, block and offset that a click means: the nearest line's nearest gap.

    *placed* gives the characters of a line. A line of the contents means its article's headline;
    masthead and imprint mean nothing.
    """
    lines = layout.pages[index].lines
    owned = [line for line in lines if _owner(layout.placed[line.item].item)]
    if not owned:
        return None
    line = min(owned, key=lambda each: _distance(line_rect(layout, each), at.y()))
    item = layout.placed[line.item].item
    pitch = item.style.pitch
    if _distance(line_rect(layout, line), at.y()) > 2 * pitch:
        return None
    article, block = _owner(item) or ("", "")
    offset = None if item.link else place.offset_at(placed(line), at.x())
    return article, block, (0 if item.link else line.start) if offset is None else offset


def _owner(item: Item) -> tuple[str, str] | None:
    if item.link:
        return item.link, "headline"
    return (item.article, item.block) if item.article and item.block else None


def _distance(rect: QRectF, y: float) -> float:
    return max(rect.top() - y, y - rect.bottom(), 0.0)
