"""Files of every kind come into the window: read beside it, asked about, told of, cancelled."""

from __future__ import annotations

import hashlib
import io
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bulletin_desktop import paths
from bulletin_desktop.gui.intake.encoding_dialog import EncodingDialog
from bulletin_desktop.gui.intake.password_dialog import PasswordDialog
from bulletin_desktop.gui.intake.summary_dialog import SummaryDialog
from bulletin_desktop.gui.tree.nodes import Kind
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.intake.recognition import Label
from bulletin_desktop.library.nodes import MANUSCRIPTS
from tests.processes import children

WAIT = 60_000
LEFT = Qt.MouseButton.LeftButton
TEXT = "{town}整修灌溉渠道\n3月2日，{town}组织干部群众整修灌溉渠道，共清淤12公里，保障春耕用水。\n"


@pytest.fixture(autouse=True)
def incoming(library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where originals lie on their way in."""
    monkeypatch.setattr(paths, "spools", lambda: tmp_path / "cache")
    return library.with_name("library.db.incoming")


def text_file(folder: Path, name: str, town: str = "青石乡") -> Path:
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(TEXT.format(town=town), encoding="utf-8")
    return file


def word(town: str = "柳湾镇") -> bytes:
    made, picture, out = docx.Document(), io.BytesIO(), io.BytesIO()
    for line in TEXT.format(town=town).splitlines():
        made.add_paragraph(line)
    Image.new("RGB", (60, 40), "green").save(picture, "PNG")
    made.add_picture(picture)
    made.add_table(rows=2, cols=2).cell(0, 0).text = "清淤"
    made.save(out)
    return out.getvalue()


def encrypted(folder: Path, name: str, password: str, town: str) -> Path:
    file = folder / name
    with file.open("wb") as out:
        OOXMLFile(io.BytesIO(word(town))).encrypt(password, out)
    return file


def drop(target: QWidget, files: list[Path], point: QPoint | None = None) -> None:
    """Drop *files* as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    at, action, none = (
        QPointF(point or target.rect().center()),
        Qt.DropAction.CopyAction,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(at.toPoint(), action, data, LEFT, none)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(at, action, data, LEFT, none))


def under_review(window: MainWindow, qtbot: QtBot, count: int) -> list[str]:
    """Wait for *count* recognitions on the review page; return the first line of each."""
    qtbot.waitUntil(
        lambda: window.review.page is not None and len(window.review.page.recognitions()) == count,
        timeout=WAIT,
    )
    return [each.lines[0].text for each in window.review.page.recognitions()]


def dialog(qtbot: QtBot, kind: type[QWidget]) -> QWidget:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=WAIT)
    return QApplication.activeModalWidget()


def test_files_and_folders_dropped_on_the_window_come_in_in_order(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "柳湾.docx").write_bytes(word())
    text_file(tmp_path / "夹", "二.txt", "第二乡")
    text_file(tmp_path / "夹", "一.txt", "第一乡")
    drop(window, [tmp_path / "柳湾.docx", tmp_path / "夹"])
    lines = under_review(window, qtbot, 3)
    assert [line[:3] for line in lines] == ["柳湾镇", "第一乡", "第二乡"]
    labels = {line.label for line in window.review.page.recognitions()[0].lines}
    assert {Label.TABLE, Label.PICTURE} <= labels
    window.review.leave()


def test_the_library_keeps_the_original_and_the_spool_goes(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path, incoming: Path
) -> None:
    content = word()
    (tmp_path / "柳湾.docx").write_bytes(content)
    drop(filled, [tmp_path / "柳湾.docx"])
    under_review(filled, qtbot, 1)
    assert hashlib.sha256(content).hexdigest() in {path.name for path in incoming.iterdir()}
    filled.review.page.accept.click()
    qtbot.waitUntil(lambda: filled.review.page is None, timeout=WAIT)
    rows = filled.backend.wait(lambda desk: desk.manuscripts())
    sha256 = hashlib.sha256(content).hexdigest()
    assert sha256 in {row.original for row in rows}
    assert filled.backend.wait(lambda desk: desk.original(sha256)).content == content
    qtbot.waitUntil(lambda: not incoming.exists(), timeout=WAIT)


def test_what_is_dropped_on_the_manuscripts_is_offered_to_be_kept_there(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    view = filled.tree.view
    row = view.visualRect(filled.tree.model.find(Kind.INBOX, MANUSCRIPTS))
    at = filled.mapFromGlobal(view.viewport().mapToGlobal(row.center()))
    assert not filled.tree.is_at_manuscripts(filled.editor.mapToGlobal(filled.editor.rect().center()))
    drop(filled, [text_file(tmp_path, "一.txt")], at)
    under_review(filled, qtbot, 1)
    assert filled.review.page.keep.property("primary")
    assert not filled.review.page.accept.property("primary")
    QTest.mouseClick(filled.review.page.keep, LEFT)
    qtbot.waitUntil(lambda: filled.review.page is None, timeout=WAIT)
    assert "一.txt" in {row.file_name for row in filled.backend.wait(lambda desk: desk.manuscripts())}
    kept = filled.backend.wait(lambda desk: desk.contents(MANUSCRIPTS))
    assert [article.title for section in kept.sections for article in section.articles] == [
        "青石乡整修灌溉渠道"
    ]


def test_a_password_is_asked_for_until_it_fits_and_tried_on_the_others(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    files = [encrypted(tmp_path, f"{town}.docx", "春天2026", town) for town in ("甲乡", "乙乡")]
    drop(window, files)
    asked = dialog(qtbot, PasswordDialog)
    assert "甲乡.docx" in asked.words.text()
    assert not asked.open_button.isEnabled()
    QTest.keyClicks(asked.password, "winter")
    QTest.keyClick(asked.password, Qt.Key.Key_Return)
    qtbot.waitUntil(asked.note.isVisible, timeout=WAIT)
    assert asked.note.wrong
    asked.password.setText("春天2026")
    QTest.mouseClick(asked.open_button, LEFT)
    assert [line[:2] for line in under_review(window, qtbot, 2)] == ["甲乡", "乙乡"]
    window.review.leave()


@pytest.mark.parametrize("button", ["skip", "skip_rest"])
def test_encrypted_files_that_are_skipped_are_told_and_the_others_come_in(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, button: str
) -> None:
    files = [encrypted(tmp_path, f"{town}.docx", "春天2026", town) for town in ("甲乡", "乙乡")]
    drop(window, [*files, text_file(tmp_path, "三.txt")])
    for _ in range(2 if button == "skip" else 1):
        QTest.mouseClick(getattr(dialog(qtbot, PasswordDialog), button), LEFT)
        QTest.qWait(50)
    report = dialog(qtbot, SummaryDialog)
    said = report.report.toPlainText()
    assert "甲乡.docx" in said
    assert "乙乡.docx" in said
    assert "1 manuscripts came in, 2 were not read" in report.words.text()
    report.reject()
    under_review(window, qtbot, 1)
    window.review.leave()


def test_an_encoding_is_chosen_by_what_comes_out(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    damaged = tmp_path / "损坏.txt"
    text = TEXT.format(town="青石乡") * 20
    damaged.write_bytes(text.encode("gb18030").replace("渠".encode("gb18030"), b"\xff\xff\x80"))
    drop(window, [damaged])
    asked = dialog(qtbot, EncodingDialog)
    seen = {}
    for _ in range(asked.choices.count()):
        seen[asked.encoding()] = asked.preview.toPlainText()
        QTest.keyClick(asked.choices, Qt.Key.Key_Down)
    assert seen["gb18030"].startswith("青石乡整修灌溉")
    assert not seen["utf-8"].startswith("青石乡")
    while asked.encoding() != "gb18030":
        QTest.keyClick(asked.choices, Qt.Key.Key_Up)
    assert "\ufffd" in asked.unreadable.text()
    QTest.mouseClick(asked.accept_button, LEFT)
    assert under_review(window, qtbot, 1)[0].startswith("青石乡整修灌溉")
    qtbot.waitUntil(lambda: "left out or changed" in window.notices.text, timeout=WAIT)
    QTest.mouseClick(window.notices.findChildren(QPushButton)[-1], LEFT)
    assert "could not be decoded" in dialog(qtbot, SummaryDialog).report.toPlainText()
    QApplication.activeModalWidget().reject()
    window.review.leave()


def test_a_file_that_brings_nothing_but_its_text_is_not_talked_about(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, [text_file(tmp_path, "一.txt")])
    under_review(window, qtbot, 1)
    assert QApplication.activeModalWidget() is None
    assert not window.notices.text
    window.review.leave()


def test_the_summary_is_copied_whole(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "空.txt").write_bytes(b"")
    drop(window, [text_file(tmp_path, "一.txt"), tmp_path / "空.txt"])
    report = dialog(qtbot, SummaryDialog)
    QTest.mouseClick(report.copy, LEFT)
    copied = QGuiApplication.clipboard().text()
    assert report.isVisible()
    for words in ("1 manuscripts came in, 1 were not read", "空.txt is empty", "一.txt"):
        assert words in copied
    QTest.keyClick(report, Qt.Key.Key_Escape)
    under_review(window, qtbot, 1)
    window.review.leave()


@pytest.mark.skipif(sys.platform != "linux", reason="counts processes in /proc")
def test_two_hundred_files_are_cancelled_at_once(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, incoming: Path
) -> None:
    before = children()
    folder = tmp_path / "夹"
    for nth in range(200):
        text_file(folder, f"{nth}.txt")
        (folder / f"{nth}.docx").write_bytes(word())
    drop(window, [folder])
    qtbot.waitUntil(window.intake.notice.isVisible, timeout=WAIT)
    button = window.intake.notice.findChild(QPushButton)
    start = time.monotonic()
    QTest.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: not window.intake.busy, timeout=WAIT)
    assert time.monotonic() - start < 1.0  # 0.1 s on a machine that does nothing else
    assert not window.intake.notice.isVisible()
    assert window.review.page is None
    assert "cancelled" in window.notices.text
    assert children() <= before


def test_a_table_copied_from_word_stays_one(window: MainWindow, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setHtml(
        "<html><body><h1>青石乡整修灌溉渠道</h1><p>3月2日，青石乡组织干部群众整修灌溉渠道，保障春耕用水。</p>"
        "<table><tr><td>乡镇</td><td>公里</td></tr><tr><td>青石乡</td><td>12</td></tr></table></body></html>"
    )
    data.setText(
        "青石乡整修灌溉渠道\n3月2日，青石乡组织干部群众整修灌溉渠道，保障春耕用水。\n乡镇\t公里\n青石乡\t12\n"
    )
    QApplication.clipboard().setMimeData(data)
    window.action_paste_manuscript.trigger()
    under_review(window, qtbot, 1)
    (recognition,) = window.review.page.recognitions()
    assert [line.label for line in recognition.lines if line.content] == [Label.TABLE]
    assert (recognition.source, recognition.origin) == ("", "")
    window.review.leave()


def test_pictures_that_word_puts_beside_the_clipboard_come_along(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    picture = tmp_path / "msohtmlclip1" / "01" / "clip_image001.png"
    picture.parent.mkdir(parents=True)
    Image.new("RGB", (60, 40), "green").save(picture)
    data = QMimeData()
    data.setHtml(f"<p>青石乡整修灌溉渠道</p><p>{TEXT}</p><img src='{picture.as_uri()}' width=60 height=40>")
    data.setText("青石乡整修灌溉渠道")
    QApplication.clipboard().setMimeData(data)
    window.action_paste_manuscript.trigger()
    under_review(window, qtbot, 1)
    labels = [line.label for line in window.review.page.recognitions()[0].lines]
    assert labels.count(Label.PICTURE) == 1
    window.review.leave()


@pytest.mark.parametrize("html", ["<img src='https://example.invalid/a.png'>", "<p>青石乡</p>", "<p>&#0;"])
def test_html_that_says_less_than_the_text_gives_way_to_it(
    window: MainWindow, qtbot: QtBot, html: str
) -> None:
    data = QMimeData()
    data.setHtml(html)
    data.setText(TEXT.format(town="青石乡"))
    QApplication.clipboard().setMimeData(data)
    window.action_paste_manuscript.trigger()
    assert under_review(window, qtbot, 1) == ["青石乡整修灌溉渠道"]
    assert len(window.review.page.recognitions()[0].lines) == 2
    window.review.leave()


def test_what_is_brought_while_others_are_read_comes_after_them(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, [text_file(tmp_path, "一.txt", "第一乡")])
    drop(window, [text_file(tmp_path, "二.txt", "第二乡")])
    assert [line[:3] for line in under_review(window, qtbot, 2)] == ["第一乡", "第二乡"]
    window.review.leave()


def test_the_file_dialog_offers_every_kind(window: MainWindow, qtbot: QtBot) -> None:
    window.action_open_text.trigger()
    chooser = dialog(qtbot, QFileDialog)
    first = chooser.nameFilters()[0]
    assert all(f"*.{ending}" in first for ending in ("docx", "doc", "wps", "rtf", "odt", "pdf", "ofd", "zip"))
    chooser.reject()


@pytest.mark.skipif(sys.platform != "linux", reason="counts processes in /proc")
def test_a_window_that_closes_while_files_are_read_leaves_no_process(
    open_window: Callable[[], MainWindow], qtbot: QtBot, tmp_path: Path, incoming: Path
) -> None:
    before = children()
    window = open_window()
    folder = tmp_path / "夹"
    for nth in range(1_500):  # on a busy machine too they are not read before the window closes
        text_file(folder, f"{nth}.txt")
    drop(window, [folder])
    qtbot.waitUntil(lambda: bool(children() - before), timeout=WAIT)
    window.close()
    assert children() <= before
    assert not incoming.exists()


def test_a_window_closes_over_a_question_about_a_file(
    open_window: Callable[[], MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    drop(window, [encrypted(tmp_path, "甲.docx", "春天", "甲乡"), text_file(tmp_path, "一.txt")])
    dialog(qtbot, PasswordDialog)
    window.close()
    assert not window.isVisible()
