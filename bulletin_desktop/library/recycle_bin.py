"""What was deleted, with the place it had: nothing leaves the library by being deleted."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable
from itertools import zip_longest

from bulletin_desktop.library.database import Database
from bulletin_desktop.library.issues import Issues, number_taken
from bulletin_desktop.library.nodes import MANUSCRIPTS, Kind, gone, moment, stamp
from bulletin_desktop.library.rows import BinRow
from bulletin_desktop.library.siblings import Siblings

_PARENTS = {Kind.ISSUE: "publication_id", Kind.SECTION: "issue_id", Kind.ARTICLE: "section_id"}
_ABOVE = {Kind.ISSUE: Kind.PUBLICATION, Kind.SECTION: Kind.ISSUE, Kind.ARTICLE: Kind.SECTION}


class RecycleBin:
    """Reads and writes the table `recycle_bin` and the nodes' `deleted_at`.

    A node takes what it holds along: children stay as they are and are out of sight with it.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._issues = Issues(db)
        self._orders = {
            kind: Siblings(db, kind.table, _PARENTS[kind]) for kind in (Kind.SECTION, Kind.ARTICLE)
        }

    def kind(self, node_id: str) -> Kind:
        """Return what a node is; raises `UserError` if the library has none of that id."""
        for kind in Kind:
            if self._db.execute(f"SELECT 1 FROM {kind.table} WHERE id = ?", [node_id]).fetchone():
                return kind
        raise gone("article", node_id)

    def parent(self, node_id: str) -> str | None:
        """Return the id of the node above, None for a publication."""
        kind = self.kind(node_id)
        if kind is Kind.PUBLICATION:
            return None
        column = _PARENTS[kind]
        (parent,) = self._db.execute(f"SELECT {column} FROM {kind.table} WHERE id = ?", [node_id]).fetchone()
        return str(parent)

    def holds(self, node_id: str) -> bool:
        """Tell whether the node itself lies in the bin (not: something it belongs to)."""
        return self._entry(node_id) is not None

    def count(self) -> int:
        """Return how many things lie in the bin."""
        return int(self._db.execute("SELECT count(*) FROM recycle_bin").fetchone()[0])

    def throw(self, node_ids: Iterable[str], at: dt.datetime, places: Iterable[int] = ()) -> tuple[str, ...]:
        """Move nodes into the bin, in order; return those moved. What is out of sight already stays.

        *places* are the positions to keep for them, where these are not the positions they have.
        """
        pairs = zip_longest(node_ids, places)
        return tuple(node_id for node_id, place in pairs if self._throw(node_id, at, place))

    def bring_back(self, node_ids: Iterable[str]) -> tuple[tuple[str, int], ...]:
        """Put nodes back to where they were, in order, each after what it belongs to.

        Returns those moved with the position the bin had kept; the one they got is smaller if the
        parent has fewer children now. Raises `UserError` if an issue's number has been given to
        another meanwhile.
        """
        back: list[tuple[str, int]] = []
        for node_id in node_ids:
            way: list[str] = []
            above: str | None = node_id
            while above is not None:
                way.append(above)
                above = self.parent(above)
            moved = ((node, self._bring_back(node)) for node in reversed(way))
            back.extend((node, place) for node, place in moved if place is not None)
        return tuple(back)

    def articles_of(self, issue_id: str) -> tuple[str, ...]:
        """Return the ids of an issue's articles that lie in the bin, alone or with their section."""
        rows = self._db.execute(
            "SELECT articles.id FROM articles JOIN sections ON sections.id = section_id WHERE issue_id = ? "
            "AND coalesce(articles.deleted_at, sections.deleted_at) IS NOT NULL ORDER BY nr",
            [issue_id],
        )
        return tuple(own_id for (own_id,) in rows)

    def rows(self) -> tuple[BinRow, ...]:
        """Return what lies in the bin, what was thrown last first."""
        entries = self._db.execute("SELECT node_id, kind, deleted_at FROM recycle_bin ORDER BY nr DESC")
        return tuple(self._row(node_id, Kind(kind), moment(at)) for node_id, kind, at in entries.fetchall())

    def _throw(self, node_id: str, at: dt.datetime, place: int | None) -> bool:
        kind = self.kind(node_id)
        if self._out_of_sight(node_id):
            return False
        position = self._orders[kind].lift(node_id)[1] if kind in self._orders else 0
        self._db.execute(f"UPDATE {kind.table} SET deleted_at = ? WHERE id = ?", [stamp(at), node_id])
        self._db.execute(
            "INSERT INTO recycle_bin (node_id, kind, position, deleted_at) VALUES (?, ?, ?, ?)",
            [node_id, kind.value, position if place is None else place, stamp(at)],
        )
        return True

    def _bring_back(self, node_id: str) -> int | None:
        """The position the bin had kept, None if the node is not in it."""
        entry = self._entry(node_id)
        if entry is None:
            return None
        kind, position = Kind(entry[0]), entry[1]
        try:
            self._db.execute(f"UPDATE {kind.table} SET deleted_at = NULL WHERE id = ?", [node_id])
        except sqlite3.IntegrityError as error:
            issue = self._issues.row_even_deleted(node_id)
            raise number_taken(issue.year, issue.number) from error
        if kind in self._orders:
            self._orders[kind].put(node_id, self.parent(node_id) or "", position)
        self._db.execute("DELETE FROM recycle_bin WHERE node_id = ?", [node_id])
        return position

    def _out_of_sight(self, node_id: str) -> bool:
        above: str | None = node_id
        while above is not None:
            if self.holds(above):
                return True
            above = self.parent(above)
        return False

    def _entry(self, node_id: str) -> tuple[str, int] | None:
        row = self._db.execute(
            "SELECT kind, position FROM recycle_bin WHERE node_id = ?", [node_id]
        ).fetchone()
        return None if row is None else (row[0], row[1])

    def _row(self, node_id: str, kind: Kind, at: dt.datetime) -> BinRow:
        if kind is Kind.PUBLICATION:
            return BinRow(node_id, kind.value, self._publication(node_id), "", at)
        above, rank = node_id, Kind(kind)
        while rank is not Kind.ISSUE and above != MANUSCRIPTS:
            above, rank = self.parent(above) or "", _ABOVE[rank]
        if above == MANUSCRIPTS:
            return BinRow(node_id, kind.value, self._title(kind, node_id), "", at)
        issue = self._issues.row_even_deleted(above)
        publication = self._publication(issue.publication_id)
        name = f"{publication} {issue.year}-{issue.number}"
        if kind is Kind.ISSUE:
            return BinRow(node_id, kind.value, name, publication, at, issue)
        return BinRow(node_id, kind.value, self._title(kind, node_id), name, at, issue)

    def _title(self, kind: Kind, node_id: str) -> str:
        row = self._db.execute(f"SELECT title FROM {kind.table} WHERE id = ?", [node_id]).fetchone()
        return str(row[0])

    def _publication(self, publication_id: str) -> str:
        row = self._db.execute("SELECT name FROM publications WHERE id = ?", [publication_id]).fetchone()
        return str(row[0])
