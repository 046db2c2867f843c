"""Splitting and merging: where the text goes, and that none of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.document import schema
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import (
    Article,
    Block,
    Mark,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Span,
    Table,
)
from bulletin_desktop.document.parting import merged, split
from bulletin_desktop.document.text import lines, plain_text
from tests.document import strategies

BOLD = frozenset({Mark.BOLD})


def paragraph(text: str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(new_id(), role, (Span(text),) if text else ())


def article(*blocks: Block, headline: tuple[str, ...] = ("标题",), **fields: str) -> Article:
    return Article(new_id(), headline, blocks=blocks, **fields)


def said(one: Article) -> list[str]:
    return [block.text for block in one.paragraphs()]


def ids(one: Article) -> list[str]:
    return [one.id, *(block.id for block in one.blocks)]


FIRST, SECOND = paragraph("会议今天召开。"), paragraph("防汛工作抓紧抓实。")


def test_a_paragraph_is_cut_at_the_cursor_and_no_headline_is_made_of_its_rest() -> None:
    whole = article(FIRST, SECOND, kicker="引", subtitle="副", credit="市水利局")
    first, second = split(whole, SECOND.id, 4)
    assert (first.id, first.title, first.kicker, first.credit) == (whole.id, "标题", "引", "市水利局")
    assert said(first) == ["会议今天召开。", "防汛工作"]
    assert [block.id for block in first.blocks] == [FIRST.id, SECOND.id]
    assert (second.headline, said(second)) == ((), ["抓紧抓实。"])


def test_marks_stay_with_their_characters() -> None:
    marked = Paragraph(new_id(), Role.BODY, (Span("防汛"), Span("工作会", BOLD), Span("议")))
    first, second = split(article(marked), marked.id, 3)
    assert first.blocks[0].spans == (Span("防汛"), Span("工", BOLD))
    assert second.blocks[0].spans == (Span("作会", BOLD), Span("议"))


@pytest.mark.parametrize("at", [(SECOND.id, 0), (FIRST.id, len(FIRST.text))])
def test_between_two_paragraphs_nothing_is_cut(at: tuple[str, int]) -> None:
    first, second = split(article(FIRST, SECOND), *at)
    assert (said(first), said(second)) == ([FIRST.text], [SECOND.text])


@pytest.mark.parametrize("role", [Role.BODY, Role.HEADING1, Role.HEADING2])
def test_a_short_line_at_the_cut_becomes_the_headline(role: Role) -> None:
    line = paragraph("市水利局检查堤防", role)
    first, second = split(article(FIRST, line, SECOND), line.id, 0)
    assert said(first) == [FIRST.text]
    assert (second.headline, said(second)) == (("市水利局检查堤防",), [SECOND.text])


@pytest.mark.parametrize(
    "line",
    [
        paragraph("会议今天召开。"),
        paragraph("各县区：", Role.SALUTATION),
        paragraph("市水利局", Role.SIGNATURE),
        paragraph("防汛" * 30),
        paragraph("做法如下，"),
    ],
)
def test_what_is_no_headline_stays_text(line: Paragraph) -> None:
    _, second = split(article(FIRST, line), line.id, 0)
    assert (second.headline, said(second)) == ((), [line.text])


def test_empty_paragraphs_at_the_cut_are_dropped_and_a_page_break_stays_behind() -> None:
    blank, pause, line = paragraph(""), PageBreak(new_id()), paragraph("市水利局检查堤防")
    first, second = split(article(FIRST, blank, pause, line, SECOND), blank.id, 0)
    assert first.blocks == (FIRST, pause)
    assert (second.headline, said(second)) == (("市水利局检查堤防",), [SECOND.text])


def test_a_headline_is_cut_between_or_within_its_lines() -> None:
    whole = article(FIRST, headline=("防汛会议", "今天召开"), kicker="引", subtitle="副", credit="供")
    first, second = split(whole, "headline", 5)
    assert (first.kicker, first.headline, first.subtitle, first.blocks) == ("引", ("防汛会议",), "", ())
    assert (second.kicker, second.headline, second.subtitle, second.credit) == ("", ("今天召开",), "副", "供")
    assert said(second) == [FIRST.text]
    first, second = split(whole, "headline", 2)
    assert (first.headline, second.headline) == (("防汛",), ("会议", "今天召开"))


def test_a_table_is_never_cut() -> None:
    picture = Picture(new_id(), "0" * 64, 100, 100, "现场")
    first, second = split(article(picture, SECOND), picture.id, 0)
    assert (len(first.blocks), len(second.blocks)) == (0, 2)
    first, second = split(article(picture, SECOND), picture.id, 1)
    assert (len(first.blocks), len(second.blocks)) == (1, 1)


def test_a_block_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ValueError, match="has no block"):
        split(article(FIRST), new_id(), 0)


def test_the_second_s_headline_becomes_a_heading_and_its_fields_paragraphs() -> None:
    other = article(
        SECOND, headline=("市水利局", "检查堤防"), kicker="引题", subtitle="副题", credit="市水利局"
    )
    result = merged(article(FIRST), other)
    assert [(block.role, block.text) for block in result.paragraphs()] == [
        (Role.BODY, FIRST.text),
        (Role.BODY, "引题"),
        (Role.HEADING1, "市水利局检查堤防"),
        (Role.BODY, "副题"),
        (Role.BODY, SECOND.text),
        (Role.CREDIT, "市水利局"),
    ]


def test_a_long_headline_becomes_text() -> None:
    result = merged(article(FIRST), article(headline=("防汛" * 30,)))
    assert [block.role for block in result.paragraphs()] == [Role.BODY, Role.BODY]


def test_an_empty_article_takes_the_other_as_it_is() -> None:
    empty, other = article(headline=()), article(SECOND, kicker="引")
    result = merged(empty, other)
    assert (result.id, result.kicker, result.headline) == (empty.id, "引", ("标题",))


@st.composite
def places(draw: st.DrawFn) -> tuple[Article, str, int]:
    whole = draw(strategies.articles)
    names = ["kicker", "headline", "subtitle", "credit", *(block.id for block in whole.blocks)]
    return whole, draw(st.sampled_from(names)), draw(st.integers(0, 14))


def letters(*articles: Article) -> str:
    return "".join("".join(lines(one)) for one in articles)


@given(places())
def test_no_character_is_lost_by_splitting_anywhere(place: tuple[Article, str, int]) -> None:
    whole, block_id, offset = place
    first, second = split(whole, block_id, offset)
    for part in (first, second):
        schema.check(part)
    assert letters(first, second) == letters(whole)
    assert not set(ids(second)) & {*ids(first), *ids(whole)}
    assert set(ids(first)) <= set(ids(whole))
    kinds = [type(block) for block in (*first.blocks, *second.blocks) if isinstance(block, Table | Picture)]
    assert kinds == [type(block) for block in whole.blocks if isinstance(block, Table | Picture)]


@given(strategies.articles, strategies.articles)
def test_no_character_is_lost_by_merging(first: Article, second: Article) -> None:
    result = merged(first, second)
    schema.check(result)
    assert result.id == first.id
    assert sorted(letters(result)) == sorted(letters(first, second))
    assert not set(ids(result)) & set(ids(second))
    assert result.blocks[: len(first.blocks)] == first.blocks
    if first.headline:
        assert plain_text(result).startswith(plain_text(first))
