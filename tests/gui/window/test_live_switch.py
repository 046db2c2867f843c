"""The system turns dark while the program runs: what is open looks as if it had been opened in the dark."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from bulletin_desktop.document import table as tables
from bulletin_desktop.gui.dialogs.table_grid import TableGrid
from bulletin_desktop.gui.intake.summary import Part, Summary
from bulletin_desktop.gui.intake.summary_dialog import SummaryDialog
from bulletin_desktop.gui.theme import Scheme, Theme, tokens
from bulletin_desktop.gui.window import MainWindow

WAIT = 15_000
SETTLED = 300  # ms in which a dialog has its pages beside the fields
DIALOGS = ("archive", "insert_table", "intake_settings", "issue_fields", "print", "publication_fields")


@pytest.fixture(autouse=True)
def steady_cursor(qapp: QApplication) -> Iterator[None]:
    """A cursor that does not blink is in every picture."""
    usual = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(usual)


def opened(window: MainWindow, name: str, qtbot: QtBot) -> QDialog:
    window.editor.go_to(window.editor.article().blocks[0].id, 0)
    getattr(window, f"action_{name}").trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    dialog = QApplication.activeModalWidget()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.isActiveWindow() and dialog.focusWidget() is not None, timeout=WAIT)
    qtbot.wait(SETTLED)
    return dialog


def closed(dialog: QDialog, qtbot: QtBot) -> None:
    dialog.reject()
    qtbot.wait(50)
    if QApplication.activeModalWidget() is not None:
        QApplication.activeModalWidget().done(1)


def picture(dialog: QDialog) -> QImage:
    return dialog.grab().toImage()


@pytest.mark.parametrize("name", DIALOGS)
def test_an_open_dialog_follows(filled: MainWindow, qtbot: QtBot, name: str) -> None:
    filled.theme.choose(Scheme.LIGHT)
    dialog = opened(filled, name, qtbot)
    light = picture(dialog)
    filled.theme.choose(Scheme.DARK)
    qtbot.wait(SETTLED)
    switched = picture(dialog)
    closed(dialog, qtbot)
    dialog = opened(filled, name, qtbot)
    fresh = picture(dialog)
    closed(dialog, qtbot)
    assert switched != light
    assert switched == fresh


def test_a_report_follows(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, Scheme.LIGHT)
    summary = Summary("Read 1 of 2", (Part("Not read", (("a.doc", "It is empty."),)),), notable=True)
    dialog = SummaryDialog(summary, failed=True)
    qtbot.addWidget(dialog)
    dialog.show()
    theme.choose(Scheme.DARK)
    qtbot.wait(50)
    switched = picture(dialog)
    again = SummaryDialog(summary, failed=True)
    qtbot.addWidget(again)
    again.show()
    qtbot.wait(50)
    assert switched == picture(again)
    theme.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


def test_a_table_s_header_row_follows(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, Scheme.LIGHT)
    grid = TableGrid()
    qtbot.addWidget(grid)
    grid.set_table(tables.plain("t", 2, 2, header_rows=1))
    grid.show()
    theme.choose(Scheme.DARK)
    qtbot.wait(50)
    assert grid.item(0, 0).background().color() == tokens(grid.palette()).window
    assert grid.item(1, 0).background().color() != tokens(grid.palette()).window
    theme.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
