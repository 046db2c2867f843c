"""Bytes to text, for the encodings Chinese offices really send, with no guess left to chance.

The order decides: a byte order mark, then UTF-16 by its columns, then UTF-8, which hardly any
other text satisfies, and at last GB18030 against Big5 by how common the characters would be.
"""

from __future__ import annotations

import codecs
import re

# The first bytes of the common ("level 1") characters and of punctuation, in the two-byte forms
# of GB 2312-80 and of Big5; what is rare under one reading is usually the other's common text.
_GB_COMMON = (*range(0xA1, 0xA4), *range(0xB0, 0xD8))
_BIG5_COMMON = range(0xA1, 0xC7)
_SAMPLE = 20_000  # characters that decide where counting decides

# C0 without tab, line ends, form feed and the old end-of-file mark; what one finds in no text
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_BINARY_SHARE = 0.005


class NotText(ValueError):  # noqa: N818 - what happened, in a word
    """The bytes are a picture, an archive, a program: anything but text."""


def decode(data: bytes) -> str:
    """Return the text of *data* without a byte order mark.

    A character cut off at the very end is dropped; bytes that fit no encoding become U+FFFD.
    Raises `NotText` for binary content.
    """
    text = _decode(data).removeprefix("\ufeff")
    odd = len(_CONTROL.findall(text)) + text.count("\ufffd")
    if odd > max(1, len(text) * _BINARY_SHARE):
        raise NotText
    return text


def _decode(data: bytes) -> str:
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    names = [*_utf16_by_columns(data), "utf-8"]
    for name in names:
        text = _strictly(data, name)
        if text is not None:
            return text
    readings = [
        (_share_common(text, name), text)
        for name in ("gb18030", "big5")
        if (text := _strictly(data, name)) is not None
    ]
    if readings:
        return max(readings, key=lambda reading: reading[0])[1]
    broken = [data.decode(name, errors="replace") for name in ("utf-8", "gb18030", "big5")]
    return min(broken, key=lambda text: text.count("\ufffd"))


def _strictly(data: bytes, name: str) -> str | None:
    """Decode, or None; an incomplete last character is left off."""
    try:
        return codecs.getincrementaldecoder(name)().decode(data, final=False)
    except UnicodeDecodeError:
        return None


def _utf16_by_columns(data: bytes) -> list[str]:
    """Say which UTF-16 it must be if one column holds only high bytes of Chinese and Latin text."""
    start = data[: 2 * _SAMPLE]
    even, odd = start[0 : len(start) // 2 * 2 : 2], start[1::2]
    if len(odd) < 2:
        return []
    high_even, high_odd = _share_high(even), _share_high(odd)
    if high_odd > 0.9 and high_even < 0.75:
        return ["utf-16-le"]
    if high_even > 0.9 and high_odd < 0.75:
        return ["utf-16-be"]
    return []


def _share_high(column: bytes) -> float:
    """Return the share of bytes that can be the upper half of Chinese, punctuation or Latin in UTF-16."""
    high = sum(0x4E <= byte <= 0x9F or byte in (0x00, 0x20, 0x30, 0xFF) for byte in column)
    return high / len(column)


def _share_common(text: str, name: str) -> float:
    common = _GB_COMMON if name == "gb18030" else _BIG5_COMMON
    characters = [character for character in text[:_SAMPLE] if character > "\x7f"]
    return sum(_is_common(character, name, common) for character in characters) / max(1, len(characters))


def _is_common(character: str, name: str, common: tuple[int, ...] | range) -> bool:
    encoded = character.encode(name, errors="ignore")
    trail_fits = name == "big5" or encoded[-1:] >= b"\xa1"
    return len(encoded) == 2 and encoded[0] in common and trail_fits
