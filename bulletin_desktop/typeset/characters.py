"""What the line breaker must know of single characters: their script, and where a line may not end.

The sets are those that LibreOffice and Word use for zh-CN.
"""

from __future__ import annotations

import re
import unicodedata

# May not begin a line.
CLOSING = frozenset(
    "!),.:;?]}¢'\"、。〉》」』】〕〗〞︰︱︳﹐､﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝︴︶︸︺︼︾﹀﹂﹄﹏～￠々‖•·ˇˉ―′’”-"
)
# May not end a line.
OPENING = frozenset("([{£¥'\"‵〈《「『【〔〖（［｛￡￥〝︵︷︹︻︽︿﹁﹃﹙﹛﹝“‘")
# One of these may hang beyond the line's end.
HANGING = frozenset("!,.:;?、。！，．：；？")
# Vanish at a line's end.
BLANKS = frozenset(" \u3000")
CJK, LATIN, WEAK = "C", "L", "W"

_LETTER = "!-~\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u052f\u1e00-\u1fff"
# What stands in the Latin font. Marks that both scripts use (“ ” … — · ×) stand in the Chinese font.
LATIN_RUN = re.compile(f"[{_LETTER}](?:[{_LETTER} ]|’(?=[{_LETTER}]))*")

# Among the symbols that take their neighbour's script.
_LETTERLIKE = frozenset("ⁱⁿₐₑₒₓₔₕₖₗₘₙₚₛₜ\u2126\u212a\u212bℲⅎ")


class _Scripts(dict[int, str]):
    """Code point to script letter, for `str.translate`; filled as characters occur."""

    def __missing__(self, code: int) -> str:
        letter = self[code] = _script(code)
        return letter


def _script(code: int) -> str:
    if code < 0x2B0:
        return WEAK if code in (0x20, 0xA0) else LATIN
    if code in (0x2C7, 0x2CA, 0x2CB, 0x2D9) or 0x300 <= code <= 0x36F or 0x1D000 <= code <= 0x1FFFF:
        return WEAK  # Bopomofo tones, combining accents, emoji
    if 0x2000 <= code <= 0x2BFF or 0x2E00 <= code <= 0x2E7F:
        return LATIN if chr(code) in _LETTERLIKE else WEAK
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
    """True for letters, ideographs and numbers, ① and ³ among them."""
    return _LETTERS[char]


def speaks(text: str, at: int) -> bool:
    """True for letters, ideographs and decimal digits: what LibreOffice tells a language by."""
    return text[at].isalpha() or text[at].isdecimal()


_SCRIPTS = _Scripts()
_LETTERS = _Letters()
