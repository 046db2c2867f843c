"""The form of an issue: everything prefilled, what is odd said quietly, what is wrong beside its field."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.distribution import FIELDS, MailingLists, Recipient
from bulletin_desktop.document.schema import check
from bulletin_desktop.gui.issue_form.dialog import IssueDialog
from bulletin_desktop.gui.issue_form.form_dialog import FormDialog
from bulletin_desktop.gui.issue_form.publication_dialog import PublicationDialog
from bulletin_desktop.gui.issue_form.wanted import WantedIssue
from bulletin_desktop.library.habits import Habits
from bulletin_desktop.services import acts, templates
from tests.gui.issue_form.conftest import LISTS, PUBLICATION, WAIT, compose, issue, retype, shown

LEFT = Qt.MouseButton.LeftButton


def accept(form: FormDialog) -> WantedIssue | None:
    """Press the button; return what the form asks for, None if it does not let itself be accepted."""
    wanted: list[WantedIssue] = []
    form.chosen.connect(wanted.append)
    QTest.mouseClick(form.accept_button, LEFT)
    form.chosen.disconnect(wanted.append)
    return wanted[0] if wanted else None


def accepted(form: IssueDialog) -> WantedIssue:
    wanted = accept(form)
    assert wanted is not None
    check(wanted.issue)
    return wanted


def tick() -> None:
    QApplication.processEvents()


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


# Lists and copies


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


# What is seen


def test_masthead_and_imprint_are_shown_as_they_are_typed(new: IssueDialog, qtbot: QtBot) -> None:
    view = new.view
    assert view is not None

    def prints(text: str) -> bool:
        return view._layout is not None and any(text in each.item.text for each in view._layout.placed)

    qtbot.waitUntil(lambda: prints("第4期"), timeout=WAIT)
    retype(new.number, "15")
    retype(new.issuer, "江河")
    qtbot.waitUntil(lambda: prints("第15期") and prints("江河"), timeout=WAIT)
    assert view.accessibleName()
    new.done(0)
    new.open()  # as when it is brought back
    retype(new.number, "16")
    qtbot.waitUntil(lambda: prints("第16期"), timeout=WAIT)


@pytest.mark.parametrize("size", [(1024, 640), (640, 360), (480, 320)])
def test_every_field_is_reached_on_a_small_screen(new: IssueDialog, size: tuple[int, int]) -> None:
    new.resize(*size)
    tick()
    assert new.width() <= max(size[0], new.minimumSizeHint().width())
    assert new.scroll.horizontalScrollBar().maximum() == 0
    new.issuer.setFocus(Qt.FocusReason.TabFocusReason)
    tick()
    at = new.issuer.mapTo(new, new.issuer.rect().center())
    assert new.rect().contains(at)
    assert (
        new.scroll.viewport()
        .rect()
        .contains(new.issuer.mapTo(new.scroll.viewport(), new.issuer.rect().center()))
    )


def test_the_wheel_scrolls_and_changes_no_number(new: IssueDialog) -> None:
    new.resize(700, 400)
    tick()
    at = QPointF(new.number.rect().center())
    event = QWheelEvent(
        at,
        new.number.mapToGlobal(at),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(new.number, event)
    assert new.number.value() == 4


# For everyone


@pytest.fixture(params=["new", "details", "publication"])
def form(request: pytest.FixtureRequest) -> FormDialog:
    return request.getfixturevalue(request.param)


def visible(form: FormDialog, *kinds: type[QWidget]) -> Iterable[QWidget]:
    return [each for kind in kinds for each in form.findChildren(kind) if each.isVisibleTo(form)]


def test_keys_are_given_once(form: FormDialog) -> None:
    words = [each.text() for each in visible(form, QLabel, QAbstractButton)]
    for tabs in form.findChildren(QTabWidget):
        words += [tabs.tabText(nth) for nth in range(tabs.count())]
    keys = [text[text.index("&") + 1].upper() for text in words if "&" in text]
    assert sorted(keys) == sorted(set(keys))
    assert len(keys) > 8


def test_everything_that_takes_the_focus_has_a_name(form: FormDialog) -> None:
    labelled = {each.buddy() for each in form.findChildren(QLabel)}
    for each in visible(form, QLineEdit, QSpinBox, QComboBox):
        if isinstance(each.parent(), QSpinBox | QComboBox) or not each.isEnabled():
            continue
        assert each in labelled or each.accessibleName(), each.objectName()
    for name in FIELDS:
        assert getattr(form.lists, name).accessibleName()


def test_tab_goes_through_the_form_from_top_to_bottom(form: FormDialog) -> None:
    first = form.findChild(QLineEdit, "name") if isinstance(form, PublicationDialog) else form.year
    first.setFocus()
    tops: list[int] = []
    for _ in range(40):
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        at = form.focusWidget()
        if at is form.accept_button:
            break
        if form.fields.isAncestorOf(at):
            tops.append(at.mapTo(form.fields, QPoint(0, at.height() // 2)).y())
    assert form.focusWidget() is form.accept_button
    assert len(tops) > 7
    assert all(below - above > -16 for above, below in itertools.pairwise(tops))


# The publication's form


def test_a_publication_is_changed_in_one_step(publication: PublicationDialog) -> None:
    retype(publication.name, "政协信息专刊")
    retype(publication.reviewer, "周宁")
    publication.template.setCurrentIndex(1)
    publication.lists.take("distribute_to", "市直×5")
    tick()
    assert publication.summary.text() == "The 2 issues there are keep their mastheads"
    assert "39 for the lists, 6 spare" in publication.lists.copies_note.text()
    wanted = accept(publication)
    steps = wanted.changing(PUBLICATION, Habits(LISTS, editor="陈雨"))
    assert steps[:2] == [
        acts.UpdatePublication("p", "政协信息专刊", "云溪市政协办公室"),
        acts.ChooseTemplate("p", "zhengxie"),
    ]
    assert steps[2].habits.reviewer == "周宁"
    assert steps[2].habits.lists.distribute_to == (Recipient("市直", 5),)


def test_nothing_changed_is_no_step(publication: PublicationDialog) -> None:
    assert not publication.changed
    assert accept(publication).changing(PUBLICATION, Habits(LISTS, editor="陈雨")) == []


def test_a_publication_without_a_name_is_not_stored(publication: PublicationDialog) -> None:
    retype(publication.name, " ")
    assert accept(publication) is None
    assert publication.name_note.text() == "Give the publication a name."
    retype(publication.name, "会刊")
    assert publication.name_note.text() == "Another publication has this name too"
    assert not publication.name_note.wrong
