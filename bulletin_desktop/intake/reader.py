"""A file from outside to text; what cannot be text is told apart by its content, never by its name."""

from __future__ import annotations

import re
from pathlib import Path

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake.encoding import NotText, decode
from bulletin_desktop.reasons import reason

LARGEST = 16 * 1024 * 1024  # bytes; a year of bulletins is below 4 MB

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_MARKUP = re.compile(rb"\s*<(!doctype\s+html|html[\s>]|\?xml[\s?]|\?mso-|office:)", re.IGNORECASE)


def read(path: Path) -> str:
    """Return the text of the file at *path*, line ends as they are; the file is never changed.

    Raises `UserError` for a path that cannot be read, a file that is empty, larger than `LARGEST`,
    binary, or a document of another kind.
    """
    data = raw(path, LARGEST)
    if len(data) > LARGEST:
        raise UserError(
            "{path} is larger than {limit} MB and was not read. Split it, or paste the part that is needed.",
            path=path,
            limit=LARGEST // (1024 * 1024),
        )
    _refuse_documents(path, data)
    try:
        text = decode(data)
    except NotText:
        raise UserError(
            "{path} is not text but a binary file, so nothing was read from it. "
            "Choose a text file, or paste the text.",
            path=path,
        ) from None
    if not text.strip():
        raise UserError(
            "{path} is empty, so there is nothing to read. Choose the file that has the text.", path=path
        )
    return text


def raw(path: Path, most: int) -> bytes:
    """Return the bytes of the file at *path*, of a file longer than *most* only one more than that.

    Raises `UserError` for a path that cannot be read.
    """
    try:
        if path.is_dir():
            raise UserError("{path} is a folder; nothing was read. Choose a file inside it.", path=path)
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError:
        raise UserError(
            "{path} was not found; nothing was read. Check the name and the folder.", path=path
        ) from None
    except PermissionError:
        raise UserError(
            "There is no permission to read {path}; nothing was read. "
            "Ask its owner for permission, or choose a copy of your own.",
            path=path,
        ) from None
    except (OSError, ValueError) as problem:
        raise UserError(
            "{path} could not be read ({reason}); nothing was taken over. "
            "Copy it to this computer and try again.",
            path=path,
            reason=reason(problem) if isinstance(problem, OSError) else problem,
        ) from problem


def _refuse_documents(path: Path, data: bytes) -> None:
    """Name what people really send and this version does not open, instead of calling it binary."""
    kind = _document_kind(data)
    if kind:
        raise UserError(
            "{path} is {kind}, and this version reads plain text only; the file was left as it is. "
            "Open it in the program that made it, select all, copy, and paste the text here.",
            path=path,
            kind=kind,
        )


def _document_kind(data: bytes) -> str:
    if data.startswith(_ZIP):
        return _zip_kind(data)
    for start, kind in ((_OLE, "DOC/WPS/XLS"), (b"{\\rtf", "RTF"), (b"%PDF-", "PDF")):
        if data.startswith(start):
            return kind
    start = data[:1024].removeprefix(b"\xef\xbb\xbf")
    if b"\x00" in start:  # the same markup in UTF-16
        start = start.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\x00", b"")
    return "HTML/XML" if _MARKUP.match(start) else ""


def _zip_kind(data: bytes) -> str:
    """Look at the member names in the clear instead of unpacking what may be hostile."""
    names = ((b"word/", "DOCX"), (b"xl/", "XLSX"), (b"ppt/", "PPTX"), (b"opendocument", "ODT/ODS"))
    return next((kind for name, kind in names if name in data), "ZIP")
