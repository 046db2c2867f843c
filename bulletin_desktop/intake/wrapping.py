"""Hard-wrapped input: lines that a mail program, a PDF or a terminal broke in mid-sentence."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bulletin_desktop.intake import patterns
from bulletin_desktop.intake.recognition import ReadLine

_NARROWEST = 28  # columns, fourteen Chinese characters: narrower than that nobody wraps
_ROLL = 3  # names that make a line a list
_WIDEST = 120  # characters beyond which a line was not wrapped, and need not be measured
_SLACK = 4  # columns a line may miss for the sake of punctuation or a Latin word
_FEWEST = 5  # full lines that make it evidence


def mark_joins(lines: Sequence[ReadLine]) -> tuple[ReadLine, ...]:
    """Mark the lines that continue the one before, if the whole input is wrapped at one width."""
    widths = [0 if _stands_alone(line) else _columns(line.original.rstrip()) for line in lines]
    full = _full_width(lines, widths)
    if not full:
        return tuple(lines)
    indents = sum(line.original[:1].isspace() for line in lines if line.text) >= 2
    marked = list(lines)
    for index, (before, line) in enumerate(pairwise(lines), 1):
        if (
            before.text
            and line.text
            and line.content is None
            and widths[index - 1] >= full - _SLACK
            and _continues(before, line, indents)
        ):
            marked[index] = replace(line, joins=True)
    return tuple(marked)


def _stands_alone(line: ReadLine) -> bool:
    """Say whether a line is whole whatever its width: a row of a table, of a list of names."""
    return line.content is not None or "\t" in line.text or patterns.is_roll(line.text, _ROLL)


def _full_width(lines: Sequence[ReadLine], widths: Sequence[int]) -> int:
    """Return the columns the input was wrapped at, or 0 if it was not."""
    written = [(width, line) for width, line in zip(widths, lines, strict=True) if line.text and width]
    if len(written) < _FEWEST:
        return 0
    full = max(Counter(width for width, _ in written).most_common(3), key=lambda entry: (entry[1], entry[0]))[
        0
    ]
    full = max((width for width, _ in written if full <= width <= full + 2), default=full)
    near = [line for width, line in written if full - _SLACK <= width <= full]
    wider = sum(width > full + 2 for width, _ in written)
    cut = sum(not patterns.SENTENCE_END.search(line.text) for line in near)
    wrapped = (
        len(near) >= max(_FEWEST, 0.4 * len(written))
        and wider <= 0.05 * len(written)
        and cut >= 0.6 * len(near)
    )
    return full if wrapped and full >= _NARROWEST else 0


def _continues(before: ReadLine, line: ReadLine, indents: bool) -> bool:
    """Say whether *line* goes on with *before*, a full line; with *indents*, paragraphs begin indented."""
    if line.original[:1].isspace() or patterns.heading(line.text):
        return False
    return indents or not patterns.SENTENCE_END.search(before.text)


def _columns(text: str) -> int:
    if len(text) > _WIDEST:
        return 2 * len(text)
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)
