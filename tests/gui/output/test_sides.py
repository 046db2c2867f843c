"""Which pages are named, and the order of the sides on paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.gui.output.sides import PrintSettings, page_numbers, sheets, sides


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("1-3,5", (1, 2, 3, 5)),
        ("5,1-3", (5, 1, 2, 3)),
        (" 2 , 4 ", (2, 4)),
        ("４－６，２", (4, 5, 6, 2)),
        ("1至2、6", (1, 2, 6)),
        ("-2", (1, 2)),
        ("5-", (5, 6)),
        ("3,3,2-4", (3, 2, 4)),
        ("1,,2,", (1, 2)),
        ("", ()),
        ("-", ()),
        ("0", ()),
        ("7", ()),
        ("2-9", ()),
        ("3-2", ()),
        ("1-2-3", ()),
        ("第2页", ()),
        ("1,x", ()),
        ("²", ()),
        ("9" * 5000, ()),
    ],
)
def test_pages_are_named_as_people_write_them(text: str, pages: tuple[int, ...]) -> None:
    assert page_numbers(text, 6) == pages


@given(st.text(max_size=12), st.integers(1, 9))
def test_whatever_is_typed_names_pages_of_the_issue_once_or_none(text: str, count: int) -> None:
    pages = page_numbers(text, count)
    assert len(pages) == len(set(pages))
    assert set(pages) <= set(range(1, count + 1))


def wanted(*pages: int, copies: int = 1, collate: bool = True, two_sided: bool = False) -> PrintSettings:
    return PrintSettings("p", pages, copies, collate, two_sided)


@pytest.mark.parametrize(
    ("settings", "order", "paper"),
    [
        (wanted(1, 2, 3), (1, 2, 3), 3),
        (wanted(3, 1), (3, 1), 2),
        (wanted(1, 2, copies=2), (1, 2, 1, 2), 4),
        (wanted(1, 2, copies=2, collate=False), (1, 1, 2, 2), 4),
        (wanted(1, 2, 3, two_sided=True), (1, 2, 3), 2),
        # A copy never begins on the back of the one before.
        (wanted(1, 2, 3, copies=2, two_sided=True), (1, 2, 3, None, 1, 2, 3), 4),
        (wanted(1, 2, 3, copies=2, collate=False, two_sided=True), (1, 2, 1, 2, 3, None, 3), 4),
        (wanted(4, copies=3, two_sided=True), (4, 4, 4), 3),
    ],
)
def test_sides_come_in_the_order_of_the_copies(
    settings: PrintSettings, order: tuple[int | None, ...], paper: int
) -> None:
    assert sides(settings) == order
    assert sheets(settings) == paper


def test_copies_of_one_page_lie_on_sheets_of_their_own() -> None:
    assert not wanted(4, copies=3, two_sided=True).both_sides
    assert wanted(4, 5, two_sided=True).both_sides
