"""The text of the pages: what lies between two places, what it says, where words stand."""

from __future__ import annotations

import pytest

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Cell, Span, Table
from bulletin_desktop.gui.preview import reading
from bulletin_desktop.gui.preview.reading import Spot
from bulletin_desktop.typeset.layout import Layout

from .conftest import Press


def block(press: Press, layout: Layout, article: int, nth: int) -> int:
    value = press.articles()[article]
    index = layout.index(value.id, value.blocks[nth].id)
    assert index is not None
    return index


def test_words_are_found_across_the_ends_of_lines(press: Press) -> None:
    layout = press.layout()
    index = block(press, layout, 0, 0)
    end = layout.placed[index].lines[0][1]
    words = layout.placed[index].item.text[end - 2 : end + 2]
    assert (index, end - 2, end + 2) in reading.find(layout, words)


def test_words_are_found_across_the_forced_lines_of_a_headline(press: Press) -> None:
    press.rehead(0, headline=("上一行", "下一行"))
    layout = press.layout()
    found = reading.find(layout, "一行下一")
    texts = [layout.placed[each.placed].item.text[each.start : each.end] for each in found]
    assert "一行\n下一" in texts


def test_case_does_not_matter(press: Press) -> None:
    press.type(0, 0, "使用Word打开。")
    layout = press.layout()
    assert [each.placed for each in reading.find(layout, "wORD")] == [block(press, layout, 0, 0)]


def test_nothing_is_found_of_no_words(press: Press) -> None:
    assert reading.find(press.layout(), "") == ()


def test_a_selection_says_a_line_for_each_paragraph(press: Press) -> None:
    press.type(0, 0, "第一段。")
    press.type(0, 1, "第二段。")
    press.type(0, 2, "第三段。")
    layout = press.layout()
    first, last = block(press, layout, 0, 0), block(press, layout, 0, 2)
    chosen = reading.between(layout, Spot(first, 2), Spot(last, 2))
    assert reading.text_of(layout, chosen) == "段。\n第二段。\n第三"
    assert reading.between(layout, Spot(last, 2), Spot(first, 2)) == chosen


def test_a_selection_ends_with_the_article_it_began_in(press: Press) -> None:
    layout = press.layout()
    first, beyond = block(press, layout, 1, 8), block(press, layout, 2, 1)
    chosen = reading.between(layout, Spot(first, 0), Spot(beyond, 5))
    assert {layout.placed[each.placed].item.article for each in chosen} == {press.articles()[1].id}
    back = reading.between(layout, Spot(beyond, 5), Spot(first, 0))
    assert {layout.placed[each.placed].item.article for each in back} == {press.articles()[2].id}
    assert layout.placed[back[0].placed].item.block == "headline"


def test_every_character_has_its_line(press: Press) -> None:
    layout = press.layout()
    for index in (block(press, layout, 0, 0), block(press, layout, 3, 9)):
        for offset in range(len(layout.placed[index].item.text)):
            page, nth = reading.place_of(layout, index, offset) or (-1, -1)
            line = layout.pages[page].lines[nth]
            assert line.item == index
            assert line.start <= offset < line.end


def with_table(press: Press) -> Layout:
    """The first article with a table in place of its third paragraph."""
    rows = (("单位", "数量"), ("云溪县", "十二"), ("碧潭乡", "三"))
    table = Table(new_id(), (500, 500), tuple(tuple(Cell((Span(text),)) for text in row) for row in rows))
    press.put(0, 2, table)
    return press.layout()


def test_words_are_found_in_cells_and_never_across_them(press: Press) -> None:
    layout = with_table(press)
    index = block(press, layout, 0, 2)
    found = [each for each in reading.find(layout, "十二") if each.placed == index]
    assert [layout.placed[index].item.text[each.start : each.end] for each in found] == ["十二"]
    assert reading.find(layout, "十二碧潭") == ()


def test_a_table_is_copied_row_by_row_with_tabs(press: Press) -> None:
    layout = with_table(press)
    index = block(press, layout, 0, 2)
    end = len(layout.placed[index].item.text)
    whole = reading.between(layout, Spot(index, 0), Spot(index, end))
    assert reading.text_of(layout, whole) == "单位\t数量\n云溪县\t十二\n碧潭乡\t三"


@pytest.mark.parametrize(
    ("field", "text", "start", "expected"),
    [
        ("subtitle", "记一次会议", 2, "次会议"),
        ("subtitle", "——记一次会议", 4, "次会议"),
        ("credit", "某县委办", 1, "县委办"),
    ],
)
def test_what_the_template_writes_before_a_field_does_not_count(
    press: Press, field: str, text: str, start: int, expected: str
) -> None:
    press.rehead(0, **{field: text})
    layout = press.layout()
    chosen = reading.of_article(layout, press.articles()[0].id, ((field, start, len(text)),))
    assert reading.text_of(layout, chosen) == expected
