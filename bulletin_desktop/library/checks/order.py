"""What follows from other content: positions among siblings, and counts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from bulletin_desktop.library.checks.case import Case
from bulletin_desktop.library.checks.trouble import Finding, Kind, Trouble
from bulletin_desktop.library.nodes import MANUSCRIPTS


def positions(case: Case) -> Iterator[Trouble]:
    """Positions of sections in issues and of articles in sections: from 0 without gaps."""
    for table, parent in (("sections", "issue_id"), ("articles", "section_id")):
        rows = case.db.execute(
            f"SELECT {parent} FROM {table} WHERE deleted_at IS NULL GROUP BY {parent} "
            "HAVING min(position) <> 0 OR max(position) <> count(*) - 1 "
            "OR count(DISTINCT position) <> count(*)"
        )
        for (own_id,) in rows.fetchall():
            where = case.issue_names.get(own_id, "") if table == "sections" else case.place_of(own_id)
            yield Trouble(Finding(Kind.ORDER, "", where), partial(_renumber, case, table, parent, own_id))


def _renumber(case: Case, table: str, parent: str, own_id: str) -> bool:
    case.db.execute(
        f"UPDATE {table} SET position = place FROM ("
        f" SELECT rowid AS own, row_number() OVER (ORDER BY position, rowid) - 1 AS place FROM {table}"
        f" WHERE {parent} = ? AND deleted_at IS NULL) WHERE {table}.rowid = own",
        [own_id],
    )
    return True


def counts(case: Case) -> Iterator[Trouble]:
    """How many articles and characters an issue has."""
    rows = case.db.execute(
        "SELECT issues.id, articles, characters, count(nr), coalesce(sum(length), 0) FROM issues LEFT JOIN ("
        " SELECT issue_id, nr, articles.characters AS length FROM sections"
        " JOIN articles ON section_id = sections.id"
        " WHERE sections.deleted_at IS NULL AND articles.deleted_at IS NULL) ON issue_id = issues.id "
        "GROUP BY issues.id"
    )
    for own_id, articles, length, count, total in rows.fetchall():
        if articles != count or (length != total and own_id != MANUSCRIPTS):  # those nobody adds up
            statement = "UPDATE issues SET articles = ?, characters = ?, pages = 0 WHERE id = ?"
            where = case.issue_names.get(own_id, "")
            yield case.trouble(Kind.COUNT, "", where, statement, [count, total, own_id])
