"""Pictures on the pages of the preview."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Picture
from bulletin_desktop.gui.preview.painter import PagePainter
from bulletin_desktop.gui.preview.pictures import MISSING
from bulletin_desktop.typeset import pictures
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.pictures import Frame

from .conftest import Press

SCALE = 0.05
GREEN = QColor(20, 140, 80)
PICTURE = Picture(new_id(), "0" * 64, 600, 400, "图1")


@pytest.fixture
def layout(press: Press) -> Layout:
    """The issue with a picture after the first paragraph."""
    section = press.issue.sections[0]
    first = section.articles[0]
    article = replace(first, blocks=(first.blocks[0], PICTURE, *first.blocks[1:]))
    section = replace(section, articles=(article, *section.articles[1:]))
    press.issue = replace(press.issue, sections=(section,))
    return press.layout()


def place(layout: Layout) -> tuple[int, Frame]:
    """The page index and the frame of the picture."""
    return next(
        (index, frame)
        for index, page in enumerate(layout.pages)
        for line in page.lines
        if (frame := pictures.frame(layout, line)) is not None
    )


def painted(painter: PagePainter, layout: Layout) -> QImage:
    index, _ = place(layout)
    setup = layout.template.page
    image = QImage(round(setup.width * SCALE), round(setup.height * SCALE), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as on:
        on.scale(SCALE, SCALE)
        painter.paint(on, layout.pages[index])
    return image


def test_a_picture_fills_its_frame_and_no_more(press: Press, layout: Layout) -> None:
    asked: list[tuple[str, int]] = []

    def found(sha256: str, pixels: int) -> QImage:
        asked.append((sha256, pixels))
        image = QImage(30, 20, QImage.Format.Format_RGB32)
        image.fill(GREEN)
        return image

    painter = PagePainter(press.measures, pictures=found)
    painter.set_layout(layout)
    image = painted(painter, layout)
    _, frame = place(layout)
    assert asked == [(PICTURE.sha256, round(frame.width * SCALE))]
    left, right = frame.left * SCALE, (frame.left + frame.width) * SCALE
    middle = (frame.top + frame.height / 2) * SCALE
    for x, inside in ((left - 2, False), (left + 2, True), (right - 2, True), (right + 2, False)):
        assert (image.pixelColor(round(x), round(middle)) == GREEN) is inside
    assert image.pixelColor(round(left + 9), round((frame.top + frame.height) * SCALE) - 2) == GREEN


def test_a_missing_one_is_a_quiet_grey_box(press: Press, layout: Layout) -> None:
    painter = PagePainter(press.measures)
    painter.set_layout(layout)
    _, frame = place(layout)
    middle = round((frame.left + frame.width / 2) * SCALE), round((frame.top + frame.height / 2) * SCALE)
    assert painted(painter, layout).pixelColor(*middle) == QColor(f"#{MISSING}")


def test_a_click_on_a_picture_points_at_its_block(pane: object, desk: object, layout: Layout) -> None:
    pane.set_layout(layout)
    index, frame = place(layout)
    desk.go_to_page(index + 1)
    QTest.qWait(300)
    stack = desk._stack
    middle = QPointF(frame.left + frame.width / 2, frame.top + frame.height / 2)
    spot = stack.rect(index).topLeft() + middle * stack.scale
    scrolled = QPointF(desk.horizontalScrollBar().value(), desk.verticalScrollBar().value())
    seen: list[tuple[str, str, int]] = []
    pane.clicked.connect(lambda *what: seen.append(what))
    QTest.mouseClick(desk.viewport(), Qt.MouseButton.LeftButton, pos=(spot - scrolled).toPoint())
    assert [what[1:] for what in seen] == [(PICTURE.id, 0)]
