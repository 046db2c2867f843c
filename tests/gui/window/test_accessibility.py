"""By keyboard and by ear: everything that takes the focus has a name, Tab goes round, nothing holds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui.window import MainWindow

WAIT = 15_000
PARTS = 6  # presses after which a field of several parts, such as a date, must be left
DIALOGS = (
    "intake_settings",
    "issue_fields",
    "page_template",
    "insert_table",
    "print",
    "new_issue",
    "publication_fields",
    "about",
    "diagnostics",
)


def reachable(root: QWidget) -> list[QWidget]:
    """What takes the focus by Tab or a click and is seen; what only stands for another is left out."""
    return [
        each
        for each in [root, *root.findChildren(QWidget)]
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and each.isVisible()
        and each.isEnabled()
        and each.focusProxy() is None
        and not isinstance(each, QScrollBar)
        and not _inner(each)
    ]


def _inner(widget: QWidget) -> bool:
    """Parts that Qt gives other widgets: a spin box's line, a table's corner."""
    parent = widget.parentWidget()
    private = type(widget).__name__ in ("QWidget", "QAbstractButton", "QHeaderView")
    return widget.objectName().startswith("qt_") or (private and isinstance(parent, QAbstractScrollArea))


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def nameless(root: QWidget) -> list[str]:
    return [
        f"{type(each).__name__} {each.objectName()} in {type(each.parentWidget()).__name__}"
        for each in reachable(root)
        if each is not root and not name_of(each).strip()
    ]


def pictures_without_words(root: QWidget) -> list[str]:
    """Buttons that show an icon alone: the mouse wants a tooltip, the ear a name."""
    return [
        f"{type(each).__name__} {each.objectName()} {each.text()}"
        for each in root.findChildren(QToolButton)
        if each.isVisible() and not each.icon().isNull() and not _explained(each)
    ]


def _explained(button: QToolButton) -> bool:
    return bool(name_of(button) and (button.toolTip() or button.text()))


def opened(window: MainWindow, name: str, qtbot: QtBot) -> QDialog:
    article = window.editor.article()
    window.editor.go_to(article.blocks[0].id, 0)
    getattr(window, f"action_{name}").trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    dialog = QApplication.activeModalWidget()
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None, timeout=WAIT)
    return dialog


def walk(qtbot: QtBot, start: QWidget, step: Callable[[], None], most: int = 300) -> list[QWidget]:
    """Press on until the focus comes back to *start*; every widget on the way, *start* first."""
    start.setFocus()
    seen = [QApplication.focusWidget()]
    for _ in range(most):
        step()
        now = QApplication.focusWidget()
        if now is seen[0]:
            return seen
        seen.append(now)
        assert set(seen[-PARTS:]) != {now}, f"{type(now).__name__} {now.objectName()} holds the keyboard"
    raise AssertionError(f"no way round: {[type(each).__name__ for each in seen[-12:]]}")


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def test_everything_in_the_window_has_a_name(filled: MainWindow, qtbot: QtBot) -> None:
    filled.resize(1400, 900)
    assert nameless(filled) == []
    assert pictures_without_words(filled) == []
    filled.resize(900, 600)
    assert nameless(filled) == []


def test_everything_in_every_panel_has_a_name(filled: MainWindow, qtbot: QtBot) -> None:
    for name in filled.panels.names:
        panel = filled.panels.open(name)
        qtbot.wait(200)
        assert nameless(panel) == [], name
        assert pictures_without_words(panel) == [], name


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_has_names_and_tab_goes_round(filled: MainWindow, qtbot: QtBot, name: str) -> None:
    dialog = opened(filled, name, qtbot)
    assert nameless(dialog) == []
    assert pictures_without_words(dialog) == []
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=WAIT)
    if name != "insert_table":  # Tab goes from cell to cell there, as in Word's tables; F6 leaves them
        forth = walk(qtbot, dialog.focusWidget(), lambda: press(Qt.Key.Key_Tab))
        assert len(forth) > 2
        assert {each.window() for each in forth} == {dialog}
        missing = set(_by_tab(dialog)) - set(forth)
        assert [(type(each).__name__, each.objectName()) for each in missing] == []
    dialog.reject()
    qtbot.wait(50)
    QApplication.activeModalWidget() and QApplication.activeModalWidget().done(1)


def _by_tab(root: QWidget) -> Iterable[QWidget]:
    """What Tab must reach; of buttons that exclude each other it reaches the chosen one."""
    for each in reachable(root):
        grouped = isinstance(each, QAbstractButton) and each.autoExclusive() and each.isCheckable()
        alone = isinstance(each, QTabBar) and each.count() < 2
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and not grouped and not alone:
            yield each


def test_the_review_has_names(window: MainWindow, qtbot: QtBot, sample_text: str) -> None:
    QApplication.clipboard().setText(sample_text)
    window.action_paste_manuscript.trigger()
    qtbot.waitUntil(lambda: window.review.page is not None, timeout=WAIT)
    qtbot.wait(200)
    assert nameless(window.review.page) == []
    QTest.keyClick(window.review.page.focusWidget() or window.review.page, Qt.Key.Key_Escape)
    QApplication.clipboard().clear()


def test_start_page_palette_tour_and_help_have_names(filled: MainWindow, qtbot: QtBot) -> None:
    for act in ("start_page", "palette", "tour"):
        getattr(filled, f"action_{act}").trigger()
        qtbot.wait(50)
        assert nameless(filled) == [], act
    filled.action_help_keys.trigger()  # a page of few links: Tab stops at each
    shown = next(each for each in QApplication.topLevelWidgets() if type(each).__name__ == "HelpWindow")
    assert nameless(shown) == []
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow, timeout=WAIT)
    forth = walk(qtbot, shown.search, lambda: press(Qt.Key.Key_Tab), most=20)
    assert {shown.search, shown.contents, shown.view} <= set(forth)


def test_no_pane_holds_the_keyboard(filled: MainWindow, qtbot: QtBot) -> None:
    filled.resize(1400, 900)
    for name in filled.panels.names:
        filled.panels.open(name)
        places = walk(qtbot, filled.tree.view, lambda: press(Qt.Key.Key_F6), most=10)
        panel = filled.panels.made(name)
        if list(_by_tab(panel)):
            assert any(panel is each or panel.isAncestorOf(each) for each in places), name
        back = walk(
            qtbot, filled.tree.view, lambda: press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier), most=10
        )
        assert back[1:] == places[:0:-1], name


def test_focus_is_seen_on_every_field_of_the_window(filled: MainWindow) -> None:
    """A field that looks the same with the focus as without it is lost to whoever works by keys."""
    for field in filled.findChildren(QLineEdit):
        if field.isVisible() and field.focusProxy() is None and field.isEnabled():
            filled.tree.view.setFocus()
            without = field.grab().toImage()
            field.setFocus()
            assert field.grab().toImage() != without, field.objectName()
