"""Keys as Word has them, none twice; menus that can be read by Alt and a letter, in both languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui import tips
from bulletin_desktop.gui.start import CatalogTranslator
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.i18n import CHINESE, ENGLISH, Catalog

WORDS_KEYS = {
    "action_new_issue": "Ctrl+N",
    "action_save": "Ctrl+S",
    "action_export": "F12",
    "action_print": "Ctrl+P",
    "action_undo": "Ctrl+Z",
    "action_redo": "Ctrl+Y",
    "action_rename": "F2",
    "action_help": "F1",
    "action_next_pane": "F6",
    "action_previous_pane": "Shift+F6",
    "action_palette": "Ctrl+Shift+P",
    "action_go_to": "Ctrl+Shift+O",
}
WINDOW_WIDE = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)


@pytest.fixture(params=[ENGLISH, CHINESE])
def spoken(
    request: pytest.FixtureRequest, qapp: QApplication, open_window: Callable[[], MainWindow]
) -> Iterator[MainWindow]:
    """The window in each language."""
    translator = CatalogTranslator(Catalog.load(request.param), qapp)
    qapp.installTranslator(translator)
    yield open_window()
    qapp.removeTranslator(translator)


def keys_of(thing: QAction | QShortcut) -> list[str]:
    sequences = thing.shortcuts() if isinstance(thing, QAction) else [thing.key()]
    return [sequence.toString(QKeySequence.SequenceFormat.PortableText) for sequence in sequences]


def places(thing: QAction | QShortcut) -> list[QObject]:
    return list(thing.associatedObjects()) if isinstance(thing, QAction) else [thing.parent()]


def meet(one: QAction | QShortcut, other: QAction | QShortcut) -> bool:
    """Tell whether there is a place for the focus in which a key would mean both."""
    contexts = [
        each.shortcutContext() if isinstance(each, QAction) else each.context() for each in (one, other)
    ]
    if any(context in WINDOW_WIDE for context in contexts):
        return True
    return any(
        first is second
        or (isinstance(first, QWidget) and isinstance(second, QWidget) and first.isAncestorOf(second))
        or (isinstance(first, QWidget) and isinstance(second, QWidget) and second.isAncestorOf(first))
        for first in places(one)
        for second in places(other)
    )


def things(window: MainWindow) -> list[QAction | QShortcut]:
    found = [*window.findChildren(QAction), *window.findChildren(QShortcut)]
    return [each for each in found if any(keys_of(each))]


def test_no_key_means_two_things_in_one_place(filled: MainWindow) -> None:
    by_key: dict[str, list[QAction | QShortcut]] = {}
    for each in things(filled):
        for key in keys_of(each):
            by_key.setdefault(key, []).append(each)
    clashes = {
        key: [each.text() if isinstance(each, QAction) else "shortcut" for each in pair]
        for key, several in by_key.items()
        for pair in combinations(several, 2)
        if meet(*pair)
    }
    assert clashes == {}


def test_keys_are_words_and_f7_is_kept_for_proofing(window: MainWindow) -> None:
    assert {name: keys_of(getattr(window, name))[0] for name in WORDS_KEYS} == WORDS_KEYS
    assert "Ctrl+E" in keys_of(window.action_export)
    assert not [each for each in things(window) if {"F7", "Shift+F7"} & set(keys_of(each))]


def menus(window: MainWindow) -> list[QMenu]:
    return [*window.menu_bar.findChildren(QMenu), *window.tool_bar.findChildren(QMenu)]


def letters(actions: list[QAction]) -> list[str]:
    texts = [action.text().replace("&&", "") for action in actions if not action.isSeparator()]
    return [found[1].upper() for text in texts if (found := re.search("&(.)", text))]


def test_alt_and_a_letter_mean_one_entry(spoken: MainWindow) -> None:
    bars = [("", spoken.menu_bar.actions()), *((menu.title(), menu.actions()) for menu in menus(spoken))]
    twice = {
        title: each
        for title, actions in bars
        for each, count in Counter(letters(actions)).items()
        if count > 1
    }
    assert twice == {}
    assert len(letters(spoken.menu_bar.actions())) > 5


def test_every_entry_of_the_bar_s_own_menus_has_a_letter(spoken: MainWindow) -> None:
    tops = [QMenu.menuInAction(action) for action in spoken.menu_bar.actions()]
    entries = [entry for menu in tops for entry in menu.actions() if not entry.isSeparator()]
    assert [entry.text() for entry in entries if not letters([entry])] == []


def test_tooltips_name_the_keys(filled: MainWindow) -> None:
    assert filled.action_export.toolTip().startswith("Export Word (F12)\n")
    assert filled.tool_bar.findChild(QWidget, "export_button").toolTip() == filled.action_export.toolTip()
    silent = [
        action.text()
        for action in filled.menu_bar.findChildren(QAction)
        if keys_of(action) and f"({tips.keys_of(action)})" not in action.toolTip()
    ]
    assert silent == []


def test_a_context_menu_leaves_the_window_s_menus_alone(filled: MainWindow, qtbot: QtBot) -> None:
    filled.tree.menu_wanted.emit(filled.tree.mapToGlobal(filled.tree.rect().center()))
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    QApplication.activePopupWidget().close()
    qtbot.wait(50)
    assert filled.menu_state.title()


def test_a_notice_after_another_has_room_for_its_words(filled: MainWindow, qtbot: QtBot) -> None:
    filled.notices.say("One thing was done", ("Undo", int))
    qtbot.wait(50)
    filled.notices.say("Another thing was done, which takes more words to say", ("Take it back", int))
    qtbot.wait(50)
    assert filled.notices.width() >= filled.notices.sizeHint().width()
