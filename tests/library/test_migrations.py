"""Bringing an old library up to date: copied first, whole or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.schema import MIGRATIONS
from bulletin_desktop.services.acts import CreatePublication
from bulletin_desktop.services.desk import Desk

VERSION = len(MIGRATIONS)


def add_notes(db: Database) -> None:
    db.execute("CREATE TABLE notes (text TEXT NOT NULL) STRICT")


def break_off(db: Database) -> None:
    db.execute("DELETE FROM publications WHERE name > ''")
    raise RuntimeError("a migration with a bug")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        Desk(library).apply(CreatePublication(new_id(), "简报"))
    return path


def look(path: Path) -> tuple[int, list[str], bool]:
    """Version, publications, and whether the table `notes` is there."""
    with closing(sqlite3.connect(path)) as raw:
        (version,) = raw.execute("PRAGMA user_version").fetchone()
        names = [name for (name,) in raw.execute("SELECT name FROM publications WHERE name > ''")]
        notes = raw.execute("SELECT count(*) FROM sqlite_master WHERE name = 'notes'").fetchone() == (1,)
    return version, names, notes


def test_pending_migrations_are_applied_and_the_file_before_is_kept(path: Path) -> None:
    Library.open(path, migrations=(*MIGRATIONS, add_notes)).close()
    assert look(path) == (VERSION + 1, ["简报"], True)
    assert look(path.with_name(f"library.v{VERSION}.db")) == (VERSION, ["简报"], False)


def test_what_is_up_to_date_is_not_copied(path: Path) -> None:
    Library.open(path).close()
    assert list(path.parent.iterdir()) == [path]


def test_a_failed_migration_leaves_everything_as_it_was(path: Path) -> None:
    with pytest.raises(RuntimeError, match="a migration with a bug"):
        Library.open(path, migrations=(*MIGRATIONS, add_notes, break_off))
    assert look(path) == (VERSION, ["简报"], False)
    with Library.open(path) as library:
        assert [row.name for row in Desk(library).outline().publications] == ["简报"]


def test_an_earlier_copy_is_not_written_over(path: Path) -> None:
    earlier = path.with_name(f"library.v{VERSION}.db")
    earlier.write_bytes(b"kept by the person")
    Library.open(path, migrations=(*MIGRATIONS, add_notes)).close()
    assert earlier.read_bytes() == b"kept by the person"
    assert look(path.with_name(f"library.v{VERSION}.2.db"))[0] == VERSION


def test_the_program_before_refuses_the_library_after(path: Path) -> None:
    Library.open(path, migrations=(*MIGRATIONS, add_notes)).close()
    with pytest.raises(UserError, match=f"its format is {VERSION + 1}, this program knows {VERSION}"):
        Library.open(path)


def test_a_copy_that_cannot_be_written_stops_the_migration(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("bulletin_desktop.disk.os.fsync", full)
    with pytest.raises(UserError, match=r"must be brought up to date.*the disk is full"):
        Library.open(path, migrations=(*MIGRATIONS, add_notes))
    monkeypatch.undo()
    assert look(path) == (VERSION, ["简报"], False)
    assert [each.name for each in path.parent.iterdir()] == [path.name]
