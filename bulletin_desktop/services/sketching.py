"""Keeping what texts are like up to date, in steps small enough that no save waits for them."""

from __future__ import annotations

from collections.abc import Iterable

from bulletin_desktop.document.sketch import Sketch, sketch
from bulletin_desktop.document.text import plain_text
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library

_NOTHING = Sketch(0, ())


def changed(library: Library, limit: int) -> int:
    """Make the sketches of up to *limit* articles whose text is new or has changed; return how many."""
    found = library.sketches.stale(limit)
    _make(library, found)
    return len(found)


def older(library: Library, below: int, limit: int) -> int:
    """Make the sketches of up to *limit* articles that an earlier version stored, the latest first.

    *below* is what the step before returned, 0 for the first one. Returns 0 where none is left.
    """
    found = library.sketches.missing(below or 1 << 62, limit)
    _make(library, found)
    return found[-1][0] if len(found) == limit else 0


def _make(library: Library, found: Iterable[tuple[int, str]]) -> None:
    for article_nr, article_id in found:
        try:
            made = sketch(plain_text(library.articles.get(article_id)))
        except UserError:  # damaged: it is like nothing, and not tried again
            made = _NOTHING
        library.sketches.put(article_nr, made)
