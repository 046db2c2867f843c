"""A table in the Word file: its grid, its rows, its anchors."""

from __future__ import annotations

import re

import pytest

from bulletin_desktop.document.model import Block, Paragraph, Role, Span
from bulletin_desktop.export.docx.anchors import Anchor, Anchors
from bulletin_desktop.export.docx.body import BodyWriter
from bulletin_desktop.export.docx.pictures import PictureWriter
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.typesetter import Typesetter
from tests.typeset.conftest import EvenMeasures
from tests.typeset.tabling import issue, table


@pytest.fixture
def written() -> Written:
    return Written(Typesetter(template.load("jianbao"), EvenMeasures()))


class Written:
    """Writes blocks as the paragraphs of a file."""

    def __init__(self, typesetter: Typesetter) -> None:
        self._typesetter = typesetter

    def __call__(self, *blocks: Block) -> tuple[str, tuple[Anchor, ...]]:
        made, anchors = issue(*blocks), Anchors("X")
        layout = self._typesetter.layout(made)
        writer = BodyWriter(layout.placed, layout.template, anchors, PictureWriter({}, made))
        return writer.paragraphs(), anchors.made()


def rows(xml: str) -> list[str]:
    return re.findall("<w:tr>.*?</w:tr>", xml)


def test_the_grid_holds_the_real_widths(written: Written) -> None:
    xml, _ = written(table(("甲", "乙"), widths=(250, 750)))
    grid = [int(width) for width in re.findall('<w:gridCol w:w="(\\d+)"/>', xml)]
    assert sum(grid) == 8844
    assert grid == [int(width) for width in re.findall('<w:tcW w:w="(\\d+)"', xml)]
    assert '<w:tblLayout w:type="fixed"/>' in xml


def test_head_rows_are_repeated_and_rows_stay_whole(written: Written) -> None:
    head, first = rows(written(table(("头",), ("格",), heads=1))[0])
    assert "<w:tblHeader/>" in head
    assert "<w:tblHeader/>" not in first
    assert all(
        "<w:cantSplit/>" in row and '<w:trHeight w:val="569" w:hRule="atLeast"/>' in row
        for row in (head, first)
    )


def test_a_row_over_pages_may_split_and_has_no_least_height(written: Written) -> None:
    (row,) = rows(written(table(("字" * 900,)))[0])
    assert "cantSplit" not in row
    assert "trHeight" not in row
    assert "vAlign" not in row


def test_merged_cells_span_the_grid(written: Written) -> None:
    xml, _ = written(table((("并", 1, 2), ("跨", 2, 1)), ("一", "二")))
    above, below = rows(xml)
    assert '<w:gridSpan w:val="2"/>' in above
    assert '<w:vMerge w:val="restart"/>' in above
    assert "<w:vMerge/>" in below
    assert "<w:keepNext/>" in above
    assert "<w:keepNext/>" not in below


def test_an_alignment_is_said_only_where_the_style_has_another(written: Written) -> None:
    xml, _ = written(table(("头",), ("格",), heads=1))
    assert "<w:jc" not in xml.partition("<w:tbl>")[2].partition("</w:tbl>")[0]


def test_every_cell_with_text_has_a_bookmark_of_the_table(written: Written) -> None:
    xml, made = written(table(("甲", ""), ("乙", "丙")))
    own = [anchor for anchor in made if anchor.block == "t"]
    assert len(own) == 3
    for anchor, text in zip(own, "甲乙丙", strict=True):
        number = re.search(f'w:id="(\\d+)" w:name="{anchor.bookmark}"', xml)
        assert number is not None
        inside = xml.partition(anchor.bookmark)[2].partition(f'<w:bookmarkEnd w:id="{number[1]}"/>')[0]
        assert re.sub("<[^>]*>", "", inside)[3:] == text


def test_an_article_s_bookmark_stands_outside_its_tables(written: Written) -> None:
    text = Paragraph("p", Role.BODY, (Span("文"),))
    xml, made = written(text, table(("甲",)))
    whole = next(anchor for anchor in made if anchor.block is None)
    assert whole.bookmark in xml.partition("<w:tbl>")[0]


def test_an_article_of_nothing_but_a_table_has_its_bookmark_in_a_cell(written: Written) -> None:
    xml, made = written(table(("甲",), ("乙",)))
    whole = next(anchor for anchor in made if anchor.block is None)
    assert whole.bookmark in rows(xml)[0]


def test_a_table_moved_to_the_next_page_breaks_in_its_first_cell(written: Written) -> None:
    text = Paragraph("p", Role.BODY, (Span("字" * (26 + 28 * 11)),))
    xml, _ = written(text, table(("甲", "甲"), ("乙", "乙"), heads=1))
    assert xml.count("<w:pageBreakBefore/>") == 1
    assert "<w:pageBreakBefore/>" in rows(xml)[0].partition("</w:tc>")[0]


def test_a_paragraph_closes_the_document_behind_a_table(written: Written) -> None:
    xml, _ = written(table(("甲",)))
    assert xml.endswith("</w:p>")
    assert 'w:line="20" w:lineRule="exact"' in xml.rpartition("</w:tbl>")[2]
