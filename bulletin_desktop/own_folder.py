"""Folders for copies that are of use to one process alone.

A process removes its own. One that was killed leaves copies of what people have written; they go when the
next program sweeps the same place.
"""

from __future__ import annotations

import contextlib
import glob
import shutil
import stat
import tempfile
import time
from pathlib import Path
from typing import BinaryIO

from bulletin_desktop import file_lock

_LOCK = "in-use"
_PREFIX = "bulletin-desktop-"
_YOUNG = 60.0  # seconds in which a folder may not hold its lock yet


class OwnFolder:
    """A new folder in *above*, at `path`, that `close` removes with everything in it.

    Raises OSError where none can be made.
    """

    def __init__(self, above: Path, prefix: str) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=prefix, dir=above))
        try:
            self._lock = hold(self.path)
        except OSError:
            remove(self.path)
            raise

    def close(self) -> None:
        """Remove it; what another program still holds stays."""
        self._lock.close()
        remove(self.path)

    def __enter__(self) -> Path:
        return self.path

    def __exit__(self, *_: object) -> None:
        self.close()


def temporary() -> OwnFolder:
    """Return one in the system's folder for temporary files."""
    return OwnFolder(Path(tempfile.gettempdir()), _PREFIX)


def sweep_temporary() -> None:
    """Remove those in the system's folder for temporary files that processes left which died."""
    sweep(Path(tempfile.gettempdir()), _PREFIX)


def sweep(above: Path, prefix: str) -> None:
    """Remove folders in *above* that processes left which died; those in use stay."""
    with contextlib.suppress(OSError):
        for each in above.glob(f"{glob.escape(prefix)}*"):
            with contextlib.suppress(OSError):
                if each.is_dir() and not each.is_symlink() and _abandoned(each):
                    remove(each)


def hold(folder: Path) -> BinaryIO:
    """Hold a lock in *folder* until what is returned is closed, or this process dies. Raises OSError."""
    lock = (folder / _LOCK).open("wb")
    with contextlib.suppress(OSError):  # a file system without locks: nobody sweeps there either
        file_lock.lock(lock)
    return lock


def remove(folder: Path) -> None:
    """Remove *folder* with everything in it, write-protected or not, as far as no other program holds it."""
    for file in folder.rglob("*"):
        with contextlib.suppress(OSError):
            if file.is_file() and not file.is_symlink():
                file.chmod(stat.S_IREAD | stat.S_IWRITE)
    shutil.rmtree(folder, ignore_errors=True)


def _abandoned(folder: Path) -> bool:
    """Whether nobody holds its lock; where the file system has no locks nobody can know, and it stays."""
    if time.time() - folder.stat().st_mtime < _YOUNG:
        return False
    with (folder / _LOCK).open("ab") as file:
        try:
            file_lock.lock(file)
        except OSError:
            return False
    return True
