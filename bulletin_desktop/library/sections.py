"""Sections (栏目) of an issue in the library."""

from __future__ import annotations

from bulletin_desktop.library.database import Database
from bulletin_desktop.library.nodes import gone
from bulletin_desktop.library.rows import ArticleRow, ArticleState, SectionRow
from bulletin_desktop.library.siblings import NOWHERE, Siblings

_ALIVE = (
    "FROM sections JOIN issues ON issues.id = issue_id JOIN publications ON publications.id = publication_id "
    "WHERE sections.id = ? AND sections.deleted_at IS NULL "
    "AND issues.deleted_at IS NULL AND publications.deleted_at IS NULL"
)


class Sections:
    """Reads and writes the table `sections`."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.order = Siblings(db, "sections", "issue_id")

    def add(self, issue_id: str, section_id: str, title: str, position: int) -> None:
        """Store a new, empty section at *position*, or last if there are fewer."""
        self._db.execute(
            "INSERT INTO sections (id, issue_id, position, title) VALUES (?, ?, ?, ?)",
            [section_id, issue_id, NOWHERE, title],
        )
        self.order.put(section_id, issue_id, position)

    def rename(self, section_id: str, title: str) -> str:
        """Give a section another title and return the former one."""
        self.place(section_id)
        (former,) = self._db.execute("SELECT title FROM sections WHERE id = ?", [section_id]).fetchone()
        self._db.execute("UPDATE sections SET title = ? WHERE id = ?", [title, section_id])
        return str(former)

    def move(self, section_id: str, position: int, issue_id: str = "") -> tuple[str, int]:
        """Put a section at *position* of an issue, by default its own; return the former issue and position.

        Everything it holds goes along, in the recycle bin or not.
        """
        self.place(section_id)
        former_issue, former = self.order.lift(section_id)
        self.order.put(section_id, issue_id or former_issue, position)
        return former_issue, former

    def place(self, section_id: str) -> tuple[str, int]:
        """Return issue id and position; raises `UserError` unless the section is in the tree."""
        row = self._db.execute(f"SELECT issue_id, position {_ALIVE}", [section_id]).fetchone()
        if row is None:
            raise gone("section", section_id)
        return row[0], row[1]

    def contents(self, issue_id: str) -> tuple[SectionRow, ...]:
        """Return an issue's sections and their articles outside the recycle bin, in order, without bodies."""
        articles: dict[str, list[ArticleRow]] = {}
        for section_id, own_id, title, count, state, problems in self._db.execute(
            "SELECT section_id, articles.id, articles.title, characters, state, max(problems, 0) "
            "FROM sections "
            "JOIN articles ON section_id = sections.id "
            "WHERE issue_id = ? AND sections.deleted_at IS NULL AND articles.deleted_at IS NULL "
            "ORDER BY sections.position, articles.position",
            [issue_id],
        ):
            articles.setdefault(section_id, []).append(
                ArticleRow(own_id, title, count, ArticleState(state), problems)
            )
        rows = self._db.execute(
            "SELECT id, title FROM sections WHERE issue_id = ? AND deleted_at IS NULL ORDER BY position",
            [issue_id],
        )
        return tuple(SectionRow(own_id, title, tuple(articles.get(own_id, ()))) for own_id, title in rows)
