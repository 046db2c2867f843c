"""Where the .docx parts a stretch of text so that LibreOffice paints the marks that hang.

LibreOffice 7.4 takes a line for one twip wider than the text block, and paints what stands behind a
portion only if that ends within the block. Spreading a justified line loses some twips to rounding, portion
by portion; a line that loses none ends a twip beyond, and its hung mark is missing on paper. One
portion more, and the line loses a twip.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bulletin_desktop.typeset.characters import CJK, HANGING, LATIN
from bulletin_desktop.typeset.layout import Align, Style
from bulletin_desktop.typeset.portions import Spread

_PRECISION = 100  # LibreOffice spreads by hundredths of a twip
_EXCESS = 1  # twips that a line is wider than its block
_CLEAR = 3  # characters before the mark stay in one portion, for the line to end where it does


def joints(
    spread: Spread, lines: Sequence[tuple[int, int]], style: Style, width: int
) -> tuple[tuple[int, int], ...]:
    """Return the stretches [start, end) that must be portions of their own; ends are ends of lines.

    *lines* are those of a paragraph that `breaker.break_lines` gave for a text block *width* twips wide.
    """
    if style.align is not Align.JUSTIFY or not spread.hanging:
        return ()
    found = []
    room = width - style.left - style.right
    for nth, (start, end) in enumerate(lines[:-1]):
        if spread.text[end - 1] in HANGING and end - 1 > start and spread.script[end - 1] == CJK:
            own = room - (style.first_line if nth == 0 else 0)
            if spread.script[end] == LATIN or spread.width(start, end) > own:
                joint = _joint(spread, start, end - 1, own + _EXCESS)
                if joint:
                    found.append((joint, end))
    return tuple(found)


def _joint(spread: Spread, start: int, mark: int, room: int) -> int:
    """Return where to part characters [start, mark), spread over *room*; 0 if they need not or cannot be."""
    free = room - int(spread.width(start, mark) + 0.5)
    portions = list(_portions(spread, start, mark))
    counts = [count for _, _, count in portions]
    if free < 0 or _loss(free, counts):
        return 0
    for nth in range(len(portions) - 1, -1, -1):
        first, end, count = portions[nth]
        if spread.script[first] != CJK:
            continue
        for at in range(first + 1, end - (_CLEAR if end == mark else 0)):
            less = free + int(spread.before[at])  # no spacing at a portion's end
            parted = [*counts[:nth], at - first, count - at + first, *counts[nth + 1 :]]
            if less >= 0 and at not in spread.joined and _loss(less, parted):
                return at
    return 0


def _portions(spread: Spread, start: int, mark: int) -> Iterator[tuple[int, int, int]]:
    """The portions of a line, with how many of their characters are spread."""
    for portion in spread.portions_from(start):
        first, end = max(portion.start, start), min(portion.end, mark)
        if first >= end:
            return
        if spread.script[first] == CJK:
            yield first, end, end - first
        else:
            yield first, end, spread.text.count(" ", first, end) + (spread.script[end] == CJK)


def _loss(free: int, counts: Sequence[int]) -> int:
    """How many of *free* twips are lost when each portion's share is rounded down."""
    places = sum(counts)
    if not places:
        return free
    each = free * _PRECISION // places
    return free - sum(count * each // _PRECISION for count in counts)
