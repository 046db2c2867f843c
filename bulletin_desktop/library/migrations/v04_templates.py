"""Version 4: an office's own templates, and the looks that exported issues keep.

What was exported before keeps the program's own template that stands in its head.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from bulletin_desktop.library.content import sha256

if TYPE_CHECKING:
    from sqlite_utils import Database


def migrate(db: Database) -> None:
    """Bring a library of version 3 to version 4."""
    db.execute(
        """CREATE TABLE templates (
            id TEXT PRIMARY KEY NOT NULL,
            name TEXT NOT NULL,
            base TEXT NOT NULL,
            text TEXT NOT NULL,
            sha256 BLOB NOT NULL,
            made_at TEXT NOT NULL,
            changed_at TEXT NOT NULL,
            deleted_at TEXT
        ) STRICT"""
    )
    db.execute("CREATE UNIQUE INDEX template_names ON templates (name) WHERE deleted_at IS NULL")
    db.execute(
        """CREATE TABLE looks (
            issue_id TEXT PRIMARY KEY NOT NULL REFERENCES issues (id),
            template TEXT NOT NULL,
            name TEXT NOT NULL,
            base TEXT NOT NULL,
            data BLOB NOT NULL,
            sha256 BLOB NOT NULL,
            at TEXT NOT NULL
        ) STRICT"""
    )
    db.execute(
        "INSERT INTO looks (issue_id, template, name, base, data, sha256, at) "
        "SELECT issue_id, template, '', template, ?, ?, at FROM ("
        " SELECT exports.issue_id, coalesce(json_extract(json, '$.template'), 'jianbao') AS template,"
        " max(at) AS at FROM exports JOIN issue_heads ON issue_heads.issue_id = exports.issue_id"
        " WHERE json_valid(json) GROUP BY exports.issue_id)",
        [zlib.compress(b""), sha256("")],
    )
