"""Issues (期) in the library: the row of the tree, and the head (masthead, imprint, …) as JSON."""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import fields, replace
from typing import Any

from bulletin_desktop.document import codec
from bulletin_desktop.document.model import Issue, Masthead
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.content import intact, sha256
from bulletin_desktop.library.database import Database
from bulletin_desktop.library.nodes import MANUSCRIPTS, gone
from bulletin_desktop.library.rows import IssueRow

_COLUMNS = (
    "issues.id, publication_id, year, number, running_number, supplement, date, state, articles, characters, "
    "pages"
)
_TEMPLATE = next(field.default for field in fields(Issue) if field.name == "template")
"""The template that the codec leaves out of an issue's JSON."""
_RECENT = 200  # issues that tell what an office uses
_MANUSCRIPTS = Issue(MANUSCRIPTS, "来稿", 9999, 1, dt.date.max, Masthead("来稿"))


class Issues:
    """Reads and writes the tables `issues` and `issue_heads`. Sections are another noun's."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, publication_id: str, issue: Issue) -> None:
        """Store a new issue's head; raises `UserError` if the publication has that number already."""
        head = codec.dumps(replace(issue, sections=()))
        try:
            self._db.execute(
                "INSERT INTO issues (id, publication_id, year, number, running_number, supplement, date) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                [issue.id, publication_id, *_numbers(issue)],
            )
        except sqlite3.IntegrityError as error:
            raise _taken(error, issue.year, issue.number) from error
        self._db.execute(
            "INSERT INTO issue_heads (issue_id, json, sha256) VALUES (?, ?, ?)",
            [issue.id, head, sha256(head)],
        )

    def update(self, issue: Issue) -> None:
        """Store another head; raises `UserError` if the publication has that number already."""
        head = codec.dumps(replace(issue, sections=()))
        try:
            self._db.execute(
                "UPDATE issues SET year = ?, number = ?, running_number = ?, supplement = ?, date = ? "
                "WHERE id = ?",
                [*_numbers(issue), issue.id],
            )
        except sqlite3.IntegrityError as error:
            raise _taken(error, issue.year, issue.number) from error
        self._db.execute(
            "UPDATE issue_heads SET json = ?, sha256 = ? WHERE issue_id = ?", [head, sha256(head), issue.id]
        )
        self.note_pages(issue.id, 0)

    def head(self, issue_id: str) -> Issue:
        """Return an issue without sections; raises `UserError` if it is not in the tree or is damaged.

        What holds the manuscripts has one too, for what shows issues; it is no legal document.
        """
        if issue_id == MANUSCRIPTS:
            return _MANUSCRIPTS
        row = self.row(issue_id)
        data, kept = self._db.execute(
            "SELECT CAST(json AS BLOB), sha256 FROM issue_heads WHERE issue_id = ?", [issue_id]
        ).fetchone() or (None, b"")
        json = intact(data, kept)
        if json is None:
            raise UserError(
                "Masthead and imprint of issue {number} of {year} are damaged in the library. Its articles "
                "are kept. Restore a backup to get them back.",
                number=row.number,
                year=row.year,
            )
        return codec.loads_issue(json)

    def template(self, issue_id: str) -> str | None:
        """Return the id of an issue's template without reading the rest; None if its head is damaged."""
        row = self._db.execute(
            "SELECT coalesce(json_extract(json, '$.template'), ?) FROM issue_heads "
            "WHERE issue_id = ? AND json_valid(json)",
            [_TEMPLATE, issue_id],
        ).fetchone()
        return None if row is None else str(row[0])

    def row(self, issue_id: str) -> IssueRow:
        """Return the row of an issue; raises `UserError` unless it is in the tree."""
        row = self._db.execute(
            f"SELECT {_COLUMNS} FROM issues JOIN publications ON publications.id = publication_id "
            "WHERE issues.id = ? AND issues.deleted_at IS NULL AND publications.deleted_at IS NULL",
            [issue_id],
        ).fetchone()
        if row is None:
            raise gone("issue", issue_id)
        return _row(row)

    def row_even_deleted(self, issue_id: str) -> IssueRow:
        """Return the row of an issue that exists, in the recycle bin or not."""
        row = self._db.execute(f"SELECT {_COLUMNS} FROM issues WHERE id = ?", [issue_id]).fetchone()
        return _row(row)

    def of(self, publication_id: str) -> tuple[IssueRow, ...]:
        """Return the issues of a publication outside the bin, the newest first, supplements after numbers."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM issues WHERE publication_id = ? AND deleted_at IS NULL "
            "ORDER BY year DESC, supplement, number DESC",
            [publication_id],
        )
        return tuple(_row(row) for row in rows)

    def classifications(self) -> tuple[str, ...]:
        """Return the classifications (密级) of the newest issues of every publication, the latest first."""
        rows = self._db.execute(
            "SELECT json_extract(json, '$.masthead.classification') FROM issues "
            "JOIN issue_heads ON issue_heads.issue_id = issues.id "
            "WHERE deleted_at IS NULL AND json_valid(json) ORDER BY date DESC, issues.rowid DESC LIMIT ?",
            [_RECENT],
        )
        return tuple(dict.fromkeys(used for (used,) in rows if used))

    def recount(self, issue_id: str) -> None:
        """Count anew the articles an issue holds outside the recycle bin, and their characters.

        To be called after every change of what it prints: how many pages that fills is not known any more.
        Nobody asks how long the manuscripts in no issue are together, and they may be many thousands.
        """
        if issue_id == MANUSCRIPTS:
            self._db.execute(
                "UPDATE issues SET articles ="
                " (SELECT count(*) FROM articles WHERE section_id = ? AND deleted_at IS NULL) WHERE id = ?",
                [MANUSCRIPTS] * 2,
            )
            return
        self._db.execute(
            "UPDATE issues SET (articles, characters, pages) = ("
            " SELECT count(*), coalesce(sum(articles.characters), 0), 0"
            " FROM sections JOIN articles ON articles.section_id = sections.id"
            " WHERE sections.issue_id = issues.id"
            " AND sections.deleted_at IS NULL AND articles.deleted_at IS NULL) WHERE id = ?",
            [issue_id],
        )

    def note_pages(self, issue_id: str, pages: int) -> None:
        """Keep how many pages an issue fills, 0 for not known."""
        self._db.execute("UPDATE issues SET pages = ? WHERE id = ? AND pages <> ?", [pages, issue_id, pages])


def _numbers(issue: Issue) -> list[object]:
    return [issue.year, issue.number, issue.running_number, int(issue.supplement), issue.date.isoformat()]


def _row(row: tuple[Any, ...]) -> IssueRow:
    own_id, publication_id, year, number, running, supplement, date, state, articles, characters, pages = row
    return IssueRow(
        own_id,
        publication_id,
        year,
        number,
        running,
        bool(supplement),
        dt.date.fromisoformat(date),
        state,
        articles,
        characters,
        pages,
    )


def _taken(error: sqlite3.IntegrityError, year: int, number: int) -> Exception:
    """The sentence for a number that stands twice; any other broken constraint is a bug and stays one."""
    if "issues.number" not in str(error):
        return error
    return number_taken(year, number)


def number_taken(year: int, number: int) -> UserError:
    """What to say where an issue would get a number its publication has given already."""
    return UserError(
        "This publication already has an issue {number} in {year}. Nothing was changed. "
        "Choose another number, or make it a supplement.",
        number=number,
        year=year,
    )
