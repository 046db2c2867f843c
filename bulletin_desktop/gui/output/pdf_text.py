"""What the glyphs of Qt's PDF fonts stand for.

Qt writes a font's ToUnicode map by asking the font which character has a glyph, and takes the first: ⼯
(U+2F2F) for 工, a tab for a space, nothing beyond U+FFFF. Which characters were really painted is known here,
so that the map is written again; a glyph that was painted for two characters gets a second code.

Readers see a space where the next glyph stands off, as in a justified line or between 第 and 3. There is
none in the text: before such a gap a glyph gets a code whose width reaches to the next. Every glyph is
placed by itself, so that widths move nothing. See ISO 32000-1, 9.7.4.2 (CIDToGIDMap), 9.7.4.3 (W) and 9.10.3
(ToUnicode).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject, StreamObject

_TOKEN = re.compile(  # the glyphs first: there are a hundred of them to one of anything else
    rb"(?P<x>[-\d.]+) (?P<y>[-\d.]+) Td <(?P<code>[0-9A-Fa-f]{4})> Tj"
    rb"|(?P<begin>BT)\n|/(?P<font>F\d+) (?P<size>[\d.]+) Tf|(?P<slant>[-\d.]+) -1 0 0 Tm"
)
_COPY = b"/ActualText <>"
_TWICE = re.compile(
    rb"(?P<color>[-\d.]+ [-\d.]+ [-\d.]+) scn\n(?P<state>[^\n]*\n)?BT\n/(?P<font>F\d+) (?P<size>[\d.]+) Tf"
    rb"(?P<once>(?:(?!\nET\n).)*?)\n[-\d. ]+ Tm\n/Span << /ActualText <> >> BDC\n.*?EMC\nET\n",
    re.DOTALL,
)
_STROKE = 0.035  # of the em: as much as the screen makes such a bold heavier
_MAPPING = re.compile(rb"<(?P<first>[0-9A-Fa-f]{4})> <[0-9A-Fa-f]{4}> \[(?P<texts>[^\]]*)\]")
_DIGITS = 4  # hexadecimal digits of a code
_DEFAULT_WIDTH = 1000  # of a code that no W names and no DW, in thousandths of the em
_LONGEST_BLOCK = 100  # entries of a bfchar block, Adobe technical note 5014
_GAP = 60  # thousandths of the em; readers see a space from 100 on (poppler)
_STEP = 20  # between the widths of one glyph
_LARGEST = 0xFFFF


class Text(NamedTuple):
    """What the glyphs of a run stand for, each by itself, and whether the run continues the one before."""

    texts: Sequence[str]
    joined: bool


class Shown(NamedTuple):
    """One glyph in a content stream: its font's name, its code, and where the code's digits stand.

    Lengths are in the unit of the stream's text, *size* is the em.
    """

    font: str
    code: int
    at: int
    x: float
    size: float


def shown(content: bytes) -> Iterator[Shown]:
    """Yield the glyphs of a content stream as Qt writes it, in the order of painting."""
    font, size, slant, x, y = "", 0.0, 0.0, 0.0, 0.0
    for token in _TOKEN.finditer(content):
        kind = token.lastgroup
        if kind == "code":
            right, down, code = token.group(1, 2, 3)
            x += float(right)
            y += float(down)
            yield Shown(font, int(code, 16), token.start(3), x + slant * y, size)
        elif kind == "begin":
            x = y = 0.0
        elif kind == "size":
            font, size = token["font"].decode("ascii"), float(token["size"])
        else:
            slant, x, y = float(token["slant"]), 0.0, 0.0


def painted_once(content: bytes) -> bytes:
    """Return *content* with outlines instead of second copies.

    A bold that a font lacks Qt paints twice, a little apart, and marks the copy as no text; not every reader
    heeds that.
    """
    return _TWICE.sub(_outlined, content) if _COPY in content else content


def _outlined(twice: re.Match[bytes]) -> bytes:
    color, font, size = twice["color"], twice["font"], twice["size"]
    state = b"%s SCN %.2f w 1 j 2 Tr\n" % (color, float(size) * _STROKE)
    text = b"BT\n/%s %s Tf%s\nET\n" % (font, size, twice["once"])
    return color + b" scn\n" + (twice["state"] or b"") + state + text


def recoded(content: bytes, codes: Mapping[int, int]) -> bytes:
    """Return *content* with other codes at the places that *codes* has."""
    changed = bytearray(content)
    for at, code in codes.items():
        changed[at : at + _DIGITS] = b"%04X" % code
    return bytes(changed)


class FontTexts:
    """The texts of one font's codes. *font* is the Type 0 font as Qt wrote it."""

    def __init__(self, font: DictionaryObject) -> None:
        self._descendant: DictionaryObject = font["/DescendantFonts"][0].get_object()
        self._stream: StreamObject = font["/ToUnicode"].get_object()
        self._qt = dict(_mapped(self._stream.get_data()))
        self._free = max(self._qt, default=0) + 1
        self._widths = dict(_widths(self._descendant.get("/W", ())))
        self._texts: dict[int, str] = {}
        self._others: dict[tuple[int, str, float], int] = {}

    def width(self, code: int) -> float:
        """Return the width of a code's glyph in thousandths of the em."""
        return self._widths.get(code, _DEFAULT_WIDTH)

    def code(self, code: int, text: str, further: int = 0) -> int:
        """Return the code for the glyph of *code* where it stands for *text*: the same, or a new one.

        *further* is how many thousandths of the em beyond its width it reaches.
        """
        if not further and self._texts.setdefault(code, text) == text:
            return code
        key = code, text, self.width(code) + further
        if key not in self._others:
            if self._free + len(self._others) > _LARGEST:
                return code
            self._others[key] = self._free + len(self._others)
        return self._others[key]

    def write(self) -> StreamObject | None:
        """Write what was learnt into the font.

        Returns the glyphs of the codes, to be stored as CIDToGIDMap, if there are new codes.
        """
        new = {code: text for (_, text, _), code in self._others.items()}
        self._stream.set_data(_to_unicode(self._qt | self._texts | new))
        if not self._others:
            return None
        array = self._descendant.setdefault(NameObject("/W"), ArrayObject())
        array.append(NumberObject(self._free))
        array.append(ArrayObject(FloatObject(width) for _, _, width in self._others))
        self._descendant["/FontDescriptor"].get_object().pop("/CIDSet", None)
        glyphs = [*range(self._free), *(code for code, _, _ in self._others)]
        table = StreamObject()
        table.set_data(b"".join(glyph.to_bytes(2, "big") for glyph in glyphs))
        return table.flate_encode()

    def set_glyphs(self, table: DictionaryObject) -> None:
        """Have the codes mean the glyphs of *table*, a reference to what `write` returned."""
        self._descendant[NameObject("/CIDToGIDMap")] = table


def gap(glyph: Shown, width: float, after: Shown) -> int:
    """Return how many thousandths of the em *glyph* ends before *after*; 0 where no reader would notice.

    In steps, so that a font needs few codes.
    """
    free = int((after.x - glyph.x) / glyph.size * 1000 - width)
    return free - free % _STEP if free >= _GAP else 0


def _widths(array: Iterable[object]) -> Iterator[tuple[int, float]]:
    """Yield each code with its width, by both forms that a W array can have."""
    entries = list(array)
    while entries:
        first, second, *entries = entries
        if isinstance(second, ArrayObject):
            yield from ((int(first) + nth, float(width)) for nth, width in enumerate(second))
        else:
            width, *entries = entries
            yield from ((code, float(width)) for code in range(int(first), int(second) + 1))


def _mapped(cmap: bytes) -> Iterator[tuple[int, str]]:
    """Yield what Qt says that codes stand for."""
    for found in _MAPPING.finditer(cmap):
        first = int(found["first"], 16)
        for nth, digits in enumerate(re.findall(rb"<([0-9A-Fa-f]+)>", found["texts"])):
            yield first + nth, bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", errors="replace")


def _to_unicode(texts: Mapping[int, str]) -> bytes:
    """Return the CMap that maps each code to its text."""
    lines = [f"<{code:04X}> <{_utf16(text)}>" for code, text in sorted(texts.items())]
    blocks = [lines[at : at + _LONGEST_BLOCK] for at in range(0, len(lines), _LONGEST_BLOCK)]
    body = "\n".join(_block(block) for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{body}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def _block(lines: Iterable[str]) -> str:
    listed = [*lines]
    return "\n".join([f"{len(listed)} beginbfchar", *listed, "endbfchar"])


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()
