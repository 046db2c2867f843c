"""What to look for, made ready: a pattern compiled, case and width put aside."""

from __future__ import annotations

from typing import Any

import regex

from bulletin_desktop.errors import UserError, Words
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.values import dataclass

LONGEST_PATTERN = 500  # characters; making it ready takes no timeout

# A letter or digit of a script that parts its words by blanks: Chinese has no such words, so what
# stands beside a Chinese character stands alone.
_LETTER = r"(?![\p{Han}\p{Hiragana}\p{Katakana}\p{Bopomofo}])[\p{L}\p{Nd}_]"
EDGE = rf"(?:(?<!{_LETTER})|(?!{_LETTER}))"
"""Where a word of such a script begins or ends."""
_HALF_WIDTH = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    0x3000: 0x20,
    **dict(zip(range(0xFFE0, 0xFFE7), map(ord, "¢£¬¯¦¥₩"), strict=True)),
}
_TWO_WIDTHS = frozenset((*_HALF_WIDTH, *_HALF_WIDTH.values()))
_REASONS = {
    "missing )": QT_TRANSLATE_NOOP("errors", "a bracket “(” is not closed"),
    "unterminated character set": QT_TRANSLATE_NOOP("errors", "a bracket “[” is not closed"),
    "unbalanced parenthesis": QT_TRANSLATE_NOOP("errors", "a bracket “)” was not opened"),
    "nothing to repeat": QT_TRANSLATE_NOOP("errors", "there is nothing before it to repeat"),
    "multiple repeat": QT_TRANSLATE_NOOP("errors", "a repetition is repeated"),
    "bad escape (end of pattern)": QT_TRANSLATE_NOOP("errors", "nothing follows the last “\\”"),
    "invalid group reference": QT_TRANSLATE_NOOP("errors", "there is no such group"),
    "unknown group": QT_TRANSLATE_NOOP("errors", "there is no such group"),
}
_UNKNOWN = QT_TRANSLATE_NOOP("errors", "what stands there means nothing in a pattern")


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for. *any_width* takes full-width and half-width forms as alike (全半角不分)."""

    words: str
    match_case: bool = False
    whole_word: bool = False
    any_width: bool = False
    pattern: bool = False  # *words* are a regular expression


def has_two_widths(words: str) -> bool:
    """Tell whether any of *words*' characters exists full-width and half-width."""
    return any(ord(each) in _TWO_WIDTHS for each in words)


class Fold(dict[int, str]):
    """For `str.translate`: each character without its case or width, still one character."""

    def __init__(self, cased: bool, wide: bool) -> None:
        super().__init__()
        self._cased, self._wide = cased, wide

    def __missing__(self, code: int) -> str:
        char = chr(_HALF_WIDTH.get(code, code)) if self._wide else chr(code)
        lower = char.lower() if self._cased else char
        self[code] = lower if len(lower) == 1 else char
        return self[code]


def compiled(query: Query) -> Any:
    """Return the query's pattern, ready to search; raises `UserError`, saying where, if it is none."""
    if len(query.words) > LONGEST_PATTERN:
        raise UserError(
            "This pattern has {length} characters, more than {most}. Nothing was changed. Shorten it, or "
            "look for the words themselves.",
            length=len(query.words),
            most=LONGEST_PATTERN,
        )
    words = _half_width_pattern(query.words) if query.any_width else query.words
    try:
        alone = regex.compile(words, _flags(query))
        return regex.compile(f"{EDGE}(?:{words}){EDGE}", _flags(query)) if query.whole_word else alone
    except regex.error as error:
        where = len(query.words) if error.pos is None else min(error.pos, len(query.words))
        raise UserError(
            "The pattern cannot be read at character {place}: {reason}. Nothing was changed. "
            "Mend it, or look for the words themselves.",
            place=where + 1,
            reason=Words(_REASONS.get(error.msg, _UNKNOWN)),
        ) from error
    except (RecursionError, MemoryError, OverflowError, ValueError) as error:
        raise UserError(
            "The pattern is nested too deeply. Nothing was changed. Take a simpler one, or look for the "
            "words themselves."
        ) from error


def _flags(query: Query) -> int:
    return int(regex.VERSION0 | (0 if query.match_case else regex.IGNORECASE))


def _half_width_pattern(words: str) -> str:
    """A pattern for half-width text; a full-width mark of punctuation stays a mark and gets no meaning."""
    made = []
    for char in words:
        narrow = char.translate(_HALF_WIDTH)
        made.append(narrow if narrow == char or narrow.isalnum() else f"\\{narrow}")
    return "".join(made)
