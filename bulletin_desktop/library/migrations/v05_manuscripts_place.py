"""Version 5: a place for manuscripts in no issue; credits, problems and pages for lists.

-1 problems are not counted yet: that needs more than SQL.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_desktop.library.nodes import MANUSCRIPTS

if TYPE_CHECKING:
    from sqlite_utils import Database

# Indexes with all that a search through titles looks at, in the order it is shown in.
INDEXES_OVER_TITLES = (
    "DROP INDEX article_order",
    "CREATE INDEX article_titles ON articles (section_id, position, title, credit) WHERE deleted_at IS NULL",
    "DROP INDEX section_order",
    "CREATE INDEX section_titles ON sections (issue_id, position, title) WHERE deleted_at IS NULL",
    "CREATE UNIQUE INDEX issue_dates ON issues (date DESC, year DESC, supplement, number DESC, id)",
)


def migrate(db: Database) -> None:
    """Bring a library of version 4 to version 5."""
    db.execute("ALTER TABLE issues ADD COLUMN pages INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE articles ADD COLUMN problems INTEGER NOT NULL DEFAULT -1")
    db.execute("ALTER TABLE articles ADD COLUMN credit TEXT NOT NULL DEFAULT ''")
    db.execute(
        "UPDATE articles SET credit = bodies.credit FROM ("
        " SELECT article_nr, json_extract(json, '$.credit') AS credit FROM article_bodies"
        " WHERE json_valid(json)"
        ") AS bodies WHERE article_nr = nr AND bodies.credit > ''"
    )
    for statement in INDEXES_OVER_TITLES:
        db.execute(statement)
    place = [MANUSCRIPTS]
    db.execute("INSERT INTO publications (id, name, template, unit) VALUES (?, '', 'jianbao', '')", place)
    db.execute(
        "INSERT INTO issues (id, publication_id, year, number, supplement, running_number, date) "
        "VALUES (?, ?, 9999, 1, 0, 0, '9999-12-31')",
        place * 2,
    )
    db.execute("INSERT INTO sections (id, issue_id, position, title) VALUES (?, ?, 0, '')", place * 2)
