"""The first letters of a text's pinyin, as people type them: 导出 is dc.

GB/T 2312 sorts its 3,755 level-1 characters by pinyin, so 23 boundaries tell the letter of each. What is not
among them may stand for any letter.
"""

from __future__ import annotations

from bisect import bisect_right

_LAST = 0xD7F9  # of level 1
_BEGINS = (
    (0xB0A1, "a"), (0xB0C5, "b"), (0xB2C1, "c"), (0xB4EE, "d"), (0xB6EA, "e"), (0xB7A2, "f"),
    (0xB8C1, "g"), (0xB9FE, "h"), (0xBBF7, "j"), (0xBFA6, "k"), (0xC0AC, "l"), (0xC2E8, "m"),
    (0xC4C3, "n"), (0xC5B6, "o"), (0xC5BE, "p"), (0xC6DA, "q"), (0xC8BB, "r"), (0xC8F6, "s"),
    (0xCBFA, "t"), (0xCDDA, "w"), (0xCEF4, "x"), (0xD1B9, "y"), (0xD4D1, "z"),
)  # fmt: skip
_CODES = [code for code, _ in _BEGINS]
_OTHERWISE = {"重": "zc", "行": "xh", "长": "cz", "调": "dt", "藏": "cz", "传": "cz", "还": "hx"}


def letters(char: str) -> str:
    """Return the letters that *char* may be typed by: of a Chinese one its pinyin's, else itself.

    Empty for a Chinese character whose pinyin its code does not tell.
    """
    if char.isascii():
        return char.lower()
    if char in _OTHERWISE:
        return _OTHERWISE[char]
    code = int.from_bytes(char.encode("gb2312", "ignore"), "big")
    return _BEGINS[bisect_right(_CODES, code) - 1][1] if _CODES[0] <= code <= _LAST else ""


def initials(text: str) -> tuple[str, ...]:
    """Return for each character of *text* that is no space or mark the letters it may be typed by."""
    return tuple(letters(char) for char in text if char.isalnum())


def place(typed: str, of: tuple[str, ...]) -> int:
    """Return where *typed* letters stand one after the other in *of*; -1 if nowhere."""
    for start in range(len(of) - len(typed) + 1):
        if all(not of[start + nth] or char in of[start + nth] for nth, char in enumerate(typed)):
            return start
    return -1
