"""Finding articles by any words of their text, the newest issue's first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlite_utils import Database

from bulletin_desktop.library.content import intact
from bulletin_desktop.library.nodes import MANUSCRIPTS


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


class Place(NamedTuple):
    """An article's row and the ids of what it stands in. *section* is the section's title.

    *problems* are those of its structure, as far as they were counted.
    """

    nr: int
    article_id: str
    title: str
    credit: str
    section_id: str
    section: str
    issue_id: str
    deleted: int
    state: str
    problems: int


_PLACES = """
SELECT articles.nr, articles.id, articles.title, articles.credit, sections.id, sections.title, issues.id,
    coalesce(articles.deleted_at, sections.deleted_at, issues.deleted_at, publications.deleted_at) IS NOT NULL
    , articles.state, max(articles.problems, 0)
FROM issues JOIN publications ON publications.id = publication_id JOIN sections ON issue_id = issues.id
    JOIN articles ON section_id = sections.id
"""
_IN_SIGHT = (
    "articles.deleted_at IS NULL AND sections.deleted_at IS NULL AND issues.deleted_at IS NULL "
    "AND publications.deleted_at IS NULL"
)
_ORDER = """
ORDER BY date DESC, year DESC, supplement, number DESC, issues.id,
    CASE issues.id WHEN 'manuscripts' THEN -articles.nr END, sections.position, articles.position, articles.nr
"""


class SearchIndex:
    """Reads where articles stand and what is in them."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def places(self, where: Where) -> Iterator[Place]:
        """Yield the articles to search: those in no issue, what came last first, then the newest issue's."""
        conditions, values = _conditions(where)
        yield from map(Place._make, self._db.execute(f"{_PLACES} WHERE {conditions} {_ORDER}", values))

    def body(self, nr: int) -> str | None:
        """Return an article's JSON, None if it is damaged."""
        row = self._db.execute(
            "SELECT CAST(json AS BLOB), sha256 FROM article_bodies WHERE article_nr = ?", [nr]
        ).fetchone()
        return None if row is None else intact(*row)

    def years(self) -> tuple[int, ...]:
        """Return the years that have issues in sight, the latest first."""
        return tuple(
            self._column(
                "SELECT DISTINCT year FROM issues JOIN publications ON publications.id = publication_id "
                "WHERE issues.deleted_at IS NULL AND publications.deleted_at IS NULL AND issues.id <> ? "
                "ORDER BY year DESC",
                MANUSCRIPTS,
            )
        )

    def section_titles(self) -> tuple[str, ...]:
        """Return the titles of sections in sight, those of most issues first."""
        return tuple(
            self._column(
                "SELECT title FROM sections WHERE deleted_at IS NULL AND title > '' "
                "GROUP BY title ORDER BY count(*) DESC, title"
            )
        )

    def contributors(self, limit: int) -> tuple[str, ...]:
        """Return who is named in credits or in the register, those of most articles first."""
        return tuple(
            self._column(
                "SELECT name FROM ("
                "SELECT credit AS name FROM articles WHERE deleted_at IS NULL AND credit > '' "
                "UNION ALL SELECT contributor FROM manuscripts WHERE contributor > ''"
                ") GROUP BY name ORDER BY count(*) DESC, name LIMIT ?",
                limit,
            )
        )

    def _column(self, query: str, *values: object) -> Iterable[Any]:
        return (row[0] for row in self._db.execute(query, values))


def _conditions(where: Where) -> tuple[str, list[object]]:
    made: list[str] = [] if where.include_bin else [_IN_SIGHT]
    values: list[object] = []
    for column, wanted in (
        ("publication_id", where.publication_id),
        ("year", where.year),
        ("sections.title", where.section),
        ("issues.id", where.issue_id),
    ):
        if wanted:
            made.append(f"{column} = ?")
            values.append(wanted)
    if where.contributor:
        made.append(
            "(instr(credit, ?) OR EXISTS (SELECT 1 FROM manuscripts"
            " WHERE article_nr = articles.nr AND instr(contributor, ?)))"
        )
        values += [where.contributor] * 2
    return " AND ".join(made) or "1", values
