"""The command palette: everything by its name, its English or its pinyin's first letters, by keys alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui.palette.entries import entry
from bulletin_desktop.gui.palette.flow import PaletteFlow
from bulletin_desktop.gui.palette.initials import initials, place
from bulletin_desktop.gui.palette.matching import score
from bulletin_desktop.gui.palette.popup import Palette
from bulletin_desktop.gui.tree.nodes import Kind
from bulletin_desktop.gui.window import MainWindow

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
WAIT = 15_000


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("导出 Word…", "dcword"), ("新建一期", "xjyq"), ("重命名", "cmm"), ("重命名", "zmm"),
        ("期刊信息", "qkxx"), ("啊爸擦大鹅发嘎哈", "abcdefgh"), ("机卡拉妈那哦怕七", "jklmnopq"),
        ("然撒他挖昔压匝", "rstwxyz"), ("粘贴成稿", "ztcg"), ("来稿", "lg"),
    ],
)  # fmt: skip
def test_pinyin_s_first_letters_come_from_the_order_of_gb2312(text: str, typed: str) -> None:
    assert place(typed, initials(text)) == 0


def test_what_has_no_known_pinyin_may_be_any_letter() -> None:
    assert initials("龢a（）") == ("", "a")
    assert place("ha", initials("龢a")) == 0
    assert place("hb", initials("龢a")) == -1


def test_words_before_initials_before_english_before_the_menu() -> None:
    found = [
        entry("导出", "文件", int),
        entry("打出", "文件", int),
        entry("写盘", "文件", int, english="dc"),
        entry("写盘", "dc", int),
    ]
    assert (
        score(["导出"], found[0])
        > score(["dc"], found[1])
        > score(["dc"], found[2])
        > score(["dc"], found[3])
        > 0
    )
    assert score(["dc", "文件"], found[1]) > 0
    assert score(["dc", "没有"], found[1]) == 0


def palette(window: MainWindow) -> Palette:
    return window.findChild(Palette)


def titles(window: MainWindow) -> list[str]:
    model = palette(window).model
    return [model.entry(row).title for row in range(model.rowCount())]


@pytest.fixture
def opened(filled: MainWindow, qtbot: QtBot) -> MainWindow:
    filled.editor.focusProxy().setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_P, CONTROL_SHIFT)
    qtbot.waitUntil(lambda: palette(filled) is not None and palette(filled).field.hasFocus())
    return filled


def test_every_command_of_the_menus_is_there(opened: MainWindow) -> None:
    shown = titles(opened)
    for known in ("Export Word", "Print", "Bold", "Heading 1", "High contrast", "Quit"):
        assert known in shown
    entries = [palette(opened).model.entry(row) for row in range(len(shown))]
    assert next(each for each in entries if each.title == "Export Word").keys == "F12"
    assert next(each for each in entries if each.title == "High contrast").path == "View › Appearance"


def test_enter_runs_with_the_focus_back_and_it_is_first_next_time(opened: MainWindow, qtbot: QtBot) -> None:
    field = palette(opened).field
    QTest.keyClicks(field, "dark")
    assert titles(opened)[0] == "Dark"
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.theme.dark)
    assert opened.editor.focusProxy().hasFocus()
    assert palette(opened).isHidden()
    opened.action_palette.trigger()
    assert titles(opened)[0] == "Dark"


def test_escape_leaves_everything_as_it_was(opened: MainWindow) -> None:
    QTest.keyClicks(palette(opened).field, "quit")
    QTest.keyClick(palette(opened).field, Qt.Key.Key_Escape)
    assert palette(opened).isHidden()
    assert opened.isVisible()
    assert opened.editor.focusProxy().hasFocus()


def test_a_click_elsewhere_takes_the_focus_there(opened: MainWindow) -> None:
    opened.tree.view.setFocus()
    assert palette(opened).isHidden()
    assert opened.tree.view.hasFocus()


def test_arrows_go_round_and_a_click_chooses(opened: MainWindow, qtbot: QtBot) -> None:
    field, rows = palette(opened).field, palette(opened).list
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert rows.currentIndex().row() == palette(opened).model.rowCount() - 1
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert rows.currentIndex().row() == 0
    QTest.keyClick(field, Qt.Key.Key_PageDown)
    assert rows.currentIndex().row() > 5
    QTest.keyClicks(field, "high contrast")
    QTest.mouseClick(
        rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.currentIndex()).center()
    )
    qtbot.waitUntil(opened.action_scheme_contrast.isChecked)


def test_what_is_not_possible_says_why_and_does_nothing(window: MainWindow) -> None:
    window.action_palette.trigger()
    field = palette(window).field
    QTest.keyClicks(field, "export word")
    first = palette(window).model.entry(0)
    assert (first.title, first.enabled, first.about) == ("Export Word", False, "Open an issue first")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert palette(window).isVisible()


def test_an_article_is_opened_by_its_title(filled: MainWindow, qtbot: QtBot) -> None:
    last = [node for node in filled.tree.model.walk() if node.kind is Kind.ARTICLE][-1]
    QTest.keyClick(filled, Qt.Key.Key_O, CONTROL_SHIFT)
    field = palette(filled).field
    assert "Export Word" not in titles(filled)
    assert all(menu.title() for menu in (filled.menu_file, filled.menu_role, filled.menu_scheme))
    assert titles(filled)[0].endswith("No. 1")
    field.setText(last.title[:6])
    qtbot.waitUntil(lambda: last.title in titles(filled), timeout=WAIT)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: filled.editor.article().id == last.id, timeout=WAIT)
    qtbot.waitUntil(lambda: [node.id for node in filled.tree.selected()] == [last.id], timeout=WAIT)


def test_what_is_not_there_is_said(filled: MainWindow, qtbot: QtBot) -> None:
    filled.action_go_to.trigger()
    palette(filled).field.setText("没有这样的标题")
    qtbot.waitUntil(lambda: titles(filled) == ["Nothing has this name"], timeout=WAIT)
    QTest.keyClick(palette(filled).field, Qt.Key.Key_Return)
    assert palette(filled).isVisible()


def test_the_model_keeps_the_rules_of_models(filled: MainWindow, qtbot: QtBot) -> None:
    filled.action_palette.trigger()
    model = palette(filled).model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for typed in ("e", "", "第", "no such words"):
        palette(filled).field.setText(typed)
        qtbot.wait(50)
    assert model.entry(-1) is None


def test_the_palette_is_made_when_it_is_asked_for(
    filled: MainWindow, open_window: Callable[[], MainWindow]
) -> None:
    assert filled.findChild(Palette) is None
    assert any(isinstance(each, PaletteFlow) for each in filled.features)
