"""The window upon a library that can only be read: it says so, shows everything and changes nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from bulletin_desktop.gui.export_flow import Order
from bulletin_desktop.gui.reading_mode import ReadingMode
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.desk import Desk
from tests.faults.places import disk, write_protect
from tests.library.fault_child import one_article

WAIT = 15_000


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Path]:
    """On a write-protected stick where a test can have one, else in a folder without rights."""
    path = tmp_path / "stick" / "library.db"
    path.parent.mkdir()
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        with disk(path.parent):
            _fill(path)
            write_protect(path.parent)
            yield path
    else:
        _fill(path)
        path.parent.chmod(0o555)
        yield path
        path.parent.chmod(0o755)


def _fill(path: Path) -> None:
    with Library.open(path) as opened:
        one_article(Desk(opened))


@pytest.fixture
def reading(open_window: Callable[[], MainWindow], qtbot: object) -> MainWindow:
    """The window, with the article open."""
    window = open_window()
    qtbot.waitUntil(lambda: window.session.layout is not None and window.editor.isVisible(), timeout=WAIT)
    return window


def banner(window: MainWindow) -> str:
    return next(each for each in window.features if isinstance(each, ReadingMode)).banner.text


def test_it_says_so_at_the_top_and_in_the_status_bar(reading: MainWindow) -> None:
    assert banner(reading).startswith("For reading only: ")
    assert reading.status.saved.text() == "For reading only"


def test_keys_change_nothing_and_the_cursor_still_goes(reading: MainWindow, qtbot: object) -> None:
    sheet = reading.editor.focusProxy()
    before = sheet.toPlainText()
    reading.editor.setFocus()
    qtbot.keyClicks(sheet, "x")
    qtbot.keyClick(sheet, Qt.Key.Key_Backspace)
    qtbot.keyClick(sheet, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert sheet.toPlainText() == before
    at = sheet.textCursor().position()
    qtbot.keyClick(sheet, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert sheet.textCursor().position() > at
    qtbot.keyClick(sheet, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(sheet, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "正文" in QApplication.clipboard().text()


def test_what_changes_the_library_cannot_be_chosen(reading: MainWindow, qtbot: object) -> None:
    reading.tree.setFocus()
    reading.tree.select((reading.editing.article_id,))
    for action in reading.findChildren(QAction):
        if action.property("changes"):
            assert not action.isEnabled(), action.objectName()
    for name in ("export", "print", "find", "copy", "quit"):
        assert getattr(reading, f"action_{name}").isEnabled(), name
    assert not any(action.isEnabled() for action in reading.form_actions.roles.values())


def test_an_act_that_comes_all_the_same_is_refused_in_one_sentence(
    reading: MainWindow, qtbot: object
) -> None:
    before = reading.session.issue
    reading.work.delete(reading.tree.selected())
    qtbot.waitUntil(lambda: "open for reading only" in reading.notices.text, timeout=WAIT)
    assert QApplication.activeModalWidget() is None
    assert reading.session.issue == before


def test_an_issue_is_exported(reading: MainWindow, qtbot: object, tmp_path: Path) -> None:
    target = tmp_path / "out.docx"
    with qtbot.waitSignal(reading.exports.settled, timeout=WAIT):
        reading.exports.write(Order(target))
    assert target.stat().st_size > 1000
    assert QApplication.activeModalWidget() is None


def test_closing_leaves_the_stick_as_it_was(reading: MainWindow, library: Path, tmp_path: Path) -> None:
    copy = shutil.copy(library, tmp_path / "copy.db")
    names = sorted(each.name for each in library.parent.iterdir())
    reading.close()
    assert library.read_bytes() == Path(copy).read_bytes()
    assert sorted(each.name for each in library.parent.iterdir()) == names


def test_once_it_may_be_written_trying_again_goes_on(reading: MainWindow, library: Path) -> None:
    reading.features[0].banner._buttons[0].click()
    assert not reading.isVisible()
    assert reading.next_library == library
