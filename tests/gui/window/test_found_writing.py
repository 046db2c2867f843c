"""What is typed into dialogs outlives the program: it is offered in them when they are opened again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui.banner import Banner
from bulletin_desktop.gui.dialogs.cell_editor import CellEditor
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.dialogs.table import TableDialog
from bulletin_desktop.gui.issue_form.dialog import IssueDialog
from bulletin_desktop.gui.issue_form.publication_dialog import PublicationDialog
from bulletin_desktop.gui.session_end import SessionEnd
from bulletin_desktop.gui.templates.dialog import TemplateDialog
from bulletin_desktop.gui.window import MainWindow

WAIT = 20_000
Open = Callable[[], MainWindow]


def opened(window: MainWindow, qtbot: QtBot, action: str, kind: type[QDialog]) -> Any:
    qtbot.waitUntil(getattr(window, action).isEnabled, timeout=WAIT)
    getattr(window, action).trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=WAIT)
    return QApplication.activeModalWidget()


def log_off(window: MainWindow) -> None:
    """Close as Windows does when a session ends: nobody answers anything."""
    (end,) = [each for each in window.children() if isinstance(each, SessionEnd)]
    end.keep()
    assert window.close()


def offer(dialog: QDialog) -> Banner | None:
    return next((each for each in dialog.findChildren(Banner) if each.text), None)


def answer(dialog: QDialog, label: str) -> None:
    (button,) = [
        each
        for each in offer(dialog).findChildren(QPushButton)
        if each.text() == label and not each.isHidden()
    ]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def again(open_window: Open, qtbot: QtBot) -> MainWindow:
    window = open_window()
    qtbot.waitUntil(lambda: window.session.layout is not None and window.editor.isVisible(), timeout=WAIT)
    return window


def typed_issue(form: IssueDialog, qtbot: QtBot) -> object:
    QTest.keyClicks(form.editor, "zhang")
    form.lists.take("report_to", "市委×3、市政府×2")
    form.year.setValue(2031)
    form.number.setValue(77)
    form.date.setText("2031-5-4")
    return form._state()


def typed_publication(form: PublicationDialog, _qtbot: QtBot) -> object:
    QTest.keyClicks(form.name, " B")
    form.lists.take("distribute_to", "各县区×12、各部门")
    form.lists.spare.setValue(4)
    return form._state()


def typed_table(form: TableDialog, qtbot: QtBot) -> object:
    form.row_count.setValue(4)
    form.grid.setCurrentCell(1, 1)
    QTest.keyClicks(form.grid, "1")
    field = form.grid.findChild(CellEditor)
    QTest.keyClicks(field, "2")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.grid.table.rows[1][1].text == "12", timeout=WAIT)
    return form.grid.table.rows, form.grid.table.widths


def typed_template(form: TemplateDialog, qtbot: QtBot) -> object:
    row = form._page().rows["page.top"]
    row.editor.setFocus()
    row.editor.selectAll()
    QTest.keyClicks(row.editor, "30")
    qtbot.waitUntil(lambda: form.unsaved() is not None, timeout=WAIT)
    form.name.selectAll()
    QTest.keyClicks(form.name, "ours")
    return form.draft.name, form.draft.text


STATES: dict[type[QDialog], Callable[[Any], object]] = {
    IssueDialog: lambda form: form._state(),
    PublicationDialog: lambda form: form._state(),
    TableDialog: lambda form: (form.grid.table.rows, form.grid.table.widths),
    TemplateDialog: lambda form: (form.draft.name, form.draft.text),
}


@pytest.mark.parametrize(
    ("action", "kind", "typing"),
    [
        ("action_issue_fields", IssueDialog, typed_issue),
        ("action_publication_fields", PublicationDialog, typed_publication),
        ("action_insert_table", TableDialog, typed_table),
        ("action_page_template", TemplateDialog, typed_template),
    ],
    ids=["issue", "publication", "table", "template"],
)
def test_what_was_typed_when_the_session_ended_is_put_back(
    action: str,
    kind: type[QDialog],
    typing: Callable[[Any, QtBot], object],
    filled: MainWindow,
    open_window: Open,
    qtbot: QtBot,
    library: Path,
) -> None:
    typed = typing(opened(filled, qtbot, action, kind), qtbot)
    log_off(filled)
    window = again(open_window, qtbot)
    assert "still there" in window.notices.text
    form = opened(window, qtbot, action, kind)
    assert STATES[kind](form) != typed
    answer(form, "Put it back")
    assert STATES[kind](form) == typed
    assert offer(form) is None
    form.reject()
    if isinstance(QApplication.activeModalWidget(), kind):
        form.reject()
    assert window.close()
    assert not library.with_name("library.db.drafts").exists()


def test_a_new_publication_s_first_issue_is_put_back_with_its_own_numbers(
    filled: MainWindow, open_window: Open, qtbot: QtBot
) -> None:
    form = opened(filled, qtbot, "action_new_issue", IssueDialog)
    qtbot.waitUntil(lambda: form.number.value() == 2, timeout=WAIT)
    form.number.setValue(9)
    QTest.keyClicks(form.issuer, "li")
    log_off(filled)
    window = again(open_window, qtbot)
    form = opened(window, qtbot, "action_new_issue", IssueDialog)
    answer(form, "Put it back")
    qtbot.wait(300)  # the desk's proposal comes and gives way
    assert (form.number.value(), form.issuer.text()) == (9, "li")
    form.accept_button.click()
    qtbot.waitUntil(lambda: window.session.issue.number == 9, timeout=WAIT)
    assert window.session.issue.imprint.issuer == "li"


def test_an_offer_that_is_not_answered_waits_beside_what_is_typed_then(
    filled: MainWindow, open_window: Open, qtbot: QtBot
) -> None:
    form = opened(filled, qtbot, "action_issue_fields", IssueDialog)
    QTest.keyClicks(form.editor, "zhang")
    log_off(filled)
    window = again(open_window, qtbot)
    form = opened(window, qtbot, "action_issue_fields", IssueDialog)
    QTest.keyClicks(form.editor, "wang")
    assert offer(form) is not None
    form.reject()
    form = opened(window, qtbot, "action_issue_fields", IssueDialog)
    answer(form, "Put it back")
    assert form.editor.text().endswith("zhang")
    form.accept_button.click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=WAIT)
    form = opened(window, qtbot, "action_issue_fields", IssueDialog)
    assert offer(form) is None
    form.reject()


def test_an_offer_goes_once_something_else_is_stored(
    filled: MainWindow, open_window: Open, qtbot: QtBot
) -> None:
    form = opened(filled, qtbot, "action_issue_fields", IssueDialog)
    QTest.keyClicks(form.editor, "zhang")
    log_off(filled)
    window = again(open_window, qtbot)
    form = opened(window, qtbot, "action_issue_fields", IssueDialog)
    QTest.keyClicks(form.editor, "wang")
    form.accept_button.click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=WAIT)
    form = opened(window, qtbot, "action_issue_fields", IssueDialog)
    assert offer(form) is None
    form.reject()


def test_what_has_no_place_any_more_is_said_and_can_be_discarded(filled: MainWindow, qtbot: QtBot) -> None:
    drafts = filled.backend.drafts
    drafts.found["form:table:new"] = {"title": "Table", "value": '{"kind":"page-break","id":"no"}'}
    form = opened(filled, qtbot, "action_insert_table", TableDialog)
    answer(form, "Put it back")
    assert "does not fit any more" in offer(form).text
    answer(form, "Discard")
    assert offer(form) is None
    form.reject()


def test_a_session_that_ends_over_a_review_asks_nothing(
    filled: MainWindow, open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    QApplication.clipboard().setText("柳湾镇开展走访\n3月2日，柳湾镇组织干部走访群众，收集意见12条。\n")
    filled.action_paste_manuscript.trigger()
    qtbot.waitUntil(lambda: filled.review.page is not None, timeout=WAIT)
    QTest.keyClick(filled.review.page.lines, Qt.Key.Key_X)
    state = filled.review.page.corrections.state
    monkeypatch.setattr(MessageDialog, "exec", lambda _dialog: pytest.fail("nobody can answer"))
    log_off(filled)
    window = open_window()
    qtbot.waitUntil(lambda: offer(window) is not None, timeout=WAIT)
    answer(window, "Go on reviewing")
    assert window.review.page.corrections.state == state
    window.review.leave()
