"""Backups and restoring from the command line."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def library(run: Run, manuscript: Path, tmp_path: Path) -> Path:
    file = tmp_path / "office.db"
    assert run("compile", manuscript, "-o", tmp_path / "7.docx", "--library", file).code == 0
    return file


def titles(run: Run, library: Path) -> list[str]:
    (issue,) = run("issues", "--library", library, "--json").json
    shown = run("show", issue["id"], "--library", library, "--json").json
    return [article["headline"][0] for section in shown["sections"] for article in section["articles"]]


def test_a_backup_goes_beside_the_library_once(run: Run, library: Path) -> None:
    first = run("backup", "--library", library, "--json")
    assert (first.code, first.err) == (0, "")
    path = Path(first.json["path"])
    assert path.parent == library.parent / "backups"
    content = path.read_bytes()
    assert first.json == {
        "path": str(path),
        "articles": 2,
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    again = run("backup", "--library", library)
    assert again.out == f"自上次备份以来没有改动：{path}\n"
    assert list(path.parent.iterdir()) == [path]


def test_a_library_that_was_lost_is_restored_from_a_file(run: Run, library: Path, tmp_path: Path) -> None:
    file = tmp_path / "U盘" / "备份.db"
    file.parent.mkdir()
    assert run("backup", "--library", library, "-o", file).code == 0
    before = titles(run, library)
    library.unlink()
    answer = run("restore-library", file, "--library", library, "--json").json
    assert (answer["articles"], answer["kept"]) == (2, None)
    assert titles(run, library) == before


def test_what_stood_there_is_kept_and_named(
    run: Run, library: Path, manuscript: Path, tmp_path: Path
) -> None:
    file = tmp_path / "备份.db"
    run("backup", "--library", library, "-o", file)
    run("import", manuscript, "--library", library)
    restored = run("restore-library", file, "--library", library)
    assert restored.code == 0
    (kept,) = tmp_path.glob("office-replaced-*.db")
    assert str(kept) in restored.out
    assert len(titles(run, library)) == 2
    assert len(titles(run, kept)) == 4


@pytest.mark.parametrize("command", [("backup", "-o"), ("restore-library",)])
def test_a_folder_that_is_not_there(
    run: Run, library: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    before = library.read_bytes()
    refused = run(*command, tmp_path / "没有" / "备份.db", "--library", library)
    assert (refused.code, refused.out) == (1, "")
    assert len(refused.err.splitlines()) == 1
    assert "没有" in refused.err
    assert library.read_bytes() == before


def test_restoring_a_letter_is_refused_in_one_sentence(run: Run, library: Path, tmp_path: Path) -> None:
    letter = tmp_path / "信.docx"
    letter.write_bytes(b"PK" + bytes(8000))
    before = library.read_bytes()
    refused = run("restore-library", letter, "--library", library)
    assert (refused.code, len(refused.err.splitlines())) == (1, 1)
    assert "不是本程序资料库的备份" in refused.err
    assert library.read_bytes() == before
