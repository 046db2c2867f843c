"""What arrives for a dialog that was closed meanwhile harms nobody. Gates hold the threads that answer."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Picture
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.dialogs.picture import PictureDialog
from bulletin_desktop.gui.issue_form.dialog import IssueDialog
from bulletin_desktop.gui.templates.dialog import TemplateDialog
from bulletin_desktop.gui.window import MainWindow

from .conftest import WAIT
from .test_insert import content


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Until it is set, a thread that was given it waits."""
    made = threading.Event()
    yield made
    made.set()


def opened(qtbot: QtBot, kind: type[QWidget]) -> QWidget:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=WAIT)
    return QApplication.activeModalWidget()


def at_rest(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until every answer has been given."""
    qtbot.waitUntil(lambda: not window.files.busy and not window.backend.lane.busy, timeout=WAIT)
    qtbot.wait(0)


def test_a_template_read_after_escape_is_dropped(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path, gate: threading.Event
) -> None:
    filled.action_page_template.trigger()
    shown = opened(qtbot, TemplateDialog)
    at_rest(filled, qtbot)
    path = tmp_path / "own.toml"
    path.write_text('base = "jianbao"\n', encoding="utf-8")
    filled.files.run(gate.wait)
    filled.templates.import_file(shown, path)
    shown.reject()
    gate.set()
    at_rest(filled, qtbot)


def test_a_wrong_template_is_told_in_the_window_once_the_dialog_is_gone(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path, gate: threading.Event
) -> None:
    filled.action_page_template.trigger()
    shown = opened(qtbot, TemplateDialog)
    path = tmp_path / "wrong.toml"
    path.write_text("base = 3\n", encoding="utf-8")
    filled.files.run(gate.wait)
    filled.templates.import_file(shown, path)
    shown.reject()
    gate.set()
    told = opened(qtbot, MessageDialog)
    assert "wrong.toml" in told.words.text()
    told.reject()


def test_a_template_stored_after_escape_is_told_all_the_same(
    filled: MainWindow, qtbot: QtBot, gate: threading.Event
) -> None:
    filled.action_page_template.trigger()
    shown = opened(qtbot, TemplateDialog)
    shown.copy.click()
    filled.backend.submit(lambda _desk: gate.wait())
    shown.save.click()
    shown.reject()
    gate.set()
    qtbot.waitUntil(lambda: "is set by “Copy of" in filled.notices.text, timeout=WAIT)


def test_an_issue_made_after_escape_opens(filled: MainWindow, qtbot: QtBot, gate: threading.Event) -> None:
    before = filled.session.issue
    filled.action_new_issue.trigger()
    shown = opened(qtbot, IssueDialog)
    at_rest(filled, qtbot)
    filled.backend.submit(lambda _desk: gate.wait())
    shown.accept_button.click()
    shown.reject()
    gate.set()
    qtbot.waitUntil(lambda: filled.session.issue.id != before.id, timeout=WAIT)


def test_a_proposal_after_escape_is_dropped(filled: MainWindow, qtbot: QtBot, gate: threading.Event) -> None:
    filled.action_new_issue.trigger()
    shown = opened(qtbot, IssueDialog)
    filled.backend.submit(lambda _desk: gate.wait())
    shown.proposal_wanted.emit(next(node.id for node in filled.tree.model.walk()))
    shown.reject()
    gate.set()
    at_rest(filled, qtbot)


def test_another_picture_after_escape_is_dropped(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path, gate: threading.Event
) -> None:
    path = tmp_path / "other.png"
    path.write_bytes(content())
    filled.inserts.open(Picture(new_id(), "0" * 64, 600, 300))
    shown = opened(qtbot, PictureDialog)
    QTest.mouseClick(shown.replace_button, Qt.MouseButton.LeftButton)
    chooser = opened(qtbot, QFileDialog)
    filled.files.run(gate.wait)
    chooser.filesSelected.emit([str(path)])
    chooser.reject()
    shown.reject()
    gate.set()
    at_rest(filled, qtbot)


def test_a_window_that_is_closed_by_the_system_ends_the_dialog_and_its_thread(
    filled: MainWindow, qtbot: QtBot
) -> None:
    filled.action_page_template.trigger()
    shown = opened(qtbot, TemplateDialog)
    assert filled.close()
    assert not shown.isVisible()
    assert "template pages" not in [thread.name for thread in threading.enumerate()]
