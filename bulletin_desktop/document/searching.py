"""What a search looks for in an article, and where in it that stands.

An article is found if it has every word, each somewhere. A word stands within one line of text: a paragraph,
a table's cell, a caption, a title line; the headline is one line however it was broken, as lists show it.
Latin letters are alike in either case, letters and digits in either width; every other mark is what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bulletin_desktop.document.schema import is_legal_text
from bulletin_desktop.values import dataclass

HEADLINE = "headline"
_SNIPPET = 72  # characters
_BEFORE = 14  # of them before what was looked for
_CUT = "…"
_WEIGHED = 100  # places of words in a line, of which the one with most words behind it is shown

Marks = tuple[tuple[int, int], ...]


class TextLine(NamedTuple):
    """A line of text: a block's id or a title line's name, which cell of a table, and the characters.

    The headline's lines are joined by a newline each, as in the editor.
    """

    block: str
    part: int
    text: str


@dataclass(frozen=True, slots=True)
class Seen:
    """An article that has every word, *count* times together.

    *line* has what to show of it: most of the words, and not in the headline unless they are only there.
    Characters [start, end) of it are one of the words. *snippet* is a part of the line, or the beginning of
    the text where only the headline has any; *marks* are the words in it and *headline_marks* those in the
    headline on one line, as stretches that do not touch.
    """

    count: int
    line: TextLine
    start: int
    end: int
    snippet: str
    marks: Marks
    headline_marks: Marks


class _Fold(dict[int, str]):
    """For `str.translate`: letters and digits without case and width, each still one character."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        lower = (chr(code - 0xFEE0) if _WIDE.match(char) else char).lower()
        self[code] = lower if len(lower) == 1 else char
        return self[code]


_FOLD = _Fold()
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_NARROW = re.compile("[0-9A-Za-z]")
_FINAL = "Σ"  # `str.lower` makes another letter of it at the end of a word


def folded(text: str) -> str:
    """Return *text* with every letter and digit in one case and width; its length stays."""
    lower = text.lower()
    if len(lower) == len(text) and _FINAL not in text and _WIDE.search(text) is None:
        return lower  # a tenth of the time
    return text.translate(_FOLD)


def _is_as_it_is(word: str) -> bool:
    """Tell whether no other characters are like those of a folded *word*."""
    return word == word.upper() and _NARROW.search(word) is None


def running(lines: Iterable[TextLine]) -> str:
    """Return *lines* with a line break between each two, the headline on one."""
    return "\n".join(line.text.replace("\n", "") if line.block == HEADLINE else line.text for line in lines)


class _Place(NamedTuple):
    start: int
    end: int
    word: int


class Terms:
    """Words to look for, made ready. Empty ones and those that stand twice do not count.

    Nothing has what no text may hold, nor no words at all: see `can_be_found`.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(dict.fromkeys(filter(None, map(folded, words))))
        self.can_be_found = bool(self.words) and all(map(is_legal_text, self.words))
        self._fold = not all(map(_is_as_it_is, self.words))

    def are_in(self, lines: Iterable[TextLine]) -> bool:
        """Tell whether each of the words stands in some of *lines*."""
        text = running(lines)
        if self._fold:
            text = folded(text)
        return self.can_be_found and all(word in text for word in self.words)

    def see(self, lines: Sequence[TextLine]) -> Seen | None:
        """Return what there is of the words in an article's *lines*, which are in reading order.

        None unless `are_in`.
        """
        if not self.are_in(lines):
            return None
        found = [(line, places) for line in lines if (places := self._places(line))]
        headline = next((places for line, places in found if line.block == HEADLINE), [])
        others = [each for each in found if each[0].block != HEADLINE]
        count = sum(len(places) for _, places in found)
        if not others:
            (line, places), first = found[0], headline[0]
            text = next((line.text for line in lines if line.block not in _TITLES), "")
            snippet, marks = _excerpt(text, 0, ())
        else:
            line, places = max(others, key=lambda each: len({place.word for place in each[1]}))
            first = max(places[:_WEIGHED], key=lambda place: _words_near(place, places[:_WEIGHED]))
            snippet, marks = _excerpt(line.text, first.start, _joined(places))
        start, end = _in_editor(line, first)
        return Seen(count, line, start, end, snippet, marks, _joined(headline))

    def marks(self, line: TextLine) -> Marks:
        """Return where there are any of the words in a line, a line break counted as one character."""
        return tuple(_in_editor(line, _Place(*mark, 0)) for mark in _joined(self._places(line)))

    def _places(self, line: TextLine) -> list[_Place]:
        """Where the words stand in a line, the headline's on one line, in order."""
        text = line.text.replace("\n", "") if line.block == HEADLINE else line.text
        if self._fold:
            text = folded(text)
        found = []
        for number, word in enumerate(self.words):
            at = text.find(word)
            while at >= 0:
                found.append(_Place(at, at + len(word), number))
                at = text.find(word, at + len(word))
        return sorted(found)


_TITLES = frozenset(("kicker", HEADLINE, "subtitle", "credit"))


def _words_near(place: _Place, places: Sequence[_Place]) -> int:
    """How many of the words a snippet shows that begins shortly before *place*."""
    last = place.start - _BEFORE + _SNIPPET
    return len({each.word for each in places if each.start >= place.start and each.end <= last})


def _joined(places: Iterable[_Place]) -> Marks:
    """Where there are any of the words, neighbours and what overlaps as one stretch."""
    made: list[tuple[int, int]] = []
    for start, end, _ in places:
        if made and start <= made[-1][1]:
            made[-1] = made[-1][0], max(end, made[-1][1])
        else:
            made.append((start, end))
    return tuple(made)


def _excerpt(text: str, start: int, marks: Marks) -> tuple[str, Marks]:
    """The part of a line round the character *start*, and the marks in it."""
    first = max(0, min(start - _BEFORE, len(text) - _SNIPPET))
    shift = first - len(_CUT) if first else 0
    last = first + _SNIPPET
    shown = (
        (max(begin, first) - shift, min(end, last) - shift)
        for begin, end in marks
        if begin < last and end > first
    )
    return (_CUT if first else "") + _cut(text, first), tuple(shown)


def _cut(text: str, first: int) -> str:
    return text[first : first + _SNIPPET] + (_CUT if first + _SNIPPET < len(text) else "")


def _in_editor(line: TextLine, place: _Place) -> tuple[int, int]:
    """Where a place in a line is if the headline's line breaks count for one character each."""
    start, end, _ = place
    if line.block != HEADLINE:
        return start, end
    for at, char in enumerate(line.text):
        if char == "\n":
            start += at <= start
            end += at < end
    return start, end
