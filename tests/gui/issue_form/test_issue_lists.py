"""The lists of an issue's form: recipients, copies, and what the publication keeps."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLineEdit,
)
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.distribution import Recipient
from bulletin_desktop.gui.issue_form.dialog import IssueDialog
from bulletin_desktop.gui.issue_form.wanted import WantedIssue
from bulletin_desktop.library.habits import Habits
from bulletin_desktop.services import acts
from tests.gui.issue_form.conftest import (
    LEFT,
    LISTS,
    PUBLICATION,
    WAIT,
    accepted,
    compose,
    issue,
    retype,
    tick,
)


def test_copies_follow_the_lists_until_a_person_says_otherwise(new: IssueDialog) -> None:
    lists = new.lists
    assert (lists.copies.value(), lists.copies_note.text()) == (40, "34 for the lists, 6 spare")
    lists.take("distribute_to", "市直有关单位×30")
    assert lists.copies.value() == 70
    retype(lists.copies, "100")
    assert lists.copies_note.text() == "The lists and the spare copies come to 70"
    retype(lists.spare, "10")
    assert (lists.copies.value(), lists.use_sum.text()) == (100, "&Use 74")
    QTest.mouseClick(lists.use_sum, LEFT)
    assert lists.copies.value() == 74
    assert not lists.use_sum.isVisible()


def test_copies_that_were_overruled_stay_so_when_the_form_opens(details: IssueDialog) -> None:
    overruled = replace(issue(), imprint=replace(issue().imprint, copies=99))
    details.edit(overruled, PUBLICATION, Habits(LISTS), None)
    assert details.lists.copies.value() == 99
    assert "come to 40" in details.lists.copies_note.text()
    assert accepted(details).issue.imprint.copies == 99


def test_without_counts_the_copies_are_a_person_s_own(details: IssueDialog) -> None:
    retype(details.lists.copies, "80")
    details.lists.take("distribute_to", "市直有关单位")
    assert details.lists.copies.value() == 80
    assert not details.lists.copies_note.isVisible()


def test_lists_left_alone_print_as_they_did(details: IssueDialog) -> None:
    odd = replace(issue().imprint, report_to="省委，, 省政府 。", send_to="报: 市委; 市政府")
    details.edit(replace(issue(), imprint=odd), PUBLICATION, None, None)
    details.lists.take("distribute_to", "市直")
    imprint = accepted(details).issue.imprint
    assert (imprint.report_to, imprint.send_to) == (odd.report_to, odd.send_to)
    assert imprint.distribute_to == "市直。"


def test_copies_are_shown_behind_the_names_if_wanted(new: IssueDialog) -> None:
    QTest.mouseClick(new.lists.shows_copies, LEFT)
    wanted = accepted(new)
    assert wanted.issue.imprint.report_to == "省政协办公厅（2份），市委（12份）"
    assert wanted.lists is not None
    assert wanted.lists.shows_copies


def test_changed_lists_become_the_publication_s_in_the_same_step_unless_refused(new: IssueDialog) -> None:
    assert not new.keep.isVisible()
    new.lists.take("distribute_to", "市直有关单位×30")
    tick()
    assert new.keep.text() == "&Keep the lists for the publication"
    assert new.keep.isChecked()
    steps = accepted(new).changing()
    assert isinstance(steps[1], acts.UpdateLists)
    assert steps[1].habits is not None
    assert steps[1].habits.lists.distribute_to == (Recipient("市直有关单位", 30),)
    new.accept_button.setEnabled(True)
    QTest.mouseClick(new.keep, LEFT)
    new.lists.take("distribute_to", "市纪委")
    tick()
    assert not new.keep.isChecked()
    assert len(accepted(new).changing()) == 1


def test_lists_that_differ_already_are_not_kept_unasked(details: IssueDialog) -> None:
    assert details.keep.isVisible()
    assert not details.keep.isChecked()
    assert accepted(details).lists is None


def test_a_list_says_which_name_stands_twice(new: IssueDialog) -> None:
    new.lists.take("report_to", "市委")
    assert new.lists.list_note.text() == "“市委” stands twice"
    new.lists.tabs.setCurrentIndex(1)
    assert not new.lists.list_note.isVisible()
    assert new.lists.tabs.tabText(0) == "Report &to 3"


def test_a_cell_that_is_being_typed_into_is_taken_with_the_form(new: IssueDialog) -> None:
    table = new.lists.report_to
    table.setFocus()
    table._edit(2, 0)
    compose(table.viewport().findChild(QLineEdit), "市纪委")
    new.accept_button.click()
    assert [each.name for each in new.lists.lists().report_to] == ["省政协办公厅", "市委", "市纪委"]


def test_enter_in_a_list_is_the_list_s_and_ctrl_enter_the_form_s(new: IssueDialog) -> None:
    wanted: list[WantedIssue] = []
    new.chosen.connect(wanted.append)
    table = new.lists.report_to
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert table.state() == table.State.EditingState
    QTest.keyClick(table.viewport().findChild(QLineEdit), Qt.Key.Key_Escape)
    assert new.isVisible()
    assert not wanted
    QTest.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(wanted) == 1


def test_fifty_recipients_of_two_hundred_characters_and_9999_copies(new: IssueDialog, qtbot: QtBot) -> None:
    name = "云溪市推进乡村振兴战略实施工作领导小组" * 11
    new.lists.take("distribute_to", "\n".join(f"{name[:198]}{nth:02}×9999" for nth in range(50)))
    assert new.lists.copies.value() == 50 * 9999 + 40
    wanted = accepted(new)
    assert wanted.issue.imprint.copies == 499_990
    assert len(wanted.issue.imprint.distribute_to) == 50 * 201 - 1
    assert new.view is not None
    qtbot.waitUntil(lambda: len(new.view.strips()) == 2, timeout=WAIT)
    new.grab()
