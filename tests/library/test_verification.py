"""What is said of a file that is damaged in its own description."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bulletin_desktop.library.verification import verify


def test_a_name_that_is_no_text_any_more_is_damage_and_no_bug(tmp_path: Path) -> None:
    """SQLite repeats the name in its sentence, which Python then cannot read."""
    file = tmp_path / "library.db"
    with closing(sqlite3.connect(file)) as db:
        db.executescript("CREATE TABLE texts (json); CREATE INDEX places ON texts (json)")
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_master SET name = CAST(x'fefe' AS TEXT), sql = 'x' WHERE name = 'places'")
        db.commit()
    with closing(sqlite3.connect(file)) as db, pytest.raises(sqlite3.DatabaseError):
        verify(db)
