"""What was cleaned: counted in chips, stepped through, switched, taken back one by one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui.review.chips import ChipButton
from bulletin_desktop.intake.cleaner import Rule
from bulletin_desktop.intake.recleaning import recleaned
from bulletin_desktop.intake.recogniser import recognise
from bulletin_desktop.intake.recognition import Label
from bulletin_desktop.intake.settings import Settings

from .conftest import Hands

CONTROL = Qt.KeyboardModifier.ControlModifier
TEXT = """云溪县部署春耕用水
会议强调,要抓紧(春耕),保供水.
推行"一题一策"机制,１２个镇参加.
来源:云溪日报 浏览次数:12
各镇负责同志参加会议,并作表态发言."""


@pytest.fixture
def hands(review: Callable[..., Hands], qtbot: QtBot) -> Hands:
    hands = review(recognise(TEXT, "甲.txt"))
    hands.page.activateWindow()
    qtbot.waitUntil(hands.page.isActiveWindow)
    return hands


def chip(hands: Hands, words: str) -> ChipButton:
    return next(each for each in hands.page.chips.buttons if words in each.text())


def click(button: ChipButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(12, button.height() // 2))


def menu_of(button: ChipButton) -> QMenu:
    at = QPoint(button.width() - 6, button.height() // 2)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=at)
    return shown_menu()


def shown_menu() -> QMenu:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def choose(menu: QMenu, text: str) -> None:
    action = next(each for each in menu.actions() if each.text().split("\t")[0].startswith(text))
    action.trigger()
    menu.close()


def right_click(hands: Hands, row: int, at: QPoint) -> QMenu:
    hands.lines.go_to(row)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, hands.lines.viewport().mapToGlobal(at))
    QApplication.sendEvent(hands.lines.viewport(), event)
    return shown_menu()


def place_of(hands: Hands, row: int, before: str) -> QPoint:
    """Where in a row stands what was *before* in the original."""
    rect = hands.lines.visualRect(hands.lines.model().index(row, 0))
    for x in range(rect.left(), rect.right(), 3):
        at = QPoint(x, rect.top() + 12)
        mark = hands.lines._painter.mark_at(rect, hands.page._model.rows, row, at)
        if mark is not None and mark.before == before:
            return at
    raise AssertionError(before)


def test_the_chips_count_what_was_cleaned(hands: Hands) -> None:
    texts = [each.text() for each in hands.page.chips.buttons]
    assert texts == [
        "9 half-width marks",
        "2 straight quotation marks",
        "2 full-width digits and letters",
        "1 lines of web pages and page numbers",
    ]


def test_a_click_steps_through_the_places_and_round(hands: Hands) -> None:
    hands.at(0)
    button = chip(hands, "straight")
    click(button)
    assert (hands.selected, hands.lines._painter._spot) == ([2], (2, 2))
    click(button)
    assert hands.lines._painter._spot == (2, 7)
    click(button)
    assert hands.lines._painter._spot == (2, 2)


def test_f8_steps_through_everything_and_z_takes_that_back(hands: Hands) -> None:
    hands.at(0).press(Qt.Key.Key_F8)
    assert hands.lines._painter._spot == (1, 4)
    hands.press(Qt.Key.Key_Z)
    assert hands.result()[1].text == "会议强调,要抓紧（春耕），保供水。"
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert hands.result()[1].text == "会议强调，要抓紧（春耕），保供水。"


def test_the_chips_menu_switches_a_rule_and_undo_switches_it_back(hands: Hands) -> None:
    before = hands.page.recognitions()
    choose(menu_of(chip(hands, "half-width")), "Half-width brackets")
    assert "(春耕)，" in hands.result()[1].text
    assert chip(hands, "half-width").text() == "7 half-width marks"
    assert Rule.HALFWIDTH_BRACKETS not in hands.page.settings.rules
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert hands.page.recognitions() == before


def test_a_family_that_is_switched_off_stays_in_sight_to_be_switched_on(hands: Hands) -> None:
    choose(menu_of(chip(hands, "straight")), "Straight")
    button = chip(hands, "Straight")
    assert button.chip.off
    click(button)
    choose(shown_menu(), "Straight")
    assert chip(hands, "straight").text() == "2 straight quotation marks"


def test_web_noise_switched_off_comes_back_as_text(hands: Hands) -> None:
    choose(menu_of(chip(hands, "web pages")), "Lines of web pages")
    assert hands.label(4) is Label.BODY


def test_corrections_outlive_a_switch(hands: Hands) -> None:
    hands.at(2).press(Qt.Key.Key_N)
    choose(menu_of(chip(hands, "straight")), "Straight")
    assert hands.label(3) is Label.NOTE


def test_a_change_is_taken_back_where_it_stands(hands: Hands) -> None:
    choose(right_click(hands, 1, place_of(hands, 1, "(")), "Take this change back")
    assert hands.result()[1].text == "会议强调，要抓紧(春耕)，保供水。"


def test_all_of_a_kind_are_taken_back(hands: Hands) -> None:
    choose(right_click(hands, 1, place_of(hands, 1, ",")), "Take back all of its kind")
    assert [each.text.count(",") for each in hands.result()] == [0, 2, 1, 0, 1]


def test_the_keyboard_reaches_the_chips_and_comes_back(hands: Hands, qtbot: QtBot) -> None:
    hands.at(0).press(Qt.Key.Key_F6)
    focused = QApplication.focusWidget()
    assert focused is hands.page.chips.buttons[0]
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert hands.lines._painter._spot == (1, 4)
    QTest.keyClick(focused, Qt.Key.Key_Down)
    shown_menu().close()
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert hands.lines.hasFocus()


def test_the_offices_replacements_have_a_chip(review: Callable[..., Hands]) -> None:
    settings = Settings(replacements=(("春耕", "春季耕作"),))
    hands = review(recleaned(recognise(TEXT, "甲.txt"), settings))
    assert chip(hands, "replacements").text() == "2 replacements"


def test_chips_without_room_are_behind_the_last_one(hands: Hands) -> None:
    hands.page.chips.setFixedWidth(300)
    QApplication.processEvents()
    assert [each.isVisible() for each in hands.page.chips.buttons] == [True, False, False, False]
    QTest.mouseClick(hands.page.chips._more, Qt.MouseButton.LeftButton)
    assert shown_menu().actions()[0].text() == "2 straight quotation marks"
    shown_menu().close()


def test_every_chip_says_what_it_is_and_does(hands: Hands) -> None:
    for button in hands.page.chips.buttons:
        assert button.accessibleName()
        assert button.toolTip()
