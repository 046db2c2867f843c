"""Plain text files."""

from __future__ import annotations

import re
from dataclasses import replace

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import encoding
from bulletin_desktop.intake.encoding import Decoded
from bulletin_desktop.intake.kinds import Kind
from bulletin_desktop.intake.reading import File, encoding_unclear, unreadable
from bulletin_desktop.intake.source import Item, Line, Look, Source, Tally, Told, plain

LONGEST = 16 * 1024 * 1024  # bytes; a year of bulletins is below 4 MB

# What a line end is here: also Word's manual break, Unicode's own two, and a page break, which tells more.
_PAGE = "\x0c"
_LINE_END = re.compile("\r\n|[\n\r\x0b\x85\u2028\u2029]")


def read(file: File) -> Source:
    """Return the lines of *file*. Raises `UserError` for what is no text, `EncodingUnclear`."""
    found = decoded(file)
    if not found.text.strip():
        raise unreadable(file, Kind.EMPTY)
    tally = Tally()
    tally.add(Told.UNREADABLE, found.unreadable)
    return replace(source(found.text), encoding=found.encoding, told=tally.told())


def decoded(file: File) -> Decoded:
    """Return the text of a file of text, whatever it says. Raises `UserError`, `EncodingUnclear`."""
    if len(file.content) > LONGEST:
        raise UserError(
            "{name} is text of more than {limit} MB and was not read. "
            "Split it, or paste the part that is needed.",
            name=file.name,
            limit=LONGEST // (1024 * 1024),
        )
    try:
        return encoding.read(file.content, file.encoding)
    except encoding.NotText:
        raise UserError(
            "{name} is not text but a binary file, so nothing was read from it. "
            "Choose a text file, or paste the text.",
            name=file.name,
        ) from None
    except encoding.Unclear as problem:
        raise encoding_unclear(file, problem.choices) from None


def source(text: str) -> Source:
    """Return the lines of *text*; the last line end ends a line, it does not begin one."""
    lines: list[str] = []
    pages: list[int] = []
    for page in text.split(_PAGE):
        pages.append(len(lines))
        lines += _LINE_END.split(page)
    if len(lines) > 1 and not lines[-1]:
        lines.pop()
    begun = frozenset(pages[1:])
    items = (_on_page(item) if place in begun else item for place, item in enumerate(plain(lines).items))
    return Source(tuple(items))


def _on_page(item: Item) -> Item:
    """Return a line with a page break above it."""
    return replace(item, look=Look(new_page=True)) if isinstance(item, Line) else item
