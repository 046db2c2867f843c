"""SQLite's failures in the person's words. What is not the world's fault passes through as the bug it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bulletin_desktop.errors import Fault, LibraryError


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn a failure of disk, lock or file inside the block into a `UserError` about the library *path*."""
    try:
        yield
    except sqlite3.Error as error:
        told_error = _translate(path, error)
        if told_error is None:
            raise
        raise told_error from error


def _translate(path: Path, error: sqlite3.Error) -> LibraryError | None:
    # Extended codes keep the primary one in their low byte: https://sqlite.org/rescode.html
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if "Could not decode to UTF-8" in str(error):  # Python's own finding, without a code of SQLite's
        code = sqlite3.SQLITE_CORRUPT
    told_error: LibraryError | None = None
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            told_error = LibraryError(
                "The library {path} is in use by another program. Nothing was changed. "
                "Close that program and try again.",
                fault=Fault.LOCKED,
                path=path,
            )
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
            told_error = LibraryError(
                "The library {path} could not be read or written: the disk is full, over its quota or "
                "failing. Everything saved before is kept; this step was not carried out. "
                "Make room and try again.",
                fault=Fault.FULL,
                path=path,
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            told_error = LibraryError(
                "The library {path} may not be written by you. Nothing was changed. "
                "Ask for write permission on the file and its folder, or choose another library.",
                fault=Fault.REFUSED,
                path=path,
            )
        case sqlite3.SQLITE_CANTOPEN:
            told_error = LibraryError(
                "The library {path} could not be opened. Nothing was changed. "
                "Check that its folder exists and that you may use it.",
                fault=Fault.REFUSED,
                path=path,
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            told_error = LibraryError(
                "The library {path} is damaged. It was left exactly as it is. "
                "Copy the file to a safe place, then restore a backup.",
                fault=Fault.DAMAGED,
                path=path,
            )
    return told_error
