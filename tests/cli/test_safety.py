"""`doctor` examines, says what it found, and saves into a new file."""

from __future__ import annotations

import sqlite3
import zipfile
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


def test_diagnostics_are_packed_without_opening_the_library(run: Run, library: Path, tmp_path: Path) -> None:
    target = tmp_path / "facts.zip"
    with Library.open(library):
        result = run("diagnostics", "-o", target, "--library", library, "--json")
    assert result.code == 0
    assert result.json["path"] == str(target)
    with zipfile.ZipFile(target) as packed:
        assert packed.namelist() == result.json["files"]
        assert "打不开的原因：已在另一个窗口打开" in packed.read("概况.txt").decode("utf-8-sig")
    assert "不含稿件内容" in run("diagnostics", "-o", target, "--library", library).out


def test_diagnostics_tell_of_a_damaged_library(run: Run, library: Path, tmp_path: Path) -> None:
    with library.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 8192)
    target = tmp_path / "facts.zip"
    assert run("diagnostics", "-o", target, "--library", library).code == 0
    with zipfile.ZipFile(target) as packed:
        assert "打不开的原因：文件损坏" in packed.read("概况.txt").decode("utf-8-sig")


def test_diagnostics_that_cannot_be_written_are_a_sentence(run: Run, library: Path, tmp_path: Path) -> None:
    result = run("diagnostics", "-o", tmp_path / "nowhere" / "facts.zip", "--library", library)
    assert (result.code, result.out) == (1, "")
    assert "不存在" in result.err
