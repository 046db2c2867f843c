"""The lines of a PDF's pages, as a reader finds them: the text on one baseline from left to right."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

_SAME_BASELINE = 40.0  # twips: superscripts stand higher, a line of their own as in `pages_json`
_HYPHENS = (0x02, 0xFFFE)  # what PDFium says for a hyphen at a line's end

_HIGH_SURROGATES, _LOW_SURROGATES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)


class TextLine(NamedTuple):
    """Characters on one baseline from left to right; lengths in twips from the page's top left corner."""

    text: str
    baseline: float
    left: float
    right: float  # origin of the last character


def read(pdf: Path) -> tuple[tuple[TextLine, ...], ...]:
    """Return the lines of every page of *pdf*, from top to bottom; blank ones are left out."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(lines(page) for page in document)
    finally:
        document.close()


def lines(page: pypdfium2.PdfPage) -> tuple[TextLine, ...]:
    """Return the lines of one page."""
    height = page.get_height()
    found = (
        TextLine(_joined(char for char, _ in row), (height - y) * 20, row[0][1] * 20, row[-1][1] * 20)
        for y, row in _rows(page)
    )
    return tuple(line for line in found if line.text.strip())


def _joined(characters: Iterable[str]) -> str:
    """One text; PDFium tells a character beyond the first plane as two surrogates."""
    return "".join(characters).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _rows(page: pypdfium2.PdfPage) -> Iterator[tuple[float, list[tuple[str, float]]]]:
    """Baselines in points from the page's bottom, with their characters and those's left edges."""
    text = page.get_textpage()
    rows: dict[float, list[tuple[str, float, float]]] = {}
    x, y = ctypes.c_double(), ctypes.c_double()
    high = 0
    for index in range(raw.FPDFText_CountChars(text.raw)):
        code = raw.FPDFText_GetUnicode(text.raw, index)
        if code in _HIGH_SURROGATES:  # a character beyond U+FFFF is told in two halves
            high = code
            continue
        if code in _LOW_SURROGATES:
            code = 0x10000 + ((high & 0x3FF) << 10) + (code & 0x3FF)
        if code in (0, 10, 13) or raw.FPDFText_IsGenerated(text.raw, index):
            continue
        raw.FPDFText_GetCharOrigin(text.raw, index, x, y)
        key = next((known for known in rows if abs(known - y.value) * 20 < _SAME_BASELINE), y.value)
        rows.setdefault(key, []).append(("-" if code in _HYPHENS else chr(code), x.value, y.value))
    text.close()
    for key in sorted(rows, reverse=True):
        row = sorted(rows[key], key=lambda one: one[1])
        (baseline, _), *_ = Counter(y for _, _, y in row).most_common(1)
        yield baseline, [(char, x) for char, x, _ in row]
