"""The preview as a person uses it: looking, scrolling, zooming, clicking."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPaintEvent, QPalette, QRegion, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.preview.bars import PageField
from bulletin_desktop.gui.preview.desk import Desk
from bulletin_desktop.gui.preview.geometry import Fit
from bulletin_desktop.gui.preview.notice import NoticeBar
from bulletin_desktop.gui.preview.pane import PreviewPane
from bulletin_desktop.typeset.place import Placer

from .conftest import Press


class Painted(QObject):
    """What was painted of a widget since it was last asked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.region = QRegion()
        desk.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


GLIDE = 500  # ms after which the view has surely come to rest, also on a busy machine


def point_of(press: Press, desk: Desk, article: int, block: int, offset: int) -> QPoint:
    """Where the left edge of a character stands in the viewport."""
    layout = press.layout()
    value = press.articles()[article]
    page, nth = layout.find(value.id, value.blocks[block].id, offset) or (0, 0)
    line = layout.pages[page].lines[nth]
    edges = {
        part.start + at: x
        for part in Placer(layout.template, press.measures).line(layout, line)
        for at, x in enumerate(part.xs)
    }
    spot = desk._stack.to_desk(page, QRectF(edges[offset], line.top + 290, 0, 0)).topLeft() - desk._origin()
    return spot.toPoint()


def label(pane: PreviewPane) -> str:
    return pane.findChild(PageField).label.text()


def button(pane: PreviewPane, tip: str) -> QToolButton:
    return next(each for each in pane.findChildren(QToolButton) if each.toolTip() == tip)


@pytest.mark.parametrize("offset", [0, 1, 7, 40, 77])
def test_a_click_says_which_character_was_meant(
    qtbot: QtBot, press: Press, pane: PreviewPane, desk: Desk, offset: int
) -> None:
    article = press.articles()[1]
    pane.follow(article.id, article.blocks[2].id, offset)
    QTest.qWait(GLIDE)
    with qtbot.waitSignal(pane.clicked) as caught:
        QTest.mouseClick(
            desk.viewport(),
            Qt.MouseButton.LeftButton,
            pos=point_of(press, desk, 1, 2, offset) + QPoint(1, 0),
        )
    assert caught.args == [article.id, article.blocks[2].id, offset]


def test_a_click_on_the_contents_goes_to_the_article(
    qtbot: QtBot, press: Press, pane: PreviewPane, desk: Desk
) -> None:
    layout = press.layout()
    line = next(line for line in layout.pages[0].lines if layout.placed[line.item].item.link)
    spot = desk._stack.to_desk(0, QRectF(3000, line.top + 290, 0, 0)).topLeft().toPoint()
    with qtbot.waitSignal(pane.clicked) as caught:
        QTest.mouseClick(desk.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert caught.args == [press.articles()[0].id, "headline", 0]


@pytest.mark.parametrize("spot", [QPointF(6000, 3900), QPointF(6000, 600)])
def test_a_click_on_masthead_or_margin_means_nothing(
    qtbot: QtBot, pane: PreviewPane, desk: Desk, spot: QPointF
) -> None:
    with qtbot.assertNotEmitted(pane.clicked, wait=20):
        at = desk._stack.to_desk(0, QRectF(spot, spot)).topLeft().toPoint()
        QTest.mouseClick(desk.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_dragging_is_no_click(qtbot: QtBot, press: Press, pane: PreviewPane, desk: Desk) -> None:
    layout = press.layout()
    line = next(line for line in layout.pages[0].lines if layout.placed[line.item].item.link)
    start = desk._stack.to_desk(0, QRectF(3000, line.top + 290, 0, 0)).topLeft().toPoint()
    with qtbot.assertNotEmitted(pane.clicked, wait=20):
        QTest.mousePress(desk.viewport(), Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(desk.viewport(), start + QPoint(60, 0))
        QTest.mouseRelease(desk.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))


def test_follow_brings_the_paragraph_into_view_and_marks_it(
    press: Press, pane: PreviewPane, desk: Desk
) -> None:
    article = press.articles()[2]
    pane.follow(article.id, article.blocks[4].id, 20)
    QTest.qWait(GLIDE)
    at = point_of(press, desk, 2, 4, 20)
    assert desk.viewport().rect().contains(at)
    image = desk.viewport().grab().toImage()
    bar = theme.tokens(desk.palette()).paper_bar
    left = desk._stack.to_desk(0, QRectF(press.layout().template.page.left, 0, 0, 0)).left()
    colors = [image.pixelColor(round(left) - shift, at.y()).name() for shift in range(8, 13)]
    assert bar.name() in colors


def test_follow_leaves_a_paragraph_in_view_where_it_is(press: Press, pane: PreviewPane, desk: Desk) -> None:
    article = press.articles()[1]
    pane.follow(article.id, article.blocks[2].id, 0)
    QTest.qWait(GLIDE)
    before = desk.verticalScrollBar().value()
    pane.follow(article.id, article.blocks[2].id, 30)
    QTest.qWait(GLIDE)
    assert desk.verticalScrollBar().value() == before


def test_following_takes_no_longer_than_the_program_allows(
    press: Press, pane: PreviewPane, desk: Desk
) -> None:
    assert desk._travel.duration <= 120


def test_a_key_repaints_only_the_lines_that_changed(press: Press, pane: PreviewPane, desk: Desk) -> None:
    article = press.articles()[0]
    pane.follow(article.id, article.blocks[1].id, 0)
    QTest.qWait(GLIDE)
    painted = Painted(desk)
    text = article.blocks[1].text
    press.type(0, 1, text[:-2] + "新。")
    pane.set_layout(press.layout())
    QApplication.processEvents()
    line = desk._stack.scale * 579
    assert 0 < painted.region.boundingRect().height() <= 5 * line + 4


def test_the_same_layout_again_repaints_nothing(press: Press, pane: PreviewPane, desk: Desk) -> None:
    QApplication.processEvents()
    painted = Painted(desk)
    pane.set_layout(press.layout())
    QApplication.processEvents()
    assert painted.region.isEmpty()


def test_what_is_repainted_looks_as_if_all_were_painted(
    qtbot: QtBot, press: Press, pane: PreviewPane, desk: Desk
) -> None:
    QApplication.processEvents()
    press.type(0, 0, "短。")
    pane.set_layout(press.layout())
    QApplication.processEvents()
    fresh = PreviewPane(press.measures)
    qtbot.addWidget(fresh)
    fresh.resize(pane.size())
    fresh.show()
    fresh.set_layout(press.layout())
    QApplication.processEvents()
    assert desk.viewport().grab().toImage() == fresh.findChild(Desk).viewport().grab().toImage()


def test_the_bar_counts_the_pages_and_turns_them(
    press: Press, pane: PreviewPane, desk: Desk, qtbot: QtBot
) -> None:
    count = len(press.layout().pages)
    assert label(pane) == f"Page 1 of {count}"
    assert not button(pane, "Previous page").isEnabled()
    QTest.mouseClick(button(pane, "Next page"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: label(pane) == f"Page 2 of {count}")
    QTest.mouseClick(button(pane, "Previous page"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: label(pane) == f"Page 1 of {count}")


def test_home_end_and_page_keys_scroll(press: Press, pane: PreviewPane, desk: Desk) -> None:
    count = len(press.layout().pages)
    QTest.keyClick(desk, Qt.Key.Key_End)
    assert label(pane) == f"Page {count} of {count}"
    QTest.keyClick(desk, Qt.Key.Key_Home)
    assert desk.verticalScrollBar().value() == 0
    QTest.keyClick(desk, Qt.Key.Key_PageDown)
    assert 0 < desk.verticalScrollBar().value() < desk.viewport().height()
    QTest.keyClick(desk, Qt.Key.Key_PageUp)
    assert desk.verticalScrollBar().value() == 0


def test_page_down_turns_a_whole_page_when_whole_pages_are_shown(pane: PreviewPane, desk: Desk) -> None:
    desk.set_zoom(Fit.PAGE)
    QTest.keyClick(desk, Qt.Key.Key_PageDown)
    assert label(pane).startswith("Page 2 ")


@pytest.mark.parametrize(
    ("choice", "width"),
    [("Fit width", 440 - 2 * 16 - 12), ("100%", None), ("200%", None)],
)
def test_the_menu_changes_the_size_of_the_pages(
    pane: PreviewPane, desk: Desk, choice: str, width: int | None
) -> None:
    action = next(each for each in pane.menu.actions() if each.text().split("\t")[0] == choice)
    action.trigger()
    if width is None:
        factor = int(choice.rstrip("%")) / 100
        assert desk._stack.width == pytest.approx(11906 / 1440 * desk.logicalDpiX() * factor, abs=1)
    else:
        assert desk._stack.width == pytest.approx(width, abs=16)
    assert action.isChecked()
    assert button(pane, "Size of the pages").text().startswith(choice)


def test_fit_page_shows_a_whole_page(pane: PreviewPane, desk: Desk) -> None:
    desk.set_zoom(Fit.PAGE)
    assert desk._stack.height <= desk.viewport().height() - 2 * desk._stack.margin + 1


def test_fitted_pages_follow_the_width_of_the_pane(pane: PreviewPane, desk: Desk) -> None:
    before = desk._stack.width
    pane.resize(340, 700)
    assert desk._stack.width == pytest.approx(before - 100, abs=1)


def wheel(desk: Desk, at: QPoint, notches: int) -> None:
    viewport = desk.viewport()
    event = QWheelEvent(
        QPointF(at),
        QPointF(viewport.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def test_control_and_wheel_zoom_around_the_pointer(press: Press, pane: PreviewPane, desk: Desk) -> None:
    article = press.articles()[1]
    pane.follow(article.id, article.blocks[2].id, 0)
    QTest.qWait(GLIDE)
    before = point_of(press, desk, 1, 2, 5)
    factor = desk.factor()
    wheel(desk, before, 3)
    assert desk.factor() == pytest.approx(factor * 1.331, rel=0.01)
    assert (point_of(press, desk, 1, 2, 5) - before).manhattanLength() <= 4


def test_without_an_issue_it_says_what_belongs_here(pane: PreviewPane, desk: Desk) -> None:
    pane.set_layout(None)
    shown = [each.text() for each in pane.findChildren(QLabel) if each.isVisible() and each.text()]
    assert shown == ["The pages of an issue appear here while you write."]
    assert not desk.isVisible()


class Lacking:
    """Measures on a machine without the template's fonts."""

    def __init__(self, press: Press) -> None:
        self._real = press.measures
        self.advance = press.measures.advance

    def used(self, family: str, latin: bool = False) -> str:
        return "Noto Sans CJK SC"


@pytest.fixture
def lacking(qtbot: QtBot, press: Press) -> PreviewPane:
    pane = PreviewPane(Lacking(press))
    qtbot.addWidget(pane)
    pane.resize(440, 700)
    pane.show()
    pane.set_layout(press.layout())
    return pane


def test_missing_fonts_are_told_in_one_line(lacking: PreviewPane) -> None:
    notice = lacking.findChild(NoticeBar)
    assert notice.isVisible()
    assert "仿宋_GB2312" in notice.findChild(QLabel).toolTip()


def test_the_notice_goes_away_for_good(press: Press, lacking: PreviewPane) -> None:
    QTest.mouseClick(button(lacking, "Understood"), Qt.MouseButton.LeftButton)
    press.type(0, 0, "又一个字。")
    lacking.set_layout(press.layout())
    assert not lacking.findChild(NoticeBar).isVisible()


def test_paper_is_dimmed_in_the_dark(pane: PreviewPane, desk: Desk) -> None:
    palette = theme.make_palette(dark=True)
    pane.setPalette(palette)
    QApplication.processEvents()
    image = desk.viewport().grab().toImage()
    corner = desk._stack.rect(0).topLeft().toPoint() + QPoint(8, 8)
    assert image.pixelColor(corner) == theme.tokens(palette).paper
    assert image.pixelColor(corner) != QColor("white")
    assert image.pixelColor(2, 2) == theme.tokens(palette).desk
    assert palette.color(QPalette.ColorRole.Window) != QColor("white")


def test_icons_follow_a_live_switch_to_dark(pane: PreviewPane) -> None:
    def darkest() -> int:
        image = button(pane, "Next page").icon().pixmap(18, 18).toImage()
        pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        return min(pixel.lightness() for pixel in pixels if pixel.alpha() > 200)

    before, light = QApplication.palette(), darkest()
    try:
        QApplication.setPalette(theme.make_palette(dark=True))
        QApplication.processEvents()
        assert darkest() > light + 60
    finally:
        QApplication.setPalette(before)


def test_a_notice_is_read_whole_in_a_narrow_pane(qtbot: QtBot, press: Press, pane: PreviewPane) -> None:
    bar = pane.offer_bar
    bar.tell("What is longer than the pane is wide goes on in the next line. " * 3, ("Tighten", lambda: None))
    pane.resize(260, 600)
    words = bar.findChild(QLabel)
    qtbot.waitUntil(lambda: words.height() >= 3 * words.fontMetrics().ascent())
    assert words.height() >= words.heightForWidth(words.width())
    assert words.text() == bar.text
