"""Searching every text of the library: any part of a headline, a body, a credit, the newest issue's first."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum

from bulletin_desktop.document.searching import HEADLINE, Marks, Seen, Terms
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.nodes import MANUSCRIPTS
from bulletin_desktop.library.rows import ArticleState, IssueRow, PublicationRow
from bulletin_desktop.library.search_index import RECENT
from bulletin_desktop.library.search_places import Spot, Where
from bulletin_desktop.values import dataclass

__all__ = ["Facets", "Field", "Found", "Reached", "SearchHit", "Wanted", "Where", "facets", "search"]

EVERYWHERE = Where()
PATIENCE = 0.1  # seconds a search may take before it gives what it has
FEW = 2_000  # articles that are put in order in a few milliseconds
MANY = 5_000  # articles that the index names in a few milliseconds
PROBED = 200  # articles that are looked through before the index names more than that
STEP = 0.03  # seconds a step of indexing may take: who waits for the library waits no longer
BACKLOG = 64  # changed texts that a search looks through without anybody noticing
_CATCH_UP = 0.25  # seconds
_SAMPLE = 10  # texts, some milliseconds each
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
    """How far a search has come, for going on behind it."""

    spot: Spot


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
    """Return up to *limit* hits behind *after*, fewer where that takes longer than *patience* seconds.

    However little patience there is, it goes on by an article at least.
    """
    terms = Terms(wanted.words)
    if not terms.can_be_found:
        return Found((), False, after)
    teller = _Teller(library)
    hits: list[SearchHit] = []
    reached, until = after, 0.0
    for spot in _likely(library, terms, wanted.where, after.spot if after else None):
        if len(hits) == limit or (until and time.monotonic() > until):
            return Found(tuple(hits), True, reached)
        until = (
            until or time.monotonic() + patience
        )  # what comes before the first article is the same every time
        seen = terms.see(library.search_index.lines(spot.nr))
        if seen is not None:
            hits.append(teller.hit(spot.nr, seen))
        reached = Reached(spot)
    return Found(tuple(hits), False, reached)


def _likely(library: Library, terms: Terms, where: Where, after: Spot | None) -> Iterator[Spot]:
    """Articles behind *after* that may have the words, in order: nobody else has them.

    Few of them are put in order. Many lie so dense that a walk through all in order soon meets enough.
    """
    index, places = library.search_index, library.search_places
    likely = index.likely(terms.words, MANY)
    if where.contributor:
        theirs = places.from_contributor(where.contributor)
        if likely is None and len(theirs) > FEW:
            likely = index.likely(terms.words)
        likely = theirs if likely is None else likely & theirs
    if likely is not None and len(likely) <= FEW:
        yield from places.of(likely, where, after)
        return
    for number, spot in enumerate(places.walk(where, after)):
        if likely is None and number == PROBED:
            likely = index.likely(terms.words)
        if likely is None or spot.nr in likely:
            yield spot


class _Teller:
    """Makes hits, most of them in a few issues."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._issues: dict[str, tuple[IssueRow, str]] = {}

    def hit(self, nr: int, seen: Seen) -> SearchHit:
        """Return an article that was seen, and where it stands."""
        place = self._library.search_places.place(nr)
        issue, publication = self._issue(place.issue_id)
        loose = place.issue_id == MANUSCRIPTS
        return SearchHit(
            article_id=place.article_id,
            issue_id=place.issue_id,
            publication_id=issue.publication_id,
            section_id=place.section_id,
            publication=publication,
            issue=None if loose else issue,
            section=place.section,
            date=None if loose else issue.date,
            deleted=bool(place.deleted),
            headline=place.title,
            headline_marks=seen.headline_marks,
            credit=place.credit,
            field=_FIELDS.get(seen.line.block, Field.BODY),
            block_id=seen.line.block,
            part=seen.line.part,
            offset=seen.start,
            end=seen.end,
            snippet=seen.snippet,
            marks=seen.marks,
            count=seen.count,
            state=ArticleState(place.state),
            problems=place.problems,
        )

    def _issue(self, issue_id: str) -> tuple[IssueRow, str]:
        """An issue's row, and its publication's name."""
        if issue_id not in self._issues:
            row = self._library.issues.row_even_deleted(issue_id)
            self._issues[issue_id] = row, self._library.publications.name(row.publication_id)
        return self._issues[issue_id]


def facets(library: Library) -> Facets:
    """Return what the library's articles can be narrowed to."""
    places = library.search_places
    return Facets(
        library.publications.all(),
        places.years(),
        places.section_titles(),
        places.contributors(_CONTRIBUTORS),
    )


def index_step(library: Library, changed: int = RECENT, patience: float = STEP) -> bool:
    """Index due texts for *patience* seconds, but for those *changed* last; return whether more is to do.

    To be called inside a transaction.
    """
    until = time.monotonic() + patience
    index = library.search_index
    while due := index.due(changed):
        for nr in due:
            index.put(nr)
            if time.monotonic() > until:
                return True
    if index.worn():
        index.forget()
        return True
    return False


def unindexed(library: Library) -> int:
    """Return how many texts a search looks through as the index does not know them; 0 up to `BACKLOG`."""
    count = library.search_index.unindexed()
    return count if count > BACKLOG else 0


def mend_index(library: Library) -> bool:
    """Begin the index anew if a sample of it is not as the texts are; return whether that was so.

    To be called inside a transaction.
    """
    if library.search_index.is_sound(_SAMPLE):
        return False
    library.search_index.forget()
    return True


def keep_up(library: Library) -> None:
    """Index texts in a step of its own where acts have changed very many and no quiet moment came.

    A search looks through each of those. Nothing is done inside another step, nor where it cannot be: the
    acts are carried out already.
    """
    if library.within_step or not library.search_index.outdated(BACKLOG):
        return
    until = time.monotonic() + _CATCH_UP
    with suppress(UserError), library.writing():
        while due := library.search_index.outdated(RECENT):
            for nr in due:
                library.search_index.put(nr)
                if time.monotonic() > until:
                    return
