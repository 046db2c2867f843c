"""Finding articles by what lists show of them, without reading a body."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin_desktop.library.database import Database
from bulletin_desktop.library.rows import ArticleRow, ArticleState, Match

_ISSUE = "year || '年' || CASE supplement WHEN 1 THEN '增刊' ELSE '' END || '第' || number || '期'"
_HOLDERS = (("sections", "sections.title"), ("publications", "publications.name"), ("issues", _ISSUE))
"""The tables above articles and what they are called by."""


class Titles:
    """Reads the tables of the tree, through the indexes that hold what is looked at."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def find(self, words: Sequence[str], limit: int) -> tuple[Match, ...]:
        """Return at most *limit* articles outside the recycle bin that have every one of *words*.

        Those in no issue come first, then the newest issue's, in their order. The case of Latin letters
        does not matter. No words find nothing.
        """
        if not words:
            return ()
        conditions: list[str] = []
        patterns: list[str] = []
        for word in words:
            pattern = f"%{_literal(word)}%"
            named = [_has("articles.title"), _has("credit"), *self._holders(pattern)]
            conditions.append(f"({' OR '.join(named)})")
            patterns += [pattern] * len(named)
        # CROSS JOIN keeps this order: the newest issue first, until there are enough.
        rows = self._db.execute(
            "SELECT publication_id, issues.id, sections.id, sections.title,"
            " articles.id, articles.title, articles.characters, articles.state, max(problems, 0) "
            "FROM issues CROSS JOIN publications ON publications.id = publication_id "
            "CROSS JOIN sections ON issue_id = issues.id CROSS JOIN articles INDEXED BY article_titles "
            "ON section_id = sections.id "
            "WHERE articles.deleted_at IS NULL AND sections.deleted_at IS NULL "
            "AND issues.deleted_at IS NULL AND publications.deleted_at IS NULL "
            f"AND {' AND '.join(conditions)} "
            "ORDER BY date DESC, year DESC, supplement, number DESC, issues.id,"
            " sections.position, articles.position LIMIT ?",
            [*patterns, limit],
        )
        return tuple(
            Match(
                publication, issue, section, name, ArticleRow(own_id, title, count, ArticleState(state), bad)
            )
            for publication, issue, section, name, own_id, title, count, state, bad in rows
        )

    def _holders(self, pattern: str) -> list[str]:
        """Conditions for articles in what has the pattern in its name, only where anything has it."""
        found = []
        for table, name in _HOLDERS:
            having = f"SELECT rowid FROM {table} WHERE {_has(name)}"
            if self._db.execute(f"{having} LIMIT 1", [pattern]).fetchone():
                found.append(f"{table}.rowid IN ({having})")
        return found


def _has(name: str) -> str:
    return f"{name} LIKE ? ESCAPE '\\'"


def _literal(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
