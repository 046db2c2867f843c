"""The second place of backups, often a USB stick that is there now and then."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from pathlib import Path

from bulletin_desktop.errors import UserError
from bulletin_desktop.reasons import reason
from bulletin_desktop.services import backup_settings
from bulletin_desktop.services.backups import (
    Stopped,
    default_folder,
    free_name,
    kept,
    make_room,
    never,
    newest,
    thin,
)

_PIECE = 1 << 20


class SecondFolderMissing(UserError):  # noqa: N818
    """The folder is not there, as when its stick is in a drawer: no reason to worry."""


def carry(library: Path, stopped: Stopped = never) -> Path | None:
    """Copy the newest backup to the second folder and read it back; None if it is there, or no folder is set.

    Raises `SecondFolderMissing`, or `UserError` if it cannot be written; nothing half-written is left under a
    name of a backup. *stopped* is called for every megabyte, and may raise.
    """
    settings = backup_settings.load(library)
    chosen = newest(library)
    if settings.second is None or chosen is None:
        return None
    folder = settings.second
    if not folder.is_dir():
        raise SecondFolderMissing(
            "The second folder for backups, {folder}, is not there now. Backups are kept beside the library; "
            "they are copied to it as soon as it is there again.",
            folder=folder,
        )
    there = (info for info in kept(library, [folder]) if info.own and info.problem is None)
    if any(info.number == chosen.number for info in there):
        return None
    made = folder / f".{library.stem}.{settings.origin}.making"
    try:
        made.unlink(missing_ok=True)
        make_room(library, folder, chosen.bytes)
        _copy(chosen.path, made, stopped)
        path = free_name(folder / chosen.path.name)
        made.replace(path)
    except OSError as error:
        raise _not_copied(folder, error) from error
    finally:
        with contextlib.suppress(OSError):
            made.unlink(missing_ok=True)
    thin(library, folder, settings.limit)
    return path


def check_folder(library: Path, folder: Path) -> None:
    """Raise `UserError` unless backups can be kept in *folder*."""
    if folder.absolute() == default_folder(library.absolute()):
        raise UserError(
            "{folder} is where backups are kept already. Choose a folder on another disk.", folder=folder
        )
    trial = folder / f".{library.stem}.trial"
    try:
        trial.write_bytes(b"trial")
        trial.unlink()
    except OSError as error:
        raise _not_copied(folder, error) from error


def _copy(source: Path, target: Path, stopped: Stopped) -> None:
    written = hashlib.sha256()
    with source.open("rb") as reading, target.open("xb") as writing:
        while piece := reading.read(_PIECE):
            stopped()
            written.update(piece)
            writing.write(piece)
        writing.flush()
        os.fsync(writing.fileno())
    if _read(target, stopped) != written.digest():
        raise OSError(errno.EIO, "what was written reads otherwise")


def _read(path: Path, stopped: Stopped) -> bytes:
    """The SHA-256 of what the disk has, not of what the system remembers, where that can be told apart."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while piece := file.read(_PIECE):
            stopped()
            found.update(piece)
    return found.digest()


def _not_copied(folder: Path, error: OSError) -> UserError:
    return UserError(
        "The backup could not be copied to the second folder {folder} ({reason}). The one beside the library "
        "is kept. Make room there, or choose another folder.",
        folder=folder,
        reason=reason(error),
    )
