"""A table as it is printed: its cells' lines, its rows, and where they stand. `table_setter` makes it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate

from bulletin_desktop.typeset.breaker import Lines
from bulletin_desktop.typeset.layout import Style, TextRun
from bulletin_desktop.values import dataclass


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
