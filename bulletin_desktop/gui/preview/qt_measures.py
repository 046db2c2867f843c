"""Glyph widths from the fonts that Qt paints with."""

from __future__ import annotations

import threading
from struct import unpack_from

from PySide6.QtGui import QFont, QRawFont

from bulletin_desktop.typeset import font_files
from bulletin_desktop.typeset.file_measures import FileMeasures
from bulletin_desktop.typeset.font_files import FontFile, FontFinder


class QtMeasures:
    """`measures.Measures` through Qt: the same figures as `file_measures.FileMeasures`, to the last unit.

    A font is loaded at one pixel a design unit, where Qt cannot round an advance. May be asked from
    several threads: a long issue is first laid out in its own.
    """

    def __init__(self, finder: FontFinder | None = None) -> None:
        self._finder = finder or font_files.finder()
        self._lender = FileMeasures(self._finder)
        self._files: dict[tuple[str, bool, bool], FontFile | None] = {}
        self._local = threading.local()  # Qt lets a raw font be used only in the thread that made it
        self._advances: dict[tuple[str, str, bool, bool], float] = {}

    def advance(self, family: str, char: str, bold: bool = False, latin: bool = False) -> float:
        """See `Measures.advance`. A character that no font has is as wide as in a typical one."""
        key = (family, char, bold, latin)
        if key not in self._advances:
            self._advances[key] = self._measure(family, char, bold, latin)
        return self._advances[key]

    def height(self, family: str, bold: bool = False, latin: bool = False) -> float:
        """See `Measures.height`."""
        font = self._font(family, bold, latin)
        table = font.fontTable("hhea").data() if font else b""
        ascent, descent = unpack_from(">hh", table, 4) if len(table) >= 8 else (0, 0)
        return (ascent - descent) / font.unitsPerEm() if font and ascent > descent else 1.0

    def used(self, family: str, latin: bool = False) -> str:
        """See `Measures.used`."""
        found = self._file(family, False, latin)
        return family if found is None else found.family

    def _measure(self, family: str, char: str, bold: bool, latin: bool) -> float:
        font = self._font(family, bold, latin)
        glyphs = font.glyphIndexesForString(char) if font else []
        if font and glyphs and glyphs[0]:
            return font.advancesForGlyphIndexes(glyphs[:1])[0].x() / font.pixelSize()
        return self._lender.lent(family, char, bold, latin)

    def _file(self, family: str, bold: bool, latin: bool) -> FontFile | None:
        key = (family, bold, latin)
        if key not in self._files:
            self._files[key] = self._finder.find(family, bold, latin)
        return self._files[key]

    def _font(self, family: str, bold: bool, latin: bool) -> QRawFont | None:
        """The font in its real bold if it has one; what Qt emboldens itself keeps its widths."""
        plain, wanted = self._file(family, False, latin), self._file(family, bold, latin)
        if plain is None or wanted is None:
            return None
        real_bold = bold and (wanted.path, wanted.index) != (plain.path, plain.index)
        key = (wanted.family, real_bold)
        fonts: dict[tuple[str, bool], QRawFont] = self._local.__dict__.setdefault("fonts", {})
        if key not in fonts:
            font = page_font(wanted.family, 1000)
            font.setBold(real_bold)
            raw = QRawFont.fromFont(font)
            raw.setPixelSize(raw.unitsPerEm())
            fonts[key] = raw
        return fonts[key]


def page_font(family: str, pixels: int) -> QFont:
    """Return a font that draws design outlines: no hinting, no kerning, so widths scale exactly."""
    font = QFont([family])
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setKerning(False)
    return font
