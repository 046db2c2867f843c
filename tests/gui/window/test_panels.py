"""The area below the text: panels that open one at a time, fold, and stand as they stood yesterday."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QSplitter, QWidget

from bulletin_desktop.gui.panels.area import STRIP, PanelArea


@pytest.fixture
def area(qtbot: object) -> Iterator[PanelArea]:
    column = QSplitter(Qt.Orientation.Vertical)
    qtbot.addWidget(column)
    column.addWidget(QWidget(column))
    area = PanelArea(column)
    column.addWidget(area)
    column.resize(600, 600)
    for name in ("one", "two"):
        area.add(name, name.title(), QLineEdit)
    column.show()
    qtbot.waitExposed(column)
    column.activateWindow()
    yield area  # the splitter owns it
    column.close()


def test_a_folded_area_is_a_strip_of_names_and_has_made_nothing(area: PanelArea) -> None:
    assert area.height() == STRIP
    assert area.made("one") is None
    assert area.open_name == ""


def test_a_name_in_the_strip_opens_its_panel_and_a_second_click_folds_it(area: PanelArea) -> None:
    button = next(each for each in area.findChildren(QWidget) if getattr(each, "text", str)() == "One")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert area.open_name == "one"
    assert area.made("one").isVisible()
    assert area.height() > 200
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert area.open_name == ""
    assert area.height() == STRIP


def test_one_panel_at_a_time_and_its_focus(area: PanelArea, qtbot: object) -> None:
    area.open("one")
    second = area.open("two")
    assert not area.made("one").isVisible()
    qtbot.waitUntil(second.hasFocus)


def test_escape_folds_and_gives_the_focus_back(area: PanelArea, qtbot: object) -> None:
    panel = area.open("one")
    qtbot.waitUntil(panel.hasFocus)
    with qtbot.waitSignal(area.left):
        QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert area.open_name == ""


def test_what_stood_open_stands_open_again(area: PanelArea) -> None:
    area.open("two")
    kept = area.kept()
    area.fold()
    area.restore(kept)
    assert area.open_name == "two"
    assert area.kept() == kept


@pytest.mark.parametrize("kept", ["", "nobody 200", "one", "one x", " 99999999"])
def test_what_it_does_not_know_is_left_alone(area: PanelArea, kept: str) -> None:
    area.restore(kept)
    assert area.open_name == ("one" if kept == "one x" else "")
