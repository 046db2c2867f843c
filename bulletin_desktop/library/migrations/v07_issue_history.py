"""Version 7: what became of issues, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def migrate(db: Database) -> None:
    """Bring a library of version 6 to version 7."""
    db.execute(
        """CREATE TABLE issue_revisions (
            nr INTEGER PRIMARY KEY AUTOINCREMENT,
            issue_id TEXT NOT NULL REFERENCES issues (id),
            kind TEXT NOT NULL,
            began_at TEXT NOT NULL,
            at TEXT NOT NULL,
            detail TEXT NOT NULL,
            name TEXT NOT NULL DEFAULT '',
            base_nr INTEGER REFERENCES issue_revisions (nr),
            depth INTEGER NOT NULL,
            sha256 BLOB NOT NULL,
            data BLOB NOT NULL
        ) STRICT"""
    )
    db.execute("CREATE INDEX issue_revision_order ON issue_revisions (issue_id, nr)")
