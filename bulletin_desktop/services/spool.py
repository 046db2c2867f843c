"""Original files between the moment they come in and the moment the library keeps them.

A spool is a folder of one process, each file in it named by its SHA-256. What a process that died left
behind goes when the next one opens a spool beside it, unless it is meant to last.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from collections.abc import Collection
from pathlib import Path
from typing import BinaryIO

from bulletin_desktop import own_folder
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.errors import UserError
from bulletin_desktop.reasons import reason

LASTING = ".incoming"
_PREFIX = "spool-"


class Spool:
    """Keeps bytes by their SHA-256 until `close`. May be used from several threads.

    The folder is made with the first file. *folder* holds spools of several processes; each has its own
    below it.
    """

    def __init__(self, folder: Path) -> None:
        self._above = folder
        self._folder = folder / f"{_PREFIX}{new_id()}"
        self._lock: BinaryIO | None = None
        self._opening = threading.Lock()

    def put(self, content: bytes) -> str:
        """Keep *content* once and return its SHA-256. Raises `UserError` if the disk takes it not."""
        sha256 = hashlib.sha256(content).hexdigest()
        target = self._folder / sha256
        try:
            if not target.exists():
                self._open()
                half = target.with_name(f"{sha256}.{new_id()}")
                self._write(half, content)
                half.replace(target)
        except OSError as error:
            raise UserError(
                "There is no room to keep the original file in {folder} ({reason}); nothing was taken over. "
                "Free some space on that disk and try again.",
                folder=self._above,
                reason=reason(error),
            ) from error
        return sha256

    def _write(self, file: Path, content: bytes) -> None:
        file.write_bytes(content)

    def path(self, sha256: str) -> Path:
        """Return where the file of that SHA-256 is, for a process that reads it."""
        return self._folder / sha256

    def get(self, sha256: str) -> bytes:
        """Return the bytes. Raises `UserError` if they are not there any more, or not the same."""
        try:
            content = self.path(sha256).read_bytes()
        except OSError:
            content = b""
        if hashlib.sha256(content).hexdigest() != sha256:
            raise UserError(
                "The original of a manuscript is no longer in {folder}; the manuscript was not stored. "
                "Bring its file in again.",
                folder=self._above,
            )
        return content

    def close(self) -> None:
        """Remove everything. The spool may be used again afterwards."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None
            own_folder.remove(self._folder)

    def _open(self) -> None:
        """Make the folder and hold its lock, which the system lets go of when this process dies."""
        with self._opening:
            if self._lock is None:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._lock = own_folder.hold(self._folder)


class LastingSpool(Spool):
    """Keeps files beside a library, for drafts that name them: they outlive the process, and its machine.

    For one process at a time, which the library's lock sees to.
    """

    def __init__(self, library: Path) -> None:
        super().__init__(library.with_name(library.name + LASTING))
        self._folder = self._above

    def close(self) -> None:
        """Leave everything where it is; `keep_only` removes."""

    def keep_only(self, wanted: Collection[str]) -> None:
        """Remove every file but those *wanted*, and the folder once it is empty. What is held open stays."""
        with contextlib.suppress(OSError):
            for file in self._folder.iterdir():
                if file.name not in wanted:
                    with contextlib.suppress(OSError):
                        file.unlink()
            if not wanted:
                self._folder.rmdir()

    def _write(self, file: Path, content: bytes) -> None:
        with file.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())

    def _open(self) -> None:
        self._folder.mkdir(mode=0o700, exist_ok=True)


def sweep(folder: Path) -> None:
    """Remove what processes that died left in *folder*; spools in use stay."""
    own_folder.sweep(folder, _PREFIX)
