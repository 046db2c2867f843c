"""What the glyphs of Qt's PDF fonts stand for.

Qt writes a font's ToUnicode map by asking the font which character has a glyph, and takes the first: ⼯
(U+2F2F) for 工, a tab for a space, nothing beyond U+FFFF. Which characters were really painted is known here,
so that the map is written again; a glyph that was painted for two characters gets a second code. See ISO
32000-1, 9.7.4.2 (CIDToGIDMap), 9.7.4.3 (W) and 9.10.3 (ToUnicode).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject, StreamObject

# The second, shifted copy by which Qt makes a bold that the font lacks says that it is no text.
_TOKEN = re.compile(
    rb"/(?P<font>F\d+) [\d.]+ Tf|<(?P<codes>[0-9A-Fa-f]+)> Tj|(?P<off>/ActualText <> >> BDC)|(?P<on>EMC)"
)
_MAPPING = re.compile(rb"<(?P<first>[0-9A-Fa-f]{4})> <[0-9A-Fa-f]{4}> \[(?P<texts>[^\]]*)\]")
_DIGITS = 4  # hexadecimal digits of a code
_DEFAULT_WIDTH = 1000  # of a code that no W names and no DW, in thousandths of the em
_LONGEST_BLOCK = 100  # entries of a bfchar block, Adobe technical note 5014


class Shown(NamedTuple):
    """One glyph in a content stream: its font's name, its code, and where the code's digits stand."""

    font: str
    code: int
    at: int


def shown(content: bytes) -> Iterator[Shown]:
    """Yield the glyphs of a content stream as Qt writes it, in the order of painting."""
    font, counts = "", True
    for token in _TOKEN.finditer(content):
        match token.lastgroup:
            case "font":
                font = token["font"].decode("ascii")
            case "codes" if counts:
                start = token.start("codes")
                digits = token["codes"]
                for nth in range(0, len(digits), _DIGITS):
                    yield Shown(font, int(digits[nth : nth + _DIGITS], 16), start + nth)
            case "off":
                counts = False
            case "on":
                counts = True


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
        self._texts: dict[int, str] = {}
        self._others: dict[tuple[int, str], int] = {}

    def code(self, code: int, text: str) -> int:
        """Return the code for the glyph of *code* where it stands for *text*: the same, or a new one."""
        if self._texts.setdefault(code, text) == text:
            return code
        return self._others.setdefault((code, text), self._free + len(self._others))

    def write(self) -> StreamObject | None:
        """Write what was learnt into the font.

        Returns the glyphs of the codes, to be stored as CIDToGIDMap, if there are new codes.
        """
        new = {code: text for (_, text), code in self._others.items()}
        self._stream.set_data(_to_unicode(self._qt | self._texts | new))
        if not self._others:
            return None
        same = [code for code, _ in self._others]
        widths = dict(_widths(self._descendant.get("/W", ())))
        array = self._descendant.setdefault(NameObject("/W"), ArrayObject())
        array.append(NumberObject(self._free))
        array.append(ArrayObject(FloatObject(widths.get(code, _DEFAULT_WIDTH)) for code in same))
        self._descendant["/FontDescriptor"].get_object().pop("/CIDSet", None)
        table = StreamObject()
        table.set_data(b"".join(glyph.to_bytes(2, "big") for glyph in [*range(self._free), *same]))
        return table.flate_encode()

    def set_glyphs(self, table: DictionaryObject) -> None:
        """Have the codes mean the glyphs of *table*, a reference to what `write` returned."""
        self._descendant[NameObject("/CIDToGIDMap")] = table


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
