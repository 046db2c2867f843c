"""The rows of a PDF's page: what stands on one baseline, from left to right."""

from __future__ import annotations

import ctypes
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from bulletin_desktop.values import dataclass

MOST_CHARACTERS = 60_000  # of one page; a page of small type has 5,000

_SAME_BASELINE = 0.35  # of the size: superscripts stand higher
_SMALL, _RAISED = 0.8, 0.75  # of the size: what is smaller and stands that much higher is raised
RAISED = "\ue000\ue001"
"""What stands around raised characters in the text of a row."""
_GAP = 1.6  # of the size: what is wider parts cells or columns
_HYPHENS = (0x02, 0xFFFE)  # what PDFium says for a hyphen at a line's end
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_LINE_ENDS = (10, 13)
# Fonts often say a radical or a compatible form where the text has the character that looks like it
_ALIKE = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00), range(0xFE30, 0xFE50))
_USUAL_SIZE = 10.5  # points


Font = Callable[[int], tuple[str, bool]]
"""The name of a character's font and whether it is bold, by the character's number on the page."""


class Char(NamedTuple):
    """A character with its origin, its right edge and its size, in points from the page's top left."""

    text: str
    x: float
    y: float
    right: float
    size: float
    nth: int  # on the page, as PDFium counts
    made: bool  # by PDFium, where it sees a gap


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of a baseline without wide gaps. *gap* is its distance from the stretch before it, if any."""

    text: str
    left: float
    right: float
    y: float
    size: float
    font: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Rows from top to bottom, each as its stretches; *unreadable* characters that the fonts do not tell."""

    rows: tuple[tuple[Row, ...], ...]
    width: float
    height: float
    characters: int
    unreadable: int
    pictures: int


def read(page: pypdfium2.PdfPage) -> Page:
    """Return one page."""
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        chars = list(_characters(page, text))
        found = rows(chars, lambda nth: _font(text, nth))
    finally:
        text.close()
    pictures = sum(1 for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    bad = sum(char.text == "\ufffd" for char in chars)
    return Page(found, width, height, sum(not char.made for char in chars), bad, pictures)


def rows(chars: Sequence[Char], font: Font) -> tuple[tuple[Row, ...], ...]:
    """Return the rows that *chars* stand in; *font* tells the font of one, by its number on the page."""
    found = (tuple(_stretches(row, font)) for row in _rows(chars))
    return tuple(row for row in found if row)


def _characters(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> Iterator[Char]:
    turn = _Turn(page)
    x, y = ctypes.c_double(), ctypes.c_double()
    box = raw.FS_RECTF()
    high = 0
    for index in range(min(raw.FPDFText_CountChars(text.raw), MOST_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(text.raw, index)
        if code in _HIGH:
            high = code
            continue
        if code in _LOW:
            code = 0x10000 + ((high & 0x3FF) << 10) + (code & 0x3FF)
        if code in _LINE_ENDS:
            continue
        made = raw.FPDFText_IsGenerated(text.raw, index) == 1
        raw.FPDFText_GetCharOrigin(text.raw, index, x, y)
        raw.FPDFText_GetLooseCharBox(text.raw, index, box)
        left, top = turn.point(x.value, y.value)
        right = max(turn.point(box.left, box.bottom)[0], turn.point(box.right, box.top)[0])
        size = raw.FPDFText_GetFontSize(text.raw, index)
        tall = abs(turn.point(box.right, box.top)[1] - turn.point(box.left, box.bottom)[1])
        yield Char(_shown(code), left, top, right, _size(size, tall), index, made)


def _shown(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    if code == 0:
        return "\ufffd"
    character = chr(code)
    if any(code in alike for alike in _ALIKE):
        return unicodedata.normalize("NFKC", character)
    if 0xE000 <= code <= 0xE001 or code < 0x20:
        return "\ufffd"
    return " " if character.isspace() and character != "\u3000" else character


def _size(said: float, tall: float) -> float:
    """A font's size is often 1 and scaled: then the box tells how tall a character is."""
    if said > 3:
        return said
    return tall / 1.3 if tall > 3 else _USUAL_SIZE


class _Turn:
    """A page's own coordinates to those of how it is seen."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._turned = page.get_rotation()
        left, bottom, right, top = page.get_mediabox()
        crop = page.get_cropbox() or (left, bottom, right, top)
        self._left, self._bottom, self._right, self._top = crop

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a point from the top left corner."""
        match self._turned:
            case 90:
                return y - self._bottom, x - self._left
            case 180:
                return self._right - x, y - self._bottom
            case 270:
                return self._top - y, self._right - x
            case _:
                return x - self._left, self._top - y


def _rows(chars: Sequence[Char]) -> Iterator[list[Char]]:
    """Characters on one baseline, from the top; what is raised or lowered belongs to the row beside it."""
    rows: list[tuple[float, list[Char]]] = []
    for char in sorted((one for one in chars if not one.made), key=lambda one: (one.y, one.x)):
        if rows and abs(rows[-1][0] - char.y) < _SAME_BASELINE * char.size:
            rows[-1][1].append(char)
        else:
            rows.append((char.y, [char]))
    gaps = {char.nth for char in chars if char.made and char.text == " "}
    for _, row in _with_raised(rows):
        yield _spaced(sorted(row, key=lambda one: one.x), gaps)


def _with_raised(rows: list[tuple[float, list[Char]]]) -> Iterator[tuple[float, list[Char]]]:
    """Put small characters that stand a little above a baseline into its row: references to notes, m²."""
    kept: list[Char] = []
    for nth, (y, row) in enumerate(rows):
        below = rows[nth + 1] if nth + 1 < len(rows) else None
        if below is not None:
            size = max(char.size for char in below[1])
            small = max(char.size for char in row) < _SMALL * size
            beside = min(char.x for char in below[1]) <= row[0].x <= max(c.right for c in below[1]) + size
            if small and beside and below[0] - y < _RAISED * size:
                kept += [char._replace(text=f"{RAISED[0]}{char.text}{RAISED[1]}") for char in row]
                continue
        yield y, row + kept
        kept = []


def _spaced(row: list[Char], gaps: set[int]) -> list[Char]:
    """Put back the spaces that part Latin words; between Chinese a gap is only how the line was filled."""
    found: list[Char] = []
    for char in row:
        before = found[-1] if found else None
        if before is not None and char.nth - 1 in gaps and _is_latin(before.text) and _is_latin(char.text):
            found.append(before._replace(text=" ", x=before.right, right=char.x))
        found.append(char)
    return found


def _is_latin(text: str) -> bool:
    return text.isascii() and not text.isspace()


def _stretches(row: Sequence[Char], font: Font) -> Iterator[Row]:
    begin = 0
    for nth, char in enumerate(row):
        # A gap of spaces that were typed is no gap: only what nothing fills parts cells and columns
        if nth and char.x - row[nth - 1].right > _GAP * char.size:
            yield from _row(row[begin:nth], font)
            begin = nth
    yield from _row(row[begin:], font)


def _row(chars: Sequence[Char], font: Font) -> Iterator[Row]:
    written = [char for char in chars if not char.text.isspace()]
    if not written:
        return
    (size, _), *_ = Counter(round(char.size * 2) / 2 for char in written).most_common(1)
    name, bold = font(written[len(written) // 2].nth)
    line = "".join(char.text for char in chars).strip(" \u3000").replace(RAISED[::-1], "")
    base = Counter(round(char.y, 1) for char in written).most_common(1)[0][0]
    yield Row(line, written[0].x, written[-1].right, base, size, name, bold)


def _font(text: pypdfium2.PdfTextPage, index: int) -> tuple[str, bool]:
    flags = ctypes.c_int()
    length = raw.FPDFText_GetFontInfo(text.raw, index, None, 0, flags)
    if not 0 < length < 200:
        return "", False
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFText_GetFontInfo(text.raw, index, buffer, length, flags)
    name = buffer.value.decode("utf-8", errors="replace").rpartition("+")[2]
    return name, "bold" in name.lower() or raw.FPDFText_GetFontWeight(text.raw, index) >= 600
