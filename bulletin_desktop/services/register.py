"""The register of manuscripts (来稿登记): its rows as a sheet for Excel and WPS, originals as files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath

from bulletin_desktop.errors import UserError
from bulletin_desktop.export import files
from bulletin_desktop.export.filenames import safe_name
from bulletin_desktop.library.manuscripts import (
    Manuscript,
    ManuscriptRow,
    ManuscriptSource,
    ManuscriptState,
    Used,
    Whereabouts,
)
from bulletin_desktop.library.originals import Original

__all__ = [
    "Manuscript",
    "ManuscriptRow",
    "ManuscriptSource",
    "ManuscriptState",
    "Original",
    "Used",
    "Whereabouts",
    "put_original",
    "write",
]

_MANY = 100  # names tried for a file before giving up


def write(path: Path, rows: Iterable[ManuscriptRow], words: Callable[[str], str] = str) -> Path:
    """Write *rows*, in their order, to a file with a sheet (.xlsx, added where missing); return its path.

    *words* translates what stands in the sheet, of the context Register. Atomic: raises `UserError` as
    `export.files.replace` does, and an older file then stays as it was.
    """
    from bulletin_desktop.services import register_sheet  # with XlsxWriter, for the few who need it

    if path.suffix.lower() != ".xlsx":
        path = path.with_name(f"{path.name}.xlsx")
    files.replace(path, register_sheet.content(rows, words))
    return path


def put_original(original: Original, folder: Path, file_name: str = "") -> Path:
    """Put an original into *folder* under its name, or *file_name*'s, for another program to open.

    A file that is there with the same bytes is taken as it is: it may be open. One with other bytes is left
    alone, and another name found. Raises `UserError` as `export.files.replace` does.
    """
    name = PurePosixPath(file_name or original.name).name
    ending = safe_name(PurePosixPath(name).suffix[1:], fallback="")
    suffix = f".{ending}" if ending else ""
    stem = PurePosixPath(name).stem
    for number in range(1, _MANY):
        more = f" ({number})" if number > 1 else ""
        path = folder / safe_name(stem, f"{more}{suffix}", fallback=original.sha256[:12])
        if not path.exists():
            files.replace(path, original.content)
            return path
        if _holds(path, original.content):
            return path
    raise UserError(
        "The folder {folder} is full of other versions of “{name}”, so it was not put there. "
        "Empty the folder.",
        folder=folder,
        name=name,
    )


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False
