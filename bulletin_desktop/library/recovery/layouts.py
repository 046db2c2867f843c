"""What the tables of each version look like, and whether a row can be one of a table's."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import zlib
from collections.abc import Mapping, Set
from contextlib import closing
from typing import TYPE_CHECKING

from bulletin_desktop.library import schema
from bulletin_desktop.library.migrations import MIGRATIONS
from bulletin_desktop.library.recovery.btree import NoText, Value
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from sqlite_utils import Database

CONTENT = (
    "publications",
    "issues",
    "issue_heads",
    "sections",
    "articles",
    "article_bodies",
    "revisions",
    "recycle_bin",
    "exports",
    "pictures",
    "templates",
    "looks",
    "habits",
    "recipients",
    "issue_revisions",
    "originals",
    "manuscripts",
    "intake_settings",
    "exchanged",
)
"""The tables that hold what people made. All others are derived from them, and made anew."""

_TEXTS = {
    "article_bodies": "json",
    "issue_heads": "json",
    "intake_settings": "json",
    "templates": "text",
}
"""Columns whose hash stands beside them."""
_DOCUMENTS = {"article_bodies": '"kind":"article"', "issue_heads": '"kind":"issue"'}
_TYPES: Mapping[str, type] = {"INTEGER": int, "TEXT": str, "BLOB": bytes}
_NAME = re.compile(r"[0-9A-Za-z_-]{1,64}")
_HEX = re.compile(r"[0-9a-f]{64}")
_TIME = re.compile(r"\d{4}-\d\d-\d\d.{0,24}", re.ASCII)
_SHA256 = 32


@dataclass(frozen=True, slots=True)
class Column:
    """A column: name, STRICT's type, whether it may be NULL, and what rows older than itself have in it."""

    name: str
    kind: str
    optional: bool
    default: Value


@dataclass(frozen=True, slots=True)
class Layout:
    """A table: its columns in order, and which of them is the row's number, if one is."""

    table: str
    columns: tuple[Column, ...]
    number: int | None
    with_rowid: bool

    def filled(self, rowid: int, values: tuple[Value, ...]) -> tuple[Value, ...] | None:
        """Return a row's values with number and defaults; None if they are no row of this table."""
        if len(values) > len(self.columns):
            return None
        row = [*values, *(column.default for column in self.columns[len(values) :])]
        if self.number is not None:
            if row[self.number] is not None:
                return None
            row[self.number] = rowid
        if all(_fits(column, value) for column, value in zip(self.columns, row, strict=True)):
            return tuple(row)
        return None

    def is_sound(self, row: tuple[Value, ...]) -> bool:
        """Tell whether a filled row is what was written, as far as it tells itself: by its hash, if any."""
        if any(isinstance(value, NoText) for value in row):
            return False
        value = dict(zip((column.name for column in self.columns), row, strict=True))
        kept = value.get("sha256")
        if self.table in _TEXTS:
            text = str(value[_TEXTS[self.table]])
            return _hash(text.encode()) == kept and _is_of(self.table, text)
        if self.table in ("exports", "looks"):
            return _hash(inflated(value["data"])) == kept
        if self.table == "pictures":
            return hashlib.sha256(_bytes(value["bytes"])).hexdigest() == kept
        if self.table == "originals":
            content = inflated(value["content"]) if value["compressed"] else _bytes(value["content"])
            return content is not None and hashlib.sha256(content).hexdigest() == kept
        return True


def of_version(version: int) -> dict[str, Layout]:
    """Return the layouts of the tables with content that a library of that version has."""
    with closing(schema.tables(sqlite3.connect(":memory:", isolation_level=None))) as db:
        for migration in MIGRATIONS[:version]:
            migration(db)
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: _layout(db, name) for name in CONTENT if name in names}


def likeliest_version(claimed: int, tables: Set[str], *, whole: bool) -> int:
    """Return the version of a library with such *tables* that claims one, 0 for none.

    *whole* tells whether these are all its tables.
    """
    known = {version: frozenset(of_version(version)) for version in range(1, len(MIGRATIONS) + 1)}
    if claimed in known and tables <= known[claimed]:
        return claimed
    last = known[len(MIGRATIONS)]
    fewest = min((known[version] for version in known if tables <= known[version]), key=len, default=last)
    wanted = fewest if whole and tables else last
    return max(version for version in known if known[version] == wanted)


def inflated(data: Value) -> bytes | None:
    """Return what *data* was compressed from; None if it is damaged."""
    try:
        return zlib.decompress(_bytes(data))
    except zlib.error:
        return None


def _layout(db: Database, table: str) -> Layout:
    sql = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", [table]).fetchone()[0]
    columns: list[Column] = []
    number = None
    with_rowid = "WITHOUT ROWID" not in sql
    for place, name, kind, needed, default, key in db.execute(f"PRAGMA table_info({table})").fetchall():
        if key and kind == "INTEGER" and with_rowid:
            number = place
        value = None if default is None else db.execute(f"SELECT {default}").fetchone()[0]
        columns.append(Column(name, kind, not needed and place != number, value))
    return Layout(table, tuple(columns), number, with_rowid)


def _fits(column: Column, value: Value) -> bool:
    if value is None:
        return column.optional
    if isinstance(value, NoText):
        return column.kind == "TEXT" and not _is_name(column.name)
    if isinstance(value, bytes) and column.name == "sha256":
        return column.kind == "BLOB" and len(value) == _SHA256
    form = _form(column.name)
    if isinstance(value, str) and form is not None:
        return column.kind == "TEXT" and form.fullmatch(value) is not None
    return type(value) is _TYPES[column.kind]


def _form(name: str) -> re.Pattern[str] | None:
    """What the texts of a column look like, by its name."""
    if name == "sha256":
        return _HEX
    if _is_name(name):
        return _NAME
    return _TIME if name == "at" or name.endswith("_at") else None


def _is_name(column: str) -> bool:
    return column == "id" or column.endswith("_id")


def _is_of(table: str, text: str) -> bool:
    """Texts of several tables have the same shape; documents say themselves what they are."""
    start = text[:40]
    if table in _DOCUMENTS:
        return _DOCUMENTS[table] in start
    return not any(kind in start for kind in _DOCUMENTS.values())


def _hash(data: bytes | None) -> bytes | None:
    return None if data is None else hashlib.sha256(data).digest()


def _bytes(value: Value) -> bytes:
    return value if isinstance(value, bytes) else b""
