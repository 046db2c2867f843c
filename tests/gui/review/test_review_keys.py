"""Every key of the review does what the legend says, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.review.keys import LABEL_KEYS, LEGEND
from bulletin_desktop.gui.review.page import Target
from bulletin_desktop.intake.recognition import Label, Why

from .conftest import Hands, first_file, second_file

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(("key", "label"), LABEL_KEYS.items())
def test_a_letter_or_figure_labels_the_line(hands: Hands, key: Qt.Key, label: Label) -> None:
    hands.at(7).press(Qt.Key.Key_K if label is Label.BODY else Qt.Key.Key_B).press(key)
    assert hands.label(8) is label


def test_every_label_key_is_in_the_legend() -> None:
    told = {key for key, _ in LEGEND}
    letters = {chr(key.value) for key in LABEL_KEYS}
    assert letters - told == {"1", "2", "3", "4"}
    assert "1–4" in told


def test_enter_begins_an_article_at_the_line(hands: Hands) -> None:
    hands.at(1).press(Qt.Key.Key_Return)
    assert hands.starts == [1, 2, 6]


def test_the_keypad_enter_does_the_same(hands: Hands) -> None:
    QTest.keyClick(hands.at(1).lines, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert hands.starts == [1, 2, 6]


def test_backspace_joins_the_article_to_the_one_above(hands: Hands) -> None:
    hands.at(7).press(Qt.Key.Key_Backspace)
    assert hands.starts == [1]


def test_x_sets_aside_and_takes_back(hands: Hands) -> None:
    hands.at(1).press(Qt.Key.Key_X)
    assert hands.label(2) is Label.ASIDE
    assert hands.result()[1].why == Why.BY_HAND
    hands.press(Qt.Key.Key_X)
    assert hands.label(2) is Label.BODY


def test_x_takes_back_what_the_program_set_aside(hands: Hands) -> None:
    hands.at(4).press(Qt.Key.Key_X)
    assert hands.label(5) is not Label.ASIDE


def test_space_settles_a_doubt(hands: Hands) -> None:
    hands.at(9).press(Qt.Key.Key_Space)
    assert not hands.result()[9].doubt
    assert "0 to confirm" in hands.page.title.text()


def test_tab_goes_to_the_next_doubtful_place_and_round(review: Callable[..., Hands]) -> None:
    hands = review(first_file(), second_file())
    rows = [nth for nth, row in enumerate(hands.page._model.rows) if row.doubtful]
    hands.at(1).press(Qt.Key.Key_Tab)
    assert hands.selected == rows[:1]
    hands.press(Qt.Key.Key_Tab)
    assert hands.selected == rows[1:]
    hands.press(Qt.Key.Key_Tab)
    assert hands.selected == rows[:1]
    hands.press(Qt.Key.Key_Backtab, SHIFT)
    assert hands.selected == rows[1:]


def test_tab_leaves_the_list_when_nothing_is_in_doubt(hands: Hands) -> None:
    hands.page.activateWindow()
    hands.at(9).press(Qt.Key.Key_Space).press(Qt.Key.Key_Tab)
    assert not hands.lines.hasFocus()


def test_corrections_are_undone_and_redone_one_by_one(hands: Hands) -> None:
    before = hands.page.recognitions()
    hands.at(7).press(Qt.Key.Key_N)
    between = hands.page.recognitions()
    hands.press(Qt.Key.Key_Return)
    after = hands.page.recognitions()
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert hands.page.recognitions() == between
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert hands.page.recognitions() == before
    hands.press(Qt.Key.Key_Y, CONTROL).press(Qt.Key.Key_Y, CONTROL)
    assert hands.page.recognitions() == after


def test_undo_here_is_not_taken_by_the_window(hands: Hands, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    stolen: list[bool] = []
    hands.page.setParent(window)
    action = window.addAction("Undo", lambda: stolen.append(True))
    action.setShortcut("Ctrl+Z")
    window.show()
    hands.page.show()
    window.activateWindow()
    before = hands.page.recognitions()
    hands.at(7).press(Qt.Key.Key_N).press(Qt.Key.Key_Z, CONTROL)
    assert (hands.page.recognitions(), stolen) == (before, [])
    hands.page.setParent(None)
    qtbot.addWidget(hands.page)


def test_a_key_that_changes_nothing_leaves_nothing_to_undo(hands: Hands) -> None:
    hands.at(7).press(Qt.Key.Key_N).at(1).press(Qt.Key.Key_B).press(Qt.Key.Key_Z, CONTROL)
    assert hands.label(8) is Label.BODY


def test_several_selected_lines_are_corrected_in_one_step(hands: Hands) -> None:
    before = hands.page.recognitions()
    hands.at(7).press(Qt.Key.Key_Down, SHIFT).press(Qt.Key.Key_Down, SHIFT)
    assert hands.selected == [7, 8, 9]
    hands.press(Qt.Key.Key_N)
    assert [hands.label(number) for number in (8, 9, 10)] == [Label.NOTE] * 3
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert hands.page.recognitions() == before


def test_shift_extends_from_where_tab_went_not_from_the_last_click(review: Callable[..., Hands]) -> None:
    hands = review(first_file(), second_file())
    hands.click(2).press(Qt.Key.Key_Tab).press(Qt.Key.Key_Up, SHIFT)
    assert hands.selected == [9, 10]
    hands.press(Qt.Key.Key_Backtab, SHIFT)
    assert len(hands.selected) == 1


def test_a_selection_over_two_files_corrects_both(review: Callable[..., Hands]) -> None:
    hands = review(first_file(), second_file())
    hands.lines.select_rows([10, 13, 14])
    hands.press(Qt.Key.Key_N)
    assert (hands.label(10), hands.label(2, 1), hands.label(3, 1)) == (Label.NOTE,) * 3


def test_arrows_pass_over_the_names_of_files(review: Callable[..., Hands]) -> None:
    hands = review(first_file(), second_file())
    hands.at(10).press(Qt.Key.Key_Down)
    assert hands.selected == [12]
    hands.press(Qt.Key.Key_Up)
    assert hands.selected == [10]
    hands.press(Qt.Key.Key_Home)
    assert hands.selected == [1]


def test_escape_cancels(hands: Hands, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hands.page.cancelled):
        hands.press(Qt.Key.Key_Escape)


def test_control_and_enter_accept_what_was_corrected(hands: Hands, qtbot: QtBot) -> None:
    hands.at(7).press(Qt.Key.Key_N)
    with qtbot.waitSignal(hands.page.accepted) as caught:
        hands.press(Qt.Key.Key_Return, CONTROL)
    assert caught.args == [hands.page.recognitions(), Target.ISSUE]
    assert caught.args[0][0].lines[7].label is Label.NOTE


def test_escape_asks_once_something_was_corrected(hands: Hands, qtbot: QtBot) -> None:
    hands.press(Qt.Key.Key_N)
    with qtbot.assertNotEmitted(hands.page.cancelled):
        hands.press(Qt.Key.Key_Escape)
    _stay, leave = hands.page.findChild(MessageDialog).findChildren(QPushButton)
    with qtbot.waitSignal(hands.page.cancelled):
        QTest.mouseClick(leave, Qt.MouseButton.LeftButton)
