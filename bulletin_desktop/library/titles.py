"""Finding articles by what lists show of them, without reading a body."""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from bulletin_desktop.library.rows import ArticleRow, ArticleState, Match

_NAMES = (
    "articles.title",
    "articles.credit",
    "sections.title",
    "publications.name",
    "issues.year || '年' || CASE supplement WHEN 1 THEN '增刊' ELSE '' END || '第' || number || '期'",
)


class Titles:
    """Reads the tables of the tree."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def find(self, words: Sequence[str], limit: int) -> tuple[Match, ...]:
        """Return at most *limit* articles outside the recycle bin that have every one of *words*.

        Those in no issue come first, then the newest issue's, in their order. The case of Latin letters
        does not matter. No words find nothing.
        """
        if not words:
            return ()
        has_word = " OR ".join(f"{name} LIKE ? ESCAPE '\\'" for name in _NAMES)
        patterns = [f"%{_literal(word)}%" for word in words for _ in _NAMES]
        rows = self._db.execute(
            "SELECT publications.id, issues.id, sections.id, sections.title,"
            " articles.id, articles.title, articles.characters, articles.state, max(problems, 0) "
            "FROM issues JOIN publications ON publications.id = publication_id "
            "JOIN sections ON issue_id = issues.id JOIN articles ON section_id = sections.id "
            "WHERE articles.deleted_at IS NULL AND sections.deleted_at IS NULL "
            "AND issues.deleted_at IS NULL AND publications.deleted_at IS NULL "
            + "".join(f"AND ({has_word}) " for _ in words)
            + "ORDER BY date DESC, year DESC, supplement, number DESC, issues.id,"
            " sections.position, articles.position LIMIT ?",
            [*patterns, limit],
        )
        return tuple(
            Match(
                publication, issue, section, name, ArticleRow(own_id, title, count, ArticleState(state), bad)
            )
            for publication, issue, section, name, own_id, title, count, state, bad in rows
        )


def _literal(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
