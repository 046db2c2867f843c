"""Tables in the preview: their borders, and what a click in a cell means."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from bulletin_desktop.gui.preview import aim
from bulletin_desktop.gui.preview.painter import PagePainter
from bulletin_desktop.typeset.layout import Layout, Line
from tests.gui.preview.conftest import Press
from tests.typeset.tabling import issue, table

SCALE = 0.1


@pytest.fixture
def layout(press: Press) -> Layout:
    drawn = table(("甲", "乙"), (("并", 1, 2), "字" * 40), ("丙",))
    return press.typesetter.layout(issue(drawn))


@pytest.fixture
def painter(press: Press, layout: Layout) -> PagePainter:
    painter = PagePainter(press.measures)
    painter.set_layout(layout)
    return painter


@pytest.fixture
def rows(layout: Layout) -> list[Line]:
    return [line for line in layout.pages[0].lines if layout.placed[line.item].item.table]


Color = Callable[[float, float], int]


def picture(painter: PagePainter, layout: Layout, clip: QRectF | None = None) -> Color:
    setup = layout.template.page
    image = QImage(round(setup.width * SCALE), round(setup.height * SCALE), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    paint = QPainter(image)
    paint.scale(SCALE, SCALE)
    painter.paint(paint, layout.pages[0], clip=clip)
    paint.end()

    def darkness(x: float, y: float) -> int:
        """The darkest pixel within a pixel of a point."""
        at = round(x * SCALE), round(y * SCALE)
        return min(
            image.pixelColor(at[0] + dx, at[1] + dy).lightness() for dx in (-1, 0, 1) for dy in (-1, 0, 1)
        )

    return darkness


def test_a_row_of_empty_cells_is_painted_with_its_borders(press: Press) -> None:
    layout = press.typesetter.layout(issue(table(("甲", "乙"), ("", ""))))
    painter = PagePainter(press.measures)
    painter.set_layout(layout)
    row = [line for line in layout.pages[0].lines if layout.placed[line.item].item.table][1]
    darkness = picture(painter, layout)
    assert darkness(layout.template.page.width / 2, row.top) < 200


def test_cells_have_borders_but_not_inside_a_merged_one(
    painter: PagePainter, layout: Layout, rows: list[Line]
) -> None:
    dark, left = picture(painter, layout), layout.template.page.left
    last = rows[-1]
    for x in (left + 4000, left + 6000):
        assert dark(x, rows[0].top + 5) < 100
        assert dark(x, rows[1].top + 5) < 100
        assert dark(x, last.top + last.height + 5) < 100
    assert dark(left + 6000, last.top + 5) < 100
    assert dark(left + 4000, last.top + 5) > 200
    for x in (left + 5, left + 4427, left + 8849):
        assert dark(x, rows[1].top + 250) < 100


def test_only_rows_that_touch_the_clip_are_painted(
    painter: PagePainter, layout: Layout, rows: list[Line]
) -> None:
    clip = QRectF(0, rows[0].top + 100, 12000, 200)
    dark = picture(painter, layout, clip)
    assert dark(layout.template.page.left + 5, rows[0].top + 250) < 100
    assert dark(layout.template.page.left + 5, rows[2].top + 250) > 200


def test_a_click_in_a_cell_means_its_text(painter: PagePainter, layout: Layout, rows: list[Line]) -> None:
    left = layout.template.page.left

    def clicked(row: int, x: float, y: float = 300) -> tuple[str, str, int] | None:
        return aim.target(layout, 0, QPointF(left + x, rows[row].top + y), painter.placed)

    assert clicked(0, 50) == ("a", "t", 0)
    assert clicked(0, 4000) == ("a", "t", 1)
    assert clicked(0, 4500) == ("a", "t", 2)
    assert clicked(1, 50) == ("a", "t", 4)
    assert clicked(2, 50) == ("a", "t", 4)
    assert clicked(2, 8000) == ("a", "t", 6 + 40 + 1 + 1)
    assert clicked(1, 4500, 1700) == ("a", "t", 6 + 30)
    assert clicked(1, 4500, 100) == ("a", "t", 6)
