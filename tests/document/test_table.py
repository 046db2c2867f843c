"""Rows and columns come and go, cells are merged and divided, and the table stays legal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.document import table as tables
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Cell, CellAlign, Span, Table
from bulletin_desktop.document.schema import check
from bulletin_desktop.document.table import Spot, grid

ID = new_id()


def filled(rows: int, columns: int) -> Table:
    """Cells named by their place: a0 b0 / a1 b1."""
    names = [[f"{chr(97 + x)}{y}" for x in range(columns)] for y in range(rows)]
    return tables.with_texts(tables.plain(ID, rows, columns), 0, 0, names)


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def test_a_cell_below_a_higher_one_stands_at_the_first_free_column() -> None:
    table = Table(ID, (500, 500), ((Cell(rows=2), Cell((Span("b"),))), (Cell((Span("c"),)),)))
    assert [(spot.row, spot.column, spot.cell.text) for spot in grid(table)] == [
        (0, 0, ""),
        (0, 1, "b"),
        (1, 1, "c"),
    ]
    assert tables.at(table, 1, 0).row == 0


@pytest.mark.parametrize("columns", [1, 3, 7, 30, 999])
def test_even_widths_sum_to_the_text_width(columns: int) -> None:
    widths = tables.even_widths(columns)
    assert sum(widths) == 1000
    assert max(widths) - min(widths) <= columns


def test_widths_of_any_unit_become_shares() -> None:
    assert tables.shares([30.0, 60.0, 30.0]) == (250, 500, 250)
    assert tables.shares([0, 0]) == (999, 1) or sum(tables.shares([0, 0])) == 1000


def test_a_row_is_put_between_and_taken_away_again() -> None:
    table = filled(2, 2)
    longer = tables.insert_row(table, 1)
    assert texts(longer) == [["a0", "b0"], ["", ""], ["a1", "b1"]]
    assert tables.remove_row(longer, 1) == table


def test_a_row_before_the_header_s_end_belongs_to_the_header() -> None:
    table = replace(filled(3, 2), header_rows=1)
    assert tables.insert_row(table, 0).header_rows == 2
    assert tables.insert_row(table, 1).header_rows == 1
    assert tables.remove_row(table, 0).header_rows == 0


def test_a_column_is_put_between_and_taken_away_again() -> None:
    wider = tables.insert_column(filled(2, 2), 1)
    assert texts(wider) == [["a0", "", "b0"], ["a1", "", "b1"]]
    assert wider.widths == (333, 334, 333) or sum(wider.widths) == 1000
    assert texts(tables.remove_column(wider, 1)) == [["a0", "b0"], ["a1", "b1"]]


def test_the_only_row_and_column_stay() -> None:
    table = filled(1, 1)
    assert tables.remove_row(table, 0) == table
    assert tables.remove_column(table, 0) == table


def test_merging_keeps_all_texts_and_dividing_leaves_them_in_the_first() -> None:
    merged = tables.merge(filled(3, 3), 0, 1, 1, 2)
    assert tables.at(merged, 1, 2) == Spot(0, 1, Cell((Span("b0c0b1c1"),), 2, 2))
    divided = tables.split(merged, 1, 1)
    assert texts(divided) == [["a0", "b0c0b1c1", ""], ["a1", "", ""], ["a2", "b2", "c2"]]


def test_merging_takes_in_what_it_cuts() -> None:
    once = tables.merge(filled(3, 3), 0, 0, 0, 1)
    twice = tables.merge(once, 0, 1, 1, 1)
    assert tables.at(twice, 1, 0).cell == Cell((Span("a0b0a1b1"),), 2, 2)


def test_a_row_through_a_merged_cell_lengthens_it() -> None:
    merged = tables.merge(filled(2, 2), 0, 0, 1, 0)
    longer = tables.insert_row(merged, 1)
    assert tables.at(longer, 2, 0).cell.rows == 3
    shorter = tables.remove_row(longer, 0)
    assert tables.at(shorter, 0, 0).cell == Cell((Span("a0a1"),), 1, 2)


def test_pasted_texts_widen_the_table_and_lose_their_line_breaks() -> None:
    table = tables.with_texts(filled(1, 1), 0, 0, [["甲\n乙", " 1 "], ["丙"]])
    assert texts(table) == [["甲 乙", "1"], ["丙", ""]]


def test_a_cell_is_changed_wherever_it_is_touched() -> None:
    merged = tables.merge(filled(2, 2), 0, 0, 0, 1)
    changed = tables.with_cell(merged, 0, 1, lambda cell: replace(cell, align=CellAlign.RIGHT))
    assert tables.at(changed, 0, 0).cell.align is CellAlign.RIGHT


@given(st.data())
def test_any_sequence_of_changes_leaves_a_legal_table(data: st.DataObject) -> None:
    table = filled(data.draw(st.integers(1, 5)), data.draw(st.integers(1, 5)))
    for _ in range(data.draw(st.integers(1, 12))):
        rows, columns = st.integers(0, len(table.rows) - 1), st.integers(0, len(table.widths) - 1)
        kind = data.draw(st.integers(0, 5))
        if kind == 0:
            table = tables.insert_row(table, data.draw(st.integers(0, len(table.rows))))
        elif kind == 1:
            table = tables.remove_row(table, data.draw(rows))
        elif kind == 2:
            table = tables.insert_column(table, data.draw(st.integers(0, len(table.widths))))
        elif kind == 3:
            table = tables.remove_column(table, data.draw(columns))
        elif kind == 4:
            y, x = data.draw(rows), data.draw(columns)
            table = tables.merge(table, min(y, data.draw(rows)), min(x, data.draw(columns)), y, x)
        else:
            table = tables.split(table, data.draw(rows), data.draw(columns))
        check(table)


def test_a_row_and_a_column_are_moved_where_nothing_merged_is_cut() -> None:
    table = filled(3, 3)
    assert texts(tables.move_row(table, 0, 2)) == [["a1", "b1", "c1"], ["a2", "b2", "c2"], ["a0", "b0", "c0"]]
    assert texts(tables.move_column(table, 2, 0))[0] == ["c0", "a0", "b0"]
    merged = tables.merge(table, 0, 0, 1, 0)
    assert tables.move_row(merged, 1, 2) == merged
    assert tables.move_row(merged, 2, 3) == merged
    assert tables.move_column(tables.merge(table, 0, 0, 0, 1), 1, 2) == tables.merge(table, 0, 0, 0, 1)


def test_cells_are_written_with_their_marks_and_merged_ones_leave_places_empty() -> None:
    other = tables.merge(filled(2, 2), 0, 0, 0, 1)
    table = tables.with_cells(filled(1, 1), 0, 0, other)
    assert texts(table) == [["a0b0", ""], ["a1", "b1"]]
