"""Plain text files."""

from __future__ import annotations

import re

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import encoding
from bulletin_desktop.intake.reading import File
from bulletin_desktop.intake.source import Source, plain

# What a line end is here: also Word's manual break, a page break, and Unicode's own two.
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


def read(file: File) -> Source:
    """Return the lines of *file*. Raises `UserError` for what is no text."""
    try:
        return source(encoding.decode(file.content))
    except encoding.NotText:
        raise UserError(
            "{name} is not text but a binary file, so nothing was read from it. "
            "Choose a text file, or paste the text.",
            name=file.name,
        ) from None


def source(text: str) -> Source:
    """Return the lines of *text*; the last line end ends a line, it does not begin one."""
    lines = _LINE_END.split(text)
    if len(lines) > 1 and not lines[-1]:
        lines.pop()
    return plain(lines)
