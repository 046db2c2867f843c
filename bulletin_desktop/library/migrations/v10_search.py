"""Version 10: an index of every text; those that are here are indexed later, while nobody waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# stale is 0 where the text is indexed; otherwise no two are alike: below 0 what an earlier version stored,
# the newest first, and above what is new or has changed since, the last one last.
_NEXT = "(SELECT coalesce(max(stale), 0) + 1 FROM search_documents WHERE stale <> 0 AND stale > 0)"
_NOTE = f"""
    UPDATE search_documents SET stale = {_NEXT} WHERE article_nr = new.article_nr AND stale = 0;
    INSERT INTO search_documents (article_nr, version, stale) SELECT new.article_nr, 0, {_NEXT}
        WHERE NOT EXISTS (SELECT 1 FROM search_documents WHERE article_nr = new.article_nr);
"""
_SEARCH = (
    "CREATE VIRTUAL TABLE search_grams USING fts5 ("
    "grams, content='', columnsize=0, detail=none, tokenize='ascii')",
    # Each step of indexing leaves a segment; merged from eight on, grams are written less often.
    "INSERT INTO search_grams (search_grams, rank) VALUES ('automerge', 8)",
    """CREATE TABLE search_documents (
        article_nr INTEGER PRIMARY KEY REFERENCES articles (nr),
        version INTEGER NOT NULL,
        stale INTEGER NOT NULL
    ) STRICT""",
    "INSERT INTO search_documents (article_nr, version, stale) SELECT nr, 0, -nr FROM articles",
    "CREATE INDEX stale_documents ON search_documents (stale) WHERE stale <> 0",
    f"CREATE TRIGGER text_added AFTER INSERT ON article_bodies BEGIN {_NOTE} END",
    f"CREATE TRIGGER text_changed AFTER UPDATE OF json ON article_bodies BEGIN {_NOTE} END",
    "CREATE INDEX article_credits ON articles (credit) WHERE credit > ''",
)


def migrate(db: Database) -> None:
    """Bring a library of version 9 to version 10."""
    for statement in _SEARCH:
        db.execute(statement)
