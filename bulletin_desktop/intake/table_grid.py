"""Cells at their places to a legal table, whatever a file says of their extents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bulletin_desktop.document.model import Cell, Mark, Span, Table
from bulletin_desktop.document.text import normalise

Place = tuple[int, int]


def built(
    cells: Mapping[Place, Cell], columns: Sequence[int], rows: Sequence[int]
) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows of the grid that *columns* and *rows* make, the places where any cell begins.

    *cells* have their extents in the file's own columns and rows, by (row, column). Where none stands an
    empty one is put; what would overlap is cut.
    """
    lines: list[list[Cell]] = [[] for _ in rows]
    covered: set[Place] = set()
    for top, y in enumerate(rows):
        for left, x in enumerate(columns):
            if (top, left) in covered:
                continue
            cell = cells.get((y, x), Cell())
            down = _reach(rows, top, y + cell.rows)
            across = _reach(columns, left, x + cell.columns)
            while across > 1 and any((top, left + dx) in covered for dx in range(across)):
                across -= 1
            covered.update((top + dy, left + dx) for dy in range(down) for dx in range(across))
            lines[top].append(replace(cell, columns=across, rows=down))
    return tuple(tuple(line) for line in lines)


def _reach(places: Sequence[int], first: int, end: int) -> int:
    """How many of *places* from *first* on lie before *end*."""
    last = first
    while last < len(places) and places[last] < end:
        last += 1
    return max(1, last - first)


def with_head(table: Table) -> Table:
    """A first row in bold above others that are not is the head; its weight is the template's to say."""
    rows, head = table.rows, table.header_rows
    if not head and len(rows) > 1 and _is_bold(rows[0]) and not any(_is_bold([cell]) for cell in rows[1]):
        head = 1
    plain = tuple(tuple(_without_bold(cell) for cell in row) for row in rows[:head])
    return replace(table, rows=plain + rows[head:], header_rows=head)


def _is_bold(row: Iterable[Cell]) -> bool:
    spans = [span for cell in row for span in cell.spans if span.text.strip()]
    return bool(spans) and all({Mark.BOLD, Mark.HEITI} & span.marks for span in spans)


def _without_bold(cell: Cell) -> Cell:
    whole = all({Mark.BOLD, Mark.HEITI} & span.marks for span in cell.spans)
    spans = (Span(span.text, span.marks - {Mark.BOLD, Mark.HEITI}) for span in cell.spans)
    return replace(cell, spans=normalise(spans)) if whole else cell
