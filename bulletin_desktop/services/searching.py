"""Searching every text of the library: any part of a headline, a body, a credit, the newest issue's first."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass
from enum import StrEnum

from bulletin_desktop.document import codec
from bulletin_desktop.document.searching import HEADLINE, Marks, Seen, Terms, TextLine
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.nodes import MANUSCRIPTS
from bulletin_desktop.library.rows import ArticleState, IssueRow, PublicationRow
from bulletin_desktop.library.search_index import Place, Where

__all__ = ["Facets", "Field", "Found", "Reached", "SearchHit", "Wanted", "Where", "facets", "search"]

EVERYWHERE = Where()
PATIENCE = 0.1  # seconds a search may take before it gives what it has
_CONTRIBUTORS = 500  # that a filter offers


class Field(StrEnum):
    """What part of an article a hit is in; kicker and subtitle belong to the headline."""

    HEADLINE = "headline"
    BODY = "body"
    CREDIT = "credit"


_FIELDS = {
    HEADLINE: Field.HEADLINE,
    "kicker": Field.HEADLINE,
    "subtitle": Field.HEADLINE,
    "credit": Field.CREDIT,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for: articles that have every one of *words*, as `document.searching` takes them."""

    words: tuple[str, ...]
    where: Where = EVERYWHERE

    @classmethod
    def of(cls, text: str, where: Where = EVERYWHERE) -> Wanted:
        """Return what a person means by *text*: words parted by blanks."""
        return cls(tuple(text.split()), where)


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a search has come, for going on."""

    article_id: str
    passed: int  # articles


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An article that was found, where it stands, and what to show of it.

    *issue*, *date* and *publication* are None and empty for a manuscript in no issue. *block_id*, *part* (a
    table's cell) and [offset, end) are where its first words to show stand, the headline's line breaks
    counted as in the editor; *marks* are stretches of *snippet*, *headline_marks* of *headline*.
    """

    article_id: str
    issue_id: str
    publication_id: str
    section_id: str
    publication: str
    issue: IssueRow | None
    section: str
    date: dt.date | None
    deleted: bool
    headline: str
    headline_marks: Marks
    credit: str
    field: Field
    block_id: str
    part: int
    offset: int
    end: int
    snippet: str
    marks: Marks
    count: int
    state: ArticleState
    problems: int


@dataclass(frozen=True, slots=True)
class Found:
    """Hits in order. There may be *more*: search on after *reached*, even where there are no hits yet."""

    hits: tuple[SearchHit, ...]
    more: bool
    reached: Reached | None


@dataclass(frozen=True, slots=True)
class Facets:
    """What a search can be narrowed to: publications as in the tree, the rest by year or by use."""

    publications: tuple[PublicationRow, ...]
    years: tuple[int, ...]
    sections: tuple[str, ...]
    contributors: tuple[str, ...]


def search(
    library: Library, wanted: Wanted, limit: int, after: Reached | None = None, patience: float = PATIENCE
) -> Found:
    """Return up to *limit* hits behind *after*, fewer where that takes longer than *patience* seconds."""
    until = time.monotonic() + patience
    terms = Terms(wanted.words)
    places = [*library.search.places(wanted.where)] if terms.words else []
    hits: list[SearchHit] = []
    reached = after
    for number in range(_begin(places, after), len(places)):
        place = places[number]
        seen = terms.see(_lines(library, place))
        if seen is not None:
            hits.append(_hit(library, place, seen))
        reached = Reached(place.article_id, number + 1)
        if len(hits) == limit or time.monotonic() > until:
            return Found(tuple(hits), number + 1 < len(places), reached)
    return Found(tuple(hits), False, reached)


def facets(library: Library) -> Facets:
    """Return what the library's articles can be narrowed to."""
    index = library.search
    return Facets(
        library.publications.all(), index.years(), index.section_titles(), index.contributors(_CONTRIBUTORS)
    )


def _begin(places: list[Place], after: Reached | None) -> int:
    """Where to go on; by the number of articles passed if the last of them has gone."""
    if after is None:
        return 0
    same = (number for number, place in enumerate(places, 1) if place.article_id == after.article_id)
    return next(same, after.passed)


def _lines(library: Library, place: Place) -> list[TextLine]:
    """All text of an article; of a damaged one what its row has."""
    body = library.search.body(place.nr)
    if body is None:
        return [TextLine(HEADLINE, 0, place.title), TextLine("credit", 0, place.credit)]
    return [TextLine(*line) for line in codec.lines(body)]


def _hit(library: Library, place: Place, seen: Seen) -> SearchHit:
    issue = library.issues.row_even_deleted(place.issue_id)
    loose = place.issue_id == MANUSCRIPTS
    return SearchHit(
        place.article_id,
        place.issue_id,
        issue.publication_id,
        place.section_id,
        "" if loose else library.publications.name(issue.publication_id),
        None if loose else issue,
        place.section,
        None if loose else issue.date,
        bool(place.deleted),
        place.title,
        seen.headline_marks,
        place.credit,
        _FIELDS.get(seen.line.block, Field.BODY),
        seen.line.block,
        seen.line.part,
        seen.start,
        seen.end,
        seen.snippet,
        seen.marks,
        seen.count,
        ArticleState(place.state),
        place.problems,
    )
