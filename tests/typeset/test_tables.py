"""Tables set: columns, rows on the grid, cells that cover several rows."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_desktop.document.model import Cell, CellAlign, Span, Table
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.layout import Align
from bulletin_desktop.typeset.portions import Spreader
from bulletin_desktop.typeset.table_setter import TableSetter, column_widths
from bulletin_desktop.typeset.tables import TableBox, cell_texts
from bulletin_desktop.typeset.template import Template
from tests.typeset.conftest import WIDTH, EvenMeasures
from tests.typeset.tabling import table

H = 569  # one line of the grid less a border


@pytest.fixture
def setter(jianbao: Template, spreader: Spreader) -> TableSetter:
    return TableSetter(jianbao, spreader)


def heights(box: TableBox) -> list[int]:
    return [row.height for row in box.rows]


def test_columns_share_the_text_width() -> None:
    assert sum(column_widths((250, 250, 500), WIDTH, 300)) == WIDTH
    assert column_widths((250, 250, 500), WIDTH, 300) == pytest.approx((2211, 2211, 4422), abs=2)


def test_a_column_has_room_for_a_character_at_the_others_cost() -> None:
    widths = column_widths((1, 499, 500), WIDTH, 300)
    assert widths[0] == pytest.approx(300, abs=2)
    assert sum(widths) == WIDTH


def test_too_many_columns_are_about_alike() -> None:
    assert set(column_widths((1,) * 40, WIDTH, 300)) <= set(range(216, 225))


@given(st.lists(st.integers(1, 500), min_size=1, max_size=60))
def test_widths_always_sum_to_the_text_width(shares: list[int]) -> None:
    widths = column_widths(shares, WIDTH, 300)
    assert sum(widths) == WIDTH
    assert min(widths) > 0


def test_column_edges_are_those_that_stay_in_ten_thousandths_of_the_width() -> None:
    edge = 0
    for width in column_widths((137, 211, 89, 563), WIDTH, 300)[:-1]:
        edge += width
        assert round(edge * 10000 / WIDTH) * WIDTH // 10000 == edge


def test_a_row_is_whole_lines_of_the_grid_less_a_border(setter: TableSetter) -> None:
    box = setter.set(table(("短", "短"), ("字" * 31, "短"), ("字" * 46, "短")))
    assert [row.lines for row in box.rows] == [1, 3, 4]
    assert heights(box) == [H, 3 * 579 - 10, 3 * 579 - 10]


def test_the_text_of_a_cell_has_the_width_of_its_column_less_both_margins(setter: TableSetter) -> None:
    box = setter.set(table(("字" * 8,), widths=(1000,)))
    assert box.text_width(box.cells[0]) == WIDTH - 216
    assert box.text_left(box.cells[0]) == 113


def test_no_mark_hangs_over_a_cell_s_edge(setter: TableSetter) -> None:
    box = setter.set(table(("字" * 30 + "，字",)))
    assert box.cells[0].lines == ((0, 29), (29, 32))


def test_the_head_has_a_style_of_its_own_and_is_centred(setter: TableSetter) -> None:
    box = setter.set(table(("头",), ("格",), heads=1))
    assert [(cell.style.id, cell.style.align) for cell in box.cells] == [
        ("TableHead", Align.CENTER),
        ("TableCell", Align.LEFT),
    ]


def test_a_cell_keeps_the_alignment_it_was_given(setter: TableSetter) -> None:
    made = Table("t", (1000,), ((Cell((Span("1"),), align=CellAlign.RIGHT),),))
    assert setter.set(made).cells[0].style.align is Align.RIGHT


def test_the_item_s_text_is_the_cells_row_by_row(setter: TableSetter) -> None:
    box = setter.set(table(("甲", ""), ("乙乙", "丙")))
    text = "".join(run.text for run in cell_texts(box.cells))
    assert text == "甲\n\n乙乙\n丙"
    assert [text[cell.start : cell.end] for cell in box.cells] == ["甲", "", "乙乙", "丙"]
    assert [(row.start, row.end) for row in box.rows] == [(0, 2), (3, 7)]


def test_text_stands_in_the_middle_of_its_row(setter: TableSetter) -> None:
    box = setter.set(table(("短", "字" * 31)))
    (short, _, y), *long = box.lines_in(0, None)
    assert short.column == 0
    assert [top for _, _, top in long] == [y - 400, y, y + 400]
    assert y == 10 + (3 * 579 - 20 - 400) // 2


def test_a_cell_over_several_rows_stands_in_their_middle(setter: TableSetter) -> None:
    box = setter.set(table((("并", 1, 3), "一"), ("二",), ("三",)))
    assert [row.tied for row in box.rows] == [True, True, False]
    assert [[cell.column for cell, _, _ in box.lines_in(row, None)] for row in range(3)] == [[1], [0, 1], [1]]
    assert box.place_of(0) == (1, 0)


def test_rows_grow_at_the_last_one_for_a_cell_that_covers_them(setter: TableSetter) -> None:
    box = setter.set(table((("字" * 61, 1, 2), "一"), ("二",)))
    assert box.cells[0].text_height == 5 * 400
    assert heights(box) == [H, 4 * 579 - 10 - 579]
    assert sum(heights(box)) >= 5 * 400 + 10


def test_more_rows_than_a_page_holds_come_apart(setter: TableSetter) -> None:
    box = setter.set(table((("并", 1, 40), "一"), *[("格",)] * 39))
    groups = []
    at = 0
    while at < len(box.rows):
        groups.append(len(box.group(at)))
        at = box.group(at).stop
    assert sum(groups) == 40
    assert max(groups) * H <= 20 * 579
    assert not next(cell for cell in box.cells if cell.column == 0).continued
    assert "".join(run.text for run in cell_texts(box.cells)).count("\n") == 40


def test_a_row_higher_than_half_a_page_may_break_and_is_as_high_as_its_text(setter: TableSetter) -> None:
    box = setter.set(table(("字" * 15 * 20, "短")))
    assert not box.rows[0].whole
    assert heights(box) == [20 * 400 + 10]


def test_a_table_of_nothing_but_head_repeats_none(setter: TableSetter) -> None:
    assert setter.set(table(("头",), ("头",), heads=2)).headers == 0


def test_a_head_of_more_than_half_a_page_is_not_repeated(setter: TableSetter) -> None:
    assert setter.set(table(*[("头",)] * 15, ("格",), heads=15)).headers == 0


def test_thirty_columns_hold_a_character_a_line(setter: TableSetter) -> None:
    box = setter.set(table(tuple("字符" for _ in range(30))))
    assert all(cell.lines == ((0, 1), (1, 2)) for cell in box.cells)
    assert box.margin >= 5


def test_what_did_not_change_is_not_set_again(setter: TableSetter) -> None:
    first = setter.set(table(("甲", "乙")))
    assert setter.set(table(("甲", "乙"))) is first
    assert setter.set(table(("甲", "丙"))) is not first


def test_a_click_finds_the_cell_by_its_column(setter: TableSetter) -> None:
    box = setter.set(table(("甲", "乙")))
    assert [box.cell_at(0, x).column for x in (-50, 100, 5000, 9999)] == [0, 0, 1, 1]


def test_borders_leave_out_the_one_inside_a_merged_cell(setter: TableSetter) -> None:
    box = setter.set(table((("并", 1, 2), "一"), ("二",)))
    upper = [(x1, x2) for x1, y1, x2, y2 in box.borders(1, H, True) if y1 == y2 == 5]
    assert upper == [(box.edges[1] + 5, WIDTH + 5)]
    assert sum(y1 == y2 == H + 5 for _, y1, _, y2 in box.borders(1, H, True)) == 2


WORDS = st.text("字，A1。 ", max_size=60)


@settings(max_examples=60)
@given(st.data())
def test_every_line_of_every_cell_stands_in_one_row_and_is_found_there(data: st.DataObject) -> None:
    columns = data.draw(st.integers(1, 5))
    count = data.draw(st.integers(1, 8))
    high = data.draw(st.integers(1, count))
    first = [(data.draw(WORDS), 1, high), *(data.draw(WORDS) for _ in range(columns - 1))]
    rows = [tuple(first)]
    for row in range(1, count):
        words = [data.draw(WORDS) for _ in range(columns - 1)]
        rows.append(tuple(words if row < high else [data.draw(WORDS), *words]))
    setter = TableSetter(template.load("jianbao"), Spreader(EvenMeasures()))
    box = setter.set(table(*rows))
    shown = [(row, cell, nth) for row in range(count) for cell, nth, _ in box.lines_in(row, None)]
    if all(row.whole for row in box.rows):
        assert len(shown) == sum(len(cell.lines) for cell in box.cells)
        for row, cell, nth in shown:
            if not cell.continued and cell.lines[nth][1] > cell.lines[nth][0]:
                assert box.place_of(cell.start + cell.lines[nth][0]) == (row, nth)
