"""From the menu to the pages: a template changed, taken back, imported, and kept by what was sent."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui.export_flow import Order
from bulletin_desktop.gui.templates.dialog import TemplateDialog
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.services import publish, template_files
from bulletin_desktop.typeset import template

WAIT = 15_000


def top(window: MainWindow) -> int:
    """The top margin of the pages in the window's preview, in whole millimetres."""
    layout = window.session.layout
    return 0 if layout is None else round(layout.template.page.top * 25.4 / 1440)


def dialog(window: MainWindow, qtbot: QtBot) -> TemplateDialog:
    window.action_page_template.trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), TemplateDialog), timeout=WAIT)
    return QApplication.activeModalWidget()


def set_top(window: MainWindow, qtbot: QtBot, millimetres: int) -> None:
    """Type another top margin, and save with Enter."""
    shown = dialog(window, qtbot)
    editor = shown._page().rows["page.top"].editor
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, str(millimetres))
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=WAIT)


def press(window: MainWindow, label: str) -> None:
    button = next(each for each in window.notices.findChildren(QPushButton) if each.text() == label)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_is_saved_is_on_the_pages_and_is_taken_back(filled: MainWindow, qtbot: QtBot) -> None:
    set_top(filled, qtbot, 30)
    qtbot.waitUntil(lambda: top(filled) == 30, timeout=WAIT)
    qtbot.waitUntil(lambda: "is set by “Page of" in filled.notices.text, timeout=WAIT)
    press(filled, "Undo")
    qtbot.waitUntil(lambda: top(filled) == 37, timeout=WAIT)
    assert len(filled.backend.wait(lambda desk: desk.templates())) == len(template.BUILT_IN)
    filled.work.stack.redo()
    qtbot.waitUntil(lambda: top(filled) == 30, timeout=WAIT)


def test_a_saved_template_is_changed_again_not_made_twice(filled: MainWindow, qtbot: QtBot) -> None:
    set_top(filled, qtbot, 30)
    qtbot.waitUntil(lambda: top(filled) == 30, timeout=WAIT)
    set_top(filled, qtbot, 33)
    qtbot.waitUntil(lambda: top(filled) == 33, timeout=WAIT)
    assert len(filled.backend.wait(lambda desk: desk.templates())) == len(template.BUILT_IN) + 1


def test_leaving_the_dialog_changes_nothing(filled: MainWindow, qtbot: QtBot) -> None:
    shown = dialog(filled, qtbot)
    QTest.mouseClick(shown.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=WAIT)
    assert filled.work.stack.undoText() != "Page and template"
    assert top(filled) == 37


def test_what_was_exported_keeps_its_look_until_a_person_sets_it_anew(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(filled.exports.written, timeout=WAIT):
        filled.exports.write(Order(tmp_path / "issue.docx"))
    issue_id = filled.session.issue.id
    qtbot.waitUntil(lambda: filled.backend.wait(lambda desk: desk.look(issue_id).kept), timeout=WAIT)
    set_top(filled, qtbot, 30)
    qtbot.waitUntil(lambda: "keeps its look" in filled.notices.text, timeout=WAIT)
    assert filled.backend.wait(lambda desk: desk.look(issue_id).text.count("mm = 37"))
    press(filled, "Set it anew")
    qtbot.waitUntil(lambda: top(filled) == 30, timeout=WAIT)
    filled.work.stack.undo()
    qtbot.waitUntil(lambda: top(filled) == 37, timeout=WAIT)


def test_an_issue_that_follows_is_not_set_anew(filled: MainWindow, qtbot: QtBot) -> None:
    filled.action_renew_look.trigger()
    qtbot.waitUntil(lambda: "follows its publication's template" in filled.notices.text, timeout=WAIT)


def test_a_wrong_file_is_told_with_line_and_value_and_leaves_everything_as_it_was(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    set_top(filled, qtbot, 30)
    qtbot.waitUntil(lambda: top(filled) == 30, timeout=WAIT)
    before = filled.backend.wait(lambda desk: desk.templates())
    wrong = tmp_path / "wrong.toml"
    wrong.write_text('base = "jianbao"\n\n[page]\ntop = { mm = 900, strength = "规定" }\n', encoding="utf-8")
    shown = dialog(filled, qtbot)
    draft = shown.draft
    filled.templates.import_file(shown, wrong)
    qtbot.waitUntil(lambda: "wrong.toml, line 4" in shown.note.text(), timeout=WAIT)
    assert "page.top" in shown.note.text()
    assert "mm = 900" in shown.note.text()
    assert shown.draft is draft
    shown.reject()
    assert filled.backend.wait(lambda desk: desk.templates()) == before
    assert top(filled) == 30


def test_a_template_goes_to_another_office_as_a_file(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "own.toml"
    shown = dialog(filled, qtbot)
    filled.templates.export_file(shown, shown.draft, path)
    qtbot.waitUntil(lambda: "“own.toml” was written" in shown.note.text(), timeout=WAIT)
    path.write_text(path.read_text(encoding="utf-8").replace("mm = 37", "mm = 31"), encoding="utf-8")
    filled.templates.import_file(shown, path)
    qtbot.waitUntil(lambda: "was read" in shown.note.text(), timeout=WAIT)
    shown.save.click()
    qtbot.waitUntil(lambda: top(filled) == 31, timeout=WAIT)
    assert template_files.read(path).base == "jianbao"


def test_a_name_that_is_taken_keeps_the_dialog_open(filled: MainWindow, qtbot: QtBot) -> None:
    shown = dialog(filled, qtbot)
    shown.copy.click()
    shown.name.setFocus()
    shown.name.selectAll()
    shown.name.insert("政协信息")
    shown.name.textEdited.emit("政协信息")
    shown.save.click()
    qtbot.waitUntil(lambda: "already" in shown.note.text(), timeout=WAIT)
    assert shown.isVisible()
    assert shown.save.isEnabled()
    shown.reject()


def test_a_new_publication_is_given_its_template(window: MainWindow, qtbot: QtBot) -> None:
    window.action_new_issue.trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    asked = QApplication.activeModalWidget()
    assert [asked.template.itemData(nth) for nth in range(asked.template.count())] == list(template.BUILT_IN)
    asked.template.setFocus()
    QTest.keyClick(asked.template, Qt.Key.Key_End)
    asked.accept_button.click()
    qtbot.waitUntil(lambda: window.session.issue is not None, timeout=WAIT)
    assert window.session.issue.template == template.BUILT_IN[-1]
    row = window.backend.wait(lambda desk: desk.outline()).publications[0]
    assert row.template == template.BUILT_IN[-1]
    window.action_new_issue.trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    asked = QApplication.activeModalWidget()
    qtbot.waitUntil(lambda: asked.number.value() == 2, timeout=WAIT)
    assert not asked.template.isEnabled()
    assert asked.template.currentData() == template.BUILT_IN[-1]
    asked.reject()


def test_an_empty_issue_is_shown_with_a_fictional_one(window: MainWindow, qtbot: QtBot) -> None:
    window.action_new_issue.trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    QApplication.activeModalWidget().accept_button.click()
    qtbot.waitUntil(lambda: window.session.issue is not None, timeout=WAIT)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=WAIT)
    shown = dialog(window, qtbot)
    assert "fictional" in shown.note.text()
    qtbot.waitUntil(lambda: shown._layout is not None and len(shown._layout.pages) > 3, timeout=WAIT)
    shown.reject()


@pytest.mark.parametrize("built_in", template.BUILT_IN)
def test_every_template_sets_the_fictional_issue(built_in: str) -> None:
    from bulletin_desktop.services.sample_issue import sample_issue

    layout = publish.typesetter(built_in).layout(sample_issue("简报", "云溪县委办公室"))
    assert len(layout.pages) > 3
