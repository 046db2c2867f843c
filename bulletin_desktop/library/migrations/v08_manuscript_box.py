"""Version 8: manuscripts with their originals, and what every text is like.

What stood in no issue came in when it was first saved; who sent it, its credit says as far as is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_desktop.library.nodes import MANUSCRIPTS

if TYPE_CHECKING:
    from sqlite_utils import Database

_BOX = (
    # The content stands last: whoever asks for a name reads no more than the first page of a row.
    """CREATE TABLE originals (
        sha256 TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        compressed INTEGER NOT NULL,
        content BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE manuscripts (
        article_nr INTEGER PRIMARY KEY REFERENCES articles (nr),
        original TEXT REFERENCES originals (sha256),
        file_name TEXT NOT NULL,
        contributor TEXT NOT NULL,
        author TEXT NOT NULL,
        phone TEXT NOT NULL,
        received_at TEXT NOT NULL,
        source TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'waiting',
        note TEXT NOT NULL DEFAULT '',
        merged_nr INTEGER REFERENCES articles (nr)
    ) STRICT""",
    "CREATE INDEX manuscripts_of_originals ON manuscripts (original) WHERE original IS NOT NULL",
    "CREATE INDEX merged_manuscripts ON manuscripts (merged_nr) WHERE merged_nr IS NOT NULL",
    # What a text is like. A stale one is of the text as it was; an article without one was never looked at;
    # one that is not listed yet is not found by its shingles.
    """CREATE TABLE sketches (
        article_nr INTEGER PRIMARY KEY REFERENCES articles (nr),
        stale INTEGER NOT NULL,
        listed INTEGER NOT NULL DEFAULT 1,
        text INTEGER NOT NULL,
        shingles BLOB NOT NULL
    ) STRICT""",
    "CREATE INDEX sketched_texts ON sketches (text)",
    "CREATE INDEX stale_sketches ON sketches (article_nr) WHERE stale = 1",
    """CREATE TABLE shingles (
        shingle INTEGER NOT NULL,
        article_nr INTEGER NOT NULL REFERENCES articles (nr),
        PRIMARY KEY (shingle, article_nr)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE intake_settings (
        nr INTEGER PRIMARY KEY CHECK (nr = 1),
        json TEXT NOT NULL,
        sha256 BLOB NOT NULL
    ) STRICT""",
)


def migrate(db: Database) -> None:
    """Bring a library of version 7 to version 8."""
    for statement in _BOX:
        db.execute(statement)
    db.execute(
        "INSERT INTO manuscripts (article_nr, file_name, contributor, author, phone, received_at, source) "
        "SELECT articles.nr, '', credit, '', '', began_at, 'hand' FROM articles "
        "JOIN revisions ON revisions.nr = (SELECT min(nr) FROM revisions WHERE article_nr = articles.nr) "
        "WHERE section_id = ?",
        [MANUSCRIPTS],
    )
