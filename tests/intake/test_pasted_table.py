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


def test_a_cell_over_rows_at_the_end_of_a_short_row_covers_no_more_than_its_own() -> None:
    html = "<table><tr><td>甲<td rowspan=2>乙</tr><tr><td>丙</tr><tr><td>丁<td>戊</tr></table>"
    assert rows("", html) == [["甲", "乙"], ["丙", ""], ["丁", "戊"]]


def test_cells_of_head_and_body_are_one_table_and_what_is_not_shown_is_left_out() -> None:
    html = (
        "<table><colgroup><col></colgroup><thead><tr><th>乡镇</th></tr></thead><!-- 注 -->"
        "<tbody><tr><td><style>td{color:red}</style>云<!-- 注 -->溪</td></tr></tbody></table>"
    )
    assert rows("", html) == [["乡镇"], ["云溪"]]


@pytest.mark.parametrize(
    "html",
    [
        f"<td colspan={'9' * 5000}>x",
        ("<tr>" + "<td rowspan=500>x" * 60) * 2000,
        "<td colspan=60>x" * 250_000,
        "<tr><td>" * 400_000,
        "<!--" * 500_000,
        '<td a="' * 400_000,
        "</a " * 900_000,
        "<![x" * 100_000,
    ],
    ids=["digits", "rowspans", "colspans", "rows", "comments", "quotes", "ends", "declarations"],
)
def test_what_is_made_to_keep_a_reader_busy_gives_rows(html: str) -> None:
    found = rows("a\tb", f"<table>{html}")
    assert found
    assert len(found) <= MOST_ROWS
    assert all(len(row) <= MOST_COLUMNS for row in found)


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
