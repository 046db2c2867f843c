"""What the line breaker must know of single characters: their script, and where a line may not end.

The sets are those that LibreOffice and Word use for zh-CN.
"""

from __future__ import annotations

import unicodedata

# May not begin a line.
CLOSING = frozenset(
    "!),.:;?]}¢'\"、。〉》」』】〕〗〞︰︱︳﹐､﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝︴︶︸︺︼︾﹀﹂﹄﹏～￠々‖•·ˇˉ―′’”-"
)
# May not end a line.
OPENING = frozenset("([{£¥'\"‵〈《「『【〔〖（［｛￡￥〝︵︷︹︻︽︿﹁﹃﹙﹛﹝“‘")
# One of these may hang beyond the line's end.
HANGING = frozenset("!,.:;?、。！，．：；？")
# After these no line break comes before Latin text, unless they hang (Unicode class CL and alike).
CLOSES_BEFORE_LATIN = frozenset("，、。）》〉〕】｝」』．”’“‘·")

CJK, LATIN, WEAK = "C", "L", "W"


class _Scripts(dict[int, str]):
    """Code point to script letter, for `str.translate`; filled as characters occur."""

    def __missing__(self, code: int) -> str:
        letter = self[code] = _script(code)
        return letter


def _script(code: int) -> str:
    if code < 0x2B0:
        return WEAK if code in (0x20, 0xA0) else LATIN
    if 0x2000 <= code <= 0x206F or 0x2100 <= code <= 0x2BFF:
        return WEAK
    if 0x2E80 <= code <= 0x9FFF or 0xAC00 <= code <= 0xD7FF or 0xF900 <= code <= 0xFAFF:
        return CJK
    if 0xFF00 <= code <= 0xFFEF or 0x20000 <= code <= 0x3FFFF:
        return CJK
    return LATIN


class _Letters(dict[str, bool]):
    """Whether a character is a letter or digit, between which a script change leaves a gap."""

    def __missing__(self, char: str) -> bool:
        answer = self[char] = unicodedata.category(char)[0] in "LN"
        return answer


def scripts(text: str) -> str:
    """Return one letter a character: C for Chinese, L for Latin, W for what takes its neighbour's script."""
    return text.translate(_SCRIPTS)


def is_letter(char: str) -> bool:
    """True for letters, ideographs and digits."""
    return _LETTERS[char]


_SCRIPTS = _Scripts()
_LETTERS = _Letters()
