"""A table from the clipboard as text: what spreadsheets and databases put there."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence

MOST_ROWS, MOST_COLUMNS = 500, 60  # more is no table of a bulletin, but somebody's whole sheet
LONGEST = 8_000_000  # characters that are looked at
_DIGITS = 9  # more are more than any table has
_LOOKED_AT = 20  # lines that tell a table
_LABEL = re.compile(r"[（(]?[0-9一二三四五六七八九十]{1,3}[）).、．]?|[•·●■◆○□➢√-]")


def rows(text: str) -> list[list[str]]:
    """Return *text* divided by tabs and line ends.

    Quotes round a cell with line ends or tabs in it, doubled inside, are Excel's.
    """
    lines = text[:LONGEST].replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    try:
        return [list(row) for row in csv.reader((line + "\n" for line in lines), dialect="excel-tab")]
    except csv.Error:
        return [line.split("\t") for line in lines]


def is_table(lines: Sequence[str]) -> bool:
    """Tell whether the lines of a text are rows of cells, and not a list with its numbers before tabs."""
    first = [line for line in lines[:_LOOKED_AT] if '"' not in line]
    columns = {line.count("\t") for line in first}
    if len(lines) < 2 or len(columns) != 1 or 0 in columns:
        return False
    return columns != {1} or not all(_LABEL.fullmatch(line.split("\t")[0].strip()) for line in first)


def count(value: str | None, most: int) -> int:
    """Return a number of columns or rows, at least 1 and at most *most*, however many digits it has."""
    digits = (value or "").lstrip("0")
    if not (digits.isascii() and digits.isdigit()):
        return 1
    return min(int(digits[:_DIGITS]), most)
