"""What a file is, by its first bytes and, of packages, by what is inside; never by its name."""

from __future__ import annotations

import re
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of files that offices are sent."""

    DOCX = "DOCX"  # and .docm, .dotx, .dotm: Word's package, transitional or strict
    DOC = "DOC"  # and .wps: Word's and WPS's binary files in an OLE container
    ENCRYPTED = "encrypted"  # a package of Microsoft's or WPS's, encrypted in an OLE container
    OLE = "XLS/PPT"  # another OLE container
    RTF = "RTF"
    ODT = "ODT"
    PDF = "PDF"
    OFD = "OFD"
    TEXT = "TXT"
    HTML = "HTML"
    MHT = "MHT"
    MAIL = "EML"
    ZIP = "ZIP"
    RAR = "RAR/7Z"
    SPREADSHEET = "XLSX/PPTX"
    XML = "XML"
    PICTURE = "picture"
    EMPTY = "empty"


_STARTS = (
    (b"{\\rtf", Kind.RTF),
    (b"%PDF-", Kind.PDF),
    (b"Rar!", Kind.RAR),
    (b"7z\xbc\xaf\x27\x1c", Kind.RAR),
    (b"\x89PNG", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"GIF8", Kind.PICTURE),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
_MARKUP = re.compile(rb"\s*<(!doctype\s+html|html[\s>]|head[\s>]|\?mso-|office:)", re.IGNORECASE)
_INSIDE = ((b"word/", Kind.DOCX), (b"xl/", Kind.SPREADSHEET), (b"ppt/", Kind.SPREADSHEET))


def kind_of(content: bytes) -> Kind:
    """Return what *content* is."""
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        return Kind.EMPTY
    for start, kind in _STARTS:
        if content.startswith(start):
            return kind
    if content.startswith(_OLE):
        return _ole_kind(content)
    if content.startswith(_ZIPS):
        return next((kind for name, kind in _INSIDE if name in content), Kind.ZIP)
    head = content[:2048].removeprefix(b"\xef\xbb\xbf")
    if b"\x00" in head:  # the same markup in UTF-16
        head = head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\x00", b"")
    return Kind.HTML if _MARKUP.match(head) else Kind.TEXT


def _ole_kind(content: bytes) -> Kind:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return Kind.ENCRYPTED
    return Kind.DOC if "WordDocument".encode("utf-16-le") in content else Kind.OLE
