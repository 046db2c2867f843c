"""Manuscripts come in: read, recognised, stored in an issue's sections, and taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.paths import resources
from bulletin_desktop.services import manuscripts
from bulletin_desktop.services.acts import Act, Changes
from bulletin_desktop.services.desk import Desk

TODAY = dt.date(2024, 3, 29)
PROSE = "3月12日,市政协召开主席会议,传达学习有关会议精神,研究部署下半年重点工作。"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Library.open(tmp_path / "library.db") as library:
        yield Desk(library)


def _titles(desk: Desk, issue: str) -> list[tuple[str, list[str]]]:
    return [(row.title, [article.title for article in row.articles]) for row in desk.contents(issue).sections]


def test_an_empty_paste_is_named_as_such() -> None:
    with pytest.raises(UserError, match="no text to paste"):
        manuscripts.read_text(" \n\u3000")


def test_an_empty_library_gets_a_publication_and_an_issue(desk: Desk) -> None:
    issue = manuscripts.receiving_issue(desk, TODAY)
    assert desk.issue(issue).publication == "简报"
    assert manuscripts.receiving_issue(desk, TODAY) == issue


def test_sections_of_the_input_become_sections_of_the_issue(desk: Desk) -> None:
    issue = manuscripts.receiving_issue(desk, TODAY)
    first = manuscripts.read_text(f"【要闻】\n甲县政协召开会议\n{PROSE}\n【简讯】\n乙县政协召开会议\n{PROSE}")
    second = manuscripts.read_text(f"【要闻】\n丙县政协召开会议\n{PROSE}")
    manuscripts.store(desk, issue, first, second)
    assert _titles(desk, issue)[-2:] == [
        ("要闻", ["甲县政协召开会议", "丙县政协召开会议"]),
        ("简讯", ["乙县政协召开会议"]),
    ]


def test_articles_of_no_section_go_into_one_section(desk: Desk) -> None:
    issue = manuscripts.receiving_issue(desk, TODAY)
    for name in ("甲", "乙"):
        manuscripts.store(desk, issue, manuscripts.read_text(f"{name}县政协召开会议\n{PROSE}"))
    assert [titles for _, titles in _titles(desk, issue) if titles] == [
        ["甲县政协召开会议", "乙县政协召开会议"]
    ]


def test_storing_can_be_taken_back(desk: Desk) -> None:
    issue = manuscripts.receiving_issue(desk, TODAY)
    before = _titles(desk, issue)
    sample = (resources() / "samples" / "sample-bulletin.txt").read_text(encoding="utf-8")
    stored = manuscripts.store(desk, issue, manuscripts.read_text(sample))
    assert _titles(desk, issue) != before
    for changes in reversed(stored.changes):
        desk.apply(changes.inverse)
    assert _titles(desk, issue) == before


def test_a_step_that_fails_takes_the_steps_before_it_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue = manuscripts.receiving_issue(desk, TODAY)
    before = _titles(desk, issue)
    recognition = manuscripts.read_text(
        f"【要闻】\n甲县政协召开会议\n{PROSE}\n【简讯】\n乙县政协召开会议\n{PROSE}"
    )
    carry_out, calls = desk.apply, []

    def fail_at_second(act: Act) -> Changes:
        calls.append(act)
        if len(calls) == 2:
            raise UserError("The disk is full.")
        return carry_out(act)

    monkeypatch.setattr(desk, "apply", fail_at_second)
    with pytest.raises(UserError, match="disk is full"):
        manuscripts.store(desk, issue, recognition)
    assert _titles(desk, issue) == before
