"""Which states of articles and issues have been exchanged with other libraries, by their hashes.

What stands in the revisions is not said again here: only what another library had before, or what was sent
and may be changed in its place since.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from enum import StrEnum

from bulletin_desktop.document.lineage import Lineage
from bulletin_desktop.library.database import Database
from bulletin_desktop.library.issue_revisions import IssueRevisions


class Part(StrEnum):
    """What of a node has a lineage of its own."""

    TEXT = "text"  # of an article
    HEAD = "head"  # of an issue: masthead, numbers, imprint
    ARRANGEMENT = "arrangement"  # of an issue: which sections and articles, in order


_LATEST_TEXT = (
    "SELECT coalesce(max(revisions.nr), 0) FROM articles JOIN revisions ON article_nr = articles.nr "
    "WHERE articles.id = ?1"
)
_LATEST_STEP = "SELECT coalesce(max(nr), 0) FROM issue_revisions WHERE issue_id = ?1"


class Lineages:
    """Reads and writes the table `exchanged`. Hashes are SHA-256 in hexadecimal."""

    def __init__(self, db: Database, issue_revisions: IssueRevisions) -> None:
        self._db = db
        self._issue_revisions = issue_revisions

    def article(self, article_nr: int, article_id: str, present: str) -> Lineage:
        """Return the lineage of an article whose state now has the hash *present*."""
        rows = self._db.execute(
            "SELECT lower(hex(sha256)), after_nr, 1, nr FROM exchanged WHERE node_id = ? AND part = ? "
            "UNION ALL SELECT lower(hex(sha256)), nr, 0, 0 FROM revisions WHERE article_nr = ? "
            "ORDER BY 2, 3, 4",
            [article_id, Part.TEXT.value, article_nr],
        )
        return _ending(present, (row[0] for row in rows))

    def issue(self, issue_id: str, part: Part, present: str) -> Lineage:
        """Return the lineage of an issue's head or arrangement that now has the hash *present*."""
        rows = self._db.execute(
            "SELECT lower(hex(sha256)), after_nr, 1, nr FROM exchanged WHERE node_id = ? AND part = ?",
            [issue_id, part.value],
        ).fetchall()
        for nr, state in self._issue_revisions.states(issue_id):
            head, sections = json.loads(state)
            rows.append((head_hash(head) if part is Part.HEAD else arrangement_hash(sections), nr, 0, 0))
        rows.sort(key=lambda row: row[1:])
        return _ending(present, (row[0] for row in rows))

    def note(self, node_id: str, part: Part, states: Iterable[str]) -> None:
        """Know *states* of a node, the oldest first, from now on: after all it has been through here."""
        self._db.conn.executemany(
            "INSERT OR IGNORE INTO exchanged (node_id, part, after_nr, sha256) "
            f"VALUES (?1, ?2, ({_LATEST_TEXT if part is Part.TEXT else _LATEST_STEP}), ?3)",
            [(node_id, part.value, bytes.fromhex(state)) for state in states],
        )


def arrangement_hash(sections: Iterable[tuple[str, str, Iterable[tuple[str, ...]]]]) -> str:
    """Return the hash of where things stand: (id, title, articles) in order, an article's id coming first."""
    plain = [[own_id, title, [article[0] for article in articles]] for own_id, title, articles in sections]
    return head_hash(json.dumps(plain, ensure_ascii=False, separators=(",", ":")))


def head_hash(head: str) -> str:
    """Return the hash of an issue's head as the codec writes it."""
    return hashlib.sha256(head.encode("utf-8")).hexdigest()


def _ending(present: str, states: Iterable[str]) -> Lineage:
    """The states, without the same twice in a row, the present one last."""
    found: list[str] = []
    for state in (*states, present):
        if not found or found[-1] != state:
            found.append(state)
    return tuple(found)
