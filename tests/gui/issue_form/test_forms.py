"""What is seen of the forms, and that everybody can use them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.distribution import FIELDS, Recipient
from bulletin_desktop.gui.issue_form.dialog import IssueDialog
from bulletin_desktop.gui.issue_form.form_dialog import FormDialog
from bulletin_desktop.gui.issue_form.publication_dialog import PublicationDialog
from bulletin_desktop.library.habits import Habits
from bulletin_desktop.services import acts
from tests.gui.issue_form.conftest import LISTS, PUBLICATION, WAIT, accept, retype, tick

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
