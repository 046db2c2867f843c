"""A line of text with its marks, cut to fit. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

_LEFT_OUT = "…"
_BEFORE = 0.35  # of the room that what stands before the first mark may take, if not all goes in


class Marked(NamedTuple):
    """A line of text, and which stretches of it are marked."""

    text: str
    marks: tuple[tuple[int, int], ...]


def fitted(text: str, marks: Sequence[tuple[int, int]], room: float, width: Callable[[str], float]) -> Marked:
    """Return what of *text* goes into *room*, by *width*, “…” for the rest; the first mark begins in it."""
    if width(text) <= room:
        return Marked(text, tuple(marks))
    start = 0
    if marks and width(text[: marks[0][1]]) > room * (1 - _BEFORE):
        first = marks[0][0]
        start = bisect_right(range(first), -room * _BEFORE, key=lambda at: -width(text[at:first]))
    head = _LEFT_OUT if start else ""
    tail = _LEFT_OUT
    if width(head + text[start:]) <= room:
        end, tail = len(text), ""
    else:
        end = bisect_right(
            range(start, len(text)), room, key=lambda at: width(f"{head}{text[start : at + 1]}{tail}")
        )
        end += start
    shift = len(head) - start
    kept = ((max(low, start) + shift, min(high, end) + shift) for low, high in marks if low < end > start)
    return Marked(f"{head}{text[start:end]}{tail}", tuple((low, high) for low, high in kept if low < high))
