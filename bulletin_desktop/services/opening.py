"""Originals as files that the system's own programs may open: documents only, copies, write-protected.

A file goes by what it is, never by its name: a script that calls itself .docx is not opened, nor is a
document whose macros a program might run.
"""

from __future__ import annotations

import contextlib
import stat
from pathlib import Path, PurePosixPath

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import kinds, ole, zip_names
from bulletin_desktop.intake.kinds import Kind
from bulletin_desktop.services.register import Original, put_original

# What is opened, each by one of its endings: the file's own if it is among them, else the first.
_ENDINGS: dict[Kind, tuple[str, ...]] = {
    Kind.DOCX: (".docx", ".dotx"),
    Kind.DOC: (".doc", ".wps", ".dot", ".wpt"),
    Kind.ENCRYPTED: (".docx", ".doc", ".wps"),
    Kind.RTF: (".rtf", ".doc"),
    Kind.ODT: (".odt",),
    Kind.PDF: (".pdf",),
    Kind.OFD: (".ofd",),
    Kind.TEXT: (".txt",),
    Kind.PICTURE: (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff"),
}
_MACROS = frozenset({"vbaproject.bin", "_vba_project", "macros"})  # parts of packages, streams of OLE files


def ending(original: Original) -> str:
    """Return the ending an original may be opened by; raises `UserError` if it may not be opened at all."""
    kind = kinds.kind_of(original.content)
    if _has_macros(original.content, kind):
        raise UserError(
            "“{name}” has macros, which are small programs, so it is not opened from here. "
            "Look at its text instead, or save the original and open it where that is safe.",
            name=original.name,
        )
    endings = _ENDINGS.get(kind, ())
    if not endings:
        raise UserError(
            "“{name}” is {kind}, no document that is opened from here. "
            "Look at its text instead, or save the original and open it yourself.",
            name=original.name,
            kind=kind.value,
        )
    own = PurePosixPath(original.name).suffix.lower()
    return own if own in endings else endings[0]


def ready(original: Original, folder: Path) -> Path:
    """Put a copy below *folder* that nobody can write on, and return where.

    Raises `UserError` if it may not be opened, or the copy cannot be written.
    """
    name = PurePosixPath(original.name).stem + ending(original)
    own = folder / original.sha256[:16]
    with contextlib.suppress(OSError):  # why there is no folder is told by what is written into it
        own.mkdir(parents=True, exist_ok=True)
    path = put_original(original, own, name)
    path.chmod(stat.S_IREAD)
    return path


def _has_macros(content: bytes, kind: Kind) -> bool:
    if kind is Kind.DOCX:
        names = {PurePosixPath(member.name).name for member in zip_names.members(content)}
    elif kind is Kind.DOC:
        names = set(ole.names(content))
    else:
        return False
    return any(name.lower() in _MACROS for name in names)
