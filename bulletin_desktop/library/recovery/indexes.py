"""Rows of tables from what indexes repeat of them: other pages hold the same, and may be whole."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator

from bulletin_desktop.library.recovery import btree
from bulletin_desktop.library.recovery.btree import NoText, Value
from bulletin_desktop.library.recovery.image import Image
from bulletin_desktop.library.recovery.layouts import Layout
from bulletin_desktop.values import dataclass

KINDS = (btree.LEAF_INDEX, btree.INTERIOR_INDEX)
_COUNTED_AGAIN = frozenset({("articles", "characters")})
"""Columns that are found again from a row's text."""


@dataclass(frozen=True, slots=True)
class Index:
    """An index of a table with row numbers: its columns in order; None is the row's number."""

    name: str
    columns: tuple[str | None, ...]


def of(db: sqlite3.Connection, table: str) -> tuple[Index, ...]:
    """Return the indexes of a table, by the names they have in a file."""
    names = [row[1] for row in db.execute(f"PRAGMA index_list({table})").fetchall()]
    return tuple(
        Index(name, tuple(row[2] for row in db.execute(f"PRAGMA index_xinfo({name})"))) for name in names
    )


class Gathered:
    """What the *indexes* of one table say of its rows, but for those whose numbers are *known*."""

    def __init__(self, layout: Layout, indexes: tuple[Index, ...], known: frozenset[int]) -> None:
        self.layout = layout
        self.indexes = indexes
        self._known = known
        self._rows: defaultdict[int, dict[str, Value]] = defaultdict(dict)

    def take(self, image: Image, index: Index, page: btree.Page) -> None:
        """Take what a page of an index says."""
        for cell in btree.cells(image, page):
            values = btree.record(cell.payload) if cell and cell.whole else None
            if values is None or len(values) != len(index.columns):
                continue
            said = dict(zip(index.columns, values, strict=True))
            rowid = said.pop(None, None)
            if isinstance(rowid, int) and rowid not in self._known and not _garbled(values):
                self._rows[rowid].update({name: value for name, value in said.items() if name})

    def rows(self) -> Iterator[tuple[Value, ...]]:
        """Yield the rows of which all is known that a row must have, with their numbers before them."""
        for rowid, said in self._rows.items():
            values = tuple(self._value(column.name, said) for column in self.layout.columns)
            row = self.layout.filled(rowid, values)
            if row is not None:
                yield (rowid, *row)

    def traces(self) -> dict[int, str]:
        """Return what names the other rows, by their numbers: a title if it is repeated, or the id."""
        return {rowid: str(said.get("title") or said.get("id") or "") for rowid, said in self._rows.items()}

    def newest(self, column: str) -> dict[int, int]:
        """Return the highest number for each number in *column*."""
        found: dict[int, int] = {}
        for rowid, said in self._rows.items():
            owner = said.get(column)
            if isinstance(owner, int):
                found[owner] = max(rowid, found.get(owner, 0))
        return found

    def _value(self, name: str, said: dict[str, Value]) -> Value:
        column = next(column for column in self.layout.columns if column.name == name)
        if self.layout.number is not None and self.layout.columns[self.layout.number] is column:
            return None
        if (self.layout.table, name) in _COUNTED_AGAIN:
            return 0
        return said.get(name, column.default)


def _garbled(values: tuple[Value, ...]) -> bool:
    return any(isinstance(value, NoText) for value in values)
