"""Transactions within transactions."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

import pytest

from bulletin_desktop.library.database import Database


@pytest.fixture
def db() -> Iterator[Database]:
    with contextlib.closing(Database(sqlite3.connect(":memory:", isolation_level=None))) as db:
        db.execute("CREATE TABLE words (word TEXT PRIMARY KEY ON CONFLICT REPLACE)")
        yield db


def words(db: Database) -> list[str]:
    return [word for (word,) in db.execute("SELECT word FROM words ORDER BY word")]


def add(db: Database, word: str) -> None:
    db.execute("INSERT INTO words VALUES (?)", (word,))


def fail(db: Database, word: str) -> None:
    with db.atomic():
        add(db, word)
        raise LookupError


def test_all_of_a_block_is_kept_or_nothing(db: Database) -> None:
    with db.atomic():
        add(db, "甲")
    with pytest.raises(LookupError):
        fail(db, "乙")
    assert words(db) == ["甲"]
    assert not db.conn.in_transaction


def test_a_block_within_is_taken_back_alone(db: Database) -> None:
    with db.atomic():
        add(db, "甲")
        with db.atomic():
            add(db, "乙")
            with pytest.raises(LookupError):
                fail(db, "丙")
            add(db, "丁")
    assert words(db) == ["丁", "乙", "甲"]


def test_what_a_block_within_has_kept_goes_with_the_one_around_it(db: Database) -> None:
    with contextlib.suppress(LookupError), db.atomic():
        with db.atomic():
            add(db, "甲")
        fail(db, "乙")
    assert words(db) == []


def test_a_failure_that_ends_the_transaction_itself_is_told_as_it_is(db: Database) -> None:
    db.execute("CREATE TRIGGER never BEFORE INSERT ON words BEGIN SELECT RAISE(ROLLBACK, 'never'); END")
    with pytest.raises(sqlite3.IntegrityError, match="never"), db.atomic(), db.atomic():
        add(db, "甲")
    assert not db.conn.in_transaction


def test_a_commit_that_fails_leaves_nothing_behind(db: Database) -> None:
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("CREATE TABLE uses (word TEXT REFERENCES words DEFERRABLE INITIALLY DEFERRED)")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"), db.atomic():
        db.execute("INSERT INTO uses VALUES ('乙')")
    assert not db.conn.in_transaction


def test_triggers_see_rows_that_give_way_to_new_ones(db: Database) -> None:
    db.execute("CREATE TABLE gone (word TEXT)")
    db.execute("CREATE TRIGGER note AFTER DELETE ON words BEGIN INSERT INTO gone VALUES (old.word); END")
    add(db, "甲")
    add(db, "甲")
    assert db.execute("SELECT count(*) FROM gone").fetchone() == (1,)
