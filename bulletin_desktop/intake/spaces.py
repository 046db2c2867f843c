"""Cleaning rules for spaces. Each takes a line and yields (index, "") for the spaces to drop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bulletin_desktop.intake.characters import HAN, NUMERAL, has_han, is_chinese, is_han, is_name
from bulletin_desktop.intake.vocabulary import SURNAMES

SPACE = " \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"

_OUTER = re.compile(rf"^[{SPACE}]+|[{SPACE}\t]+$")
_GAP = re.compile(rf"[{SPACE}]+")
_SENTENCE = re.compile("[。；！？]|，.*，")
_NUMBER_WORD = re.compile(rf"第[{NUMERAL}0-9]+[章节条编部版篇届次期卷]?分?$|[{NUMERAL}]$")
_OFFICE = re.compile(
    "(记者|通讯员|作者|摄影|摄|文|图|主席|主任|书记|委员|部长|局长|县长|区长|市长|组长|秘书长|编辑|审核|校对|签发)$"
)
_NAME_ENDS = re.compile(rf"[^{HAN}]|$|同志|主席|主任|书记|委员|常委|部长|局长|市长|县长|区长|秘书长|等")


@dataclass(frozen=True, slots=True)
class _Gap:
    start: int
    end: int
    wide: bool  # two columns of a Chinese character or more
    left: str  # the piece of text before it, up to the gap or punctuation before
    right: str


def outer(text: str) -> Iterator[tuple[int, str]]:
    """Drop the indent and what trails; the template indents."""
    return ((place, "") for match in _OUTER.finditer(text) for place in range(*match.span()))


def inner(text: str) -> Iterator[tuple[int, str]]:
    """Drop spaces between Chinese characters, except in names and between parts of a headline or list."""
    gaps = list(_gaps(text))
    if not gaps:
        return
    prose = bool(_SENTENCE.search(text))
    narrow = not all(gap.wide for gap in gaps)
    for gap in gaps:
        keep = _in_name(text, gap) if prose else _keeps_apart(text, gap, narrow)
        if not keep:
            yield from ((place, "") for place in range(gap.start, gap.end))


def between_headlines(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of the spaces between two pieces that could each be a headline line."""
    if _SENTENCE.search(text):
        return []
    return [
        (gap.start, gap.end)
        for gap in _gaps(text)
        if len(gap.left) >= 4 and len(gap.right) >= 4 and not _NUMBER_WORD.search(gap.left)
    ]


def _gaps(text: str) -> Iterator[_Gap]:
    for match in _GAP.finditer(text):
        start, end = match.span()
        if start and is_chinese(text[start - 1]) and is_chinese(text[end : end + 1]):
            wide = "\u3000" in match[0] or end - start >= 2
            yield _Gap(start, end, wide, _piece_before(text, start), _piece_after(text, end))


def _piece_before(text: str, end: int) -> str:
    start = end
    while start and text[start - 1] not in "、，：；。！？（）\t" and not text[start - 1].isspace():
        start -= 1
    return text[start:end]


def _piece_after(text: str, start: int) -> str:
    end = start
    while end < len(text) and text[end] not in "、，：；。！？（）\t" and not text[end].isspace():
        end += 1
    return text[start:end]


def _in_name(text: str, gap: _Gap) -> bool:
    """Say whether the gap spreads a two-character name: 段  鸣, or 、段 鸣、 between marks."""
    if not gap.left or gap.left[-1] not in SURNAMES or not is_han(text[gap.end]):
        return False
    if not _NAME_ENDS.match(text, gap.end + 1):
        return False
    return is_name(gap.left[-1] + text[gap.end]) and (gap.wide or len(gap.left) == 1)


def _keeps_apart(text: str, gap: _Gap, narrow: bool) -> bool:
    left, right = gap.left, gap.right
    if _in_name(text, gap):
        return True
    if not left or not right:  # beside punctuation
        return gap.wide and bool(left or right) and text[gap.start - 1] == "）"
    if len(left) == 1 and len(right) == 1:  # letter-spaced title; a wider gap parts its words
        return gap.wide and narrow
    if gap.wide or _NUMBER_WORD.search(left):
        return True
    names = [piece for piece in (left, right) if is_name(piece)]
    return (
        len(names) == 2
        or (bool(names) and bool(_OFFICE.search(left)))
        or (len(left) >= 4 and len(right) >= 4 and has_han(right))
    )
