"""What a library file at rest holds, told without its texts."""

from __future__ import annotations

import datetime as dt
import sqlite3

from bulletin_desktop.library.nodes import MANUSCRIPTS
from bulletin_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class IssueContents:
    """An issue and the titles of its articles, in order."""

    id: str
    year: int
    number: int
    supplement: bool
    date: dt.date
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublicationContents:
    """A publication and its issues, the newest first."""

    id: str
    name: str
    issues: tuple[IssueContents, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything in sight; *manuscripts* are the titles of what is in no issue."""

    publications: tuple[PublicationContents, ...]
    manuscripts: tuple[str, ...]

    @property
    def issues(self) -> int:
        """How many issues there are."""
        return sum(len(publication.issues) for publication in self.publications)

    @property
    def articles(self) -> int:
        """How many articles there are, manuscripts among them."""
        printed = (issue.articles for publication in self.publications for issue in publication.issues)
        return sum(map(len, printed)) + len(self.manuscripts)


# What is in sight, as the tree shows it.
IN_SIGHT = """FROM articles JOIN sections ON sections.id = section_id JOIN issues ON issues.id = issue_id
    JOIN publications ON publications.id = publication_id
    WHERE articles.deleted_at IS NULL AND sections.deleted_at IS NULL
    AND issues.deleted_at IS NULL AND publications.deleted_at IS NULL"""


@dataclass(frozen=True, slots=True)
class Stand:
    """An article in sight: its title, and the SHA-256 of its text."""

    title: str
    sha256: bytes


def counts(db: sqlite3.Connection) -> tuple[int, int]:
    """Return how many articles are in sight, and how many issues; manuscripts are articles."""
    (articles,) = db.execute(f"SELECT count(*) {IN_SIGHT}").fetchone()
    (issues,) = db.execute(
        "SELECT count(*) FROM issues JOIN publications ON publications.id = publication_id "
        "WHERE issues.deleted_at IS NULL AND publications.deleted_at IS NULL AND issues.id <> ?",
        [MANUSCRIPTS],
    ).fetchone()
    return articles, issues


def stands(db: sqlite3.Connection) -> dict[str, Stand]:
    """Return every article in sight by its id. Raises sqlite3.Error."""
    rows = db.execute(
        f"SELECT articles.id, articles.title, sha256 {IN_SIGHT.replace('FROM articles', _WITH_BODIES)}"
    )
    return {own_id: Stand(title, sha256) for own_id, title, sha256 in rows}


_WITH_BODIES = "FROM articles JOIN article_bodies ON article_nr = articles.nr"


def read(db: sqlite3.Connection) -> Contents:
    """Return what is in sight, from a library of any version. Raises sqlite3.Error."""
    titles: dict[str, list[str]] = {}
    for issue, title in db.execute(
        "SELECT issue_id, articles.title FROM articles JOIN sections ON sections.id = section_id "
        "WHERE articles.deleted_at IS NULL AND sections.deleted_at IS NULL "
        "ORDER BY issue_id, sections.position, articles.position"
    ):
        titles.setdefault(issue, []).append(title)
    issues: dict[str, list[IssueContents]] = {}
    for publication, *row in db.execute(
        "SELECT publication_id, id, year, number, supplement, date FROM issues "
        "WHERE deleted_at IS NULL ORDER BY year DESC, supplement, number DESC, id"
    ):
        held = tuple(titles.get(row[0], ()))
        issue = IssueContents(row[0], row[1], row[2], bool(row[3]), dt.date.fromisoformat(row[4]), held)
        issues.setdefault(publication, []).append(issue)
    publications = tuple(
        PublicationContents(own_id, name, tuple(issues.get(own_id, ())))
        for own_id, name in db.execute(
            "SELECT id, name FROM publications WHERE deleted_at IS NULL ORDER BY rowid"
        )
        if own_id != MANUSCRIPTS
    )
    return Contents(publications, tuple(titles.get(MANUSCRIPTS, ())))
