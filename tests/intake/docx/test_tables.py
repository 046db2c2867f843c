"""Tables come over legal, with their merged cells; what only frames text is its text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.document.model import Table
from bulletin_desktop.document.schema import check
from bulletin_desktop.intake.pasted_table import MOST_COLUMNS, MOST_ROWS
from bulletin_desktop.intake.source import Source
from tests.intake.docx.making import LISTED, around, one_list, p, r, said, source, texts, told

LONG = "各级各部门要压实责任，细化措施，确保各项任务按时保质完成，并于月底前报送落实情况，做到件件有着落。"


def tc(text: str, properties: str = "", run: str = "") -> str:
    inside = text if text.startswith("<") else p(text, run=run)
    return f"<w:tc><w:tcPr>{said(properties)}</w:tcPr>{inside}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    inside = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{said(properties)}</w:trPr>{inside}</w:tr>"


def tbl(*rows: str, grid: tuple[int, ...] = ()) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def table(found: Source) -> Table:
    (made,) = (item for item in found.items if isinstance(item, Table))
    check(made)
    return made


def cells(markup: str) -> list[list[tuple[str, int, int]]]:
    return [[(cell.text, cell.columns, cell.rows) for cell in row] for row in table(source(markup)).rows]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (tbl(tr("甲", "数"), tr("乙", "12")), [[("甲", 1, 1), ("数", 1, 1)], [("乙", 1, 1), ("12", 1, 1)]]),
        (tbl(tr(tc("表", "gridSpan=2")), tr("甲", "乙")), [[("表", 2, 1)], [("甲", 1, 1), ("乙", 1, 1)]]),
        (tbl(tr(tc("甲", "vMerge=restart"), "乙"), tr(tc("", "vMerge"), "丙")),
         [[("甲", 1, 2), ("乙", 1, 1)], [("丙", 1, 1)]]),
        (tbl(tr(tc("甲", "gridSpan=2 vMerge=restart"), "乙"), tr(tc("", "gridSpan=2 vMerge=continue"), "丙"),
             tr("子", "丑", "寅")),
         [[("甲", 2, 2), ("乙", 1, 1)], [("丙", 1, 1)], [("子", 1, 1), ("丑", 1, 1), ("寅", 1, 1)]]),
        (tbl(tr("甲", "乙"), tr("丙", properties="gridBefore=1")),
         [[("甲", 1, 1), ("乙", 1, 1)], [("", 1, 1), ("丙", 1, 1)]]),
        (tbl(tr("甲", "乙"), tr("丙", properties="gridAfter=1")),
         [[("甲", 1, 1), ("乙", 1, 1)], [("丙", 1, 1), ("", 1, 1)]]),
        (tbl(tr(tc("甲", "hMerge=restart"), tc("", "hMerge")), tr("乙", "丙")),
         [[("甲", 2, 1)], [("乙", 1, 1), ("丙", 1, 1)]]),
        (tbl(tr(tc("", "vMerge"), "乙"), tr("甲", "丙")),
         [[("", 1, 1), ("乙", 1, 1)], [("甲", 1, 1), ("丙", 1, 1)]]),
    ],
)  # fmt: skip
def test_cells_keep_their_places_and_extents(markup: str, expected: list[list[tuple[str, int, int]]]) -> None:
    assert cells(markup) == expected


def test_widths_alignment_and_head_are_kept() -> None:
    head = tr(tc("单位", run="b"), tc("件数", run="b"))
    made = table(source(tbl(head, tr("教育局", tc(p("12", "jc=right"))), grid=(2000, 6000))))
    assert abs(made.widths[0] - 250) <= 1
    assert made.header_rows == 1
    assert made.rows[1][1].align == "right"
    assert made.rows[0][0].spans[0].marks == frozenset()  # bold is the head's look
    repeated = tbl(tr("单位", "件数", properties="tblHeader"), tr("教育局", "12"))
    assert table(source(repeated)).header_rows == 1


def test_paragraphs_of_a_cell_are_one_line() -> None:
    made = table(source(tbl(tr(tc(p("抓落实。") + p("") + p("报结果") + p("Mr") + p("Li")), "乙"))))
    assert made.rows[0][0].text == "抓落实。报结果 Mr Li"


def test_a_table_of_one_cell_is_its_paragraphs() -> None:
    found = source(tbl(tr(tc(p("甲") + p("乙")))))
    assert (texts(found), told(found)) == (["甲", "乙"], {"layout-tables": 1})


def test_a_form_with_running_text_in_a_cell_is_text() -> None:
    found = source(tbl(tr("题目", "春灌"), tr("主要做法", tc(p(LONG) + p(LONG)))))
    assert texts(found) == ["题目\t春灌", "主要做法", LONG, LONG]
    assert told(found) == {"layout-tables": 1}


def test_a_table_of_measures_stays_a_table() -> None:
    rows = (tr(str(n), "教育局", tc(p(LONG) + p(LONG)), "6月底") for n in range(5))
    assert texts(source(tbl(tr("序号", "单位", "措施", "时限"), *rows))) == ["Table"]


def test_a_single_column_is_a_box_around_text() -> None:
    assert texts(source(tbl(tr("甲"), tr(tc(p("乙") + p("丙")))))) == ["甲", "乙", "丙"]


def test_a_table_in_a_cell_is_its_text_and_in_a_frame_a_table() -> None:
    inner = tbl(tr("子", "丑"), tr("寅", "卯"))
    found = source(tbl(tr(tc(p("甲") + inner + p("")), "乙")))
    assert table(found).rows[0][0].text == "甲 子 丑 寅 卯"
    assert told(found) == {"nested-tables": 1}
    assert texts(source(tbl(tr(tc(p("甲") + inner))))) == ["甲", "Table"]


def test_an_empty_table_is_nothing() -> None:
    assert texts(source(tbl(tr("", ""), tr("", "")) + p("文"))) == ["文"]


def test_what_is_beyond_the_most_stands_below_and_is_told() -> None:
    found = source(tbl(*(tr(f"甲{n}", f"乙{n}") for n in range(MOST_ROWS + 2))))
    assert len(table(found).rows) == MOST_ROWS
    assert texts(found)[1:] == [f"甲{MOST_ROWS}\t乙{MOST_ROWS}", f"甲{MOST_ROWS + 1}\t乙{MOST_ROWS + 1}"]
    assert told(found) == {"rows": 2}
    wide = source(tbl(tr(*(f"{n}列" for n in range(MOST_COLUMNS + 3))), tr("甲", "乙")))
    assert len(table(wide).widths) == MOST_COLUMNS
    assert texts(wide)[1:] == ["60列\t61列\t62列"]
    assert told(wide) == {"columns": 3}


def test_deleted_rows_and_cells_are_gone_and_inserted_ones_there() -> None:
    rows = (tr("甲", "乙"), tr("丙", "丁", properties="del"), tr("戊", "己", properties="ins"))
    found = source(tbl(*rows))
    assert [[cell.text for cell in row] for row in table(found).rows] == [["甲", "乙"], ["戊", "己"]]
    assert told(found) == {"insertions": 1, "deletions": 1}
    assert cells(tbl(tr("甲", tc("乙", "cellDel"), "丙"))) == [[("甲", 1, 1), ("丙", 1, 1)]]


def test_rows_and_cells_in_controls_are_found() -> None:
    row = around("w:sdt w:sdtContent", tr("甲", around("w:sdt w:sdtContent", tc("乙"))))
    assert cells(tbl(row, tr("丙", "丁")))[0] == [("甲", 1, 1), ("乙", 1, 1)]


def test_numbers_in_cells_count_on() -> None:
    number = tc(p("", LISTED))
    found = source(
        tbl(tr("序号", "单位"), tr(number, "甲"), tr(number, "乙")), numbering=one_list("decimal", "%1")
    )
    assert [row[0].text for row in table(found).rows] == ["序号", "1", "2"]


def test_a_cell_s_marks_are_kept() -> None:
    made = table(source(tbl(tr(tc(f"<w:p>{r('m')}{r('2', 'vertAlign=superscript')}</w:p>"), "乙"))))
    assert [(span.text, sorted(span.marks)) for span in made.rows[0][0].spans] == [
        ("m", []),
        ("2", ["superscript"]),
    ]


_CELLS = st.tuples(
    st.sampled_from(("", "甲")), st.sampled_from(("", "gridSpan=2", "gridSpan=3 ")),
    st.sampled_from(("", " vMerge", " vMerge=restart", " hMerge", " cellDel")),
)  # fmt: skip
_ROWS = st.tuples(
    st.lists(_CELLS, max_size=4), st.sampled_from(("", "gridBefore=1", "gridBefore=2", "del", "hidden"))
)


@given(st.lists(_ROWS, max_size=5))
def test_any_table_is_legal(rows: list[tuple[list[tuple[str, str, str]], str]]) -> None:
    markup = tbl(
        *(tr(*(tc(text, span + merge) for text, span, merge in row), properties=said_) for row, said_ in rows)
    )
    for item in source(markup).items:
        if isinstance(item, Table):
            check(item)
