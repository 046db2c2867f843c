"""A connection with nested transactions: what the library needs of SQLite beyond its SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any


class Database:
    """A connection in autocommit mode (`isolation_level=None`), closed with it.

    Triggers fire for rows that a `REPLACE` removes, too.
    """

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn
        conn.execute("PRAGMA recursive_triggers = ON")

    def execute(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> sqlite3.Cursor:
        """Run one statement: within the open transaction, or as one of its own."""
        return self.conn.execute(sql, parameters)

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """All that is changed inside, or nothing. Inside another such block it is a part of that one."""
        inside = self.conn.in_transaction
        self.conn.execute("SAVEPOINT step" if inside else "BEGIN")
        try:
            yield
            self.conn.execute("RELEASE step" if inside else "COMMIT")
        except BaseException:
            if self.conn.in_transaction:  # some failures have ended it already
                self.conn.execute("ROLLBACK TO step" if inside else "ROLLBACK")
                if inside:
                    self.conn.execute("RELEASE step")
            raise

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()
