"""PDF files with text in them, read by PDFium: rows of characters become paragraphs again.

A scanned page has no text: it has to be recognised by another program first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin_desktop.document.model import Mark, Span
from bulletin_desktop.errors import UserError
from bulletin_desktop.intake.readers.pdf.pages import RAISED, Page
from bulletin_desktop.intake.readers.pdf.paragraphs import paragraphs
from bulletin_desktop.intake.reading import File, password_needed
from bulletin_desktop.intake.source import Line, Look, Source, Style, Tally, Told

__all__ = ["read"]

LARGEST = 100 * 1024 * 1024  # bytes
MOST_PAGES = 400
MOST_CHARACTERS = 400_000  # a page has 600 to 1,200
_RAISED = re.compile(f"[{RAISED}]")
_UNREADABLE = 0.3  # of the characters: the fonts do not say what they show


def read(file: File) -> Source:
    """Return the text of *file*. Raises `PasswordNeeded`, `UserError`."""
    pages, title, author = _pages(file)
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
    return Source(lines, told=tally.told(), title=title, author=author)


def _spans(text: str) -> Iterator[Span]:
    """The text with what is raised marked; what its fonts do not tell and no document has is U+FFFD."""
    for nth, piece in enumerate(_RAISED.split(text)):
        if piece:
            yield Span(piece, frozenset((Mark.SUPERSCRIPT,)) if nth % 2 else frozenset())


def _pages(file: File) -> tuple[list[Page], str, str]:
    import pypdfium2

    from bulletin_desktop.intake.readers.pdf import pages

    if len(file.content) > LARGEST:
        raise _too_much(file)
    try:
        document = pypdfium2.PdfDocument(file.content, password=file.password or None)
    except pypdfium2.PdfiumError as problem:
        if problem.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise password_needed(file) from None
        raise _damaged(file) from None
    try:
        if len(document) > MOST_PAGES:
            raise _too_much(file)
        found, characters = [], 0
        for page in document:
            found.append(pages.read(page))
            page.close()
            characters += found[-1].characters
            if characters > MOST_CHARACTERS:
                raise _too_much(file)
        about = document.get_metadata_dict()
    except pypdfium2.PdfiumError:
        raise _damaged(file) from None
    finally:
        document.close()
    return found, about.get("Title", "")[:300], about.get("Author", "")[:300]


def _too_much(file: File) -> UserError:
    return UserError(
        "{name} has more than {pages} pages, or more on them than any manuscript, and was not read. "
        "Open it, copy the part that is needed, and paste it here.",
        name=file.name,
        pages=MOST_PAGES,
    )


def _damaged(file: File) -> UserError:
    return UserError(
        "{name} is a damaged PDF, so nothing was read from it. Ask its sender for it once more.",
        name=file.name,
    )
