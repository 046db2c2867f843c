"""Copies of the whole library, made while it is open, and read without changing anything.

A backup is a library file like any other, with one table more: its label.
"""

from __future__ import annotations

import datetime as dt
import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bulletin_desktop.errors import UserError
from bulletin_desktop.library.address import address
from bulletin_desktop.library.schema import APPLICATION_ID, MIGRATIONS
from bulletin_desktop.reasons import reason
from bulletin_desktop.values import dataclass

_LABEL = """CREATE TABLE IF NOT EXISTS backup_label (
    nr INTEGER PRIMARY KEY CHECK (nr = 1),
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    origin TEXT NOT NULL,
    program TEXT NOT NULL,
    articles INTEGER NOT NULL,
    issues INTEGER NOT NULL,
    newest TEXT NOT NULL,
    digest TEXT NOT NULL,
    damaged INTEGER NOT NULL
) STRICT"""


@dataclass(frozen=True, slots=True)
class Label:
    """What a backup says of itself.

    *number* counts the backups of one library upwards whatever the clock says; *origin* is the id under which
    the library's machine keeps them. *digest* is the content's (see `verification`), *damaged* how many texts
    were no longer what had been saved, in the library already.
    """

    number: int
    at: dt.datetime
    origin: str
    program: str
    articles: int
    issues: int
    newest: str
    digest: str
    damaged: int


def put_label(path: Path, label: Label) -> None:
    """Label the finished copy at *path*; raises sqlite3.Error if it cannot be written."""
    with closing(sqlite3.connect(address(path), uri=True, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = OFF")  # the copy has no name yet: one that fails is thrown away
        db.execute(_LABEL)
        db.execute(
            "INSERT OR REPLACE INTO backup_label VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                label.number,
                label.at.isoformat(),
                label.origin,
                label.program,
                label.articles,
                label.issues,
                label.newest,
                label.digest,
                label.damaged,
            ],
        )


def find_label(db: sqlite3.Connection) -> Label | None:
    """Return the label of an open backup; None for a library file that is no backup of ours."""
    known = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'backup_label'").fetchone()
    row = (
        known
        and db.execute(
            "SELECT number, at, origin, program, articles, issues, newest, digest, damaged FROM backup_label"
        ).fetchone()
    )
    return Label(row[0], dt.datetime.fromisoformat(row[1]), *row[2:]) if row else None


def made_library(path: Path) -> None:
    """Make a copied backup a library again, in one file; raises sqlite3.Error if that cannot be done."""
    with closing(sqlite3.connect(address(path), uri=True, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = DELETE").fetchone()  # what its -wal had is in the file now
        db.execute("DROP TABLE IF EXISTS backup_label")


@contextmanager
def unchanged(path: Path, name: Path | None = None) -> Iterator[sqlite3.Connection]:
    """A library file at rest, opened so that nothing is changed in it or made beside it.

    Raises `UserError` if it is missing, no library of this program, newer than it, or damaged; also for what
    SQLite finds damaged inside the block. The sentence says *name*, by default *path*. A journal (-wal)
    beside the file is not read.
    """
    name = name or path
    try:
        with closing(_opened(path, name)) as db:
            _check(db, name)
            yield db
    except sqlite3.Error as error:
        raise _told(name, error) from error


def _opened(path: Path, name: Path) -> sqlite3.Connection:
    try:
        if path.stat().st_size == 0:
            raise UserError(
                "The file {path} is empty, so it is no backup. Nothing was changed. Choose another one.",
                path=name,
            )
    except OSError as error:
        raise UserError(
            "The backup {path} cannot be read ({reason}). Nothing was changed. "
            "Check that its disk is plugged in, or choose another backup.",
            path=name,
            reason=reason(error),
        ) from error
    where = address(path.absolute(), "ro") + "&immutable=1"
    return sqlite3.connect(where, uri=True, isolation_level=None)


def _check(db: sqlite3.Connection, path: Path) -> None:
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise UserError(
            "The file {path} is no backup of a library of this program. Nothing was changed. "
            "Choose another file.",
            path=path,
        )
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > len(MIGRATIONS):
        raise UserError(
            "The backup {path} was made by a newer version of this program. Nothing was changed. "
            "Update the program to use it, or choose another backup.",
            path=path,
        )
    db.execute("SELECT count(*) FROM sqlite_master").fetchone()  # a file that was cut off fails here


def _told(path: Path, error: sqlite3.Error) -> UserError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_NOTADB:
        return UserError(
            "The file {path} is no backup of a library of this program. Nothing was changed. "
            "Choose another file.",
            path=path,
        )
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR):
        return UserError(
            "The disk with the backup {path} fails. Nothing was changed. Choose another backup.", path=path
        )
    return damaged(path)


def damaged(path: Path) -> UserError:
    """What to say of a backup that is not whole."""
    return UserError("The backup {path} is damaged. Nothing was changed. Choose another backup.", path=path)


def cause(error: OSError | sqlite3.Error) -> OSError:
    """Return what the system has against writing, in its own terms."""
    if isinstance(error, OSError):
        return error
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return OSError(errno.ENOSPC if code == sqlite3.SQLITE_FULL else errno.EIO, "")


Between = Callable[[], None]

STEP = 256  # pages of 4 kB: some 2 ms


def copy(source: sqlite3.Connection, target: Path, between: Between) -> None:
    """Copy an open library to the new file *target* step by step, calling *between* between them.

    By SQLite's online backup: what *between* writes through *source* is in the copy too; a transaction it
    rolls back begins the copy anew. What it raises ends the copy. Raises sqlite3.Error; FileExistsError
    if *target* is taken. It is not flushed to the disk yet.
    """
    target.touch(exist_ok=False)
    with closing(sqlite3.connect(address(target), uri=True, isolation_level=None)) as copied:
        # No journal and no flushing: it is no backup before it is whole, flushed, verified and named.
        for pragma in ("locking_mode = EXCLUSIVE", "journal_mode = OFF", "synchronous = OFF"):
            copied.execute(f"PRAGMA {pragma}")
        source.backup(
            copied, pages=STEP, progress=lambda _, left, __: between() if left else None, sleep=0.001
        )
