"""What an office screen of 1366 x 768 shows at 150 %: nothing hangs over its edge, no button is cut."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import bulletin_desktop.gui
from bulletin_desktop.gui.dialogs.fitting import FittingDialog, room
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.intake.encoding_dialog import EncodingDialog
from bulletin_desktop.gui.intake.password_dialog import PasswordDialog
from bulletin_desktop.gui.window import MainWindow

WAIT = 15_000
ROOM = QSize(910, 430)  # 1366 x 768 at 150 %, without Windows 11's task bar of 48 and a title bar of 32
DIALOGS = (
    "about",
    "archive",
    "backups",
    "insert_table",
    "intake_settings",
    "issue_fields",
    "new_issue",
    "page_template",
    "print",
    "publication_fields",
    "symbols",
)


def cut(root: QWidget) -> list[str]:
    """Buttons too narrow for their words."""
    return [
        f"{each.objectName()}: {each.text()}"
        for each in root.findChildren(QAbstractButton)
        if each.isVisible() and isinstance(each, QPushButton) and _needed(each) > each.width()
    ]


def _needed(button: QAbstractButton) -> int:
    return button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, button.text()).width()


def least(window: QWidget) -> QSize:
    return window.minimumSizeHint().expandedTo(window.minimumSize())


def hangs_over(window: QWidget) -> bool:
    return least(window) != least(window).boundedTo(ROOM)


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_fits(filled: MainWindow, qtbot: QtBot, name: str) -> None:
    article = filled.editor.article()
    filled.editor.go_to(article.blocks[0].id, 0)
    getattr(filled, f"action_{name}").trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    dialog = QApplication.activeModalWidget()
    assert not hangs_over(dialog), least(dialog)
    dialog.resize(dialog.size().boundedTo(ROOM))
    qtbot.wait(50)
    assert cut(dialog) == []
    dialog.reject()


def dialogs_alone() -> Iterable[QDialog]:
    sentence = (
        "The folder does not exist, so “简报2026年第3期.docx” was not written. Choose another folder. " * 3
    )
    yield MessageDialog(sentence, "Save somewhere else", "Try again", "Close", detail=sentence)
    yield PasswordDialog(sentence, 3)
    yield EncodingDialog(sentence, "会议指出".encode("gb18030"), ("gb18030", "utf-16"))


def test_a_dialog_by_itself_fits(qtbot: QtBot) -> None:
    for dialog in dialogs_alone():
        qtbot.addWidget(dialog)
        dialog.show()
        assert not hangs_over(dialog), type(dialog).__name__
        assert cut(dialog) == []


def test_the_window_fits_with_every_panel_and_page(filled: MainWindow, qtbot: QtBot) -> None:
    for name in filled.panels.names:
        filled.panels.open(name)
        qtbot.wait(20)
        assert not hangs_over(filled), (name, least(filled))
    filled.panels.fold()
    filled.action_start_page.trigger()
    qtbot.wait(20)
    assert not hangs_over(filled), least(filled)
    filled.resize(ROOM)
    assert filled.size() == ROOM
    assert filled.welcome.findChild(QAbstractButton, "card_paste").isVisible()


def test_a_dialog_opens_no_larger_than_its_screen(qtbot: QtBot) -> None:
    dialog = FittingDialog()
    qtbot.addWidget(dialog)
    dialog.resize(9000, 100)
    dialog.show()
    assert dialog.size() == QSize(room(dialog).width(), 100)
    assert dialog.frameGeometry().height() < dialog.screen().availableSize().height()


def test_every_dialog_of_the_program_is_such_a_one() -> None:
    sources = Path(bulletin_desktop.gui.__file__).parent.rglob("*.py")
    own = [
        each.name
        for each in sources
        if re.search(r"^class \w+\(QDialog\)", each.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert own == ["fitting.py"]
