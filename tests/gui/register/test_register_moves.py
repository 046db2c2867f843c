"""Manuscripts opened, used, dragged, copied and deleted in the register."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui.register.columns import Column
from bulletin_desktop.gui.register.panel import RegisterPanel
from bulletin_desktop.gui.tree import mime
from bulletin_desktop.gui.tree.nodes import Kind
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.library.nodes import MANUSCRIPTS
from bulletin_desktop.services.acts import MoveArticles
from bulletin_desktop.services.register import (
    ManuscriptState,
)
from tests.gui.register.hands import (
    KEY,
    LEFT,
    MOD,
    WAIT,
    choose,
    press,
    settle,
    stored,
    titles,
)


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
