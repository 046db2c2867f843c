"""Order among the children of one parent: positions from 0 without gaps; who stands nowhere has -1."""

from __future__ import annotations

from bulletin_desktop.library.database import Database

NOWHERE = -1


class Siblings:
    """The order of *table*'s rows that share the same *parent* column."""

    def __init__(self, db: Database, table: str, parent: str) -> None:
        self._db = db
        self._table = table
        self._parent = parent

    def lift(self, node_id: str) -> tuple[str, int]:
        """Take a row out of its place, closing the gap, and return the parent and position it had."""
        parent_id, position = self._db.execute(
            f"SELECT {self._parent}, position FROM {self._table} WHERE id = ?", [node_id]
        ).fetchone()
        self._db.execute(f"UPDATE {self._table} SET position = ? WHERE id = ?", [NOWHERE, node_id])
        self._shift(parent_id, position, -1)
        return parent_id, position

    def put(self, node_id: str, parent_id: str, position: int) -> None:
        """Put a row that stands nowhere at *position* below *parent_id*, or last if there are fewer."""
        (count,) = self._db.execute(
            f"SELECT count(*) FROM {self._table} "
            f"WHERE {self._parent} = ? AND deleted_at IS NULL AND position >= 0",
            [parent_id],
        ).fetchone()
        position = max(0, min(position, count))
        if position < count:
            self._shift(parent_id, position, 1)
        self._db.execute(
            f"UPDATE {self._table} SET {self._parent} = ?, position = ? WHERE id = ?",
            [parent_id, position, node_id],
        )

    def _shift(self, parent_id: str, first: int, by: int) -> None:
        self._db.execute(
            f"UPDATE {self._table} SET position = position + ? "
            f"WHERE {self._parent} = ? AND deleted_at IS NULL AND position >= ?",
            [by, parent_id, first],
        )
