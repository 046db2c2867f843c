"""Sending to a colleague and taking in what came, as a person does it in the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Section
from bulletin_desktop.gui.exchange.dialog import ReceiveDialog
from bulletin_desktop.gui.exchange.model import Column
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.services import acts, exchange_file
from bulletin_desktop.services.exchange_compare import Choice
from tests.services.offices import Office, article

WAIT = 15_000
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def colleague(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path / "colleague.db")
    yield office
    office.library.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "第1期.bulletin"


@pytest.fixture
def shared(filled: MainWindow, colleague: Office, file: Path) -> MainWindow:
    """The window's issue, which a colleague has too."""
    issue_id = filled.session.issue.id
    parcel = filled.backend.wait(lambda desk: desk.exchange.pack((issue_id,)))
    exchange_file.write(file, parcel)
    colleague.receive(file)
    return filled


def ids(window: MainWindow) -> list[str]:
    return [article.id for article in window.session.issue.articles()]


def titles(window: MainWindow) -> list[str]:
    return [article.title for article in window.session.issue.articles()]


def receive_dialog(window: MainWindow, qtbot: QtBot, file: Path) -> ReceiveDialog:
    """Drop a file on the window."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    drop = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(drop)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ReceiveDialog), timeout=WAIT)
    dialog = QApplication.activeModalWidget()
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return dialog


def shown(dialog: ReceiveDialog) -> list[tuple[str, str]]:
    """How each row stands and what becomes of it."""
    model = dialog.model
    return [
        (model.index(row, Column.HOW).data(), model.index(row, Column.CHOICE).data())
        for row in range(model.rowCount())
    ]


def test_the_open_issue_is_sent_to_a_file(filled: MainWindow, qtbot: QtBot, file: Path) -> None:
    filled.action_send_issue.trigger()
    dialog = next(each for each in filled.findChildren(QFileDialog) if each.isVisible())
    assert dialog.selectedFiles()[0].endswith("第1期.bulletin")
    dialog.reject()
    sending = next(each for each in filled.features if type(each).__name__ == "Exchange").sending
    sending.write((filled.session.issue.id,), file)
    qtbot.waitUntil(lambda: "第1期.bulletin" in filled.notices.text, timeout=WAIT)
    assert file.read_bytes().startswith(b"PK")


def test_the_selected_articles_are_sent_with_a_name_of_their_own(filled: MainWindow) -> None:
    filled.tree.select(tuple(ids(filled)[:2]))
    filled.action_send_articles.trigger()
    dialog = next(each for each in filled.findChildren(QFileDialog) if each.isVisible())
    assert dialog.selectedFiles()[0].endswith("and 1 more.bulletin")
    dialog.reject()


def test_what_is_newer_there_is_taken_in_and_taken_back(
    shared: MainWindow, colleague: Office, qtbot: QtBot, file: Path
) -> None:
    before = titles(shared)
    colleague.type(ids(shared)[1], "同事改过的标题")
    colleague.send(file, shared.session.issue.id)
    dialog = receive_dialog(shared, qtbot, file)
    assert shown(dialog) == [("newer there", "Take theirs")]
    qtbot.waitUntil(lambda: "同事改过的标题" in dialog.page.toPlainText(), timeout=WAIT)
    QTest.mouseClick(dialog.accept_button, LEFT)
    qtbot.waitUntil(lambda: titles(shared)[1] == "同事改过的标题", timeout=WAIT)
    assert "1 brought up to date" in shared.notices.text
    shared.work.stack.undo()
    qtbot.waitUntil(lambda: titles(shared) == before, timeout=WAIT)
    shared.work.stack.redo()
    qtbot.waitUntil(lambda: titles(shared)[1] == "同事改过的标题", timeout=WAIT)


def test_what_was_changed_on_both_sides_waits_for_a_decision(
    shared: MainWindow, colleague: Office, qtbot: QtBot, file: Path
) -> None:
    first = ids(shared)[0]
    colleague.type(first, "同事的标题")
    colleague.send(file, shared.session.issue.id)
    mine = replace(shared.session.article(first), headline=("我的标题",))
    shared.work.act(acts.SaveArticle(mine, apart=True), "test")
    qtbot.waitUntil(lambda: titles(shared)[0] == "我的标题", timeout=WAIT)
    dialog = receive_dialog(shared, qtbot, file)
    assert shown(dialog) == [("changed on both sides", "please decide")]
    assert not dialog.accept_button.isEnabled()
    assert dialog.open_words.text() == "1 left to decide"
    QTest.mouseClick(dialog.both, LEFT)
    assert shown(dialog) == [("changed on both sides", "Keep both")]
    assert dialog.accept_button.isEnabled()
    QTest.mouseClick(dialog.accept_button, LEFT)
    qtbot.waitUntil(lambda: titles(shared)[:2] == ["我的标题", "同事的标题"], timeout=WAIT)


def test_what_is_the_same_is_only_shown_when_it_is_asked_for_and_several_are_decided_at_once(
    shared: MainWindow, colleague: Office, qtbot: QtBot, file: Path
) -> None:
    count = len(ids(shared))
    for own_id in ids(shared)[:2]:
        colleague.type(own_id, f"改{own_id[-3:]}")
    colleague.send(file, shared.session.issue.id)
    dialog = receive_dialog(shared, qtbot, file)
    assert len(shown(dialog)) == 2
    dialog.list.selectAll()
    QTest.mouseClick(dialog.mine, LEFT)
    assert [becomes for _, becomes in shown(dialog)] == ["Keep mine"] * 2
    dialog.same.click()
    assert len(shown(dialog)) == count
    assert dialog.decision().articles[ids(shared)[0]] is Choice.MINE
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_whole_issue_comes_to_an_empty_library(
    window: MainWindow, colleague: Office, qtbot: QtBot, file: Path
) -> None:
    value = colleague.issue(Section(new_id(), "要闻", (article("甲"), article("乙"))))
    dialog = receive_dialog(window, qtbot, colleague.send(file, value.id))
    assert dialog.place_words.text() == "This issue is new here."
    qtbot.waitUntil(lambda: "甲正文" in dialog.page.toPlainText(), timeout=WAIT)
    QTest.mouseClick(dialog.accept_button, LEFT)
    qtbot.waitUntil(lambda: window.session.issue is not None, timeout=WAIT)
    assert titles(window) == ["甲", "乙"]


def test_the_same_file_says_so_and_asks_nothing(
    shared: MainWindow, colleague: Office, qtbot: QtBot, file: Path
) -> None:
    shared.intake.open_files([file])
    qtbot.waitUntil(lambda: "nothing to take in" in shared.notices.text, timeout=WAIT)


def test_a_file_that_is_damaged_is_told_and_the_next_one_is_taken(
    shared: MainWindow, colleague: Office, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.bulletin"
    bad.write_bytes(file.read_bytes()[:2000])
    colleague.type(ids(shared)[0], "改")
    colleague.send(file, shared.session.issue.id)
    shared.intake.open_files([bad, file])
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    message = QApplication.activeModalWidget()
    assert "no exchange file" in message.words.text()
    message.done(0)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ReceiveDialog), timeout=WAIT)
    QApplication.activeModalWidget().reject()


def test_closing_the_window_with_the_dialog_open_leaves_everything_as_it_was(
    shared: MainWindow, colleague: Office, qtbot: QtBot, file: Path
) -> None:
    colleague.type(ids(shared)[0], "改")
    colleague.send(file, shared.session.issue.id)
    receive_dialog(shared, qtbot, file)
    before = titles(shared)
    shared.close()
    assert titles(shared) == before
