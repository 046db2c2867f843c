"""How backups of a library are kept on this machine: a small JSON file beside it, for window and commands."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.export import files
from bulletin_desktop.values import dataclass

LIMIT = 5_000_000_000


@dataclass(frozen=True, slots=True)
class BackupSettings:
    """*second* is another folder, such as one on a USB stick; *limit* the bytes of each folder.

    *origin* is the id under which this library's backups are known among others in the same folder. *seen*
    are size and time (ns) of the library's file when it was closed with all of it in the newest backup.
    """

    origin: str
    second: Path | None = None
    limit: int = LIMIT
    seen: tuple[int, int] = (0, 0)


def load(library: Path) -> BackupSettings:
    """Return the settings of a library; what is missing or damaged is as if it had never been set."""
    try:
        found = json.loads(_file(library).read_text(encoding="utf-8"))
        second, (size, time) = str(found["second"]), found["seen"]
        return BackupSettings(
            str(found["origin"]),
            Path(second) if second else None,
            int(found["limit"]),
            (int(size), int(time)),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return BackupSettings(new_id())


def save(library: Path, settings: BackupSettings) -> None:
    """Keep the settings; raises `UserError` if they cannot be written."""
    value = {
        "origin": settings.origin,
        "second": str(settings.second or ""),
        "limit": settings.limit,
        "seen": settings.seen,
    }
    files.replace(_file(library), json.dumps(value, ensure_ascii=False).encode("utf-8"))


def change(library: Path, **values: Path | int | None) -> BackupSettings:
    """Change some of the settings and return them all; raises `UserError` if they cannot be written."""
    changed = replace(load(library), **values)  # type: ignore[arg-type]
    save(library, changed)
    return changed


def note_seen(library: Path) -> None:
    """Note that all of a closed library is in its newest backup; raises OSError or `UserError`."""
    save(library, replace(load(library), seen=_signature(library)))


def was_seen(library: Path) -> bool:
    """Tell whether a library's file is as it was when that was noted."""
    try:
        return load(library).seen == _signature(library)
    except OSError:
        return False


def _signature(library: Path) -> tuple[int, int]:
    found = library.stat()
    return found.st_size, found.st_mtime_ns


def _file(library: Path) -> Path:
    return library.with_name(f"{library.stem}.backups.json")
