"""Rich Text Format, as Word, WPS, WordPad and LibreOffice write it, by a reader of our own.

The library striprtf was tried first: it has no tables, marks or looks, shows hidden and deleted text, and
loses characters whose second byte is written as a letter. So a file becomes a `word_draft`.
"""

from __future__ import annotations

from dataclasses import replace

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import docx
from bulletin_desktop.intake.readers.rtf.reader import Reader
from bulletin_desktop.intake.reading import File
from bulletin_desktop.intake.source import Source

__all__ = ["read"]

LARGEST = 64 * 1024 * 1024  # bytes; pictures are written in hexadecimals


def read(file: File) -> Source:
    """Return what *file* has. Raises `UserError` for what is larger than any manuscript."""
    if len(file.content) > LARGEST:
        raise UserError(
            "{name} is larger than {limit} MB and was not read. Take its pictures out in Word or WPS, "
            "save it as .docx, and take that in.",
            name=file.name,
            limit=LARGEST // (1024 * 1024),
        )
    return docx.read(replace(file, content=Reader(file.name).package(file.content)))
