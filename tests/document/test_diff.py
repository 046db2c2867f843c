"""What a difference says, and that both sides can be had back from it exactly."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_desktop.document import diff
from bulletin_desktop.document.diff import BlockChange, Difference, Field
from bulletin_desktop.document.diff_table import RowChange
from bulletin_desktop.document.diff_text import Kind, Pieces, changed_characters, compare, joined
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import (
    Article,
    Block,
    Cell,
    Mark,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Span,
    Table,
)
from tests.document import strategies

BOLD = frozenset({Mark.BOLD})


def marked(before: str, after: str) -> str:
    """The difference as one line: [gone]{come}."""
    return told(compare((Span(before),) if before else (), (Span(after),) if after else ()))


def told(pieces: Pieces) -> str:
    forms = {Kind.SAME: "{0}", Kind.RESTYLED: "<{0}>", Kind.DELETED: "[{0}]", Kind.INSERTED: "{{{0}}}"}
    return "".join(
        forms[piece.kind].format("".join(span.text for span in piece.before or piece.after))
        for piece in pieces
    )


def paragraph(text: str, role: Role = Role.BODY, own_id: str = "") -> Paragraph:
    return Paragraph(own_id or new_id(), role, (Span(text),) if text else ())


def article(*blocks: Block, **fields: object) -> Article:
    return Article("a" * 26, blocks=blocks, **fields)


def lines(difference: Difference) -> list[str]:
    return [line(change) for change in difference.blocks]


def line(change: BlockChange) -> str:
    sign = "-" if change.after is None else "+" if change.before is None else ">" if change.moved else " "
    return f"{sign}{told(change.pieces)}"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("会议要求提高站位", "会议要求切实提高站位", "会议要求{切实}提高站位"),
        ("同比增长5.2%左右", "同比增长12.5%左右", "同比增长[5.2%]{12.5%}左右"),
        ("1月30日召开", "1月31日召开", "1月[30]{31}日召开"),
        ("the quick fox", "the quiet fox", "the [quick]{quiet} fox"),
        ("第一段，讲学习。", "第一段、讲学习。", "第一段[，]{、}讲学习。"),
        ("", "新的", "{新的}"),
        ("旧的", "", "[旧的]"),
        ("一样", "一样", "一样"),
        ("陈为民率队到云溪县调研", "陈为民率队赴云溪县开展调研", "陈为民率队[到]{赴}云溪县{开展}调研"),
    ],
)
def test_texts_are_marked_as_a_person_would(before: str, after: str, expected: str) -> None:
    assert marked(before, after) == expected


def test_agreement_by_chance_is_not_shown() -> None:
    assert marked("甲的乙丙丁戊", "己的庚辛壬") == "[甲的乙丙丁戊]{己的庚辛壬}"


def test_marks_alone_are_shown_as_such() -> None:
    pieces = compare((Span("要坚持党的领导"),), (Span("要"), Span("坚持", BOLD), Span("党的领导")))
    assert told(pieces) == "要<坚持>党的领导"


def test_a_private_character_of_the_text_is_no_code() -> None:
    assert (
        marked("\U000f0000甲乙丙丁abc", "\U000f0001甲乙丙丁abd")
        == "[\U000f0000]{\U000f0001}甲乙丙丁[abc]{abd}"
    )


def test_a_paragraph_is_followed_by_its_id() -> None:
    one, two = paragraph("甲" * 9), paragraph("乙" * 9)
    difference = diff.compare(article(one, two), article(replace(one, spans=(Span("丙" * 9),)), two))
    assert lines(difference) == [f" [{'甲' * 9}]{{{'丙' * 9}}}", f" {'乙' * 9}"]


def test_what_came_and_went_stands_in_its_place() -> None:
    first, gone, last = paragraph("第一段落"), paragraph("要删去的话"), paragraph("最后的段落")
    come = paragraph("完全新写一句")
    difference = diff.compare(article(first, gone, last), article(first, come, last))
    assert lines(difference) == [" 第一段落", "-[要删去的话]", "+{完全新写一句}", " 最后的段落"]


def test_a_pasted_paragraph_is_known_by_what_it_says() -> None:
    old, new = paragraph("全市经济运行总体平稳"), paragraph("全市经济运行总体平稳向好")
    assert lines(diff.compare(article(old), article(new))) == [" 全市经济运行总体平稳{向好}"]
    assert diff.compare(article(old), article(replace(old, id=new_id()))).empty


def test_a_moved_paragraph_is_said_to_have_moved() -> None:
    one, two, three = paragraph("一段"), paragraph("二段"), paragraph("三段")
    assert lines(diff.compare(article(one, two, three), article(three, one, two))) == [
        ">三段",
        " 一段",
        " 二段",
    ]


def test_a_role_alone_is_a_change() -> None:
    body = paragraph("一、总体情况")
    (change,) = diff.compare(article(body), article(replace(body, role=Role.HEADING1))).blocks
    assert change.edited
    assert not change.same
    assert [piece.kind for piece in change.pieces] == [Kind.SAME]


def test_another_kind_of_block_with_the_same_id_is_another_block() -> None:
    own_id = new_id()
    difference = diff.compare(article(paragraph("一", own_id=own_id)), article(PageBreak(own_id)))
    assert [(each.before is None, each.after is None) for each in difference.blocks] == [
        (False, True),
        (True, False),
    ]


def test_title_lines_are_compared() -> None:
    difference = diff.compare(
        article(headline=("上行", "下行")), article(headline=("上行", "下一行"), kicker="引")
    )
    assert [(each.field, told(each.pieces)) for each in difference.fields] == [
        (Field.KICKER, "{引}"),
        (Field.HEADLINE, "上行\n下{一}行"),
    ]


def test_a_table_is_compared_by_cell() -> None:
    before = Table(new_id(), (500, 500), tuple(_row(*texts) for texts in ("甲1", "乙2", "丙3")))
    after = replace(before, rows=tuple(_row(*texts) for texts in ("甲1", "乙5", "新4", "丙3")))
    (change,) = diff.compare(article(before), article(after)).blocks
    told_rows = [(row.was, row.now, [told(cell.pieces) for cell in row.cells]) for row in change.rows]
    assert told_rows == [
        (True, True, ["甲", "1"]),
        (True, True, ["乙", "[2]{5}"]),
        (False, True, ["{新}", "{4}"]),
        (True, True, ["丙", "3"]),
    ]
    assert [row.same for row in change.rows] == [True, False, False, True]


def test_a_caption_is_compared() -> None:
    picture = Picture(new_id(), "0" * 64, 10, 10, "会议现场")
    (change,) = diff.compare(article(picture), article(replace(picture, caption="会场"))).blocks
    assert told(change.pieces) == "会[议现]场"


def test_characters_are_counted() -> None:
    assert changed_characters("一二三四五", "一三四六七八") == (3, 2)


def test_a_very_long_paragraph_is_compared_by_clause() -> None:
    text = "，".join(f"第{number}句说明情况" for number in range(3000))
    assert len(text) > 25_000
    changed = text.replace("第7句", "第七句").replace("第2900句", "第2900长句")
    pieces = compare((Span(text),), (Span(changed),))
    assert [told((piece,)) for piece in pieces if piece.kind is not Kind.SAME] == ["[7]", "{七}", "{长}"]


def _row(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell((Span(text),)) for text in texts)


@st.composite
def versions(draw: st.DrawFn) -> tuple[Article, Article]:
    """An article, and what may have become of it: blocks changed, gone, come, in another order."""
    before = draw(strategies.articles)
    kept = draw(st.permutations(before.blocks))[: draw(st.integers(0, 5))]
    kept = [
        _rewritten(block, draw(strategies.span_tuples)) if draw(st.booleans()) else block for block in kept
    ]
    kept = [replace(block, id=new_id()) if draw(st.booleans()) else block for block in kept]
    blocks = [*kept, *draw(st.lists(strategies.blocks, max_size=2))]
    return before, replace(draw(strategies.articles), blocks=tuple(draw(st.permutations(blocks))))


def _rewritten(block: Block, spans: tuple[Span, ...]) -> Block:
    match block:
        case Paragraph():
            return replace(block, spans=spans)
        case Table():
            first = replace(block.rows[0][0], spans=spans)
            return replace(block, rows=((first, *block.rows[0][1:]), *block.rows[1:]))
        case _:
            return block


@settings(max_examples=25)
@given(versions())
def test_both_sides_come_back_from_a_difference(both: tuple[Article, Article]) -> None:
    before, after = both
    difference = diff.compare(before, after)
    known = sorted((each for each in difference.blocks if each.before), key=lambda each: each.was_at)
    assert tuple(rebuilt(each, "before") for each in known) == before.blocks
    assert tuple(rebuilt(each, "after") for each in difference.blocks if each.after) == after.blocks
    fields = {each.field: each.pieces for each in difference.fields}
    for field in Field:
        one, other = diff.field_text(before, field), diff.field_text(after, field)
        assert (field in fields) == (one != other)
        if field in fields:
            assert (text(fields[field], "before"), text(fields[field], "after")) == (one, other)


def rebuilt(change: BlockChange, side: str) -> Block:
    """A block of one side, with nothing of its text but what the pieces say."""
    match getattr(change, side):
        case Paragraph() as block:
            return replace(block, spans=spans(change.pieces, side))
        case Picture() as block:
            return replace(block, caption=text(change.pieces, side))
        case Table() as block:
            shown = [row for row in change.rows if (row.was if side == "before" else row.now)]
            return replace(block, rows=tuple(cells(row, side) for row in shown))
        case block:
            return block


def cells(row: RowChange, side: str) -> tuple[Cell, ...]:
    pairs = [(getattr(cell, side), cell.pieces) for cell in row.cells]
    return tuple(replace(cell, spans=spans(pieces, side)) for cell, pieces in pairs if cell is not None)


def spans(pieces: Pieces, side: str) -> tuple[Span, ...]:
    return joined(getattr(piece, side) for piece in pieces)


def text(pieces: Pieces, side: str) -> str:
    return "".join(span.text for span in spans(pieces, side))


@settings(max_examples=50)
@given(strategies.span_tuples, strategies.span_tuples)
def test_both_texts_come_back_from_their_pieces(before: tuple[Span, ...], after: tuple[Span, ...]) -> None:
    pieces = compare(before, after)
    assert joined(piece.before for piece in pieces) == before
    assert joined(piece.after for piece in pieces) == after
    assert all((piece.kind is Kind.SAME) == (piece.before == piece.after) for piece in pieces)


@settings(max_examples=15)
@given(strategies.articles)
def test_an_article_does_not_differ_from_itself(same: Article) -> None:
    assert diff.compare(same, same).empty
