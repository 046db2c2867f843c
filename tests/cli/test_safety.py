"""`doctor` examines, says what it found, and saves into a new file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bulletin_desktop.library.library import Library
from tests.library import rich_library

Run = Callable[..., Any]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "office.db"
    rich_library.make(path, 1)
    return path


def damaged(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE article_bodies SET json = '' WHERE article_nr = 1")
        raw.execute("DELETE FROM revisions WHERE article_nr = 1")


def test_a_sound_library(run: Run, library: Path) -> None:
    result = run("doctor", "--library", library, "--json")
    assert (result.code, result.json) == (0, {"ok": True, "findings": []})
    assert "没有问题" in run("doctor", "--library", library).out


def test_a_damaged_one_is_named_and_saved_elsewhere(run: Run, library: Path, tmp_path: Path) -> None:
    damaged(library)
    result = run("doctor", "--library", library, "--json")
    assert (result.code, result.json["ok"]) == (1, False)
    assert {finding["kind"] for finding in result.json["findings"]} == {"article"}
    assert set(result.json["findings"][0]) == {"kind", "what", "where"}
    new = tmp_path / "new.db"
    saved = run("doctor", "--library", library, "--into", new, "--json")
    assert saved.code == 0
    assert saved.json["path"] == str(new)
    assert saved.json["kept"]["articles"] == 7
    assert [finding["kind"] for finding in saved.json["lost"]] == ["article"]
    assert run("doctor", "--library", new, "--json").json["ok"]


def test_an_open_library_is_not_examined(run: Run, library: Path) -> None:
    with Library.open(library):
        result = run("doctor", "--library", library)
    assert result.code == 1
    assert "已在本程序的另一个窗口中打开" in result.err


def test_nothing_is_made_where_no_library_is(run: Run, tmp_path: Path) -> None:
    result = run("doctor", "--library", tmp_path / "none.db")
    assert result.code == 1
    assert "读不出" in result.err
    assert not (tmp_path / "none.db").exists()
