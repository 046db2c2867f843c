"""Numbers of headings: 一、 （一） 1. （1） for the four levels."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from bulletin_desktop.document.model import Article, Block, Paragraph, Role, Span
from bulletin_desktop.document.text import normalise
from bulletin_desktop.values import dataclass

LEVELS = {Role.HEADING1: 1, Role.HEADING2: 2, Role.HEADING3: 3, Role.HEADING4: 4}
"""The level of each heading's role."""

_DIGITS = "〇一二三四五六七八九"
_CHINESE = rf"[{_DIGITS}十百零○两]{{1,5}}"
_ARABIC = "[0-9０-９]{1,3}"
# Chinese before Arabic, brackets before bare: （一） is no （ followed by 一.
_NUMBERS = (
    (2, rf"[（(](?P<value>{_CHINESE})[）)][、.．]?"),
    (1, rf"(?P<value>{_CHINESE})[、.．]"),
    (4, rf"[（(](?P<value>{_ARABIC})[）)][、.．]?"),
    (4, rf"(?P<value>{_ARABIC})[）)]"),
    (3, rf"(?P<value>{_ARABIC})(?:、|[.．](?![0-9０-９]))"),
)


@dataclass(frozen=True, slots=True)
class Number:
    """The number at the beginning of a heading: the *level* it is written for, its value and its place."""

    level: int
    value: int
    start: int
    end: int


@cache  # the editor has this module at its start, which need not wait for patterns
def _numbers() -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple((level, re.compile(rf"\s*({pattern})")) for level, pattern in _NUMBERS)


def number_of(text: str) -> Number | None:
    """Return the number a line begins with; None if there is none, as in 第一章 and in 2024年."""
    for level, pattern in _numbers():
        match = pattern.match(text)
        if match:
            return Number(level, numeral(match["value"]), *match.span(1))
    return None


def numeral(text: str) -> int:
    """Return the value of a Chinese or Arabic numeral below 1000; 0 if it is none."""
    if text.isdecimal():
        return int(text)
    digits = {character: value for value, character in enumerate(_DIGITS)}
    digits |= {"零": 0, "○": 0, "两": 2}
    total = pending = 0
    for character in text:
        if character == "百":
            total += (pending or 1) * 100
            pending = 0
        elif character == "十":
            total += (pending or 1) * 10
            pending = 0
        else:
            pending = digits.get(character, 0)
    return total + pending


def chinese(value: int) -> str:
    """Return a whole number from 1 to 999 as a Chinese numeral: 十二, 一百零五."""
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")


def written(level: int, value: int) -> str:
    """Return the number of a heading as its level writes it."""
    match level:
        case 1:
            return f"{chinese(value)}、"
        case 2:
            return f"（{chinese(value)}）"
        case 3:
            return f"{value}."
        case _:
            return f"（{value}）"


def renumbered(article: Article) -> Article:
    """Return *article* with its headings numbered in order, each level beginning anew below a higher one.

    The role decides the level and so how the number is written. A heading without a number stays without,
    and what is below it begins anew. Nothing but the numbers is changed; a new number has the marks of the
    old one's first character.
    """
    counts = [0] * 5
    blocks: list[Block] = []
    for block in article.blocks:
        level = LEVELS.get(block.role) if isinstance(block, Paragraph) else None
        if not isinstance(block, Paragraph) or level is None:
            blocks.append(block)
            continue
        counts[level + 1 :] = [0] * (4 - level)
        number = number_of(block.text)
        counts[level] += number is not None
        blocks.append(_with_number(block, number, written(level, counts[level])) if number else block)
    return replace(article, blocks=tuple(blocks))


def _with_number(paragraph: Paragraph, number: Number, text: str) -> Paragraph:
    if paragraph.text[number.start : number.end] == text:
        return paragraph
    spans: list[Span] = []
    at = 0
    for span in paragraph.spans:
        before = span.text[: max(0, number.start - at)]
        after = span.text[max(0, number.end - at) :]
        begins_here = at <= number.start < at + len(span.text)
        spans.append(replace(span, text=before + (text if begins_here else "") + after))
        at += len(span.text)
    return replace(paragraph, spans=normalise(spans))
