"""What is painted stands where typesetting placed it: pictures of pages, looked at pixel by pixel."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from bulletin_desktop.document.model import Mark, Span
from bulletin_desktop.gui.preview.painter import PRINTED_MARKER, PagePainter
from bulletin_desktop.typeset import place
from bulletin_desktop.typeset.layout import Layout, Line, Page
from bulletin_desktop.typeset.place import Glyphs, Placer

from .conftest import Press

SCALE = 0.1  # pixels per twip
INK = 140  # darker than this is ink


class Picture:
    """A page as an image, asked in twips."""

    def __init__(self, painter: PagePainter, layout: Layout, page: Page, clip: QRectF | None = None) -> None:
        setup = layout.template.page
        self.image = QImage(
            round(setup.width * SCALE), round(setup.height * SCALE), QImage.Format.Format_RGB32
        )
        self.image.fill(QColor("white"))
        with QPainter(self.image) as on:
            on.setRenderHint(QPainter.RenderHint.Antialiasing)
            on.scale(SCALE, SCALE)
            painter.paint(on, page, clip=clip)

    def inked(self, left: float, top: float, right: float, bottom: float) -> list[tuple[int, int]]:
        """The dark pixels of a part of the page, in twips."""
        xs = range(max(int(left * SCALE), 0), min(int(right * SCALE), self.image.width()))
        ys = range(int(top * SCALE), int(bottom * SCALE))
        return [
            (round(x / SCALE), round(y / SCALE))
            for y in ys
            for x in xs
            if self.image.pixelColor(x, y).lightness() < INK
        ]

    def color(self, x: float, y: float) -> QColor:
        return self.image.pixelColor(round(x * SCALE), round(y * SCALE))


@pytest.fixture
def layout(press: Press) -> Layout:
    return press.layout()


@pytest.fixture
def painter(press: Press, layout: Layout) -> PagePainter:
    painter = PagePainter(press.measures)
    painter.set_layout(layout)
    return painter


def lines_with_text(layout: Layout, page: Page) -> list[Line]:
    return [line for line in page.lines if line.end > line.start]


def marked(layout: Layout, placer: Placer, mark: Mark) -> tuple[Page, Line, Glyphs]:
    """A portion of three 国 that carries *mark*, on whatever page it is."""
    for page in layout.pages:
        for line in lines_with_text(layout, page):
            for part in placer.line(layout, line):
                if mark in part.marks and part.text.endswith("国国国"):
                    return page, line, part
    raise AssertionError(mark)


def test_the_ink_of_every_line_lies_between_its_first_and_last_character(
    press: Press, painter: PagePainter, layout: Layout
) -> None:
    placer = Placer(layout.template, press.measures)
    page = layout.pages[1]
    picture = Picture(painter, layout, page)
    for line in lines_with_text(layout, page):
        parts = placer.line(layout, line)
        left, right = min(part.xs[0] for part in parts), max(part.end for part in parts)
        top, pitch = line.top, layout.placed[line.item].item.style.pitch
        ink = picture.inked(0, top, layout.template.page.width, top + pitch)
        assert ink
        em = parts[0].em
        assert left - 20 <= min(x for x, _ in ink) <= left + em / 2
        assert right - em <= max(x for x, _ in ink) <= right + 20


def test_each_character_fills_its_own_cell(press: Press, painter: PagePainter, layout: Layout) -> None:
    placer = Placer(layout.template, press.measures)
    page, line, part = marked(layout, placer, Mark.STRIKE)
    picture = Picture(painter, layout, page)
    baseline = line.top + place.baseline(layout.placed[line.item].item.style)
    for x in part.xs[-3:]:
        ink = picture.inked(x, baseline - part.em, x + part.em, baseline + part.em * 0.2)
        middle = (min(x for x, _ in ink) + max(x for x, _ in ink)) / 2
        assert middle == pytest.approx(x + part.em / 2, abs=25)


def test_text_stands_on_the_baseline_that_the_file_has(
    press: Press, painter: PagePainter, layout: Layout
) -> None:
    page = layout.pages[1]
    picture = Picture(painter, layout, page)
    for line in lines_with_text(layout, page)[:5]:
        item = layout.placed[line.item].item
        baseline = line.top + place.baseline(item.style)
        ink = picture.inked(0, line.top, layout.template.page.width, line.top + item.style.pitch)
        lowest = max(y for _, y in ink)
        assert baseline <= lowest <= baseline + item.style.face.em * 0.25


def test_the_red_rule_spans_the_text_block(painter: PagePainter, layout: Layout) -> None:
    page, setup = layout.pages[0], layout.template.page
    line, rule = next(
        (line, layout.placed[line.item].item.rules[0])
        for line in page.lines
        if layout.placed[line.item].item.rules
    )
    picture = Picture(painter, layout, page)
    for x in (setup.left + 30, setup.width / 2, setup.width - setup.right - 30):
        color = picture.color(x, line.top + rule.y)
        assert color.red() > 180
        assert color.green() < 120
    assert picture.color(setup.left - 60, line.top + rule.y) == QColor("white")
    assert picture.color(setup.width - setup.right + 60, line.top + rule.y) == QColor("white")


def test_the_page_number_stands_right_on_odd_and_left_on_even_pages(
    painter: PagePainter, layout: Layout
) -> None:
    setup = layout.template.page
    for page in layout.pages[:2]:
        picture = Picture(painter, layout, page)
        ink = picture.inked(0, setup.height - setup.bottom + 40, setup.width, setup.height)
        middle = sum(x for x, _ in ink) / len(ink)
        assert (middle > setup.width / 2) == (page.number % 2 == 1)


def test_an_underline_runs_unbroken_under_its_characters(
    press: Press, painter: PagePainter, layout: Layout
) -> None:
    page, line, part = marked(layout, Placer(layout.template, press.measures), Mark.UNDERLINE)
    picture = Picture(painter, layout, page)
    baseline = line.top + place.baseline(layout.placed[line.item].item.style)
    ink = picture.inked(part.xs[0], baseline + part.em * 0.08, part.end, baseline + part.em * 0.2)
    columns = {x for x, _ in ink}
    assert len(columns) >= (part.end - part.xs[0]) * SCALE - 2


@pytest.mark.parametrize(("mark", "above"), [(Mark.UNDERLINE, -0.13), (Mark.STRIKE, 0.3)])
def test_a_line_goes_on_between_chinese_and_latin(press: Press, mark: Mark, above: float) -> None:
    article = press.articles()[0]
    press.type(0, 0, "国")
    block = replace(press.articles()[0].blocks[0], spans=(Span("国国 ab国国", frozenset({mark})),))
    section = press.issue.sections[0]
    changed = replace(press.articles()[0], blocks=(block, *article.blocks[1:]))
    press.issue = replace(
        press.issue, sections=(replace(section, articles=(changed, *section.articles[1:])),)
    )
    layout = press.layout()
    painter = PagePainter(press.measures)
    painter.set_layout(layout)
    found = layout.find(article.id, block.id, 0)
    assert found is not None
    line = layout.pages[found[0]].lines[found[1]]
    parts = Placer(layout.template, press.measures).line(layout, line)
    y = line.top + parts[0].y - parts[0].em * above
    ink = Picture(painter, layout, layout.pages[found[0]]).inked(
        parts[0].xs[0], y - 20, parts[-1].end, y + 20
    )
    columns = {round(x * SCALE) for x, _ in ink}
    assert columns >= set(range(min(columns), max(columns) + 1))
    assert max(columns) - min(columns) >= (parts[-1].end - parts[0].xs[0]) * SCALE - 3


def test_emphasis_puts_a_dot_under_the_middle_of_each_character(
    press: Press, painter: PagePainter, layout: Layout
) -> None:
    page, line, part = marked(layout, Placer(layout.template, press.measures), Mark.EMPHASIS)
    picture = Picture(painter, layout, page)
    baseline = line.top + place.baseline(layout.placed[line.item].item.style)
    for x in part.xs[-3:]:
        dot = picture.inked(x, baseline + part.em * 0.19, x + part.em, baseline + part.em * 0.32)
        assert dot
        assert sum(at for at, _ in dot) / len(dot) == pytest.approx(x + part.em / 2, abs=20)


def test_highlighting_lies_behind_the_characters(press: Press, painter: PagePainter, layout: Layout) -> None:
    page, line, part = marked(layout, Placer(layout.template, press.measures), Mark.HIGHLIGHT)
    picture = Picture(painter, layout, page)
    baseline = line.top + place.baseline(layout.placed[line.item].item.style)
    cell = (part.xs[-1], baseline - part.em * 0.8, part.end, baseline)
    colors = {
        picture.color(x, y).name()
        for x in range(int(cell[0]) + 20, int(cell[2]) - 20, 10)
        for y in range(int(cell[1]), int(cell[3]), 10)
    }
    assert PRINTED_MARKER.name() in colors
    assert picture.inked(*cell)


@pytest.mark.parametrize("mark", [Mark.BOLD, Mark.ITALIC, Mark.SUPERSCRIPT])
def test_a_mark_changes_how_a_character_looks(
    press: Press, painter: PagePainter, layout: Layout, mark: Mark
) -> None:
    placer = Placer(layout.template, press.measures)

    def shape(wanted: Mark) -> set[tuple[int, int]]:
        page, line, part = marked(layout, placer, wanted)
        baseline = line.top + place.baseline(layout.placed[line.item].item.style)
        x = part.xs[-1]
        ink = Picture(painter, layout, page).inked(x, baseline - 320, x + 320, baseline + 40)
        return {(round((at - x) / 10), round((y - baseline) / 10)) for at, y in ink}

    plain, changed = shape(Mark.HIGHLIGHT), shape(mark)
    assert len(plain ^ changed) > 0.25 * len(plain)


def test_a_clip_leaves_the_lines_outside_it_unpainted(painter: PagePainter, layout: Layout) -> None:
    page = layout.pages[1]
    third = lines_with_text(layout, page)[2]
    pitch = layout.placed[third.item].item.style.pitch
    picture = Picture(painter, layout, page, clip=QRectF(0, third.top + 1, 12000, pitch - 2))
    assert picture.inked(0, third.top, 11900, third.top + pitch)
    assert not picture.inked(0, third.top + pitch + 20, 11900, 16000)
    assert not picture.inked(0, 0, 11900, third.top - 20)


def test_a_character_that_the_font_lacks_is_lent_by_another(press: Press) -> None:
    press.type(0, 0, "一☃二")
    layout = press.layout()
    painter = PagePainter(press.measures)
    painter.set_layout(layout)
    found = layout.find(press.articles()[0].id, press.articles()[0].blocks[0].id, 0)
    assert found is not None
    line = layout.pages[found[0]].lines[found[1]]
    xs = [
        x for part in Placer(layout.template, press.measures).line(layout, line) for x in (*part.xs, part.end)
    ]
    snowman = sorted(set(xs))[1:3]
    ink = Picture(painter, layout, layout.pages[found[0]]).inked(
        snowman[0], line.top, snowman[1], line.top + 579
    )
    assert ink
