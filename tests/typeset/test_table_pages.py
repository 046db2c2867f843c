"""Tables over pages: heads, rows that stay whole, rows that break, what stands before and after."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bulletin_desktop.document.model import Paragraph, Role, Span, Table
from bulletin_desktop.services.views import pages_json
from bulletin_desktop.typeset.layout import Layout, Line
from bulletin_desktop.typeset.template import Template
from bulletin_desktop.typeset.typesetter import Typesetter
from tests.typeset.conftest import EvenMeasures
from tests.typeset.tabling import issue, table

BOTTOM = 2098 + 12756


@pytest.fixture
def setter(jianbao: Template, measures: EvenMeasures) -> Typesetter:
    return Typesetter(jianbao, measures)


def text(lines: int) -> Paragraph:
    return Paragraph(f"p{lines}", Role.BODY, (Span("字" * (26 + 28 * (lines - 1))),))


def rows(layout: Layout) -> list[list[tuple[int, tuple[int, int] | None]]]:
    """For each page, the rows of tables on it."""
    return [
        [(line.nth, line.cut) for line in page.lines if layout.placed[line.item].item.table]
        for page in layout.pages
    ]


def lines(layout: Layout) -> list[Line]:
    return [line for page in layout.pages for line in page.lines if layout.placed[line.item].item.table]


def numbered(count: int, heads: int = 0) -> Table:
    return table(*[(f"{n}", "格") for n in range(count)], heads=heads)


def test_the_head_stands_on_every_page_of_the_table(setter: Typesetter) -> None:
    made = rows(setter.layout(issue(numbered(60, heads=2))))
    assert len(made) == 4
    assert all([nth for nth, _ in page[:2]] == [0, 1] for page in made)
    assert [nth for page in made for nth, _ in page[2:]] == list(range(2, 60))


def test_rows_stand_one_below_the_other(setter: Typesetter) -> None:
    layout = setter.layout(issue(numbered(5), text(1)))
    tops = [line.top for line in layout.pages[0].lines][-6:]
    assert [below - above for above, below in pairwise(tops)] == [569, 569, 569, 569, 579]


def test_a_whole_row_goes_to_the_next_page(setter: Typesetter) -> None:
    layout = setter.layout(issue(text(10), table(("一",), ("字" * 30 * 8,), ("三",))))
    assert rows(layout) == [[(0, None)], [(1, None), (2, None)]]


def test_a_head_never_stands_without_a_row(setter: Typesetter) -> None:
    layout = setter.layout(issue(text(12), numbered(3, heads=1)))
    assert [nth for nth, _ in rows(layout)[0]] == []
    assert layout.placed[-2].new_page


def test_a_caption_goes_with_the_first_rows(setter: Typesetter) -> None:
    caption = Paragraph("c", Role.CAPTION, (Span("表1"),))
    layout = setter.layout(issue(text(11), caption, numbered(3, heads=1)))
    placed = next(one for one in layout.placed if one.item.role == "caption")
    assert (placed.page, placed.new_page) == (2, True)


def test_rows_that_a_cell_ties_share_a_page(setter: Typesetter) -> None:
    tied = table(("一", "一"), (("并", 1, 3), "二"), ("三",), ("四",), ("五", "五"))
    made = rows(setter.layout(issue(text(10), tied)))
    assert [[nth for nth, _ in page] for page in made] == [[0], [1, 2, 3, 4]]


def test_a_high_row_breaks_between_its_lines(setter: Typesetter) -> None:
    layout = setter.layout(issue(text(10), table(("字" * 30 * 50, "短"), ("后", "后"), heads=0)))
    made = rows(layout)
    cuts = [cut for page in made for _, cut in page if cut]
    assert cuts[0][0] == 0
    assert all(above[1] == below[0] for above, below in pairwise(cuts))
    assert cuts[-1][1] == layout.placed[-2].item.table.rows[0].lines  # type: ignore[union-attr]
    assert all(line.top + line.height + 10 <= BOTTOM for line in lines(layout))


def test_five_hundred_rows_and_a_long_cell_are_all_there(setter: Typesetter) -> None:
    long = table(("头", "头"), *[(f"{n}", "字" * (n * 7 % 300)) for n in range(499)], heads=1)
    layout = setter.layout(issue(long))
    seen = {nth for page in rows(layout) for nth, _ in page}
    assert seen == set(range(500))
    assert all(line.top + line.height + 10 <= BOTTOM for line in lines(layout))


def test_an_offset_is_found_in_its_row_and_not_in_a_repeated_head(setter: Typesetter) -> None:
    layout = setter.layout(issue(numbered(60, heads=1)))
    item = next(placed.item for placed in layout.placed if placed.item.table)
    page, nth = layout.find("a", "t", item.text.index("45")) or (0, 0)
    assert layout.pages[page].lines[nth].nth == 45
    assert layout.find("a", "t", 0) == (0, layout.pages[0].lines.index(lines(layout)[0]))


def test_an_offset_in_a_broken_row_is_found_on_its_page(setter: Typesetter) -> None:
    layout = setter.layout(issue(table(("短", "字" * 15 * 60))))
    last = layout.find("a", "t", 2 + 15 * 60) or (0, 0)
    assert last[0] == len(layout.pages) - 1


def test_a_row_of_cells_of_one_line_is_one_line_of_text(setter: Typesetter, measures: EvenMeasures) -> None:
    pages = pages_json(setter.layout(issue(table(("甲", "乙", "丙"), ("字" * 14, "丁", "戊")))), measures)
    found = [line["text"] for line in pages["pages"][0]["lines"] if line["role"] == "table"]
    assert found == ["甲乙丙", "字" * 9, "丁戊", "字" * 5]
