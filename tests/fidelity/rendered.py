"""What LibreOffice makes of a .docx, read from its PDF: every line with its place."""

from __future__ import annotations

import ctypes
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

_FOLIO = re.compile(r"[—–\-\s]*\d+[—–\-\s]*")
_SAME_BASELINE = 40.0  # twips: superscripts stand higher, lines stand 579 apart


class TextLine(NamedTuple):
    """Characters on one baseline from left to right; lengths in twips from the page's top left corner."""

    text: str
    baseline: float
    left: float
    right: float  # origin of the last character


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
    """Convert *files* into *folder* with LibreOffice, in a profile of its own there."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *map(str, files)],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=60 + 5 * len(files),
    )


def pages(pdf: Path) -> tuple[RenderedPage, ...]:
    """Return the pages of *pdf*."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_page(page) for page in document)
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> RenderedPage:
    height = page.get_height()
    found = [
        TextLine("".join(char for char, _ in row), (height - y) * 20, row[0][1] * 20, row[-1][1] * 20)
        for y, row in _rows(page)
    ]
    lines = [line for line in found if line.text.strip()]
    folio = lines.pop() if lines and _FOLIO.fullmatch(lines[-1].text) else None
    return RenderedPage(tuple(lines), folio, tuple(_rules(page, height)))


def _rows(page: pypdfium2.PdfPage) -> Iterator[tuple[float, list[tuple[str, float]]]]:
    """Baselines in points from the page's bottom, with their characters and those's left edges."""
    text = page.get_textpage()
    rows: dict[float, list[tuple[str, float]]] = {}
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(raw.FPDFText_CountChars(text.raw)):
        code = raw.FPDFText_GetUnicode(text.raw, index)
        if code in (0, 10, 13) or raw.FPDFText_IsGenerated(text.raw, index):
            continue
        raw.FPDFText_GetCharOrigin(text.raw, index, x, y)
        key = next((known for known in rows if abs(known - y.value) * 20 < _SAME_BASELINE), y.value)
        rows.setdefault(key, []).append(("-" if code in (2, 0xFFFE) else chr(code), x.value))
    text.close()
    for key in sorted(rows, reverse=True):
        yield key, sorted(rows[key], key=lambda one: one[1])


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
