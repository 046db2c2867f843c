"""`search` finds any part of any text and answers in the promised JSON."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def search(run: Run, manuscript: Path, tmp_path: Path) -> Run:
    """Search a library with two issues of two articles each."""
    library = tmp_path / "office.db"
    for name, day in (("云溪简报", "2025-03-05"), ("云溪信息", "2026-03-05")):
        order = ("--publication", name, "--date", day, "--library", library)
        assert run("compile", manuscript, "-o", tmp_path / f"{name}.docx", *order).code == 0
    return lambda *arguments: run("search", *arguments, "--library", library)


def test_it_answers_with_articles_of_the_newest_issue_first(search: Run, run: Run, tmp_path: Path) -> None:
    result = search("夜校每周", "--json")
    assert (result.code, result.err) == (0, "")
    newest, _ = run("issues", "--library", tmp_path / "office.db", "--json").json
    first, second = result.json
    assert set(first) == {"article", "issue", "headline", "snippet"}
    assert first["headline"] == second["headline"] == "柳湾镇开办便民夜校"
    assert first["issue"] == newest["id"] != second["issue"]
    assert "夜校每周" in first["snippet"]


def test_words_narrow_and_a_limit_keeps_the_first(search: Run) -> None:
    assert len(search("清淤 渠壁", "--json").json) == len(search("清淤", "渠壁", "--json").json) == 2
    assert search("清淤 夜校", "--json").json == []
    assert len(search("，", "--limit", 3, "--json").json) == 3


def test_publication_year_section_and_contributor_narrow(search: Run) -> None:
    for option, value in (("--publication", "云溪信息"), ("--year", 2026)):
        assert len(search("12公里", option, value, "--json").json) == 1
    for option in ("--section", "--contributor"):
        assert search("12公里", option, "没有", "--json").json == []


def test_a_person_reads_where_it_was_and_the_words_about_it(search: Run) -> None:
    result = search("授课教师", "--year", 2025)
    assert result.code == 0
    line, snippet = result.out.splitlines()
    assert "云溪简报 2025 年第1期" in line
    assert line.endswith("柳湾镇开办便民夜校")
    assert "授课教师" in snippet
    assert search("没有这个词").out == "什么也没有找到。\n"


def test_an_unknown_publication_is_said_with_those_there_are(search: Run) -> None:
    result = search("夜校", "--publication", "简报")
    assert (result.code, result.out) == (1, "")
    assert "“简报”" in result.err
    assert "云溪简报、云溪信息" in result.err
