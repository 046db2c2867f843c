"""The line breaker: where LibreOffice, and by its documented rules Word, ends each line.

Works on the positions of `portions.Spread`: a line's end is found by bisection, then moved back to
a place where zh-CN typesetting and Latin line breaking allow it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from bulletin_desktop.document.text import alike
from bulletin_desktop.typeset import latin_breaks
from bulletin_desktop.typeset.characters import BLANKS, CJK, CLOSING, HANGING, LATIN, OPENING, speaks
from bulletin_desktop.typeset.layout import Align, Style, Tab, TextRun
from bulletin_desktop.typeset.portions import Spread, Spreader

Lines = tuple[tuple[int, int], ...]

_ROUNDING = 1e-6
_AROUND = 400  # characters, more than a line's end looks at
_MARKS_IN_A_ROW = 200  # more than that are not searched for the letter before them


def break_lines(runs: Sequence[TextRun], style: Style, width: int, spreader: Spreader) -> Lines:
    """Return [start, end) of each line of a paragraph in a text block *width* twips wide.

    A newline ends a line and belongs to it; a tab follows `Style.tabs`. No text gives one empty line.
    """
    if not runs:
        return ((0, 0),)
    return break_spread(spreader.spread(runs, style), style, width)


def break_spread(spread: Spread, style: Style, width: int) -> Lines:
    """Return what `break_lines` does, for a text that is spread already and not empty."""
    room = width - style.left - style.right
    if "\n" not in spread.text and "\t" not in spread.text:
        return tuple(_wrapped(spread, 0, len(spread.text), room - style.first_line, room))
    lines: list[tuple[int, int]] = []
    start, first = 0, room - style.first_line
    for part in spread.text.split("\n"):
        end = start + len(part)
        if "\t" in part:
            lines += _tabbed(spread, start, end, style, width)
        else:
            lines += _wrapped(spread, start, end, first, room)
        if end < len(spread.text):  # the newline belongs to the line that it ends
            lines[-1] = lines[-1][0], end + 1
        start, first = end + 1, room
    return tuple(lines)


def break_again(spread: Spread, style: Style, width: int, text_before: str, before: Lines) -> Lines:
    """Return what `break_spread` does, for a text of which *text_before* broke into *before* the last time.

    Lines well before the change stay. Behind it, once a line begins where one began, the others follow.
    """
    text = spread.text
    if spread.leaning or any(sign in one for sign in "\n\t" for one in (text, text_before)):
        return break_spread(spread, style, width)
    head = alike(text_before, text)
    tail = alike(text_before[head:][::-1], text[head:][::-1])
    shift, same = len(text) - len(text_before), len(text) - tail
    lines = [line for line in before if line[1] <= head - _AROUND]
    began = {start: nth for nth, (start, _) in enumerate(before)}
    room = width - style.left - style.right
    first = room if lines else room - style.first_line
    for line in _wrapped(spread, lines[-1][1] if lines else 0, len(text), first, room):
        lines.append(line)
        end = line[1]
        nth = began.get(end - shift) if end >= same + _AROUND else None
        if nth and (spread.script[end] == CJK or spread.portion_start(end) > same):
            return (*lines, *[(start + shift, stop + shift) for start, stop in before[nth:]])
    return tuple(lines)


def may_break(spread: Spread, at: int) -> bool:
    """True if a line may well end before character *at*, wherever the line is full."""
    if LATIN in (spread.script[at - 1], spread.script[at]) and not latin_breaks.allowed(spread.text, at):
        return False
    return at not in spread.joined and not _forbidden(spread.text, at)


def _forbidden(text: str, at: int) -> bool:
    """True if the zh-CN sets keep characters *at* - 1 and *at* on one line."""
    return text[at] in CLOSING or text[at - 1] in OPENING


def _wrapped(spread: Spread, start: int, stop: int, first: float, rest: float) -> Iterator[tuple[int, int]]:
    """Lines of characters [start, stop), the first *first* wide and the others *rest*."""
    room = first
    edges, before = spread.edges, spread.before
    many = len(spread.portions) > 1
    while True:
        limit = edges[start] + room + _ROUNDING if start < stop else 0.0
        if many and start < stop:
            limit += spread.lost(start)
        if start + 1 >= stop or (edges[stop] - before[start] <= limit and not spread.leaning):
            yield start, stop
            return
        fit = bisect_right(edges, limit + before[start], start + 1, stop + 1) - 1
        if spread.leaning:
            fit = _leaning_fit(spread, start, fit, limit + before[start])
            if fit >= stop:
                yield start, stop
                return
        fit -= fit in spread.joined  # no line is full amid a glyph; one may well end there for a mark's sake
        end = _line_end(spread, start, max(fit, start + 1), stop)
        if end >= stop:
            yield start, stop
            return
        yield start, end
        start, room = end, rest


def _leaning_fit(spread: Spread, start: int, fit: int, limit: float) -> int:
    """How many characters fit if an italic portion needs more room than its characters' advances."""
    for portion, lean in spread.leaning:
        end = min(portion.end, len(spread.text))
        if portion.end > start and portion.start <= fit and spread.edges[end] > limit - lean:
            first = max(portion.start, start)
            return min(fit, bisect_right(spread.edges, limit - lean, first + 1, end + 1) - 1)
    return fit


def _line_end(spread: Spread, start: int, fit: int, stop: int) -> int:
    """Where the line from *start* ends if the characters before *fit* have room on it.

    As LibreOffice does: the portion that is full looks for a place. If it finds one only before its own
    beginning, the portion before it looks, from its own last character on and by its own rules, and so on.
    The line is cut where it is full if the place found lies on an earlier line or the line's first portion
    has none; one character behind that portion (measured) if it begins with the line but not the paragraph.
    """
    text, cut = spread.text, fit
    while True:
        if text[cut] in BLANKS:  # they vanish beyond the line's end
            while cut < stop and text[cut] in BLANKS:
                cut += 1
            return cut
        first = max(spread.portion_start(cut), start)
        end = _place(spread, cut, start, stop)
        if end > start and end >= first:
            return end
        if end < start or first == start:
            return max(cut, start + 1)
        if start and spread.portion_start(first - 1) == start:
            return min(cut, first + 1)
        cut = first - 1


def _place(spread: Spread, cut: int, start: int, stop: int) -> int:
    """The last place up to *cut*, or one further for a mark that hangs, where a line may end.

    The letter at or before the cut decides by whose rules. Less than *start* if there is none.
    """
    text, spoken, floor = spread.text, cut, max(cut - _MARKS_IN_A_ROW, 0)
    while spoken > floor and not speaks(text, spoken):
        spoken -= 1
    if spread.script[spoken] == LATIN:
        return latin_breaks.last_place(text, start, cut)
    end = cut
    if text[end] in HANGING and spread.hanging:
        end += 1
        if end >= stop:
            return stop
    while end >= start and end and _forbidden(text, end):
        end -= 1
    return end


def _tabbed(spread: Spread, start: int, end: int, style: Style, width: int) -> Iterator[tuple[int, int]]:
    """Lines of a stretch with tabs: what follows a tab moves to the next line if it has no room."""
    room = width - style.left - style.right
    pieces = spread.text[start:end].split("\t")
    line_start, at = start, start
    x = float(style.left + style.first_line)
    for nth, piece in enumerate(pieces):
        piece_end = at + len(piece)
        if nth == 0:
            lines = list(_wrapped(spread, at, piece_end, room - style.first_line, room))
            yield from lines[:-1]
            line_start = lines[-1][0]
            x = (
                style.left
                + (style.first_line if len(lines) == 1 else 0)
                + spread.width(line_start, piece_end)
            )
        else:
            needed = spread.width(at, piece_end)
            stop = next_tab(style, x, needed, width)
            if stop is None:
                yield line_start, at - 1
                line_start, x = at - 1, style.left
                stop = next_tab(style, x, needed, width)
            x = tab_start(stop, x, needed) + needed
        at = piece_end + 1
    yield line_start, end


def next_tab(style: Style, x: float, needed: float, width: int) -> Tab | None:
    """The first tab stop at which *needed* twips of text have room after *x*."""
    for tab in style.tabs:
        if (
            tab_start(tab, x, needed) >= x
            and tab.position > x
            and tab_start(tab, x, needed) + needed <= width
        ):
            return tab
    return None


def tab_start(tab: Tab | None, x: float, needed: float) -> float:
    """Where the text after a tab begins; without a stop right after what precedes it."""
    if tab is None:
        return x
    if tab.align is Align.RIGHT:
        return tab.position - needed
    return tab.position - needed / 2 if tab.align is Align.CENTER else float(tab.position)
