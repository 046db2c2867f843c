"""The form of an issue: everything prefilled, what is odd said quietly, what is wrong beside its field."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCalendarWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.distribution import MailingLists, Recipient
from bulletin_desktop.gui.issue_form.dialog import IssueDialog
from bulletin_desktop.gui.issue_form.form_dialog import FormDialog
from bulletin_desktop.gui.issue_form.wanted import WantedIssue
from bulletin_desktop.library.habits import Habits
from bulletin_desktop.services import acts, templates
from tests.gui.issue_form.conftest import LEFT, WAIT, accept, accepted, compose, issue, retype, shown, tick

# What is proposed


def test_a_new_issue_needs_nothing_but_enter(new: IssueDialog) -> None:
    wanted: list[WantedIssue] = []
    new.chosen.connect(wanted.append)
    QTest.keyClick(new.number, Qt.Key.Key_Return)
    assert wanted[0].issue == replace(issue(), id=wanted[0].issue.id, sections=wanted[0].issue.sections)
    assert wanted[0].publication_id == "p"
    assert (wanted[0].lists, wanted[0].unit) == (None, None)
    assert not new.changed


def test_what_will_happen_is_said_in_one_line(new: IssueDialog) -> None:
    words = "No. 4 (running number 128), with sections as in No. 3 and the publication's lists"
    assert new.summary.text() == words
    new.show_proposal(issue(), None)
    assert new.summary.text() == "No. 4 (running number 128), with sections and lists as in No. 3"
    retype(new.year, "2027")
    retype(new.running_number, "")
    assert new.summary.text() == "No. 1, with sections and lists as in No. 3 of 2026"


def test_the_first_issue_says_so(qtbot: QtBot, opened: list[FormDialog]) -> None:
    form = IssueDialog((), templates.built_in())
    opened.append(form)
    form.begin()
    shown(form, qtbot)
    assert form.summary.text() == "No. 1 (running number 1), the first of this publication"


def test_another_year_and_a_supplement_have_numbers_of_their_own(new: IssueDialog) -> None:
    QTest.mouseClick(new.supplement, LEFT)
    assert (new.number.value(), new.running_number.value()) == (1, 0)
    QTest.mouseClick(new.supplement, LEFT)
    assert (new.number.value(), new.running_number.value()) == (4, 128)
    retype(new.year, "2027")
    assert (new.number.value(), new.running_number.value()) == (1, 128)
    retype(new.number, "9")
    retype(new.year, "2026")
    assert new.number.value() == 9  # a person's own stays


def test_a_number_that_is_given_is_said_at_once(new: IssueDialog) -> None:
    retype(new.number, "3")
    assert (new.number_note.text(), new.number_note.wrong) == ("No. 3 of 2026 is there already", True)
    assert new.number.accessibleDescription() == new.number_note.text()
    retype(new.number, "6")
    assert (new.number_note.text(), new.number_note.wrong) == ("The one before is No. 3", False)
    retype(new.number, "4")
    assert not new.number_note.isVisible()


def test_a_running_number_that_repeats_or_jumps_is_noted_quietly(new: IssueDialog) -> None:
    retype(new.running_number, "126")
    assert new.running_number_note.text() == "No. 2 of 2026 has this running number already"
    retype(new.running_number, "130")
    assert new.running_number_note.text() == "The running number before is 127"
    assert not new.running_number_note.wrong
    assert accepted(new).issue.running_number == 130


def test_what_the_office_used_last_is_offered_first(new: IssueDialog) -> None:
    offered = [new.classification.itemText(nth) for nth in range(new.classification.count())]
    assert offered == ["", "秘密★2年", "内部资料", "注意保存", "秘密★1年", "机密★3年"]
    new.classification.lineEdit().selectAll()
    compose(new.classification.lineEdit(), "工作秘密")
    assert accepted(new).issue.masthead.classification == "工作秘密"


# Days


@pytest.mark.parametrize("text", ["2026-2-3", "2026年2月3日", "2.3"])
def test_a_day_is_typed_as_one_likes(new: IssueDialog, text: str) -> None:
    retype(new.date, text)
    QTest.keyClick(new.date, Qt.Key.Key_Tab)
    assert new.date.text() == "2026-2-3"
    assert accepted(new).issue.date == dt.date(2026, 2, 3)


@pytest.mark.parametrize("year", [1949, 2100])
def test_a_far_year_is_taken_and_noted_where_the_issue_s_is_another(new: IssueDialog, year: int) -> None:
    retype(new.date, f"{year}-10-1")
    assert new.date_note.text() == f"The day is in {year}, the issue is one of 2026"
    assert accepted(new).issue.date == dt.date(year, 10, 1)


def test_what_is_no_day_stays_and_says_so(new: IssueDialog) -> None:
    retype(new.date, "2.30")
    QTest.keyClick(new.date, Qt.Key.Key_Tab)
    assert new.date.text() == "2.30"
    assert new.date_note.wrong
    assert accept(new) is None
    assert new.focusWidget() is new.date
    retype(new.date, "2.28")
    assert not new.date_note.isVisible()
    assert accepted(new).issue.date == dt.date(2026, 2, 28)


def test_a_day_is_chosen_in_the_calendar_by_keys(new: IssueDialog, qtbot: QtBot) -> None:
    new.date.setFocus()
    QTest.keyClick(new.date, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    (calendar,) = new.date.findChildren(QCalendarWidget)
    assert calendar.isVisible()
    grid = calendar.findChild(QWidget, "qt_calendar_calendarview")
    QTest.keyClick(grid, Qt.Key.Key_Left)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: new.date.text() == "2026-1-29", timeout=WAIT)
    assert accepted(new).issue.date == dt.date(2026, 1, 29)


# What is wrong


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("number", "0", "Issues are numbered from 1 on."),
        ("number", "", "Issues are numbered from 1 on."),
        ("year", "26", "A year has four digits, from 1949 on."),
        ("year", "", "A year has four digits, from 1949 on."),
        ("name", " ", "A masthead needs a name."),
        ("publication", "", "Give the publication a name."),
    ],
)
def test_a_wrong_field_says_why_and_gets_the_focus(
    new: IssueDialog, field: str, typed: str, sentence: str
) -> None:
    widget = getattr(new, field)
    retype(widget, typed)
    assert accept(new) is None
    note = getattr(new, f"{field}_note")
    assert (note.text(), note.isVisible()) == (sentence, True)
    assert widget.hasFocus() or widget.isAncestorOf(new.focusWidget())
    assert new.isVisible()
    assert new.accept_button.isEnabled()


def test_every_wrong_field_is_told_and_the_first_has_the_focus(new: IssueDialog) -> None:
    retype(new.number, "")
    retype(new.date, "abc")
    retype(new.name, "")
    assert accept(new) is None
    assert all(note.wrong for note in (new.number_note, new.date_note, new.name_note))
    assert new.number.isAncestorOf(new.focusWidget()) or new.number.hasFocus()


def test_what_the_library_refuses_is_said_beside_the_number(new: IssueDialog) -> None:
    accepted(new)
    new.show_refusal("There is one.", number=True)
    assert new.number_note.text() == "There is one."
    assert new.accept_button.isEnabled()
    new.show_refusal("The disk is full.", number=False)
    assert new.problem.text() == "The disk is full."
    assert new.changed is False


# Masthead


def test_the_masthead_goes_back_to_the_publication_s(new: IssueDialog) -> None:
    assert not new.unit_back.isVisible()
    retype(new.unit, "政协办")
    retype(new.name, "政协信息专报")
    assert new.unit_back.toolTip() == "云溪市政协办公室"
    QTest.mouseClick(new.unit_back, LEFT)
    QTest.mouseClick(new.name_back, LEFT)
    tick()
    assert (new.unit.text(), new.name.text()) == ("云溪市政协办公室", "政协信息")
    assert not new.unit_back.isVisible()


def test_a_unit_can_be_kept_for_the_publication(new: IssueDialog) -> None:
    retype(new.unit, "政协办")
    assert new.keep.text() == "&Keep the unit for the publication"
    assert accepted(new).changing()[1:] == [acts.UpdatePublication("p", "政协信息", "政协办")]
    new.accept_button.setEnabled(True)
    QTest.mouseClick(new.keep, LEFT)
    assert accepted(new).changing()[1:] == []


# A new publication


def test_a_new_publication_comes_with_its_masthead_and_lists(qtbot: QtBot, opened: list[FormDialog]) -> None:
    form = IssueDialog((), templates.built_in())
    opened.append(form)
    form.begin()
    shown(form, qtbot)
    retype(form.publication.lineEdit(), "社情民意")
    assert form.name.text() == "社情民意"
    retype(form.unit, "云溪市政协办公室")
    form.lists.take("report_to", "市委×2")
    form.template.setCurrentIndex(1)
    assert not form.keep.isVisible()
    made = accepted(form).making()
    assert [type(step) for step in made] == [acts.CreatePublication, acts.CreateIssue, acts.UpdateLists]
    assert made[0] == acts.CreatePublication(made[0].id, "社情民意", "zhengxie", "云溪市政协办公室")
    assert made[2].habits == Habits(MailingLists((Recipient("市委", 2),)))


def test_a_masthead_of_its_own_does_not_follow_the_publication_s_name(new: IssueDialog) -> None:
    retype(new.name, "政协信息专报")
    retype(new.publication.lineEdit(), "社情民意")
    assert new.name.text() == "政协信息专报"
