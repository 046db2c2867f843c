"""Where articles stand, in the order a search shows them, and what it can be narrowed to."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple

from bulletin_desktop.library.database import Database
from bulletin_desktop.library.nodes import MANUSCRIPTS
from bulletin_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Where:
    """Which articles to search; what is empty does not matter.

    *section* is a section's title, *contributor* a part of the credit or of what the register says of who
    sent the article. *year* is an issue's: a manuscript in no issue has none. *include_bin* takes in what
    lies in the recycle bin, alone or with what it belongs to.
    """

    publication_id: str = ""
    year: int = 0
    section: str = ""
    contributor: str = ""
    issue_id: str = ""
    include_bin: bool = False


class Spot(NamedTuple):
    """An article's row number and what puts it in order: those in no issue first, then the newest issue's."""

    nr: int
    date: str
    year: int
    supplement: int
    number: int
    issue_id: str
    section: int
    article: int

    @property
    def order(self) -> tuple[int | str, ...]:
        """A key to sort by."""
        day = dt.date.fromisoformat(self.date).toordinal()
        return (-day, -self.year, self.supplement, -self.number, *self[5:], self.nr)


class Place(NamedTuple):
    """What stands in an article's row and above it. *section* is the section's title.

    *problems* are those of its structure, as far as they were counted.
    """

    article_id: str
    title: str
    credit: str
    section_id: str
    section: str
    issue_id: str
    deleted: int
    state: str
    problems: int


_SPOT = "articles.nr, date, year, supplement, issues.number, issues.id, sections.position"
_UP = (
    "CROSS JOIN sections ON sections.id = section_id CROSS JOIN issues ON issues.id = issue_id "
    "CROSS JOIN publications ON publications.id = publication_id"
)
_IN_SIGHT = (
    "articles.deleted_at IS NULL AND sections.deleted_at IS NULL AND issues.deleted_at IS NULL "
    "AND publications.deleted_at IS NULL"
)
_LAST_FIRST = f"CASE issues.id WHEN '{MANUSCRIPTS}' THEN -articles.nr ELSE articles.position END"
_ORDER = "ORDER BY date DESC, year DESC, supplement, issues.number DESC, issues.id, sections.position"
# The newest issue first through the indexes that stand in this order, so that who wants fifty reads no more.
_DOWN_IN_SIGHT = (
    "FROM issues INDEXED BY issue_dates CROSS JOIN publications ON publications.id = publication_id "
    "CROSS JOIN sections INDEXED BY section_titles ON issue_id = issues.id "
    "CROSS JOIN articles INDEXED BY article_titles ON section_id = sections.id"
)
_DOWN = f"FROM articles {_UP}"


class SearchPlaces:
    """Reads the tables of the tree."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def walk(self, where: Where, after: Spot | None = None) -> Iterator[Spot]:
        """Yield the articles to search behind *after* in order, read as they are wanted.

        *where*'s contributor is left out of account.
        """
        conditions, values = _conditions(where, after)
        # What is in sight has no two places alike.
        way, last = (_DOWN, ", articles.nr") if where.include_bin else (_DOWN_IN_SIGHT, "")
        loose = (
            f"SELECT {_SPOT}, {_LAST_FIRST} {way} WHERE {conditions} AND issues.id = ? "
            "ORDER BY articles.nr DESC"
        )
        others = (
            f"SELECT {_SPOT}, articles.position {way} WHERE {conditions} AND issues.id <> ? "
            f"{_ORDER}, articles.position{last}"
        )
        for query in (loose, others):
            yield from _behind(after, map(Spot._make, self._db.execute(query, [*values, MANUSCRIPTS])))

    def of(self, nrs: Iterable[int], where: Where, after: Spot | None = None) -> list[Spot]:
        """Return those of a few articles that `walk` would yield, in order."""
        conditions, values = _conditions(where, after)
        found = self._db.execute(
            f"SELECT {_SPOT}, {_LAST_FIRST} FROM json_each(?) AS wanted "
            f"CROSS JOIN articles ON articles.nr = wanted.value {_UP} WHERE {conditions} {_ORDER}, 8, 1",
            [json.dumps([*nrs]), *values],
        )
        return [*_behind(after, map(Spot._make, found))]

    def from_contributor(self, name: str) -> set[int]:
        """Return the articles with *name* in their credit, or in the register as who sent them."""
        found = chain(
            self._column(
                f"{_CREDITS} SELECT nr FROM credits CROSS JOIN articles "
                "ON articles.credit = credits.credit AND articles.credit > '' WHERE instr(credits.credit, ?)",
                name,
            ),
            self._column("SELECT article_nr FROM manuscripts WHERE instr(contributor, ?)", name),
        )
        return set(found)

    def place(self, nr: int) -> Place:
        """Return where an article stands."""
        return Place._make(
            self._db.execute(
                "SELECT articles.id, articles.title, credit, sections.id, sections.title, issues.id,"
                " coalesce(articles.deleted_at, sections.deleted_at, issues.deleted_at,"
                " publications.deleted_at) IS NOT NULL, articles.state, max(problems, 0) "
                f"FROM articles {_UP} WHERE nr = ?",
                [nr],
            ).fetchone()
        )

    def years(self) -> tuple[int, ...]:
        """Return the years that have issues in sight, the latest first."""
        return self._column(
            "SELECT DISTINCT year FROM issues JOIN publications ON publications.id = publication_id "
            "WHERE issues.deleted_at IS NULL AND publications.deleted_at IS NULL AND issues.id <> ? "
            "ORDER BY year DESC",
            MANUSCRIPTS,
        )

    def section_titles(self) -> tuple[str, ...]:
        """Return the titles of sections in sight, those of most issues first."""
        return self._column(
            "SELECT title FROM sections WHERE deleted_at IS NULL AND title > '' "
            "GROUP BY title ORDER BY count(*) DESC, title"
        )

    def contributors(self, limit: int) -> tuple[str, ...]:
        """Return who is named in credits or in the register, those of most articles first."""
        return self._column(
            "SELECT name FROM ("
            " SELECT credit AS name, count(*) AS times FROM articles WHERE credit > '' GROUP BY credit"
            " UNION ALL"
            " SELECT contributor, count(*) FROM manuscripts WHERE contributor > '' GROUP BY contributor"
            ") GROUP BY name ORDER BY sum(times) DESC, name LIMIT ?",
            limit,
        )

    def _column(self, query: str, *values: object) -> tuple[Any, ...]:
        return tuple(row[0] for row in self._db.execute(query, values))


# Every credit once, by leaps through the index.
_CREDITS = """
WITH RECURSIVE credits (credit) AS (
    SELECT min(credit) FROM articles WHERE credit > ''
    UNION ALL
    SELECT (
        SELECT min(articles.credit) FROM articles
        WHERE articles.credit > credits.credit AND articles.credit > ''
    ) FROM credits WHERE credits.credit IS NOT NULL
)
"""


def _behind(after: Spot | None, spots: Iterator[Spot]) -> Iterator[Spot]:
    if after is None:
        return spots
    passed = after.order
    return (spot for spot in spots if spot.order > passed)


def _conditions(where: Where, after: Spot | None) -> tuple[str, list[object]]:
    """What SQL can say of *where*, and roughly of what stands behind *after*."""
    made = ["1"] if where.include_bin else [_IN_SIGHT]
    values: list[object] = []
    if after is not None:
        made.append("date <= ?")
        values.append(after.date)
    for column, wanted in (
        ("publication_id", where.publication_id),
        ("year", where.year),
        ("sections.title", where.section),
        ("issues.id", where.issue_id),
    ):
        if wanted:
            made.append(f"{column} = ?")
            values.append(wanted)
    return " AND ".join(made), values
