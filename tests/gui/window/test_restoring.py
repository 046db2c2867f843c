"""A backup is put back through the open window, and what was typed a moment ago is not lost."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui import start
from bulletin_desktop.gui.backup.dialog import BackupsDialog
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.i18n import ENGLISH, Catalog
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.desk import Desk

WAIT = 15_000


def headlines(library: Path) -> list[str]:
    with Library.open(library) as opened:
        desk = Desk(opened)
        issue = desk.issue(desk.outline().publications[0].issues[0].id)
        return [article.headline[0] for article in issue.articles()]


def test_the_window_opens_again_upon_the_backup(filled: MainWindow, library: Path, qtbot: QtBot) -> None:
    window = filled
    before = [article.headline[0] for article in window.session.issue.articles()]
    window.action_backups.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, BackupsDialog)
    dialog.make.click()
    qtbot.waitUntil(dialog.restore.isEnabled, timeout=WAIT)
    dialog.reject()
    window.editor.go_to("headline", 0)
    qtbot.keyClicks(window.editor.focusProxy(), "New ")
    window.action_backups.trigger()
    dialog = QApplication.activeModalWidget()
    qtbot.waitUntil(lambda: "were changed since" in dialog.difference.text(), timeout=WAIT)
    dialog.restore.click()
    qtbot.waitUntil(lambda: dialog.restore.text() == "Restore and open again", timeout=WAIT)
    dialog.restore.click()
    assert not window.isVisible()
    assert window.next_library == library
    said = window.do_first()
    (kept,) = library.parent.glob("library-replaced-*.db")
    assert kept.name in said
    assert headlines(library) == before
    assert headlines(kept) == [f"New {before[0]}", *before[1:]]


def test_the_program_goes_on_by_itself(
    qapp: QApplication, filled: MainWindow, library: Path, qtbot: QtBot
) -> None:
    """The loop of `start.run`: close, swap, open, say."""
    window = filled
    done: list[str] = []

    def first() -> str:
        Library.open(library).close()  # nobody has it open
        done.append("swapped")
        return "done in between"

    QTimer.singleShot(0, lambda: window.go_on_with(library, first))
    start._work(qapp, window, "")
    words = start._done_first(window.do_first, Catalog.load(ENGLISH))
    assert (done, words) == (["swapped"], "done in between")
