"""Numbers of headings: read, written, and put in order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.document import schema
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Mark, Paragraph, Role, Span
from bulletin_desktop.document.numbering import chinese, number_of, numeral, renumbered, written
from tests.document import strategies

BOLD = frozenset({Mark.BOLD})
H1, H2, H3, H4 = Role.HEADING1, Role.HEADING2, Role.HEADING3, Role.HEADING4


def article(*paragraphs: tuple[Role, str]) -> Article:
    blocks = (Paragraph(new_id(), role, (Span(text),) if text else ()) for role, text in paragraphs)
    return Article(new_id(), ("标题",), blocks=tuple(blocks))


def after(*paragraphs: tuple[Role, str]) -> list[str]:
    return [block.text for block in renumbered(article(*paragraphs)).paragraphs()]


@pytest.mark.parametrize(
    ("text", "level", "value", "number"),
    [
        ("一、总体情况", 1, 1, "一、"),
        ("二十三．做法", 1, 23, "二十三．"),
        ("（十二）抓落实", 2, 12, "（十二）"),
        ("(一)、抓落实", 2, 1, "(一)、"),
        ("3.加强领导", 3, 3, "3."),
        ("１２、加强领导", 3, 12, "１２、"),
        ("（4）检查", 4, 4, "（4）"),
        ("4）检查", 4, 4, "4）"),
        ("　　一、缩进", 1, 1, "一、"),
        ("一百零五、", 1, 105, "一百零五、"),
    ],
)
def test_a_number_is_known_with_its_level_and_place(text: str, level: int, value: int, number: str) -> None:
    found = number_of(text)
    assert found is not None
    assert (found.level, found.value, text[found.start : found.end]) == (level, value, number)


@pytest.mark.parametrize(
    "text", ["", "第一章 总则", "2024年工作", "3.5亿元", "（2024）1号", "一是加强领导", "防汛一、二"]
)
def test_what_is_no_number_of_a_heading(text: str) -> None:
    assert number_of(text) is None


@given(st.integers(1, 999))
def test_a_chinese_numeral_is_read_as_it_is_written(value: int) -> None:
    assert numeral(chinese(value)) == value


@given(st.integers(1, 4), st.integers(1, 99))
def test_every_written_number_is_known_again(level: int, value: int) -> None:
    found = number_of(written(level, value) + "标题")
    assert found is not None
    assert (found.level, found.value) == (level, value)


def test_each_level_counts_and_begins_anew_below_a_higher_one() -> None:
    assert after(
        (H1, "一、甲"),
        (H2, "（二）乙"),
        (H2, "（三）丙"),
        (H3, "1.丁"),
        (H4, "（1）戊"),
        (H4, "（1）己"),
        (H1, "三、庚"),
        (H3, "4.辛"),
        (H2, "（九）壬"),
        (H3, "5.癸"),
    ) == [
        "一、甲",
        "（一）乙",
        "（二）丙",
        "1.丁",
        "（1）戊",
        "（2）己",
        "二、庚",
        "1.辛",
        "（一）壬",
        "1.癸",
    ]


def test_the_role_decides_how_a_number_is_written_and_text_behind_it_stays() -> None:
    assert after((H2, "1、抓落实。各县区要抓好落实。"), (H1, "（一）总则")) == [
        "（一）抓落实。各县区要抓好落实。",
        "一、总则",
    ]


def test_what_has_no_number_or_is_no_heading_is_left_alone() -> None:
    assert after(
        (H1, "二、甲"), (Role.BODY, "五、不是标题"), (H2, "无号"), (H3, "3.乙"), (H1, "无号"), (H1, "一、丙")
    ) == ["一、甲", "五、不是标题", "无号", "1.乙", "无号", "二、丙"]


def test_a_number_keeps_the_marks_of_its_first_character_and_the_rest_its_own() -> None:
    spans = (Span("（", BOLD), Span("二"), Span("）抓", BOLD), Span("落实"))
    first = Paragraph(new_id(), H2, spans)
    (block,) = renumbered(Article(new_id(), blocks=(first,))).blocks
    assert block == Paragraph(first.id, H2, (Span("（一）抓", BOLD), Span("落实")))


def test_a_number_in_the_tenth_place_is_longer() -> None:
    numbers = [(H1, "一、甲")] * 11
    assert after(*numbers)[9:] == ["十、甲", "十一、甲"]


@given(strategies.articles)
def test_any_article_stays_legal_and_is_in_order_after_once(value: Article) -> None:
    once = renumbered(value)
    schema.check(once)
    assert renumbered(once) == once
    assert [block.id for block in once.blocks] == [block.id for block in value.blocks]
