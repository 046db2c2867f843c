"""Stored JSON and its hash: SQLite has no checksums, so damage inside a text is found only by this."""

from __future__ import annotations

import hashlib
import zlib

from bulletin_desktop.library import delta

# zlib looks no further back than 32 kB: beyond that a dictionary saves nothing.
_DICTIONARY_LIMIT = 32_768
_DELTA = b"\x01"  # no zlib stream begins so (RFC 1950, section 2.2)


def sha256(text: str) -> bytes:
    """Return the SHA-256 of *text* in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).digest()


def intact(data: bytes | None, kept: bytes) -> str | None:
    """Return *data* as text, or None if it is missing or not what was written: its hash differs from *kept*.

    Read texts as `CAST(… AS BLOB)` for this: damaged bytes may be no UTF-8 any more.
    """
    if data is None or hashlib.sha256(data).digest() != kept:
        return None
    return data.decode("utf-8")


def deflated(text: str, base: bytes | None = None) -> bytes:
    """Return *text* compressed, with the help of *base* if it is given."""
    content = text.encode("utf-8")
    if base is not None and len(base) > _DICTIONARY_LIMIT:
        steps = delta.made(base, content)
        if len(steps) < len(content) // 8:  # else it may be no smaller than without
            return _DELTA + zlib.compress(steps, 6)
        base = None
    pack = zlib.compressobj(6) if base is None else zlib.compressobj(6, zdict=base)
    return pack.compress(content) + pack.flush()


def inflated(data: bytes, base: bytes | None = None) -> bytes | None:
    """Return what *data* was compressed from, with the *base* it was compressed with; None if damaged."""
    try:
        if data.startswith(_DELTA):
            return None if base is None else delta.applied(base, zlib.decompress(data[1:]))
        return (zlib.decompressobj() if base is None else zlib.decompressobj(zdict=base)).decompress(data)
    except (zlib.error, ValueError):
        return None
