"""A table from the clipboard: what Excel, Word and browsers put there, as rows of cells' texts."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import islice

from lxml.etree import HTMLParser, _Element, fromstring

MOST_ROWS, MOST_COLUMNS = 500, 60  # more is no table of a bulletin, but somebody's whole sheet
_LONGEST = 4_000_000  # characters that are looked at
_BREAKS = ("br", "p", "div")
_UNSEEN = ("script", "style")
_DIGITS = 9  # more are more than any table has
_GROUPS = ("thead", "tbody", "tfoot")


def rows(text: str, html: str = "") -> list[list[str]]:
    """Return the first table of *html*, or *text* divided by tabs and line ends; cells beyond the limits go.

    A cell over several columns or rows stands at its first place, with empty cells after it.
    """
    table = _table(html[:_LONGEST])
    found = [] if table is None else _cells(table)
    found = found or _divided(text[:_LONGEST])
    return [row[:MOST_COLUMNS] for row in found[:MOST_ROWS]]


def _divided(text: str) -> list[list[str]]:
    """Quotes round a cell with line ends or tabs in it, doubled inside, are Excel's."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    try:
        return [list(row) for row in csv.reader((line + "\n" for line in lines), dialect="excel-tab")]
    except csv.Error:
        return [line.split("\t") for line in lines]


def _table(html: str) -> _Element | None:
    """The first table of *html*. The parser never fails and takes a time in proportion to its length."""
    if "<table" not in html.lower():
        return None
    page = fromstring(html.encode("utf-8", "replace"), HTMLParser(encoding="utf-8", no_network=True))
    return None if page is None else page.find(".//table")


def _cells(table: _Element) -> list[list[str]]:
    """The texts of the table's cells; a table within a cell is part of its text."""
    rows: list[list[str]] = []
    below: dict[int, tuple[int, int]] = {}  # column: rows still covered from above, columns of it
    for cells in islice(_rows(table), MOST_ROWS):
        row = _covered([], below)
        for cell in cells:
            if len(row) >= MOST_COLUMNS:
                break
            across = _count(cell.get("colspan"), MOST_COLUMNS)
            down = _count(cell.get("rowspan"), MOST_ROWS)
            if down > 1:
                below[len(row)] = down, across
            row = _covered([*row, _text(cell), *[""] * (across - 1)], below)
        rows.append(row)
        below = {column: (rest - 1, across) for column, (rest, across) in below.items() if rest > 1}
    return rows


def _covered(row: list[str], below: dict[int, tuple[int, int]]) -> list[str]:
    """*row* and empty cells for the columns behind it that cells above cover."""
    while len(row) in below:
        row = [*row, *[""] * below[len(row)][1]]
    return row


def _rows(table: _Element) -> Iterator[list[_Element]]:
    """The cells of each row; cells that stand in no row are one."""
    loose: list[_Element] = []
    for part in table:
        if part.tag in ("td", "th"):
            loose.append(part)
            continue
        if loose:
            yield loose
            loose = []
        for row in part if part.tag in _GROUPS else [part]:
            if row.tag == "tr":
                yield [cell for cell in row if cell.tag in ("td", "th")]
    if loose:
        yield loose


def _text(cell: _Element) -> str:
    pieces: list[str] = []
    for part in cell.iter():
        if part.tag in _BREAKS:
            pieces.append(" ")
        if isinstance(part.tag, str) and part.tag not in _UNSEEN:  # a comment has no name
            pieces.append(part.text or "")
        if part is not cell:
            pieces.append(part.tail or "")
    return " ".join("".join(pieces).split())


def _count(value: str | None, most: int) -> int:
    """A number of columns or rows, at least 1 and at most *most*, however many digits it is written in."""
    digits = (value or "").lstrip("0")
    if not (digits.isascii() and digits.isdigit()):
        return 1
    return min(int(digits[:_DIGITS]), most)
