"""A disk without room: nothing is half there, what is typed is kept and saved once there is room."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bulletin_desktop.gui import draft_lane, session
from bulletin_desktop.gui.export_flow import Order
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.library import drafts
from bulletin_desktop.library.drafts import DraftFile
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import review_draft
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.spool import LastingSpool
from tests.faults.places import disk
from tests.library.fault_child import one_article

if sys.platform == "win32":
    pytest.skip("needs a small disk", allow_module_level=True)

WAIT = 20_000
FORMATS = (".docx", ".pdf", ".html", ".txt")


@pytest.fixture
def small(folder: Path) -> Iterator[Path]:
    """A disk of 3 MB."""
    with disk(folder / "disk", "3m") as place:
        yield place


@pytest.fixture
def shown(
    small: Path,
    library: Path,
    open_window: Callable[[], MainWindow],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: object,
) -> Iterator[MainWindow]:
    """The window upon a library on the small disk, with the article open; with room again at the end."""
    monkeypatch.setattr(session, "RETRY", 300)
    window = open_window()
    qtbot.waitUntil(lambda: window.session.layout is not None and window.editor.isVisible(), timeout=WAIT)
    window.editor.setFocus()
    yield window
    (small / "ballast").unlink(missing_ok=True)
    qtbot.waitUntil(lambda: not window.session.unsaved, timeout=WAIT)


@pytest.fixture
def library(folder: Path, small: Path) -> Path:
    """A library of one article on the small disk."""
    path = small / "library.db"
    with Library.open(path) as opened:
        one_article(Desk(opened))
    return path


def fill(place: Path) -> Path:
    """Take all the room there is, but for the last bytes of files that are there."""
    ballast = place / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            return ballast


def test_what_is_typed_is_kept_told_and_saved_once_there_is_room(
    shown: MainWindow, library: Path, qtbot: object
) -> None:
    ballast = fill(library.parent)
    sheet = shown.editor.focusProxy()
    text = "typed without room " * 400
    sheet.textCursor().insertText(text)
    qtbot.waitUntil(lambda: "over its quota" in shown.notices.text, timeout=WAIT)
    assert shown.session.unsaved
    assert shown.status.saved.text() == "Not saved yet, trying again"
    assert "typed without room" in sheet.toPlainText()
    ballast.unlink()
    qtbot.waitUntil(lambda: not shown.session.unsaved, timeout=WAIT)
    qtbot.waitUntil(lambda: "over its quota" not in shown.notices.text, timeout=WAIT)
    shown.close()
    with Library.open(library) as opened:
        assert "typed without room" in repr(one_article(Desk(opened)))


def test_what_is_decided_over_manuscripts_is_told_and_kept_once_there_is_room(
    shown: MainWindow, library: Path, qtbot: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_lane, "RETRY", 300)
    QApplication.clipboard().setText(
        "青石乡整修渠道\n3月2日，青石乡组织干部群众整修灌溉渠道，共清淤12公里。\n" * 40
    )
    shown.action_paste_manuscript.trigger()
    qtbot.waitUntil(lambda: shown.review.page is not None, timeout=WAIT)
    assert shown.backend.drafts.keeps_all()
    ballast = fill(library.parent)
    page = shown.review.page
    page.lines.selectAll()
    QTest.keyClick(page.lines, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: "Make room on the disk" in shown.notices.text, timeout=WAIT)
    assert not shown.backend.drafts.keeps_all()
    ballast.unlink()
    qtbot.waitUntil(shown.backend.drafts.keeps_all, timeout=WAIT)
    lines = page.recognitions()[0].lines
    assert shown.close()
    file = DraftFile(drafts.beside(library))
    assert file.take_up() == ()
    ((_, parts),) = file.drafts.items()
    found, _ = review_draft.read(parts, LastingSpool(library))
    assert found.recognitions[0].lines == lines


def test_no_file_is_ever_half_exported(shown: MainWindow, small: Path, folder: Path, qtbot: object) -> None:
    with disk(folder / "out", "64k") as out:
        fill(out)
        for ending in FORMATS:
            failures: list[Exception] = []
            shown.exports.failed.connect(lambda error, _order, told=failures: told.append(error))
            shown.exports.write(Order(out / f"issue{ending}"))
            qtbot.waitUntil(lambda told=failures: bool(told), timeout=WAIT)
            assert "is full, so the file was not written" in str(failures[0])
        assert [each.name for each in out.iterdir()] == ["ballast"]


def test_a_file_that_was_there_before_stays_whole(shown: MainWindow, folder: Path, qtbot: object) -> None:
    with disk(folder / "out", "64k") as out:
        target = out / "issue.docx"
        target.write_bytes("去年的文件".encode())
        fill(out)
        with qtbot.waitSignal(shown.exports.failed, timeout=WAIT):
            shown.exports.write(Order(target))
        assert target.read_bytes() == "去年的文件".encode()


def test_a_full_disk_takes_no_new_library_and_keeps_none_half_made(small: Path) -> None:
    fill(small)
    from bulletin_desktop.errors import UserError

    with pytest.raises(UserError, match=r"could not be made|disk is full"):
        Library.open(small / "new.db")
    assert not [each for each in small.iterdir() if "new.db" in each.name]


def test_a_library_on_a_full_disk_opens(small: Path, library: Path) -> None:
    fill(small)
    with Library.open(library) as opened:
        assert one_article(Desk(opened)).title == "标题"


def test_an_older_library_on_a_full_disk_is_left_as_it_is(small: Path, library: Path) -> None:
    from bulletin_desktop.errors import UserError
    from tests.library.older import make_older

    make_older(library, 5)
    fill(small)
    before = library.read_bytes()
    with pytest.raises(UserError, match=r"must be brought up to date|disk is full"):
        Library.open(library)
    assert library.read_bytes() == before
    assert sorted(each.name for each in small.iterdir()) == ["ballast", "library.db"]
