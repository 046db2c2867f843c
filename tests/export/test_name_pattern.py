"""Where an archived issue goes: by the office's pattern, as names every system takes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Issue, Masthead
from bulletin_desktop.errors import UserError
from bulletin_desktop.export.name_pattern import USUAL, place

ISSUE = Issue(new_id(), "云溪简报", 2026, 3, dt.date(2026, 3, 9), Masthead("云溪简报", "县委办"), 118)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        (USUAL, "云溪简报/2026年/第003期"),
        ("{year}/{publication}第{number}期", "2026/云溪简报第3期"),
        (r"{unit}\{date}", "县委办/2026-03-09"),
        ("/{year}{month:02}{day:02}-{running:05}/", "20260309-00118"),
        ("a:b?/NUL", "a：b？/NUL_"),
        (" 档案 / 第{number}期. ", "档案/第3期"),
    ],
)
def test_fields_are_filled_and_names_made_safe(pattern: str, path: str) -> None:
    assert place(pattern, ISSUE).as_posix() == path


def test_a_supplement_says_so_in_the_usual_pattern() -> None:
    assert place(USUAL, replace(ISSUE, supplement=True)).as_posix() == "云溪简报/2026年/增刊第003期"


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("", "names no folder"),
        (" / ", "names no folder"),
        ("{year}/..", "is empty for this issue"),
        ("{year}//第{number}期", "is empty for this issue"),
        ("{kind}/第{number}期", "is empty for this issue"),
        ("{volume}", r"no field “volume”\. There are: \{publication\}"),
        ("{number:3}", "no field “number:3”"),
        ("{number", "stands alone"),
        ("number}", "stands alone"),
        ("a/b/c/d/e/f/g/h/i", "names no folder"),
    ],
)
def test_a_pattern_that_names_no_folder_is_one_sentence(pattern: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence) as told:
        place(pattern, ISSUE)
    assert str(told.value)


def test_no_name_of_a_publication_leaves_its_folder() -> None:
    found = place("{publication}", replace(ISSUE, masthead=Masthead("../../etc/passwd")))
    assert found.parts == ("／..／etc／passwd",)
