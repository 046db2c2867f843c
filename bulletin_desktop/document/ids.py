"""Identifiers that stay with a block, an article or an issue for life."""

from __future__ import annotations

import os
import time

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32, as the ULID specification asks


def new_id() -> str:
    """Return a new ULID: 26 characters, 48 bits of milliseconds then 80 random bits.

    Ids sort roughly by creation, but order is never taken from them: clocks go back.
    """
    value = (time.time_ns() // 1_000_000) << 80 | int.from_bytes(os.urandom(10), "big")
    return "".join(_ALPHABET[value >> shift & 31] for shift in range(125, -1, -5))


def is_id(text: str) -> bool:
    """Tell whether *text* has the form of an id made by `new_id`."""
    return len(text) == 26 and text[0] <= "7" and all(c in _ALPHABET for c in text)
