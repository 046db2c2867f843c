"""What is made from texts for searching: sketches and the index of grams.

Comparing all of a large library takes longer than making it anew: some articles are compared, since damage
to either is hardly to one article alone, and nothing is lost with it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from bulletin_desktop.document import codec
from bulletin_desktop.document.sketch import sketch
from bulletin_desktop.document.text import plain_text
from bulletin_desktop.library.checks.case import Case
from bulletin_desktop.library.checks.trouble import Finding, Kind, Trouble
from bulletin_desktop.library.content import intact
from bulletin_desktop.library.database import Database
from bulletin_desktop.library.search_index import SearchIndex

_COMPARED = 300  # articles, at random


def search_index(case: Case) -> Iterator[Trouble]:
    """That the index finds the articles it says it knows."""
    index = SearchIndex(Database(case.db))
    if not index.is_sound(_COMPARED):
        yield Trouble(Finding(Kind.INDEX), lambda: _begin_anew(index))


def sketches(case: Case) -> Iterator[Trouble]:
    """That sketches are of the texts as they are."""
    rows = case.db.execute(
        "SELECT CAST(json AS BLOB), article_bodies.sha256, text, shingles "
        "FROM sketches JOIN article_bodies USING (article_nr) WHERE article_nr IN"
        " (SELECT article_nr FROM sketches WHERE stale = 0 ORDER BY random() LIMIT ?)",
        [_COMPARED],
    )
    for data, kept, text, shingles in rows.fetchall():
        body = intact(data, kept)
        now = None if body is None else sketch(plain_text(codec.loads_article(body)))
        if now is not None and (now.text, array("I", now.shingles).tobytes()) != (text, shingles):
            yield case.trouble(Kind.INDEX, "", "", "UPDATE sketches SET stale = 1")
            return


def _begin_anew(index: SearchIndex) -> bool:
    index.forget()
    return True
