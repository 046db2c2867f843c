"""The forms upon the library: stored in one step, taken back, and not lost by Esc."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.distribution import Recipient
from bulletin_desktop.gui.issue_form.dialog import IssueDialog
from bulletin_desktop.gui.issue_form.publication_dialog import PublicationDialog
from bulletin_desktop.gui.tree.nodes import Kind
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.library.habits import Habits
from bulletin_desktop.services.outline import PublicationRow

WAIT = 15_000


def modal(qtbot: QtBot, kind: type = IssueDialog) -> Any:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=WAIT)
    return QApplication.activeModalWidget()


def closed(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=WAIT)


def publication(window: MainWindow) -> PublicationRow:
    return window.backend.wait(lambda desk: desk.outline()).publications[0]


def habits(window: MainWindow) -> Habits | None:
    return window.backend.wait(lambda desk: desk.habits(desk.outline().publications[0].id))


def imprint(window: MainWindow) -> Any:
    row = publication(window).issues[-1]
    return window.backend.wait(lambda desk: desk.issue(row.id)).imprint


def details(window: MainWindow, qtbot: QtBot) -> IssueDialog:
    window.action_issue_fields.trigger()
    return modal(qtbot)


def click_offer(window: MainWindow) -> None:
    """Press the last button in the notice."""
    buttons = [each for each in window.notices.findChildren(QPushButton) if each.isVisible()]
    QTest.mouseClick(buttons[-1], Qt.MouseButton.LeftButton)


def test_details_and_the_publication_s_lists_are_one_step(filled: MainWindow, qtbot: QtBot) -> None:
    before, count = imprint(filled), filled.work.stack.count()
    form = details(filled, qtbot)
    form.lists.take("report_to", "市委×3、市政府×2")
    form.issuer.setText("沈岳")
    QTest.keyClick(form.issuer, Qt.Key.Key_Return)
    closed(qtbot)
    assert filled.work.stack.count() == count + 1
    assert (imprint(filled).report_to, imprint(filled).copies) == ("市委、市政府", 5)
    kept = habits(filled)
    assert kept is not None
    assert kept.lists.report_to == (Recipient("市委", 3), Recipient("市政府", 2, "、"))
    filled.work.stack.undo()
    assert (imprint(filled), habits(filled)) == (before, None)
    filled.work.stack.redo()
    assert imprint(filled).issuer == "沈岳"
    assert habits(filled) == kept


def test_the_next_issue_has_the_publication_s_lists(filled: MainWindow, qtbot: QtBot) -> None:
    form = details(filled, qtbot)
    form.lists.take("send_to", "市直有关单位×30")
    form.accept_button.click()
    closed(qtbot)
    filled.action_new_issue.trigger()
    form = modal(qtbot)
    qtbot.waitUntil(lambda: form.number.value() == 2, timeout=WAIT)
    assert form.lists.lists().send_to == (Recipient("市直有关单位", 30),)
    assert form.lists.copies.value() == 30
    assert form.summary.text().endswith("the publication's lists")
    form.reject()


def test_a_new_issue_is_one_of_the_publication_a_person_stands_in(filled: MainWindow, qtbot: QtBot) -> None:
    filled.action_new_issue.trigger()
    form = modal(qtbot)
    qtbot.waitUntil(lambda: form.number.value() == 2, timeout=WAIT)
    form.publication.setEditText("社情民意")
    QTest.keyClick(form.publication, Qt.Key.Key_Return)
    closed(qtbot)
    qtbot.waitUntil(lambda: filled.session.issue.publication == "社情民意", timeout=WAIT)
    filled.action_new_issue.trigger()
    form = modal(qtbot)
    assert form.publication.currentText() == "社情民意"
    qtbot.waitUntil(lambda: form.number.value() == 2, timeout=WAIT)
    form.reject()
    closed(qtbot)
    filled.action_publication_fields.trigger()
    form = modal(qtbot, PublicationDialog)
    assert form.name.text() == "社情民意"
    form.reject()


def test_a_supplement_is_made_and_undone(filled: MainWindow, qtbot: QtBot) -> None:
    filled.action_new_issue.trigger()
    form = modal(qtbot)
    qtbot.waitUntil(lambda: form.number.value() == 2, timeout=WAIT)
    form.supplement.click()
    form.accept_button.click()
    closed(qtbot)
    rows = publication(filled).issues
    assert [(row.number, row.supplement, row.running_number) for row in rows] == [(1, False, 1), (1, True, 0)]
    filled.work.stack.undo()
    qtbot.waitUntil(lambda: len(publication(filled).issues) == 1, timeout=WAIT)
    filled.action_new_issue.trigger()
    form = modal(qtbot)
    qtbot.waitUntil(lambda: form.number.value() == 2, timeout=WAIT)
    form.reject()


def test_what_was_typed_outlives_escape(filled: MainWindow, qtbot: QtBot) -> None:
    form = details(filled, qtbot)
    form.unit.setText("云溪市政协办公室")
    form.date.setText("abc")
    QTest.keyClick(form, Qt.Key.Key_Escape)
    closed(qtbot)
    assert filled.notices.text == "What you typed was not stored"
    click_offer(filled)
    again = modal(qtbot)
    assert (again.unit.text(), again.date.text()) == ("云溪市政协办公室", "abc")
    again.date.setText("2026-3-1")
    again.accept_button.click()
    closed(qtbot)
    qtbot.waitUntil(lambda: filled.session.issue.date == dt.date(2026, 3, 1), timeout=WAIT)
    assert filled.session.issue.masthead.unit == "云溪市政协办公室"


def test_escape_from_an_untouched_form_says_nothing(filled: MainWindow, qtbot: QtBot) -> None:
    filled.notices.hide()
    form = details(filled, qtbot)
    QTest.keyClick(form, Qt.Key.Key_Escape)
    closed(qtbot)
    assert filled.notices.text == ""
    qtbot.waitUntil(lambda: not filled.findChildren(IssueDialog), timeout=WAIT)


def test_a_form_that_was_left_goes_when_the_next_one_opens(filled: MainWindow, qtbot: QtBot) -> None:
    for _ in range(3):
        form = details(filled, qtbot)
        form.unit.setText("政协办")
        form.reject()
        closed(qtbot)
    qtbot.waitUntil(lambda: len(filled.findChildren(IssueDialog)) == 1, timeout=WAIT)


def test_a_form_keeps_its_size_and_fits_the_window(filled: MainWindow, qtbot: QtBot) -> None:
    filled.resize(1024, 640)
    form = details(filled, qtbot)
    assert form.height() <= 640
    form.resize(700, 500)
    form.reject()
    closed(qtbot)
    form = details(filled, qtbot)
    assert (form.width(), form.height()) == (700, 500)
    form.reject()


def test_a_publication_is_renamed_with_its_lists_and_back(filled: MainWindow, qtbot: QtBot) -> None:
    name, count = publication(filled).name, filled.work.stack.count()
    filled.action_publication_fields.trigger()
    form = modal(qtbot, PublicationDialog)
    form.name.setText("社情民意")
    form.lists.take("report_to", "市委×3")
    form.editor.setText("陈雨")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    closed(qtbot)
    assert filled.work.stack.count() == count + 1
    assert publication(filled).name == "社情民意"
    qtbot.waitUntil(
        lambda: any(n.kind is Kind.PUBLICATION and n.title == "社情民意" for n in filled.tree.model.walk()),
        timeout=WAIT,
    )
    filled.action_new_issue.trigger()
    asked = modal(qtbot)
    qtbot.waitUntil(lambda: asked.number.value() == 2, timeout=WAIT)
    assert (asked.name.text(), asked.editor.text(), asked.lists.copies.value()) == ("社情民意", "陈雨", 3)
    asked.reject()
    filled.work.stack.undo()
    assert (publication(filled).name, habits(filled)) == (name, None)


def test_the_last_issue_s_lists_are_where_a_publication_begins(filled: MainWindow, qtbot: QtBot) -> None:
    form = details(filled, qtbot)
    form.lists.take("report_to", "市委×3")
    qtbot.waitUntil(form.keep.isVisible, timeout=WAIT)
    form.keep.click()
    form.accept_button.click()
    closed(qtbot)
    filled.action_publication_fields.trigger()
    form = modal(qtbot, PublicationDialog)
    assert [each.name for each in form.lists.lists().report_to] == ["市委"]
    form.reject()


def test_without_a_publication_there_is_nothing_to_change(window: MainWindow, qtbot: QtBot) -> None:
    window.action_publication_fields.trigger()
    qtbot.waitUntil(lambda: "no publication yet" in window.notices.text, timeout=WAIT)
