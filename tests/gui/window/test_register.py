"""The register as a person uses it: look, filter, set states, write, use, open originals, export, undo."""

from __future__ import annotations

import datetime as dt
import hashlib
import stat
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Span
from bulletin_desktop.document.text import plain_text
from bulletin_desktop.gui.register.columns import Column
from bulletin_desktop.gui.register.original_pane import OriginalPane
from bulletin_desktop.gui.register.panel import RegisterPanel
from bulletin_desktop.gui.tree import mime
from bulletin_desktop.gui.tree.nodes import Kind
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.library.nodes import MANUSCRIPTS
from bulletin_desktop.services.acts import AddArticles, MoveArticles
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.register import (
    Manuscript,
    ManuscriptRow,
    ManuscriptSource,
    ManuscriptState,
    Original,
)

WAIT = 15_000
KEY, MOD, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
_TEXT = "安和县政协近日报来养老服务的建议。\r\n".encode("gb18030")
_CAME_IN = (  # title, contributor, author, name of the file, its content, days ago
    ("关于养老服务的建议", "安和县政协", "李晓梅", "建议.txt", _TEXT, 0),
    ("制种产业调研", "市农业农村局", "", "调研.html", b"<html><body>x</body></html>", 40),
    ("协商议事平台", "北川区政协", "王建国", "", b"", 400),
)


def came_in(desk: Desk) -> tuple[str, ...]:
    """Take three manuscripts in and return their articles' ids."""
    made = []
    for title, unit, author, name, content, days in reversed(_CAME_IN):
        blocks = (Paragraph(new_id(), Role.BODY, (Span(f"{title}，正在推进。"),)),)
        article = Article(new_id(), headline=(title,), blocks=blocks)
        desk.apply(AddArticles(MANUSCRIPTS, (article,), 0))
        sha256 = hashlib.sha256(content).hexdigest() if content else ""
        manuscript = Manuscript(
            article.id,
            dt.datetime.now(dt.UTC) - dt.timedelta(days=days),
            ManuscriptSource.FILE,
            sha256,
            name,
            unit,
            author,
        )
        desk.receive(manuscript, Original(sha256, name, content) if content else None)
        made.append(article.id)
    return tuple(reversed(made))


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until everything asked for has come back."""
    window.editing.settle()
    for _ in range(4):
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not (window.backend.lane.busy or window.files.busy), timeout=WAIT)


def stored(window: MainWindow) -> dict[str, ManuscriptRow]:
    """What the library's register says, by title."""
    return {row.title: row for row in window.backend.wait(lambda desk: desk.manuscripts())}


def titles(panel: RegisterPanel) -> list[str]:
    return [row.title for row in panel.model.shown]


def choose(panel: RegisterPanel, *wanted: str) -> None:
    """Click on rows by their titles, the second and later ones with Ctrl."""
    view = panel.view
    for nth, title in enumerate(wanted):
        index = panel.model.index(titles(panel).index(title), Column.TITLE)
        view.scrollTo(index)
        held = MOD.ControlModifier if nth else MOD.NoModifier
        QTest.mouseClick(view.viewport(), LEFT, held, view.visualRect(index).center())
    view.setFocus()


def press(panel: RegisterPanel, key: Qt.Key, held: Qt.KeyboardModifier = MOD.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or panel.view, key, held)


@pytest.fixture
def panel(filled: MainWindow, qtbot: QtBot) -> RegisterPanel:
    """The open register with three manuscripts and those of the sample, which are used."""
    filled.resize(1280, 800)
    filled.backend.wait(came_in)
    filled.work.changed.emit(frozenset())
    QTest.keyClick(filled, KEY.Key_R, MOD.ControlModifier | MOD.ShiftModifier)
    panel = filled.panels.made("register")
    qtbot.waitUntil(lambda: panel.model.rowCount() > 5, timeout=WAIT)
    qtbot.waitUntil(panel.view.hasFocus, timeout=WAIT)
    settle(filled, qtbot)
    return panel


class Opened(QObject):
    """Catches what would be opened by another program."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url)


@pytest.fixture
def opened() -> Iterator[Opened]:
    catcher = Opened()
    QDesktopServices.setUrlHandler("file", catcher, "take")
    yield catcher
    QDesktopServices.unsetUrlHandler("file")


def test_it_stands_below_all_panes_and_the_text_stays_in_sight(
    filled: MainWindow, panel: RegisterPanel
) -> None:
    assert panel.width() > 0.95 * filled.width()
    assert filled.editor.isVisible()
    assert filled.editor.height() > 200
    assert filled.panels.parentWidget() is filled.whole
    press(panel, KEY.Key_Escape)
    assert filled.panels.open_name == ""
    assert filled.panels.parentWidget() is filled.column
    assert filled.editor.isAncestorOf(QApplication.focusWidget())


def test_the_tree_s_row_of_manuscripts_opens_it(filled: MainWindow, qtbot: QtBot) -> None:
    filled.tree.select((MANUSCRIPTS,))
    settle(filled, qtbot)
    filled.tree.menu_wanted.emit(filled.tree.mapToGlobal(QPoint(30, 30)))
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert filled.action_register in menu.actions()
    menu.close()
    filled.action_register.trigger()
    assert filled.panels.open_name == "register"


def test_words_states_and_time_narrow_it_down_and_escape_shows_all(
    panel: RegisterPanel, qtbot: QtBot
) -> None:
    everything = panel.model.rowCount()
    press(panel, KEY.Key_F, MOD.ControlModifier)
    assert panel.field.hasFocus()
    panel.field.insert("政协 建议")
    qtbot.waitUntil(lambda: titles(panel) == ["关于养老服务的建议"], timeout=WAIT)
    press(panel, KEY.Key_Down)
    assert panel.view.hasFocus()
    press(panel, KEY.Key_Escape)
    assert panel.model.rowCount() == everything
    panel.states[ManuscriptState.WAITING].click()
    assert titles(panel) == [title for title, *_ in _CAME_IN]
    assert panel.states[ManuscriptState.WAITING].text() == "Waiting 3"
    panel.period.setCurrentIndex(panel.period.findData("week"))
    assert titles(panel) == ["关于养老服务的建议"]


def test_how_it_stood_is_remembered(
    panel: RegisterPanel, filled: MainWindow, open_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    panel.states[ManuscriptState.WAITING].click()
    header = panel.view.horizontalHeader()
    at = header.sectionViewportPosition(Column.CONTRIBUTOR) + 20
    QTest.mouseClick(header.viewport(), LEFT, MOD.NoModifier, QPoint(at, 8))
    panel.view.setColumnWidth(Column.PHONE, 133)
    before = titles(panel)
    filled.close()
    again = open_window()
    qtbot.waitUntil(lambda: again.panels.open_name == "register", timeout=WAIT)
    other = again.panels.made("register")
    qtbot.waitUntil(lambda: titles(other) == before, timeout=WAIT)
    assert other.model.order == (Column.CONTRIBUTOR, False)
    assert other.view.columnWidth(Column.PHONE) == 133


def test_keys_set_the_state_of_many_and_undo_takes_it_back(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot
) -> None:
    choose(panel, "关于养老服务的建议", "协商议事平台")
    press(panel, KEY.Key_2, MOD.AltModifier)
    settle(filled, qtbot)
    states = [stored(filled)[title].state for title, *_ in _CAME_IN]
    assert states == [ManuscriptState.RESERVE, ManuscriptState.WAITING, ManuscriptState.RESERVE]
    assert panel.states[ManuscriptState.RESERVE].text() == "In reserve 2"
    assert len(panel.view.chosen_ids()) == 2
    press(panel, KEY.Key_Z, MOD.ControlModifier)
    settle(filled, qtbot)
    assert {stored(filled)[title].state for title, *_ in _CAME_IN} == {ManuscriptState.WAITING}


def test_a_cell_is_written_in_place_and_tab_goes_to_the_next(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot
) -> None:
    choose(panel, "制种产业调研")
    press(panel, KEY.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.setText("市水利局")
    QTest.keyClick(editor, KEY.Key_Tab)
    author = QApplication.focusWidget()
    assert isinstance(author, QLineEdit)
    assert author is not editor
    QTest.keyClicks(author, "He Ping")
    QTest.keyClick(author, KEY.Key_Return)
    settle(filled, qtbot)
    row = stored(filled)["制种产业调研"]
    assert (row.contributor, row.author) == ("市水利局", "He Ping")
    press(panel, KEY.Key_Z, MOD.ControlModifier)
    settle(filled, qtbot)
    assert stored(filled)["制种产业调研"].author == ""
    assert panel.model.shown[panel.view.currentIndex().row()].author == ""


def test_undo_in_the_register_takes_back_its_own_steps_after_typing_in_the_text(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot
) -> None:
    choose(panel, "制种产业调研")
    press(panel, KEY.Key_3, MOD.AltModifier)
    settle(filled, qtbot)
    filled.editor.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "abc")
    settle(filled, qtbot)
    panel.view.setFocus()
    press(panel, KEY.Key_Z, MOD.ControlModifier)
    settle(filled, qtbot)
    assert stored(filled)["制种产业调研"].state is ManuscriptState.WAITING
    assert "abc" in plain_text(filled.editor.article())


@pytest.mark.parametrize("how", ["enter", "twice", "space"])
def test_a_manuscript_opens_above_it(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot, how: str
) -> None:
    choose(panel, "制种产业调研")
    if how == "twice":
        place = panel.view.visualRect(panel.view.currentIndex()).center()
        QTest.mouseDClick(panel.view.viewport(), LEFT, MOD.NoModifier, place)
    else:
        press(panel, KEY.Key_Return if how == "enter" else KEY.Key_Space)
    qtbot.waitUntil(
        lambda: filled.editor.article() is not None and filled.editor.article().title == "制种产业调研",
        timeout=WAIT,
    )
    assert panel.isVisible()
    in_text = filled.editor.isAncestorOf(QApplication.focusWidget())
    assert in_text is (how != "space")


def test_ctrl_enter_uses_manuscripts_in_the_issue_that_was_open(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot
) -> None:
    issue = filled.session.issue
    choose(panel, "关于养老服务的建议")
    press(panel, KEY.Key_Space)
    qtbot.waitUntil(lambda: filled.session.issue.id == MANUSCRIPTS, timeout=WAIT)
    choose(panel, "关于养老服务的建议", "协商议事平台")
    assert panel.adopt.text() == "Put into No. 1"
    press(panel, KEY.Key_Return, MOD.ControlModifier)
    settle(filled, qtbot)
    used = stored(filled)["协商议事平台"]
    assert used.issue_id == issue.id
    assert used.state is ManuscriptState.USED
    assert "2 put into No. 1" in filled.notices.text
    choose(panel, "协商议事平台")
    assert not panel.adopt.isEnabled()
    filled.work.stack.undo()
    settle(filled, qtbot)
    assert stored(filled)["协商议事平台"].state is ManuscriptState.WAITING


def test_rows_dropped_on_a_section_of_the_tree_stand_there(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot
) -> None:
    choose(panel, "关于养老服务的建议", "协商议事平台")
    rows = panel.view.selectionModel().selectedRows()
    section = filled.session.issue.sections[0]
    target = filled.tree.model.find(Kind.SECTION, section.id)
    data = panel.model.mimeData(rows)
    assert filled.tree.model.canDropMimeData(data, Qt.DropAction.MoveAction, 0, 0, target)
    filled.tree.model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, target)
    settle(filled, qtbot)
    first = filled.backend.wait(lambda desk: desk.contents(filled.session.issue.id)).sections[0]
    assert [row.title for row in first.articles[:2]] == ["关于养老服务的建议", "协商议事平台"]


def test_rows_dropped_on_the_bin_go_there_though_the_tree_has_not_read_them(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot
) -> None:
    choose(panel, "协商议事平台")
    assert not filled.tree.model.find(Kind.ARTICLE, panel.view.current_id()).isValid()
    data = panel.model.mimeData(panel.view.selectionModel().selectedRows())
    target = filled.tree.model.find(Kind.BIN, "recycle_bin")
    filled.tree.model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, target)
    settle(filled, qtbot)
    assert "协商议事平台" not in titles(panel)
    assert [row.title for row in filled.backend.wait(lambda desk: desk.recycled())] == ["协商议事平台"]


def drop(panel: RegisterPanel, data: QMimeData) -> None:
    """Drop as the system does: first it asks, then it gives."""
    at = QPoint(200, 90)
    asked = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, LEFT, MOD.NoModifier)
    QApplication.sendEvent(panel, asked)
    assert asked.isAccepted()
    QApplication.sendEvent(
        panel, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, LEFT, MOD.NoModifier)
    )


def test_articles_dropped_on_it_are_manuscripts_again(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot
) -> None:
    article = next(filled.session.issue.articles())
    drop(panel, mime.packed(mime.Dragged((article.id,))))
    settle(filled, qtbot)
    assert stored(filled)[article.title].state is ManuscriptState.WAITING


@pytest.mark.parametrize("how", ["drop", "paste"])
def test_what_is_dropped_or_pasted_is_taken_in(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot, how: str
) -> None:
    text = "关于春耕的情况\n近日，全市春耕备耕工作有序展开，各地抢抓农时，落实面积。\n（市农业农村局供稿）"
    data = QMimeData()
    data.setText(text)
    with qtbot.waitSignal(filled.intake.ready, timeout=WAIT):
        if how == "drop":
            drop(panel, data)
        else:
            QGuiApplication.clipboard().setText(text)
            press(panel, KEY.Key_V, MOD.ControlModifier)
    qtbot.waitUntil(lambda: filled.review.page is not None, timeout=WAIT)
    QTest.keyClick(filled.review.page.focusWidget() or filled.review.page, KEY.Key_Escape)
    assert filled.review.page is None
    QGuiApplication.clipboard().clear()


def test_rows_are_copied_with_tabs(panel: RegisterPanel) -> None:
    choose(panel, "关于养老服务的建议", "协商议事平台")
    press(panel, KEY.Key_C, MOD.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 2
    assert lines[0].split("\t")[:4] == ["Waiting", "关于养老服务的建议", "安和县政协", "李晓梅"]
    assert {len(line.split("\t")) for line in lines} == {len(Column)}


def test_delete_moves_to_the_bin_and_undo_brings_back(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot
) -> None:
    choose(panel, "协商议事平台")
    press(panel, KEY.Key_Delete)
    settle(filled, qtbot)
    assert "协商议事平台" not in titles(panel)
    press(panel, KEY.Key_Z, MOD.ControlModifier)
    settle(filled, qtbot)
    assert "协商议事平台" in titles(panel)


def test_it_shows_what_is_typed_and_what_the_tree_does(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot
) -> None:
    choose(panel, "制种产业调研")
    press(panel, KEY.Key_Return)
    qtbot.waitUntil(
        lambda: filled.editor.article() is not None and filled.editor.article().title == "制种产业调研",
        timeout=WAIT,
    )
    filled.editor.go_to("headline", 0)
    QTest.keyClicks(QApplication.focusWidget(), "A")
    qtbot.waitUntil(lambda: "A制种产业调研" in titles(panel), timeout=WAIT)
    own_id = filled.editing.article_id
    section = filled.backend.wait(lambda desk: desk.outline().publications[0].issues[0].id)
    place = filled.backend.wait(lambda desk: desk.contents(section).sections[0].id)
    filled.work.act(MoveArticles(((own_id, place, 0),)), "test")
    settle(filled, qtbot)
    row = panel.model.shown[panel.model.row_of(own_id)]
    assert row.state is ManuscriptState.USED


def test_an_original_opens_as_a_copy_nobody_can_write_on(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot, opened: Opened
) -> None:
    choose(panel, "关于养老服务的建议")
    press(panel, KEY.Key_Return, MOD.AltModifier)
    qtbot.waitUntil(lambda: bool(opened.urls), timeout=WAIT)
    copy = Path(opened.urls[0].toLocalFile())
    assert copy.name == "建议.txt"
    assert copy.read_bytes() == _TEXT
    assert not copy.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    filled.close()
    assert not copy.exists()


def test_what_is_no_document_is_not_opened(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot, opened: Opened
) -> None:
    choose(panel, "制种产业调研")
    press(panel, KEY.Key_Return, MOD.AltModifier)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    assert "is HTML, no document that is opened from here" in QApplication.activeModalWidget().words.text()
    QApplication.activeModalWidget().reject()
    assert opened.urls == []
    choose(panel, "协商议事平台")
    assert not filled.findChild(QObject, "action_register_open_original").isEnabled()


def answer(qtbot: QtBot, path: Path) -> None:
    """Choose a name in the file dialog that is open."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog), timeout=WAIT)
    dialog = QApplication.activeModalWidget()
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()


def test_an_original_is_saved_as_it_came(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(panel, "关于养老服务的建议")
    filled.findChild(QObject, "action_register_save_original").trigger()
    answer(qtbot, tmp_path / "留底.txt")
    qtbot.waitUntil((tmp_path / "留底.txt").exists, timeout=WAIT)
    settle(filled, qtbot)
    assert (tmp_path / "留底.txt").read_bytes() == _TEXT
    assert "留底.txt" in filled.notices.text


def test_what_is_listed_is_exported_or_all_of_it(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    panel.states[ManuscriptState.WAITING].click()
    sheets = {}
    for name in ("export_shown", "export_all"):
        target = tmp_path / f"{name}.xlsx"
        filled.findChild(QObject, f"action_register_{name}").trigger()
        answer(qtbot, target)
        qtbot.waitUntil(target.exists, timeout=WAIT)
        settle(filled, qtbot)
        with zipfile.ZipFile(BytesIO(target.read_bytes())) as book:
            sheets[name] = book.read("xl/sharedStrings.xml").decode("utf-8")
    sample = next(filled.session.issue.articles()).title
    assert "协商议事平台" in sheets["export_shown"]
    assert sample not in sheets["export_shown"]
    assert sample in sheets["export_all"]


def test_a_register_that_is_open_elsewhere_is_left_alone_and_that_is_told(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "登记.xlsx"
    target.write_bytes(b"old")
    (tmp_path / ".~lock.登记.xlsx#").write_text("陈志远,chen,pc,29.11.2026 08:00,x;", encoding="utf-8")
    feature = next(each for each in filled.features if type(each).__name__ == "Register")
    feature.exports.write(target, panel.model.rows)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    assert "is open in LibreOffice" in QApplication.activeModalWidget().words.text()
    QApplication.activeModalWidget().reject()
    assert target.read_bytes() == b"old"


def test_the_issue_a_manuscript_was_used_in_is_shown_in_the_tree(
    panel: RegisterPanel, filled: MainWindow, qtbot: QtBot
) -> None:
    choose(panel, "协商议事平台")
    press(panel, KEY.Key_Space)
    qtbot.waitUntil(lambda: filled.session.issue.id == MANUSCRIPTS, timeout=WAIT)
    used = next(row for row in panel.model.shown if row.issue_id)
    choose(panel, used.title)
    filled.findChild(QObject, "action_register_show_use").trigger()
    qtbot.waitUntil(lambda: filled.session.issue.id == used.issue_id, timeout=WAIT)
    settle(filled, qtbot)
    assert [node.id for node in filled.tree.selected()] == [used.article_id]
    assert filled.tree.view.hasFocus()


# Where the article in the editor came from


@pytest.fixture
def came(filled: MainWindow, panel: RegisterPanel, qtbot: QtBot) -> MainWindow:
    """The window with a manuscript in the editor whose original is kept."""
    choose(panel, "关于养老服务的建议")
    press(panel, KEY.Key_Return)
    qtbot.waitUntil(filled.action_show_original.isEnabled, timeout=WAIT)
    return filled


def origin(window: MainWindow) -> object:
    return next(each for each in window.features if type(each).__name__ == "Origin")


def test_a_line_says_where_the_open_article_came_from(
    came: MainWindow, panel: RegisterPanel, qtbot: QtBot
) -> None:
    line = origin(came).line
    today = dt.datetime.now()
    said = f"Original: 建议.txt · received {today.month}/{today.day} · from 安和县政协 李晓梅"
    assert line.isVisible()
    assert line.findChild(QLabel).toolTip() == said
    choose(panel, "协商议事平台")
    press(panel, KEY.Key_Space)
    qtbot.waitUntil(lambda: "北川区政协" in line.findChild(QLabel).toolTip(), timeout=WAIT)
    assert not line.look.isVisible()
    assert not came.action_show_original.isEnabled()
    came.tree_acts.new_article()
    qtbot.waitUntil(lambda: not line.isVisible(), timeout=WAIT)


def test_a_key_puts_the_original_beside_the_text_and_escape_takes_it_away(
    came: MainWindow, qtbot: QtBot
) -> None:
    assert came.preview.isVisible()
    QTest.keyClick(came, KEY.Key_O, MOD.ControlModifier | MOD.AltModifier)
    pane = came.findChild(OriginalPane)
    qtbot.waitUntil(lambda: "安和县政协近日报来养老服务的建议。" in pane.text.toPlainText(), timeout=WAIT)
    assert came.editor.isVisible()
    assert came.editor.width() > 300
    assert not came.preview.isVisible()  # it made room
    QTest.keyClicks(pane.text, "x")
    assert "x" not in pane.text.toPlainText()
    pane.text.setFocus()
    QTest.keyClick(pane.text, KEY.Key_Escape)
    assert not pane.isVisible()
    assert came.preview.isVisible()
    assert came.editor.isAncestorOf(QApplication.focusWidget())


def test_an_original_that_cannot_be_read_says_why(
    came: MainWindow, panel: RegisterPanel, qtbot: QtBot
) -> None:
    came.action_show_original.trigger()
    pane = came.findChild(OriginalPane)
    qtbot.waitUntil(lambda: "安和县政协" in pane.text.toPlainText(), timeout=WAIT)
    article = came.editing.article_id
    content = b"PK\x05\x06" + bytes(18)
    sha256 = hashlib.sha256(content).hexdigest()
    came.backend.wait(
        lambda desk: desk.receive(
            Manuscript(article, dt.datetime.now(dt.UTC), original=sha256, file_name="空.zip"),
            Original(sha256, "空.zip", content),
        )
    )
    came.work.changed.emit(frozenset())
    qtbot.waitUntil(lambda: pane.name == "空.zip", timeout=WAIT)
    qtbot.waitUntil(lambda: "空.zip" in pane.text.placeholderText(), timeout=WAIT)
    assert pane.text.toPlainText() == ""
