"""Version 1: the tree, the bodies, their revisions, the recycle bin."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_FIRST = (
    """CREATE TABLE publications (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        template TEXT NOT NULL,
        unit TEXT NOT NULL,
        deleted_at TEXT
    ) STRICT""",
    """CREATE TABLE issues (
        id TEXT PRIMARY KEY NOT NULL,
        publication_id TEXT NOT NULL REFERENCES publications (id),
        year INTEGER NOT NULL,
        number INTEGER NOT NULL,
        supplement INTEGER NOT NULL,
        running_number INTEGER NOT NULL,
        date TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'draft',
        articles INTEGER NOT NULL DEFAULT 0,
        characters INTEGER NOT NULL DEFAULT 0,
        deleted_at TEXT
    ) STRICT""",
    """CREATE UNIQUE INDEX issue_numbers ON issues (publication_id, year, supplement, number)
        WHERE deleted_at IS NULL""",
    # Everything else of an issue but its sections, as the document codec writes it.
    """CREATE TABLE issue_heads (
        issue_id TEXT PRIMARY KEY NOT NULL REFERENCES issues (id),
        json TEXT NOT NULL,
        sha256 BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE sections (
        id TEXT PRIMARY KEY NOT NULL,
        issue_id TEXT NOT NULL REFERENCES issues (id),
        position INTEGER NOT NULL,
        title TEXT NOT NULL,
        deleted_at TEXT
    ) STRICT""",
    "CREATE INDEX section_order ON sections (issue_id, position) WHERE deleted_at IS NULL",
    # nr is a row number that VACUUM keeps, for indexes over the text.
    """CREATE TABLE articles (
        nr INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        section_id TEXT NOT NULL REFERENCES sections (id),
        position INTEGER NOT NULL,
        title TEXT NOT NULL,
        characters INTEGER NOT NULL,
        state TEXT NOT NULL DEFAULT 'draft',
        deleted_at TEXT
    ) STRICT""",
    "CREATE INDEX article_order ON articles (section_id, position) WHERE deleted_at IS NULL",
    """CREATE TABLE article_bodies (
        article_nr INTEGER PRIMARY KEY REFERENCES articles (nr),
        json TEXT NOT NULL,
        sha256 BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE revisions (
        nr INTEGER PRIMARY KEY AUTOINCREMENT,
        article_nr INTEGER NOT NULL REFERENCES articles (nr),
        began_at TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        characters INTEGER NOT NULL,
        taken_away INTEGER NOT NULL DEFAULT 0,
        name TEXT NOT NULL DEFAULT '',
        base_nr INTEGER REFERENCES revisions (nr),
        depth INTEGER NOT NULL,
        sha256 BLOB NOT NULL,
        data BLOB NOT NULL
    ) STRICT""",
    "CREATE INDEX revision_order ON revisions (article_nr, nr)",
    """CREATE TABLE recycle_bin (
        nr INTEGER PRIMARY KEY AUTOINCREMENT,
        node_id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        position INTEGER NOT NULL,
        deleted_at TEXT NOT NULL
    ) STRICT""",
)


def migrate(db: Database) -> None:
    """Make a new library."""
    for statement in _FIRST:
        db.execute(statement)
