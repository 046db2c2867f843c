"""Stored JSON and its hash: SQLite has no checksums, so damage inside a text is found only by this."""

from __future__ import annotations

import hashlib
import zlib


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


def deflated(text: str, base: str | None = None) -> bytes:
    """Return *text* compressed, with *base* as dictionary if it is given."""
    pack = zlib.compressobj(6) if base is None else zlib.compressobj(6, zdict=base.encode("utf-8"))
    return pack.compress(text.encode("utf-8")) + pack.flush()


def inflated(data: bytes, base: bytes | None = None) -> bytes | None:
    """Return what *data* was compressed from, with *base* as dictionary; None if it is damaged."""
    try:
        return (zlib.decompressobj() if base is None else zlib.decompressobj(zdict=base)).decompress(data)
    except zlib.error:
        return None
