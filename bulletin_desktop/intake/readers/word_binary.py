"""Word's and WPS's binary files (.doc, .wps, .dot): made into a package, and read as one."""

from __future__ import annotations

from dataclasses import replace

from bulletin_desktop import own_folder
from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import docx
from bulletin_desktop.intake.reading import File, office_needed, password_needed
from bulletin_desktop.intake.source import Source

LARGEST = 64 * 1024 * 1024  # bytes
MOST_CHARACTERS = 150_000  # 150 pages; the library takes four seconds for them

_WORD = b"\xec\xa5"  # where the stream of the text begins, at a sector's (MS-DOC 2.5.2)
_SECTOR = 512
_LENGTH = 0x4C  # ccpText from there


def read(file: File) -> Source:
    """Return what *file* has.

    Raises `PasswordNeeded`, and `OfficeNeeded` for what only an office program on this machine may open.
    """
    if len(file.content) > LARGEST:
        raise UserError(
            "{name} is larger than {limit} MB and was not read. Take its pictures out in Word or WPS, "
            "save it as .docx, and take that in.",
            name=file.name,
            limit=LARGEST // (1024 * 1024),
        )
    if _length(file.content) > MOST_CHARACTERS:
        raise office_needed(file)
    return docx.read(replace(file, content=_package(file), password=""))


def _length(content: bytes) -> int:
    """Return how many characters the text says it has, 0 where that is not found."""
    at = content.find(_WORD)
    while at >= 0 and at % _SECTOR:
        at = content.find(_WORD, at + 1)
    return int.from_bytes(content[at + _LENGTH : at + _LENGTH + 4], "little") if at >= 0 else 0


def _package(file: File) -> bytes:
    """The same document as a .docx; the library works on files alone, in a folder that goes with it."""
    from doc2docx import convert
    from doc2docx.errors import EncryptedDocumentError

    with own_folder.temporary() as folder:
        before, after = folder / "a.doc", folder / "a.docx"
        before.write_bytes(file.content)
        try:
            convert(before, after, password=file.password or None)
            return after.read_bytes()
        except EncryptedDocumentError:
            raise password_needed(file) from None
        except Exception:  # a parser of a binary format of strangers fails in as many ways as there are
            raise office_needed(file) from None
