"""Version 11: everything that carries no hash, twice; and indexes that some libraries of version 5 lack.

The program made those with that version for some days before it had them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_desktop.library.migrations.v05_manuscripts_place import INDEXES_OVER_TITLES

if TYPE_CHECKING:
    from sqlite_utils import Database

# What carries no hash, once more on other pages: SQLite keeps both alike, and its check tells if they differ.
# A column that no query asks for stands first, so that no query is answered by these.
_COPIES = (
    "CREATE INDEX publication_copies ON publications (unit, name, template, deleted_at)",
    "CREATE INDEX issue_copies ON issues (state, publication_id, deleted_at)",
    "CREATE INDEX section_copies ON sections (deleted_at, title, position, issue_id) "
    "WHERE deleted_at IS NOT NULL",
    "CREATE INDEX article_copies ON articles (state, deleted_at, section_id) "
    "WHERE state <> 'draft' OR deleted_at IS NOT NULL",
    "CREATE INDEX revision_names ON revisions (name) WHERE name > ''",
    "CREATE INDEX issue_revision_copies ON issue_revisions (detail, kind, began_at, at, name)",
    "CREATE INDEX bin_copies ON recycle_bin (position, kind, deleted_at)",
    "CREATE INDEX export_copies ON exports (pages, issue_id, at, name, file_sha256)",
    "CREATE INDEX picture_copies ON pictures (width, height, format)",
    "CREATE INDEX original_copies ON originals (size, name, compressed)",
    "CREATE INDEX template_copies ON templates (base, name, made_at, changed_at, deleted_at)",
    "CREATE INDEX look_copies ON looks (base, template, name, at)",
    "CREATE INDEX habit_copies ON habits (spare, shows_copies, stop, editor, reviewer, issuer)",
    "CREATE INDEX recipient_copies ON recipients (mark, name, copies)",
    "CREATE INDEX manuscript_copies ON manuscripts (phone, contributor, author, file_name, received_at,"
    " source, state, note, original, merged_nr)",
)


def migrate(db: Database) -> None:
    """Bring a library of version 10 to version 11."""
    if db.execute("SELECT 1 FROM sqlite_master WHERE name = 'article_order'").fetchone():
        for statement in INDEXES_OVER_TITLES:
            db.execute(statement)
    for statement in _COPIES:
        db.execute(statement)
