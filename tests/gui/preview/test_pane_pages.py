"""Pages side by side and small: the spread and the thumbnails."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui.preview.desk import Desk
from bulletin_desktop.gui.preview.geometry import Fit, Zoom
from bulletin_desktop.gui.preview.pane import PreviewPane
from bulletin_desktop.gui.preview.thumbnails import Thumbnails, look

from .conftest import Press, issue
from .test_preview_pane import GLIDE, button, label, point_of


@pytest.fixture
def wide(pane: PreviewPane) -> PreviewPane:
    """The pane with two pages side by side."""
    pane.resize(900, 700)
    QTest.mouseClick(button(pane, "Two pages side by side"), Qt.MouseButton.LeftButton)
    return pane


@pytest.fixture
def strip(qtbot: QtBot, pane: PreviewPane) -> Thumbnails:
    """The thumbnails, all in view painted."""
    QTest.mouseClick(button(pane, "Page thumbnails"), Qt.MouseButton.LeftButton)
    found = pane.findChild(Thumbnails)
    painted: list[int] = []
    found._pictures.painted.connect(painted.append)
    qtbot.waitUntil(lambda: len(painted) >= 4 and not found._pictures._wanted)
    return found


def test_two_pages_lie_side_by_side_and_fit(wide: PreviewPane, desk: Desk) -> None:
    first, second = desk._stack.rect(0), desk._stack.rect(1)
    assert first.top() == second.top()
    assert second.right() <= desk.viewport().width()
    assert desk.horizontalScrollBar().maximum() == 0
    assert label(wide).startswith("Page 1–2 of")


def test_a_click_on_the_right_page_means_its_text(
    qtbot: QtBot, press: Press, wide: PreviewPane, desk: Desk
) -> None:
    layout = press.layout()
    line = next(line for line in layout.pages[1].lines if layout.placed[line.item].item.block)
    item = layout.placed[line.item].item
    nth = [block.id for block in press.articles()[0].blocks].index(item.block)
    with qtbot.waitSignal(wide.clicked) as caught:
        spot = point_of(press, desk, 0, nth, line.start + 5)
        QTest.mouseClick(desk.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert spot.x() > desk.viewport().width() / 2
    assert caught.args == [item.article, item.block, line.start + 5]


def test_pages_turn_by_rows(qtbot: QtBot, press: Press, wide: PreviewPane) -> None:
    QTest.mouseClick(button(wide, "Next page"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: label(wide).startswith("Page 3–4 of"))
    QTest.mouseClick(button(wide, "Previous page"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: label(wide).startswith("Page 1–2 of"))


def test_one_page_again_keeps_the_page(wide: PreviewPane, desk: Desk) -> None:
    desk.go_to_page(3)
    QTest.qWait(GLIDE)
    QTest.mouseClick(button(wide, "Two pages side by side"), Qt.MouseButton.LeftButton)
    assert label(wide).startswith(("Page 3 ", "Page 4 "))


def test_thumbnails_paint_only_what_is_in_view(press: Press, strip: Thumbnails) -> None:
    count = len(press.layout().pages)
    assert strip.model().rowCount() == count
    QTest.qWait(50)
    assert 4 <= len(strip._pictures._kept) < count


def test_a_thumbnail_goes_to_its_page(qtbot: QtBot, pane: PreviewPane, strip: Thumbnails) -> None:
    rect = strip.visualRect(strip.model().index(2, 0))
    QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    qtbot.waitUntil(lambda: label(pane).startswith("Page 3 "))
    assert strip.currentIndex().row() == 2


def test_keys_walk_through_the_thumbnails(qtbot: QtBot, pane: PreviewPane, strip: Thumbnails) -> None:
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: label(pane).startswith("Page 2 "))
    QTest.keyClick(strip, Qt.Key.Key_End)
    count = strip.model().rowCount()
    qtbot.waitUntil(lambda: label(pane).startswith(f"Page {count} "))


def test_the_current_page_is_marked_as_the_pages_scroll(qtbot: QtBot, desk: Desk, strip: Thumbnails) -> None:
    desk.go_to_page(4)
    qtbot.waitUntil(lambda: strip.currentIndex().row() == 3)
    assert strip.viewport().rect().intersects(strip.visualRect(strip.currentIndex()))


def test_only_thumbnails_of_pages_that_changed_are_painted_again(
    qtbot: QtBot, press: Press, pane: PreviewPane, strip: Thumbnails
) -> None:
    painted: list[int] = []
    strip._pictures.painted.connect(painted.append)
    before = press.layout()
    text = press.articles()[0].blocks[1].text
    press.type(0, 1, text[:-2] + "新。")
    after = press.layout()
    pane.set_layout(after)
    changed = [n for n in range(len(after.pages)) if look(before, n) != look(after, n)]
    qtbot.waitUntil(lambda: painted == changed)
    QTest.qWait(50)
    assert painted == changed == [changed[0]]


def test_hidden_thumbnails_do_nothing_for_a_new_layout(press: Press, pane: PreviewPane) -> None:
    strip = pane.findChild(Thumbnails)
    press.type(0, 1, "短。")
    pane.set_layout(press.layout())
    assert not strip._rest.isActive()
    assert strip.model().rowCount() == 0


def test_thumbnails_have_names_for_those_who_listen(strip: Thumbnails) -> None:
    assert strip.accessibleName() == "Page thumbnails"
    index = strip.model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Page 2"


@pytest.mark.parametrize("zoom", [Fit.PAGE, 1.25])
def test_how_pages_are_shown_can_be_kept(qtbot: QtBot, press: Press, wide: PreviewPane, zoom: Zoom) -> None:
    wide.findChild(Desk).set_zoom(zoom)
    other = PreviewPane(press.measures)
    qtbot.addWidget(other)
    other.restore(wide.kept())
    assert other.kept() == wide.kept()
    assert other.findChild(Desk).zoom() == zoom
    assert other.findChild(Desk).columns().count == 2


@pytest.mark.parametrize("kept", ["", "nan-sense", "1e9 unknown", "nan"])
def test_what_was_kept_wrongly_does_no_harm(qtbot: QtBot, press: Press, kept: str) -> None:
    pane = PreviewPane(press.measures)
    qtbot.addWidget(pane)
    pane.restore(kept)
    pane.set_layout(press.layout())
    assert 0.05 < pane.findChild(Desk).factor() < 5


def test_thumbnails_still_to_be_painted_give_way_to_a_shorter_issue(
    qtbot: QtBot, press: Press, pane: PreviewPane
) -> None:
    QTest.mouseClick(button(pane, "Page thumbnails"), Qt.MouseButton.LeftButton)
    strip = pane.findChild(Thumbnails)
    qtbot.waitUntil(lambda: bool(strip._pictures._wanted))
    press.issue = issue(articles=1, paragraphs=1)
    short = press.layout()
    pane.set_layout(short)
    qtbot.waitUntil(lambda: strip.model().rowCount() == len(short.pages))
    qtbot.waitUntil(lambda: 0 in strip._pictures._kept and strip._pictures._kept[0][0] == look(short, 0))
