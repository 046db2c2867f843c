"""Keeping what texts are like up to date, in steps small enough that no save waits for them."""

from __future__ import annotations

from array import array

from bulletin_desktop.document.sketch import Sketch, sketch
from bulletin_desktop.document.text import plain_text
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library

_NOTHING = Sketch(0, ())
_PARTS = 256  # of all shingles, by their upper eight bits
_UPPER, _BITS = 24, 32
_AT_ONCE = 200_000  # articles whose shingles are held in memory, some 60 MB


def changed(library: Library, limit: int) -> int:
    """Make the sketches of up to *limit* articles whose text is new or has changed; return how many."""
    found = library.sketches.stale(limit)
    for article_nr, article_id in found:
        library.sketches.put(article_nr, _made(library, article_id))
    return len(found)


class Older:
    """Makes the sketches of articles that an earlier version stored, the latest first.

    Their shingles are gathered first and listed part by part then, each part in one step: listed article by
    article, a hundred thousand of them would write twenty gigabytes, the same pages again and again.
    What was begun and left is gathered again by the next one.
    """

    def __init__(self) -> None:
        self._below = 1 << 62
        self._gathered = 0
        self._parts = [array("Q") for _ in range(_PARTS)]
        self._part = _PARTS  # the one to be listed next, while they are

    def step(self, library: Library, limit: int) -> bool:
        """Gather up to *limit* articles or list a part, in a transaction; return whether more is to do."""
        if self._part < _PARTS:
            return self._list(library)
        found = library.sketches.missing(self._below, limit)
        for article_nr, article_id, known in found:
            shingles = known
            if shingles is None:
                made = _made(library, article_id)
                library.sketches.put_aside(article_nr, made)
                shingles = made.shingles
            for shingle in shingles:
                self._parts[shingle >> _UPPER].append(shingle << _BITS | article_nr)
            self._below = article_nr
        self._gathered += len(found)
        if self._gathered and (len(found) < limit or self._gathered >= _AT_ONCE):
            self._part = 0
        return self._part < _PARTS or len(found) == limit

    def _list(self, library: Library) -> bool:
        part = sorted(self._parts[self._part])
        library.sketches.list_shingles((pair >> _BITS, pair & (1 << _BITS) - 1) for pair in part)
        self._parts[self._part] = array("Q")
        self._part += 1
        if self._part == _PARTS:
            library.sketches.all_listed()
            self._gathered = 0
        return True


def _made(library: Library, article_id: str) -> Sketch:
    try:
        return sketch(plain_text(library.articles.get(article_id)))
    except UserError:  # damaged: it is like nothing, and not tried again
        return _NOTHING
