"""Special characters by keys alone."""

from __future__ import annotations

import unicodedata

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.schema import one_line
from bulletin_desktop.gui.dialogs.symbols import COLUMNS, GROUPS, SymbolDialog

SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened(qtbot: QtBot, recent: str = "") -> tuple[SymbolDialog, list[str]]:
    dialog = SymbolDialog(recent)
    qtbot.addWidget(dialog)
    chosen: list[str] = []
    dialog.chosen.connect(chosen.append)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog, chosen


@pytest.mark.parametrize(("name", "characters"), GROUPS)
def test_every_character_is_one_an_article_may_hold_and_stands_once(name: str, characters: str) -> None:
    assert one_line(characters) == characters
    assert len(set(characters)) == len(characters)
    assert all(unicodedata.category(each) not in ("Cc", "Cn", "Co", "Mn") for each in characters)


def test_arrows_and_enter_choose_and_close(qtbot: QtBot) -> None:
    dialog, chosen = opened(qtbot)
    assert dialog.grid.hasFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(dialog.grid, key)
    assert chosen == [GROUPS[0][1][COLUMNS + 1]]
    assert not dialog.isVisible()


def test_shift_enter_chooses_and_stays(qtbot: QtBot) -> None:
    dialog, chosen = opened(qtbot)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Return, SHIFT)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Return, SHIFT)
    assert chosen == [GROUPS[0][1][0]] * 2
    assert dialog.isVisible()
    QTest.keyClick(dialog.grid, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_ones_used_last_come_first(qtbot: QtBot) -> None:
    dialog, chosen = opened(qtbot, "★①")
    assert dialog.recent.hasFocus()
    QTest.keyClick(dialog.recent, Qt.Key.Key_Right)
    QTest.keyClick(dialog.recent, Qt.Key.Key_Return)
    assert chosen == ["①"]


def test_groups_are_reached_by_tab_and_arrows(qtbot: QtBot) -> None:
    dialog, chosen = opened(qtbot)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Backtab, SHIFT)
    assert dialog.groups.hasFocus()
    QTest.keyClick(dialog.groups, Qt.Key.Key_Right)
    QTest.keyClick(dialog.groups, Qt.Key.Key_Right)
    QTest.keyClick(dialog.groups, Qt.Key.Key_Tab)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Return)
    assert chosen == ["①"]


def test_a_click_chooses(qtbot: QtBot) -> None:
    dialog, chosen = opened(qtbot)
    place = dialog.grid.visualItemRect(dialog.grid.item(2)).center()
    QTest.mouseClick(dialog.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [GROUPS[0][1][2]]
