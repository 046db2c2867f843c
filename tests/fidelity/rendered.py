"""What LibreOffice makes of a .docx, read from its PDF: every line with its place."""

from __future__ import annotations

import ctypes
import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from bulletin_desktop.services import office, pdf_pages
from bulletin_desktop.services.pdf_pages import TextLine

_FOLIO = re.compile(r"[—–\-\s]*\d+[—–\-\s]*")


class RuleLine(NamedTuple):
    """A drawn horizontal line: its middle, its ends, its thickness and colour."""

    y: float
    left: float
    right: float
    thickness: float
    color: str


class RenderedPage(NamedTuple):
    """One page: its lines from top to bottom without the page number, which is *folio*."""

    lines: tuple[TextLine, ...]
    folio: TextLine | None
    rules: tuple[RuleLine, ...]


def convert(files: Sequence[Path], folder: Path, kind: str = "pdf") -> None:
    """Convert *files* into *folder* with LibreOffice, as the exact check does."""
    program = shutil.which("soffice")
    assert program is not None
    office.convert(Path(program), files, folder, kind, limit=60 + 5 * len(files))


def pages(pdf: Path) -> tuple[RenderedPage, ...]:
    """Return the pages of *pdf*."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_page(page) for page in document)
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> RenderedPage:
    lines = list(pdf_pages.lines(page))
    folio = lines.pop() if lines and _FOLIO.fullmatch(lines[-1].text) else None
    return RenderedPage(tuple(lines), folio, tuple(_rules(page, page.get_height())))


def _rules(page: pypdfium2.PdfPage, height: float) -> Iterator[RuleLine]:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    for drawn in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,)):
        left, bottom, right, top = drawn.get_bounds()
        if right - left < 200:
            continue
        thickness = ctypes.c_float()
        raw.FPDFPageObj_GetStrokeWidth(drawn.raw, thickness)
        raw.FPDFPageObj_GetStrokeColor(drawn.raw, red, green, blue, alpha)
        color = f"{red.value:02X}{green.value:02X}{blue.value:02X}"
        yield RuleLine((height - (top + bottom) / 2) * 20, left * 20, right * 20, thickness.value * 20, color)
