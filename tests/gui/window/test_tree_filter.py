"""The filter above the tree: only what has the words, and everything as it was afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui.tree.nodes import Kind
from bulletin_desktop.gui.window import MainWindow
from tests.gui.window.tree_hands import titles

WAIT = 15_000
KEY = Qt.Key


@pytest.fixture
def filtered(filled: MainWindow) -> MainWindow:
    """The program with a tester on what the filter shows."""
    tester = QAbstractItemModelTester(
        filled.tree.matches, QAbstractItemModelTester.FailureReportingMode.Fatal, filled
    )
    assert tester.model() is filled.tree.matches
    return filled


def found(window: MainWindow) -> list[str]:
    return [node.title for node in window.tree.matches.walk() if node.kind is Kind.ARTICLE]


def look_for(window: MainWindow, words: str, qtbot: QtBot) -> None:
    QTest.keyClick(window, KEY.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.tree.filter.field.hasFocus()
    window.tree.filter.field.setText(words)
    qtbot.waitUntil(lambda: window.tree.matches.settled_words == words, timeout=WAIT)


def test_only_what_has_the_words_is_shown_with_what_it_stands_in(filtered: MainWindow, qtbot: QtBot) -> None:
    wanted = titles(filtered)[2]
    look_for(filtered, f"{wanted[:2]} {wanted[4:6]}", qtbot)
    assert wanted in found(filtered)
    assert set(found(filtered)) < set(titles(filtered))
    shown = filtered.tree.shown
    assert shown is filtered.tree.results
    assert shown.visualRect(filtered.tree.matches.find(Kind.ARTICLE, article_id(filtered, wanted))).isValid()


def article_id(window: MainWindow, title: str) -> str:
    return next(node.id for node in window.tree.model.walk() if node.title == title)


def test_escape_shows_the_tree_as_it_was(filtered: MainWindow, qtbot: QtBot) -> None:
    view = filtered.tree.view
    section = next(node for node in filtered.tree.model.walk() if node.kind is Kind.SECTION)
    view.collapse(filtered.tree.model.find(Kind.SECTION, section.id))
    before = [node.id for node in filtered.tree.selected()]
    look_for(filtered, titles(filtered)[-1], qtbot)
    QTest.keyClick(filtered.tree.filter.field, KEY.Key_Escape)
    assert filtered.tree.shown is view
    assert view.hasFocus()
    assert not view.isExpanded(filtered.tree.model.find(Kind.SECTION, section.id))
    assert [node.id for node in filtered.tree.selected()] == before


def test_what_was_opened_from_the_filter_is_selected_afterwards(filtered: MainWindow, qtbot: QtBot) -> None:
    wanted = titles(filtered)[-1]
    look_for(filtered, wanted, qtbot)
    QTest.keyClick(filtered.tree.filter.field, KEY.Key_Down)
    qtbot.waitUntil(lambda: filtered.editor.article().title == wanted)
    assert filtered.tree.results.hasFocus()
    QTest.keyClick(filtered.tree.results, KEY.Key_Escape)
    assert [node.title for node in filtered.tree.selected()] == [wanted]


def test_acts_upon_what_was_found_are_shown_and_undone(filtered: MainWindow, qtbot: QtBot) -> None:
    wanted = titles(filtered)[-1]
    before = titles(filtered)
    look_for(filtered, wanted, qtbot)
    QTest.keyClick(filtered.tree.filter.field, KEY.Key_Return)
    QTest.keyClick(filtered.tree.results, KEY.Key_Delete)
    qtbot.waitUntil(lambda: found(filtered) == [])
    qtbot.waitUntil(lambda: titles(filtered) == before[:-1])
    filtered.action_undo.trigger()
    qtbot.waitUntil(lambda: found(filtered) == [wanted])


def test_nothing_found_is_said(filtered: MainWindow, qtbot: QtBot) -> None:
    look_for(filtered, "没有人写过这个", qtbot)
    before = filtered.tree.results.viewport().grab().toImage()
    filtered.tree.results.hint = ""
    assert filtered.tree.results.viewport().grab().toImage() != before
    assert found(filtered) == []


def test_rows_that_were_found_are_not_dragged(filtered: MainWindow, qtbot: QtBot) -> None:
    wanted = titles(filtered)[0]
    look_for(filtered, wanted, qtbot)
    index = filtered.tree.matches.find(Kind.ARTICLE, article_id(filtered, wanted))
    drags = Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
    assert not filtered.tree.matches.flags(index) & drags


def test_a_new_section_ends_the_filter(filtered: MainWindow, qtbot: QtBot) -> None:
    look_for(filtered, titles(filtered)[0], qtbot)
    filtered.action_new_section.trigger()
    qtbot.waitUntil(lambda: filtered.tree.view.state() == filtered.tree.view.State.EditingState)
    assert filtered.tree.shown is filtered.tree.view
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
