"""What stands at the top of an OLE container (MS-CFB): the names of its streams and storages, nothing more.

Only enough is read to tell Word's files from Excel's; the streams themselves are for the libraries.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_ENTRY = 128  # bytes of a directory entry
_MOST_SECTORS = 4_096  # of the directory: Word's have a handful
_END = 0xFFFFFFFA  # from here on numbers of sectors mean something else
_NOTHING = 0xFFFFFFFF
_HEADER_FATS = 109


def names(content: bytes) -> frozenset[str]:
    """Return the names directly below the root; empty where the container is damaged."""
    try:
        directory = b"".join(_directory(content))
        return frozenset(_children(directory))
    except (struct.error, IndexError):
        return frozenset()


def _directory(content: bytes) -> Iterator[bytes]:
    """The sectors of the directory, along their chain."""
    (shift,) = struct.unpack_from("<H", content, 30)
    if shift not in (9, 12):
        raise IndexError
    size = 1 << shift
    (sector,) = struct.unpack_from("<I", content, 48)
    fats = struct.unpack_from(f"<{_HEADER_FATS}I", content, 76)
    seen: set[int] = set()
    while sector < _END and sector not in seen and len(seen) < _MOST_SECTORS:
        seen.add(sector)
        start = (sector + 1) * size
        yield content[start : start + size]
        fat, place = divmod(sector, size // 4)
        if fat >= len(fats) or fats[fat] >= _END:
            return
        (sector,) = struct.unpack_from("<I", content, (fats[fat] + 1) * size + 4 * place)


def _children(directory: bytes) -> Iterator[str]:
    """The names in the root's tree of siblings."""
    (root,) = struct.unpack_from("<I", directory, 76)
    todo, seen = [root], set[int]()
    while todo:
        entry = todo.pop()
        if entry == _NOTHING or entry in seen or (entry + 1) * _ENTRY > len(directory):
            continue
        seen.add(entry)
        start = entry * _ENTRY
        (length,) = struct.unpack_from("<H", directory, start + 64)
        yield directory[start : start + max(0, min(length, 64) - 2)].decode("utf-16-le", errors="replace")
        todo += struct.unpack_from("<2I", directory, start + 68)
