"""A review under way outlives the window: it is offered at the next start, and comes back exactly."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui import draft_lane
from bulletin_desktop.gui.banner import Banner
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.draft_lane import DraftLane
from bulletin_desktop.gui.review import words
from bulletin_desktop.gui.review.model import ROW_ROLE
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.intake.cleaner import Rule
from bulletin_desktop.intake.recognition import Recognition
from bulletin_desktop.library import drafts
from bulletin_desktop.library.drafts import DraftFile

WAIT = 20_000
Open = Callable[[], MainWindow]


@pytest.fixture
def pile(tmp_path: Path, sample_text: str) -> Path:
    """A manuscript's file, and one that nobody can read beside it."""
    folder = tmp_path / "来稿"
    folder.mkdir()
    (folder / "汇总.txt").write_text(sample_text, encoding="utf-8")
    (folder / "坏.docx").write_bytes(b"PK\x03\x04nothing")
    return folder


def receive(window: MainWindow, qtbot: QtBot, pile: Path) -> None:
    """Bring the files, read what is said of them, and wait for the review."""
    window.intake.open_files([pile])
    qtbot.waitUntil(lambda: window.review.page is not None, timeout=WAIT)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    QApplication.activeModalWidget().reject()


def correct(window: MainWindow) -> None:
    """Decide this and that, as a person does, and stand somewhere in the middle."""
    page = window.review.page
    for row, key in ((12, Qt.Key.Key_B), (3, Qt.Key.Key_X), (20, Qt.Key.Key_Return), (9, Qt.Key.Key_Delete)):
        page.lines.go_to(row)
        QTest.keyClick(page.lines, key)
    page.corrections.switch((Rule.HALFWIDTH_PUNCTUATION,), on=False)
    page.lines.go_to(14)
    assert page.corrections.stack.count() >= 4


def standing(window: MainWindow) -> tuple[object, ...]:
    """What is under review, and where the person is."""
    page = window.review.page
    row = page.lines.currentIndex().data(ROW_ROLE)
    return page.corrections.state, row.file, row.line.number


def banner(window: MainWindow) -> Banner | None:
    return next((each for each in window.findChildren(Banner) if each.text), None)


def answer(window: MainWindow, qtbot: QtBot, label: str) -> None:
    """Click a button of the banner."""
    qtbot.waitUntil(lambda: banner(window) is not None, timeout=WAIT)
    (button,) = [
        each
        for each in banner(window).findChildren(QPushButton)
        if each.text() == label and not each.isHidden()
    ]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def message(qtbot: QtBot) -> str:
    """Read the message that is open, and close it."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), MessageDialog), timeout=WAIT)
    dialog = QApplication.activeModalWidget()
    dialog.reject()
    return dialog.words.text()


def accept(window: MainWindow, qtbot: QtBot) -> None:
    window.review.page.keep.click()
    qtbot.waitUntil(lambda: window.review.page is None, timeout=WAIT)


def leave_a_review(open_window: Open, qtbot: QtBot, pile: Path) -> tuple[object, ...]:
    window = open_window()
    receive(window, qtbot, pile)
    correct(window)
    stood = standing(window)
    assert window.close()
    return stood


def beside(library: Path) -> set[str]:
    """The files there that are not the library's own."""
    own = {library.name, f"{library.name}.lock"}
    return {path.name for path in library.parent.iterdir() if path.name.startswith(library.name)} - own


def test_it_comes_back_as_it_was_and_is_gone_once_it_is_stored(
    open_window: Open, qtbot: QtBot, pile: Path, library: Path
) -> None:
    stood = leave_a_review(open_window, qtbot, pile)
    assert beside(library) == {"library.db.drafts", "library.db.incoming"}
    window = open_window()
    qtbot.waitUntil(lambda: banner(window) is not None, timeout=WAIT)
    assert "汇总.txt" in banner(window).text
    answer(window, qtbot, "Go on reviewing")
    assert standing(window) == stood
    assert banner(window) is None
    heads = [words.head(row) for row in window.review.page.lines.model().rows if row.line is None]
    assert any("坏.docx" in head for head in heads)
    window.review.page.lines.go_to(16)
    QTest.keyClick(window.review.page.lines, Qt.Key.Key_2)
    stood = standing(window)
    assert window.close()
    window = open_window()
    answer(window, qtbot, "Go on reviewing")
    assert standing(window) == stood  # what was decided after going on, too
    accept(window, qtbot)
    rows = window.backend.wait(lambda desk: desk.manuscripts())
    assert len(rows) > 3
    assert all(window.backend.wait(lambda desk: desk.original(rows[0].original)).content for _ in rows)
    qtbot.waitUntil(lambda: not (library.parent / "library.db.incoming").exists(), timeout=WAIT)
    assert window.close()
    assert beside(library) == set()


def test_it_waits_until_it_is_answered_and_can_be_discarded_and_had_again(
    open_window: Open, qtbot: QtBot, pile: Path, library: Path
) -> None:
    stood = leave_a_review(open_window, qtbot, pile)
    window = open_window()
    qtbot.waitUntil(lambda: banner(window) is not None, timeout=WAIT)
    assert window.close()
    window = open_window()
    answer(window, qtbot, "Discard")
    assert window.notices.text == "The review was discarded"
    undo = next(each for each in window.notices.findChildren(QPushButton) if each.text() == "Undo")
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert window.close()
    window = open_window()
    answer(window, qtbot, "Go on reviewing")
    assert standing(window) == stood
    assert window.close()
    window = open_window()
    answer(window, qtbot, "Discard")
    assert window.close()
    assert beside(library) == set()


def test_leaving_the_review_leaves_nothing(
    open_window: Open, qtbot: QtBot, pile: Path, library: Path
) -> None:
    window = open_window()
    receive(window, qtbot, pile)
    correct(window)
    QTest.keyClick(window.review.page.lines, Qt.Key.Key_Escape)
    QApplication.activeModalWidget().done(1)
    qtbot.waitUntil(lambda: window.review.page is None, timeout=WAIT)
    assert window.close()
    assert beside(library) == set()


def test_what_was_stored_before_the_draft_could_go_is_not_offered(
    open_window: Open, qtbot: QtBot, pile: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    receive(window, qtbot, pile)
    with monkeypatch.context() as patch:
        patch.setattr(DraftLane, "drop", lambda _lane, _name: None)
        accept(window, qtbot)
    assert window.close()
    assert "library.db.drafts" in beside(library)
    window = open_window()
    assert window.backend.drafts.found == {}
    assert window.close()
    assert beside(library) == set()


def test_beside_another_review_it_becomes_one_with_it(open_window: Open, qtbot: QtBot, pile: Path) -> None:
    leave_a_review(open_window, qtbot, pile)
    window = open_window()
    QApplication.clipboard().setText("柳湾镇开展走访\n3月2日，柳湾镇组织干部走访群众，收集意见12条。\n")
    window.action_paste_manuscript.trigger()
    qtbot.waitUntil(lambda: window.review.page is not None, timeout=WAIT)
    answer(window, qtbot, "Go on reviewing")
    assert [each.source for each in window.review.page.recognitions()] == ["", str(Path("来稿/汇总.txt"))]
    _, file, number = stood = standing(window)
    assert (file, number > 1) == (1, True)
    assert window.close()
    window = open_window()
    assert len(window.backend.drafts.found) == 1
    answer(window, qtbot, "Go on reviewing")
    assert standing(window) == stood
    window.review.leave()


def test_without_its_originals_the_text_is_taken_in_all_the_same(
    open_window: Open, qtbot: QtBot, pile: Path, library: Path
) -> None:
    leave_a_review(open_window, qtbot, pile)
    for file in (library.parent / "library.db.incoming").iterdir():
        file.unlink()
    window = open_window()
    answer(window, qtbot, "Go on reviewing")
    assert "no longer there" in message(qtbot)
    accept(window, qtbot)
    assert {row.original for row in window.backend.wait(lambda desk: desk.manuscripts())} == {""}


@pytest.mark.parametrize(
    ("review", "said", "kept"),
    [('{"version":1}', "could not all be read", {".damaged.1"}), ('{"version":2}', "newer version", {""})],
)
def test_what_cannot_be_read_is_said_once_and_kept(
    review: str, said: str, kept: set[str], open_window: Open, qtbot: QtBot, library: Path
) -> None:
    file = DraftFile(drafts.beside(library))
    file.keep("review:1", {"review": review})
    file.close()
    window = open_window()
    assert said in message(qtbot)
    assert banner(window) is None
    assert window.close()
    assert beside(library) == {f"library.db.drafts{each}" for each in kept}


def test_a_full_disk_is_told_once_and_the_window_asks_before_it_closes(
    open_window: Open, qtbot: QtBot, pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    receive(window, qtbot, pile)
    window.backend.drafts.forget_files()  # all of it is on the disk
    told: list[object] = []
    window.backend.drafts.failed.connect(told.append)
    write = os.write

    def full(file: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(draft_lane, "RETRY", 50)
    monkeypatch.setattr(os, "write", full)
    correct(window)
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT)
    qtbot.wait(300)
    assert len(told) == 1
    assert "Make room on the disk" in window.notices.text
    asked: list[str] = []
    monkeypatch.setattr(MessageDialog, "exec", lambda self: asked.append(self.words.text()) or 0)
    assert not window.close()
    assert "cannot be kept" in asked[0]
    monkeypatch.setattr(os, "write", write)
    stood = standing(window)
    qtbot.wait(200)  # it is tried again by itself
    assert window.close()
    assert len(asked) == 1
    window = open_window()
    answer(window, qtbot, "Go on reviewing")
    assert standing(window) == stood
    window.review.leave()


def test_a_second_window_leaves_what_is_under_review_alone(
    open_window: Open, qtbot: QtBot, pile: Path, library: Path
) -> None:
    window = open_window()
    receive(window, qtbot, pile)
    correct(window)
    assert window.backend.drafts.keeps_all()
    before = {path: path.read_bytes() for path in library.parent.rglob("library.db.*/*")}
    assert before
    other = DraftLane(library)
    other.forget_files()  # what a window does that could not open the library
    other.close()
    assert {path: path.read_bytes() for path in library.parent.rglob("library.db.*/*")} == before
    assert isinstance(window.review.page.recognitions()[0], Recognition)
    window.review.leave()
