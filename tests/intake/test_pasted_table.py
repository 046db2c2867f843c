"""Tables as Excel, Word and browsers put them on the clipboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.intake.pasted_table import MOST_COLUMNS, MOST_ROWS, rows


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


def test_the_table_of_a_page_is_preferred_to_its_text() -> None:
    html = (
        "<html><body><!--StartFragment--><table><tr><th>乡镇<th>户&nbsp;数</tr>"
        "<tr><td><p>云溪</p><p>镇</p></td><td>120<br>户</td></tr></table><p>后文</p>"
    )
    assert rows("x", html) == [["乡镇", "户 数"], ["云溪 镇", "120 户"]]


def test_cells_over_several_places_leave_the_others_empty() -> None:
    html = (
        "<table><tr><td rowspan=2>甲<td colspan=2>乙</tr><tr><td>丙<td>丁</tr>"
        "<tr><td>戊<td>己<td>庚</tr></table>"
    )
    assert rows("", html) == [["甲", "乙", ""], ["", "丙", "丁"], ["戊", "己", "庚"]]


def test_a_table_within_a_cell_is_its_text() -> None:
    html = "<table><tr><td>外<table><tr><td>内</td></tr></table></td><td>二</td></tr></table>"
    assert rows("", html) == [["外内", "二"]]


def test_without_a_table_html_counts_for_nothing() -> None:
    assert rows("a\tb", "<p>a b</p>") == [["a", "b"]]


def test_a_whole_sheet_is_cut() -> None:
    found = rows(("x\t" * 200 + "\n") * 2000)
    assert (len(found), len(found[0])) == (MOST_ROWS, MOST_COLUMNS)
    wide = rows("", "<table><tr><td colspan=999999999>x</td></tr></table>")
    assert len(wide[0]) == MOST_COLUMNS


@given(st.text(max_size=200), st.text("<table>rd/=\"' colspan3x&;", max_size=300))
def test_anything_gives_rows(text: str, html: str) -> None:
    for row in rows(text, "<table>" + html):
        assert all(isinstance(cell, str) for cell in row)
