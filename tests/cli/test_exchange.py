"""`send` and `receive`: a file carried from one library to another by scripts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bulletin_desktop import app
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.acts import SaveArticle
from bulletin_desktop.services.desk import Desk

Run = Callable[..., Any]
Spawn = Callable[..., Any]


@pytest.fixture
def ours(run: Run, manuscript: Path, tmp_path: Path) -> Path:
    file = tmp_path / "ours.db"
    assert (
        run("compile", manuscript, "-o", tmp_path / "1.txt", "--library", file, "--date", "2026-03-05").code
        == 0
    )
    return file


@pytest.fixture
def issue_id(run: Run, ours: Path) -> str:
    return str(run("issues", "--library", ours, "--json").json[0]["id"])


@pytest.fixture
def file(run: Run, ours: Path, issue_id: str, tmp_path: Path) -> Path:
    path = tmp_path / "第1期.bulletin"
    result = run("send", issue_id, "-o", path, "--library", ours, "--json")
    assert result.json == {
        "path": str(path),
        "articles": 2,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
    }
    return path


def headlines(run: Run, library: Path, issue_id: str) -> list[str]:
    sections = run("show", issue_id, "--library", library, "--json").json["sections"]
    return ["".join(each["headline"]) for section in sections for each in section["articles"]]


def test_an_issue_goes_from_one_library_to_another(
    run: Run, ours: Path, file: Path, issue_id: str, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs.db"
    looked = run("receive", file, "--look", "--library", theirs, "--json").json
    assert looked["issue"]["here"] == "new"
    assert [row["how"] for row in looked["articles"]] == [["new"], ["new"]]
    assert run("issues", "--library", theirs, "--json").json == []
    taken = run("receive", file, "--library", theirs, "--json").json
    assert (taken["issue"], len(taken["added"])) == (issue_id, 2)
    assert headlines(run, theirs, issue_id) == headlines(run, ours, issue_id)
    again = run("receive", file, "--library", theirs)
    assert (again.code, again.out) == (0, "新稿件 0 篇，更新 0 篇，并存 0 篇\n")


def test_what_was_changed_on_both_sides_is_not_taken_in_unasked(
    run: Run, ours: Path, file: Path, issue_id: str, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs.db"
    run("receive", file, "--library", theirs)
    for library, words in ((ours, "我的"), (theirs, "他的")):
        retitle(library, issue_id, words)
    run("send", issue_id, "-o", file, "--library", theirs)
    refused = run("receive", file, "--library", ours)
    assert refused.code == 1
    assert "两边都改过" in refused.out
    assert "--changed" in refused.err
    assert headlines(run, ours, issue_id)[0] == "我的"
    assert run("receive", file, "--changed", "both", "--library", ours).code == 0
    assert headlines(run, ours, issue_id)[:2] == ["我的", "他的"]


@pytest.mark.parametrize(
    ("arguments", "left", "parcel"),
    [
        (["1.bulletin"], [], "1.bulletin"),
        (["--library", "a.db", "1.BULLETIN"], ["--library", "a.db"], "1.BULLETIN"),
        (["来稿.docx"], [], "来稿.docx"),
        (["export", "x", "-o", "1.docx"], ["export", "x", "-o", "1.docx"], None),
        (["receive", "1.bulletin"], ["receive", "1.bulletin"], None),
        (["--library", "1.bulletin"], ["--library", "1.bulletin"], None),
        ([], [], None),
    ],
)
def test_a_file_alone_is_for_the_window(arguments: list[str], left: list[str], parcel: str | None) -> None:
    found = app.without_parcel(arguments)
    assert found == (left, Path(parcel).absolute() if parcel else None)


def retitle(library: Path, issue_id: str, words: str) -> None:
    with Library.open(library) as opened:
        desk = Desk(opened)
        first = next(desk.issue(issue_id).articles())
        desk.apply(SaveArticle(replace(first, headline=(words,)), apart=True))


def test_a_file_that_is_no_exchange_file_ends_with_one(run: Run, ours: Path, manuscript: Path) -> None:
    result = run("receive", manuscript, "--library", ours)
    assert (result.code, result.out) == (1, "")
    assert "不是本程序的交换文件" in result.err


def test_an_article_that_is_not_in_the_file_is_told(run: Run, ours: Path, file: Path) -> None:
    result = run("receive", file, "--keep", "x", "--library", ours)
    assert (result.code, result.out) == (1, "")


def test_a_finished_issue_gets_its_folder(
    run: Run, spawn: Spawn, ours: Path, issue_id: str, tmp_path: Path
) -> None:
    # In a process of its own: the PDF's Qt application would be in the way of the window's tests.
    made = spawn(
        "archive",
        issue_id,
        "-o",
        tmp_path / "档案",
        "--name",
        "{year}/第{number:03}期",
        "--library",
        ours,
        "--json",
    )
    folder = tmp_path / "档案/2026/第001期"
    assert json.loads(made.stdout) == {"path": str(folder), "originals": 1, "missing": 0}
    assert sorted(path.suffix for path in folder.iterdir()) == ["", ".docx", ".pdf", ".txt", ".txt"]
    assert (folder / "目录.txt").read_text(encoding="utf-8-sig").startswith("简报2026年第1期\n序号\t")
    refused = run("archive", issue_id, "-o", tmp_path, "--name", "{volume}", "--library", ours)
    assert (refused.code, refused.out) == (1, "")
    assert "没有占位符“volume”" in refused.err
