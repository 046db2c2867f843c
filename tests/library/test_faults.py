"""The world at its worst, with real processes: killed, locked out, without rights, without room."""

from __future__ import annotations

import random
import sqlite3
import sys
import time
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.desk import Desk

if sys.platform == "win32":
    pytest.skip("needs POSIX signals, users and limits", allow_module_level=True)

from tests.faults.places import program, said
from tests.library.fault_child import one_article

child = partial(program, module="tests.library.fault_child")


def test_killed_while_saving_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    chance = random.Random(7)
    for _ in range(6):
        with child("save", path) as process:
            assert process.stdout is not None
            first = process.stdout.readline()
            time.sleep(chance.random() * 0.08)
            process.kill()
            lines = (first + process.stdout.read()).split("\n")
        acknowledged = int(lines[-2])  # the last piece is cut off or empty
        with Library.open(path) as library:
            found = int(one_article(Desk(library)).kicker)
        assert found in {acknowledged, acknowledged + 1}
        with closing(sqlite3.connect(path)) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert raw.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_second_program_is_told_who_has_the_library(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with child("hold", path) as process:
        assert process.stdout is not None
        holder = process.stdout.readline().strip()
        with pytest.raises(UserError, match=rf"already open in another window .*\(process {holder} on"):
            Library.open(path)
    Library.open(path).close()


def test_a_killed_program_leaves_no_lock(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with child("hold", path) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.kill()
        process.wait()
        assert path.with_name("library.db.lock").exists()
        Library.open(path).close()


def test_without_room_a_save_is_refused_whole_and_works_again_with_room(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with child("fill_disk", path) as process:
        sentence, state_kept, last = said(process)
    assert "the disk is full, over its quota or failing" in sentence
    assert state_kept == "True"
    with Library.open(path) as library:
        assert one_article(Desk(library)).kicker == last


def test_without_room_for_an_original_nothing_of_it_is_stored(tmp_path: Path) -> None:
    with child("fill_disk_with_originals", tmp_path / "library.db") as process:
        sentence, without_room, with_room = said(process)
    assert "the disk is full, over its quota or failing" in sentence
    assert without_room == "(0, 0, False)"
    assert with_room == "(1, 1, True)"
