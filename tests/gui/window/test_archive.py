"""Archiving a finished issue, as a person does it in the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui.archive.dialog import ArchiveDialog
from bulletin_desktop.gui.window import MainWindow

WAIT = 30_000
LEFT = Qt.MouseButton.LeftButton


def opened(window: MainWindow, qtbot: QtBot, root: Path) -> ArchiveDialog:
    window.action_archive.trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ArchiveDialog), timeout=WAIT)
    dialog = QApplication.activeModalWidget()
    dialog.root.setText(str(root))
    return dialog


def test_the_path_follows_what_is_typed_and_a_wrong_pattern_is_told(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(filled, qtbot, tmp_path)
    issue = filled.session.issue
    dialog.pattern.setText("{year}/第{number:03}期")
    assert dialog.path.text() == str(tmp_path / str(issue.year) / "第001期")
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=WAIT)
    dialog.pattern.setText("{volume}")
    assert not dialog.accept_button.isEnabled()
    assert "volume" in dialog.note.text()
    assert dialog.note.wrong
    dialog.pattern.setText("")
    dialog.fields.menu().actions()[2].trigger()
    assert dialog.pattern.text() == "{year}"
    dialog.usual.click()
    assert dialog.path.text().endswith("第001期")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_folder_is_made_and_the_next_one_beside_it(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(filled, qtbot, tmp_path / "档案")
    dialog.pattern.setText("第{number}期")
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=WAIT)
    QTest.mouseClick(dialog.accept_button, LEFT)
    qtbot.waitUntil(lambda: "Archived in" in filled.notices.text, timeout=WAIT)
    folder = tmp_path / "档案/第1期"
    assert sorted(path.suffix for path in folder.iterdir()) == [".docx", ".pdf", ".txt", ".txt"]
    assert filled.memory.archive == (tmp_path / "档案", "第{number}期")
    again = opened(filled, qtbot, tmp_path / "档案")
    assert again.pattern.text() == "第{number}期"
    qtbot.waitUntil(lambda: again.path.text().endswith("第1期（2）"), timeout=WAIT)
    assert "left alone" in again.note.text()
    again.reject()
    qtbot.waitUntil(lambda: not filled.backend.lane.busy, timeout=WAIT)


def test_a_place_that_takes_nothing_is_told_and_nothing_is_left(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    dialog = opened(filled, qtbot, tmp_path / "file")
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=WAIT)
    QTest.mouseClick(dialog.accept_button, LEFT)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    message = QApplication.activeModalWidget()
    assert "could not be made" in message.words.text()
    message.done(0)
    assert (tmp_path / "file").read_bytes() == b""
