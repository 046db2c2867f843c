"""Finding, selecting and copying on the pages, and the keys of the pane."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.preview.bars import PageField
from bulletin_desktop.gui.preview.desk import Desk
from bulletin_desktop.gui.preview.find_bar import FindBar
from bulletin_desktop.gui.preview.geometry import Fit
from bulletin_desktop.gui.preview.marks import Kind
from bulletin_desktop.gui.preview.pane import PreviewPane

from .conftest import Press, issue
from .test_preview_pane import GLIDE, label, point_of

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def finder(qtbot: QtBot, pane: PreviewPane, desk: Desk) -> FindBar:
    """The find bar, opened by its key."""
    qtbot.waitExposed(pane)
    desk.setFocus()
    QTest.keyClick(desk, Qt.Key.Key_F, CONTROL)
    return pane.findChild(FindBar)


def write(finder: FindBar, words: str) -> None:
    """Commit words as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(finder.words, event)


def marked(desk: Desk, kind: Kind) -> int:
    """How many marks of a kind there are on all pages."""
    marks, layout = desk.sheets.marks, desk._layout
    assert layout is not None
    shapes = [shape for index in range(len(layout.pages)) for shape in marks.below(index)]
    return sum(shape[0] is kind for shape in shapes)


def drag(press: Press, desk: Desk, start: tuple[int, int, int], end: tuple[int, int, int]) -> None:
    """Drag from one character to another; each is article, block and offset."""
    first, last = (point_of(press, desk, *place) + QPoint(1, 0) for place in (start, end))
    QTest.mousePress(desk.viewport(), Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(desk.viewport(), first + QPoint(0, 12))
    QTest.mouseMove(desk.viewport(), last)
    QTest.mouseRelease(desk.viewport(), Qt.MouseButton.LeftButton, pos=last)


def come_to(press: Press, pane: PreviewPane, article: int, block: int) -> None:
    value = press.articles()[article]
    pane.follow(value.id, value.blocks[block].id, 0)
    QTest.qWait(GLIDE)


def test_what_is_found_is_marked_counted_and_gone_to(
    press: Press, pane: PreviewPane, desk: Desk, finder: FindBar
) -> None:
    press.type(3, 8, "独一无二的话，又是独一无二的话。")
    pane.set_layout(press.layout())
    write(finder, "独一无二")
    assert finder.count.text() == "1 of 2"
    assert marked(desk, Kind.FOUND) == marked(desk, Kind.CURRENT) == 1
    QTest.qWait(GLIDE)
    assert desk.viewport().rect().contains(point_of(press, desk, 3, 8, 0))
    image = desk.viewport().grab().toImage()
    spot = point_of(press, desk, 3, 8, 0)
    current = theme.tokens(desk.palette()).paper_current
    assert any(image.pixelColor(spot + QPoint(2, y)) == current for y in range(-8, 9))


def test_enter_and_f3_go_on_and_shift_goes_back_round_the_end(
    press: Press, pane: PreviewPane, desk: Desk, finder: FindBar
) -> None:
    press.type(3, 8, "独一无二的话，又是独一无二的话，还是独一无二。")
    pane.set_layout(press.layout())
    write(finder, "独一无二")
    seen = []
    for key, modifier in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, SHIFT),
        (Qt.Key.Key_F3, SHIFT),
    ):
        QTest.keyClick(finder.words, key, modifier)
        seen.append(finder.count.text()[0])
    assert seen == ["2", "3", "1", "3", "2"]


def test_words_that_are_nowhere_are_said_to_be_so(finder: FindBar) -> None:
    write(finder, "并无此语")
    assert finder.count.text() == "Not found"


def test_escape_closes_the_bar_and_takes_its_marks_away(press: Press, desk: Desk, finder: FindBar) -> None:
    write(finder, "会议")
    assert marked(desk, Kind.FOUND) > 5
    QTest.keyClick(finder.words, Qt.Key.Key_Escape)
    assert finder.isHidden()
    assert marked(desk, Kind.FOUND) == marked(desk, Kind.CURRENT) == 0
    assert desk.hasFocus()


def test_typing_on_finds_anew_and_leaves_the_view_where_it_is(
    press: Press, pane: PreviewPane, desk: Desk, finder: FindBar, qtbot: QtBot
) -> None:
    write(finder, "独一无二")
    press.type(3, 8, "独一无二。")
    pane.set_layout(press.layout())
    qtbot.waitUntil(lambda: finder.count.text() == "1 of 1")
    QTest.qWait(GLIDE)
    assert desk.verticalScrollBar().value() == 0


def test_dragging_selects_text_and_tells_the_editor(
    qtbot: QtBot, press: Press, pane: PreviewPane, desk: Desk
) -> None:
    come_to(press, pane, 1, 2)
    article = press.articles()[1]
    with qtbot.waitSignal(pane.selected) as caught:
        drag(press, desk, (1, 2, 3), (1, 3, 7))
    assert caught.args == [article.id, article.blocks[2].id, 3, article.blocks[3].id, 7]
    assert desk.selected_text() == article.blocks[2].text[3:] + "\n" + article.blocks[3].text[:7]


def test_dragging_upwards_keeps_the_cursor_with_the_pointer(
    qtbot: QtBot, press: Press, pane: PreviewPane, desk: Desk
) -> None:
    come_to(press, pane, 1, 2)
    article = press.articles()[1]
    with qtbot.waitSignal(pane.selected) as caught:
        drag(press, desk, (1, 3, 7), (1, 2, 3))
    assert caught.args == [article.id, article.blocks[3].id, 7, article.blocks[2].id, 3]


def test_what_is_selected_is_copied(press: Press, pane: PreviewPane, desk: Desk) -> None:
    come_to(press, pane, 1, 2)
    drag(press, desk, (1, 2, 3), (1, 2, 9))
    QTest.keyClick(desk, Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == press.articles()[1].blocks[2].text[3:9]


def test_all_pages_can_be_copied(press: Press, desk: Desk) -> None:
    QTest.keyClick(desk, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(desk, Qt.Key.Key_C, CONTROL)
    copied = QApplication.clipboard().text()
    assert copied.startswith("内部资料")
    assert all(block.text in copied for article in press.articles() for block in article.blocks)


def test_a_click_ends_a_selection(press: Press, pane: PreviewPane, desk: Desk) -> None:
    come_to(press, pane, 1, 2)
    drag(press, desk, (1, 2, 3), (1, 2, 9))
    QTest.mouseClick(desk.viewport(), Qt.MouseButton.LeftButton, pos=point_of(press, desk, 1, 2, 5))
    assert desk.selected_text() == ""


def test_the_editor_s_selection_is_shown_and_stays_with_its_text(
    press: Press, pane: PreviewPane, desk: Desk
) -> None:
    article = press.articles()[1]
    pane.choose(article.id, ((article.blocks[2].id, 1, 4),))
    assert desk.selected_text() == article.blocks[2].text[1:4]
    press.type(1, 0, "短。")
    pane.set_layout(press.layout())
    assert desk.selected_text() == article.blocks[2].text[1:4]
    pane.choose(article.id, ())
    assert desk.selected_text() == ""


def test_the_article_being_edited_has_a_hair_line_on_its_pages_only(
    press: Press, pane: PreviewPane, desk: Desk
) -> None:
    article = press.articles()[1]
    layout = press.layout()
    pane.follow(article.id, article.blocks[2].id, 0)
    with_hair = {
        index
        for index in range(len(layout.pages))
        if any(shape[0] is Kind.HAIR for shape in desk.sheets.marks.above(index, 0.05))
    }
    printed = {
        index
        for index, page in enumerate(layout.pages)
        if any(layout.placed[line.item].item.article == article.id for line in page.lines)
    }
    assert with_hair == printed


def test_a_number_typed_into_the_page_field_goes_to_that_page(
    press: Press, pane: PreviewPane, desk: Desk, qtbot: QtBot
) -> None:
    field = pane.findChild(PageField)
    QTest.mouseClick(field.label, Qt.MouseButton.LeftButton)
    QTest.keyClicks(field.edit, "4")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: label(pane).startswith("Page 4 "))
    assert desk.hasFocus()


def test_control_g_asks_for_a_page_and_escape_gives_up(pane: PreviewPane, desk: Desk) -> None:
    desk.setFocus()
    QTest.keyClick(desk, Qt.Key.Key_G, CONTROL)
    field = pane.findChild(PageField)
    assert field.currentWidget() is field.edit
    QTest.keyClick(field.edit, Qt.Key.Key_Escape)
    assert field.currentWidget() is field.label
    assert label(pane).startswith("Page 1 ")


@pytest.mark.parametrize(
    ("key", "larger"), [(Qt.Key.Key_Plus, True), (Qt.Key.Key_Equal, True), (Qt.Key.Key_Minus, False)]
)
def test_keys_zoom(pane: PreviewPane, desk: Desk, key: Qt.Key, larger: bool) -> None:
    before = desk.factor()
    QTest.keyClick(desk, key, CONTROL)
    assert (desk.factor() > before) is larger
    QTest.keyClick(desk, Qt.Key.Key_0, CONTROL)
    assert desk.zoom() is Fit.WIDTH
    assert desk.factor() == pytest.approx(before)


def test_the_pane_takes_its_keys_before_the_window_s_shortcuts(pane: PreviewPane, desk: Desk) -> None:
    for key, taken in ((Qt.Key.Key_0, True), (Qt.Key.Key_F, True), (Qt.Key.Key_B, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, CONTROL)
        event.ignore()
        QApplication.sendEvent(desk, event)
        assert event.isAccepted() is taken


def test_a_press_does_not_outlive_the_pages_it_was_made_on(
    press: Press, pane: PreviewPane, desk: Desk
) -> None:
    desk.go_to_page(len(press.layout().pages))
    QTest.qWait(GLIDE)
    QTest.mousePress(desk.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 300))
    press.issue = issue(articles=1, paragraphs=1)
    pane.set_layout(press.layout())
    QTest.mouseMove(desk.viewport(), QPoint(210, 340))
    QTest.mouseMove(desk.viewport(), QPoint(210, 380))
    QTest.mouseRelease(desk.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(210, 380))
    assert desk.selected_text() == ""
