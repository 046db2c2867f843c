"""Putting a finished file in its place: whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Callable
from pathlib import Path
from typing import IO

from bulletin_desktop import windows_names
from bulletin_desktop.disk import flush_folder
from bulletin_desktop.errors import UserError
from bulletin_desktop.reasons import reason

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def replace(path: Path, content: bytes) -> None:
    """Write *content* to *path*: a temporary file beside it, flushed to the disk, then moved over it.

    Whatever goes wrong, an older file at *path* stays as it was and nothing half-written is left. Raises
    `UserError` if the folder is missing or refuses, *path* is a folder, write-protected or open
    elsewhere, or the disk is full.
    """

    def write(stream: IO[bytes]) -> None:
        stream.write(content)

    replace_by(path, write)


def replace_by(path: Path, write: Callable[[IO[bytes]], None]) -> None:
    """Let *write* write a file to *path* as `replace` does, piece by piece. What it raises is passed on."""
    windows_names.check(path.absolute())
    target, mode = _checked(path)
    temporary = target.with_name(f".{secrets.token_hex(4)}.tmp")  # hardly ever longer than the target's name
    try:
        _write(temporary, write, mode)
        _move(temporary, target)
    finally:
        with contextlib.suppress(OSError):  # Windows keeps it while a virus scanner reads; the reason is told
            temporary.unlink(missing_ok=True)
    flush_folder(target.parent)


def _checked(path: Path) -> tuple[Path, int | None]:
    """Return the file that will be replaced, a link's own, and its mode if it is there already."""
    target = path
    try:
        target = Path(os.path.realpath(path))
        folder_there = target.parent.is_dir()
        mode = target.stat().st_mode if target.exists() else None
        # LibreOffice locks nothing that a move would notice; the file beside an open document is its sign.
        lock = target.with_name(f".~lock.{target.name}#")
        open_elsewhere = mode is not None and lock.exists()
    except OSError as error:  # a folder closed to us, a name too long for the file system
        raise _refused(target.parent, error) from error
    if not folder_there:
        raise UserError(
            "The folder {folder} does not exist, so “{name}” was not written. Choose another folder.",
            folder=target.parent,
            name=target.name,
        )
    if mode is not None and stat.S_ISDIR(mode):
        raise UserError(
            "“{name}” is a folder, so nothing was written there. Choose another file name.", name=target.name
        )
    if mode is not None and not mode & stat.S_IWRITE:
        raise UserError(
            "“{name}” is write-protected and was left as it is. "
            "Choose another file name or remove the protection.",
            name=target.name,
        )
    if open_elsewhere:
        raise _open_in_libreoffice(target, lock)
    return target, mode


def _write(temporary: Path, write: Callable[[IO[bytes]], None], mode: int | None) -> None:
    """Write and flush *temporary*; its name is new, so nothing is overwritten."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(temporary, flags, 0o666)
        with os.fdopen(descriptor, "wb") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            temporary.chmod(stat.S_IMODE(mode))
    except OSError as error:
        raise _refused(temporary.parent, error) from error


def _refused(folder: Path, error: OSError) -> UserError:
    """Return what to say when *folder* took no file."""
    if error.errno in _FULL:
        return UserError(
            "The disk with {folder} is full, so the file was not written; nothing was changed. "
            "Free some space or choose another disk.",
            folder=folder,
        )
    if error.errno in _REFUSED:
        return UserError(
            "You may not write in the folder {folder}; nothing was changed. Choose another folder.",
            folder=folder,
        )
    return UserError(
        "The file could not be written in {folder} ({reason}); nothing was changed. Choose another folder.",
        folder=folder,
        reason=reason(error),
    )


def _move(temporary: Path, target: Path) -> None:
    try:
        temporary.replace(target)
    except PermissionError as error:  # Windows: Word or WPS holds the file
        raise _open_elsewhere(target) from error
    except OSError as error:
        raise UserError(
            "“{name}” could not be replaced ({reason}); the old file is unchanged. Choose another file name.",
            name=target.name,
            reason=reason(error),
        ) from error


def _open_elsewhere(target: Path) -> UserError:
    return UserError(
        "“{name}” is open in another program, so it was left as it is. Close it there, "
        "or choose another file name.",
        name=target.name,
    )


def _open_in_libreoffice(target: Path, lock: Path) -> UserError:
    """Name who has it open by the lock's words: name, login, host, time. A crash leaves the lock behind."""
    try:
        name, login, host, time = lock.read_text(encoding="utf-8", errors="replace").split(",")[:4]
    except (OSError, ValueError):
        name, login, host, time = "", "", "", ""
    return UserError(
        "“{name}” is open in LibreOffice ({who}), so it was left as it is. Close it there, or choose another "
        "file name. If nobody has it open, delete “{lock}” beside it and try again.",
        name=target.name,
        who=" ".join(word.strip() for word in (name or login, host, time) if word.strip()) or lock.name,
        lock=lock.name,
    )
