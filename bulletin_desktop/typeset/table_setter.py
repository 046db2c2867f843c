"""Setting a table: column widths, cells broken into lines, and the height of every row.

A row is a whole number of the grid's lines less one border: rows * height + border is what LibreOffice
7.4 gives a table, height + border for each row what Word and later LibreOffice do. Either way as many
lines of text have room beside it on a page. A row too high to stay whole is as high as its text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from bulletin_desktop.document.model import CellAlign, Table
from bulletin_desktop.document.table import grid
from bulletin_desktop.typeset.breaker import break_lines
from bulletin_desktop.typeset.layout import Align, Style, TextRun
from bulletin_desktop.typeset.portions import Spreader
from bulletin_desktop.typeset.tables import CellBox, RowBox, TableBox
from bulletin_desktop.typeset.template import Template

_KEPT = 256  # tables last set
_ALIGNS = {CellAlign.CENTER: Align.CENTER, CellAlign.RIGHT: Align.RIGHT}
_LOOSE = 4  # twips more than a character: LibreOffice must never find it too wide for its column
_CAPTION = 2
_PARTS = 10000  # of a table's width: where LibreOffice can put a column's edge
_TWIPS_PER_EIGHTH = 2.5


class TableSetter:
    """Sets tables by one template. What did not change since the last time is taken from there."""

    def __init__(self, template: Template, spreader: Spreader) -> None:
        self._template = template
        self._spreader = spreader
        self._settings = template.table
        self._border = round(self._settings.border * _TWIPS_PER_EIGHTH)
        self._known: dict[str, tuple[Table, TableBox]] = {}

    def set(self, table: Table) -> TableBox:
        """Return *table* broken into lines and rows."""
        known = self._known.get(table.id)
        if known is not None and (known[0] is table or known[0] == table):
            return known[1]
        if len(self._known) >= _KEPT:
            self._known.clear()
        box = self._set(table, known[1] if known else None)
        self._known[table.id] = table, box
        return box

    def _set(self, table: Table, before: TableBox | None) -> TableBox:
        character = self._template.style("table-cell").face.em + _LOOSE
        least = -(-self._border // 2)  # LibreOffice takes half a border off a text without that margin
        width = self._template.page.text_width
        widths = column_widths(table.widths, width, character + 2 * least)
        margin = max(least, min(self._settings.margin, (min(widths) - character) // 2))
        cells = self._cells(table, widths, margin, before)
        headers = table.header_rows if table.header_rows < len(table.rows) else 0
        rower = _Rower(self._template, self._border, len(table.rows))
        cells, headers = rower.fitted(cells, headers)
        return TableBox(
            widths,
            margin,
            self._border,
            self._settings.border,
            headers,
            tuple(rower.rows(cells)),
            tuple(cells),
        )

    def _cells(
        self, table: Table, widths: tuple[int, ...], margin: int, before: TableBox | None
    ) -> list[CellBox]:
        same = {}
        if before is not None:
            same = {(cell.runs, cell.style, before.text_width(cell)): cell.lines for cell in before.cells}
        made, offset = [], 0
        for row, column, cell in grid(table):
            style = self._style(row < table.header_rows, cell.align)
            runs = tuple(TextRun(span.text, span.marks) for span in cell.spans)
            room = sum(widths[column : column + cell.columns]) - 2 * margin
            lines = same.get((runs, style, room)) or break_lines(runs, style, room, self._spreader)
            made.append(CellBox(row, column, cell.rows, cell.columns, style, runs, offset, lines))
            offset += len(cell.text) + 1
        return made

    def _style(self, head: bool, align: CellAlign) -> Style:
        """Left is what a cell has that nobody aligned: the style's own alignment."""
        style = self._template.style("table-head" if head else "table-cell")
        own = _ALIGNS.get(align, style.align)
        return replace(style, align=own, hanging=False)


def column_widths(shares: Sequence[int], width: int, least: int) -> tuple[int, ...]:
    """Return the widths of columns that have *shares* of *width*; none is narrower than *least*.

    Where that many columns are too many for the width, all are as wide as one another.
    """
    columns = len(shares)
    least = min(least, width // columns)
    narrow = {nth for nth, share in enumerate(shares) if share * width < least * sum(shares)}
    while True:
        rest = width - least * len(narrow)
        total = sum(share for nth, share in enumerate(shares) if nth not in narrow)
        more = {nth for nth, share in enumerate(shares) if share * rest < least * total} - narrow
        if not more:
            break
        narrow |= more
    wanted = [
        least if nth in narrow else share * rest / total if total else 0.0 for nth, share in enumerate(shares)
    ]
    ends = [_lasting(round(end), width) for end in accumulate(wanted, initial=0.0)]
    ends[-1] = width
    return tuple(end - start for start, end in pairwise(ends))


def _lasting(edge: int, width: int) -> int:
    """The place nearest to *edge* that LibreOffice does not move when it reads it in a table so wide.

    It keeps the edges of columns in ten-thousandths of the width, rounded, and cuts them to whole twips.
    """

    def kept(place: int) -> int:
        return (place * _PARTS * 2 + width) // (2 * width) * width // _PARTS

    near = sorted(range(edge - 2, edge + 3), key=lambda place: abs(place - edge))
    return next((place for place in near if place >= 0 and kept(place) == place), edge)


class _Rower:
    """Finds the rows' heights, and takes cells apart that tie more rows than a page can hold."""

    def __init__(self, template: Template, border: int, rows: int) -> None:
        self._unit = template.page.pitch
        self._page = template.page.lines * template.page.pitch
        # Heads take less than half a page: what stays whole always has room under them and a caption.
        self._largest = min(template.table.whole_row, template.page.lines // 2) * self._unit
        self._border = border
        self._count = rows

    def fitted(self, cells: list[CellBox], headers: int) -> tuple[list[CellBox], int]:
        """Return the cells, none of which ties more rows than fit on a page, and how many rows to repeat."""
        cells = _cut(cells, headers)
        heights = self._heights(cells)
        if sum(heights[:headers]) > self._page // 2 - _CAPTION * self._unit or not all(
            self._whole(at) for at in heights[:headers]
        ):
            headers = 0
        # A caption of two lines must have room above the first rows.
        capacity = self._page - sum(heights[:headers]) - self._border - _CAPTION * self._unit
        while True:
            at = self._too_much(cells, capacity)
            if at is None:
                return cells, headers
            cells = _cut(cells, at)
            if self._breaks(cells, at):
                cells = _cut(cells, at + 1)

    def rows(self, cells: Sequence[CellBox]) -> Iterator[RowBox]:
        """Yield the rows of fitted cells."""
        heights, tied = self._heights(cells), self._tied(cells)
        firsts: list[list[CellBox]] = [[] for _ in heights]
        for cell in cells:
            if not cell.continued:
                firsts[cell.row].append(cell)
        offset = 0
        for row, height in enumerate(heights):
            start = firsts[row][0].start if firsts[row] else offset
            offset = firsts[row][-1].end if firsts[row] else offset
            whole = self._whole(height) or tied[row] or (row > 0 and tied[row - 1])
            highest = max(firsts[row], key=lambda cell: cell.text_height, default=None)
            lines, pitch = (len(highest.lines), highest.style.pitch) if highest else (1, 0)
            yield RowBox(height, start, offset, whole, tied[row], lines, pitch)

    def _whole(self, height: int) -> bool:
        return height <= self._largest

    def _grid_height(self, text: int) -> int:
        """The height of a row for so much text: whole lines of the grid less a border, or just the text's."""
        lines = -((-text - self._border) // self._unit)
        height = max(lines, 1) * self._unit - self._border
        return height if self._whole(height) else text + self._border

    def _heights(self, cells: Sequence[CellBox]) -> list[int]:
        text = [0] * self._count
        for cell in cells:
            if cell.rows == 1:
                text[cell.row] = max(text[cell.row], cell.text_height)
        heights = [self._grid_height(height) for height in text]
        for cell in sorted((cell for cell in cells if cell.rows > 1), key=lambda cell: cell.row + cell.rows):
            last = cell.row + cell.rows - 1
            short = cell.text_height + self._border - sum(heights[cell.row : last + 1])
            if short > 0:
                heights[last] += -(-short // self._unit) * self._unit
        return heights

    def _tied(self, cells: Iterable[CellBox]) -> list[bool]:
        tied = [False] * self._count
        for cell in cells:
            for row in range(cell.row, cell.row + cell.rows - 1):
                tied[row] = True
        return tied

    def _too_much(self, cells: Sequence[CellBox], capacity: int) -> int | None:
        """The row at which tied rows must come apart: it is too high itself, or no longer fits with them."""
        heights, tied = self._heights(cells), self._tied(cells)
        used = 0
        for row, height in enumerate(heights):
            together = row > 0 and tied[row - 1]
            used = used + height if together else height
            if (together or tied[row]) and (used > capacity or self._breaks(cells, row)):
                return row
        return None

    def _breaks(self, cells: Iterable[CellBox], row: int) -> bool:
        """True if the text of the cells that cover nothing but *row* is too high for a row to stay whole."""
        own = (cell.text_height for cell in cells if cell.row == row and cell.rows == 1)
        return not self._whole(self._grid_height(max(own, default=0)))


def _cut(cells: Iterable[CellBox], at: int) -> list[CellBox]:
    """The cells, those that reach over the top of row *at* cut there; the text stays in the upper part."""
    made: list[CellBox] = []
    for cell in cells:
        above = at - cell.row
        if 0 < above < cell.rows:
            made.append(replace(cell, rows=above))
            made.append(
                replace(
                    cell,
                    row=at,
                    rows=cell.rows - above,
                    runs=(),
                    lines=((0, 0),),
                    start=cell.end,
                    continued=True,
                )
            )
        else:
            made.append(cell)
    return made
