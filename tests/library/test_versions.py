"""A real library of every version there was: it opens with all it held, and a failure leaves it as it was."""

from __future__ import annotations

import gzip
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bulletin_desktop.document import codec
from bulletin_desktop.library import doctor
from bulletin_desktop.library.checks.trouble import Kind
from bulletin_desktop.library.database import Database
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.salvage import salvage
from bulletin_desktop.library.schema import MIGRATIONS
from bulletin_desktop.services.desk import Desk

FOLDER = Path(__file__).parent / "versions"
NOW = len(MIGRATIONS)


@pytest.fixture(params=range(1, NOW + 1), ids="v{:02}".format)
def version(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def path(version: int, tmp_path: Path) -> Path:
    made = FOLDER / f"v{version:02}.db.gz"
    if version == NOW and not made.exists():
        pytest.skip("the version of today; versions/make.py makes its file before the next one")
    path = tmp_path / "library.db"
    path.write_bytes(gzip.decompress(made.read_bytes()))
    return path


@pytest.fixture
def held(version: int) -> Any:
    """What the program of that version read in it."""
    return json.loads(gzip.decompress((FOLDER / f"v{version:02}.json.gz").read_bytes()))


def unwatched(_done: int, _of: int) -> None:
    """Nobody looks."""


def break_off(db: Database) -> None:
    db.execute("UPDATE articles SET title = 'changed'")
    raise RuntimeError("a migration with a bug")


def schema(path: Path) -> set[tuple[str, ...]]:
    with closing(sqlite3.connect(path)) as raw:
        rows = raw.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master")
        return {(kind, name, table, " ".join(sql.split())) for kind, name, table, sql in rows}


def test_all_it_held_is_there(path: Path, held: Any) -> None:
    with Library.open(path) as library:
        desk = Desk(library)
        for own_id, text in held["articles"].items():
            assert desk.article(own_id) == codec.loads_article(text)
        for own_id, revisions in held["revisions"].items():
            assert [(row.revision, row.name) for row in desk.revisions(own_id)] == [
                (nr, name) for nr, name, _ in revisions
            ]
            for nr, _, text in revisions:
                assert desk.revision(own_id, nr) == codec.loads_article(text)
        for own_id, text in held["issues"].items():
            assert desk.issue(own_id) == codec.loads_issue(text)
        assert sorted([row.kind, row.title] for row in desk.recycled()) == held["bin"]
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []


def test_its_tables_become_those_of_a_new_library(path: Path, tmp_path: Path) -> None:
    Library.open(path).close()
    Library.open(tmp_path / "new.db").close()
    assert schema(path) == schema(tmp_path / "new.db")


def test_a_failing_migration_leaves_every_byte(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(RuntimeError, match="a migration with a bug"):
        Library.open(path, migrations=(*MIGRATIONS, break_off))
    assert path.read_bytes() == before
    Library.open(path).close()


def test_the_doctor_knows_it_as_it_is_and_brought_up_to_date(path: Path, tmp_path: Path, held: Any) -> None:
    before = path.read_bytes()
    assert {finding.kind for finding in doctor.examine(path, unwatched).findings} <= {Kind.COUNT}
    salvaged = salvage(path, tmp_path / "saved.db", unwatched)
    assert (salvaged.lost, salvaged.kept.articles) == ((), len(held["articles"]))
    assert path.read_bytes() == before
    Library.open(path).close()
    assert doctor.examine(path, unwatched).ok
