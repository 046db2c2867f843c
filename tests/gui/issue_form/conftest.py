"""The forms upon made-up publications, with real events, gone after each test."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.distribution import MailingLists, read
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Imprint, Issue, Masthead, Section
from bulletin_desktop.document.schema import check
from bulletin_desktop.gui.issue_form.dialog import IssueDialog
from bulletin_desktop.gui.issue_form.form_dialog import FormDialog
from bulletin_desktop.gui.issue_form.publication_dialog import PublicationDialog
from bulletin_desktop.gui.issue_form.wanted import WantedIssue
from bulletin_desktop.gui.preview.qt_measures import QtMeasures
from bulletin_desktop.library.habits import Habits
from bulletin_desktop.services import templates
from bulletin_desktop.services.outline import IssueRow, PublicationRow

WAIT = 15_000
LEFT = Qt.MouseButton.LeftButton
LISTS = MailingLists(read("省政协办公厅×2，市委×12"), read("各县（市、区）政协×20"), spare=6)


def row(number: int, running: int, supplement: bool = False) -> IssueRow:
    """An issue of 2026 in the tree."""
    day = dt.date(2026, 1, min(number * 7, 28))
    return IssueRow(new_id(), "p", 2026, number, running, supplement, day, "draft", 4, 3000)


PUBLICATION = PublicationRow("p", "政协信息", "jianbao", "云溪市政协办公室", (row(3, 127), row(2, 126)))


def issue(number: int = 4) -> Issue:
    """The next issue as the desk proposes it."""
    imprint = Imprint(
        LISTS.printed("report_to"), LISTS.printed("send_to"), "", LISTS.total, "陈雨", "周宁", "沈岳"
    )
    masthead = Masthead("政协信息", "云溪市政协办公室", "内部资料")
    day = dt.date(2026, 1, 30)
    sections = (Section(new_id(), "要闻"),)
    return Issue(
        new_id(), "政协信息", 2026, number, day, masthead, 124 + number, imprint=imprint, sections=sections
    )


def compose(field: QWidget, text: str) -> None:
    """Type as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def retype(field: QWidget, text: str) -> None:
    """Type *text* over what stands in a field."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    compose(field, text)
    QCoreApplication.processEvents()


def shown(form: FormDialog, qtbot: QtBot) -> None:
    """Bring a form before the person."""
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow, timeout=WAIT)


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


@pytest.fixture(scope="session")
def measures(qapp: QApplication) -> QtMeasures:
    return QtMeasures()


@pytest.fixture
def opened(qapp: QApplication) -> Iterator[list[FormDialog]]:
    """Forms that are closed and gone at the end, with everything they have opened."""
    before = set(qapp.topLevelWidgets())
    forms: list[FormDialog] = []
    yield forms
    for form in forms:
        form.done(0)
        form.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert set(qapp.topLevelWidgets()) <= before


@pytest.fixture
def new(qtbot: QtBot, measures: QtMeasures, opened: list[FormDialog]) -> IssueDialog:
    """The form of the next issue, 第4期, of a publication that has lists of its own."""
    form = IssueDialog((PUBLICATION,), templates.built_in(), classifications=("秘密★2年",), measures=measures)
    opened.append(form)
    form.begin()
    form.show_proposal(issue(), Habits(LISTS))
    shown(form, qtbot)
    return form


@pytest.fixture
def details(qtbot: QtBot, opened: list[FormDialog]) -> IssueDialog:
    """The form of an issue that exists, of a publication that has set nothing."""
    form = IssueDialog((PUBLICATION,), ())
    opened.append(form)
    form.edit(issue(), PUBLICATION, None, None)
    shown(form, qtbot)
    return form


@pytest.fixture
def publication(qtbot: QtBot, opened: list[FormDialog]) -> PublicationDialog:
    """The form of the publication."""
    form = PublicationDialog(PUBLICATION, Habits(LISTS, editor="陈雨"), templates.built_in(), ("会刊",))
    opened.append(form)
    shown(form, qtbot)
    return form
