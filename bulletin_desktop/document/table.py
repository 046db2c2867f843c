"""Where the cells of a table stand, and changes to its rows and columns that keep it legal.

Every function returns a new table with the same id. Rows and columns count from 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from bulletin_desktop.document.model import Cell, Span, Table
from bulletin_desktop.document.schema import WIDTHS_SUM, one_line
from bulletin_desktop.document.text import normalise


class Spot(NamedTuple):
    """A cell and the first row and column it covers."""

    row: int
    column: int
    cell: Cell

    def covers(self, row: int, column: int) -> bool:
        """Tell whether the cell stands over that place of the grid."""
        return (
            self.row <= row < self.row + self.cell.rows
            and self.column <= column < self.column + self.cell.columns
        )


def grid(table: Table) -> tuple[Spot, ...]:
    """Return every cell with its place, row by row: each stands at the first free column of its row."""
    spots: list[Spot] = []
    open_rows = [0] * len(table.widths)  # how many further rows a cell above still covers, by column
    for number, row in enumerate(table.rows):
        free = [column for column, rest in enumerate(open_rows) if not rest]
        open_rows = [max(rest - 1, 0) for rest in open_rows]
        for cell in row:
            taken, free = free[: cell.columns], free[cell.columns :]
            spots.append(Spot(number, taken[0], cell))
            for column in taken:
                open_rows[column] = cell.rows - 1
    return tuple(spots)


def at(table: Table, row: int, column: int) -> Spot:
    """Return the cell that covers a place of the grid."""
    return next(spot for spot in grid(table) if spot.covers(row, column))


def plain(table_id: str, rows: int, columns: int, header_rows: int = 0) -> Table:
    """Return an empty table."""
    return Table(table_id, even_widths(columns), ((Cell(),) * columns,) * rows, header_rows)


def even_widths(columns: int) -> tuple[int, ...]:
    """Return the widths of columns of one width."""
    return shares([1] * columns)


def shares(widths: Sequence[float]) -> tuple[int, ...]:
    """Return *widths*, of any unit, as whole shares of the text width; each is at least one."""
    total = sum(widths)
    exact = [(width / total if total else 1 / len(widths)) * (WIDTHS_SUM - len(widths)) for width in widths]
    found = [1 + int(width) for width in exact]
    by_rest = sorted(range(len(exact)), key=lambda nth: exact[nth] - int(exact[nth]), reverse=True)
    for nth in by_rest[: WIDTHS_SUM - sum(found)]:
        found[nth] += 1
    return tuple(found)


def with_cell(table: Table, row: int, column: int, change: Callable[[Cell], Cell]) -> Table:
    """Change the cell at a place. Its extent must stay."""
    return _built(
        table, (_with(spot, change(spot.cell)) if spot.covers(row, column) else spot for spot in grid(table))
    )


def with_texts(table: Table, row: int, column: int, texts: Sequence[Sequence[str]]) -> Table:
    """Write *texts*, rows of cells, from a place on; the table grows where it is too small."""
    wanted = {
        (row + y, column + x): _spans(text) for y, line in enumerate(texts) for x, text in enumerate(line)
    }
    return _written(table, wanted)


def with_cells(table: Table, row: int, column: int, other: Table) -> Table:
    """Write what the cells of *other* say, with its marks, from a place on; the table grows as it must.

    What a merged cell of *other* covers is left empty.
    """
    wanted: dict[tuple[int, int], tuple[Span, ...]] = {
        (row + y, column + x): () for y in range(len(other.rows)) for x in range(len(other.widths))
    }
    wanted |= {(row + spot.row, column + spot.column): spot.cell.spans for spot in grid(other)}
    return _written(table, wanted)


def as_text(
    table: Table, top: int = 0, left: int = 0, bottom: int | None = None, right: int | None = None
) -> str:
    """Return the cells from (top, left) to (bottom, right), both taken in, by default all, as spreadsheets
    copy them: a line a row, tabs between columns; what a merged cell covers is empty.
    """
    bottom = len(table.rows) - 1 if bottom is None else bottom
    right = len(table.widths) - 1 if right is None else right
    lines = [[""] * (right - left + 1) for _ in range(top, bottom + 1)]
    for spot in grid(table):
        if top <= spot.row <= bottom and left <= spot.column <= right:
            lines[spot.row - top][spot.column - left] = spot.cell.text
    return "\n".join("\t".join(line) for line in lines)


def insert_row(table: Table, row: int) -> Table:
    """Put an empty row before *row*; cells that reach over that place grow."""
    spots, open_columns = [], set(range(len(table.widths)))
    for spot in grid(table):
        cell, first = spot.cell, spot.row
        if first < row < first + cell.rows:
            cell = replace(cell, rows=cell.rows + 1)
            open_columns -= set(range(spot.column, spot.column + cell.columns))
        spots.append(Spot(first + (first >= row), spot.column, cell))
    spots += [Spot(row, column, Cell()) for column in open_columns]
    header = table.header_rows + (row < table.header_rows)
    return _built(replace(table, header_rows=header), spots, rows=len(table.rows) + 1)


def remove_row(table: Table, row: int) -> Table:
    """Take a row away; the only one stays. A cell that reaches further loses a row, not its text."""
    if len(table.rows) == 1:
        return table
    spots = []
    for spot in grid(table):
        cell = spot.cell
        if spot.row <= row < spot.row + cell.rows:
            if cell.rows == 1:
                continue
            cell = replace(cell, rows=cell.rows - 1)
        spots.append(Spot(spot.row - (spot.row > row), spot.column, cell))
    header = table.header_rows - (row < table.header_rows)
    return _built(replace(table, header_rows=header), spots, rows=len(table.rows) - 1)


def insert_column(table: Table, column: int) -> Table:
    """Put an empty column before *column*, as wide as an even share; the others give way."""
    spots, open_rows = [], set(range(len(table.rows)))
    for spot in grid(table):
        cell, first = spot.cell, spot.column
        if first < column < first + cell.columns:
            cell = replace(cell, columns=cell.columns + 1)
            open_rows -= set(range(spot.row, spot.row + cell.rows))
        spots.append(Spot(spot.row, first + (first >= column), cell))
    spots += [Spot(row, column, Cell()) for row in open_rows]
    new = WIDTHS_SUM / len(table.widths)
    widths = shares([*table.widths[:column], new, *table.widths[column:]])
    return _built(replace(table, widths=widths), spots)


def remove_column(table: Table, column: int) -> Table:
    """Take a column away; the only one stays. A cell that reaches further loses a column, not its text."""
    if len(table.widths) == 1:
        return table
    spots = []
    for spot in grid(table):
        cell = spot.cell
        if spot.column <= column < spot.column + cell.columns:
            if cell.columns == 1:
                continue
            cell = replace(cell, columns=cell.columns - 1)
        spots.append(Spot(spot.row, spot.column - (spot.column > column), cell))
    widths = shares([*table.widths[:column], *table.widths[column + 1 :]])
    return _built(replace(table, widths=widths), spots)


def move_row(table: Table, row: int, to: int) -> Table:
    """Let a row stand at another place, if there is one and no merged cell reaches over either."""
    low, high = min(row, to), max(row, to)
    if low < 0 or high >= len(table.rows) or any(_crosses(spot, low, high) for spot in grid(table)):
        return table
    rows = list(table.rows)
    rows.insert(to, rows.pop(row))
    return replace(table, rows=tuple(rows))


def move_column(table: Table, column: int, to: int) -> Table:
    """Let a column stand at another place, if there is one and no merged cell reaches over either."""
    low, high = min(column, to), max(column, to)
    spots = grid(table)
    if (
        low < 0
        or high >= len(table.widths)
        or any(
            spot.cell.columns > 1 and spot.column <= high and low < spot.column + spot.cell.columns
            for spot in spots
        )
    ):
        return table
    order = list(range(len(table.widths)))
    order.insert(to, order.pop(column))
    moved = (Spot(spot.row, order.index(spot.column), spot.cell) for spot in spots)
    return _built(replace(table, widths=tuple(table.widths[old] for old in order)), moved)


def _crosses(spot: Spot, low: int, high: int) -> bool:
    return spot.cell.rows > 1 and spot.row <= high and low < spot.row + spot.cell.rows


def merge(table: Table, top: int, left: int, bottom: int, right: int) -> Table:
    """Make one cell of all that touch a rectangle of the grid, its last row and column included."""
    inside: list[Spot] = []
    while True:
        inside = [
            spot
            for spot in grid(table)
            if spot.row <= bottom
            and top < spot.row + spot.cell.rows
            and spot.column <= right
            and left < spot.column + spot.cell.columns
        ]
        reach = (
            min(spot.row for spot in inside),
            min(spot.column for spot in inside),
            max(spot.row + spot.cell.rows for spot in inside) - 1,
            max(spot.column + spot.cell.columns for spot in inside) - 1,
        )
        if reach == (top, left, bottom, right):
            break
        top, left, bottom, right = reach
    spans = normalise(span for spot in inside for span in spot.cell.spans)
    whole = Cell(spans, right - left + 1, bottom - top + 1, inside[0].cell.align)
    others = [spot for spot in grid(table) if spot not in inside]
    return _built(table, [*others, Spot(top, left, whole)])


def split(table: Table, row: int, column: int) -> Table:
    """Divide the cell at a place into cells of one row and column; the first keeps the text."""
    spot = at(table, row, column)
    cells = [
        Spot(
            y,
            x,
            replace(spot.cell, columns=1, rows=1)
            if (y, x) == (spot.row, spot.column)
            else Cell(align=spot.cell.align),
        )
        for y in range(spot.row, spot.row + spot.cell.rows)
        for x in range(spot.column, spot.column + spot.cell.columns)
    ]
    return _built(table, [*(other for other in grid(table) if other != spot), *cells])


def _written(table: Table, wanted: Mapping[tuple[int, int], tuple[Span, ...]]) -> Table:
    for _ in range(max((row for row, _ in wanted), default=0) + 1 - len(table.rows)):
        table = insert_row(table, len(table.rows))
    for _ in range(max((column for _, column in wanted), default=0) + 1 - len(table.widths)):
        table = insert_column(table, len(table.widths))
    return _built(
        table,
        (
            _with(spot, replace(spot.cell, spans=wanted[spot.row, spot.column]))
            if (spot.row, spot.column) in wanted
            else spot
            for spot in grid(table)
        ),
    )


def _with(spot: Spot, cell: Cell) -> Spot:
    return Spot(spot.row, spot.column, cell)


def _spans(text: str) -> tuple[Span, ...]:
    line = one_line(text).strip()
    return (Span(line),) if line else ()


def _built(table: Table, spots: Iterable[Spot], rows: int | None = None) -> Table:
    lines: list[list[Spot]] = [[] for _ in range(len(table.rows) if rows is None else rows)]
    for spot in spots:
        lines[spot.row].append(spot)
    ordered = (sorted(line, key=lambda spot: spot.column) for line in lines)
    return replace(table, rows=tuple(tuple(spot.cell for spot in line) for line in ordered))
