"""The office's own replacements: what is found, literally, and what it becomes."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence

from bulletin_desktop.intake.punctuation import addresses
from bulletin_desktop.values import dataclass

MOST = 2_000  # replacements an office may have: each is looked for in every line
LONGEST = 100  # characters of what is found and of what it becomes
_LINES = 20_000
_ARROWS = ("→", "=>", "->")
_AROUND = " \u3000\ufeff"
_HEADS = frozenset((("原文", "替换为"), ("查找", "替换为"), ("查找内容", "替换为"), ("found", "becomes")))


def found(text: str, replacements: Sequence[tuple[str, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, what it becomes) in order. The longest is found first; addresses are left alone.

    Of two entries that find the same the first counts; what a replacement brings is not searched again.
    """
    becomes: dict[str, str] = {}
    for sought, after in replacements:
        if sought and sought != after:
            becomes.setdefault(sought, after)
    if not becomes or not any(sought in text for sought in becomes):
        return
    pattern = re.compile("|".join(map(re.escape, sorted(becomes, key=len, reverse=True))))
    protected = addresses(text)
    for match in pattern.finditer(text):
        start, end = match.span()
        if not any(start < last and first < end for first, last in protected):
            yield start, end, becomes[match[0]]


@dataclass(frozen=True, slots=True)
class Read:
    """Replacements read from a text, and how many of its lines had no two parts."""

    pairs: tuple[tuple[str, str], ...]
    left: int


def read(text: str) -> Read:
    """Read a table of replacements: a line each, two columns parted by a tab, an arrow or a comma (CSV).

    The same found twice counts once, the first time.
    """
    pairs: dict[str, str] = {}
    left = 0
    for line in text.splitlines()[:_LINES]:
        if not line.strip():
            continue
        columns = [column.strip(_AROUND) for column in _columns(line)]
        sought, after = (*columns, "", "")[:2]
        if len(columns) < 2 or not sought or max(len(sought), len(after)) > LONGEST:
            left += 1
        elif (sought, after) not in _HEADS and len(pairs) < MOST:
            pairs.setdefault(sought, after)
    return Read(tuple(pairs.items()), left)


def _columns(line: str) -> list[str]:
    if "\t" in line:
        return line.split("\t")
    for arrow in _ARROWS:
        if arrow in line:
            return line.split(arrow, 1)
    return next(csv.reader([line]), [])
