"""A library as an earlier version of the program left it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

_COPIES = (
    "publication_copies",
    "issue_copies",
    "section_copies",
    "article_copies",
    "revision_names",
    "issue_revision_copies",
    "bin_copies",
    "export_copies",
    "picture_copies",
    "original_copies",
    "template_copies",
    "look_copies",
    "habit_copies",
    "recipient_copies",
    "manuscript_copies",
)
_BACK = {
    11: tuple(f"DROP INDEX {name}" for name in _COPIES),
    10: (
        "DROP INDEX article_credits",
        "DROP TRIGGER text_changed",
        "DROP TRIGGER text_added",
        "DROP TABLE search_documents",
        "DROP TABLE search_grams",
    ),
    9: ("DROP TABLE exchanged",),
    8: (
        "DROP TABLE intake_settings",
        "DROP TABLE shingles",
        "DROP TABLE sketches",
        "DROP TABLE manuscripts",
        "DROP TABLE originals",
    ),
    7: ("DROP TABLE issue_revisions",),
    6: ("DROP TABLE recipients", "DROP TABLE habits"),
    5: (
        "DELETE FROM sections WHERE id = 'manuscripts'",
        "DELETE FROM issues WHERE id = 'manuscripts'",
        "DELETE FROM publications WHERE id = 'manuscripts'",
        "DROP INDEX article_titles",
        "CREATE INDEX article_order ON articles (section_id, position) WHERE deleted_at IS NULL",
        "DROP INDEX section_titles",
        "CREATE INDEX section_order ON sections (issue_id, position) WHERE deleted_at IS NULL",
        "DROP INDEX issue_dates",
        "ALTER TABLE issues DROP COLUMN pages",
        "ALTER TABLE articles DROP COLUMN problems",
        "ALTER TABLE articles DROP COLUMN credit",
    ),
    4: ("DROP TABLE looks", "DROP TABLE templates"),
    3: ("DROP TABLE pictures",),
    2: ("DROP TABLE exports",),
}


def make_older(path: Path, version: int) -> None:
    """Take from a library of today, closed, what came after *version*."""
    with closing(sqlite3.connect(path)) as raw, raw:
        (now,) = raw.execute("PRAGMA user_version").fetchone()
        for number in range(now, version, -1):
            for statement in _BACK[number]:
                raw.execute(statement)
        raw.execute(f"PRAGMA user_version = {version}")
