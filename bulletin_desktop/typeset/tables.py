"""Tables: column widths, cells broken into lines, and the height of every row.

A row is a whole number of the grid's lines less one border: rows * height + border is what LibreOffice
7.4 gives a table, height + border for each row what Word and later LibreOffice do. Either way as many
lines of text have room beside it on a page. A row too high to stay whole is as high as its text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, pairwise

from bulletin_desktop.document.model import Cell, CellAlign, Table
from bulletin_desktop.typeset.breaker import Lines, break_lines
from bulletin_desktop.typeset.layout import Align, Style, TextRun
from bulletin_desktop.typeset.portions import Spreader
from bulletin_desktop.typeset.template import Template

_KEPT = 256  # tables last set
_ALIGNS = {CellAlign.CENTER: Align.CENTER, CellAlign.RIGHT: Align.RIGHT}
_LOOSE = 4  # twips more than a character: LibreOffice must never find it too wide for its column
_CAPTION = 2
_PARTS = 10000  # of a table's width: where LibreOffice can put a column's edge
_TWIPS_PER_EIGHTH = 2.5


@dataclass(frozen=True, slots=True)
class CellBox:
    """A cell with its text broken into lines. It covers *rows* by *columns* from *row* and *column* on."""

    row: int
    column: int
    rows: int
    columns: int
    style: Style
    runs: tuple[TextRun, ...]
    start: int  # offset of its text in the item's text
    lines: Lines  # of its own text
    continued: bool = False  # without text, where a cell over too many rows for a page was cut

    @property
    def end(self) -> int:
        """Offset, in the item's text, of the end of the cell's text."""
        return self.start + self.lines[-1][1]

    @property
    def text_height(self) -> int:
        """The height of its lines."""
        return len(self.lines) * self.style.pitch


@dataclass(frozen=True, slots=True)
class RowBox:
    """A row. The next one starts *height* below it; under the last one on a page is a border more."""

    height: int
    start: int  # its cells' characters in the item's text
    end: int
    whole: bool  # it never breaks over pages
    tied: bool  # a cell covers the next row too: they share a page
    lines: int = 1  # of its highest cell
    pitch: int = 0  # of those lines


@dataclass(frozen=True, eq=False)
class TableBox:
    """A table as it is printed. Two are equal only if they are the same: the setter keeps what it made."""

    widths: tuple[int, ...]
    margin: int  # between the middle of a cell's side and its text
    border: int  # thickness
    eighths: int  # the same in eighths of a point, as w:sz
    headers: int  # rows that are repeated on every page the table goes over
    rows: tuple[RowBox, ...]
    cells: tuple[CellBox, ...]  # by rows, from left to right

    @cached_property
    def edges(self) -> tuple[int, ...]:
        """Left edges of the columns and the last one's right edge, from the text block's left edge."""
        return tuple(accumulate(self.widths, initial=0))

    @cached_property
    def covering(self) -> tuple[tuple[CellBox, ...], ...]:
        """For each row the cells that cover it, from left to right."""
        rows: list[list[CellBox]] = [[] for _ in self.rows]
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.rows):
                rows[row].append(cell)
        return tuple(tuple(sorted(row, key=lambda cell: cell.column)) for row in rows)

    @cached_property
    def height(self) -> int:
        """The height of the whole table where it does not cross a page."""
        return sum(row.height for row in self.rows) + self.border

    @cached_property
    def head_height(self) -> int:
        """The height of the rows that are repeated."""
        return sum(row.height for row in self.rows[: self.headers])

    @cached_property
    def opening(self) -> int:
        """The height that must be free for the table to start on a page: its head and what comes first."""
        group = self.group(self.headers)
        first = self.rows[self.headers]
        body = (
            sum(row.height for row in self.rows[group.start : group.stop])
            if first.whole
            else self.border + first.pitch
        )
        return self.head_height + body + self.border

    def group(self, row: int) -> range:
        """Return the rows from *row* on that share a page."""
        end = row
        while self.rows[end].tied:
            end += 1
        return range(row, end + 1)

    def rest_height(self, rows: range, done: int) -> int:
        """Return the height of *rows* when *done* lines of the first one stand on pages before."""
        if done:
            return self.cut_height(rows.start, done, self.rows[rows.start].lines)
        return sum(self.rows[row].height for row in rows)

    def cut_height(self, row: int, first: int, last: int) -> int:
        """Return the height of a row that breaks where the lines [first, last) of its cells stand."""
        return (last - first) * self.rows[row].pitch + self.border

    def lines_for(self, row: int, height: int) -> int:
        """Return how many lines of a row that breaks have room in *height*."""
        pitch = self.rows[row].pitch
        return max(0, (height - self.border) // pitch) if pitch else 0

    def text_width(self, cell: CellBox) -> int:
        """Return how wide the lines of *cell* may be."""
        return self.edges[cell.column + cell.columns] - self.edges[cell.column] - 2 * self.margin

    def text_left(self, cell: CellBox) -> float:
        """Return where the lines of *cell* start, from the text block's left edge."""
        return self.edges[cell.column] + self.margin + self.border / 2

    def lines_in(self, row: int, cut: tuple[int, int] | None) -> Iterator[tuple[CellBox, int, int]]:
        """Yield each line of text in a row: its cell, its number there, its top below the row's top.

        Of a row that breaks, *cut* names the lines [first, last) that stand there. Cells stand in the
        middle of the rows they cover, those of a row that breaks at its top.
        """
        for cell in self.covering[row]:
            pitch = cell.style.pitch
            if cut is not None:
                for nth in range(cut[0], min(cut[1], len(cell.lines))):
                    yield cell, nth, self.border + (nth - cut[0]) * pitch
                continue
            tops = self._tops(cell)
            bottom = tops[row - cell.row + 1]
            top = tops[row - cell.row]
            first = self._text_top(cell)
            for nth in range(len(cell.lines)):
                y = first + nth * pitch
                if top <= y + pitch // 2 < bottom:
                    yield cell, nth, y - top

    def place_of(self, offset: int) -> tuple[int, int]:
        """Return the row that shows *offset* of the item's text, and the line's number in its cell."""
        cell = [cell for cell in self.cells if cell.start <= offset and not cell.continued][-1]
        nth = max(bisect_right(cell.lines, offset - cell.start, key=lambda line: line[0]) - 1, 0)
        y = self._text_top(cell) + nth * cell.style.pitch + cell.style.pitch // 2
        row = bisect_right(self._tops(cell), y, 1, cell.rows) - 1
        return cell.row + row, nth

    def borders(self, row: int, height: int, last: bool) -> set[tuple[float, float, float, float]]:
        """Return the middles of a row's borders as (x, y, x, y), from the block's left and the row's top.

        Its lower border is the next row's upper one, unless it is the *last* on its page.
        """
        half, found = self.border / 2, set()
        for cell in self.covering[row]:
            left, right = (self.edges[at] + half for at in (cell.column, cell.column + cell.columns))
            found |= {(x, 0.0, x, float(height)) for x in (left, right)}
            if cell.row == row:
                found.add((left, half, right, half))
            if last:
                found.add((left, height + half, right, height + half))
        return found

    def cell_at(self, row: int, x: float) -> CellBox:
        """Return the cell that covers *row* nearest to *x*, from the text block's left edge."""
        cells = self.covering[row]
        found = [cell for cell in cells if self.edges[cell.column] <= x]
        return found[-1] if found else cells[0]

    def _tops(self, cell: CellBox) -> list[int]:
        """Tops of the rows that *cell* covers, from the first one's, and the bottom of the last."""
        rows = self.rows[cell.row : cell.row + cell.rows]
        return list(accumulate((row.height for row in rows), initial=0))

    def _text_top(self, cell: CellBox) -> int:
        if not self.rows[cell.row].whole:
            return self.border
        return self.border + max(0, self._tops(cell)[-1] - self.border - cell.text_height) // 2


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
        for row, column, cell in _grid(table):
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


def cell_texts(cells: Iterable[CellBox]) -> tuple[TextRun, ...]:
    """Return the runs of an item's text: the cells' texts with newlines between."""
    runs: list[TextRun] = []
    for cell in cells:
        if cell.continued:
            continue
        if cell.start:
            runs.append(TextRun("\n"))
        runs += cell.runs
    return tuple(runs)


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


def _grid(table: Table) -> Iterator[tuple[int, int, Cell]]:
    """Every cell with its row and column: the first that is free."""
    open_rows = [0] * len(table.widths)
    for row, cells in enumerate(table.rows):
        taken = [left > 0 for left in open_rows]
        open_rows = [max(left - 1, 0) for left in open_rows]
        for cell in cells:
            column = taken.index(False)
            for covered in range(column, column + cell.columns):
                taken[covered] = True
                open_rows[covered] = cell.rows - 1
            yield row, column, cell


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
