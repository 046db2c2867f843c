"""Cleaning rules for spaces. Each takes a line and yields (index, "") for the spaces to drop."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator

from bulletin_desktop.intake import patterns
from bulletin_desktop.intake.characters import HAN, NUMERAL, could_be_name, is_chinese, is_han, is_name
from bulletin_desktop.intake.vocabulary import CREDITS, OFFICES, SURNAMES, alternatives
from bulletin_desktop.values import dataclass

SPACE = " \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"

_OUTER = re.compile(rf"^[{SPACE}]+|(?<![{SPACE}\t])[{SPACE}\t]+$")
_GAP = re.compile(rf"[{SPACE}]+")
_SENTENCE = re.compile("[。；！？]|，.*，")
_PIECE_END = re.compile(rf"[、，：；。！？（）“”《》【】\t{SPACE}]")
_NUMBER_WORD = re.compile(rf"第[{NUMERAL}0-9]+(?:部分|[章节条编部版篇届次期卷])?$|[{NUMERAL}]$")
_OFFICE = re.compile(rf"(?:{alternatives(OFFICES)}|摄影|摄|文|图|作者|编辑|审核|校对|签发|供稿|撰稿)$")
_CREDIT_END = re.compile(rf"(?<=[{SPACE}])(?:{alternatives(CREDITS)}|摄|文|图|文/图|图/文)$")
_NAME_ENDS = re.compile(rf"[^{HAN}]|$|同志|等|{alternatives(OFFICES)}")
_NAME_AFTER = re.compile(rf"[{HAN}](?:[{SPACE}]*[{HAN}]){{1,2}}(?![{HAN}])")
_QUOTED = re.compile("“[^“”]*”|《[^《》]*》|〈[^〈〉]*〉")
_ARTICLE_NUMBER = re.compile(rf"第[{NUMERAL}0-9]+[章节条款]$")
_KEYED = re.compile(rf"(?:人|编辑|编|审核|校对|签发|记者|通讯员|摄影)：[{HAN}]$")
_DAY = re.compile("(?:[0-9]{1,2}月)?[0-9]{1,2}日$|[0-9]{1,2}月$")
_KEY = 8  # characters of a key before a name, of a number before its text
_ROLL = 3  # names on one line that are a list
_OFFICE_WORD = 6  # characters of what stands before a name: 本报记者, 市政协委员
_SLOGAN = 3  # characters on either side of a space that parts the halves of a quoted name
_HEADLINE = 4  # characters on either side of a space that may part two headline lines


@dataclass(frozen=True, slots=True)
class _Gap:
    start: int
    end: int
    wide: bool  # a Chinese character's width or more
    left: str  # the piece of text before it, up to the gap or punctuation before
    right: str


def outer(text: str) -> Iterator[tuple[int, str]]:
    """Drop the indent and what trails; the template indents."""
    return ((place, "") for match in _OUTER.finditer(text) for place in range(*match.span()))


def inner(text: str) -> Iterator[tuple[int, str]]:
    """Drop spaces between Chinese characters of sentences, except in names."""
    return _dropped(text, prose=True)


def in_titles(text: str) -> Iterator[tuple[int, str]]:
    """Drop those of lines that are no sentence (会 议 纪 要), except between parts of a headline or list."""
    return _dropped(text, prose=False)


def _dropped(text: str, prose: bool) -> Iterator[tuple[int, str]]:
    gaps = list(_gaps(text))
    if not gaps:
        return
    if bool(_SENTENCE.search(text)) != prose or patterns.is_roll(text, _ROLL) or _is_credit(text):
        return
    narrow = not all(gap.wide for gap in gaps)
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    for gap in gaps:
        kept = _in_name(text, gap) or _parts_slogan(gap, quoted) or _before_name(text, gap, prose)
        kept = kept or _leads_in(text, gap) or _before_credit(gap)
        if not kept and not prose:
            kept = _parts_line(text, gap, narrow)
        if not kept:
            yield from ((place, "") for place in range(gap.start, gap.end))


def _is_credit(text: str) -> bool:
    """Say whether it is a place with names, in brackets or not, and perhaps what they did."""
    bare = _CREDIT_END.sub("", text.strip("（）()[]【】")).strip()
    return bool(bare) and patterns.is_from_place(bare)


def between_headlines(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of the spaces between two pieces that could each be a headline line."""
    if _SENTENCE.search(text):
        return []
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    return [(gap.start, gap.end) for gap in _gaps(text) if _may_break(text, gap, quoted)]


def _gaps(text: str) -> Iterator[_Gap]:
    for match in _GAP.finditer(text):
        start, end = match.span()
        if start and is_chinese(text[start - 1]) and is_chinese(text[end : end + 1]):
            wide = "\u3000" in match[0] or end - start >= 2
            yield _Gap(start, end, wide, _piece_before(text, start), _piece_after(text, end))


def _piece_before(text: str, end: int) -> str:
    start = end
    while start and not _PIECE_END.match(text[start - 1]):
        start -= 1
    return text[start:end]


def _piece_after(text: str, start: int) -> str:
    end = _PIECE_END.search(text, start)
    return text[start : end.start()] if end else text[start:]


def _in_name(text: str, gap: _Gap) -> bool:
    """Say whether the gap spreads a two-character name: 段  鸣, or 、段 鸣、 between marks."""
    if not gap.left or not is_han(text[gap.end]):
        return False
    if _KEYED.search(text[max(0, gap.start - _KEY) : gap.start]) and len(gap.right) == 1:  # 联系人：荆 楠
        return True
    if gap.left[-1] not in SURNAMES:
        return False
    if not _NAME_ENDS.match(text, gap.end + 1):
        return False
    alone = len(gap.left) == 1 and not text[gap.end + 1 : gap.end + 2].isspace()  # no letter-spaced title
    return is_name(gap.left[-1] + text[gap.end]) and (gap.wide or alone)


def _parts_slogan(gap: _Gap, quoted: list[tuple[int, int]]) -> bool:
    """Say whether it parts the halves of a name in quotation marks: “书香委员 共读云溪”."""
    return len(gap.left) >= _SLOGAN and len(gap.right) >= _SLOGAN and _is_inside(gap, quoted)


def _is_inside(gap: _Gap, quoted: list[tuple[int, int]]) -> bool:
    """Say whether one of *quoted*, which are in order and apart, is around it."""
    before = bisect(quoted, (gap.start,)) - 1
    return before >= 0 and gap.end < quoted[before][1]


def _leads_in(text: str, gap: _Gap) -> bool:
    """Say whether it parts a number or a date from the text it stands before: 第一条  为了, 7日    召开."""
    if gap.start > _KEY:
        return False
    before = text[: gap.start]
    return bool(_ARTICLE_NUMBER.match(before) or (gap.wide and _DAY.match(before)))


def _before_credit(gap: _Gap) -> bool:
    """Say whether it parts a name or a unit from what that did: 龚玉 摄."""
    return gap.right in CREDITS and (could_be_name(gap.left) or patterns.is_unit(gap.left))


def _before_name(text: str, gap: _Gap, prose: bool) -> bool:
    """Say whether a name stands alone behind it, and an office, a unit or a name before: 记者 方晓雨）."""
    name = _NAME_AFTER.match(text, gap.end)
    if name is None:
        return False
    office = bool(_OFFICE.search(gap.left))
    if not is_name(name[0]):
        alone = not prose or text[name.end() : name.end() + 1] == "）"
        return alone and could_be_name(name[0]) and (office or patterns.is_unit(gap.left))
    return (
        is_name(gap.left)
        or (not prose and name.end() == len(text))
        or (office and (not prose or len(gap.left) <= _OFFICE_WORD))
        or patterns.is_unit(gap.left)
    )


def _parts_line(text: str, gap: _Gap, narrow: bool) -> bool:
    """Say whether a space in a line that is no sentence parts words, names or headline lines."""
    left, right = gap.left, gap.right
    beside = text[gap.start - 1] + text[gap.end]
    if beside[0] in "”》" or beside[1] in "“《":  # “小支点” 撬动: whole phrases on both sides
        return gap.wide or min(gap.start, len(text) - gap.end) >= _HEADLINE
    if not left or not right:  # beside punctuation
        return gap.wide and text[gap.start - 1] not in "、，：；（"
    if len(left) == 1 and len(right) == 1:  # letter-spaced title; a wider gap parts its words
        return gap.wide and narrow
    if gap.wide or _NUMBER_WORD.search(left):
        return True
    return len(left) >= _HEADLINE and len(right) >= _HEADLINE


def _may_break(text: str, gap: _Gap, quoted: list[tuple[int, int]]) -> bool:
    if _is_inside(gap, quoted):
        return False
    before, after = text[: gap.start], text[gap.end :]
    if len(before) < _HEADLINE or len(after) < _HEADLINE or _NUMBER_WORD.search(before):
        return False
    return not patterns.is_person(after) and not patterns.is_unit(before)
