"""Where each character of a line stands."""

from __future__ import annotations

import pytest

from bulletin_desktop.document.model import Mark
from bulletin_desktop.typeset import place
from bulletin_desktop.typeset.breaker import break_lines
from bulletin_desktop.typeset.layout import Item, Layout, Line, Page, Placed, TextRun
from bulletin_desktop.typeset.place import Glyphs, Placer
from bulletin_desktop.typeset.portions import Spreader
from bulletin_desktop.typeset.template import Template
from tests.typeset.conftest import WIDTH, EvenMeasures

LEFT = 1587
RIGHT = LEFT + WIDTH
CJK = "各地区各部门要认真贯彻落实党中央国务院决策部署坚持稳中求进工作总基调"


def glyphs(jianbao: Template, role: str, *runs: TextRun, nth: int = 0) -> tuple[Glyphs, ...]:
    """The glyphs of a paragraph's line *nth*."""
    style, measures = jianbao.style(role), EvenMeasures()
    item = Item(role, style, runs)
    lines = break_lines(runs, style, WIDTH, Spreader(measures))
    made = tuple(Line(0, n, start, end, 2098, style.pitch) for n, (start, end) in enumerate(lines))
    layout = Layout(jianbao, (Placed(item, lines, 1, False),), (Page(1, made),))
    return Placer(jianbao, measures).line(layout, made[nth])


def test_a_justified_line_ends_at_the_edge(jianbao: Template) -> None:
    (line,) = glyphs(jianbao, "body", TextRun(CJK))
    assert line.xs[0] == LEFT + 630
    assert line.end == pytest.approx(RIGHT)


def test_a_paragraphs_last_line_is_not_spread(jianbao: Template) -> None:
    (line,) = glyphs(jianbao, "body", TextRun(CJK), nth=1)
    assert line.xs[:2] == (LEFT, LEFT + 315)


def test_a_hanging_mark_stands_beyond_the_edge(jianbao: Template) -> None:
    (line,) = glyphs(jianbao, "salutation", TextRun(CJK[:28] + "，" + CJK))
    assert line.text[-1] == "，"
    assert line.xs[-1] == pytest.approx(RIGHT, abs=6)


def test_latin_words_are_not_spread(jianbao: Template) -> None:
    parts = glyphs(jianbao, "body", TextRun(CJK[:10] + "ABC" + CJK))
    latin = next(part for part in parts if part.latin)
    assert latin.text == "ABC"
    assert latin.xs[1] - latin.xs[0] == pytest.approx(155)


def test_a_centred_line_has_the_same_room_on_both_sides(jianbao: Template) -> None:
    (line,) = glyphs(jianbao, "headline", TextRun("标题文字"))
    assert line.xs[0] - LEFT == pytest.approx(RIGHT - line.end)


def test_an_empty_line_has_no_glyphs(jianbao: Template) -> None:
    assert glyphs(jianbao, "body") == ()


def test_a_right_tab_ends_its_text_at_the_stop(jianbao: Template) -> None:
    parts = glyphs(jianbao, "masthead-marks", TextRun("内部资料\t000123"))
    assert [part.text for part in parts] == ["内部资料", "000123"]
    assert parts[-1].end == pytest.approx(RIGHT)


def test_contents_dots_fill_the_tab(jianbao: Template) -> None:
    parts = glyphs(jianbao, "contents-entry", TextRun("标题\t12"))
    title, number = (part for part in parts if part.start >= 0)
    (dots,) = (part for part in parts if part.start < 0)
    assert set(dots.text) == {"."}
    assert dots.xs[0] == pytest.approx(title.end)
    assert dots.end == pytest.approx(number.xs[0])
    assert number.end == pytest.approx(RIGHT)


def test_a_superscript_is_small_and_raised(jianbao: Template) -> None:
    parts = glyphs(jianbao, "body", TextRun("米"), TextRun("2", frozenset({Mark.SUPERSCRIPT})))
    assert (parts[1].em, parts[1].rise) == (185, 105)


def test_page_numbers_stand_right_on_odd_and_left_on_even_pages(jianbao: Template) -> None:
    placer = Placer(jianbao, EvenMeasures())
    assert placer.folio(3)[-1].end == pytest.approx(RIGHT - 280)
    assert placer.folio(4)[0].xs[0] == LEFT + 280
    assert all(part.start == -1 for part in placer.folio(3))


def test_the_baseline_is_80_percent_down_the_line(jianbao: Template) -> None:
    assert place.baseline(jianbao.style("body")) == 463
    assert place.folio_baseline(jianbao) == 15328  # 270.37 mm, as measured in LibreOffice


def test_a_point_is_the_nearest_gap_between_characters(jianbao: Template) -> None:
    parts = glyphs(jianbao, "salutation", TextRun("各地区AB"))
    assert place.offset_at(parts, LEFT - 50) == 0
    assert place.offset_at(parts, LEFT + 315 + 100) == 1
    assert place.offset_at(parts, RIGHT) == 5
    assert place.offset_at((), LEFT) is None


def test_each_glyph_knows_its_baseline_below_its_lines_top(jianbao: Template) -> None:
    (line,) = glyphs(jianbao, "masthead-name", TextRun("刊名"))
    assert line.y == place.baseline(jianbao.style("masthead-name")) == 1389
    assert {part.y for part in Placer(jianbao, EvenMeasures()).folio(1)} == {place.folio_baseline(jianbao)}


def test_baselines_run_down_and_their_glyphs_from_left_to_right(jianbao: Template) -> None:
    (left,) = glyphs(jianbao, "salutation", TextRun("左"))
    right = left._replace(xs=(left.xs[0] + 4000,), y=left.y)
    below = left._replace(y=left.y + 400)
    assert place.baselines((below, right, left)) == [(left.y, (left, right)), (below.y, (below,))]
