"""Keys reach the journal beside the library at once, and what a breakdown left is told and opened."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from bulletin_desktop.document import codec
from bulletin_desktop.errors import UserError
from bulletin_desktop.gui import typing_lane
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.library import typing_journal
from bulletin_desktop.services.acts import SaveArticle
from bulletin_desktop.services.desk import Desk

WAIT = 15_000


@contextmanager
def library_busy(window: MainWindow) -> Iterator[None]:
    """The library's thread has no time for saves."""
    free = threading.Event()
    window.backend.submit(lambda _desk: free.wait())
    try:
        yield
    finally:
        free.set()


def noted(library: Path) -> str:
    """What the journal says the typed articles are now."""
    path = typing_journal.beside(library)
    typed = typing_journal.read(path).typed if path.exists() else ()
    return "".join(p.text for each in typed for p in codec.loads_article(each.latest).paragraphs())


def type_keys(window: MainWindow, text: str) -> None:
    QTest.keyClicks(window.editor.focusProxy(), text)


def message() -> MessageDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MessageDialog)
    return dialog


def test_keys_reach_the_disk_while_the_library_is_busy(
    filled: MainWindow, qtbot: QtBot, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = threading.Event()
    sync = os.fsync
    monkeypatch.setattr(os, "fsync", lambda file: (sync(file), synced.set()))
    with library_busy(filled):
        type_keys(filled, "keys")
        qtbot.waitUntil(lambda: "keys" in noted(library), timeout=WAIT)
        assert synced.wait(5)
        type_keys(filled, "more")
        qtbot.waitUntil(lambda: "keysmore" in noted(library), timeout=WAIT)


def test_what_is_composed_comes_with_its_commit_and_undo_is_noted_too(
    filled: MainWindow, qtbot: QtBot, library: Path
) -> None:
    sheet = filled.editor.focusProxy()
    with library_busy(filled):
        type_keys(filled, "keys")
        QApplication.sendEvent(sheet, QInputMethodEvent("chungeng", []))
        qtbot.waitUntil(lambda: "keys" in noted(library), timeout=WAIT)
        assert "chungeng" not in noted(library)
        commit = QInputMethodEvent()
        commit.setCommitString("春耕备耕")
        QApplication.sendEvent(sheet, commit)
        qtbot.waitUntil(lambda: "keys春耕备耕" in noted(library), timeout=WAIT)
        filled.action_undo.trigger()
        qtbot.waitUntil(lambda: "春耕备耕" not in noted(library), timeout=WAIT)


def test_the_journal_is_empty_once_the_library_has_everything(
    filled: MainWindow, qtbot: QtBot, library: Path
) -> None:
    with qtbot.waitSignal(filled.session.saved, timeout=WAIT):
        type_keys(filled, "keys")
    path = typing_journal.beside(library)
    qtbot.waitUntil(lambda: path.exists() and path.stat().st_size == 0, timeout=WAIT)
    filled.close()
    assert not path.exists()


def test_what_is_typed_while_a_save_is_under_way_stays_in_the_journal(
    filled: MainWindow, qtbot: QtBot, library: Path
) -> None:
    with library_busy(filled):
        type_keys(filled, "keys")
        filled.editing.settle()
        with library_busy(filled):
            type_keys(filled, "more")
            qtbot.waitUntil(lambda: "keysmore" in noted(library), timeout=WAIT)
        assert filled.session.unsaved
    qtbot.waitUntil(lambda: not filled.session.unsaved, timeout=WAIT)


@pytest.fixture
def broken_down(
    filled: MainWindow, open_window: Callable[[], MainWindow], qtbot: QtBot, library: Path, tmp_path: Path
) -> Callable[[], MainWindow]:
    """Opens the program as it is after it died while keys were waiting to be saved."""
    journal, kept = typing_journal.beside(library), tmp_path / "kept"
    with library_busy(filled):
        type_keys(filled, "lastkeys")
        qtbot.waitUntil(lambda: "lastkeys" in noted(library), timeout=WAIT)
        shutil.copy(journal, kept)
        shutil.copy(library, tmp_path / "before.db")
        shutil.copy(library.with_name("library.db-wal"), tmp_path / "before.db-wal")
    qtbot.waitUntil(lambda: not filled.session.unsaved, timeout=WAIT)
    filled.close()
    shutil.copy(tmp_path / "before.db", library)
    shutil.copy(tmp_path / "before.db-wal", library.with_name("library.db-wal"))
    shutil.copy(kept, journal)
    return open_window


def test_the_person_is_told_which_article_and_opens_it(
    broken_down: Callable[[], MainWindow], qtbot: QtBot, library: Path
) -> None:
    window = broken_down()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    dialog = message()
    title = window.backend.found.texts[0].title
    assert title in dialog.words.text()
    opens = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Open it")
    window.editing.open_article("")
    QTest.mouseClick(opens, Qt.MouseButton.LeftButton)
    article_id = window.backend.found.texts[0].article_id
    qtbot.waitUntil(lambda: window.session.article(article_id) is not None, timeout=WAIT)
    assert window.editing.article_id == article_id
    article = window.session.article(article_id)
    assert any("lastkeys" in paragraph.text for paragraph in article.paragraphs())
    assert not typing_journal.beside(library).exists()


def test_what_was_found_is_a_version_of_that_name(
    broken_down: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    window = broken_down()
    (text,) = window.backend.found.texts
    newest = window.backend.wait(lambda desk: desk.revisions(text.article_id))[0]
    assert newest.name == "Found again after a breakdown"
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    message().reject()


def test_without_room_typing_goes_on_and_is_told_once(
    filled: MainWindow, qtbot: QtBot, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    filled.backend.typing.failed.connect(told.append)
    write = os.write

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    monkeypatch.setattr(typing_lane, "RETRY", 0.05)
    with library_busy(filled):
        type_keys(filled, "keys")
        qtbot.waitUntil(lambda: bool(told), timeout=WAIT)
        assert "cannot be noted" in filled.notices.text
        type_keys(filled, "more")
        qtbot.wait(100)
        assert len(told) == 1
        monkeypatch.setattr(os, "write", write)
        qtbot.waitUntil(lambda: "keysmore" in noted(library), timeout=WAIT)


def test_a_folder_without_rights_has_no_journal_and_nobody_is_told(
    filled: MainWindow, qtbot: QtBot, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    filled.backend.typing.failed.connect(told.append)
    open_file = os.open

    def refused(path: object, *rest: int) -> int:
        if str(path).endswith(".typing"):
            raise PermissionError(13, "Permission denied")
        return open_file(path, *rest)

    monkeypatch.setattr(os, "open", refused)
    with qtbot.waitSignal(filled.session.saved, timeout=WAIT):
        type_keys(filled, "keys")
    assert not typing_journal.beside(library).exists()
    assert told == []


def test_what_could_not_be_saved_outlives_the_window(
    filled: MainWindow,
    open_window: Callable[[], MainWindow],
    qtbot: QtBot,
    library: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise UserError("the disk is full")

    asked: list[str] = []

    def close_all_the_same() -> None:
        dialog = message()
        asked.append(dialog.words.text())
        next(each for each in dialog.findChildren(QPushButton) if each.text() == "Close").click()

    with monkeypatch.context() as patch:
        patch.setattr(Desk, "apply", full)
        with qtbot.waitSignal(filled.session.save_failed, timeout=WAIT):
            type_keys(filled, "lastkeys")
        QTimer.singleShot(0, close_all_the_same)
        assert filled.close()
    assert "comes back" in asked[0]
    assert "lastkeys" in noted(library)
    window = open_window()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    message().reject()
    (text,) = window.backend.found.texts
    found = window.backend.wait(lambda desk: desk.article(text.article_id))
    assert any("lastkeys" in paragraph.text for paragraph in found.paragraphs())


def test_an_act_right_after_typing_stays_what_was_done_last(
    filled: MainWindow, qtbot: QtBot, library: Path
) -> None:
    with qtbot.waitSignal(filled.session.saved, timeout=WAIT):
        type_keys(filled, "keys")
    article_id = filled.editing.article_id
    first = filled.backend.wait(lambda desk: desk.revisions(article_id))[-1]
    before = filled.backend.wait(lambda desk: desk.revision(article_id, first.revision))
    type_keys(filled, "more")
    filled.editing.settle()
    filled.work.act(SaveArticle(before, apart=True), "Restored")
    path = typing_journal.beside(library)
    qtbot.waitUntil(lambda: not filled.session.unsaved and path.stat().st_size == 0, timeout=WAIT)
    assert filled.backend.wait(lambda desk: desk.article(article_id)) == before
    filled.close()
    assert not path.exists()
