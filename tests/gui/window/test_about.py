"""The page about the program, as a person reads it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bulletin_desktop import __version__, paths
from bulletin_desktop.gui.about import dialog as about
from bulletin_desktop.gui.about.dialog import AboutDialog
from bulletin_desktop.gui.window import MainWindow

WAIT = 15_000
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> AboutDialog:
    window.action_about.trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), AboutDialog), timeout=WAIT)
    return QApplication.activeModalWidget()


def test_it_tells_version_and_places(page: AboutDialog, window: MainWindow) -> None:
    assert page.version.text() == f"Version {__version__}"
    assert page.library.text() == str(window.backend.path)
    assert page.log.text() == str(paths.log_file())
    assert "SQLite" in page.versions.text()


def test_a_place_is_copied_and_its_folder_opened(
    page: AboutDialog, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    QTest.mouseClick(page.library_copy, LEFT)
    assert QApplication.clipboard().text() == str(window.backend.path)
    QTest.mouseClick(page.library_open, LEFT)
    assert [url.toLocalFile() for url in opened] == [window.backend.path.parent.as_posix()]


def test_every_licence_can_be_read(page: AboutDialog) -> None:
    QTest.keyClick(page.tabs, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    names, text = page.licences.names, page.licences.text
    assert names.isVisible()
    assert text.toPlainText().startswith("MIT License")
    names.setFocus()
    QTest.keyClick(names, Qt.Key.Key_End)
    assert page.licences.heading.text().startswith(names.item(names.count() - 1).text())
    assert "Bulletin" not in text.toPlainText()


def test_a_text_that_is_not_there_is_told(page: AboutDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(about, "text", lambda _part: "")
    page.tabs.setCurrentIndex(1)
    assert page.licences.text.toPlainText() == "The text of this licence is not on this computer."


def test_escape_closes_it(page: AboutDialog, qtbot: QtBot) -> None:
    QTest.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=WAIT)
