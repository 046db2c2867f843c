"""How the office wants its manuscripts taken in, as one text; what it says is the services' to know."""

from __future__ import annotations

from bulletin_desktop.library.content import intact, sha256
from bulletin_desktop.library.database import Database


class IntakeSettings:
    """Reads and writes the table `intake_settings`, which has one row at most."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self) -> str | None:
        """Return what was kept; None if nothing was, or it is damaged."""
        row = self._db.execute("SELECT CAST(json AS BLOB), sha256 FROM intake_settings").fetchone()
        return None if row is None else intact(*row)

    def keep(self, text: str) -> None:
        """Keep *text* in place of what was kept."""
        self._db.execute(
            "INSERT OR REPLACE INTO intake_settings (nr, json, sha256) VALUES (1, ?, ?)", [text, sha256(text)]
        )
