"""Who has the library open: a file beside it that is locked as long as one program holds it.

SQLite's own lock is what protects the data. This one comes first, says who is there, and sees a
second opening inside the same program, where closing any handle on the database file would drop
SQLite's locks (https://sqlite.org/howtocorrupt.html, section 2.2).
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from pathlib import Path
from typing import BinaryIO

from bulletin_desktop import file_lock
from bulletin_desktop.errors import Fault, LibraryError


class LibraryLock:
    """Held from `take` until `release`; the system lets go of it when the program dies."""

    def __init__(self, path: Path, file: BinaryIO | None) -> None:
        self._path = path
        self._file = file

    @classmethod
    def take(cls, library: Path, window: str = "") -> LibraryLock:
        """Lock *library*; raises `LibraryError` naming the holder if another program or window has it.

        *window* is the name by which others can call the holder's window, if there is one: it is among the
        values of their errors, with `process` and `computer`.
        Raises OSError if there can be no file beside the library.
        """
        path = _beside(library)
        while True:
            file = _open(path)
            try:
                file_lock.lock(file)
            except BlockingIOError:
                with file:
                    raise _held(library, file) from None
            except OSError:
                # A file system without such locks (some network drives): SQLite's own must do.
                file.close()
                return cls(path, None)
            if _still_there(path, file):
                _sign(file, window)
                return cls(path, file)
            file.close()  # the holder before removed the file after we had opened it

    @classmethod
    def for_reading(cls, library: Path) -> LibraryLock:
        """Lock nothing; raises `LibraryError` naming who has *library* open for writing, if anybody."""
        with contextlib.suppress(FileNotFoundError, PermissionError), _beside(library).open("rb") as file:
            try:
                file_lock.lock(file, shared=True)
            except BlockingIOError:
                raise _held(library, file) from None
            except OSError:
                pass
        return cls(library, None)

    def release(self) -> None:
        """Let others in. Does nothing the second time."""
        if self._file is None:
            return
        if sys.platform != "win32":  # Windows removes no open file
            self._path.unlink(missing_ok=True)
        self._file.close()
        self._file = None
        if sys.platform == "win32":
            with contextlib.suppress(OSError):  # somebody else is already there
                self._path.unlink(missing_ok=True)


def this_computer() -> str:
    """Return this computer's name in its network.

    `platform.node` would ask Windows for far more by its management service, and start `cmd` where it is off.
    """
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename


def _beside(library: Path) -> Path:
    return library.with_name(library.name + ".lock")


def _open(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644), "r+b", 0)


def _sign(file: BinaryIO, window: str) -> None:
    holder = {"process": os.getpid(), "computer": this_computer(), "window": window}
    file.seek(0)
    file.truncate()
    with contextlib.suppress(OSError):  # a full disk: the lock holds without its text
        file.write(json.dumps(holder).encode("utf-8"))


def _held(library: Path, file: BinaryIO) -> LibraryError:
    """What to tell: the holder signed the file after locking it, so what it says is true now."""
    try:
        holder = json.loads(file.read(4096).decode("utf-8"))
        process, computer = int(holder["process"]), str(holder["computer"])
        window = str(holder["window"])
    except (OSError, ValueError, KeyError, TypeError):
        return LibraryError(
            "The library {path} is already open in another window of this program. Nothing was changed. "
            "Use that window, or close it and try again.",
            fault=Fault.HELD,
            path=library,
        )
    return LibraryError(
        "The library {path} is already open in another window of this program (process {process} on the "
        "computer {computer}). Nothing was changed. Use that window, or close it and try again.",
        fault=Fault.HELD,
        path=library,
        process=process,
        computer=computer,
        window=window,
    )


def _still_there(path: Path, file: BinaryIO) -> bool:
    """Tell whether *file* is still at *path*; Windows removes no open file."""
    if sys.platform == "win32":
        return True
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
