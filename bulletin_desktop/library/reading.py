"""Opening a library that may not be written: from a write-protected stick, file or folder.

SQLite is told that the file never changes (`immutable=1`): it then wants neither locks nor files beside it.
It would also ignore the journal that a crash has left, and an older version cannot be brought up to date in
its place, so that either is read from a copy in the system's folder for temporary files.
"""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from contextlib import closing
from enum import StrEnum
from pathlib import Path

from bulletin_desktop import own_folder
from bulletin_desktop.errors import Fault, LibraryError, Words
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.library.address import address
from bulletin_desktop.reasons import reason

_FRAMES = 32  # bytes, the header of a journal; what is longer may hold something
_SHARING_VIOLATION = 32  # https://learn.microsoft.com/windows/win32/debug/system-error-codes--0-499-


class Hindrance(StrEnum):
    """Why a library cannot be written."""

    FILE = "file"
    FOLDER = "folder"
    DISK = "disk"
    FULL = "full"


WHY = {
    Hindrance.FILE: QT_TRANSLATE_NOOP("errors", "its file is write-protected"),
    Hindrance.FOLDER: QT_TRANSLATE_NOOP("errors", "you may not write in its folder"),
    Hindrance.DISK: QT_TRANSLATE_NOOP("errors", "the disk is write-protected"),
    Hindrance.FULL: QT_TRANSLATE_NOOP("errors", "the disk is full"),
}


def of_file(path: Path) -> Hindrance | None:
    """Return what keeps the file at *path* from being written; None if nothing does."""
    try:
        os.close(os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0)))
    except OSError as error:
        if getattr(error, "winerror", 0) == _SHARING_VIOLATION:
            return None  # another program has it: SQLite will say so
        return _by(error, Hindrance.FILE)
    return None


def of_folder(error: OSError) -> Hindrance:
    """Return why no file could be made beside a library."""
    return _by(error, Hindrance.FOLDER)


def _by(error: OSError, otherwise: Hindrance) -> Hindrance:
    if error.errno == errno.EROFS or getattr(error, "winerror", 0) == 19:  # ERROR_WRITE_PROTECT
        return Hindrance.DISK
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return Hindrance.FULL
    return otherwise


def refusal(path: Path, hindrance: Hindrance) -> LibraryError:
    """Return what to say to an act upon a library that can only be read."""
    return LibraryError(
        "The library {path} is open for reading only: {reason}. This step was not carried out; "
        "everything can be read, searched and exported.",
        fault=Fault.READ_ONLY,
        path=path,
        reason=Words(WHY[hindrance]),
    )


def changed_meanwhile(path: Path) -> LibraryError:
    """Return what to say when somebody else has written to a library that is open for reading."""
    return LibraryError(
        "The library {path} was changed by another program since it was opened for reading. "
        "Open it again to see it as it is now.",
        fault=Fault.GONE,
        path=path,
    )


def must_be_copied(path: Path, known: int) -> bool:
    """Tell whether *path* is read from a copy: it has a journal, or is older than version *known*."""
    journal = path.with_name(path.name + "-wal")
    return (journal.is_file() and journal.stat().st_size > _FRAMES) or _version(path) < known


def _version(path: Path) -> int:
    with closing(connection(path)) as db, closing(db.execute("PRAGMA user_version")) as answer:
        return int(answer.fetchone()[0])


def connection(path: Path) -> sqlite3.Connection:
    """Return a connection to a file that does not change; nothing is locked, and nothing made beside it."""
    db = sqlite3.connect(f"{address(path, 'ro')}&immutable=1", uri=True, isolation_level=None)
    db.execute("PRAGMA query_only = ON")
    return db


class Copy:
    """A library and its journal in a folder for temporary files, until it is closed."""

    def __init__(self, path: Path) -> None:
        """Raises `LibraryError` if there is no room for it."""
        try:
            self._folder = own_folder.temporary()
            self.path = self._folder.path / path.name
            try:
                for suffix in ("", "-wal"):
                    original = path.with_name(path.name + suffix)
                    if original.exists():
                        shutil.copyfile(original, self.path.with_name(original.name))
            except OSError:
                self.close()
                raise
        except OSError as error:
            raise LibraryError(
                "The library {path} can only be opened by way of a copy, which could not be made "
                "({reason}). Nothing was changed. Make room on this computer's own disk.",
                fault=Fault.FULL,
                path=path,
                reason=reason(error),
            ) from error

    def close(self) -> None:
        """Remove it."""
        self._folder.close()
