"""Cut, copy, paste and duplicate in the tree; merging, splitting, and moving by a list."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.text import plain_text
from bulletin_desktop.gui.tree.clip import ARTICLES
from bulletin_desktop.gui.tree.model import CUT
from bulletin_desktop.gui.tree.nodes import Kind
from bulletin_desktop.gui.window import MainWindow
from tests.gui.window.tree_hands import choose, rows, selected, titles

WAIT = 15_000
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """What a test leaves on the clipboard must not outlive the application."""
    yield
    qapp.clipboard().clear()


def press(window: MainWindow, which: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(window.tree.view, which, modifier)


def copied(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.backend.lane.busy is False)
    assert QApplication.clipboard().mimeData().hasFormat(ARTICLES)


def cut(window: MainWindow) -> list[str]:
    return [node.title for node in window.tree.model.walk() if window.tree.model.find(*node.key).data(CUT)]


def test_copies_are_whole_articles_and_plain_text_for_others(filled: MainWindow, qtbot: QtBot) -> None:
    before = titles(filled)
    first, second = rows(filled, Kind.ARTICLE)[:2]
    choose(filled, first, second)
    press(filled, KEY.Key_C)
    copied(filled, qtbot)
    whole = [filled.session.article(node.id) for node in (first, second)]
    assert QApplication.clipboard().text() == "\n\n".join(map(plain_text, whole))
    last = rows(filled, Kind.SECTION)[-1]
    choose(filled, last)
    press(filled, KEY.Key_V)
    qtbot.waitUntil(lambda: titles(filled) == [*before, *before[:2]])
    qtbot.waitUntil(lambda: selected(filled) == before[:2])
    pasted = [filled.backend.wait(lambda desk, n=node: desk.article(n.id)) for node in last.children[-2:]]
    assert list(map(plain_text, pasted)) == list(map(plain_text, whole))
    assert {article.id for article in pasted}.isdisjoint(article.id for article in whole)
    press(filled, KEY.Key_Z)
    qtbot.waitUntil(lambda: titles(filled) == before)


def test_what_was_cut_is_faint_until_it_is_pasted_and_then_moves(filled: MainWindow, qtbot: QtBot) -> None:
    first, second = rows(filled, Kind.ARTICLE)[:2]
    names, steps = [first.title, second.title], filled.work.stack.count()
    choose(filled, first, second)
    press(filled, KEY.Key_X)
    copied(filled, qtbot)
    assert cut(filled) == names
    last = rows(filled, Kind.SECTION)[-1]
    choose(filled, last)
    press(filled, KEY.Key_V)
    qtbot.waitUntil(lambda: last.children[-2:] == [first, second])
    assert cut(filled) == []
    assert filled.work.stack.count() == steps + 1
    qtbot.waitUntil(lambda: selected(filled) == names)
    press(filled, KEY.Key_V)  # once more: now it is a copy
    qtbot.waitUntil(lambda: [node.title for node in last.children[-4:]] == names + names)


def test_escape_and_another_copy_leave_what_was_cut(filled: MainWindow, qtbot: QtBot) -> None:
    first = rows(filled, Kind.ARTICLE)[0]
    for leave in (
        lambda: press(filled, KEY.Key_Escape, NONE),
        lambda: QApplication.clipboard().setText("别的"),
    ):
        choose(filled, first)
        press(filled, KEY.Key_X)
        copied(filled, qtbot)
        assert cut(filled) == [first.title]
        leave()
        assert cut(filled) == []


def test_what_was_copied_outlives_its_source(filled: MainWindow, qtbot: QtBot) -> None:
    before = titles(filled)
    first = rows(filled, Kind.ARTICLE)[0]
    choose(filled, first)
    press(filled, KEY.Key_C)
    copied(filled, qtbot)
    press(filled, KEY.Key_Delete, NONE)
    qtbot.waitUntil(lambda: titles(filled) == before[1:])
    choose(filled, rows(filled, Kind.INBOX)[0])
    press(filled, KEY.Key_V)
    qtbot.waitUntil(lambda: [node.title for node in rows(filled, Kind.INBOX)[0].children] == before[:1])


def test_a_section_is_copied_with_its_articles(filled: MainWindow, qtbot: QtBot) -> None:
    section = rows(filled, Kind.SECTION)[0]
    held = [node.title for node in section.children]
    choose(filled, section)
    press(filled, KEY.Key_C)
    copied(filled, qtbot)
    press(filled, KEY.Key_V)
    qtbot.waitUntil(lambda: [node.title for node in rows(filled, Kind.SECTION)[:2]] == [section.title] * 2)
    assert [node.title for node in rows(filled, Kind.SECTION)[1].children] == held
    qtbot.waitUntil(
        lambda: [node.id for node in filled.tree.selected()] == [rows(filled, Kind.SECTION)[1].id]
    )


def test_rubbish_of_our_own_kind_changes_nothing(filled: MainWindow, qtbot: QtBot) -> None:
    choose(filled, rows(filled, Kind.ARTICLE)[0])
    steps = filled.work.stack.count()
    for rubbish in (
        b"\xff",
        b"[]",
        b'{"version": 9}',
        b'{"version": 1, "pieces": [{"title": 3}]}',
        b"[" * 90_000,
    ):
        mime = QMimeData()
        mime.setData(ARTICLES, rubbish)
        QApplication.clipboard().setMimeData(mime)
        filled.notices.hide()
        press(filled, KEY.Key_V)
        assert "cannot be read" in filled.notices.text
    assert filled.work.stack.count() == steps


def test_text_that_is_pasted_in_the_tree_is_taken_in(
    filled: MainWindow, qtbot: QtBot, sample_text: str
) -> None:
    QApplication.clipboard().setText(sample_text)
    choose(filled, rows(filled, Kind.ARTICLE)[0])
    press(filled, KEY.Key_V)
    qtbot.waitUntil(lambda: filled.review.page is not None, timeout=WAIT)
    filled.review.leave()


def test_copies_stand_below_what_they_are_copies_of(filled: MainWindow, qtbot: QtBot) -> None:
    before = titles(filled)
    first, second = rows(filled, Kind.ARTICLE)[:2]
    choose(filled, first, second)
    press(filled, KEY.Key_D)
    doubled = [name for name in before[:2] for _ in range(2)]
    qtbot.waitUntil(lambda: titles(filled) == [*doubled, *before[2:]])
    press(filled, KEY.Key_Z)
    qtbot.waitUntil(lambda: titles(filled) == before)


def test_all_articles_of_an_issue_are_selected_at_once(filled: MainWindow) -> None:
    choose(filled, rows(filled, Kind.ARTICLE)[0])
    press(filled, KEY.Key_A)
    assert selected(filled) == titles(filled)


def test_articles_are_merged_and_come_apart_by_one_undo(filled: MainWindow, qtbot: QtBot) -> None:
    before = titles(filled)
    first, second = rows(filled, Kind.ARTICLE)[:2]
    whole = [filled.session.article(node.id) for node in (first, second)]
    choose(filled, first)
    assert not filled.action_merge.isEnabled()
    choose(filled, first, second)
    filled.action_merge.trigger()
    qtbot.waitUntil(lambda: titles(filled) == [before[0], *before[2:]])
    qtbot.waitUntil(lambda: filled.editor.article() == filled.session.article(first.id))
    text = plain_text(filled.backend.wait(lambda desk: desk.article(first.id)))
    assert all(block.text in text for article in whole for block in article.paragraphs())
    assert "recycle bin" in filled.notices.text
    filled.tree.view.setFocus()
    filled.action_undo.trigger()
    qtbot.waitUntil(lambda: titles(filled) == before)
    assert filled.backend.wait(lambda desk: [desk.article(each.id) for each in whole]) == whole


def test_an_article_is_split_at_the_cursor(filled: MainWindow, qtbot: QtBot) -> None:
    before = titles(filled)
    article = filled.editor.article()
    filled.editor.go_to("headline", 0)
    qtbot.waitUntil(lambda: not filled.action_split.isEnabled())
    block = article.blocks[1]
    filled.editor.go_to(block.id, 3)
    qtbot.waitUntil(filled.action_split.isEnabled)
    filled.action_split.trigger()
    qtbot.waitUntil(lambda: len(titles(filled)) == len(before) + 1)
    first, second = (rows(filled, Kind.ARTICLE)[nth] for nth in (0, 1))
    qtbot.waitUntil(lambda: filled.editor.article() is not None and filled.editor.article().id == second.id)
    halves = filled.backend.wait(lambda desk: [desk.article(first.id), desk.article(second.id)])
    assert halves[0].blocks[-1].text == block.text[:3]
    assert plain_text(halves[0]).replace("\n", "") + plain_text(halves[1]).replace("\n", "") == plain_text(
        article
    ).replace("\n", "")
    filled.tree.view.setFocus()
    filled.action_undo.trigger()
    qtbot.waitUntil(lambda: titles(filled) == before)
    assert filled.backend.wait(lambda desk: desk.article(article.id)) == article


def test_articles_are_moved_by_a_list(filled: MainWindow, qtbot: QtBot) -> None:
    first = rows(filled, Kind.ARTICLE)[0]
    last = rows(filled, Kind.SECTION)[-1]
    choose(filled, first)
    filled.action_move_to.trigger()
    field = QApplication.focusWidget()
    QTest.keyClicks(field, "")
    field.setText(last.title)
    QTest.keyClick(field, KEY.Key_Return)
    qtbot.waitUntil(lambda: last.children[-1:] == [first])
    qtbot.waitUntil(lambda: selected(filled) == [first.title])
