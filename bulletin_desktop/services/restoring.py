"""Putting a backup in the place of a library: prepared beside it and verified, then swapped in one step."""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from bulletin_desktop import disk
from bulletin_desktop.errors import UserError
from bulletin_desktop.library import backup, swap
from bulletin_desktop.library.lock import LibraryLock
from bulletin_desktop.reasons import reason
from bulletin_desktop.services.backups import REPLACED, Stopped, check, free_name, never

_PIECE = 1 << 20


class Restoring:
    """A backup on its way: `prepare` while the library may still be open, `carry_out` once it is closed.

    Each raises `UserError`, and leaves library and backup as they were.
    """

    def __init__(self, chosen: Path, library: Path) -> None:
        self._chosen = chosen.absolute()
        self._library = library.absolute()
        self._made = library.with_name(f".{library.name}.restoring")

    def prepare(self, stopped: Stopped = never) -> None:
        """Copy the backup beside the library and read all of the copy; *stopped* may end it by raising."""
        with self._cleanly():
            if self._library.exists() and self._chosen.exists() and self._chosen.samefile(self._library):
                raise UserError(
                    "{path} is the library itself. Nothing was changed. Choose a backup.", path=self._chosen
                )
            with backup.unchanged(self._chosen):
                pass
            self._library.parent.mkdir(parents=True, exist_ok=True)
            self._remove()
            for suffix in ("", "-wal"):  # of a library somebody copied as it was, the last steps are in -wal
                source = self._chosen.with_name(self._chosen.name + suffix)
                if not suffix or source.exists():
                    _copy(source, self._made.with_name(self._made.name + suffix), stopped)
            backup.made_library(self._made)
            check(self._made, stopped, self._chosen)
            disk.flush(self._made)

    def carry_out(self) -> Path | None:
        """Swap the prepared copy in; return where what stood there is kept, None if nothing did."""
        with self._cleanly():
            lock = LibraryLock.take(self._library)
            try:
                swap.finish(self._library)
                was_there = self._library.exists()
                stem = f"{self._library.stem}{REPLACED}{dt.datetime.now():%Y-%m-%d-%H%M%S}"
                kept = free_name(self._library.with_stem(stem))
                swap.swap(self._library, self._made, kept)
            finally:
                lock.release()
        return kept if was_there else None

    def give_up(self) -> None:
        """Remove what was prepared."""
        with contextlib.suppress(OSError):
            self._remove()

    def _remove(self) -> None:
        for suffix in ("", "-wal", "-shm", "-journal"):
            self._made.with_name(self._made.name + suffix).unlink(missing_ok=True)

    @contextlib.contextmanager
    def _cleanly(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            self.give_up()
            raise _not_restored(self._library, self._chosen, error) from error
        except BaseException:
            self.give_up()
            raise


def restore(chosen: Path, library: Path) -> Path | None:
    """Put a backup in the place of a *library* that nobody has open, or that is missing.

    Returns where what stood there is kept, with its journals; None if nothing did. Raises `UserError` if the
    library is open, the backup is no library of this program, newer or damaged, or there is no room.
    """
    restoring = Restoring(chosen, library)
    restoring.prepare()
    return restoring.carry_out()


def _copy(source: Path, target: Path, stopped: Stopped) -> None:
    with source.open("rb") as reading, target.open("xb") as writing:
        while piece := reading.read(_PIECE):
            stopped()
            writing.write(piece)


def _not_restored(library: Path, chosen: Path, error: OSError | sqlite3.Error) -> UserError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return backup.damaged(chosen)
    return UserError(
        "The backup could not be put in the place of the library {path} ({reason}). Library and backup are "
        "as they were. Make room in its folder and try again.",
        path=library,
        reason=reason(backup.cause(error)),
    )
