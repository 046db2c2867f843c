"""The exact check as a person asks for it; LibreOffice's part is played by scripts."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui.preview.desk import Desk
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.services import exact_check, office
from bulletin_desktop.services.exact_check import Checked, Difference

WAIT = 15_000
HANGS = 'echo $$ > "{folder}/head"; sleep 60'


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which a program that hangs notes its process."""
    if sys.platform == "win32":
        pytest.skip("the stand-in is a shell script")
    path = tmp_path / "soffice"
    path.write_text(f"#!/bin/sh\n{HANGS.format(folder=tmp_path)}\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setattr(office, "find", lambda: path)
    return tmp_path


def press_check(window: MainWindow) -> None:
    buttons = window.preview.findChildren(QToolButton)
    button = next(each for each in buttons if each.toolTip().startswith("Render the Word file"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def answer(window: MainWindow, words: str) -> None:
    buttons = window.preview.check_bar.findChildren(QPushButton)
    QTest.mouseClick(next(each for each in buttons if each.text() == words), Qt.MouseButton.LeftButton)


def started(folder: Path) -> bool:
    head = folder / "head"
    return head.is_file() and bool(head.read_text(encoding="utf-8").strip())


def ended(folder: Path) -> bool:
    pid = int((folder / "head").read_text(encoding="utf-8"))
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def finding(monkeypatch: pytest.MonkeyPatch, checked: Checked) -> None:
    monkeypatch.setattr(exact_check, "check", lambda *_given: checked)


def test_agreement_is_said_with_the_pages_and_the_time(
    filled: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    finding(monkeypatch, Checked(5, 90, None))
    press_check(filled)
    bar = filled.preview.check_bar
    qtbot.waitUntil(lambda: bar.text.startswith("Confirmed: the same 5 pages"), timeout=WAIT)
    assert time.strftime(":%M") in bar.text


def test_a_difference_shows_both_texts_and_its_place(
    filled: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    layout = filled.session.layout
    line = next(line for line in layout.pages[1].lines if line.end > line.start)
    finding(monkeypatch, Checked(5, 30, Difference(2, 1, "这里的字", "那里的字", line.top * 25.4 / 1440)))
    press_check(filled)
    bar = filled.preview.check_bar
    qtbot.waitUntil(lambda: bar.text.startswith("Page 2, line 1"), timeout=WAIT)
    assert "这里的字" in bar.detail
    assert "那里的字" in bar.detail
    answer(filled, "Go there")
    desk = filled.preview.findChild(Desk)
    qtbot.waitUntil(lambda: desk.current_page() == 2 or 1 in desk._in_view())
    assert desk.sheets.marks.below(1)
    assert bar.isVisible()


def test_a_change_after_the_check_takes_its_word_back(
    filled: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    finding(monkeypatch, Checked(5, 90, None))
    press_check(filled)
    bar = filled.preview.check_bar
    qtbot.waitUntil(lambda: bar.text.startswith("Confirmed"), timeout=WAIT)
    filled.editor.setFocus()
    QTest.keyClicks(filled.editor.focusProxy(), "x")
    qtbot.waitUntil(lambda: bar.text.startswith("Changed since"), timeout=WAIT)
    answer(filled, "Check again")
    qtbot.waitUntil(lambda: bar.text.startswith("Confirmed"), timeout=WAIT)


def test_cancel_ends_the_process(filled: MainWindow, qtbot: QtBot, stand_in: Path) -> None:
    press_check(filled)
    qtbot.waitUntil(lambda: started(stand_in), timeout=WAIT)
    assert filled.preview.check_bar.text.startswith("Checking with LibreOffice")
    answer(filled, "Cancel")
    assert not filled.preview.check_bar.isVisible()
    qtbot.waitUntil(lambda: ended(stand_in), timeout=WAIT)


def test_closing_the_window_ends_the_process(filled: MainWindow, qtbot: QtBot, stand_in: Path) -> None:
    press_check(filled)
    qtbot.waitUntil(lambda: started(stand_in), timeout=WAIT)
    filled.close()
    assert ended(stand_in)


def test_without_libreoffice_the_bar_says_so(
    filled: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "find", lambda: None)
    press_check(filled)
    bar = filled.preview.check_bar
    qtbot.waitUntil(lambda: bar.text == "Not checked", timeout=WAIT)
    assert "not installed" in bar.detail
