"""From the menu to the pages: pictures, tables and page breaks as a person inserts them."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.model import Block, PageBreak, Picture, Table
from bulletin_desktop.gui.backend import Backend
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.dialogs.picture import PictureDialog
from bulletin_desktop.gui.dialogs.table import TableDialog
from bulletin_desktop.gui.editor.sheet import Sheet
from bulletin_desktop.gui.export_flow import Order
from bulletin_desktop.gui.picture_store import PictureStore, decoded
from bulletin_desktop.gui.window import MainWindow
from tests.drawings import emf

from .conftest import WAIT

COLOR = (30, 140, 90)


def content(size: tuple[int, int] = (600, 300), color: tuple[int, int, int] = COLOR) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, color).save(out, "PNG", dpi=(254, 254))
    return out.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "渠首.png"
    path.write_bytes(content())
    return path


def blocks(window: MainWindow, kind: type[Block]) -> list[Block]:
    article = window.editor.article()
    assert article is not None
    return [block for block in article.blocks if isinstance(block, kind)]


def dialog(qtbot: QtBot, kind: type) -> object:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=WAIT)
    return QApplication.activeModalWidget()


def insert(window: MainWindow, qtbot: QtBot, file: Path) -> Picture:
    window.editor.setFocus()
    window.action_insert_picture.trigger()
    chooser = dialog(qtbot, QFileDialog)
    chooser.filesSelected.emit([str(file)])
    chooser.reject()
    qtbot.waitUntil(lambda: len(blocks(window, Picture)) == 1, timeout=WAIT)
    (picture,) = blocks(window, Picture)
    return picture


def test_a_picture_goes_from_its_file_to_pages_and_word(
    filled: MainWindow, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    picture = insert(filled, qtbot, file)
    assert (picture.width, picture.height) == (600, 300)
    assert picture.sha256 == hashlib.sha256(content()).hexdigest()
    qtbot.waitUntil(lambda: any(placed.item.picture for placed in filled.session.layout.placed), timeout=WAIT)
    qtbot.waitUntil(lambda: filled.pictures.image(picture.sha256, 10) is not None, timeout=WAIT)
    target = tmp_path / "issue.docx"
    with qtbot.waitSignal(filled.exports.written, timeout=WAIT):
        filled.exports.write(Order(target))
    qtbot.waitUntil(filled.exports.finish, timeout=WAIT)
    with zipfile.ZipFile(target) as written:
        assert written.read("word/media/image1.png") == content()


def test_what_is_no_picture_is_told_and_nothing_is_inserted(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "不是图片.png"
    path.write_bytes(b"text")
    before = filled.editor.article()
    with qtbot.waitSignal(filled.inserts.failed, timeout=WAIT) as told:
        filled.editor.pictures_offered.emit([path])
    assert "no picture that can be read" in str(told.args[0])
    QApplication.activeModalWidget().reject()
    assert filled.editor.article() == before


def test_a_drawing_of_windows_is_kept_for_word_with_a_sign_in_its_place(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "图表.emf"
    path.write_bytes(emf(800, 400))
    filled.editor.pictures_offered.emit([path])
    qtbot.waitUntil(lambda: len(blocks(filled, Picture)) == 1, timeout=WAIT)
    (picture,) = blocks(filled, Picture)
    assert picture.width / picture.height == pytest.approx(2, rel=0.02)
    qtbot.waitUntil(lambda: filled.pictures.image(picture.sha256, 300) is not None, timeout=WAIT)
    sign = filled.pictures.image(picture.sha256, 300)
    assert sign.width() == 2 * sign.height()
    inner = sign.copy(sign.rect().adjusted(4, 4, -4, -4))
    shades = {inner.pixel(x, y) for x in range(inner.width()) for y in range(inner.height())}
    assert len(shades) > 2  # words on the ground


def test_a_file_that_lies_about_its_kind_is_taken_for_what_it_is(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "照片.png"
    out = io.BytesIO()
    Image.new("RGB", (40, 20), COLOR).save(out, "JPEG")
    path.write_bytes(out.getvalue())
    filled.editor.pictures_offered.emit([path])
    qtbot.waitUntil(lambda: len(blocks(filled, Picture)) == 1, timeout=WAIT)
    assert blocks(filled, Picture)[0].sha256 == hashlib.sha256(out.getvalue()).hexdigest()


@pytest.mark.parametrize("bad", [b"MZ\x90\0 program", b"<html><img src=x></html>", b"", content()[:200]])
def test_what_lies_about_being_a_picture_is_told_in_a_sentence(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path, bad: bytes
) -> None:
    before = filled.editor.article()
    path = tmp_path / "图.png"
    path.write_bytes(bad)
    filled.editor.pictures_offered.emit([path])
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), MessageDialog), timeout=WAIT)
    QApplication.activeModalWidget().reject()
    assert filled.editor.article() == before


def test_a_picture_for_an_article_that_was_left_is_not_put_into_another(
    filled: MainWindow, qtbot: QtBot, file: Path
) -> None:
    articles = [article.id for article in filled.session.issue.articles()]
    filled.editing.open_article(articles[0])
    filled.editor.pictures_offered.emit([file])
    filled.editing.open_article(articles[1])
    qtbot.waitUntil(lambda: not filled.files.busy and not filled.backend.lane.busy, timeout=WAIT)
    assert blocks(filled, Picture) == []


def test_a_pasted_picture_stands_in_the_text(filled: MainWindow, qtbot: QtBot) -> None:
    image = QImage(80, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    QGuiApplication.clipboard().setImage(image)
    filled.editor.setFocus()
    filled.action_paste.trigger()
    qtbot.waitUntil(lambda: len(blocks(filled, Picture)) == 1, timeout=WAIT)


def test_caption_and_width_are_changed_and_undone(filled: MainWindow, qtbot: QtBot, file: Path) -> None:
    picture = insert(filled, qtbot, file)
    QTest.keyClick(filled.editor.findChild(Sheet), Qt.Key.Key_Return)
    shown = dialog(qtbot, PictureDialog)
    QTest.keyClicks(shown.caption, "Gate")
    shown.text_width.click()
    assert (shown.width_mm.value(), shown.share.value()) == (156.0, 100)
    shown.share.setValue(50)
    assert shown.width_mm.value() == 78.0
    shown.width_mm.setValue(156.0)
    assert shown.share.value() == 100
    shown.accept_button.click()
    (changed,) = blocks(filled, Picture)
    assert (changed.caption, changed.width, changed.height) == ("Gate", 1560, 780)
    filled.editor.setFocus()
    filled.action_undo.trigger()
    assert blocks(filled, Picture) == [picture]


def test_another_picture_takes_its_place_in_the_same_width(
    filled: MainWindow, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    picture = insert(filled, qtbot, file)
    other = tmp_path / "other.png"
    other.write_bytes(content((300, 300), (200, 10, 10)))
    filled.inserts.open(picture)
    shown = dialog(qtbot, PictureDialog)
    shown.replace_button.click()
    chooser = dialog(qtbot, QFileDialog)
    chooser.filesSelected.emit([str(other)])
    chooser.reject()
    wanted = hashlib.sha256(content((300, 300), (200, 10, 10))).hexdigest()
    qtbot.waitUntil(lambda: shown._picture.sha256 == wanted, timeout=WAIT)
    shown.accept_button.click()
    (changed,) = blocks(filled, Picture)
    assert (changed.id, changed.sha256, changed.width, changed.height) == (picture.id, wanted, 600, 600)


def test_a_table_is_filled_in_and_changed_again(filled: MainWindow, qtbot: QtBot) -> None:
    filled.editor.setFocus()
    filled.action_insert_table.trigger()
    shown = dialog(qtbot, TableDialog)
    QGuiApplication.clipboard().setText("A\tB\n1\t2\n")
    QTest.keyClick(shown.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    shown.accept_button.click()
    (table,) = blocks(filled, Table)
    assert [[cell.text for cell in row] for row in table.rows][:2] == [["A", "B", ""], ["1", "2", ""]]
    assert table.header_rows == 1
    filled.inserts.open(table)
    shown = dialog(qtbot, TableDialog)
    shown.column_count.setValue(2)
    shown.accept_button.click()
    (changed,) = blocks(filled, Table)
    assert (changed.id, len(changed.widths)) == (table.id, 2)


def test_a_page_break_has_its_key(filled: MainWindow, qtbot: QtBot) -> None:
    filled.editor.setFocus()
    QTest.keyClick(filled.editor.findChild(Sheet), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(blocks(filled, PageBreak)) == 1


def test_without_an_article_nothing_can_be_inserted(window: MainWindow) -> None:
    for action in (window.action_insert_picture, window.action_insert_table, window.action_insert_page_break):
        assert not action.isEnabled()


@pytest.fixture
def store(backend: Backend) -> Iterator[PictureStore]:
    store = PictureStore(backend, cap=3 * 400 * 400 * 4)
    yield store
    store.shut_down()


def add(backend: Backend, *contents: bytes) -> list[str]:
    return [backend.wait(lambda desk, each=each: desk.add_picture(each).sha256) for each in contents]


def test_a_picture_comes_a_moment_later_as_fine_as_it_is_needed(
    store: PictureStore, backend: Backend, qtbot: QtBot
) -> None:
    (sha256,) = add(backend, content((2000, 1000)))
    with qtbot.waitSignal(store.loaded, timeout=WAIT):
        assert store.image(sha256, 200) is None
    assert store.image(sha256, 200).width() == 256
    with qtbot.waitSignal(store.loaded, timeout=WAIT):
        assert store.image(sha256, 900).width() == 256  # the coarse one meanwhile
    assert store.image(sha256, 900).width() == 1024


def test_a_missing_picture_is_asked_for_once(store: PictureStore, backend: Backend, qtbot: QtBot) -> None:
    late = content((64, 64))
    sha256 = hashlib.sha256(late).hexdigest()
    with qtbot.waitSignal(store.loaded, timeout=WAIT):
        assert store.image(sha256, 64) is None
    assert store.image(sha256, 64) is None
    assert not backend.lane.busy
    add(backend, late)
    store.forget_missing()
    with qtbot.waitSignal(store.loaded, timeout=WAIT):
        store.image(sha256, 64)
    assert store.image(sha256, 64) is not None


def test_what_was_not_shown_for_longest_is_given_up(
    store: PictureStore, backend: Backend, qtbot: QtBot
) -> None:
    colors = [(10 * n, 0, 0) for n in range(1, 6)]
    shas = add(backend, *(content((400, 400), color) for color in colors))
    for sha256 in shas:
        with qtbot.waitSignal(store.loaded, timeout=WAIT):
            store.image(sha256)
    kept = [sha256 for sha256 in shas if sha256 in store._images]
    assert kept == shas[-3:]


def test_bytes_that_are_no_picture_give_a_null_image() -> None:
    assert decoded(b"no picture").isNull()
    assert decoded(content((100, 50)), 50).size().toTuple() == (50, 25)


def test_the_menu_s_replacement_keeps_caption_and_width(
    filled: MainWindow, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    picture = insert(filled, qtbot, file)
    filled.editor.replace_object(replace(picture, caption="渠首"))
    other = tmp_path / "other.png"
    other.write_bytes(content((300, 300), (200, 10, 10)))
    filled.editor.picture_tools.ask_replacement()
    chooser = dialog(qtbot, QFileDialog)
    chooser.filesSelected.emit([str(other)])
    chooser.reject()
    qtbot.waitUntil(lambda: blocks(filled, Picture)[0].sha256 != picture.sha256, timeout=WAIT)
    (changed,) = blocks(filled, Picture)
    assert (changed.id, changed.caption, changed.width, changed.height) == (picture.id, "渠首", 600, 600)
