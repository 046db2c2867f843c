"""Pictures in the library, each once under the hash of its bytes.

Nothing takes one out again: revisions, exports and the recycle bin may still name it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from bulletin_desktop.library.database import Database


class Pictures:
    """Reads and writes the table `pictures`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, content: bytes, kind: str, width: int, height: int) -> str:
        """Keep a picture of *width* x *height* pixels, unless it is there; return its SHA-256."""
        sha256 = hashlib.sha256(content).hexdigest()
        if sha256 not in self.some([sha256]):  # or it is there, but damaged
            self._db.execute(
                "INSERT OR REPLACE INTO pictures (sha256, format, width, height, bytes) "
                "VALUES (?, ?, ?, ?, ?)",
                [sha256, kind, width, height, content],
            )
        return sha256

    def some(self, wanted: Iterable[str]) -> dict[str, bytes]:
        """Return the bytes of the *wanted* pictures by SHA-256; one not here or damaged is left out."""
        found = {}
        for sha256 in dict.fromkeys(wanted):
            row = self._db.execute("SELECT bytes FROM pictures WHERE sha256 = ?", [sha256]).fetchone()
            if row is not None and hashlib.sha256(row[0]).hexdigest() == sha256:
                found[sha256] = row[0]
        return found
