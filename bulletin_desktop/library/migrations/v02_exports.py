"""Version 2: what was exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def migrate(db: Database) -> None:
    """Bring a library of version 1 to version 2."""
    db.execute(
        """CREATE TABLE exports (
            id TEXT PRIMARY KEY NOT NULL,
            issue_id TEXT NOT NULL REFERENCES issues (id),
            at TEXT NOT NULL,
            name TEXT NOT NULL,
            file_sha256 TEXT NOT NULL,
            pages INTEGER NOT NULL,
            data BLOB NOT NULL,
            sha256 BLOB NOT NULL
        ) STRICT"""
    )
