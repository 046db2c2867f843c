"""Manuscripts (来稿) in the library: what is known of articles that came in, in whichever issue they are."""

from __future__ import annotations

import datetime as dt
import json
from enum import StrEnum
from functools import partial
from operator import itemgetter
from typing import NamedTuple

from bulletin_desktop.library.database import Database
from bulletin_desktop.library.nodes import MANUSCRIPTS, gone, moment, stamp
from bulletin_desktop.values import dataclass


class ManuscriptState(StrEnum):
    """What became of a manuscript. Used is never kept: it is whatever stands in an issue."""

    WAITING = "waiting"
    USED = "used"
    RESERVE = "reserve"
    REJECTED = "rejected"


class ManuscriptSource(StrEnum):
    """How a manuscript came."""

    FILE = "file"
    PASTE = "paste"
    HAND = "hand"  # written here


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What is kept of an article that came in.

    *original* is the SHA-256 of the untouched file, empty where there is none; *file_name* what the person
    knows it by. *state* is what it is while it stands in no issue. *merged* is the id of the article it went
    into when the two became one.
    """

    article_id: str
    received: dt.datetime
    source: ManuscriptSource = ManuscriptSource.HAND
    original: str = ""
    file_name: str = ""
    contributor: str = ""
    author: str = ""
    phone: str = ""
    state: ManuscriptState = ManuscriptState.WAITING
    note: str = ""
    merged: str = ""


class Used(NamedTuple):
    """The issue a manuscript stands in; they sort as issues follow each other."""

    publication: str
    year: int
    supplement: bool
    number: int
    issue_id: str

    @property
    def words(self) -> str:
        """The issue as offices name it: 简报 2026年第3期, 简报 2026年增刊第1期."""
        return f"{self.publication} {self.year}年{'增刊' if self.supplement else ''}第{self.number}期"


class ManuscriptRow(NamedTuple):
    """A manuscript in the list. *characters* is Word's 字数, *original* the SHA-256 of its file or empty.

    *used* is the issue it stands in, None while it stands in none. *merged* are the titles of manuscripts
    that went into it. A tuple, because there are tens of thousands.
    """

    article_id: str
    title: str
    characters: int
    contributor: str
    author: str
    phone: str
    received: dt.datetime
    state: ManuscriptState
    original: str = ""
    file_name: str = ""
    note: str = ""
    used: Used | None = None
    merged: tuple[str, ...] = ()

    @property
    def issue_id(self) -> str:
        """The id of the issue it stands in, empty for none."""
        return self.used.issue_id if self.used else ""

    @property
    def used_in(self) -> str:
        """The name of the issue it stands in, empty for none."""
        return self.used.words if self.used else ""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where an article is now: in the issue *used*, or in none; *deleted*, with what it belongs to or alone.

    *received* is when it came in, None if it did not.
    """

    article_id: str
    title: str
    deleted: bool
    used: Used | None
    received: dt.datetime | None


# Twenty thousand rows are made of these: what many share (issue, publication) is looked up once instead.
_ROWS = """
SELECT articles.id, articles.title, articles.characters, contributor, author, phone, received_at,
    manuscripts.state, coalesce(original, ''), file_name, note, section_id
FROM articles CROSS JOIN manuscripts ON article_nr = articles.nr
WHERE articles.deleted_at IS NULL
UNION ALL
SELECT articles.id, articles.title, articles.characters, articles.credit, '', '',
    (SELECT began_at FROM revisions WHERE article_nr = articles.nr ORDER BY revisions.nr LIMIT 1),
    'waiting', '', '', '', section_id
FROM articles
WHERE articles.deleted_at IS NULL AND section_id = ?
    AND NOT EXISTS (SELECT 1 FROM manuscripts WHERE article_nr = articles.nr)
"""
_PLACES = """
SELECT sections.id, publications.name, year, supplement, number, issues.id
FROM sections JOIN issues ON issues.id = issue_id JOIN publications ON publications.id = publication_id
WHERE sections.id IN (SELECT value FROM json_each(?))
    AND sections.deleted_at IS NULL AND issues.deleted_at IS NULL AND publications.deleted_at IS NULL
"""
_COLUMNS = (
    "received_at, source, original, file_name, contributor, author, phone, manuscripts.state, note, into_.id"
)
_FROM = (
    "FROM manuscripts JOIN articles ON articles.nr = article_nr "
    "LEFT JOIN articles AS into_ ON into_.nr = merged_nr"
)


class Manuscripts:
    """Reads and writes the table `manuscripts`. A row stays with its article, in the recycle bin too."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def find(self, article_id: str) -> Manuscript | None:
        """Return what is kept of an article that came in; None if it did not."""
        row = self._db.execute(f"SELECT {_COLUMNS} {_FROM} WHERE articles.id = ?", [article_id]).fetchone()
        if row is None:
            return None
        received, source, original, name, contributor, author, phone, state, note, merged = row
        return Manuscript(
            article_id,
            moment(received),
            ManuscriptSource(source),
            original or "",
            name,
            contributor,
            author,
            phone,
            ManuscriptState(state),
            note,
            merged or "",
        )

    def put(self, manuscript: Manuscript) -> None:
        """Keep it, in place of what was kept. An original the library does not hold is left out.

        Raises `UserError` if there is no such article.
        """
        self._db.execute(
            "INSERT OR REPLACE INTO manuscripts (article_nr, original, file_name, contributor, author,"
            " phone, received_at, source, state, note, merged_nr) "
            "VALUES (?, (SELECT sha256 FROM originals WHERE sha256 = ?), ?, ?, ?, ?, ?, ?, ?, ?,"
            " (SELECT nr FROM articles WHERE id = ?))",
            [
                self._number(manuscript.article_id),
                manuscript.original,
                manuscript.file_name,
                manuscript.contributor,
                manuscript.author,
                manuscript.phone,
                stamp(manuscript.received),
                manuscript.source.value,
                manuscript.state.value,
                manuscript.note,
                manuscript.merged,
            ],
        )

    def remove(self, article_id: str) -> None:
        """Keep nothing of an article any more."""
        self._db.execute("DELETE FROM manuscripts WHERE article_nr = ?", [self._number(article_id)])

    def standing(self, article_id: str) -> Manuscript | None:
        """Return what stands for an article that nothing is kept of; None unless it is in no issue."""
        row = self._db.execute(
            "SELECT credit, began_at FROM articles JOIN revisions ON revisions.nr ="
            " (SELECT min(nr) FROM revisions WHERE article_nr = articles.nr) "
            "WHERE articles.id = ? AND section_id = ? AND deleted_at IS NULL",
            [article_id, MANUSCRIPTS],
        ).fetchone()
        return None if row is None else Manuscript(article_id, moment(row[1]), contributor=row[0])

    def rows(self) -> tuple[ManuscriptRow, ...]:
        """Return every manuscript in sight, what came in last first."""
        found = self._db.execute(_ROWS, [MANUSCRIPTS]).fetchall()
        places = self._places({row[-1] for row in found})
        found = [row for row in reversed(found) if row[-1] in places]
        found.sort(key=itemgetter(6), reverse=True)
        if not found:
            return ()
        merged = self._merged()
        states = {state.value: state for state in ManuscriptState}
        # Column by column, without a call of ours for each of twenty thousand rows.
        *who, received, kept, original, name, note, sections = zip(*found, strict=True)
        used = [places[section] for section in sections]
        shown = [
            states[state] if place is None else ManuscriptState.USED
            for state, place in zip(kept, used, strict=True)
        ]
        into = [merged.get(own_id, ()) for own_id in who[0]]
        rows = zip(*who, map(moment, received), shown, original, name, note, used, into, strict=True)
        return tuple(map(partial(tuple.__new__, ManuscriptRow), rows))

    def _places(self, sections: set[str]) -> dict[str, Used | None]:
        """The issues of those sections that are in sight; None is no issue."""
        return {
            section: None if issue == MANUSCRIPTS else Used(name, year, bool(supplement), number, issue)
            for section, name, year, supplement, number, issue in self._db.execute(
                _PLACES, [json.dumps(sorted(sections))]
            )
        }

    def of_original(self, sha256: str) -> tuple[int, ...]:
        """Return the row numbers of the articles that come from a file, or of those they went into."""
        rows = self._db.execute(
            "SELECT article_nr FROM manuscripts WHERE original = ? ORDER BY 1", [sha256]
        ).fetchall()
        return tuple(dict.fromkeys(self._went_into(nr) for (nr,) in rows))

    def whereabouts(self, article_nr: int) -> Whereabouts:
        """Return where the article of a row number is."""
        own_id, title, deleted, received, publication, year, supplement, number, issue = self._db.execute(
            "SELECT articles.id, articles.title, coalesce(articles.deleted_at, sections.deleted_at,"
            " issues.deleted_at, publications.deleted_at) IS NOT NULL, received_at,"
            " publications.name, year, supplement, number, issues.id "
            "FROM articles JOIN sections ON sections.id = section_id JOIN issues ON issues.id = issue_id "
            "JOIN publications ON publications.id = publication_id "
            "LEFT JOIN manuscripts ON article_nr = articles.nr WHERE articles.nr = ?",
            [article_nr],
        ).fetchone()
        used = None if issue == MANUSCRIPTS else Used(publication, year, bool(supplement), number, issue)
        return Whereabouts(own_id, title, bool(deleted), used, moment(received) if received else None)

    def _went_into(self, article_nr: int) -> int:
        """The article that has the text now; one that was brought back from the bin has its own."""
        seen = {article_nr}
        while row := self._db.execute(
            "SELECT merged_nr FROM manuscripts JOIN articles ON nr = article_nr "
            "WHERE article_nr = ? AND merged_nr IS NOT NULL AND deleted_at IS NOT NULL",
            [article_nr],
        ).fetchone():
            if row[0] in seen:  # each went into the other, and both were thrown away
                break
            (article_nr,) = row
            seen.add(article_nr)
        return article_nr

    def _merged(self) -> dict[str, tuple[str, ...]]:
        """Titles of the manuscripts that went into others and are out of sight, by the other's id."""
        titles: dict[str, tuple[str, ...]] = {}
        for into, title in self._db.execute(
            "SELECT into_.id, articles.title FROM manuscripts JOIN articles ON articles.nr = article_nr "
            "JOIN articles AS into_ ON into_.nr = merged_nr "
            "WHERE merged_nr IS NOT NULL AND articles.deleted_at IS NOT NULL ORDER BY article_nr"
        ):
            titles[into] = (*titles.get(into, ()), title)
        return titles

    def _number(self, article_id: str) -> int:
        row = self._db.execute("SELECT nr FROM articles WHERE id = ?", [article_id]).fetchone()
        if row is None:
            raise gone("article", article_id)
        return int(row[0])
