"""A library that cannot be opened is no dead end: what is wrong is said, and every way on is offered."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from bulletin_desktop import paths
from bulletin_desktop.errors import Fault, LibraryError, UserError
from bulletin_desktop.gui.backup.dialog import BackupsDialog
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.first_aid.dialog import FirstAidDialog, Way, ways
from bulletin_desktop.gui.first_aid.flow import next_library
from bulletin_desktop.gui.other_library import OtherLibrary
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.i18n import CHINESE, Catalog
from bulletin_desktop.library import schema
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import backups
from bulletin_desktop.services.desk import Desk
from tests.library.fault_child import one_article


def damage(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(100)
        file.write(random.Random(1).randbytes(600))


def cut_off(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def empty(path: Path) -> None:
    os.truncate(path, 0)


def replace_by_something_else(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + bytes(5000))


def make_newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")


def leave_the_journal_alone(path: Path) -> None:
    path.rename(path.with_name(path.name + "-wal"))


FAULTS = {
    damage: (Fault.DAMAGED, "损坏"),
    cut_off: (Fault.CUT_OFF, "不完整"),
    empty: (Fault.EMPTY, "空"),
    replace_by_something_else: (Fault.NOT_OURS, "不是"),
    make_newer: (Fault.NEWER, "更新"),
    leave_the_journal_alone: (Fault.MISSING, "日志"),
}


def trouble(path: Path) -> LibraryError:
    with pytest.raises(LibraryError) as caught:
        Library.open(path)
    return caught.value


@pytest.mark.parametrize("spoil", FAULTS)
def test_every_fault_has_its_sentence_and_a_way_on(library: Path, spoil: Callable[[Path], None]) -> None:
    spoil(library)
    before = {each.name: each.read_bytes() for each in library.parent.iterdir()}
    error = trouble(library)
    assert {each.name: each.read_bytes() for each in library.parent.iterdir()} == before
    fault, words = FAULTS[spoil]
    assert error.fault is fault
    assert words in Catalog.load(CHINESE).error(error)
    assert Way.OTHER in ways(error)


def answer(*keys: Qt.Key, qtbot: object) -> list[str]:
    """Answer the dialog that comes next with these keys; what it said and offered is in the list then."""
    said: list[str] = []

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FirstAidDialog)
        said.extend((dialog.words.text(), *(card.text() for card in dialog.cards)))
        for key in keys:
            qtbot.keyClick(QApplication.focusWidget() or dialog, key)

    QTimer.singleShot(200, press)
    return said


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A good library, which the person picks whenever a file is asked for; what is chosen is kept apart."""
    path = tmp_path / "别处.db"
    Library.open(path).close()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(path), ""))
    monkeypatch.setattr(paths, "_chosen_library", lambda: tmp_path / "config" / "library.txt")
    return path


def test_enter_takes_the_first_way_and_another_library_is_the_persons_own_from_then_on(
    library: Path, elsewhere: Path, qapp: QApplication, qtbot: object
) -> None:
    make_newer(library)
    said = answer(Qt.Key.Key_Return, qtbot=qtbot)
    assert next_library(trouble(library), library, Catalog.load("en")) == elsewhere
    assert "newer version" in said[0]
    assert said[1:] == ["Open another library…", "Make a new library…"]
    assert paths.default_library() == elsewhere


def test_escape_ends_the_program(library: Path, qapp: QApplication, qtbot: object) -> None:
    empty(library)
    answer(Qt.Key.Key_Escape, qtbot=qtbot)
    assert next_library(trouble(library), library, Catalog.load("en")) is None


def test_who_chooses_no_file_is_asked_again(
    library: Path, elsewhere: Path, qapp: QApplication, qtbot: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_newer(library)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: ("", ""))
    answer(Qt.Key.Key_Return, qtbot=qtbot)
    QTimer.singleShot(600, lambda: answer(Qt.Key.Key_Escape, qtbot=qtbot))
    assert next_library(trouble(library), library, Catalog.load("en")) is None
    assert paths.default_library() != elsewhere


def test_trying_again_opens_the_same(library: Path, qapp: QApplication, qtbot: object) -> None:
    with closing(sqlite3.connect(library)) as raw:
        raw.execute("BEGIN IMMEDIATE")
        error: UserError = trouble(library)
    answer(Qt.Key.Key_Space, qtbot=qtbot)
    assert next_library(error, library, Catalog.load("en")) == library


def test_a_backup_takes_the_place_of_a_damaged_library_which_is_kept(
    library: Path, qapp: QApplication, qtbot: object
) -> None:
    with Library.open(library) as opened:
        making = backups.Making(library)
        making.copy(Desk(opened))
        making.finish()
    damage(library)
    damaged = library.read_bytes()
    answer(Qt.Key.Key_Return, qtbot=qtbot)
    said: list[str] = []

    def go_through() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, BackupsDialog) and dialog.restore.isEnabled():
            dialog.restore.click()
        elif isinstance(dialog, MessageDialog) and not isinstance(dialog, FirstAidDialog):
            said.append(dialog.words.text())
            dialog.done(0)

    person = QTimer(interval=100)
    person.timeout.connect(go_through)
    person.start()
    assert next_library(trouble(library), library, Catalog.load("en")) == library
    person.stop()
    with Library.open(library) as opened:
        assert one_article(Desk(opened)).title == "标题"
    (kept,) = [each for each in library.parent.glob("*.db") if each != library]
    assert kept.read_bytes() == damaged
    assert kept.name in said[0]


def test_a_new_library_never_takes_the_place_of_a_file(
    library: Path, elsewhere: Path, qapp: QApplication, qtbot: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = iter([str(elsewhere), str(elsewhere.with_name("新的"))])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (next(names), ""))
    content = elsewhere.read_bytes()
    make_newer(library)
    answer(Qt.Key.Key_Tab, Qt.Key.Key_Return, qtbot=qtbot)
    QTimer.singleShot(1000, lambda: QApplication.activeModalWidget().reject())
    assert next_library(trouble(library), library, Catalog.load("en")) == elsewhere.with_name("新的.db")
    assert elsewhere.read_bytes() == content


def test_the_file_menu_goes_on_with_another_library(
    window: MainWindow, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.action_open_library.trigger()
    assert window.next_library == elsewhere
    assert not window.isVisible()
    assert paths.default_library() == elsewhere
    assert any(isinstance(each, OtherLibrary) for each in window.features)
