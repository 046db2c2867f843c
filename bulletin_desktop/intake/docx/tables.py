"""A w:tbl as a table of the document model, or as text where it only frames text.

ECMA-376 part 1, 17.4. Whatever the file says, the table is legal; what is beyond the most rows and columns
stands below it as text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from lxml.etree import _Element as Element

from bulletin_desktop.document import table as shapes
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Cell, CellAlign, Span, Table
from bulletin_desktop.document.schema import one_line
from bulletin_desktop.document.text import normalise
from bulletin_desktop.intake import table_grid
from bulletin_desktop.intake.docx import styles, tracked
from bulletin_desktop.intake.docx.cells import flat, notes_below
from bulletin_desktop.intake.docx.names import VAL, W
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.pasted_table import MOST_COLUMNS, MOST_ROWS
from bulletin_desktop.intake.source import Item, Line, Told
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.intake.docx.body import Body, State

_LAID = 400  # columns that are laid out
_LONG = 40  # characters of a paragraph that is running text
_FEW = 3  # cells of running text in a form
_MOST_OF = 0.6  # of a form's text is in them
_WRAPPERS = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
)


@dataclass(slots=True)
class _Laid:
    """A cell with the file's own columns and rows that it covers, and all that stands in it."""

    items: list[Item]
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class _Grid:
    cells: dict[tuple[int, int], _Laid] = field(default_factory=dict)
    rows: int = 0
    head: int = 0


def read(body: Body, element: Element, state: State) -> list[Item]:
    """Return what a w:tbl is, and the pictures of its cells behind it."""
    body.job.spend_steps(2)
    grid = _laid(body, element, state)
    if _is_frame(grid):
        body.job.tally.add(Told.LAYOUT_TABLES, any(laid.items for laid in grid.cells.values()))
        return list(_as_text(grid))
    pictures: list[Item] = [item for laid in grid.cells.values() for item in _pictures(laid.items)]
    if not any(_has_text(laid.items) for laid in grid.cells.values()):
        return pictures  # nothing but pictures side by side, or an empty form
    nested = sum(isinstance(item, Table) for laid in grid.cells.values() for item in laid.items)
    body.job.tally.add(Told.NESTED_TABLES, nested)
    body.job.tally.add(Told.CELL_PICTURES, len(pictures))
    return [*_built(body, element, grid), *pictures]


def _laid(body: Body, element: Element, state: State) -> _Grid:
    grid = _Grid()
    merging: dict[int, _Laid] = {}
    for row in _children(element, f"{W}tr"):
        if tracked.row_is_dropped(row):
            continue
        properties = row.find(f"{W}trPr")
        if _is_on(properties, "hidden"):
            body.job.tally.add(Told.HIDDEN)
            continue
        if _is_on(properties, "tblHeader") and grid.head == grid.rows:
            grid.head += 1
        merging = _lay_row(body, grid, row, merging, state)
        grid.rows += 1
    return grid


def _lay_row(
    body: Body, grid: _Grid, row: Element, merging: dict[int, _Laid], state: State
) -> dict[int, _Laid]:
    """Lay out a row; return the cells that the next one may continue, by column."""
    x = _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
    open_: dict[int, _Laid] = {}
    last: _Laid | None = None
    for cell in _children(row, f"{W}tc"):
        if tracked.cell_is_dropped(cell):
            continue
        body.job.spend_steps(20)
        own = cell.find(f"{W}tcPr")
        items = _with_text(body.cell().read(cell, state))
        columns = max(1, min(_number(own.find(f"{W}gridSpan") if own is not None else None, 1), _LAID))
        if last is not None and _merges_on(own, "hMerge"):
            last.columns += columns
            last.items += items
            x += columns
            continue
        above = merging.get(x)
        if above is not None and _merges_on(own, "vMerge"):
            above.rows += 1
            above.items += items
            laid = above
        else:
            laid = grid.cells[grid.rows, x] = _Laid(items, columns)
        if own is not None and own.find(f"{W}vMerge") is not None:
            open_[x] = laid
        last = laid
        x += columns
    return open_


def _children(element: Element, tag: str) -> Iterator[Element]:
    """Yield the rows or cells of *element*, those in content controls and the like as well."""
    stack = list(reversed(element))
    while stack:
        node = stack.pop()
        if node.tag == tag:
            yield node
        elif node.tag in _WRAPPERS:
            stack += reversed(node)


def _is_on(properties: Element | None, name: str) -> bool:
    found = properties.find(f"{W}{name}") if properties is not None else None
    return found is not None and styles.on(found.get(VAL, "1"))


def _merges_on(properties: Element | None, name: str) -> bool:
    """Tell whether a cell continues the one above or before it."""
    found = properties.find(f"{W}{name}") if properties is not None else None
    return found is not None and found.get(VAL, "continue") != "restart"


def _number(element: Element | None, otherwise: int) -> int:
    said = element.get(VAL, "") if element is not None else ""
    return min(int(said[:5]), _LAID) if said.isascii() and said.isdigit() else otherwise


def _with_text(items: list[Item]) -> list[Item]:
    return [item for item in items if not isinstance(item, Line) or item.text.strip() or item.notes]


def _has_text(items: Sequence[Item]) -> bool:
    return any(not isinstance(item, FoundPicture) for item in items)


def _pictures(items: Sequence[Item]) -> Iterator[FoundPicture]:
    return (item for item in items if isinstance(item, FoundPicture))


def _is_frame(grid: _Grid) -> bool:
    """Tell whether a table is a box around text, or a form or page that lays out running text.

    A single column is a box. So is a table most of whose text stands as several long paragraphs in few of its
    cells; a table of measures and deadlines has such cells in every row.
    """
    columns = {x for _, x in grid.cells}
    if len(columns) <= 1:
        return True
    lengths = [_length(laid.items) for laid in grid.cells.values()]
    running = [_length(laid.items) for laid in grid.cells.values() if _is_running(laid.items)]
    few = len(running) <= _FEW or len(columns) <= 2
    return bool(running) and few and sum(running) >= _MOST_OF * sum(lengths)


def _is_running(items: Sequence[Item]) -> bool:
    return sum(isinstance(item, Line) and len(item.text) >= _LONG for item in items) > 1


def _length(items: Sequence[Item]) -> int:
    return sum(len(item.text) for item in items if isinstance(item, Line))


def _as_text(grid: _Grid) -> Iterator[Item]:
    """Yield cell after cell; a row whose cells have one line each is a line."""
    for y in range(grid.rows):
        row = [
            laid.items for (top, _), laid in sorted(grid.cells.items(), key=lambda each: each[0]) if top == y
        ]
        lines = [items[0] for items in row if len(items) == 1 and isinstance(items[0], Line)]
        if len(lines) > 1 and len(lines) == sum(bool(items) for items in row) and not any(
            line.notes or line.look.numbered for line in lines
        ):  # fmt: skip
            yield Line(normalise(_tabbed(lines)), lines[0].look)
        else:
            for items in row:
                yield from items


def _tabbed(lines: Sequence[Line]) -> Iterator[Span]:
    for nth, line in enumerate(lines):
        if nth:
            yield Span("\t")
        yield from line.spans


def _built(body: Body, element: Element, grid: _Grid) -> Iterator[Item]:
    columns = sorted({x for _, x in grid.cells})
    body.job.tally.add(Told.COLUMNS, max(0, len(columns) - MOST_COLUMNS))
    body.job.tally.add(Told.ROWS, max(0, grid.rows - MOST_ROWS))
    cells = {place: _cell(body, laid) for place, laid in grid.cells.items()}
    last = columns[:MOST_COLUMNS][-1]
    rows = sorted({y for y, x in cells if x <= last and y < MOST_ROWS})
    made = table_grid.built(cells, columns[:MOST_COLUMNS], rows)
    widths = _widths(element, columns[:MOST_COLUMNS])
    head = min(sum(y < grid.head for y in rows), len(made))
    yield table_grid.with_head(Table(new_id(), widths, made, head))
    yield from notes_below([laid.items for laid in grid.cells.values()])
    yield from _beyond(cells, last)


def _cell(body: Body, laid: _Laid) -> Cell:
    first = next((item.look.align for item in laid.items if isinstance(item, Line)), CellAlign.LEFT)
    spans = flat(laid.items, body.job.notes.label)
    tidy = normalise(Span(one_line(span.text), span.marks) for span in spans)
    return Cell(tidy, laid.columns, laid.rows, first)


def _beyond(cells: dict[tuple[int, int], Cell], last: int) -> Iterator[Line]:
    """Yield what no table of ours has, a row a line."""
    lines: dict[int, list[str]] = {}
    for (y, x), cell in sorted(cells.items(), key=lambda each: each[0]):
        if (x > last or y >= MOST_ROWS) and cell.spans:
            lines.setdefault(y, []).append(cell.text)
    for texts in lines.values():
        yield Line((Span("\t".join(texts)),))


def _widths(element: Element, columns: Sequence[int]) -> tuple[int, ...]:
    """The columns' shares as w:tblGrid says; a column that says nothing has an even share."""
    said = [
        _twips(each)
        for each in element.iterchildren(f"{W}tblGrid")
        for each in each.iterchildren(f"{W}gridCol")
    ]
    ends = [*columns[1:], max(len(said), columns[-1] + 1)]
    stated = [sum(said[x:end]) for x, end in zip(columns, ends, strict=True)]
    known = [width for width in stated if width]
    if len(columns) == 1 or not known:
        return shapes.even_widths(len(columns))
    return shapes.shares([width or sum(known) / len(known) for width in stated])


def _twips(column: Element) -> int:
    said = column.get(f"{W}w", "").partition(".")[0]
    return min(int(said[:6]), 31_680) if said.isascii() and said.isdigit() else 0
