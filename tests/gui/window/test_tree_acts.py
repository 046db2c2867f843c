"""What a person does in the tree by keys and by dragging, and what the library and the selection are then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QInputMethodEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui.tree.model import COUNT
from bulletin_desktop.gui.tree.nodes import Kind, Node
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.library.nodes import MANUSCRIPTS
from bulletin_desktop.services.acts import SaveArticle
from tests.gui.window.tree_hands import choose, rows, selected, titles

WAIT = 15_000
KEY, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def compose(widget: QWidget, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def key(
    window: MainWindow, which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(window.tree.view, which, modifier)


def drop(window: MainWindow, dragged: Sequence[Node], target: Node) -> None:
    """Drop rows onto another row, through the view's own event."""
    view, model = window.tree.view, window.tree.model
    mime = model.mimeData([model.find(node.kind, node.id) for node in dragged])
    view.scrollTo(model.find(target.kind, target.id))
    at = QPointF(view.visualRect(model.find(target.kind, target.id)).center())
    none = Qt.KeyboardModifier.NoModifier
    view.dropEvent(QDropEvent(at, Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, none))


def type_name(window: MainWindow, name: str) -> None:
    """Press F2 and type another name."""
    key(window, KEY.Key_F2)
    field = window.tree.view.findChild(QLineEdit)
    field.selectAll()
    field.clear()
    compose(field, name)
    QTest.keyClick(field, KEY.Key_Return)


def test_states_of_several_are_set_by_one_key_and_undone_as_one(filled: MainWindow, qtbot: QtBot) -> None:
    first, second, third = rows(filled, Kind.ARTICLE)[:3]
    choose(filled, first, second)
    key(filled, KEY.Key_2, ALT)
    qtbot.waitUntil(
        lambda: [node.state for node in (first, second, third)] == ["checked", "checked", "draft"]
    )
    assert filled.action_state_checked.isChecked()
    choose(filled, third)
    filled.action_undo.trigger()
    qtbot.waitUntil(lambda: [node.state for node in (first, second)] == ["draft", "draft"])
    qtbot.waitUntil(lambda: selected(filled) == [first.title, second.title])


def test_a_headline_is_typed_over_where_it_stands(filled: MainWindow, qtbot: QtBot) -> None:
    first = rows(filled, Kind.ARTICLE)[0]
    choose(filled, first)
    before = first.title
    type_name(filled, "换了一个标题")
    qtbot.waitUntil(lambda: first.title == "换了一个标题")
    qtbot.waitUntil(lambda: filled.editor.article().title == "换了一个标题")
    filled.tree.view.setFocus()
    filled.action_undo.trigger()
    qtbot.waitUntil(lambda: first.title == before)


def test_a_publication_is_renamed_and_an_issue_opens_its_details(filled: MainWindow, qtbot: QtBot) -> None:
    publication, issue = rows(filled, Kind.PUBLICATION)[0], rows(filled, Kind.ISSUE)[0]
    choose(filled, publication)
    type_name(filled, "云溪信息")
    qtbot.waitUntil(lambda: publication.title == "云溪信息")
    choose(filled, issue)
    key(filled, KEY.Key_F2)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    QApplication.activeModalWidget().reject()


@pytest.mark.parametrize("name", ["", "　 "])
def test_no_name_is_refused_with_a_quiet_sentence(filled: MainWindow, qtbot: QtBot, name: str) -> None:
    section = rows(filled, Kind.SECTION)[0]
    before = section.title
    choose(filled, section)
    steps = filled.work.stack.count()
    type_name(filled, name)
    qtbot.waitUntil(lambda: "cannot be empty" in filled.notices.text)
    assert (section.title, filled.work.stack.count()) == (before, steps)


def test_a_name_of_500_characters_is_kept_whole(filled: MainWindow, qtbot: QtBot) -> None:
    section = rows(filled, Kind.SECTION)[0]
    choose(filled, section)
    type_name(filled, "长" * 500)
    qtbot.waitUntil(lambda: section.title == "长" * 500)
    qtbot.waitUntil(lambda: filled.session.issue.sections[0].title == "长" * 500)


def test_articles_are_dragged_to_the_manuscripts_and_open_there(filled: MainWindow, qtbot: QtBot) -> None:
    first, second = rows(filled, Kind.ARTICLE)[:2]
    inbox = rows(filled, Kind.INBOX)[0]
    names = [first.title, second.title]
    drop(filled, [first, second], inbox)
    qtbot.waitUntil(lambda: [node.title for node in inbox.children] == names)
    qtbot.waitUntil(lambda: selected(filled) == names)
    qtbot.waitUntil(lambda: filled.session.issue is not None and filled.session.issue.id == MANUSCRIPTS)
    qtbot.waitUntil(lambda: filled.editor.article() is not None and filled.editor.article().title == names[0])
    qtbot.waitUntil(lambda: filled.session.layout is not None and bool(filled.session.layout.pages))
    for name in ("export", "print", "issue_fields", "new_section", "page_template"):
        assert not getattr(filled, f"action_{name}").isEnabled()
    assert filled.action_new_article.isEnabled()
    filled.tree.view.setFocus()
    filled.action_undo.trigger()
    qtbot.waitUntil(lambda: titles(filled)[:2] == names and not inbox.children)
    qtbot.waitUntil(lambda: filled.session.issue.id != MANUSCRIPTS and filled.action_export.isEnabled())


def test_a_new_article_is_written_among_the_manuscripts(filled: MainWindow, qtbot: QtBot) -> None:
    inbox = rows(filled, Kind.INBOX)[0]
    choose(filled, inbox)
    qtbot.waitUntil(lambda: filled.session.issue is not None and filled.session.issue.id == MANUSCRIPTS)
    filled.action_new_article.trigger()
    qtbot.waitUntil(lambda: len(inbox.children) == 1)
    qtbot.waitUntil(lambda: filled.editor.isVisible() and filled.editor.article() is not None)


def test_sections_change_places_by_keys_and_by_dragging(filled: MainWindow, qtbot: QtBot) -> None:
    def order() -> list[str]:
        return [node.title for node in rows(filled, Kind.SECTION)]

    first, second, *rest = rows(filled, Kind.SECTION)
    before = order()
    choose(filled, first)
    key(filled, KEY.Key_Down, CTRL)
    qtbot.waitUntil(lambda: order() == [second.title, first.title, *(node.title for node in rest)])
    assert selected(filled) == [first.title]
    drop(filled, [rows(filled, Kind.SECTION)[0]], first)
    qtbot.waitUntil(lambda: order() == before)
    qtbot.waitUntil(lambda: selected(filled) == [second.title])


def test_rows_dropped_on_the_bin_are_deleted_and_dragged_out_again(filled: MainWindow, qtbot: QtBot) -> None:
    first = rows(filled, Kind.ARTICLE)[0]
    before, name = titles(filled), first.title
    drop(filled, [first], rows(filled, Kind.BIN)[0])
    qtbot.waitUntil(lambda: titles(filled) == before[1:])
    assert "recycle bin" in filled.notices.text
    filled.tree.view.expand(filled.tree.model.find(Kind.BIN, "recycle_bin"))
    qtbot.waitUntil(lambda: len(rows(filled, Kind.BIN_ITEM)) == 1)
    last = rows(filled, Kind.SECTION)[-1]
    drop(filled, rows(filled, Kind.BIN_ITEM), last)
    qtbot.waitUntil(lambda: bool(last.children) and last.children[-1].title == name)
    qtbot.waitUntil(lambda: selected(filled) == [name])
    filled.action_undo.trigger()
    qtbot.waitUntil(lambda: titles(filled) == before[1:])


def test_enter_puts_a_row_of_the_bin_back(filled: MainWindow, qtbot: QtBot) -> None:
    before = titles(filled)
    choose(filled, rows(filled, Kind.ARTICLE)[0])
    key(filled, KEY.Key_Delete)
    qtbot.waitUntil(lambda: titles(filled) == before[1:])
    filled.tree.view.expand(filled.tree.model.find(Kind.BIN, "recycle_bin"))
    qtbot.waitUntil(lambda: len(rows(filled, Kind.BIN_ITEM)) == 1)
    choose(filled, rows(filled, Kind.BIN_ITEM)[0])
    key(filled, KEY.Key_Return)
    qtbot.waitUntil(lambda: titles(filled) == before)


def test_enter_goes_to_the_text_and_folds_what_has_rows(filled: MainWindow, qtbot: QtBot) -> None:
    section, article = rows(filled, Kind.SECTION)[0], rows(filled, Kind.ARTICLE)[0]
    choose(filled, section)
    view = filled.tree.view
    key(filled, KEY.Key_Return)
    assert not view.isExpanded(view.currentIndex())
    key(filled, KEY.Key_Right, ALT)
    assert view.isExpanded(view.currentIndex())
    key(filled, KEY.Key_Left, ALT)
    assert not view.isExpanded(view.currentIndex())
    key(filled, KEY.Key_Return)
    choose(filled, article)
    key(filled, KEY.Key_Return)
    assert filled.editor.focusProxy().hasFocus()


def test_a_title_is_found_by_typing_it_in_chinese(filled: MainWindow, qtbot: QtBot) -> None:
    choose(filled, rows(filled, Kind.ARTICLE)[0])
    wanted = next(node for node in rows(filled, Kind.ARTICLE)[1:] if node.title[:3] not in titles(filled)[0])
    compose(filled.tree.view, wanted.title[:3])
    assert selected(filled) == [wanted.title]


def test_the_menu_key_offers_what_the_row_can_do(filled: MainWindow, qtbot: QtBot) -> None:
    choose(filled, rows(filled, Kind.ARTICLE)[0])
    view = filled.tree.view  # the system turns the key into this event
    at = view.viewport().rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert {filled.action_rename, filled.action_delete, filled.menu_state.menuAction()} <= {*menu.actions()}
    menu.close()


def test_pages_are_known_again_before_the_issue_is_opened(
    filled: MainWindow, open_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    issue = rows(filled, Kind.ISSUE)[0]
    pages = f"{len(filled.session.layout.pages)} pages"
    assert filled.tree.model.find(Kind.ISSUE, issue.id).data(COUNT) == pages
    filled.close()
    again = open_window()
    assert again.tree.model.find(Kind.ISSUE, issue.id).data(COUNT) == pages


def test_problems_are_told_in_words_to_who_rests_on_them(filled: MainWindow, qtbot: QtBot) -> None:
    article = replace(filled.editor.article(), headline=())
    filled.work.act(SaveArticle(article), "spoil")
    node = rows(filled, Kind.ARTICLE)[0]
    qtbot.waitUntil(lambda: node.problems > 0)
    view = filled.tree.view
    at = view.visualRect(filled.tree.model.find(Kind.ARTICLE, article.id)).center()
    QTest.mouseMove(view.viewport(), at)
    QApplication.sendEvent(
        view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    )
    qtbot.waitUntil(lambda: "No headline" in QToolTip.text())
    QToolTip.hideText()


def test_files_and_folders_dropped_on_the_tree_are_taken_in(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path, sample_text: str
) -> None:
    folder = tmp_path / "来稿"
    folder.mkdir()
    (folder / "一.txt").write_text(sample_text, encoding="utf-8")
    (folder / "图.png").write_bytes(b"x")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    button, at = Qt.MouseButton.LeftButton, QPointF(20, 20)
    enter = QDragEnterEvent(at.toPoint(), Qt.DropAction.CopyAction, mime, button, NONE)
    QApplication.sendEvent(filled.tree.view.viewport(), enter)
    assert enter.isAccepted()
    filled.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, mime, button, NONE))
    qtbot.waitUntil(lambda: filled.review.page is not None, timeout=WAIT)
    assert len(filled.review.page.recognitions()) == 1
    filled.review.leave()


def test_a_folder_without_text_is_told(filled: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "空的"
    folder.mkdir()
    filled.intake.open_files([folder])
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    assert "空的" in QApplication.activeModalWidget().words.text()
    QApplication.activeModalWidget().reject()


def test_what_is_folded_opens_while_rows_are_held_over_it(filled: MainWindow, qtbot: QtBot) -> None:
    view, model = filled.tree.view, filled.tree.model
    section, last = rows(filled, Kind.SECTION)[0], rows(filled, Kind.ARTICLE)[-1]
    index = model.find(Kind.SECTION, section.id)
    view.collapse(index)
    mime = model.mimeData([model.find(Kind.ARTICLE, last.id)])
    at = view.visualRect(index).center()
    QCursor.setPos(view.viewport().mapToGlobal(at))
    qtbot.wait(50)  # a move of the mouse without a drag would end what follows
    button = Qt.MouseButton.LeftButton
    view.dragEnterEvent(QDragEnterEvent(at, Qt.DropAction.MoveAction, mime, button, NONE))
    view.dragMoveEvent(QDragMoveEvent(at, Qt.DropAction.MoveAction, mime, button, NONE))
    qtbot.waitUntil(lambda: view.isExpanded(index))
    view.dragLeaveEvent(QDragLeaveEvent())


def test_where_no_manuscript_waits_the_next_step_is_told(filled: MainWindow, qtbot: QtBot) -> None:
    choose(filled, rows(filled, Kind.INBOX)[0])
    qtbot.waitUntil(filled.empty.isVisible)
    assert any("No manuscript is waiting" in label.text() for label in filled.empty.findChildren(QLabel))


def test_a_new_section_is_selected_alone_while_ctrl_is_still_down(filled: MainWindow, qtbot: QtBot) -> None:
    """A hand leaves Ctrl+Shift+N later than the section comes; the next Del must not take the article too."""
    choose(filled, rows(filled, Kind.ARTICLE)[0])
    view = filled.tree.view
    QTest.keyPress(filled.windowHandle(), KEY.Key_Control, CTRL)
    QTest.keyPress(filled.windowHandle(), KEY.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: view.state() == view.State.EditingState)
    chosen = [filled.tree.model.node(index).kind for index in view.selectionModel().selectedRows()]
    QTest.keyRelease(filled.windowHandle(), KEY.Key_N, NONE)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    assert chosen == [Kind.SECTION]
