"""Checking the library from the menu: watched, stopped, reported, and saved into a new file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton

from bulletin_desktop.gui.doctor import salvaging
from bulletin_desktop.gui.doctor.dialog import WorkDialog
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.i18n import ENGLISH, Catalog
from bulletin_desktop.services import doctor
from tests.library import rich_library

WAIT = 30_000


def damage(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE article_bodies SET json = '' WHERE article_nr = 1")
        raw.execute("DELETE FROM revisions WHERE article_nr = 1")


def dialog(window: MainWindow, qtbot: Any) -> WorkDialog:
    qtbot.waitUntil(lambda: window.findChild(WorkDialog) is not None, timeout=WAIT)
    return window.findChild(WorkDialog)


def button(dialog: WorkDialog, words: str) -> QPushButton:
    return next(
        each for each in dialog.findChildren(QPushButton) if words in each.text() and each.isVisible()
    )


def left(library: Path) -> list[str]:
    return sorted(path.name for path in library.parent.iterdir() if "check" in path.name)


@pytest.fixture
def rich(library: Path) -> Path:
    rich_library.make(library, 1)
    return library


def test_a_sound_library_is_said_to_be_sound(
    rich: Path, open_window: Callable[[], MainWindow], qtbot: Any
) -> None:
    window = open_window()
    window.action_check_library.trigger()
    shown = dialog(window, qtbot)
    assert shown.bar.isVisible()
    qtbot.waitUntil(lambda: "Nothing is wrong" in shown.words.text(), timeout=WAIT)
    assert not shown.bar.isVisible()
    assert not shown.list.isVisible()
    qtbot.mouseClick(button(shown, "Close"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not left(rich), timeout=WAIT)


def test_what_is_damaged_is_named_and_the_rest_goes_into_a_new_library(
    rich: Path, open_window: Callable[[], MainWindow], qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(rich)
    window = open_window()
    window.action_check_library.trigger()
    shown = dialog(window, qtbot)
    qtbot.waitUntil(lambda: "damaged in 1 places" in shown.words.text(), timeout=WAIT)
    assert "Text of the article" in shown.list.toPlainText()
    qtbot.mouseClick(button(shown, "Copy all"), Qt.MouseButton.LeftButton)
    assert "Text of the article" in QGuiApplication.clipboard().text()
    new = rich.with_name("new.db")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(new), ""))
    qtbot.mouseClick(button(shown, "Save what is whole"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "7 articles" in shown.words.text(), timeout=WAIT)
    assert "Lost" in shown.list.toPlainText()
    gone_on: list[Path] = []
    monkeypatch.setattr(window, "close", lambda: gone_on.append(window.next_library) or True)
    qtbot.mouseClick(button(shown, "Go on"), Qt.MouseButton.LeftButton)
    monkeypatch.undo()
    assert gone_on == [new]
    assert doctor.examine(new, lambda done, of: None).ok


def test_it_can_be_stopped_and_the_library_stays_usable(
    rich: Path, open_window: Callable[[], MainWindow], qtbot: Any
) -> None:
    window = open_window()
    window.action_check_library.trigger()
    shown = dialog(window, qtbot)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not left(rich), timeout=WAIT)
    assert window.backend.wait(lambda desk: len(desk.outline().publications)) == 2


def test_the_window_can_be_closed_while_it_runs(
    rich: Path, open_window: Callable[[], MainWindow], qtbot: Any
) -> None:
    window = open_window()
    window.action_check_library.trigger()
    dialog(window, qtbot)
    window.close()
    assert not left(rich)


def test_a_library_that_cannot_be_opened_is_salvaged_without_a_window(
    rich: Path, qapp: object, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = bytearray(rich.read_bytes())
    data[:100] = bytes(100)
    rich.write_bytes(data)
    new = rich.with_name("new.db")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(new), ""))

    def answer(dialog: WorkDialog) -> int:
        dialog.open()
        qtbot.waitUntil(lambda: "7 articles" in dialog.words.text(), timeout=WAIT)
        qtbot.mouseClick(button(dialog, "Go on"), Qt.MouseButton.LeftButton)
        return 0

    monkeypatch.setattr(WorkDialog, "exec", answer)
    assert salvaging.offer(rich, Catalog.load(ENGLISH)) == new
