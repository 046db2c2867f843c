"""Whether a journal (-wal) that lies beside a library which nobody has open is the library's own.

SQLite plays any journal with sound frames into the file of its name, and a file that was put in a library's
place, an old backup say, is then a mixture of both. What a journal belongs to stands nowhere in it. But a
library's own was written after the file got its name, or just before its pages were folded in; where the file
is younger than that, the outcome is tried on a copy.
"""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from bulletin_desktop.errors import Fault, LibraryError, UserError
from bulletin_desktop.library import reading
from bulletin_desktop.library.verification import verify

_HEADER = 32  # bytes, https://sqlite.org/fileformat2.html#walformat
_APART = 2.0  # seconds between a journal's last frame and the pages that were folded into the file after it
_KEPT = ".set-aside-"


def check(path: Path) -> None:
    """Raise `LibraryError` if the journal beside *path* would damage it; mostly two headers tell.

    Nothing is changed. A library that is damaged without its journal too is left to others to judge.
    """
    journal = _journal(path)
    if not _is_strange(path, journal):
        return
    copy = reading.Copy(path)
    try:
        if _is_whole(copy.path):
            return
        _journal(copy.path).unlink(missing_ok=True)
        shutil.copyfile(path, copy.path)
        alone = _is_whole(copy.path)
    finally:
        copy.close()
    if alone:
        raise LibraryError(
            "The journal {journal} beside the library {path} is not its own, perhaps since the file was "
            "replaced by another. Together they would be damaged; nothing was changed. The library is whole "
            "without it.",
            fault=Fault.FOREIGN_JOURNAL,
            path=path,
            journal=journal.name,
        )


def set_aside(path: Path, now: dt.datetime) -> Path:
    """Give the journal beside *path* a name that SQLite does not know; raises OSError."""
    journal = _journal(path)
    kept = journal.with_name(f"{journal.name}{_KEPT}{now:%Y%m%d-%H%M%S}")
    return journal.rename(kept)


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _is_strange(path: Path, journal: Path) -> bool:
    try:
        left, there = journal.stat(), path.stat()
        if left.st_size <= _HEADER:
            return False
        with path.open("rb") as file, journal.open("rb") as log:
            pages = int.from_bytes(file.read(18)[16:], "big"), int.from_bytes(log.read(12)[8:], "big")
    except OSError:
        return False
    same_pages = pages[0] == (1 if pages[1] == 65536 else pages[1])
    # On Windows st_ctime is when the file was made here, elsewhere when it got its name or content.
    return not same_pages or max(there.st_mtime, there.st_ctime) > left.st_mtime + _APART


def _is_whole(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            found = verify(db)
    except (sqlite3.Error, UserError, ValueError, IndexError, TypeError):
        return False
    return found.sound and not found.damaged
