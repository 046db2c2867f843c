"""Version 6: what a publication gives its new issues."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def migrate(db: Database) -> None:
    """Bring a library of version 5 to version 6."""
    db.execute(
        """CREATE TABLE habits (
            publication_id TEXT PRIMARY KEY NOT NULL REFERENCES publications (id),
            spare INTEGER NOT NULL,
            shows_copies INTEGER NOT NULL,
            stop INTEGER NOT NULL,
            editor TEXT NOT NULL,
            reviewer TEXT NOT NULL,
            issuer TEXT NOT NULL
        ) STRICT"""
    )
    db.execute(
        """CREATE TABLE recipients (
            publication_id TEXT NOT NULL REFERENCES publications (id),
            list TEXT NOT NULL,
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            copies INTEGER NOT NULL,
            mark TEXT NOT NULL,
            PRIMARY KEY (publication_id, list, position)
        ) STRICT, WITHOUT ROWID"""
    )
