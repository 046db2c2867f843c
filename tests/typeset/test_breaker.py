"""Where lines end, as LibreOffice was measured to end them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_desktop.document.model import Mark
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.breaker import break_lines
from bulletin_desktop.typeset.characters import CLOSING, HANGING, OPENING, scripts
from bulletin_desktop.typeset.layout import TextRun
from bulletin_desktop.typeset.portions import Spreader
from tests.typeset.conftest import WIDTH, EvenMeasures

Broken = Callable[[str], list[str]]
CJK = "各地区各部门要认真贯彻落实党中央国务院决策部署坚持稳中求进工作总基调"  # 34 characters


def test_a_full_line_has_28_characters(broken: Broken) -> None:
    assert [len(line) for line in broken(CJK * 3)] == [28, 28, 28, 18]


def test_a_first_line_is_two_characters_shorter(spreader: Spreader, jianbao: template.Template) -> None:
    lines = break_lines((TextRun(CJK * 2),), jianbao.style("body"), WIDTH, spreader)
    assert [end - start for start, end in lines] == [26, 28, 14]


def test_no_text_is_one_empty_line(broken: Broken) -> None:
    assert broken("") == [""]


@pytest.mark.parametrize("mark", "，。、；：？！")
def test_one_closing_mark_hangs(broken: Broken, mark: str) -> None:
    assert broken(CJK[:28] + mark + "而后") == [CJK[:28] + mark, "而后"]


def test_a_hanging_mark_at_the_end_needs_no_line_of_its_own(broken: Broken) -> None:
    assert broken(CJK[:28] + "。") == [CJK[:28] + "。"]


def test_of_two_closing_marks_neither_hangs(broken: Broken) -> None:
    assert broken(CJK[:28] + "。”而后") == [CJK[:27], CJK[27] + "。”而后"]


@pytest.mark.parametrize("mark", "”》）】")
def test_a_closing_bracket_does_not_begin_a_line(broken: Broken, mark: str) -> None:
    assert broken(CJK[:28] + mark + "而后")[1] == CJK[27] + mark + "而后"


@pytest.mark.parametrize("mark", "“《（【")
def test_an_opening_bracket_does_not_end_a_line(broken: Broken, mark: str) -> None:
    assert broken(CJK[:27] + mark + "而后") == [CJK[:27], mark + "而后"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (CJK[:27] + "GDP增长", CJK[:27]),  # a word is not divided
        (CJK[:24] + "COVID-19疫情", CJK[:24] + "COVID-"),  # but after a hyphen
        (CJK[:26] + "mg/L升", CJK[:26]),  # a slash that just fits does not end a line
        (CJK[:24] + "LED/OLED屏", CJK[:24] + "LED/"),
        (CJK[:26] + "100%以上", CJK[:26]),  # a number keeps its percent sign
        (CJK[:26] + "3.5万元", CJK[:26] + "3.5"),
        (CJK[:25] + "（2026年）", CJK[:25] + "（2026"),
        (CJK[:27] + "（2026年）", CJK[:27]),
        (CJK[:25] + "的）GDP", CJK[:25]),  # nothing Latin follows a full-width bracket on a new line
        (CJK[:26] + "，GDP", CJK[:26] + "，"),  # but a mark that may hang lets it
        (CJK[:24] + "CO2，H7N9", CJK[:24]),  # unless it stands between Latin words
        (CJK[:25] + "mg/L（每升）", CJK[:25]),  # no word ends before an opening bracket,
    ],
)
def test_latin_words_in_chinese_text(broken: Broken, text: str, first: str) -> None:
    assert broken(text)[0] == first


def test_latin_text_breaks_at_spaces_which_vanish(broken: Broken) -> None:
    words = "the quick brown fox jumps over the lazy dog and runs through the wood"
    lines = broken(words)
    assert "".join(lines) == words
    assert all(line.endswith(" ") for line in lines[:-1])


def test_a_word_longer_than_a_line_is_cut_where_it_is_full(broken: Broken) -> None:
    lines = broken("x" * 100)
    assert [len(line) for line in lines] == [57, 43]


def test_a_forced_line_end_belongs_to_its_line(broken: Broken) -> None:
    assert broken("上行\n下行") == ["上行\n", "下行"]


def test_spacing_is_not_added_to_the_last_character_of_a_portion(
    spreader: Spreader, jianbao: template.Template
) -> None:
    spread = spreader.spread((TextRun("中文AB"),), jianbao.style("body"))
    em, spacing, gap = 320, -5, 64
    assert spread.width(0, 4) == (em + spacing + em) + gap + (em / 2 + spacing + em / 2)


def test_marks_end_a_portion_too(spreader: Spreader, jianbao: template.Template) -> None:
    runs = (TextRun("中"), TextRun("文", frozenset({Mark.BOLD})))
    assert spreader.spread(runs, jianbao.style("body")).width(0, 2) == 640


def test_a_superscript_is_narrower(spreader: Spreader, jianbao: template.Template) -> None:
    runs = (TextRun("m"), TextRun("2", frozenset({Mark.SUPERSCRIPT})))
    assert spreader.spread(runs, jianbao.style("body")).width(0, 2) == 160 + 93  # 92.5, whole twips


def test_a_right_tab_that_has_no_room_begins_a_line(jianbao: template.Template, spreader: Spreader) -> None:
    style = jianbao.style("masthead-unit")
    short, long = "办公室\t2026年1月30日", CJK[:26] + "\t2026年1月30日"
    assert break_lines((TextRun(short),), style, WIDTH, spreader) == ((0, len(short)),)
    assert break_lines((TextRun(long),), style, WIDTH, spreader) == ((0, 26), (26, len(long)))


TEXT = st.text(st.sampled_from(CJK + "，。、“”（）《》—…·ab12 -/%.～①"), min_size=1, max_size=160)
SPREADER = Spreader(EvenMeasures())
STYLE = template.load("jianbao").style("body")


@settings(max_examples=300)
@given(TEXT)
def test_no_character_is_lost_and_lines_fit(text: str) -> None:
    lines = break_lines((TextRun(text),), STYLE, WIDTH, SPREADER)
    assert lines[0][0] == 0
    assert lines[-1][1] == len(text)
    assert all(end == start for (_, end), (start, _) in pairwise(lines))
    spread = SPREADER.spread((TextRun(text),), STYLE)
    for nth, (start, end) in enumerate(lines):
        room = WIDTH - (STYLE.first_line if nth == 0 else 0)
        visible = len(text[start:end].rstrip(" ")) + start
        hung = 1 if text[visible - 1] in HANGING else 0
        assert spread.width(start, visible - hung) <= room + 1e-6


@settings(max_examples=300)
@given(st.text(st.sampled_from(CJK + "，。、“”（）《》"), min_size=1, max_size=160))
def test_in_chinese_text_no_line_begins_with_a_closing_or_ends_with_an_opening_mark(text: str) -> None:
    lines = [text[a:b] for a, b in break_lines((TextRun(text),), STYLE, WIDTH, SPREADER)]
    for line, following in pairwise(lines):
        # A line that is nothing but marks cannot obey.
        if "L" not in scripts(line) and any(char in CJK for char in line[1:]):
            assert following[0] not in CLOSING
            assert line[-1] not in OPENING


@settings(max_examples=100)
@given(TEXT, st.integers(0, 160), st.integers(0, 160))
def test_marks_change_no_character(text: str, a: int, b: int) -> None:
    first, last = sorted((min(a, len(text)), min(b, len(text))))
    pieces = (text[:first], text[first:last], text[last:])
    marks = (frozenset[Mark](), frozenset({Mark.BOLD}), frozenset[Mark]())
    runs = tuple(TextRun(piece, mark) for piece, mark in zip(pieces, marks, strict=True) if piece)
    lines = break_lines(runs, STYLE, WIDTH, SPREADER)
    assert "".join(text[start:end] for start, end in lines) == text


# Everything that a manuscript may hold: blanks of all kinds, addresses, quotes of both scripts, dashes,
# characters without width and characters that no font has.
ANY = st.text(
    st.one_of(
        st.sampled_from(CJK + "，。、；：？！“”‘’（）《》〔〕【】—…·～％℃㎡×①㐀𠀀😀ΑЖǐ"),
        st.sampled_from("ab12 -/%.,:;?!()[]{}\"'@&_\\　\u00a0\u00ad\u200b\ufeff\u0301"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\n\t"),
    ),
    min_size=1,
    max_size=200,
)


@settings(max_examples=400)
@given(ANY, st.integers(640, WIDTH))
def test_any_text_in_any_width_is_broken_into_lines_that_hold_every_character_once(
    text: str, width: int
) -> None:
    lines = break_lines((TextRun(text),), STYLE, width, SPREADER)
    assert all(start < end for start, end in lines)
    assert lines[0][0] == 0
    assert lines[-1][1] == len(text)
    assert all(end == start for (_, end), (start, _) in pairwise(lines))


@settings(max_examples=300)
@given(st.text(st.sampled_from(CJK + "，。、“”（）《》—GDP5年%"), min_size=1, max_size=160))
def test_a_line_begins_with_a_closing_mark_only_behind_latin_text_or_nothing_but_marks(text: str) -> None:
    for start, _ in break_lines((TextRun(text),), STYLE, WIDTH, SPREADER)[1:]:
        if text[start] in "，。、”）》":
            before = text[max(0, start - 28) : start]
            assert "L" in scripts(before) or not any(char in CJK for char in before[-26:])


@pytest.mark.parametrize("unit", ["x", "字", "，", "中a", "ab/", "“", "——"])
def test_a_paragraph_of_25000_characters_is_broken(unit: str) -> None:
    text = (unit * 25000)[:25000]
    lines = break_lines((TextRun(text),), STYLE, WIDTH, SPREADER)
    assert sum(end - start for start, end in lines) == 25000
    assert max(end - start for start, end in lines) < 70


@settings(max_examples=100)
@given(TEXT, st.sampled_from(sorted(Mark)), st.integers(0, 160), st.integers(0, 160))
def test_no_mark_loses_a_character_or_makes_an_empty_line(text: str, mark: Mark, a: int, b: int) -> None:
    first, last = sorted((min(a, len(text)), min(b, len(text))))
    pieces = ((text[:first], ()), (text[first:last], (mark,)), (text[last:], ()))
    runs = tuple(TextRun(piece, frozenset(marks)) for piece, marks in pieces if piece)
    lines = break_lines(runs, STYLE, WIDTH, SPREADER)
    assert all(start < end for start, end in lines)
    assert "".join(text[start:end] for start, end in lines) == text


def test_an_italic_portion_leans_into_the_room_behind_it(
    spreader: Spreader, jianbao: template.Template
) -> None:
    style, text = jianbao.style("salutation"), CJK[:28] + CJK[:5]
    upright = break_lines((TextRun(text),), style, WIDTH, spreader)
    italic = break_lines((TextRun(text, frozenset({Mark.ITALIC})),), style, WIDTH, spreader)
    assert [end for _, end in upright] == [28, 33]
    assert [end for _, end in italic] == [27, 33]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (CJK[:20] + " a https://example.gov.cn/info", CJK[:20] + " a "),  # no slash ends it near a space
        (CJK[:20] + "https://example.gov.cn/info", CJK[:20] + "https://"),
        (CJK[:25] + "（a）……后", CJK[:25] + "（a）"),
        (CJK[:28] + "　　后面", CJK[:28] + "　　"),  # wide blanks vanish like narrow ones
    ],
)
def test_latin_rules_as_libreoffice_has_them(broken: Broken, text: str, first: str) -> None:
    assert broken(text)[0] == first
