"""The names of what is in a ZIP file, without unpacking anything and within a bound.

The directory at the end decides, as it does for every program; of a file that is cut off, the members'
own headers tell what it would have been.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

STARTS = (b"PK\x03\x04", b"PK\x05\x06")
MOST = 20_000  # members looked at

_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 0xFFFF
_ENTRY = b"PK\x01\x02"
_ENTRY_SIZE = 46
_LOCAL = re.compile(b"PK\x03\x04")
_LOCAL_SIZE = 30
_UTF8 = 0x800  # the flag: a name is UTF-8 (APPNOTE 4.4.4)
_LONGEST_START = 4_096


class Member(NamedTuple):
    """A member's name and where its own header stands, -1 if that is not told."""

    name: str
    offset: int


def members(content: bytes) -> list[Member]:
    """Return the members, `MOST` at most, in the order of the directory; damaged ones are left out."""
    found = list(_directory(content))
    return found or list(_headers(content))


def start_of(content: bytes, member: Member) -> bytes:
    """Return the first bytes of a member, empty where it is damaged, encrypted or packed in a rare way."""
    at = member.offset
    if not 0 <= at <= len(content) - _LOCAL_SIZE or content[at : at + 4] != STARTS[0]:
        return b""
    flags, method = struct.unpack_from("<HH", content, at + 6)
    name, extra = struct.unpack_from("<HH", content, at + 26)
    begin = at + _LOCAL_SIZE + name + extra
    packed = content[begin : begin + _LONGEST_START]
    if flags & 1 or method not in (0, 8):
        return b""
    try:
        return packed if method == 0 else zlib.decompressobj(-15).decompress(packed, _LONGEST_START)
    except zlib.error:
        return b""


def _directory(content: bytes) -> Iterator[Member]:
    end = content.rfind(_END, max(0, len(content) - _END_SIZE - _LONGEST_COMMENT))
    if end < 0 or end + _END_SIZE > len(content):
        return
    size, offset = struct.unpack_from("<II", content, end + 12)
    at = end - size  # where it is even if something was put before the file
    before = at - offset
    for _ in range(MOST):
        if at < 0 or at + _ENTRY_SIZE > len(content) or content[at : at + 4] != _ENTRY:
            return
        (flags,) = struct.unpack_from("<H", content, at + 8)
        name, extra, comment = struct.unpack_from("<HHH", content, at + 28)
        (local,) = struct.unpack_from("<I", content, at + 42)
        begin = at + _ENTRY_SIZE
        yield Member(_text(content[begin : begin + name], flags), local + before)
        at = begin + name + extra + comment


def _headers(content: bytes) -> Iterator[Member]:
    for nth, found in enumerate(_LOCAL.finditer(content)):
        at = found.start()
        if nth == MOST or at + _LOCAL_SIZE > len(content):
            return
        (flags,) = struct.unpack_from("<H", content, at + 6)
        (name,) = struct.unpack_from("<H", content, at + 26)
        begin = at + _LOCAL_SIZE
        yield Member(_text(content[begin : begin + name], flags), at)


def _text(name: bytes, flags: int) -> str:
    return name.decode("utf-8" if flags & _UTF8 else "cp437", errors="replace")
