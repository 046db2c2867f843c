"""Streams of a PDF that unpack to more than any page has: PDFium has no bound of its own."""

from __future__ import annotations

import re
import zlib

MOST = 32 * 1024 * 1024  # bytes of one stream that is no picture: a page of drawings has one million

_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY = 600  # bytes before a stream that say what it is
_PACKED = b"\x78"  # how zlib's streams begin
_END = b"endstream"
_LAYERS = 3  # packed again and again


def has_bomb(content: bytes) -> bool:
    """Tell whether a stream unpacks to more than `MOST`. Pictures are left out: they are not decoded here."""
    for found in _STREAM.finditer(content):
        at = found.end()
        if content[at : at + 1] != _PACKED:
            continue
        said = content[max(0, at - _DICTIONARY) : at].rpartition(b" obj")[2]
        end = content.find(_END, at)
        if b"/Image" not in said and _unpacks(content[at : end if end > 0 else at + MOST]):
            return True
    return False


def _unpacks(packed: bytes) -> bool:
    for _ in range(_LAYERS):
        try:
            packed = zlib.decompressobj().decompress(packed, MOST + 1)
        except zlib.error:
            return False
        if len(packed) > MOST:
            return True
        if not packed.startswith(_PACKED):
            return False
    return True
