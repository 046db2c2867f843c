"""Glyph widths straight from the font files, without a window system: for the command line and tests."""

from __future__ import annotations

import struct

from bulletin_desktop.typeset import font_files, sfnt
from bulletin_desktop.typeset.font_files import FontFile, FontFinder


class FileMeasures:
    """`measures.Measures` on this machine's font files, or on those that *finder* finds."""

    def __init__(self, finder: FontFinder | None = None) -> None:
        self._finder = finder
        self._files: dict[tuple[str, bool, bool], FontFile | None] = {}
        self._faces: dict[FontFile, sfnt.Face | None] = {}

    def advance(self, family: str, char: str, bold: bool = False, latin: bool = False) -> float:
        """See `Measures.advance`. A character that no font has is as wide as in a typical one."""
        face = self._face(self._file(family, bold, latin))
        width = None if face is None else face.advance(char)
        return self.lent(family, char, bold, latin) if width is None else width

    def lent(self, family: str, char: str, bold: bool = False, latin: bool = False) -> float:
        """Return the width of a character that *family* lacks, in ems, from the font that lends it."""
        face = self._face(self._found().find(family, bold, latin, char))
        width = None if face is None else face.advance(char)
        if width is None:
            return 0.5 if ord(char) < 0x2000 else 1.0
        return width

    def height(self, family: str, bold: bool = False, latin: bool = False) -> float:
        """See `Measures.height`."""
        face = self._face(self._file(family, bold, latin))
        return 1.0 if face is None else face.height

    def used(self, family: str, latin: bool = False) -> str:
        """See `Measures.used`."""
        found = self._file(family, False, latin)
        return family if found is None else found.family

    def _file(self, family: str, bold: bool, latin: bool) -> FontFile | None:
        key = family, bold, latin
        if key not in self._files:
            self._files[key] = self._found().find(family, bold, latin)
        return self._files[key]

    def _found(self) -> FontFinder:
        if self._finder is None:
            self._finder = font_files.finder()
        return self._finder

    def _face(self, file: FontFile | None) -> sfnt.Face | None:
        if file is None:
            return None
        if file not in self._faces:
            try:
                self._faces[file] = sfnt.Face(file.path, file.index)
            except (OSError, ValueError, struct.error):
                self._faces[file] = None  # a damaged font measures like a missing one
        return self._faces[file]
