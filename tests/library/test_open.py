"""Opening a library: what is made, what is refused with a sentence, and that refusing leaves the file be."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.errors import UserError
from bulletin_desktop.library import schema
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.acts import CreatePublication
from bulletin_desktop.services.desk import Desk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "我的 资料库.db"


def filled(path: Path) -> None:
    with Library.open(path) as library:
        Desk(library).apply(CreatePublication(new_id(), "简报"))


def names(path: Path) -> list[str]:
    with Library.open(path) as library:
        return [row.name for row in Desk(library).outline().publications]


def refused(path: Path, reason: str) -> None:
    """Opening fails with the sentence; the file stays what it was, and nothing is left beside it."""
    content = path.read_bytes() if path.is_file() else None
    beside = sorted(path.parent.iterdir())
    with pytest.raises(UserError, match=reason):
        Library.open(path)
    assert (path.read_bytes() if path.is_file() else None) == content
    assert sorted(path.parent.iterdir()) == beside


def test_a_missing_library_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "新" / "文件夹" / "library.db"
    filled(path)
    assert names(path) == ["简报"]


def test_after_closing_there_is_one_file(path: Path) -> None:
    filled(path)
    assert list(path.parent.iterdir()) == [path]


def test_the_file_says_what_it_is_and_its_tables_are_strict(path: Path) -> None:
    filled(path)
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
        assert raw.execute("PRAGMA user_version").fetchone() == (len(schema.MIGRATIONS),)
        rows = raw.execute("PRAGMA table_list").fetchall()
    tables = [row for row in rows if row[2] == "table" and not row[1].startswith("sqlite_")]
    assert tables
    assert all(strict for *_, strict in tables)


def test_saves_are_durable_by_the_pragmas(path: Path) -> None:
    with Library.open(path) as library:
        ask = library._db.execute
        assert ask("PRAGMA journal_mode").fetchone() == ("wal",)
        assert ask("PRAGMA locking_mode").fetchone() == ("exclusive",)
        assert ask("PRAGMA synchronous").fetchone() == (2,)  # FULL
        assert ask("PRAGMA foreign_keys").fetchone() == (1,)


def test_closing_twice_is_nothing(path: Path) -> None:
    library = Library.open(path)
    library.close()
    library.close()
    assert names(path) == []


def test_a_folder(path: Path) -> None:
    path.mkdir()
    refused(path, "is a folder, not a library")


def test_a_place_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(UserError, match="cannot be used for a library"):
        Library.open(tmp_path / "file" / "library.db")
    assert (tmp_path / "file").read_bytes() == b"x"


def test_an_empty_file(path: Path) -> None:
    path.write_bytes(b"")
    refused(path, "is empty, so it is no library")


@pytest.mark.parametrize(
    "content", [b"x", b"PK\x03\x04" + bytes(9000), os.urandom(4096), b"SQLite format 3\0"]
)
def test_a_file_that_is_no_database(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    refused(path, "is not a library of this program")


def test_another_programs_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("CREATE TABLE notes (text)")
    refused(path, "is not a library of this program")


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_file_that_was_cut_off(path: Path, share: float) -> None:
    filled(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    refused(path, "is cut off")


def test_a_newer_library(path: Path) -> None:
    filled(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")
        raw.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    with pytest.raises(UserError, match="made by a newer version"):
        Library.open(path)
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (len(schema.MIGRATIONS) + 1,)
        assert raw.execute("SELECT name FROM publications WHERE name > ''").fetchall() == [("简报",)]


def test_a_damaged_first_page(path: Path) -> None:
    filled(path)
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 600)
    refused(path, "is damaged")


def test_no_library_is_made_beside_a_journal_without_one(path: Path) -> None:
    journal = path.with_name(path.name + "-wal")
    journal.write_bytes(b"frames of a library that is gone")
    refused(path, "is missing, but its journal .* is still there")
    assert journal.read_bytes()


def test_a_second_opening_in_the_same_program_names_the_holder(path: Path) -> None:
    with Library.open(path) as library:
        with pytest.raises(UserError, match=f"already open in another window .*process {os.getpid()} "):
            Library.open(path)
        Desk(library).apply(CreatePublication(new_id(), "仍可写"))
    assert names(path) == ["仍可写"]


def test_a_foreign_program_that_has_the_file_is_told_at_once(path: Path) -> None:
    filled(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError, match="in use by another program"):
            Library.open(path)
        raw.execute("ROLLBACK")
    assert names(path) == ["简报"]


def test_a_foreign_program_can_not_write_while_we_have_it(path: Path) -> None:
    with (
        Library.open(path),
        closing(sqlite3.connect(path, timeout=0)) as raw,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        raw.execute("SELECT count(*) FROM publications")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows moves no open file")
def test_a_library_deleted_while_open_takes_no_save(path: Path) -> None:
    filled(path)
    with Library.open(path) as library:
        path.rename(path.with_name("elsewhere.db"))
        with pytest.raises(UserError, match="was moved, deleted or replaced while it was open"):
            Desk(library).apply(CreatePublication(new_id(), "第二"))
        path.with_name("elsewhere.db").rename(path)
        Desk(library).apply(CreatePublication(new_id(), "第二"))
    assert names(path) == ["简报", "第二"]
