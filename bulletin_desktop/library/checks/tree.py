"""Publications, issues and sections: each is there if anything belongs to it, and says what its head says."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from typing import Any

from bulletin_desktop.document import codec
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Issue, Masthead
from bulletin_desktop.document.schema import IllegalDocument
from bulletin_desktop.library.checks.case import Case, issue_name
from bulletin_desktop.library.checks.trouble import Finding, Kind, Trouble
from bulletin_desktop.library.content import intact, sha256
from bulletin_desktop.library.nodes import MANUSCRIPTS

_OWN = "jianbao"  # the program's own template


def manuscripts_place(case: Case) -> Iterator[Trouble]:
    """The hidden publication, issue and section of manuscripts in no issue."""
    wanted = (
        (
            "publications",
            "INSERT INTO publications (id, name, template, unit) VALUES (?, '', 'jianbao', '')",
            1,
        ),
        (
            "issues",
            "INSERT INTO issues (id, publication_id, year, number, supplement, running_number, date) "
            "VALUES (?, ?, 9999, 1, 0, 0, '9999-12-31')",
            2,
        ),
        ("sections", "INSERT INTO sections (id, issue_id, position, title) VALUES (?, ?, 0, '')", 2),
    )
    for table, statement, times in wanted:
        if case.db.execute(f"SELECT 1 FROM {table} WHERE id = ?", [MANUSCRIPTS]).fetchone() is None:
            yield case.trouble(Kind.LINK, table, "", statement, [MANUSCRIPTS] * times)


def missing_issues(case: Case) -> Iterator[Trouble]:
    """Issues that something belongs to, but whose line is lost."""
    rows = case.db.execute(
        "SELECT issue_id FROM (SELECT issue_id FROM issue_heads UNION SELECT issue_id FROM sections"
        " UNION SELECT issue_id FROM issue_revisions UNION SELECT issue_id FROM exports) "
        "WHERE issue_id NOT IN (SELECT id FROM issues)"
    )
    for (issue_id,) in rows.fetchall():
        head = _any_head(case, issue_id)
        what = "" if head is None else issue_name(head.publication, head.year, head.number, head.supplement)
        yield Trouble(Finding(Kind.ISSUE, what or issue_id), _IssueBack(case, issue_id, head))


class _IssueBack:
    """Puts an issue's line back by its head; without one, what it held goes to the manuscripts."""

    def __init__(self, case: Case, issue_id: str, head: Issue | None) -> None:
        self._case = case
        self._id = issue_id
        self._head = head

    def __call__(self) -> bool:
        db = self._case.db
        if self._head is None:
            db.execute(
                "UPDATE articles SET section_id = ?, position = 1000000 "
                "WHERE section_id IN (SELECT id FROM sections WHERE issue_id = ?)",
                [MANUSCRIPTS, self._id],
            )
            for table in ("sections", "exports", "looks", "issue_revisions", "issue_heads"):
                db.execute(f"DELETE FROM {table} WHERE issue_id = ?", [self._id])
            return False
        name = self._head.publication
        row = db.execute(
            "SELECT id FROM publications WHERE name = ? AND id <> ? ORDER BY deleted_at IS NOT NULL",
            [name, MANUSCRIPTS],
        ).fetchone()
        try:
            self._insert(self._head, row[0] if row else self._publication(name))
        except sqlite3.IntegrityError:  # its number is taken: beside the publication, not in it
            self._insert(self._head, self._publication(name))
        return True

    def _publication(self, name: str) -> str:
        own_id = new_id()
        self._case.db.execute(
            "INSERT INTO publications (id, name, template, unit) VALUES (?, ?, ?, '')", [own_id, name, _OWN]
        )
        return own_id

    def _insert(self, head: Issue, publication_id: str) -> None:
        self._case.db.execute(
            "INSERT INTO issues (id, publication_id, year, number, supplement, running_number, date) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [self._id, publication_id, *_numbers(head)],
        )


def missing_publications(case: Case) -> Iterator[Trouble]:
    """Publications that issues belong to, but whose line is lost: the newest issue knows the name."""
    rows = case.db.execute(
        "SELECT DISTINCT publication_id FROM issues WHERE publication_id NOT IN (SELECT id FROM publications)"
    )
    for (own_id,) in rows.fetchall():
        newest = case.db.execute(
            "SELECT id FROM issues WHERE publication_id = ? ORDER BY date DESC", [own_id]
        ).fetchall()
        heads = (_any_head(case, issue_id) for (issue_id,) in newest)
        head = next((head for head in heads if head is not None), None)
        name = head.publication if head else own_id
        values = [own_id, name, head.template if head else _OWN, head.masthead.unit if head else ""]
        statement = "INSERT INTO publications (id, name, template, unit) VALUES (?, ?, ?, ?)"
        yield case.trouble(Kind.PUBLICATION, name, "", statement, values, whole=head is not None)


def heads(case: Case) -> Iterator[Trouble]:
    """Masthead and imprint of every issue, and that its line says the same."""
    rows = case.rows(
        "SELECT id, year, number, supplement, running_number, date, CAST(json AS BLOB), sha256 "
        "FROM issues LEFT JOIN issue_heads ON issue_id = issues.id WHERE issues.id <> ?",
        [MANUSCRIPTS],
    )
    for own_id, year, number, supplement, running, date, data, kept in rows:
        text = intact(data, kept or b"")
        head = _loaded(text, own_id)
        name = case.issue_names.get(own_id, "")
        if head is None:
            yield Trouble(Finding(Kind.HEAD, name), _HeadBack(case, own_id, kept))
        elif _numbers(head) != [year, number, running, supplement, date]:
            statement = (
                "UPDATE OR IGNORE issues"
                " SET year = ?, number = ?, running_number = ?, supplement = ?, date = ? "
                "WHERE id = ?"
            )
            yield case.trouble(Kind.ISSUE, name, "", statement, [*_numbers(head), own_id])


class _HeadBack:
    """Writes an issue's head again, as its history has it, or from its line alone."""

    def __init__(self, case: Case, issue_id: str, kept: bytes | None) -> None:
        self._case = case
        self._id = issue_id
        self._kept = kept

    def __call__(self) -> bool:
        standing = self._case.standings.get(self._id)
        text = standing.head if standing and _loaded(standing.head, self._id) else self._plain()
        self._case.db.execute(
            "INSERT OR REPLACE INTO issue_heads (issue_id, json, sha256) VALUES (?, ?, ?)",
            [self._id, text, sha256(text)],
        )
        return standing is not None and self._kept in (None, sha256(text))

    def _plain(self) -> str:
        year, number, supplement, running, date, name, unit, template = self._case.db.execute(
            "SELECT year, number, supplement, running_number, date, coalesce(name, ''), coalesce(unit, ''),"
            " coalesce(template, ?) FROM issues LEFT JOIN publications ON publications.id = publication_id "
            "WHERE issues.id = ?",
            [_OWN, self._id],
        ).fetchone()
        masthead = Masthead(name or "?", unit)
        day = _day(date)
        return codec.dumps(
            Issue(
                self._id,
                name or "?",
                year,
                number,
                day,
                masthead,
                running_number=running,
                supplement=bool(supplement),
                template=template,
            )
        )


def missing_sections(case: Case) -> Iterator[Trouble]:
    """Sections that articles stand in, but whose line is lost: the issue's history knows them."""
    known = {
        section_id: (standing.issue_id, place, title)
        for standing in case.standings.values()
        for place, (section_id, title, _) in enumerate(standing.sections)
    }
    rows = case.db.execute(
        "SELECT DISTINCT section_id FROM articles WHERE section_id NOT IN (SELECT id FROM sections)"
    )
    for (own_id,) in rows.fetchall():
        if own_id in known:
            issue_id, place, title = known[own_id]
            where = case.issue_names.get(issue_id, "")
            statement = "INSERT INTO sections (id, issue_id, position, title) VALUES (?, ?, ?, ?)"
            values: list[Any] = [own_id, issue_id, place, title]
            yield case.trouble(Kind.SECTION, title, where, statement, values)
        else:
            statement = "UPDATE articles SET section_id = ?, position = 1000000 WHERE section_id = ?"
            yield case.trouble(Kind.SECTION, own_id, "", statement, [MANUSCRIPTS, own_id], whole=False)


def _any_head(case: Case, issue_id: str) -> Issue | None:
    """An issue's head as it is, or as its history has it."""
    row = case.db.execute(
        "SELECT CAST(json AS BLOB), sha256 FROM issue_heads WHERE issue_id = ?", [issue_id]
    ).fetchone()
    head = _loaded(intact(*row), issue_id) if row else None
    standing = case.standings.get(issue_id)
    return head or (_loaded(standing.head, issue_id) if standing else None)


def _loaded(text: str | None, issue_id: str) -> Issue | None:
    try:
        head = None if text is None else codec.loads_issue(text)
    except IllegalDocument:
        return None
    return head if head is not None and head.id == issue_id else None


def _numbers(issue: Issue) -> list[Any]:
    return [issue.year, issue.number, issue.running_number, int(issue.supplement), issue.date.isoformat()]


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return dt.date(1970, 1, 1)
