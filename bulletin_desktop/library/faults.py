"""SQLite's failures in the person's words. What is not the world's fault passes through as the bug it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bulletin_desktop.errors import UserError


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


def _translate(path: Path, error: sqlite3.Error) -> UserError | None:
    # Extended codes keep the primary one in their low byte: https://sqlite.org/rescode.html
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if "Could not decode to UTF-8" in str(error):  # Python's own finding, without a code of SQLite's
        code = sqlite3.SQLITE_CORRUPT
    told_error: UserError | None = None
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            told_error = UserError(
                "The library {path} is in use by another program. Nothing was changed. "
                "Close that program and try again.",
                path=path,
            )
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
            told_error = UserError(
                "The library {path} could not be read or written: the disk is full, over its quota or "
                "failing. Everything saved before is kept; this step was not carried out. "
                "Make room and try again.",
                path=path,
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            told_error = UserError(
                "The library {path} may not be written by you. Nothing was changed. "
                "Ask for write permission on the file and its folder, or choose another library.",
                path=path,
            )
        case sqlite3.SQLITE_CANTOPEN:
            told_error = UserError(
                "The library {path} could not be opened. Nothing was changed. "
                "Check that its folder exists and that you may use it.",
                path=path,
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            told_error = UserError(
                "The library {path} is damaged. It was left exactly as it is. "
                "Copy the file to a safe place, then restore a backup.",
                path=path,
            )
    return told_error
