"""The offer to save the last page: made at rest, accepted with one click, undone with another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.model import Adjustment, Issue
from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.services.acts import CreateIssue
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.typeset import fit

WAIT = 15_000
SAVING = ((Adjustment.CONTENTS_AFTER, 0),)


@pytest.fixture
def nearly_empty(filled: MainWindow, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window whose issue has two lines on its last page, which can be saved; it rests quickly."""
    monkeypatch.setattr(fit, "lines_on_last_page", lambda _layout: 2)
    monkeypatch.setattr(fit, "propose", lambda *_given: SAVING)
    filled.fit._rest.setInterval(50)
    return filled


def type_a_letter(window: MainWindow) -> None:
    window.editor.setFocus()
    QTest.keyClicks(window.editor.focusProxy(), "x")


def press(window: MainWindow, words: str) -> None:
    buttons = window.preview.offer_bar.findChildren(QPushButton)
    QTest.mouseClick(next(each for each in buttons if each.text() == words), Qt.MouseButton.LeftButton)


def offered(window: MainWindow) -> Callable[[], bool]:
    return lambda: window.preview.offer_bar.text.startswith("The last page holds 2 lines")


def adjusted(window: MainWindow, expected: object) -> Callable[[], bool]:
    def check() -> bool:
        issue: Issue | None = window.session.issue
        return issue is not None and issue.adjustments == expected

    return check


def test_tightening_is_one_click_and_can_be_undone(nearly_empty: MainWindow, qtbot: QtBot) -> None:
    window = nearly_empty
    type_a_letter(window)
    qtbot.waitUntil(offered(window), timeout=WAIT)
    press(window, "Tighten")
    qtbot.waitUntil(adjusted(window, SAVING), timeout=WAIT)
    qtbot.waitUntil(lambda: window.notices.text.startswith("Tightened"), timeout=WAIT)
    window.work.stack.undo()
    qtbot.waitUntil(adjusted(window, ()), timeout=WAIT)
    assert "x" in str(window.session.article(window.editing.article_id))


def test_a_last_page_with_nothing_but_the_imprint_is_called_so(
    nearly_empty: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fit, "lines_on_last_page", lambda _layout: 0)
    type_a_letter(nearly_empty)
    words = "The last page holds nothing but the imprint; it can be saved"
    qtbot.waitUntil(lambda: nearly_empty.preview.offer_bar.text == words, timeout=WAIT)


def test_typing_takes_an_offer_away_until_the_next_rest(nearly_empty: MainWindow, qtbot: QtBot) -> None:
    window = nearly_empty
    type_a_letter(window)
    qtbot.waitUntil(offered(window), timeout=WAIT)
    window.fit._rest.setInterval(WAIT)
    type_a_letter(window)
    qtbot.waitUntil(lambda: not window.preview.offer_bar.isVisible(), timeout=WAIT)


def test_an_issue_that_shall_not_be_asked_is_not(nearly_empty: MainWindow, qtbot: QtBot) -> None:
    window = nearly_empty
    type_a_letter(window)
    qtbot.waitUntil(offered(window), timeout=WAIT)
    press(window, "Do not offer again")
    with qtbot.waitSignal(window.session.laid_out, timeout=WAIT):
        type_a_letter(window)
    assert not window.fit._rest.isActive()
    assert not window.preview.offer_bar.isVisible()


def test_a_full_last_page_starts_nothing(filled: MainWindow, qtbot: QtBot, monkeypatch: object) -> None:
    monkeypatch.setattr(fit, "lines_on_last_page", lambda _layout: 12)
    with qtbot.waitSignal(filled.session.laid_out, timeout=WAIT):
        type_a_letter(filled)
    assert not filled.fit._rest.isActive()


def test_the_menu_fills_up_to_an_even_number_and_takes_it_back(filled: MainWindow, qtbot: QtBot) -> None:
    entries = {action.text(): action for action in filled.preview.menu.actions()}
    even, plain = entries["Fill up to an even number of pages"], entries["Spacing as the template has it"]
    assert not plain.isEnabled()
    even.trigger()
    qtbot.waitUntil(adjusted(filled, ((Adjustment.TWO_SIDED, 1),)), timeout=WAIT)
    qtbot.waitUntil(plain.isEnabled, timeout=WAIT)
    assert even.isChecked()
    assert len(filled.session.layout.pages) % 2 == 0
    plain.trigger()
    qtbot.waitUntil(adjusted(filled, ()), timeout=WAIT)
    qtbot.waitUntil(lambda: not even.isChecked(), timeout=WAIT)


def test_an_offer_for_one_issue_is_not_made_for_the_next(nearly_empty: MainWindow, qtbot: QtBot) -> None:
    window = nearly_empty
    other = window.backend.wait(_another_issue)
    type_a_letter(window)
    qtbot.waitUntil(offered(window), timeout=WAIT)
    window.fit._rest.setInterval(WAIT)
    shown: list[bool] = []
    window.session.opened.connect(lambda _issue: shown.append(window.preview.offer_bar.isVisible()))
    with qtbot.waitSignal(window.session.opened, timeout=WAIT):
        window.editing.open_issue(other)
    assert shown == [False]


def _another_issue(desk: Desk) -> str:
    """Store an empty issue in the first publication."""
    publication = desk.outline().publications[0].id
    issue = desk.next_issue(publication, dt.date(2026, 6, 1))
    desk.apply(CreateIssue(publication, issue))
    return issue.id


def test_without_an_issue_nothing_can_be_filled_up(window: MainWindow) -> None:
    entries = {action.text(): action for action in window.preview.menu.actions()}
    assert not entries["Fill up to an even number of pages"].isEnabled()
    assert not entries["Spacing as the template has it"].isEnabled()
    assert not entries["Check with LibreOffice"].isEnabled()


def test_the_menu_says_what_is_where_the_library_refuses(
    filled: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(Desk, "apply_all", full)
    entries = {action.text(): action for action in filled.preview.menu.actions()}
    even = entries["Fill up to an even number of pages"]
    with qtbot.waitSignal(filled.work.failed, timeout=WAIT):
        even.trigger()
    assert not even.isChecked()
    QApplication.activeModalWidget().reject()
