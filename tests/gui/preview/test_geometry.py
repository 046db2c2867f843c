"""Where pages lie on the desk, in one column and side by side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QSizeF

from bulletin_desktop.gui.preview.geometry import Columns, Fit, Stack, fitting_room, scale_for

A4 = QSizeF(11906, 16838)
LAYOUTS = st.sampled_from([Columns(), Columns(2), Columns(2, 1)])


def stack(count: int, columns: Columns) -> Stack:
    return Stack(A4, count, 0.02, QSizeF(800, 600), 16, columns)


@given(st.integers(1, 40), LAYOUTS)
def test_the_page_at_the_middle_of_a_page_is_that_page(count: int, columns: Columns) -> None:
    pages = stack(count, columns)
    assert [pages.page_at(pages.rect(index).center()) for index in range(count)] == list(range(count))


@given(st.integers(1, 40), LAYOUTS)
def test_rows_hold_every_page_once_in_order(count: int, columns: Columns) -> None:
    pages = stack(count, columns)
    found = [index for row in range(pages.rows) for index in pages.pages_of(row)]
    assert found == list(range(count))
    assert all(index in pages.pages_of(pages.row_of(index)) for index in found)


@given(st.integers(1, 40), LAYOUTS, st.floats(0, 5000), st.floats(0, 900))
def test_pages_that_touch_a_stretch_are_visible_in_it(
    count: int, columns: Columns, top: float, height: float
) -> None:
    pages = stack(count, columns)
    seen = pages.visible(top, top + height)
    for index in range(count):
        rect = pages.rect(index)
        if rect.top() < top + height and rect.bottom() > top:
            assert index in seen


def test_the_first_page_of_a_two_sided_print_stands_alone_on_the_right() -> None:
    pages = stack(4, Columns(2, 1))
    assert [list(pages.pages_of(row)) for row in range(pages.rows)] == [[0], [1, 2], [3]]
    assert pages.rect(0).left() == pages.rect(2).left() > pages.rect(1).left()


def test_otherwise_the_first_two_pages_stand_side_by_side() -> None:
    pages = stack(4, Columns(2))
    assert pages.rect(0).top() == pages.rect(1).top() < pages.rect(2).top()


def test_no_pages_take_no_room() -> None:
    pages = stack(0, Columns(2, 1))
    assert pages.rows == 0
    assert list(pages.visible(0, 500)) == []
    assert pages.page_at(QPointF(3, 3)) == 0


@pytest.mark.parametrize("columns", [1, 2])
def test_fitted_pages_fill_the_width(columns: int) -> None:
    view = QSizeF(800, 600)
    scale = scale_for(Fit.WIDTH, A4, fitting_room(view, 16, columns), 96)
    pages = Stack(A4, 6, scale, view, 16, Columns(columns))
    assert pages.total.width() == pytest.approx(800, abs=2)
