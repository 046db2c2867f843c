"""Ctrl+F and Ctrl+H in the open article, by keys as a person has them from Word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from bulletin_desktop.gui.find.bar import Where

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def selected(place) -> str:
    return place.sheet.textCursor().selectedText()


def test_the_bar_comes_up_and_marks_every_hit(place) -> None:
    place.find("防汛")
    assert place.bar.isVisible()
    assert place.bar.words.hasFocus()
    assert place.count in ("1 of 6", "2 of 6")
    assert selected(place) == "防汛"
    assert len(place.sheet.extraSelections()) == 6


def test_enter_and_f3_go_round(place) -> None:
    place.find("防汛")
    seen = []
    for key, modifier in (
        (Qt.Key.Key_Return, None),
        (Qt.Key.Key_F3, None),
        (Qt.Key.Key_Return, SHIFT),
        (Qt.Key.Key_F3, SHIFT),
    ):
        place.key(key, modifier or Qt.KeyboardModifier.NoModifier)
        seen.append(int(place.count.split()[0]))
    first = seen[2]
    assert seen == [first, first + 1, first, first - 1]
    for _ in range(6):
        place.key(Qt.Key.Key_F3)
    assert int(place.count.split()[0]) == first - 1


def test_escape_returns_to_the_text_at_the_hit(place) -> None:
    place.find("要防汛")
    place.key(Qt.Key.Key_Escape)
    assert place.bar.isHidden()
    assert place.sheet.hasFocus()
    assert selected(place) == "要防汛"
    assert place.sheet.extraSelections() == []


def test_f3_without_the_bar_looks_for_the_same_again(place) -> None:
    place.find("防汛")
    place.key(Qt.Key.Key_Escape)
    place.key(Qt.Key.Key_F3)
    assert place.bar.isVisible()
    assert place.sheet.hasFocus()
    assert place.count.endswith("of 6")


def test_what_is_selected_is_looked_for(place) -> None:
    body = place.first.sections[0].articles[0].blocks[0]
    place.window.editor.select((body.id, 1), (body.id, 3))
    place.find()
    assert place.bar.words.text() == "防汛"
    assert place.bar.words.selectedText() == "防汛"


def test_ctrl_f_again_goes_to_the_field(place) -> None:
    place.find("防汛")
    place.window.editor.setFocus()
    place.find()
    assert place.bar.words.hasFocus()


def test_ctrl_f_in_the_pages_finds_there_and_in_the_text_here(place) -> None:
    place.window.preview.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F, CONTROL)
    assert place.bar is None
    place.window.editor.setFocus()
    place.find("防汛")
    assert place.bar.words.hasFocus()


def test_hits_follow_what_is_typed(place) -> None:
    place.find("防汛")
    place.window.editor.setFocus()
    body = place.first.sections[0].articles[0].blocks[0]
    place.window.editor.go_to(body.id, 0)
    typed = QInputMethodEvent()
    typed.setCommitString("防汛")
    QApplication.sendEvent(place.sheet, typed)
    place.until(lambda: place.count.endswith("of 7"))


@pytest.mark.parametrize(
    ("words", "how", "part"),
    [("(", "pattern", "character"), ("(a+)+$", "pattern", ""), ("[", "pattern", "character")],
)
def test_what_is_no_pattern_is_told_in_the_bar(place, words: str, how: str, part: str) -> None:
    place.find()
    QTest.mouseClick(place.bar.how[how], Qt.MouseButton.LeftButton)
    place.bar.words.setText(words)
    assert part in place.bar.trouble.text()
    assert place.bar.trouble.isVisible() == bool(part)
    place.bar.words.setText("防汛")
    assert place.bar.trouble.isHidden()


def test_replace_one_and_go_on(place) -> None:
    place.find("防汛", replaces="防洪")
    place.window.editor.go_to("headline", 0)
    place.window.editor.flush()
    one = next(each for each in place.bar.findChildren(QPushButton) if each.text() == "Replace")
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)  # goes to the first
    assert selected(place) == "防汛"
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    assert place.window.editor.article().headline == ("关于防洪", "和抗旱")
    assert place.count == "1 of 5"
    assert selected(place) == "防汛"
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    assert place.text.startswith("在防洪，要防汛。")


def test_replace_all_reaches_tables_and_captions_and_is_one_step_of_the_editor_s_own(place) -> None:
    before = place.window.editor.article()
    place.find("防汛", replaces="防洪")
    every = next(each for each in place.bar.findChildren(QPushButton) if each.text() == "Replace all")
    QTest.mouseClick(every, Qt.MouseButton.LeftButton)
    after = place.window.editor.article()
    assert after.headline[0] == "关于防洪"
    assert after.blocks[1].rows[0][0].text == "防洪表"
    assert after.blocks[2].caption == "防洪图"
    assert place.count == "Not found"
    assert "6" in place.window.notices.text
    place.window.editor.setFocus()
    place.key(Qt.Key.Key_Z, CONTROL)
    assert place.window.editor.article() == before
    place.window.editing.settle()
    assert place.stored(before) == before


def test_only_what_is_selected_is_searched_and_grows_with_it(place) -> None:
    blocks = place.first.sections[0].articles[0].blocks
    place.window.editor.select((blocks[0].id, 4), (blocks[3].id, 3))
    place.find("防汛", replaces="防汛抗旱")
    assert place.bar.scope is Where.SELECTION
    assert place.count.endswith("of 2")
    every = next(each for each in place.bar.findChildren(QPushButton) if each.text() == "Replace all")
    QTest.mouseClick(every, Qt.MouseButton.LeftButton)
    assert place.text == "在防汛，要防汛抗旱。\n防汛抗旱完"
    assert place.count.endswith("of 2")


def test_the_arrow_down_offers_what_was_looked_for_before(place) -> None:
    place.find("防汛")
    place.key(Qt.Key.Key_Return)
    place.find("抗旱")
    place.key(Qt.Key.Key_Return)
    place.key(Qt.Key.Key_Down)
    menu = next(each for each in place.bar.findChildren(QMenu) if each.isVisible())
    assert [action.text() for action in menu.actions()] == ["抗旱", "防汛"]
    menu.actions()[1].trigger()
    menu.close()
    assert place.bar.words.text() == "防汛"


def test_another_article_is_searched_when_it_is_opened(place) -> None:
    place.find("防汛")
    place.window.editing.open_article(place.first.sections[0].articles[1].id)
    assert place.count == "1 of 1"


def test_a_cursor_s_place_decides_which_hit_is_next(place) -> None:
    last = place.first.sections[0].articles[0].blocks[3]
    place.window.editor.go_to(last.id, 0)
    place.window.editor.flush()
    place.find("防汛")
    assert place.count == "6 of 6"
    cursor = place.sheet.textCursor()
    assert cursor.selectedText() == "防汛"
    assert cursor.block().text() == "防汛完"
    assert isinstance(cursor, QTextCursor)
