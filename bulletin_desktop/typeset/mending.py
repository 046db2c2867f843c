"""A long paragraph spread anew after a change of a few characters: only what lies round the change is laid.

What a portion is and how wide does not depend on what lies beyond a Latin letter with a Chinese character
behind it: a portion ends there in any case, and no script or family is carried across.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bulletin_desktop.document.text import alike
from bulletin_desktop.typeset.characters import CJK, LATIN, scripts
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.typeset.portions import Portion

_SEAM = LATIN + CJK


@dataclass(frozen=True, slots=True)
class Laid:
    """A text's portions and its characters' advances, with what stands before each; `Spread` adds them up."""

    text: str
    script: str
    portions: tuple[Portion, ...]
    advances: list[float]
    before: list[float]
    joined: frozenset[int]


def mended(known: Laid, text: str, lay: Callable[[str], Laid]) -> Laid:
    """Return what *lay* gives for *text*, of which *known* is mostly the same.

    *lay* is asked for the stretch between the last seam before the change and the first one behind it.
    """
    if text == known.text:
        return known
    head = alike(known.text, text)
    tail = alike(known.text[head:][::-1], text[head:][::-1])
    first, behind = _last_seam(known, head), _first_seam(known, len(known.text) - tail)
    shift = len(text) - len(known.text)
    start = known.portions[first].start if first else 0
    last = behind == len(known.portions)
    old_end = len(known.text) if last else known.portions[behind].start
    size = old_end + shift - start
    laid = lay(text[start : start + size + 1])  # with what is behind the seam, for a portion to end there
    before = laid.before[:size]
    if start:
        before[0] = known.before[start]
    return Laid(
        text,
        known.script[:start] + laid.script[:size] + known.script[old_end:],
        (
            *known.portions[:first],
            *_moved(laid.portions if last else laid.portions[:-1], start),
            *_moved(known.portions[behind:], shift),
        ),
        known.advances[:start] + laid.advances[:size] + known.advances[old_end:],
        known.before[:start] + before + known.before[old_end:],
        frozenset(
            (
                *(at for at in known.joined if at < start),
                *(at + start for at in laid.joined if at < size),
                *(at + shift for at in known.joined if at >= old_end),
            )
        ),
    )


def _last_seam(known: Laid, head: int) -> int:
    """The last portion that begins at a seam before *head*, its own first character the same; 0 for none."""
    for nth in range(len(known.portions) - 1, 0, -1):
        if known.portions[nth].start < head and _is_seam(known, nth):
            return nth
    return 0


def _first_seam(known: Laid, tail: int) -> int:
    """The first portion that begins at a seam behind *tail*, both characters the same; one more for none."""
    for nth, portion in enumerate(known.portions):
        if portion.start > tail and _is_seam(known, nth):
            return nth
    return len(known.portions)


def _is_seam(known: Laid, nth: int) -> bool:
    start = known.portions[nth].start
    return scripts(known.text[start - 1 : start + 1]) == _SEAM


def _moved(portions: tuple[Portion, ...], by: int) -> tuple[Portion, ...]:
    if not by or not portions:
        return portions
    make, kind = tuple.__new__, type(portions[0])  # a named tuple's own ways take half as long again
    return tuple([make(kind, (start + by, end + by, font, marks)) for start, end, font, marks in portions])
