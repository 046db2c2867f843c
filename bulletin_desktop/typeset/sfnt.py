"""The few tables of a TrueType or OpenType file that typesetting needs, read from a memory map.

OpenType 1.9: table directory, `head`, `hhea`, `hmtx`, `cmap` formats 4 and 12, `name`. A general
library takes a quarter of a second to build the maps of one Chinese font; looking up the few
hundred characters of an issue in place takes none.
"""

from __future__ import annotations

import mmap
from pathlib import Path
from struct import unpack_from

_COLLECTION = b"ttcf"
_BOLD = 1  # head.macStyle
_FAMILY_NAMES = {1, 16}  # name ids: family, typographic family


class Face:
    """One face of a font file: the advance of a character. Raises ValueError if it is not a font."""

    def __init__(self, path: Path, index: int = 0) -> None:
        self._data = _map(path)
        self._tables = _directory(self._data, _offsets(self._data)[index])
        for needed in ("head", "hhea", "hmtx", "cmap"):
            if needed not in self._tables:
                raise ValueError(f"{path} has no {needed} table")
        self.units_per_em = int(unpack_from(">H", self._data, self._tables["head"] + 18)[0])
        ascent, descent = unpack_from(">hh", self._data, self._tables["hhea"] + 4)
        self.height = (ascent - descent) / self.units_per_em if ascent > descent else 1.0  # in ems
        self._long_metrics = int(unpack_from(">H", self._data, self._tables["hhea"] + 34)[0])
        self._format, self._cmap = self._best_cmap()

    def advance(self, char: str) -> float | None:
        """Return the advance of *char* in ems, None if the face has no glyph for it."""
        glyph = self._glyph(ord(char))
        if glyph == 0:
            return None
        row = min(glyph, self._long_metrics - 1)
        units: int = unpack_from(">H", self._data, self._tables["hmtx"] + 4 * row)[0]
        return units / self.units_per_em

    def _best_cmap(self) -> tuple[int, int]:
        start = self._tables["cmap"]
        best: tuple[int, int] | None = None
        (count,) = unpack_from(">H", self._data, start + 2)
        for nth in range(count):
            platform, encoding, offset = unpack_from(">HHL", self._data, start + 4 + 8 * nth)
            (kind,) = unpack_from(">H", self._data, start + offset)
            unicode_map = platform == 0 or (platform == 3 and encoding in (1, 10))
            if unicode_map and kind in (4, 12) and (best is None or kind > best[0]):
                best = kind, start + offset
        if best is None:
            raise ValueError("the font has no Unicode character map")
        return best

    def _glyph(self, code: int) -> int:
        return self._glyph_12(code) if self._format == 12 else self._glyph_4(code)

    def _glyph_12(self, code: int) -> int:
        low, high = 0, int(unpack_from(">L", self._data, self._cmap + 12)[0])
        while low < high:
            middle = (low + high) // 2
            first, last, glyph = unpack_from(">LLL", self._data, self._cmap + 16 + 12 * middle)
            if code < first:
                high = middle
            elif code > last:
                low = middle + 1
            else:
                return int(glyph + code - first)
        return 0

    def _glyph_4(self, code: int) -> int:
        if code > 0xFFFF:
            return 0
        data, start = self._data, self._cmap
        (twice,) = unpack_from(">H", data, start + 6)
        low, high = 0, twice // 2
        while low < high:  # the first segment that ends at or after the code
            middle = (low + high) // 2
            if unpack_from(">H", data, start + 14 + 2 * middle)[0] < code:
                low = middle + 1
            else:
                high = middle
        if low >= twice // 2:
            return 0
        (first,) = unpack_from(">H", data, start + 16 + twice + 2 * low)
        (delta,) = unpack_from(">H", data, start + 16 + 2 * twice + 2 * low)
        at = start + 16 + 3 * twice + 2 * low
        (offset,) = unpack_from(">H", data, at)
        if code < first:
            return 0
        if offset == 0:
            return int(code + delta) & 0xFFFF
        (glyph,) = unpack_from(">H", data, at + offset + 2 * (code - first))
        return int(glyph + delta) & 0xFFFF if glyph else 0


def face_names(path: Path) -> list[tuple[set[str], bool]]:
    """Return the family names of each face of a file in every language, and whether it is bold.

    Raises OSError if it cannot be read, ValueError or struct.error if it is not a font.
    """
    data = _map(path)
    faces = []
    for offset in _offsets(data):
        tables = _directory(data, offset)
        if "name" not in tables or "head" not in tables:
            raise ValueError(f"{path} has no names")
        bold = bool(unpack_from(">H", data, tables["head"] + 44)[0] & _BOLD)
        faces.append((_families(data, tables["name"]), bold))
    return faces


def _families(data: mmap.mmap, start: int) -> set[str]:
    count, storage = unpack_from(">HH", data, start + 2)
    names = set()
    for nth in range(count):
        platform, _, _, kind, length, offset = unpack_from(">6H", data, start + 6 + 12 * nth)
        if kind in _FAMILY_NAMES and platform in (0, 3):
            at = start + storage + offset
            names.add(data[at : at + length].decode("utf-16-be", "replace"))
    return names


def _map(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _offsets(data: mmap.mmap) -> list[int]:
    if data[:4] != _COLLECTION:
        return [0]
    (count,) = unpack_from(">L", data, 8)
    return list(unpack_from(f">{count}L", data, 12))


def _directory(data: mmap.mmap, offset: int) -> dict[str, int]:
    (count,) = unpack_from(">H", data, offset + 4)
    tables = {}
    for nth in range(count):
        tag, _, start, _ = unpack_from(">4sLLL", data, offset + 12 + 16 * nth)
        tables[tag.decode("latin-1")] = start
    return tables
