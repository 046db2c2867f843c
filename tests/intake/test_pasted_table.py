"""Tables as text, as spreadsheets put them on the clipboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.intake.pasted_table import count, is_table, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("乡镇\t户数\n云溪\t120\n", [["乡镇", "户数"], ["云溪", "120"]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ('"两行\n一格"\t2', [["两行\n一格", "2"]]),
        ('他说"好"\t2', [['他说"好"', "2"]]),
        ("一个词", [["一个词"]]),
    ],
)
def test_text_is_divided_by_tabs_and_line_ends(text: str, expected: list[list[str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["乡镇\t户数", "云溪\t120"], True),
        (["1\t云溪\t120", "2\t石桥\t35"], True),
        (["1.\t提高认识", "2.\t压实责任"], False),
        (["（一）\t提高认识", "（二）\t压实责任"], False),
        (["•\t甲", "•\t乙"], False),
        (["甲\t乙", "丙"], False),
        (["甲\t乙"], False),
        (["甲", "乙"], False),
        ([], False),
    ],
)
def test_rows_of_cells_are_told_from_lists_and_prose(lines: list[str], expected: bool) -> None:
    assert is_table(lines) is expected


@pytest.mark.parametrize(
    ("value", "expected"), [("3", 3), ("003", 3), ("9" * 5000, 60), ("-2", 1), ("x", 1), ("", 1), (None, 1)]
)
def test_a_number_of_cells_is_within_limits(value: str | None, expected: int) -> None:
    assert count(value, 60) == expected


@given(st.text(max_size=200))
def test_any_text_gives_rows(text: str) -> None:
    for row in rows(text):
        assert all(isinstance(cell, str) for cell in row)
