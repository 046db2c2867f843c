"""A table from the clipboard: what Excel, Word and browsers put there, as rows of cells' texts."""

from __future__ import annotations

import csv
from html.parser import HTMLParser

MOST_ROWS, MOST_COLUMNS = 500, 60  # more is no table of a bulletin, but somebody's whole sheet
_LONGEST = 4_000_000  # characters that are looked at
_BREAKS = ("br", "p", "div")


def rows(text: str, html: str = "") -> list[list[str]]:
    """Return the first table of *html*, or *text* divided by tabs and line ends; cells beyond the limits go.

    A cell over several columns or rows stands at its first place, with empty cells after it.
    """
    if "<table" in html[:_LONGEST].lower():
        reader = _Reader()
        reader.feed(html[:_LONGEST])
        reader.close()
        found = reader.rows
    else:
        found = _divided(text[:_LONGEST])
    return [row[:MOST_COLUMNS] for row in found[:MOST_ROWS]]


def _divided(text: str) -> list[list[str]]:
    """Quotes round a cell with line ends or tabs in it, doubled inside, are Excel's."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    try:
        return [list(row) for row in csv.reader((line + "\n" for line in lines), dialect="excel-tab")]
    except csv.Error:
        return [line.split("\t") for line in lines]


class _Reader(HTMLParser):
    """Gathers the cells of the first table; a table within a cell is part of its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._depth = 0
        self._done = False
        self._cell: list[str] | None = None
        self._after = 0  # empty cells that follow the current one
        self._below: dict[int, tuple[int, int]] = {}  # column: rows still covered from above, columns of it

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._done:
            return
        if tag == "table":
            self._depth += 1
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            self.rows.append([])
        elif self._depth == 1 and tag in ("td", "th"):
            self._begin_cell(dict(attrs))
        elif tag in _BREAKS and self._cell is not None:
            self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._done:
            return
        if self._depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                self._end_cell()
                self._done = True

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def close(self) -> None:
        super().close()
        self._end_cell()

    def _begin_cell(self, attrs: dict[str, str | None]) -> None:
        self._end_cell()
        if not self.rows:
            self.rows.append([])
        row = self.rows[-1]
        while (covered := self._below.get(len(row), (0, 0)))[0]:
            self._below[len(row)] = covered[0] - 1, covered[1]
            row += [""] * covered[1]
        across = _count(attrs.get("colspan"), MOST_COLUMNS)
        down = _count(attrs.get("rowspan"), MOST_ROWS)
        if down > 1:
            self._below[len(row)] = down - 1, across
        self._cell, self._after = [], across - 1

    def _end_cell(self) -> None:
        if self._cell is not None:
            self.rows[-1] += [" ".join("".join(self._cell).split()), *[""] * self._after]
            self._cell = None


def _count(value: str | None, most: int) -> int:
    return min(max(int(value), 1), most) if value and value.isascii() and value.isdigit() else 1
