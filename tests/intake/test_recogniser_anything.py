"""Whatever a reader makes of a file, recognition keeps every item, once, in order, and comes to an end."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_desktop.document.model import Cell, CellAlign, Mark, Span, Table
from bulletin_desktop.intake import assemble, review
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.recogniser import recognise, recognise_source
from bulletin_desktop.intake.recognition import Doubt, Label, Recognition, Why
from bulletin_desktop.intake.source import Item, Line, Look, Source, Style

PROSE = "3月12日，市政协召开主席会议，传达学习有关会议精神，研究部署下半年重点工作。"
_WORDS = """
市政协召开会议 政协云溪市委员会 要闻 【要闻】 目录 第3期 ——在会上的讲话 （2024年3月5日） 2024年3月5日 方晓雨
各位委员： 一、提高站位 （一）加强学习 1.抓落实 1.市政协召开会议 （1）要求 编者按：
附件：1.表 2.名单 ———— （供稿）
报：市委 编辑：方晓雨 上一篇：无 报送单位：禾阳县政协 联系人：丁松年 电话：1234567 问：为什么？ ★★★
第1版 — 1 —
"""
_TEXTS = st.sampled_from(
    [*_WORDS.split(), "", "　　", "本报记者 方晓雨", "序号\t单位", PROSE, f"“{PROSE[:9]}"]
) | st.text(max_size=60)
_LOOKS = st.builds(
    Look,
    style=st.sampled_from(Style),
    level=st.integers(0, 9),
    align=st.sampled_from(CellAlign),
    size=st.sampled_from((0.0, 10.5, 16.0, 22.0)),
    bold=st.booleans(),
    face=st.sampled_from(("", "仿宋_GB2312", "方正小标宋简体", "黑体")),
    numbered=st.integers(0, 3),
    new_page=st.booleans(),
)
_SPANS = st.lists(st.builds(Span, _TEXTS, st.frozensets(st.sampled_from(Mark), max_size=2)), max_size=2)
_LINES = st.builds(lambda spans, look: Line(tuple(spans), look), _SPANS, _LOOKS | st.just(Look()))
_CELLS = st.builds(lambda text: Cell((Span(text),) if text else ()), _TEXTS)
_TABLES = st.lists(_CELLS, min_size=1, max_size=4).map(
    lambda cells: Table("1", (500, 500), tuple((cell, cell) for cell in cells))
)
_PICTURES = st.builds(FoundPicture, st.just(b""), caption=st.text(max_size=8))
_SOURCES = st.lists(_LINES | _LINES | _LINES | _TABLES | _PICTURES, max_size=24).map(
    lambda items: Source(tuple(items))
)


def _original(item: Item) -> str | None:
    return item.text if isinstance(item, Line) else None


@settings(max_examples=150)
@given(_SOURCES)
def test_every_item_is_there_once_and_in_order(source: Source) -> None:
    lines = recognise_source(source).lines
    assert [line.number for line in lines] == list(range(1, len(source.items) + 1))
    for item, line in zip(source.items, lines, strict=True):
        if isinstance(item, Line):
            assert (line.original, line.look, line.content) == (item.text, item.look, None)
        else:
            assert line.content == item


@settings(max_examples=100)
@given(_SOURCES)
def test_what_is_said_of_a_line_holds_together(source: Source) -> None:
    recognition = recognise_source(source)
    for line in recognition.lines:
        assert 0 <= line.confidence <= 1
        assert line.label in Label
        assert line.doubt in [doubt.value for doubt in Doubt]
        assert bool(line.why) == (line.label is Label.ASIDE)
        assert line.why in [why.value for why in Why]
        quiet = line.label in (Label.BLANK, Label.ASIDE, Label.SECTION)
        assert not (quiet and line.starts)
    assert _articles_have_all_text(recognition)


def _articles_have_all_text(recognition: Recognition) -> bool:
    """Say whether every line is in exactly one article, or set aside, blank, or a section's name."""
    within = [line.number for lines in review.articles_of(recognition) for line in lines]
    quiet = (Label.BLANK, Label.ASIDE, Label.SECTION)
    text = [line.number for line in recognition.lines if line.label not in quiet]
    return len(within) == len(set(within)) and set(text) <= set(within)


@settings(max_examples=100)
@given(_SOURCES)
def test_the_same_input_gives_the_same_recognition(source: Source) -> None:
    assert recognise_source(source) == recognise_source(source)


@settings(max_examples=100)
@given(_SOURCES)
def test_anything_can_be_assembled(source: Source) -> None:
    for section in assemble.articles(recognise_source(source)):
        for assembled in section.articles:
            assert 1 <= assembled.first <= assembled.last <= len(source.items)


@settings(max_examples=100)
@given(_SOURCES)
def test_looks_change_no_character(source: Source) -> None:
    plain = Source(
        tuple(replace(item, look=Look()) if isinstance(item, Line) else item for item in source.items)
    )
    with_looks, without = recognise_source(source), recognise_source(plain)
    assert [line.text for line in with_looks.lines] == [line.text for line in without.lines]


@pytest.mark.parametrize(
    "text",
    [
        "“会" * 20_000,
        "《会" * 20_000,
        f"{'(' * 10_000}1{')' * 10_000}会",
        f"会{' ' * 40_000}会",
        "会(a.b:" * 8_000,
        '“会 议”"开 幕",' * 4_000,
        f"会.a:b{'a' * 40_000}",
    ],
    ids=["quotes", "titles", "nested", "spaces", "names", "prose", "run"],
)
def test_a_line_as_long_as_a_book_comes_through_whole(text: str) -> None:
    (line,) = recognise(text).lines
    assert line.original == text
    assert [line.text.count(each) for each in "会ab"] == [text.count(each) for each in "会ab"]
