"""The start page with what to go on with, and the tour that can be left at any step and never comes back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui.cards import ActCard
from bulletin_desktop.gui.start import _offer_tour
from bulletin_desktop.gui.tour.bubble import Bubble
from bulletin_desktop.gui.window import MainWindow

WAIT = 15_000
LEFT = Qt.MouseButton.LeftButton


def bubble(window: MainWindow) -> Bubble | None:
    return next((each for each in window.findChildren(Bubble) if each.isVisible()), None)


def cards(window: MainWindow) -> list[ActCard]:
    return [card for card in window.welcome.findChildren(ActCard) if card.isVisible()]


def test_the_start_page_goes_on_with_the_last_issue(filled: MainWindow, qtbot: QtBot) -> None:
    filled.action_start_page.trigger()
    assert filled.welcome.isVisible()
    first = filled.welcome.focusProxy()
    assert first.text().startswith("Go on: ")
    assert first.text().endswith("No. 1")
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    qtbot.waitUntil(filled.editor.isVisible)
    assert not filled.welcome.isVisible()


def test_escape_leaves_the_start_page(filled: MainWindow) -> None:
    filled.action_start_page.trigger()
    QTest.keyClick(cards(filled)[0], Qt.Key.Key_Escape)
    assert filled.work_page.isVisible()


def test_another_issue_is_one_press_away(filled: MainWindow, qtbot: QtBot) -> None:
    first = filled.session.issue.id
    filled.action_new_issue.trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    dialog = QApplication.activeModalWidget()
    qtbot.waitUntil(lambda: dialog.number.value() == 2, timeout=WAIT)
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: filled.session.issue.id != first, timeout=WAIT)
    filled.action_start_page.trigger()
    other = next(each for each in filled.welcome.findChildren(QPushButton) if "No. 1" in each.text())
    QTest.mouseClick(other, LEFT)
    qtbot.waitUntil(lambda: filled.session.issue.id == first, timeout=WAIT)
    assert filled.work_page.isVisible()


def test_an_empty_library_has_nothing_to_go_on_with(window: MainWindow) -> None:
    window.action_start_page.trigger()
    assert [card.text() for card in cards(window)][-1] == "Open the sample"
    QTest.keyClick(window.welcome, Qt.Key.Key_Escape)
    assert window.welcome.isVisible()


def test_the_tour_goes_through_five_steps_by_enter(filled: MainWindow) -> None:
    filled.editor.focusProxy().setFocus()
    filled.action_tour.trigger()
    seen = []
    while (shown := bubble(filled)) is not None:
        assert filled.rect().contains(shown.geometry())
        assert shown.next.hasFocus()
        seen.append(shown.title.text())
        QTest.keyClick(shown.next, Qt.Key.Key_Return)
    assert len(set(seen)) == 5
    assert filled.editor.focusProxy().hasFocus()
    assert filled.memory.toured


@pytest.mark.parametrize("steps", range(5))
def test_escape_leaves_the_tour_at_any_step(filled: MainWindow, steps: int) -> None:
    filled.action_tour.trigger()
    for _ in range(steps):
        QTest.mouseClick(bubble(filled).next, LEFT)
    QTest.keyClick(bubble(filled).next, Qt.Key.Key_Escape)
    assert bubble(filled) is None
    assert filled.memory.toured


def test_arrows_go_back_and_the_button_skips(filled: MainWindow) -> None:
    filled.action_tour.trigger()
    first = bubble(filled).title.text()
    QTest.keyClick(bubble(filled), Qt.Key.Key_Right)
    QTest.keyClick(bubble(filled), Qt.Key.Key_Left)
    assert bubble(filled).title.text() == first
    QTest.mouseClick(bubble(filled).skip, LEFT)
    assert bubble(filled) is None


def test_what_is_folded_away_is_still_told(filled: MainWindow) -> None:
    filled.action_show_tree.trigger()
    filled.resize(900, 600)
    filled.action_tour.trigger()
    while (shown := bubble(filled)) is not None:
        assert filled.rect().contains(shown.geometry())
        QTest.keyClick(shown, Qt.Key.Key_Right)


def test_the_tour_comes_by_itself_once(
    open_window: Callable[[], MainWindow], qtbot: QtBot, sample_text: str
) -> None:
    window = open_window()
    _offer_tour(window)
    QApplication.clipboard().setText(sample_text)
    window.action_paste_manuscript.trigger()
    qtbot.waitUntil(lambda: window.review.page is not None, timeout=WAIT)
    window.pages.currentWidget().accept.click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    assert bubble(window) is None
    QApplication.activeModalWidget().accept_button.click()
    qtbot.waitUntil(lambda: bubble(window) is not None, timeout=WAIT)
    QTest.keyClick(bubble(window).next, Qt.Key.Key_Escape)
    window.close()
    again = open_window()
    _offer_tour(again)
    qtbot.waitUntil(lambda: again.session.layout is not None, timeout=WAIT)
    qtbot.wait(100)
    assert bubble(again) is None
    QApplication.clipboard().clear()
