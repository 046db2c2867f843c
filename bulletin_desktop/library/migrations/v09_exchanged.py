"""Version 9: which states of articles and issues other libraries have had."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_EXCHANGED = (
    # States other libraries have had. They come after the revision after_nr here, or the entry.
    """CREATE TABLE exchanged (
        nr INTEGER PRIMARY KEY AUTOINCREMENT,
        node_id TEXT NOT NULL,
        part TEXT NOT NULL,
        after_nr INTEGER NOT NULL,
        sha256 BLOB NOT NULL
    ) STRICT""",
    "CREATE UNIQUE INDEX exchanged_states ON exchanged (node_id, part, sha256)",
)


def migrate(db: Database) -> None:
    """Bring a library of version 8 to version 9."""
    for statement in _EXCHANGED:
        db.execute(statement)
