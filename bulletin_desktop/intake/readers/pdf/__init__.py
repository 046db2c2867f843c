"""PDF files with text in them, read by PDFium: rows of characters become paragraphs again.

A scanned page has no text: it has to be recognised by another program first.
"""

from __future__ import annotations

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake.readers.pdf.bombs import has_bomb
from bulletin_desktop.intake.readers.pdf.pages import Page
from bulletin_desktop.intake.readers.pdf.sources import source
from bulletin_desktop.intake.reading import File, password_needed
from bulletin_desktop.intake.source import Source

__all__ = ["read"]

LARGEST = 100 * 1024 * 1024  # bytes
MOST_PAGES = 400
MOST_CHARACTERS = 400_000  # a page has 600 to 1,200


def read(file: File) -> Source:
    """Return the text of *file*. Raises `PasswordNeeded`, `UserError`."""
    pages, title, author = _pages(file)
    return source(file, pages, title, author)


def _pages(file: File) -> tuple[list[Page], str, str]:
    import pypdfium2

    from bulletin_desktop.intake.readers.pdf import pages

    if len(file.content) > LARGEST or has_bomb(file.content):
        raise too_much(file)
    try:
        document = pypdfium2.PdfDocument(file.content, password=file.password or None)
    except pypdfium2.PdfiumError as problem:
        if problem.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise password_needed(file) from None
        raise _damaged(file) from None
    try:
        if len(document) > MOST_PAGES:
            raise too_much(file)
        found, characters = [], 0
        for page in document:
            found.append(pages.read(page))
            page.close()
            characters += found[-1].characters
            if characters > MOST_CHARACTERS:
                raise too_much(file)
        about = document.get_metadata_dict()
    except pypdfium2.PdfiumError:
        raise _damaged(file) from None
    finally:
        document.close()
    return found, about.get("Title", ""), about.get("Author", "")


def too_much(file: File) -> UserError:
    """Return the sentence for more pages, or more on them, than any manuscript has."""
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
