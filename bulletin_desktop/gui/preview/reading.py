"""The text of the pages: stretches of it, what they say, and where words are found.

A stretch is (placed, start, end): characters [start, end) of the text of `Layout.placed[placed]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bulletin_desktop.typeset.layout import Item, Layout, Line

Piece = tuple[str, int, int]
"""A stretch of an article's own text: block, start, end."""

Place = tuple[str, int]
"""A gap in an article's own text: block, characters before it."""


class Stretch(NamedTuple):
    """Characters [start, end) of the text of one item."""

    placed: int
    start: int
    end: int


class Spot(NamedTuple):
    """A gap between two characters of an item's text."""

    placed: int
    offset: int


def between(layout: Layout, anchor: Spot, head: Spot) -> tuple[Stretch, ...]:
    """Return what lies between two gaps, as far as it belongs to the same article as *anchor*.

    What belongs to no article (masthead, contents, section titles, imprint) ends where one begins.
    """
    article = layout.placed[anchor.placed].item.article
    step = 1 if head >= anchor else -1
    last = anchor.placed
    for index in range(anchor.placed + step, head.placed + step, step):
        item = layout.placed[index].item
        if item.text and item.article != article:
            break
        last = index if item.text else last
    if last != head.placed:
        head = Spot(last, len(layout.placed[last].item.text) if step > 0 else 0)
    return tuple(_stretches(layout, *sorted((anchor, head))))


def everything(layout: Layout) -> tuple[Stretch, ...]:
    """Return the text of all pages."""
    last = len(layout.placed) - 1
    return tuple(_stretches(layout, Spot(0, 0), Spot(last, len(layout.placed[last].item.text))))


def of_article(layout: Layout, article: str, pieces: Iterable[Piece]) -> tuple[Stretch, ...]:
    """Return where stretches of an article's text are printed; what is not printed is left out."""
    stretches = []
    for block, start, end in pieces:
        index = layout.index(article, block)
        if index is not None:
            lead = layout.placed[index].item.lead
            stretches.append(Stretch(index, max(0, start + lead), end + lead))
    return tuple(stretches)


def ends_in_article(layout: Layout, stretches: Sequence[Stretch]) -> tuple[str, Place, Place] | None:
    """Return the article that *stretches*, at least one, are of, and where they begin and end in it.

    None if they begin or end in what is no article's own text, as a number before a headline.
    """
    first, last = stretches[0], stretches[-1]
    items = [layout.placed[each.placed].item for each in (first, last)]
    if not all(item.article and item.block for item in items):
        return None
    start, end = (
        (item.block, max(0, offset - item.lead))
        for item, offset in zip(items, (first.start, last.end), strict=True)
    )
    return items[0].article, start, end


def text_of(layout: Layout, stretches: Iterable[Stretch]) -> str:
    """Return the characters of stretches, one line a paragraph or row of a table."""
    return "\n".join(_said(layout.placed[each.placed].item, each) for each in stretches)


def find(layout: Layout, words: str) -> tuple[Stretch, ...]:
    """Return where *words* stand, whatever their case; line ends, also forced ones, do not count."""
    if not words:
        return ()
    pattern = re.compile(re.escape(words), re.IGNORECASE)
    return tuple(
        Stretch(index, start, end)
        for index, placed in enumerate(layout.placed)
        for start, end in _matches(pattern, placed.item)
    )


def place_of(layout: Layout, placed: int, offset: int) -> tuple[int, int] | None:
    """Return (page index, line index) of the line that holds a character."""
    found = None
    for page in range(layout.placed[placed].page - 1, len(layout.pages)):
        for nth, line in enumerate(layout.pages[page].lines):
            if line.item > placed:
                return found
            if line.item == placed and (found is None or line.start <= offset):
                if line.start <= offset < line.end:
                    return page, nth
                found = page, nth
    return found


def on_line(stretches: Iterable[Stretch], line: Line) -> Iterator[tuple[int, int]]:
    """Yield the parts [start, end) of *stretches*, all of the line's own item, that *line* shows."""
    for each in stretches:
        start, end = max(each.start, line.start), min(each.end, line.end)
        if start < end:
            yield start, end


def by_item(stretches: Sequence[Stretch]) -> dict[int, list[Stretch]]:
    """Return stretches by their item."""
    sorted_out: dict[int, list[Stretch]] = {}
    for each in stretches:
        sorted_out.setdefault(each.placed, []).append(each)
    return sorted_out


def _stretches(layout: Layout, first: Spot, last: Spot) -> Iterator[Stretch]:
    for index in range(first.placed, last.placed + 1):
        start = first.offset if index == first.placed else 0
        end = last.offset if index == last.placed else len(layout.placed[index].item.text)
        if start < end:
            yield Stretch(index, start, end)


def _said(item: Item, stretch: Stretch) -> str:
    """What a stretch says; of a table its rows, with a tab between cells."""
    text = item.text
    if item.table is None:
        return text[stretch.start : stretch.end]
    rows: dict[int, list[str]] = {}
    for cell in item.table.cells:
        start, end = max(cell.start, stretch.start), min(cell.end, stretch.end)
        if start < end or (cell.start >= stretch.start and cell.end <= stretch.end):
            rows.setdefault(cell.row, []).append(text[start:end])
    return "\n".join("\t".join(row) for row in rows.values())


def _matches(pattern: re.Pattern[str], item: Item) -> Iterator[tuple[int, int]]:
    """Where a pattern stands in an item, without regard to its forced lines; never across cells."""
    text = item.text
    cells = [(cell.start, cell.end) for cell in item.table.cells] if item.table else [(0, len(text))]
    for start, end in cells:
        kept = [at for at in range(start, end) if text[at] != "\n"] if "\n" in text[start:end] else None
        for match in pattern.finditer(text[start:end].replace("\n", "")):
            first, last = match.start(), match.end() - 1
            yield (start + first, start + last + 1) if kept is None else (kept[first], kept[last] + 1)
