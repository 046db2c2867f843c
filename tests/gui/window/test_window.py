"""The window as a person meets it: real clicks and keys, and what is seen and stored afterwards."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QCloseEvent, QDragMoveEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.model import Mark
from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.cards import ActCard
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.export_flow import Order
from bulletin_desktop.gui.memory import Memory
from bulletin_desktop.gui.preview.desk import Desk
from bulletin_desktop.gui.start import BugReporter
from bulletin_desktop.gui.theme import Scheme
from bulletin_desktop.gui.tree.nodes import Kind, Node
from bulletin_desktop.gui.window import MainWindow
from tests.gui.window.tree_hands import rows, titles

WAIT = 15_000
LEFT = Qt.MouseButton.LeftButton


def compose(widget: QWidget, text: str) -> None:
    """Commit *text* as a Chinese input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def click_row(
    window: MainWindow, node: Node, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    view = window.tree.view
    rect = view.visualRect(window.tree.model.find(node.kind, node.id))
    QTest.mouseClick(view.viewport(), LEFT, modifier, rect.center())


def modal(qtbot: QtBot) -> QWidget:
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    return QApplication.activeModalWidget()


def shown(window: MainWindow) -> list[MessageDialog]:
    return [each for each in window.findChildren(MessageDialog) if each.isVisible()]


def test_an_empty_library_offers_the_next_step(window: MainWindow) -> None:
    assert window.welcome.isVisible()
    assert not window.tool_bar.isVisible()
    cards = [card.text() for card in window.welcome.findChildren(ActCard) if card.isVisible()]
    assert cards == ["Paste manuscripts", "Open manuscripts", "New issue", "Open the sample"]


def test_the_sample_becomes_an_issue(window: MainWindow, qtbot: QtBot) -> None:
    QTest.mouseClick(window.welcome.findChild(ActCard, "card_book"), LEFT)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is not window.welcome, timeout=WAIT)
    QTest.mouseClick(window.pages.currentWidget().accept, LEFT)
    dialog = modal(qtbot)
    dialog.publication.setCurrentText("云溪信息")
    QTest.mouseClick(dialog.accept_button, LEFT)
    qtbot.waitUntil(lambda: window.session.layout is not None and window.editor.isVisible(), timeout=WAIT)
    assert window.tool_bar.isVisible()
    qtbot.waitUntil(lambda: len(titles(window)) > 3)
    assert "云溪信息" in window.windowTitle()
    assert window.session.layout.pages[0].lines


def test_an_empty_clipboard_is_told_calmly(window: MainWindow, qtbot: QtBot) -> None:
    QApplication.clipboard().clear()
    window.action_paste_manuscript.trigger()
    dialog = modal(qtbot)
    assert isinstance(dialog, MessageDialog)
    assert "clipboard" in dialog.words.text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.welcome.isVisible()


def test_of_several_files_the_bad_one_is_told_and_the_good_one_goes_on(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, sample_text: str
) -> None:
    good, bad = tmp_path / "好.txt", tmp_path / "坏.txt"
    good.write_text(sample_text, encoding="utf-8")
    bad.write_bytes(b"")
    window.intake.open_files([bad, good])
    dialog = modal(qtbot)
    said = dialog.report.toPlainText()
    dialog.reject()
    qtbot.waitUntil(lambda: window.pages.currentWidget() not in (window.welcome, window.work_page))
    assert "坏.txt is empty" in said.replace("\n", " ")
    QTest.mouseClick(window.pages.currentWidget().cancel, LEFT)
    qtbot.waitUntil(window.welcome.isVisible)


def test_the_first_article_is_selected_and_shown(filled: MainWindow) -> None:
    assert [node.title for node in filled.tree.selected()] == titles(filled)[:1]
    assert filled.editor.article().title == titles(filled)[0]


def test_a_click_in_the_tree_opens_the_article(filled: MainWindow, qtbot: QtBot) -> None:
    third = rows(filled, Kind.ARTICLE)[2]
    click_row(filled, third)
    qtbot.waitUntil(lambda: filled.editor.article().id == third.id)
    assert filled.editor.article().title == third.title


def test_the_preview_turns_to_the_article_that_is_picked(filled: MainWindow, qtbot: QtBot) -> None:
    last = rows(filled, Kind.ARTICLE)[-1]
    page = filled.session.layout.page_of(last.id)
    assert page > 2
    click_row(filled, last)
    qtbot.waitUntil(lambda: abs(filled.preview.findChild(Desk, "desk").current_page() - page) <= 1)


def test_typing_reaches_pages_counts_tree_and_library(filled: MainWindow, qtbot: QtBot) -> None:
    article = filled.editor.article()
    count = rows(filled, Kind.ARTICLE)[0].count
    with qtbot.waitSignal(filled.session.saved, timeout=WAIT):
        compose(filled.editor.focusProxy(), "新加的这一句话。")
    assert any("新加的这一句话。" in placed.item.text for placed in filled.session.layout.placed)
    stored = filled.backend.wait(lambda desk: desk.article(article.id))
    assert any("新加的这一句话。" in block.text for block in stored.paragraphs())
    qtbot.waitUntil(lambda: rows(filled, Kind.ARTICLE)[0].count != count)
    assert any(label.text().startswith("Saved ") for label in filled.status_bar.findChildren(QLabel))


def test_undo_follows_the_pane_a_person_works_in(filled: MainWindow, qtbot: QtBot) -> None:
    sheet = filled.editor.focusProxy()
    sheet.setFocus()
    compose(sheet, "打错的字")
    before = titles(filled)
    filled.action_undo.trigger()
    qtbot.waitUntil(lambda: not any("打错的字" in b.text for b in filled.editor.article().paragraphs()))
    filled.tree.view.setFocus()
    QTest.keyClick(filled.tree.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: titles(filled) != before)
    filled.action_undo.trigger()
    qtbot.waitUntil(lambda: titles(filled) == before)


def test_undo_in_the_editor_takes_back_what_a_dialog_has_just_done(filled: MainWindow, qtbot: QtBot) -> None:
    sheet = filled.editor.focusProxy()
    sheet.setFocus()
    compose(sheet, "先写的字")
    filled.action_issue_fields.trigger()
    dialog = modal(qtbot)
    dialog.unit.setText("云溪市政协办公室")
    QTest.mouseClick(dialog.accept_button, LEFT)
    qtbot.waitUntil(lambda: filled.session.issue.masthead.unit == "云溪市政协办公室", timeout=WAIT)
    filled.activateWindow()
    qtbot.waitUntil(sheet.hasFocus, timeout=WAIT)
    filled.action_undo.trigger()
    qtbot.waitUntil(lambda: filled.session.issue.masthead.unit != "云溪市政协办公室", timeout=WAIT)
    assert filled.action_redo.isEnabled()
    assert any("先写的字" in block.text for block in filled.editor.article().paragraphs())
    compose(sheet, "又写的字")
    filled.editor.flush()
    filled.action_undo.trigger()
    assert not any("又写的字" in block.text for block in filled.editor.article().paragraphs())


def test_delete_goes_to_the_bin_and_the_quiet_bar_takes_it_back(filled: MainWindow, qtbot: QtBot) -> None:
    before = titles(filled)
    filled.tree.view.setFocus()
    QTest.keyClick(filled.tree.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(filled) == before[1:])
    qtbot.waitUntil(
        lambda: filled.editor.article() is not None and filled.editor.article().title == before[1]
    )
    assert "recycle bin" in filled.notices.text
    QTest.mouseClick(filled.notices._buttons[0], LEFT)
    qtbot.waitUntil(lambda: titles(filled) == before)
    assert filled.notices.text == ""


def test_undo_in_the_tree_says_what_it_has_undone(filled: MainWindow, qtbot: QtBot) -> None:
    click_row(filled, rows(filled, Kind.ARTICLE)[0])
    filled.tree.view.setFocus()
    step = filled.work.stack.undoText()
    assert step
    filled.action_undo.trigger()
    assert filled.notices.isVisible()
    assert filled.notices.text == f"Undone: {step}"


def test_several_articles_are_dragged_to_another_section(filled: MainWindow, qtbot: QtBot) -> None:
    sections = rows(filled, Kind.SECTION)
    first, second = rows(filled, Kind.ARTICLE)[:2]
    target = sections[-1]
    click_row(filled, first)
    click_row(filled, second, Qt.KeyboardModifier.ShiftModifier)
    view = filled.tree.view
    view.scrollToBottom()
    mime = filled.tree.model.mimeData(view.selectionModel().selectedRows())
    at = view.visualRect(filled.tree.model.find(Kind.SECTION, target.id)).center()
    drop = QDropEvent(QPointF(at), Qt.DropAction.MoveAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)
    view.dropEvent(drop)
    qtbot.waitUntil(lambda: [n.title for n in target.children[-2:]] == [first.title, second.title])
    qtbot.waitUntil(
        lambda: (
            [a.title for a in filled.session.issue.sections[-1].articles][-2:] == [first.title, second.title]
        )
    )
    assert {node.title for node in filled.tree.selected()} == {first.title, second.title}


@pytest.mark.parametrize(("share", "row"), [(0.1, 1), (0.4, 1), (0.6, 2), (0.9, 2)])
def test_the_drop_line_is_where_the_drop_goes(
    filled: MainWindow, qtbot: QtBot, share: float, row: int
) -> None:
    _, second, third = rows(filled, Kind.ARTICLE)[:3]
    view = filled.tree.view
    mime = filled.tree.model.mimeData([filled.tree.model.find(Kind.ARTICLE, third.id)])
    rect = view.visualRect(filled.tree.model.find(Kind.ARTICLE, second.id))
    at = QPointF(rect.center().x(), rect.top() + rect.height() * share)
    before = view.viewport().grab().toImage()
    move = QDragMoveEvent(at.toPoint(), Qt.DropAction.MoveAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)
    view.dragMoveEvent(move)
    assert move.isAccepted()
    during = view.viewport().grab().toImage()
    edge = rect.top() if row == 1 else rect.bottom()
    x = view.viewport().width() - 20
    assert during.pixelColor(x, edge) != before.pixelColor(x, edge)
    with qtbot.waitSignal(filled.tree.model.dropped) as dropped:
        view.dropEvent(QDropEvent(at, Qt.DropAction.MoveAction, mime, LEFT, Qt.KeyboardModifier.NoModifier))
    assert dropped.args[1].position == row


def test_a_section_is_renamed_where_it_stands(filled: MainWindow, qtbot: QtBot) -> None:
    section = rows(filled, Kind.SECTION)[0]
    click_row(filled, section)
    filled.tree.view.setFocus()
    QTest.keyClick(filled.tree.view, Qt.Key.Key_F2)
    field = filled.tree.view.findChild(QLineEdit)
    field.selectAll()
    compose(field, "本期关注")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(filled, Kind.SECTION)[0].title == "本期关注")
    qtbot.waitUntil(lambda: filled.session.issue.sections[0].title == "本期关注")


def test_a_new_article_is_written_from_scratch(filled: MainWindow, qtbot: QtBot) -> None:
    before = len(titles(filled))
    filled.action_new_article.trigger()
    qtbot.waitUntil(lambda: len(titles(filled)) == before + 1)
    qtbot.waitUntil(lambda: filled.editor.article() is not None and not filled.editor.article().headline)
    with qtbot.waitSignal(filled.session.saved, timeout=WAIT):
        compose(filled.editor.focusProxy(), "从头写的标题")
    qtbot.waitUntil(lambda: "从头写的标题" in titles(filled))


def test_a_click_on_a_page_puts_the_cursor_there(filled: MainWindow, qtbot: QtBot) -> None:
    article = filled.session.issue.sections[-1].articles[-1]
    filled.preview.clicked.emit(article.id, article.blocks[0].id, 1)
    qtbot.waitUntil(lambda: filled.editor.article().id == article.id)
    assert [node.id for node in filled.tree.selected()] == [article.id]


def test_the_next_issue_is_numbered_by_itself(filled: MainWindow, qtbot: QtBot) -> None:
    filled.action_new_issue.trigger()
    dialog = modal(qtbot)
    qtbot.waitUntil(lambda: dialog.number.value() == 2)
    assert dialog.running_number.value() == 2
    QTest.mouseClick(dialog.accept_button, LEFT)
    qtbot.waitUntil(lambda: filled.session.issue is not None and filled.session.issue.number == 2)
    assert filled.empty.isVisible()


def test_an_empty_new_issue_is_what_the_tree_stands_on(filled: MainWindow, qtbot: QtBot) -> None:
    click_row(filled, rows(filled, Kind.ARTICLE)[1])
    filled.action_new_issue.trigger()
    dialog = modal(qtbot)
    qtbot.waitUntil(lambda: dialog.number.value() == 2)
    QTest.mouseClick(dialog.accept_button, LEFT)
    qtbot.waitUntil(lambda: filled.session.issue is not None and filled.session.issue.number == 2)
    qtbot.waitUntil(lambda: [node.id for node in filled.tree.selected()] == [filled.session.issue.id])


def test_a_new_issue_with_an_article_is_undone_without_a_word(filled: MainWindow, qtbot: QtBot) -> None:
    first = filled.session.issue.id
    filled.action_new_issue.trigger()
    dialog = modal(qtbot)
    qtbot.waitUntil(lambda: dialog.number.value() == 2)
    QTest.mouseClick(dialog.accept_button, LEFT)
    qtbot.waitUntil(lambda: filled.session.issue is not None and filled.session.issue.number == 2)
    filled.action_new_article.trigger()
    qtbot.waitUntil(lambda: filled.editor.isVisible() and filled.editor.article() is not None)
    with qtbot.assertNotEmitted(filled.tree.failed, wait=500):
        filled.work.stack.undo()
        filled.work.stack.undo()
        qtbot.waitUntil(lambda: [node.id for node in rows(filled, Kind.ISSUE)] == [first], timeout=WAIT)


def test_a_new_publication_s_name_leaves_what_was_typed(filled: MainWindow, qtbot: QtBot) -> None:
    filled.action_new_issue.trigger()
    dialog = modal(qtbot)
    qtbot.waitUntil(lambda: dialog.number.value() == 2)
    dialog.year.setValue(2024)
    dialog.lists.take("report_to", "市委办公室")
    dialog.publication.setEditText("社情民意")
    dialog.publication.lineEdit().editingFinished.emit()
    assert dialog.year.value() == 2024
    assert [each.name for each in dialog.lists.lists().report_to] == ["市委办公室"]
    assert (dialog.number.value(), dialog.running_number.value()) == (1, 1)
    dialog.reject()


def test_roles_are_offered_only_where_a_paragraph_is(filled: MainWindow, qtbot: QtBot) -> None:
    button = filled.form_actions.role_button
    filled.editor.go_to("headline", 0)
    qtbot.waitUntil(lambda: not button.isEnabled())
    filled.editor.go_to(filled.editor.article().blocks[0].id, 0)
    qtbot.waitUntil(button.isEnabled)


def test_a_number_that_was_given_is_refused_in_the_dialog(filled: MainWindow, qtbot: QtBot) -> None:
    filled.action_new_issue.trigger()
    dialog = modal(qtbot)
    qtbot.waitUntil(lambda: dialog.number.value() == 2)
    dialog.number.setValue(1)
    QTest.mouseClick(dialog.accept_button, LEFT)
    qtbot.waitUntil(lambda: "already" in dialog.number_note.text() and dialog.accept_button.isEnabled())
    assert dialog.accept_button.isEnabled()
    dialog.reject()


def test_details_that_are_refused_stay_to_be_corrected(filled: MainWindow, qtbot: QtBot) -> None:
    filled.action_new_issue.trigger()
    dialog = modal(qtbot)
    qtbot.waitUntil(lambda: dialog.number.value() == 2)
    QTest.mouseClick(dialog.accept_button, LEFT)
    qtbot.waitUntil(lambda: filled.session.issue is not None and filled.session.issue.number == 2)
    filled.action_issue_fields.trigger()
    dialog = modal(qtbot)
    dialog.number.setValue(1)
    dialog.unit.setText("云溪市政协办公室")
    QTest.mouseClick(dialog.accept_button, LEFT)
    qtbot.waitUntil(lambda: "already" in dialog.number_note.text() and dialog.accept_button.isEnabled())
    assert dialog.unit.text() == "云溪市政协办公室"
    dialog.reject()


def test_what_arrives_during_a_review_joins_it(filled: MainWindow, qtbot: QtBot, sample_text: str) -> None:
    QApplication.clipboard().setText(sample_text)
    for count in (1, 2):
        filled.intake.paste()
        qtbot.waitUntil(
            lambda count=count: (
                filled.review.page is not None and len(filled.review.page.recognitions()) == count
            ),
            timeout=WAIT,
        )
    filled.review.leave()


def test_what_could_not_be_stored_stays_in_the_review(
    filled: MainWindow, qtbot: QtBot, library: Path, sample_text: str
) -> None:
    QApplication.clipboard().setText(sample_text)
    filled.action_paste_manuscript.trigger()
    qtbot.waitUntil(lambda: filled.review.page is not None, timeout=WAIT)
    library.rename(library.with_name("elsewhere.db"))
    filled.review.page.accept.click()
    dialog = modal(qtbot)
    assert filled.review.page is not None
    dialog.reject()
    library.with_name("elsewhere.db").rename(library)
    before = len(titles(filled))
    filled.review.page.accept.click()
    qtbot.waitUntil(lambda: len(titles(filled)) == 2 * before, timeout=WAIT)


def test_issue_details_change_the_masthead_on_the_page(filled: MainWindow, qtbot: QtBot) -> None:
    filled.action_issue_fields.trigger()
    dialog = modal(qtbot)
    dialog.unit.setText("云溪市政协办公室")
    QTest.mouseClick(dialog.accept_button, LEFT)
    qtbot.waitUntil(lambda: any("云溪市政协办公室" in p.item.text for p in filled.session.layout.placed))


def test_what_an_export_needs_is_loaded_before_it_is_asked_for(filled: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: filled.exports._publisher is not None, timeout=WAIT)


def test_export_writes_the_file_and_offers_to_open_it(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    button = filled.tool_bar.findChild(QToolButton, "export_button")
    QTest.mouseClick(button, LEFT)
    dialog = modal(qtbot)
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles()[0].endswith(".docx")
    target = tmp_path / "第1期.docx"
    with qtbot.waitSignal(filled.exports.written, timeout=WAIT) as written:
        dialog.selectFile(str(target))
        dialog.accept()
    assert zipfile.is_zipfile(target)
    assert "第1期.docx" in filled.notices.text
    kept = filled.backend.wait(lambda desk: desk.exported(written.args[0].export_id))
    assert (kept.issue, kept.name) == (filled.session.issue, "第1期.docx")


def test_a_failed_export_says_why_and_offers_another_name(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    filled.exports.write(Order(tmp_path / "gone" / "x.docx"))
    dialog = modal(qtbot)
    assert isinstance(dialog, MessageDialog)
    dialog.done(0)
    again = modal(qtbot)
    assert isinstance(again, QFileDialog)
    again.reject()


def test_a_narrow_window_folds_the_preview_to_a_strip(filled: MainWindow, qtbot: QtBot) -> None:
    filled.resize(1280, 800)
    qtbot.waitUntil(filled.preview.isVisible)
    filled.resize(1024, 640)
    qtbot.waitUntil(lambda: not filled.preview.isVisible())
    assert filled.strip.isVisible()
    QTest.mouseClick(filled.strip, LEFT)
    assert filled.preview.isVisible()
    export = filled.tool_bar.findChild(QToolButton, "export_button")
    right = export.mapTo(filled, QPoint(export.width(), 0)).x()
    assert export.isVisible()
    assert right <= filled.width()


def test_the_tree_is_hidden_and_shown_by_its_key(filled: MainWindow, qtbot: QtBot) -> None:
    for shown in (False, True):
        QTest.keyClick(filled, Qt.Key.Key_F8)
        qtbot.waitUntil(lambda shown=shown: filled.tree.isVisible() is shown)
        assert filled.action_show_tree.isChecked() is shown


@pytest.mark.parametrize("scheme", [Scheme.DARK, Scheme.LIGHT])
def test_a_scheme_is_chosen_live_and_remembered(
    open_window: Callable[[], MainWindow], scheme: Scheme
) -> None:
    window = open_window()
    getattr(window, f"action_scheme_{scheme}").trigger()
    assert window.theme.dark == (scheme is Scheme.DARK)
    window.close()
    assert open_window().theme.scheme is scheme


def test_tomorrow_the_same_article_is_open(
    filled: MainWindow, open_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    third = rows(filled, Kind.ARTICLE)[2]
    click_row(filled, third)
    qtbot.waitUntil(lambda: filled.editor.article().id == third.id)
    filled.close()
    again = open_window()
    qtbot.waitUntil(lambda: again.editor.article() is not None, timeout=WAIT)
    assert again.editor.article().id == third.id
    qtbot.waitUntil(lambda: [node.id for node in again.tree.selected()] == [third.id])


def test_after_a_crash_the_same_article_is_open(filled: MainWindow, library: Path, qtbot: QtBot) -> None:
    third = rows(filled, Kind.ARTICLE)[2]
    click_row(filled, third)
    place = (filled.session.issue.id, third.id)
    qtbot.waitUntil(lambda: Memory(library).place == place, timeout=WAIT)  # nothing was closed


def test_a_second_program_on_the_same_library_is_told(open_window: Callable[[], MainWindow]) -> None:
    open_window()
    with pytest.raises(UserError):
        open_window()


def test_closing_it_once_more_is_no_bug(filled: MainWindow) -> None:
    assert filled.close()
    again = QCloseEvent()
    QApplication.sendEvent(filled, again)
    assert again.isAccepted()


def test_closing_saves_what_was_typed_a_moment_ago(
    filled: MainWindow, open_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    compose(filled.editor.focusProxy(), "关窗之前")
    filled.close()
    again = open_window()
    qtbot.waitUntil(lambda: again.editor.article() is not None, timeout=WAIT)
    assert any("关窗之前" in block.text for block in again.editor.article().paragraphs())


def test_two_troubles_are_told_one_after_the_other(filled: MainWindow, qtbot: QtBot) -> None:
    filled.tell(UserError("The first."))
    filled.tell(UserError("The second."), ("Do", lambda: filled.setWindowTitle("done")))
    filled.tell(UserError("The first."))
    first = modal(qtbot)
    assert [each.words.text() for each in shown(filled)] == ["The first."]
    QTest.keyClick(first, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: [each.words.text() for each in shown(filled)] == ["The second."], timeout=WAIT)
    modal(qtbot).done(0)
    assert filled.windowTitle() == "done"
    qtbot.waitUntil(lambda: not shown(filled))
    qtbot.wait(50)
    assert not shown(filled)


def test_trouble_waits_until_another_dialog_is_answered(filled: MainWindow, qtbot: QtBot) -> None:
    filled.action_issue_fields.trigger()
    fields = modal(qtbot)
    filled.tell(UserError("Meanwhile."))
    qtbot.wait(50)
    assert shown(filled) == []
    QTest.keyClick(fields, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: [each.words.text() for each in shown(filled)] == ["Meanwhile."], timeout=WAIT)
    modal(qtbot).done(0)


@pytest.mark.parametrize(
    ("modifier", "mark"),
    [
        (Qt.KeyboardModifier.ControlModifier, Mark.SUBSCRIPT),
        (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Mark.SUPERSCRIPT),
    ],
)
def test_word_s_keys_lower_and_raise_characters(
    filled: MainWindow, modifier: Qt.KeyboardModifier, mark: Mark
) -> None:
    block = filled.editor.article().blocks[0]
    filled.editor.go_to(block.id, 0)
    filled.editor.select((block.id, 0), (block.id, 2))
    QTest.keyClick(filled.editor.focusWidget(), Qt.Key.Key_Equal, modifier)
    assert filled.editor.article().blocks[0].spans[0].marks == {mark}


def test_marks_are_offered_where_they_do_something(filled: MainWindow, qtbot: QtBot) -> None:
    bold = filled.form_actions.marks[Mark.BOLD]
    article = filled.editor.article()
    filled.editor.go_to("headline", 0)
    qtbot.waitUntil(lambda: not bold.isEnabled())
    filled.editor.go_to(article.blocks[0].id, 0)
    qtbot.waitUntil(bold.isEnabled)


def test_a_bug_is_told_after_the_text_is_saved(
    filled: MainWindow, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    compose(filled.editor.focusProxy(), "出错之前")
    error = RuntimeError("made up")
    with qtbot.waitSignal(filled.session.saved, timeout=WAIT):
        BugReporter(filled)(RuntimeError, error, None)
    dialog = modal(qtbot)
    assert "went wrong" in dialog.words.text()
    assert "made up" in caplog.text
    dialog.done(0)
