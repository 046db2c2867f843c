"""Originals opened and saved, and the register written to a sheet."""

from __future__ import annotations

import stat
import zipfile
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui.register.panel import RegisterPanel
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.services.register import (
    ManuscriptState,
)
from tests.gui.register.hands import (
    KEY,
    MOD,
    TEXT,
    WAIT,
    Opened,
    choose,
    press,
    settle,
)


def test_an_original_opens_as_a_copy_nobody_can_write_on(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot, opened: Opened
) -> None:
    choose(panel, "关于养老服务的建议")
    press(panel, KEY.Key_Return, MOD.AltModifier)
    qtbot.waitUntil(lambda: bool(opened.urls), timeout=WAIT)
    copy = Path(opened.urls[0].toLocalFile())
    assert copy.name == "建议.txt"
    assert copy.read_bytes() == TEXT
    assert not copy.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    filled.close()
    assert not copy.exists()


def test_what_is_no_document_is_not_opened(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot, opened: Opened
) -> None:
    choose(panel, "制种产业调研")
    press(panel, KEY.Key_Return, MOD.AltModifier)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    assert "is HTML, no document that is opened from here" in QApplication.activeModalWidget().words.text()
    QApplication.activeModalWidget().reject()
    assert opened.urls == []
    choose(panel, "协商议事平台")
    assert not filled.findChild(QObject, "action_register_open_original").isEnabled()


def answer(qtbot: QtBot, path: Path) -> None:
    """Choose a name in the file dialog that is open."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog), timeout=WAIT)
    dialog = QApplication.activeModalWidget()
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()


def test_an_original_is_saved_as_it_came(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(panel, "关于养老服务的建议")
    filled.findChild(QObject, "action_register_save_original").trigger()
    answer(qtbot, tmp_path / "留底.txt")
    qtbot.waitUntil((tmp_path / "留底.txt").exists, timeout=WAIT)
    settle(filled, qtbot)
    assert (tmp_path / "留底.txt").read_bytes() == TEXT
    assert "留底.txt" in filled.notices.text


def test_what_is_listed_is_exported_or_all_of_it(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    panel.states[ManuscriptState.WAITING].click()
    sheets = {}
    for name in ("export_shown", "export_all"):
        target = tmp_path / f"{name}.xlsx"
        filled.findChild(QObject, f"action_register_{name}").trigger()
        answer(qtbot, target)
        qtbot.waitUntil(target.exists, timeout=WAIT)
        settle(filled, qtbot)
        with zipfile.ZipFile(BytesIO(target.read_bytes())) as book:
            sheets[name] = book.read("xl/sharedStrings.xml").decode("utf-8")
    sample = next(filled.session.issue.articles()).title
    assert "协商议事平台" in sheets["export_shown"]
    assert sample not in sheets["export_shown"]
    assert sample in sheets["export_all"]


def test_a_register_that_is_open_elsewhere_is_left_alone_and_that_is_told(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "登记.xlsx"
    target.write_bytes(b"old")
    (tmp_path / ".~lock.登记.xlsx#").write_text("陈志远,chen,pc,29.11.2026 08:00,x;", encoding="utf-8")
    feature = next(each for each in filled.features if type(each).__name__ == "Register")
    feature.exports.write(target, panel.model.rows)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    assert "is open in LibreOffice" in QApplication.activeModalWidget().words.text()
    QApplication.activeModalWidget().reject()
    assert target.read_bytes() == b"old"
