"""What the first bytes of a file say, read without SQLite: a file that is not ours is not touched at all."""

from __future__ import annotations

from pathlib import Path

from bulletin_desktop.errors import Fault, LibraryError
from bulletin_desktop.library.schema import APPLICATION_ID
from bulletin_desktop.reasons import reason

# https://sqlite.org/fileformat2.html#the_database_header
_LENGTH = 100
_MAGIC = b"SQLite format 3\x00"


def check(path: Path) -> None:
    """Raise `LibraryError` unless *path* is a library that may be read."""
    try:
        with path.open("rb") as file:
            head = file.read(_LENGTH)
        size = path.stat().st_size
    except OSError as error:
        raise LibraryError(
            "The library {path} may not be read by you ({reason}). Nothing was changed. "
            "Ask for permission on the file, or choose another library.",
            fault=Fault.REFUSED,
            path=path,
            reason=reason(error),
        ) from error
    if not head:
        raise LibraryError(
            "The file {path} is empty, so it is no library. It was left as it is. "
            "Restore a backup, or choose another file.",
            fault=Fault.EMPTY,
            path=path,
        )
    if len(head) < _LENGTH or not head.startswith(_MAGIC) or _number(head, 68) != APPLICATION_ID:
        raise LibraryError(
            "The file {path} is not a library of this program. It was left as it is. Choose another file.",
            fault=Fault.NOT_OURS,
            path=path,
        )
    if size < _stated_size(head) and not path.with_name(path.name + "-wal").exists():
        raise LibraryError(
            "The library {path} is cut off: part of the file is missing. It was left exactly as it is. "
            "Copy the file to a safe place, then restore a backup.",
            fault=Fault.CUT_OFF,
            path=path,
        )


def _stated_size(head: bytes) -> int:
    """The length the header claims; 0 where it claims none that can be trusted."""
    page = int.from_bytes(head[16:18], "big")
    trusted = _number(head, 24) == _number(head, 92)
    return _number(head, 28) * (65536 if page == 1 else page) if trusted else 0


def _number(head: bytes, offset: int) -> int:
    return int.from_bytes(head[offset : offset + 4], "big")
