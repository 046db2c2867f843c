"""Small drawings of Windows: an EMF and a WMF of a line, as their specifications write them."""

from __future__ import annotations

import struct


def emf(across: int = 800, down: int = 400) -> bytes:
    """An EMF of *across* by *down* tenths of a millimetre with no record but its first and last."""
    head = struct.pack(
        "<2I4i4i4sIIIHHIII2i2i", 1, 88, 0, 0, 99, 49, 0, 0, across * 10, down * 10, b" EMF", 0x10000, 108,
        2, 1, 0, 0, 0, 0, 1024, 768, 320, 240,
    )  # fmt: skip
    return head + struct.pack("<5I", 14, 20, 0, 16, 20)


def wmf(placeable: bool = True) -> bytes:
    """A WMF, with the size of 2 by 1 inches if it is *placeable*."""
    body = struct.pack("<HHHIHIH", 1, 9, 0x0300, 12, 0, 3, 0) + struct.pack("<IH", 3, 0)
    head = struct.pack("<IH4hHI", 0x9AC6CDD7, 0, 0, 0, 200, 100, 100, 0)
    return head + struct.pack("<H", 0) + body if placeable else body
