"""Pages with characters at their places as a source: paragraphs with their looks, and what is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bulletin_desktop.document.model import Mark, Span
from bulletin_desktop.errors import UserError
from bulletin_desktop.intake.readers.pdf.pages import RAISED, Page
from bulletin_desktop.intake.readers.pdf.paragraphs import paragraphs
from bulletin_desktop.intake.reading import File
from bulletin_desktop.intake.source import Line, Look, Source, Style, Tally, Told

_UNREADABLE = 0.3  # of the characters: the fonts do not say what they show
_RAISED = re.compile(f"[{RAISED}]")
_LONGEST = 300


def source(file: File, pages: Sequence[Page], title: str, author: str) -> Source:
    """Return the text of *pages*. Raises `UserError` if there is none."""
    characters = sum(page.characters for page in pages)
    unreadable = sum(page.unreadable for page in pages)
    if not characters or unreadable > _UNREADABLE * characters:
        raise UserError(
            "{name} has pages that are pictures, or fonts that do not say their characters, so there was no "
            "text to read. Have it recognised (OCR) by another program, or ask its sender for the Word file.",
            name=file.name,
        )
    found, left_out = paragraphs(pages)
    tally = Tally()
    tally.add(Told.HEADERS, left_out)
    tally.add(Told.PICTURES, sum(page.pictures for page in pages))
    tally.add(Told.UNREADABLE, unreadable)
    lines = tuple(
        Line(
            tuple(_spans(one.text)),
            Look(
                Style.NOTE if one.note else Style.NONE,
                align=one.align,
                size=one.size,
                face=one.font,
                bold=one.bold,
                new_page=one.page and nth > 0,
            ),
        )
        for nth, one in enumerate(found)
    )
    return Source(lines, told=tally.told(), title=title[:_LONGEST], author=author[:_LONGEST])


def _spans(text: str) -> Iterator[Span]:
    """The text with what is raised marked; what its fonts do not tell and no document has is U+FFFD."""
    for nth, piece in enumerate(_RAISED.split(text)):
        if piece:
            yield Span(piece, frozenset((Mark.SUPERSCRIPT,)) if nth % 2 else frozenset())
