"""Diagnostic information in the window: read first, then saved where the person wants it."""

from __future__ import annotations

import inspect
import json
import re
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from bulletin_desktop.errors import Fault, LibraryError
from bulletin_desktop.gui import memory
from bulletin_desktop.gui.about.diagnostics_dialog import DiagnosticsDialog
from bulletin_desktop.gui.about.dialog import AboutDialog
from bulletin_desktop.gui.first_aid import flow
from bulletin_desktop.gui.first_aid.dialog import FirstAidDialog
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.i18n import ENGLISH, Catalog
from bulletin_desktop.library.figures import Figures
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.diagnostics.settings import WINDOW

WAIT = 15_000
LEFT = Qt.MouseButton.LeftButton


def modal(qtbot: QtBot, kind: type) -> object:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=WAIT)
    return QApplication.activeModalWidget()


def gathered(qtbot: QtBot) -> DiagnosticsDialog:
    dialog = modal(qtbot, DiagnosticsDialog)
    qtbot.waitUntil(dialog.save.isEnabled, timeout=WAIT)
    return dialog


def save(dialog: DiagnosticsDialog, qtbot: QtBot, target: Path) -> None:
    QTest.mouseClick(dialog.save, LEFT)
    chooser = modal(qtbot, QFileDialog)
    chooser.selectFile(str(target))
    chooser.accept()
    qtbot.waitUntil(lambda: bool(dialog.note.text()), timeout=WAIT)


def test_what_is_saved_is_what_was_shown(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.action_diagnostics.trigger()
    dialog = gathered(qtbot)
    shown = dialog.files.text.toPlainText()
    assert "【Screens】" not in shown
    assert re.search(r"Screens：\d+x\d+ @ ", shown)
    names = [dialog.files.names.item(row).text() for row in range(dialog.files.names.count())]
    target = tmp_path / "facts.zip"
    save(dialog, qtbot, target)
    assert str(target) in dialog.note.text()
    with zipfile.ZipFile(target) as packed:
        assert packed.namelist() == names
        assert packed.read(names[0]).decode("utf-8-sig").replace("\r\n", "\n") == shown
        library = json.loads(packed.read("facts.json"))["Library"]
    assert library["Trouble"] == "none"
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    QTest.mouseClick(dialog.open_folder, LEFT)
    assert [url.toLocalFile() for url in opened] == [tmp_path.as_posix()]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_folder_that_refuses_is_told_and_another_may_be_chosen(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.action_diagnostics.trigger()
    dialog = gathered(qtbot)
    taken = tmp_path / "taken.zip"
    taken.mkdir()
    dialog.chosen.emit(taken)
    qtbot.waitUntil(lambda: dialog.note.wrong, timeout=WAIT)
    assert "is a folder" in dialog.note.text()
    assert not dialog.open_folder.isVisible()
    save(dialog, qtbot, tmp_path / "facts.zip")
    qtbot.waitUntil((tmp_path / "facts.zip").exists, timeout=WAIT)
    qtbot.waitUntil(lambda: not dialog.note.wrong, timeout=WAIT)
    dialog.reject()


def test_no_article_is_in_it(filled: MainWindow, qtbot: QtBot, sample_text: str, tmp_path: Path) -> None:
    words = filled.session.issue.sections[0].articles[0].title
    filled.memory.note_sought(words)
    filled.action_diagnostics.trigger()
    dialog = gathered(qtbot)
    target = tmp_path / "facts.zip"
    save(dialog, qtbot, target)
    with zipfile.ZipFile(target) as packed:
        shown = "".join(packed.read(name).decode("utf-8") for name in packed.namelist())
    chinese = re.findall(r"[\u4e00-\u9fff]{4,}", sample_text)
    parts = {run[at : at + 4] for run in chinese for at in range(len(run) - 3)}
    assert len(parts) > 500
    assert [part for part in parts if part in shown] == []
    dialog.reject()


def test_about_leads_there(window: MainWindow, qtbot: QtBot) -> None:
    window.action_about.trigger()
    QTest.mouseClick(modal(qtbot, AboutDialog).diagnose, LEFT)
    gathered(qtbot).reject()
    assert not [each for each in window.findChildren(AboutDialog) if each.isVisible()]


def test_a_library_that_has_gone_is_no_hindrance(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_desk: Desk, _seconds: float) -> Figures:
        raise LibraryError("{path} is gone", fault=Fault.GONE, path="x")

    monkeypatch.setattr(Desk, "figures", gone)
    window.action_diagnostics.trigger()
    dialog = gathered(qtbot)
    assert "Trouble：gone" in dialog.files.text.toPlainText()
    dialog.reject()


def test_first_aid_offers_it_and_goes_on(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    library.write_bytes(b"")
    error = LibraryError("{path} is empty", fault=Fault.EMPTY, path=library)
    seen: list[str] = []

    def person() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, FirstAidDialog) and not seen:
            dialog.diagnose.click()
        elif isinstance(dialog, FirstAidDialog):
            clock.stop()
            dialog.reject()
        elif isinstance(dialog, DiagnosticsDialog) and dialog.save.isEnabled():
            seen.append(dialog.files.text.toPlainText())
            dialog.reject()

    clock = QTimer(interval=30)
    clock.timeout.connect(person)
    clock.start()
    assert flow.next_library(error, library, Catalog.load(ENGLISH)) is None
    assert "Trouble：empty" in seen[0]


# What the window keeps and nobody is told: what was looked for, names, places, ids; sizes say nothing.
KEPT_BACK = {
    "archive_folder", "archive_pattern", "article", "commands", "export_folder", "geometry", "issue", "panes",
    "printer", "recent", "register", "replacements", "sought", "symbols", "unasked",
}  # fmt: skip


def test_what_is_told_of_settings_is_decided_for_each_of_them() -> None:
    names = set(re.findall(r'(?:setValue|_note_line)\(\s*"(\w+)"', inspect.getsource(memory)))
    assert names == KEPT_BACK | set(WINDOW)


def test_settings_as_the_window_writes_them_are_read(window: MainWindow, qtbot: QtBot) -> None:
    window.memory.text_size = 125
    window.memory.pages = "width two-pages thumbnails"
    window.memory.panels = "search 240 300"
    window.memory.folded = "/hidden"
    window.memory.auto_headings = False
    window.memory._settings.sync()
    window.action_diagnostics.trigger()
    dialog = gathered(qtbot)
    dialog.files.names.setCurrentRow(1)
    told = json.loads(dialog.files.text.toPlainText())["Settings"]
    assert "something else" not in told.values()
    assert (told["text_size"], told["panels"], told["folded"]) == ("125", "search 240 300", "/hidden")
    assert (told["pages"], told["auto_headings"]) == ("width two-pages thumbnails", "no")
    dialog.reject()
