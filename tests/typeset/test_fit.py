"""Saving a last page of next to nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bulletin_desktop.document import codec
from bulletin_desktop.document.model import (
    Adjustment,
    Article,
    Imprint,
    Issue,
    Masthead,
    Paragraph,
    Role,
    Section,
    Span,
)
from bulletin_desktop.typeset import fit, template
from bulletin_desktop.typeset.template import Template
from bulletin_desktop.typeset.typesetter import Typesetter
from tests.typeset.conftest import EvenMeasures


@pytest.fixture
def setter(jianbao: Template, measures: EvenMeasures) -> Typesetter:
    return Typesetter(jianbao, measures)


def article(n: int, lines: int) -> Article:
    blocks = (Paragraph(f"p{n}", Role.BODY, (Span("文" * (26 + 28 * (lines - 1))),)),)
    return Article(f"a{n}", (f"第{n}篇标题",), blocks=blocks)


def issue(*lines: int, imprint: Imprint = Imprint()) -> Issue:  # noqa: B008 - frozen
    articles = tuple(article(n, count) for n, count in enumerate(lines))
    return Issue(
        "i", "p", 2026, 3, dt.date(2026, 1, 5), Masthead("简报"), imprint=imprint,
        sections=(Section("s", "", articles),),
    )  # fmt: skip


def pages(setter: Typesetter, made: Issue) -> int:
    return len(setter.layout(made).pages)


def test_blank_lines_between_articles_are_saved_first(setter: Typesetter) -> None:
    # Page 1: masthead 8 + 1, contents 3 + 1, headline 2, 1 line; blank 2, headline 2, 2 of 25 lines.
    made = issue(1, 25)
    assert pages(setter, made) == 3
    assert fit.lines_on_last_page(setter.layout(made)) == 1
    found = fit.propose(made, setter)
    assert found == ((Adjustment.CONTENTS_AFTER, 0),)
    assert pages(setter, replace(made, adjustments=found)) == 2


def test_what_is_applied_saves_a_page(setter: Typesetter) -> None:
    for last in range(1, 40):
        made = issue(3, 17, last)
        found = fit.propose(made, setter)
        if found is not None:
            saved = replace(made, adjustments=found)
            assert pages(setter, saved) < pages(setter, made)
            codec.loads_issue(codec.dumps(replace(saved, sections=(), id="0" * 26)))


def test_a_last_page_with_enough_on_it_is_left_alone(setter: Typesetter) -> None:
    made = issue(30)
    assert fit.lines_on_last_page(setter.layout(made)) > 3
    assert fit.propose(made, setter) is None


def test_an_issue_of_one_page_is_left_alone(setter: Typesetter) -> None:
    assert fit.propose(issue(1), setter) is None


def test_nothing_is_tightened_beyond_what_the_template_names(measures: EvenMeasures) -> None:
    own = template.parse(
        '[fit]\nlines_before = { lines = 2 }\ncontents_after = { lines = 1 }\n'
        'spacing = { twips = -5 }\npage_lines = { lines = 22 }',
        "own", "jianbao",
    )  # fmt: skip
    assert fit.propose(issue(1, 25), Typesetter(own, measures)) is None


def test_an_imprint_alone_on_the_last_page_is_no_text(setter: Typesetter) -> None:
    made = issue(11, imprint=Imprint("市委", "各镇", "", 50))
    layout = setter.layout(made)
    assert (len(layout.pages), fit.lines_on_last_page(layout)) == (2, 0)


def test_tighter_spacing_keeps_the_indent_of_two_characters(setter: Typesetter) -> None:
    made = replace(issue(3), adjustments=((Adjustment.BODY_SPACING, -9),))
    body = setter.layout(made).template.style("body")
    assert (body.spacing, body.first_line, body.first_line_chars) == (-9, 622, 200)


def test_one_more_line_a_page_moves_the_whole_grid(setter: Typesetter) -> None:
    made = replace(issue(57), adjustments=((Adjustment.PAGE_LINES, 23),))
    layout = setter.layout(made)
    assert len(layout.pages[1].lines) == 23
    assert layout.template.style("masthead-name").pitch == 3 * layout.template.page.pitch
    assert pages(setter, issue(57)) == 4
    assert len(layout.pages) == 3


def test_adjustments_no_page_can_be_set_by_are_left_out(setter: Typesetter) -> None:
    made = replace(issue(3), adjustments=((Adjustment.LINES_BEFORE, -7), (Adjustment.PAGE_LINES, 1400)))
    assert setter.layout(made).template.page.lines == 22


def test_an_odd_number_of_pages_is_filled_up(setter: Typesetter) -> None:
    made = issue(1)
    layout = setter.layout(replace(made, adjustments=((Adjustment.TWO_SIDED, 1),)))
    assert [len(page.lines) for page in layout.pages][1:] == [1]


def test_going_back_to_no_adjustments_gives_the_first_pages(setter: Typesetter) -> None:
    made = issue(1, 25)
    before = setter.layout(made)
    setter.layout(replace(made, adjustments=((Adjustment.PAGE_LINES, 23),)))
    assert setter.layout(made).pages == before.pages
