"""A picture takes whole lines of the grid, fits the page, and brings its caption along."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.document.model import (
    Article,
    Block,
    Issue,
    Masthead,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Section,
    Span,
)  # fmt: skip
from bulletin_desktop.typeset import pictures, template
from bulletin_desktop.typeset.layout import Layout, Line
from bulletin_desktop.typeset.template import Template
from bulletin_desktop.typeset.typesetter import Typesetter
from tests.typeset.conftest import EvenMeasures

SHA = "0" * 64
MM = 1440 / 25.4


def issue(*blocks: Block, headline: tuple[str, ...] = ("标题",)) -> Issue:
    article = Article("a", headline, blocks=blocks)
    head = Masthead("简报")
    return Issue("i", "p", 2026, 1, dt.date(2026, 1, 5), head, sections=(Section("s", "", (article,)),))


def laid_out(*blocks: Block, headline: tuple[str, ...] = ("标题",)) -> Layout:
    return Typesetter(template.load("jianbao"), EvenMeasures()).layout(issue(*blocks, headline=headline))


def picture(width: int, height: int, caption: str = "图1　春耕", key: str = "p") -> Picture:
    return Picture(key, SHA, width, height, caption)


def text(lines: int, key: str = "t") -> Paragraph:
    return Paragraph(key, Role.BODY, (Span("文" * (28 * lines - 3)),))


def line_of(layout: Layout, role: str) -> tuple[int, Line]:
    """The page, from 1, and the first line of the item with *role*."""
    return next(
        (page.number, line)
        for page in layout.pages
        for line in page.lines
        if layout.placed[line.item].item.role == role
    )


def frame(layout: Layout) -> pictures.Frame:
    found = pictures.frame(layout, line_of(layout, "picture")[1])
    assert found is not None
    return found


def test_it_is_printed_in_its_size_and_centred_at_the_foot_of_whole_lines(jianbao: Template) -> None:
    layout = laid_out(picture(1000, 500))
    _, line = line_of(layout, "picture")
    item = layout.placed[line.item].item
    shown = frame(layout)
    assert (shown.width, shown.height) == pytest.approx((100 * MM, 50 * MM), abs=1)
    assert item.style.pitch == 5 * 579  # 2835 and 40 twips are just within five lines
    assert shown.top + shown.height == line.top + item.style.pitch
    assert shown.left + shown.width / 2 == jianbao.page.left + jianbao.page.text_width / 2


def test_the_free_twips_above_it_cost_a_line_if_they_must() -> None:
    for height, lines in ((5 * 579 - 41, 5), (5 * 579 - 38, 6)):
        layout = laid_out(picture(500, round(height / MM * 10)))
        item = layout.placed[line_of(layout, "picture")[1].item].item
        assert item.style.pitch == lines * 579


def test_a_wide_one_is_scaled_to_the_text_width(jianbao: Template) -> None:
    shown = frame(laid_out(picture(4000, 1000)))
    assert shown.width == pytest.approx(jianbao.page.text_width, abs=1)
    assert shown.height == pytest.approx(jianbao.page.text_width / 4, abs=2)


def test_a_wide_one_stays_between_the_indents_of_its_style() -> None:
    own = template.parse("[styles.picture]\nleft = { mm = 20 }\nright = { mm = 10 }", "own", "jianbao")
    shown = frame(Typesetter(own, EvenMeasures()).layout(issue(picture(4000, 1000))))
    assert shown.left >= own.page.left + 20 * MM - 1
    assert shown.left + shown.width <= own.page.left + own.page.text_width - 10 * MM + 1


def test_a_high_one_is_scaled_to_a_page_less_its_caption(jianbao: Template) -> None:
    layout = laid_out(text(3), picture(1000, 9000))
    page, line = line_of(layout, "picture")
    assert layout.placed[line.item].item.style.pitch == 21 * 579
    assert line.top == jianbao.page.top
    assert frame(layout).height <= 21 * 579 - 40
    assert line_of(layout, "caption")[0] == page


def test_one_that_opens_an_article_shares_its_page_with_the_headline() -> None:
    layout = laid_out(picture(1000, 9000), headline=("一", "二"))
    pages = {role: line_of(layout, role)[0] for role in ("headline", "picture", "caption")}
    assert len(set(pages.values())) == 1
    assert (
        layout.placed[line_of(layout, "picture")[1].item].item.style.pitch == (22 - 3 - 1 - 2) * 579
    )  # two for a section's title


@pytest.mark.parametrize("lines", range(1, 21))
def test_picture_and_caption_share_a_page_wherever_it_stands(lines: int) -> None:
    layout = laid_out(text(lines), picture(1000, 800), text(3, "u"))
    assert line_of(layout, "picture")[0] == line_of(layout, "caption")[0]


def test_without_a_caption_the_text_may_go_on_a_new_page() -> None:
    layout = laid_out(picture(1000, 9000, ""), text(3))
    item = layout.placed[line_of(layout, "picture")[1].item].item
    assert not item.style.keep_next
    assert item.style.pitch == 18 * 579  # below section, headline and their blank lines


def test_a_page_break_before_it_is_its_own() -> None:
    layout = laid_out(text(2), PageBreak("b"), picture(1000, 800))
    page, line = line_of(layout, "picture")
    assert layout.placed[line.item].new_page
    assert layout.pages[page - 1].lines[0] == line


def test_it_is_found_by_its_block_and_its_caption_too() -> None:
    layout = laid_out(text(2), picture(1000, 800))
    _, line = line_of(layout, "picture")
    at = layout.find("a", "p", 0)
    assert at is not None
    assert layout.pages[at[0]].lines[at[1]] == line


@given(
    st.integers(1, 10**6),
    st.integers(1, 10**6),
    st.text("图一二三", max_size=900),
    st.integers(0, 12),
)
def test_any_size_gives_pages(width: int, height: int, caption: str, headline: int) -> None:
    layout = laid_out(text(5), picture(width, height, caption), headline=("标题",) * headline)
    page = layout.template.page
    for number, line in ((p.number, line) for p in layout.pages for line in p.lines):
        item = layout.placed[line.item].item
        assert line.top + item.style.pitch <= page.height - page.bottom, (number, item.role)
    shown = frame(layout)
    assert 1 <= shown.width <= page.text_width
    assert shown.height >= 1
