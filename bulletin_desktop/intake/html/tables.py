"""A table's element as a `Table`: merged cells, widths, alignment; whatever it says, the table is legal."""

from __future__ import annotations

from collections.abc import Iterable

from selectolax.lexbor import LexborNode

from bulletin_desktop.document import table as tables
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Cell, CellAlign, Span, Table
from bulletin_desktop.document.text import normalise
from bulletin_desktop.intake import table_grid
from bulletin_desktop.intake.html import grid, styles, text
from bulletin_desktop.intake.html.styles import Look
from bulletin_desktop.intake.html.walk import RawParagraph, RawTable, Walk
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.pasted_table import MOST_COLUMNS, MOST_ROWS, count

_LAID = 400  # columns that are laid out; more are beyond the most in any case


class Gathered:
    """The cells of one table as they are laid out: places, extents and texts."""

    def __init__(self, walk: Walk, table: RawTable) -> None:
        self._walk = walk
        self.cells: dict[tuple[int, int], Cell] = {}
        self.pictures: list[FoundPicture] = []
        self.head = 0
        every = [(row, head) for row, head in grid.rows(table.node) if not self._is_hidden(row)]
        self.rows = min(len(every), MOST_ROWS)
        self.rows_beyond = len(every) - self.rows
        self.columns_beyond = 0
        self.widths: dict[int, int] = {}
        self._free_from = [0] * _LAID  # the row from which on no cell above covers the column
        look = walk.look_of(table.node, table.look)
        for y, (row, in_head) in enumerate(every[: self.rows]):
            heads = self._row(y, row, walk.look_of(row, look))
            if self.head == y and (in_head or heads):
                self.head = y + 1

    def _row(self, y: int, row: LexborNode, look: Look) -> bool:
        """Lay out a row; tell whether all its cells are heads."""
        x = heads = total = beyond = 0
        free_from = self._free_from
        for node in grid.cells(row):
            attributes = node.attributes
            style = self._walk.style(node.tag or "", attributes)
            if styles.hides(style):
                continue
            while x < _LAID and free_from[x] > y:
                x += 1
            total += 1
            if x == _LAID:
                beyond += 1
                continue
            across = 1
            wanted = min(count(attributes.get("colspan"), MOST_COLUMNS), _LAID - x)
            while across < wanted and free_from[x + across] <= y:
                across += 1
            down = min(_down(attributes.get("rowspan")), self.rows - y)
            free_from[x : x + across] = [y + down] * across
            if across == 1:
                width = styles.tenths(style.get("width")) or styles.tenths(attributes.get("width"))
                self.widths[x] = max(self.widths.get(x, 0), width)
            self.cells[y, x] = self._cell(node, look, across, down)
            heads += node.tag == "th"
            x += across
        self.columns_beyond = max(self.columns_beyond, beyond)
        return 0 < total == heads

    def _cell(self, node: LexborNode, look: Look, across: int, down: int) -> Cell:
        inside = self._walk.for_cell()
        look = self._walk.look_of(node, look)
        inside.walk(node, look)
        spans: list[Span] = []
        align = look.align
        for part in inside.parts:
            if isinstance(part, FoundPicture):
                self.pictures.append(part)
            elif isinstance(part, RawParagraph):
                found = text.spans(part)
                if found and spans:
                    spans.append(Span(" ", spans[-1].marks & found[0].marks))
                spans += found
                align = part.runs[0].look.align if align is None or len(spans) == len(found) else align
        return Cell(normalise(spans), across, down, align or CellAlign.LEFT)

    def _is_hidden(self, row: LexborNode) -> bool:
        return styles.hides(self._walk.style("tr", row.attributes))


def table(walk: Walk, raw: RawTable) -> tuple[Table | None, tuple[FoundPicture, ...]]:
    """Return the table, None if it has no text, and the pictures of its cells."""
    found = Gathered(walk, raw)
    if not any(cell.spans for cell in found.cells.values()):
        return None, tuple(found.pictures)
    walk.counts["rows"] += found.rows_beyond
    walk.counts["cell_pictures"] += len(found.pictures)
    columns = sorted({x for _, x in found.cells})
    walk.counts["columns"] += max(0, len(columns) - MOST_COLUMNS) + found.columns_beyond
    columns = columns[:MOST_COLUMNS]
    last = columns[-1]
    rows = sorted({y for y, x in found.cells if x <= last})
    built = table_grid.built(found.cells, columns, rows)
    head = sum(y < found.head for y in rows)
    widths = _widths(found, raw.node, columns)
    return table_grid.with_head(Table(new_id(), widths, built, min(head, len(built)))), tuple(found.pictures)


def _down(rowspan: str | None) -> int:
    """How many rows a cell covers; 0 are all that follow."""
    return MOST_ROWS if (rowspan or "").strip() == "0" else count(rowspan, MOST_ROWS)


def _widths(found: Gathered, node: LexborNode, columns: list[int]) -> tuple[int, ...]:
    """The columns' shares, as the columns or the cells say; a column that says nothing has an even share."""
    said = _declared(node)
    stated = [sum(said[x:end]) or found.widths.get(x, 0) for x, end in _ranges(columns)]
    known = [width for width in stated if width]
    if len(columns) == 1 or not known:
        return tables.even_widths(len(columns))
    usual = sum(known) / len(known)
    return tables.shares([width or usual for width in stated])


def _ranges(columns: list[int]) -> Iterable[tuple[int, int]]:
    return zip(columns, [*columns[1:], columns[-1] + 1], strict=True)


def _declared(node: LexborNode) -> list[int]:
    """The widths of the col elements, in tenths of a millimetre."""
    widths: list[int] = []
    for part in grid.children(node):
        if part.tag not in ("col", "colgroup"):
            continue
        for column in [part] if part.tag == "col" else list(grid.children(part)):
            if column.tag == "col" and len(widths) < _LAID:
                attributes = column.attributes
                style = styles.parse(attributes.get("style") or "")
                width = styles.tenths(style.get("width")) or styles.tenths(attributes.get("width"))
                widths += [width] * count(attributes.get("span"), _LAID - len(widths))
    return widths
