"""Making a library's file and bringing an older one up to date, whole or not at all.

`user_version` is the number of migrations applied.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_desktop import disk
from bulletin_desktop.errors import Fault, LibraryError
from bulletin_desktop.library.database import Database
from bulletin_desktop.library.migrations import MIGRATIONS, Migration
from bulletin_desktop.reasons import reason

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

__all__ = ["APPLICATION_ID", "MIGRATIONS", "Migration", "create", "migrate", "put", "tables"]

APPLICATION_ID = 0x42756C6C  # "Bull"


def create(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Make a new, empty library, whole or not at all; raises FileExistsError if *path* is taken."""
    made = path.with_name(f".{path.name}.{os.getpid()}.new")
    made.unlink(missing_ok=True)
    try:
        with closing(tables(sqlite3.connect(made, isolation_level=None))) as db:
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            _apply(db, migrations)
        disk.flush(made)
        put(made, path)
    finally:
        made.unlink(missing_ok=True)


def migrate(db: Database, path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> Path | None:
    """Bring an open library up to date in one transaction; a failure leaves it as it was.

    The file is copied first, beside it; returns the copy's path, or None if there was nothing to do.
    Raises `UserError` if the library is newer than *migrations* know, or the copy cannot be written.
    """
    version = _version(db)
    if version > len(migrations):
        raise LibraryError(
            "The library {path} was made by a newer version of this program (its format is {version}, "
            "this program knows {known}). It was not changed. Update the program to open it.",
            fault=Fault.NEWER,
            path=path,
            version=version,
            known=len(migrations),
        )
    if version == len(migrations):
        return None
    try:
        kept = _copy(db, path, version)
    except OSError as error:
        raise LibraryError(
            "The library {path} must be brought up to date, but the copy that is made before could not be "
            "written beside it ({reason}). It was not changed. Make room in its folder and try again.",
            fault=Fault.FULL,
            path=path,
            reason=reason(error),
        ) from error
    _apply(tables(db.conn), migrations)
    return kept


def tables(connection: sqlite3.Connection) -> Tables:
    """Return what makes and changes tables: sqlite-utils, upon a *connection* in autocommit mode.

    It takes 60 ms to import, so a start with a library that is up to date does without it.
    """
    from sqlite_utils import Database as Tables

    return Tables(connection, execute_plugins=False)


def _apply(db: Tables, migrations: Sequence[Migration]) -> None:
    with db.atomic():
        for migration in migrations[_version(db) :]:
            migration(db)
        db.execute(f"PRAGMA user_version = {len(migrations)}")


def _version(db: Database | Tables) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _copy(db: Database, path: Path, version: int) -> Path:
    """Copy the library by SQLite's online backup to a name that is free yet."""
    names = (path.with_name(f"{path.stem}.v{version}{suffix}{path.suffix}") for suffix in _suffixes())
    target = next(name for name in names if not name.exists())
    making = target.with_name(f".{target.name}.new")
    try:
        with closing(sqlite3.connect(making)) as copy:
            db.conn.backup(copy)
        disk.flush(making)
        put(making, target)
    finally:
        making.unlink(missing_ok=True)
    return target


def _suffixes() -> Sequence[str]:
    return ("", *(f".{number}" for number in range(2, 1000)))


def put(made: Path, path: Path) -> None:
    """Give a finished file its name, without ever replacing one that is there."""
    try:
        path.hardlink_to(made)
    except FileExistsError:
        raise
    except OSError:  # no hard links here, e.g. on a FAT stick
        if path.exists():
            raise FileExistsError(path) from None
        made.rename(path)
    disk.flush_folder(path.parent)  # the name itself is on the disk only after this
