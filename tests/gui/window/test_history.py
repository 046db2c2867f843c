"""The panel of versions as a person uses it: look, compare, restore, name; and the issue's side."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Span
from bulletin_desktop.gui.history.panel import HistoryPanel
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.services import acts

WAIT = 15_000
LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until everything asked for has come back."""
    window.editing.settle()
    history = next(each for each in window.features if type(each).__name__ == "History")
    lanes = (window.backend.lane, history._lane)
    for _ in range(4):
        qtbot.waitUntil(lambda: not any(lane.busy for lane in lanes), timeout=WAIT)
        QApplication.processEvents()


def article(window: MainWindow) -> Article:
    return window.session.article(window.editing.article_id)


def stored(window: MainWindow) -> Article:
    window.editing.settle()
    own_id = window.editing.article_id
    return window.backend.wait(lambda desk: desk.article(own_id))


def rewrite(window: MainWindow, qtbot: QtBot, *texts: str) -> Article:
    """Let the open article have these paragraphs, as one version of its own; the first ids stay."""
    now = article(window)
    ids = [block.id for block in now.blocks] + [new_id() for _ in texts]
    blocks = tuple(
        Paragraph(own_id, Role.BODY, (Span(text),)) for own_id, text in zip(ids, texts, strict=False)
    )
    new = replace(now, blocks=blocks)
    window.work.act(acts.SaveArticle(new, apart=True), "test")
    qtbot.waitUntil(lambda: article(window) == new, timeout=WAIT)
    return new


def press(panel: HistoryPanel, qtbot: QtBot, link: str) -> None:
    """Click a link in the page, by what it stands for."""
    page = panel.page

    def place() -> int:
        block = page.document().begin()
        while block.isValid():
            for stretch in block.textFormats():
                if stretch.format.anchorHref().startswith(link):
                    return block.position() + stretch.start + 1
            block = block.next()
        return -1

    qtbot.waitUntil(lambda: place() >= 0, timeout=WAIT)
    cursor = QTextCursor(page.document())
    cursor.setPosition(place())
    page.setTextCursor(cursor)
    page.ensureCursorVisible()
    QTest.mouseClick(page.viewport(), LEFT, pos=page.cursorRect(cursor).center())


def words(panel: HistoryPanel) -> str:
    return panel.page.toPlainText()


@pytest.fixture
def panel(filled: MainWindow, qtbot: QtBot) -> HistoryPanel:
    """An article with three versions: as it came in, with three paragraphs, with one changed and one gone."""
    rewrite(filled, qtbot, "第一段没有改动。", "全县生产总值增长5.2%。", "第三段后来删去了。")
    rewrite(filled, qtbot, "第一段没有改动。", "全县生产总值增长5.6%。")
    QTest.keyClick(filled, KEY.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    panel = filled.panels.made("history")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 3 and panel.page.changes > 0, timeout=WAIT)
    return panel


def test_the_keys_open_the_versions_with_the_one_before_the_newest_chosen(
    filled: MainWindow, panel: HistoryPanel, qtbot: QtBot
) -> None:
    qtbot.waitUntil(panel.list.hasFocus, timeout=WAIT)
    assert panel.list.currentIndex().row() == 1
    assert "5.2%5.6%" in words(panel)
    assert "第三段后来删去了。" in words(panel)
    assert "第一段" not in words(panel)  # folded
    assert panel.page.changes == 2


def test_the_form_says_what_the_colour_says(panel: HistoryPanel) -> None:
    forms = {}
    block = panel.page.document().begin()
    while block.isValid():
        for stretch in block.textFormats():
            forms[block.text()[stretch.start : stretch.start + stretch.length]] = QTextCharFormat(
                stretch.format
            )
        block = block.next()
    assert forms["5.2%"].fontStrikeOut()
    assert forms["5.6%"].fontUnderline()
    assert forms["第三段后来删去了。"].fontStrikeOut()


def test_what_is_folded_unfolds_by_a_click(panel: HistoryPanel, qtbot: QtBot) -> None:
    press(panel, qtbot, "unfold:")
    assert "第一段没有改动。" in words(panel)


def test_the_keys_go_from_change_to_change(panel: HistoryPanel) -> None:
    places = []
    for _ in range(3):
        QTest.keyClick(panel.list, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
        places.append(panel.page.textCursor().position())
    assert places[0] < places[1] == places[2]
    QTest.keyClick(panel.list, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert panel.page.textCursor().position() == places[0]


def test_a_deleted_paragraph_comes_back_and_can_go_again(
    filled: MainWindow, panel: HistoryPanel, qtbot: QtBot
) -> None:
    old = panel.page._difference.former
    press(panel, qtbot, f"restore:{old.blocks[2].id}")
    qtbot.waitUntil(lambda: len(article(filled).blocks) == 3, timeout=WAIT)
    assert stored(filled).blocks[2] == old.blocks[2]
    assert filled.notices.text == "Restored a paragraph"
    filled.work.stack.undo()
    qtbot.waitUntil(lambda: len(article(filled).blocks) == 2, timeout=WAIT)


def test_the_keyboard_alone_brings_a_paragraph_back_and_takes_that_back(
    filled: MainWindow, panel: HistoryPanel, qtbot: QtBot
) -> None:
    before = article(filled)
    panel.page.setFocus()
    QTest.keyClick(panel.page, KEY.Key_Tab)  # the folded paragraph
    QTest.keyClick(panel.page, KEY.Key_Tab)
    assert panel.page.textCursor().selectedText() == "Restore this paragraph"
    QTest.keyClick(panel.page, KEY.Key_Return)
    qtbot.waitUntil(lambda: article(filled).blocks[1].text.endswith("5.2%。"), timeout=WAIT)
    QTest.keyClick(panel.page, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: article(filled) == before, timeout=WAIT)


def test_escape_folds_the_panel_and_the_focus_is_in_the_text(
    filled: MainWindow, panel: HistoryPanel, qtbot: QtBot
) -> None:
    panel.page.setFocus()
    QTest.keyClick(panel.page, KEY.Key_Escape)
    assert filled.panels.open_name == ""
    qtbot.waitUntil(lambda: filled.editor.isAncestorOf(QApplication.focusWidget()), timeout=WAIT)


def test_a_changed_paragraph_comes_back_alone(filled: MainWindow, panel: HistoryPanel, qtbot: QtBot) -> None:
    press(panel, qtbot, f"restore:{article(filled).blocks[1].id}")
    qtbot.waitUntil(lambda: article(filled).blocks[1].text.endswith("5.2%。"), timeout=WAIT)
    assert len(stored(filled).blocks) == 2


def test_the_old_text_goes_to_the_clipboard(panel: HistoryPanel, qtbot: QtBot) -> None:
    press(panel, qtbot, "copy:")
    assert QApplication.clipboard().text() == "全县生产总值增长5.2%。"
    QApplication.clipboard().clear()


def test_a_paragraph_that_came_can_be_taken_out(
    filled: MainWindow, panel: HistoryPanel, qtbot: QtBot
) -> None:
    rewrite(filled, qtbot, "第一段没有改动。", "全县生产总值增长5.6%。", "乙丙丁戊己。")
    settle(filled, qtbot)
    panel.list.setFocus()
    QTest.keyClick(panel.list, KEY.Key_Up)
    press(panel, qtbot, "take-out:")
    qtbot.waitUntil(lambda: len(article(filled).blocks) == 2, timeout=WAIT)


def test_a_whole_version_comes_back_and_what_was_typed_is_a_version(
    filled: MainWindow, panel: HistoryPanel, qtbot: QtBot
) -> None:
    filled.editor.setFocus()
    QTest.keyClicks(filled.editor.focusProxy() or filled.editor, "abc")
    typed = stored(filled)
    assert "abc" in typed.title + "".join(block.text for block in typed.paragraphs())
    settle(filled, qtbot)
    rows = panel.model.rowCount()
    QTest.mouseClick(panel.restore, LEFT)
    qtbot.waitUntil(lambda: len(article(filled).blocks) == 3, timeout=WAIT)
    settle(filled, qtbot)
    qtbot.waitUntil(lambda: panel.model.rowCount() == rows + 1, timeout=WAIT)
    own_id = filled.editing.article_id
    history = filled.backend.wait(
        lambda desk: [desk.revision(own_id, row.revision) for row in desk.revisions(own_id)]
    )
    assert typed in history
    filled.work.stack.undo()
    qtbot.waitUntil(lambda: stored(filled) == typed, timeout=WAIT)


def test_typing_renews_the_list_and_keeps_the_choice(
    filled: MainWindow, panel: HistoryPanel, qtbot: QtBot
) -> None:
    chosen = panel.current()
    filled.editor.setFocus()
    QTest.keyClicks(filled.editor.focusProxy() or filled.editor, "xyz")
    filled.editing.settle()
    qtbot.waitUntil(lambda: "xyz" in words(panel), timeout=WAIT)
    assert panel.current() == chosen


def test_comparing_with_the_one_before_shows_what_made_it(panel: HistoryPanel, qtbot: QtBot) -> None:
    QTest.mouseClick(panel.before, LEFT)
    qtbot.waitUntil(lambda: "第一段没有改动。" in words(panel), timeout=WAIT)
    QTest.mouseClick(panel.now, LEFT)
    qtbot.waitUntil(lambda: "第一段没有改动。" not in words(panel), timeout=WAIT)


def test_the_first_version_is_said_to_be_that(panel: HistoryPanel, qtbot: QtBot) -> None:
    QTest.keyClick(panel.list, KEY.Key_Down)
    QTest.mouseClick(panel.before, LEFT)
    qtbot.waitUntil(lambda: words(panel) == "This is the article as it came in.", timeout=WAIT)


def test_f2_names_a_version_and_nothing_takes_the_name_away(
    filled: MainWindow, panel: HistoryPanel, qtbot: QtBot
) -> None:
    for name in ("v1", ""):
        QTest.keyClick(panel.list, KEY.Key_F2)
        editor = panel.list.findChild(QLineEdit)
        QTest.keyClick(editor, KEY.Key_Delete)  # all of it is selected
        QTest.keyClicks(editor, name)
        # A figure of the row that comes meanwhile must not write over it.
        panel.model.set_figures({panel.current().revision: (1, 1)})
        QTest.keyClick(editor, KEY.Key_Return)
        qtbot.waitUntil(lambda name=name: panel.current().name == name, timeout=WAIT)
        # The field goes a moment later; the next one would not be found beside it.
        qtbot.waitUntil(lambda: panel.list.findChild(QLineEdit) is None, timeout=WAIT)
    filled.work.stack.undo()
    qtbot.waitUntil(lambda: panel.current().name == "v1", timeout=WAIT)
    QTest.mouseClick(panel.named, LEFT)
    assert panel.list.model().rowCount() == 1


def test_the_menu_names_the_current_version(filled: MainWindow, panel: HistoryPanel, qtbot: QtBot) -> None:
    filled.panels.fold()
    history = next(each for each in filled.features if type(each).__name__ == "History")
    history.naming.trigger()
    qtbot.waitUntil(lambda: panel.list.findChild(QLineEdit) is not None, timeout=WAIT)
    QTest.keyClicks(panel.list.findChild(QLineEdit), "v1")
    QTest.keyClick(panel.list.findChild(QLineEdit), KEY.Key_Return)
    qtbot.waitUntil(lambda: panel.model.rows[0].name == "v1", timeout=WAIT)


def test_a_damaged_version_is_told_in_the_page_and_others_are_shown(
    filled: MainWindow, panel: HistoryPanel, qtbot: QtBot
) -> None:
    own_id = filled.editing.article_id

    def damage(desk: object) -> None:
        with desk._library.writing():
            nr = desk._library.articles.number(own_id)
            desk._library._db.execute(
                "UPDATE revisions SET data = zeroblob(9) WHERE nr ="
                " (SELECT nr FROM revisions WHERE article_nr = ? ORDER BY nr DESC LIMIT 1)",
                [nr],
            )

    filled.backend.wait(damage)
    QTest.keyClick(panel.list, KEY.Key_Up)
    qtbot.waitUntil(lambda: "damaged" in words(panel), timeout=WAIT)
    QTest.keyClick(panel.list, KEY.Key_Down)
    qtbot.waitUntil(lambda: "5.2%" in words(panel), timeout=WAIT)


def test_another_article_has_its_own_versions(filled: MainWindow, panel: HistoryPanel, qtbot: QtBot) -> None:
    other = list(filled.session.issue.articles())[1]
    filled.editing.open_article(other.id)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1, timeout=WAIT)
    settle(filled, qtbot)
    assert words(panel) == "Nothing differs."
    assert panel.page.changes == 0


def test_figures_of_a_row_are_found_when_it_is_seen(panel: HistoryPanel, qtbot: QtBot) -> None:
    from bulletin_desktop.gui.history.model import FIGURES_ROLE

    qtbot.waitUntil(lambda: panel.model.index(0).data(FIGURES_ROLE) is not None, timeout=WAIT)
    assert panel.model.index(0).data(FIGURES_ROLE) == (1, 11)


# The issue


@pytest.fixture
def issue_panel(filled: MainWindow, panel: HistoryPanel, qtbot: QtBot) -> HistoryPanel:
    """The issue's side, after an article was deleted and the number changed."""
    victim = list(filled.session.issue.articles())[-1]
    filled.work.act(acts.Delete((victim.id,)), "test")
    qtbot.waitUntil(lambda: victim.id not in [a.id for a in filled.session.issue.articles()], timeout=WAIT)
    filled.work.act(acts.UpdateIssue(replace(filled.session.issue, sections=(), number=7)), "test")
    qtbot.waitUntil(lambda: filled.session.issue.number == 7, timeout=WAIT)
    QTest.mouseClick(panel.issue, LEFT)
    qtbot.waitUntil(lambda: panel.model.rowCount() >= 3, timeout=WAIT)
    settle(filled, qtbot)
    return panel


def choose(panel: HistoryPanel, row: int) -> None:
    index = panel.list.model().index(row, 0)
    panel.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def test_the_issue_tells_what_became_of_it(issue_panel: HistoryPanel, qtbot: QtBot) -> None:
    choose(issue_panel, 2)
    qtbot.waitUntil(lambda: "removed from" in words(issue_panel), timeout=WAIT)
    assert "Number: 1 → 7" in words(issue_panel)
    QTest.mouseClick(issue_panel.before, LEFT)
    choose(issue_panel, 0)
    qtbot.waitUntil(lambda: words(issue_panel).startswith("Number: 1 → 7"), timeout=WAIT)


def test_an_issue_gets_its_arrangement_back_in_one_step(
    filled: MainWindow, issue_panel: HistoryPanel, qtbot: QtBot
) -> None:
    count = len(list(filled.session.issue.articles()))
    choose(issue_panel, 2)
    press(issue_panel, qtbot, "act:arrangement")
    qtbot.waitUntil(lambda: len(list(filled.session.issue.articles())) == count + 1, timeout=WAIT)
    assert filled.session.issue.number == 7
    filled.work.stack.undo()
    qtbot.waitUntil(lambda: len(list(filled.session.issue.articles())) == count, timeout=WAIT)


def test_an_issue_gets_its_details_back(filled: MainWindow, issue_panel: HistoryPanel, qtbot: QtBot) -> None:
    choose(issue_panel, issue_panel.model.rowCount() - 1)
    press(issue_panel, qtbot, "act:details")
    qtbot.waitUntil(lambda: filled.session.issue.number == 1, timeout=WAIT)
    assert filled.notices.text.startswith("Restored the details")


def test_a_step_of_the_issue_is_named_in_place(
    filled: MainWindow, issue_panel: HistoryPanel, qtbot: QtBot
) -> None:
    choose(issue_panel, 0)
    issue_panel.list.setFocus()
    QTest.keyClick(issue_panel.list, KEY.Key_F2)
    QTest.keyClicks(issue_panel.list.findChild(QLineEdit), "v1")
    QTest.keyClick(issue_panel.list.findChild(QLineEdit), KEY.Key_Return)
    qtbot.waitUntil(lambda: issue_panel.model.rows[0].name == "v1", timeout=WAIT)
