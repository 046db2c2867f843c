"""How backups of a library are kept on this machine: a small JSON file beside it, for window and commands."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.export import files

LIMIT = 5_000_000_000


@dataclass(frozen=True, slots=True)
class BackupSettings:
    """*second* is another folder, such as one on a USB stick; *limit* the bytes of each folder.

    *origin* is the id under which this library's backups are known among others in the same folder.
    """

    origin: str
    second: Path | None = None
    limit: int = LIMIT


def load(library: Path) -> BackupSettings:
    """Return the settings of a library; what is missing or damaged is as if it had never been set."""
    try:
        found = json.loads(_file(library).read_text(encoding="utf-8"))
        second = str(found["second"])
        return BackupSettings(str(found["origin"]), Path(second) if second else None, int(found["limit"]))
    except (OSError, ValueError, KeyError, TypeError):
        return BackupSettings(new_id())


def save(library: Path, settings: BackupSettings) -> None:
    """Keep the settings; raises `UserError` if they cannot be written."""
    value = {"origin": settings.origin, "second": str(settings.second or ""), "limit": settings.limit}
    files.replace(_file(library), json.dumps(value, ensure_ascii=False).encode("utf-8"))


def _file(library: Path) -> Path:
    return library.with_name(f"{library.stem}.backups.json")
