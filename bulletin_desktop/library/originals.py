"""Original files of manuscripts, each once under the hash of its bytes, and never changed.

Nothing takes one out again: manuscripts in the recycle bin still name it.
"""

from __future__ import annotations

import hashlib
import zlib

from bulletin_desktop.errors import UserError
from bulletin_desktop.library.database import Database
from bulletin_desktop.values import dataclass

_TRIED = 65_536  # bytes that tell whether compressing the rest is worth the time
_WORTH = 0.9


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it came: its name, without folders, and its bytes."""

    sha256: str
    name: str
    content: bytes


class Originals:
    """Reads and writes the table `originals`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, original: Original) -> None:
        """Keep a file, unless it is there; the name it first came by stays.

        Raises ValueError if its hash is not that of its bytes: a caller has mixed up two files.
        """
        if hashlib.sha256(original.content).hexdigest() != original.sha256:
            raise ValueError(f"the bytes of {original.name} have another hash")
        if self._whole(original.sha256) is not None:
            return
        packed = _packed(original.content)
        # A damaged one is mended in its place: manuscripts point at its number.
        self._db.execute(
            "INSERT INTO originals (sha256, name, size, compressed, content) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (sha256) DO UPDATE SET size = excluded.size, compressed = excluded.compressed,"
            " content = excluded.content",
            [
                original.sha256,
                original.name,
                len(original.content),
                int(packed is not original.content),
                packed,
            ],
        )

    def has(self, sha256: str) -> bool:
        """Tell whether a file is kept, and whole."""
        return self._whole(sha256) is not None

    def get(self, sha256: str) -> Original:
        """Return a file as it came; raises `UserError` if it is not here or damaged."""
        row = self._db.execute("SELECT name FROM originals WHERE sha256 = ?", [sha256]).fetchone()
        if row is None:
            raise UserError(
                "The original of this manuscript is not in the library; its text is. It may have been "
                "pasted, or taken in by an earlier version of this program."
            )
        content = self._whole(sha256)
        if content is None:
            raise UserError(
                "The original “{name}” is damaged in the library; the article that was made of it is not "
                "touched by that. Take the file in again, or restore a backup.",
                name=row[0],
            )
        return Original(sha256, row[0], content)

    def _whole(self, sha256: str) -> bytes | None:
        """The bytes; None if they are not here or not what they were."""
        row = self._db.execute(
            "SELECT compressed, content FROM originals WHERE sha256 = ?", [sha256]
        ).fetchone()
        if row is None:
            return None
        compressed, content = row
        try:
            found = zlib.decompress(content) if compressed else bytes(content)
        except zlib.error:
            return None
        return found if hashlib.sha256(found).hexdigest() == sha256 else None


def _packed(content: bytes) -> bytes:
    """The bytes compressed, or the same object where that saves little: most kinds of files are packed."""
    start = content[:_TRIED]
    if len(zlib.compress(start, 1)) > len(start) * _WORTH:
        return content
    packed = zlib.compress(content, 6)
    return packed if len(packed) < len(content) else content
