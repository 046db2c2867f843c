"""One flow for every format: a kind and a name, progress and a way to stop it, and a record at the end."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from bulletin_desktop.errors import UserError
from bulletin_desktop.export import files
from bulletin_desktop.export.job import Job, Written
from bulletin_desktop.gui import flows
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.export_dialog import ExportDialog
from bulletin_desktop.gui.export_flow import Order
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.library.exports import Export

WAIT = 15_000
LEFT = Qt.MouseButton.LeftButton


class SlowWriter:
    """Writes once it is let, and asks its progress meanwhile, as every writer does."""

    def __init__(self) -> None:
        self.go_on = threading.Event()

    def write(self, job: Job) -> Written:
        done = 0
        while not self.go_on.wait(0.01):
            done += 1
            job.progress(done % 100, 100)
        files.replace(job.path, b"written")
        return Written("0" * 64)


@pytest.fixture
def slow(filled: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowWriter]:
    """What writes the window's PDFs in this test."""
    writer = SlowWriter()
    monkeypatch.setattr(flows, "_pdf_writer", lambda _measures: writer)
    yield writer
    writer.go_on.set()


def dialog(qtbot: QtBot, kind: type) -> object:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=WAIT)
    return QApplication.activeModalWidget()


def recorded(library: Path, count: int) -> list[str]:
    """The names of the exported files that the library knows of, once nobody holds it."""
    import sqlite3

    with sqlite3.connect(library) as db:
        rows = [name for (name,) in db.execute("SELECT name FROM exports ORDER BY at")]
    db.close()
    assert len(rows) == count
    return rows


def test_the_export_button_s_menu_offers_every_format(filled: MainWindow) -> None:
    more = filled.tool_bar.findChild(QToolButton, "export_more")
    offered = [action.objectName() for action in more.menu().actions() if not action.isSeparator()]
    for name in ("export_open", "export_pdf", "export_html", "export_text"):
        assert f"action_{name}" in offered
        assert getattr(filled, f"action_{name}") in filled.menu_file.actions()


@pytest.mark.parametrize(
    ("action", "ending", "head"), [("pdf", ".pdf", b"%PDF-"), ("html", ".html", b"<!"), ("text", ".txt", b"")]
)
def test_a_format_of_the_menu_is_written_and_recorded(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path, action: str, ending: str, head: bytes
) -> None:
    getattr(filled, f"action_export_{action}").trigger()
    asked = dialog(qtbot, ExportDialog)
    assert asked.selectedFiles()[0].endswith(f"第1期{ending}")
    target = tmp_path / f"一{ending}"
    with qtbot.waitSignal(filled.exports.settled, timeout=WAIT):
        asked.selectFile(str(target))
        asked.accept()
    content = target.read_bytes()
    assert content.startswith(head)
    assert len(content) > 1000
    assert target.name in filled.notices.text


def test_the_pdf_of_the_window_is_the_preview_s(filled: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(filled.exports.written, timeout=WAIT) as written:
        filled.exports.write(Order(tmp_path / "一.pdf"))
    reader = PdfReader(tmp_path / "一.pdf")
    assert len(reader.pages) == len(filled.session.layout.pages) == written.args[0].pages
    kept: Export = filled.backend.wait(lambda desk: desk.exported(written.args[0].export_id))
    assert (kept.name, kept.sha256) == ("一.pdf", written.args[0].sha256)
    assert reader.metadata["/BulletinDesktopExport"] == kept.id


def test_the_ending_follows_the_kind(filled: MainWindow, qtbot: QtBot) -> None:
    filled.action_export.trigger()
    asked = dialog(qtbot, ExportDialog)
    for kind, ending in (("PDF document (*.pdf)", ".pdf"), ("Plain text (*.txt)", ".txt")):
        asked.selectNameFilter(kind)
        asked.filterSelected.emit(kind)
        assert asked.selectedFiles()[0].endswith(f"第1期{ending}")
    asked.reject()


def test_a_name_with_another_ending_gets_the_kind_s(filled: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    filled.action_export_pdf.trigger()
    asked = dialog(qtbot, ExportDialog)
    with qtbot.waitSignal(filled.exports.settled, timeout=WAIT):
        asked.selectFile(str(tmp_path / "简报3.15"))
        asked.accept()
    assert [each.name for each in tmp_path.glob("简报*")] == ["简报3.15.pdf"]


def test_a_file_nobody_agreed_to_replace_is_asked_about(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "简报3.15.pdf").write_bytes(b"old")
    filled.action_export_pdf.trigger()
    asked = dialog(qtbot, ExportDialog)
    asked.selectFile(str(tmp_path / "简报3.15"))
    asked.accept()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() not in (None, asked), timeout=WAIT)
    again = dialog(qtbot, ExportDialog)
    assert again.selectedFiles()[0].endswith("简报3.15.pdf")
    again.reject()
    assert (tmp_path / "简报3.15.pdf").read_bytes() == b"old"


def test_a_quick_export_shows_no_progress(filled: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(filled.exports.settled, timeout=WAIT):
        filled.exports.write(Order(tmp_path / "一.txt"))
    qtbot.wait(600)
    assert not filled.exports.progress.isVisible()


def test_a_long_export_is_shown_and_cancelled(
    filled: MainWindow, slow: SlowWriter, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "一.pdf"
    target.write_bytes(b"old")
    filled.exports.write(Order(target))
    bar = filled.exports.progress
    qtbot.waitUntil(bar.isVisible, timeout=WAIT)
    with qtbot.waitSignal(filled.exports.cancelled, timeout=WAIT):
        QTest.mouseClick(bar.findChild(QPushButton), LEFT)
    assert not bar.isVisible()
    assert target.read_bytes() == b"old"
    assert "一.pdf" in filled.notices.text


def test_typing_goes_on_during_an_export(
    filled: MainWindow, slow: SlowWriter, qtbot: QtBot, tmp_path: Path
) -> None:
    filled.exports.write(Order(tmp_path / "一.pdf"))
    qtbot.waitUntil(filled.exports.progress.isVisible, timeout=WAIT)
    with qtbot.waitSignal(filled.session.saved, timeout=WAIT):
        filled.editor.setFocus()
        QTest.keyClicks(QApplication.focusWidget(), "a word")
    assert filled.exports.progress.isVisible()


def test_closing_waits_for_the_file_and_its_record(
    filled: MainWindow, slow: SlowWriter, qtbot: QtBot, tmp_path: Path, library: Path
) -> None:
    filled.exports.write(Order(tmp_path / "一.pdf"))
    threading.Timer(0.3, slow.go_on.set).start()
    assert filled.close()
    assert (tmp_path / "一.pdf").read_bytes() == b"written"
    assert recorded(library, 1) == ["一.pdf"]


def test_a_window_whose_file_fails_stays_open_and_says_so(
    filled: MainWindow, slow: SlowWriter, qtbot: QtBot, tmp_path: Path
) -> None:
    filled.exports.write(Order(tmp_path / "gone" / "一.pdf"))
    slow.go_on.set()
    assert not filled.close()
    dialog(qtbot, MessageDialog).done(1)
    assert filled.isVisible()


def test_a_record_that_fails_is_told(
    filled: MainWindow, slow: SlowWriter, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr("bulletin_desktop.services.desk.Desk.record_export", full)
    slow.go_on.set()
    with qtbot.waitSignal(filled.exports.not_recorded, timeout=WAIT):
        filled.exports.write(Order(tmp_path / "一.pdf"))
    assert (tmp_path / "一.pdf").exists()


def test_a_file_that_may_be_replaced_after_all_is_written(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "简报3.15.pdf"
    target.write_bytes(b"old")
    filled.action_export_pdf.trigger()
    asked = dialog(qtbot, ExportDialog)
    asked.selectFile(str(tmp_path / "简报3.15"))
    asked.accept()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() not in (None, asked), timeout=WAIT)
    again = dialog(qtbot, ExportDialog)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what is done with is gone
    again.setOption(ExportDialog.Option.DontConfirmOverwrite)  # Qt's own question, answered with yes
    with qtbot.waitSignal(filled.exports.settled, timeout=WAIT):
        again.accept()
    assert target.read_bytes().startswith(b"%PDF")


def test_closing_writes_a_file_whose_pages_are_still_to_come(filled: MainWindow, tmp_path: Path) -> None:
    filled.editor.setFocus()
    QTest.keyClicks(filled.editor.focusProxy(), "a word")
    filled.editing.settle()
    filled.exports.write(Order(tmp_path / "一.txt"))
    assert not (tmp_path / "一.txt").exists()
    assert filled.close()
    assert "a word" in (tmp_path / "一.txt").read_text(encoding="utf-8-sig")


def test_a_file_that_will_have_no_pages_is_said_not_to_be_written(filled: MainWindow, tmp_path: Path) -> None:
    filled.editor.setFocus()
    QTest.keyClicks(filled.editor.focusProxy(), "a word")
    filled.editing.settle()
    filled.exports.write(Order(tmp_path / "一.txt"))
    filled.session.close()
    assert filled.notices.text == "一.txt was not written"
    assert filled.exports.finish()
