"""One sanitiser makes names that every Windows and Linux file system takes."""

from __future__ import annotations

import datetime as dt
import ntpath
import sys
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.document.model import Issue, Masthead
from bulletin_desktop.export.filenames import issue_title, safe_name


def test_an_ordinary_name_stays_as_it_is() -> None:
    assert safe_name("简报2026年第3期", ".docx") == "简报2026年第3期.docx"


def test_forbidden_marks_read_the_same_in_full_width() -> None:
    assert safe_name('a<b>c:d"e/f\\g|h?i*j') == "a＜b＞c：d＂e／f＼g｜h？i＊j"


@pytest.mark.parametrize("name", ["CON", "con", "Nul", "COM1", "lpt9", "COM¹", "CON .txt", "aux.2026"])
def test_a_device_name_is_never_made(name: str) -> None:
    made = safe_name(name, ".docx")
    assert made.partition(".")[0].rstrip().endswith("_")


def test_a_name_that_only_begins_like_a_device_is_left_alone() -> None:
    assert safe_name("CONTENTS", ".docx") == "CONTENTS.docx"


@pytest.mark.parametrize("name", ["  简报 . ", "简报...", ". 简报"])
def test_spaces_and_dots_at_the_ends_go(name: str) -> None:
    assert safe_name(name) == "简报"


def test_line_breaks_become_a_space_and_unseen_characters_go() -> None:
    assert safe_name("简\u200b报\r\n第3期\x07\ud800") == "简报 第3期"


@pytest.mark.parametrize("empty", ["", " .. ", "\u200b"])
def test_nothing_left_gives_the_fallback(empty: str) -> None:
    assert safe_name(empty, ".docx") == "bulletin.docx"


def test_a_long_name_is_cut_between_characters_and_keeps_its_ending() -> None:
    made = safe_name("简" * 500, ".docx")
    assert made.startswith("简")
    assert made.endswith("简.docx")
    assert len(made.encode()) <= 240


def reserved(name: str) -> bool:
    """Ask Python what Windows keeps: from 3.13 on under another name."""
    if sys.version_info >= (3, 13):
        return ntpath.isreserved(name)
    return PureWindowsPath(name).is_reserved()


@given(st.text(max_size=300))
def test_whatever_comes_in_is_one_name_windows_and_linux_keep(text: str) -> None:
    made = safe_name(text, ".docx")
    assert PureWindowsPath(made).name == made == Path(made).name
    assert not reserved(made)
    assert not set(made) & set('<>:"/\\|?*\0\n\r\t')
    assert made == made.strip(" .")
    assert len(made) <= 125
    assert len(made.encode()) <= 245


def issue(**fields: object) -> Issue:
    values = {"id": "i", "publication": "p", "year": 2026, "number": 3, "date": dt.date(2026, 2, 3)}
    return Issue(masthead=Masthead("简报"), **(values | fields))  # type: ignore[arg-type]


def test_an_issue_is_called_what_offices_call_it() -> None:
    assert issue_title(issue()) == "简报2026年第3期"


def test_a_supplement_says_so() -> None:
    assert issue_title(issue(supplement=True, number=1)) == "简报2026年增刊第1期"
