"""Which kind of picture some bytes are, of those an article can have, by how they begin.

PNG and JPEG are shown everywhere. Windows' drawings (EMF, WMF) only its programs show: they are kept as they
came, Word gets them, and elsewhere a sign stands in their place.
"""

from __future__ import annotations

import struct
from enum import StrEnum

_PNG, _JPEG = b"\x89PNG", b"\xff\xd8"
_EMF_MARK = b" EMF"  # at 40 (MS-EMF, 2.2.9)
_PLACEABLE = b"\xd7\xcd\xc6\x9a"  # MS-WMF, 2.3.2.3
_WMF = (
    b"\x01\x00\x09\x00\x00\x01",
    b"\x01\x00\x09\x00\x00\x03",
)  # MS-WMF, 2.3.2.2: in memory, 9 words, version
_EMF_LEAST, _WMF_LEAST = 88, 18
_USUAL = (800, 600)  # of a drawing that does not say, in tenths of a millimetre
_LARGEST = 20_000  # tenths; what says more does not mean it


class PictureKind(StrEnum):
    """A picture's format, as the library names it and files end."""

    PNG = "png"
    JPEG = "jpeg"
    EMF = "emf"
    WMF = "wmf"

    @property
    def is_drawing(self) -> bool:
        """Whether only Windows' programs show it."""
        return self in (PictureKind.EMF, PictureKind.WMF)

    @property
    def media_type(self) -> str:
        """The name of the format in files that hold it."""
        return f"image/x-{self}" if self.is_drawing else f"image/{self}"


def kind_of(content: bytes) -> PictureKind | None:
    """Return the kind of a picture; None if it is none of them, or a drawing that is not all there."""
    if content.startswith(_PNG):
        return PictureKind.PNG
    if content.startswith(_JPEG):
        return PictureKind.JPEG
    if content[40:44] == _EMF_MARK and content.startswith(b"\x01\0\0\0") and len(content) >= _EMF_LEAST:
        return PictureKind.EMF if _number("<I", content, 48) <= len(content) else None
    start = 22 if content.startswith(_PLACEABLE) else 0
    if content[start:].startswith(_WMF) and len(content) >= start + _WMF_LEAST:
        return PictureKind.WMF if _number("<I", content, start + 6) * 2 <= len(content) else None
    return None


def drawing_size(content: bytes) -> tuple[int, int]:
    """Return how large a drawing says it is, across and down, in tenths of a millimetre."""
    if content[40:44] == _EMF_MARK:
        left, top, right, bottom = struct.unpack_from("<4i", content, 24)  # hundredths
        size = (right - left) / 10, (bottom - top) / 10
    elif content.startswith(_PLACEABLE):
        left, top, right, bottom, inch = struct.unpack_from("<4hH", content, 6)
        size = tuple(254 * abs(length) / (inch or 96) for length in (right - left, bottom - top))
    else:
        return _USUAL
    across, down = (round(length) for length in size)
    return (across, down) if 1 <= across <= _LARGEST and 1 <= down <= _LARGEST else _USUAL


def _number(form: str, content: bytes, at: int) -> int:
    return int(struct.unpack_from(form, content, at)[0])
