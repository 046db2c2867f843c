"""Tables of OpenDocument: cells that others cover stand in their rows as covered ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml.etree import _Element as Element

from bulletin_desktop.intake.readers.odt.names import TABLE
from bulletin_desktop.intake.readers.word_draft import CellOfRow, Row, Story, too_much

MOST_ROWS, MOST_COLUMNS = 3_000, 400

_GROUPS = frozenset(
    f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group", "table-columns",
                                  "table-header-columns", "table-column-group")
)  # fmt: skip
_NUMBER = re.compile("[0-9]{1,6}")


def read(table: Element, cell: Callable[[Element], Story], name: str) -> list[Row]:
    """Return the rows; *cell* reads what stands in one. Raises `UserError` beyond any manuscript."""
    rows: list[Row] = []
    covering: dict[int, tuple[int, int]] = {}  # by column: rows a cell still covers, and its columns
    for element, head in _rows(table):
        times = _count(element, "number-rows-repeated")
        if times > 1 and not any(True for _ in element.iter(f"{TABLE}table-cell") if len(_)):
            times = 1  # empty rows up to a sheet's end
        for _ in range(times):
            if len(rows) == MOST_ROWS:
                raise too_much(name)
            cells, covering = _row(element, cell, covering, name)
            rows.append(Row(cells, head))
    return rows


def columns(table: Element) -> Iterator[str]:
    """Yield the style of each column."""
    total = 0
    for element in _members(table, f"{TABLE}table-column"):
        times = min(_count(element, "number-columns-repeated"), MOST_COLUMNS - total)
        total += times
        yield from [element.get(f"{TABLE}style-name", "")] * times


def _rows(table: Element) -> Iterator[tuple[Element, bool]]:
    for element in _members(table, f"{TABLE}table-row"):
        parent = element.getparent()
        yield element, parent is not None and parent.tag == f"{TABLE}table-header-rows"


def _members(table: Element, tag: str) -> Iterator[Element]:
    todo = list(reversed(table))
    while todo:
        element = todo.pop()
        if element.tag == tag:
            yield element
        elif element.tag in _GROUPS:
            todo += reversed(element)


def _row(
    row: Element, cell: Callable[[Element], Story], covering: dict[int, tuple[int, int]], name: str
) -> tuple[list[CellOfRow], dict[int, tuple[int, int]]]:
    cells: list[CellOfRow] = []
    below = {x: (rest - 1, across) for x, (rest, across) in covering.items() if rest > 1}
    x = 0
    for element in row:
        covered = element.tag == f"{TABLE}covered-table-cell"
        if not covered and element.tag != f"{TABLE}table-cell":
            continue
        times = _count(element, "number-columns-repeated")
        if times > 1 and not covered and not len(element):
            times = min(times, MOST_COLUMNS - x)
        for _ in range(times):
            if x >= MOST_COLUMNS:
                raise too_much(name)
            if not covered:
                across, down = (
                    _count(element, "number-columns-spanned"),
                    _count(element, "number-rows-spanned"),
                )
                cells.append(CellOfRow(cell(element), min(across, MOST_COLUMNS), begins=down > 1))
                if down > 1:
                    below[x] = (down - 1, min(across, MOST_COLUMNS))
            elif x in covering:
                cells.append(CellOfRow(cell(element), covering[x][1], continues=True))
            x += 1
    return cells, below


def _count(element: Element, name: str) -> int:
    said = element.get(f"{TABLE}{name}", "")
    return max(1, int(said)) if _NUMBER.fullmatch(said) else 1
