"""Articles opened at what was found in them, and the way on from hit to hit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bulletin_desktop.services.acts import Delete, MoveArticles, SaveArticle

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


def go_down(place, words: str, row: int = 0) -> None:
    """Search, and go down to a row of what was found."""
    place.search(words)
    place.panel.field.setFocus()
    place.key(KEY.Key_Down)
    for _ in range(row):
        place.key(KEY.Key_Down)
    assert place.panel.view.hasFocus()
    assert place.panel.view.row() == row


def test_enter_opens_the_article_at_the_hit_and_goes_there(place) -> None:
    go_down(place, "防汛", row=4)
    place.key(KEY.Key_Return)
    place.until(lambda: place.line == "别处防汛")
    assert place.window.session.issue.id == place.other.id
    assert place.selected == "防汛"
    assert place.sheet.hasFocus()
    assert place.window.panels.open_name == "search"


def test_the_space_bar_and_a_click_show_the_hit_and_the_focus_stays(place) -> None:
    go_down(place, "防汛", row=3)
    place.key(KEY.Key_Space)
    place.until(lambda: place.line == "去年防汛")
    assert place.panel.view.hasFocus()
    rect = place.panel.view.visualRect(place.panel.model.index(2))
    QTest.mouseClick(place.panel.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, rect.center())
    place.until(lambda: place.line == "兼顾防汛")
    assert place.panel.view.hasFocus()
    QTest.mouseDClick(place.panel.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, rect.center())
    place.until(place.sheet.hasFocus)


def test_what_the_tree_reads_late_for_an_issue_does_not_open_that_again(
    place, monkeypatch: pytest.MonkeyPatch
) -> None:
    model, late = place.window.tree.model, []
    read = model._set_contents
    go_down(place, "防汛", row=4)
    with monkeypatch.context() as patch:
        patch.setattr(model, "_set_contents", late.append)
        place.key(KEY.Key_Space)
        place.until(lambda: place.line == "别处防汛")
        place.settled()
    place.key(KEY.Key_Up)
    place.key(KEY.Key_Space)
    for contents in late:
        read(contents)
    for _ in range(3):
        place.settled()
    assert place.line == "去年防汛"
    assert place.window.session.issue.id == place.older.id
    assert [node.title for node in place.window.tree.selected()] == ["旧闻"]


def test_up_from_the_first_row_leads_to_the_words(place) -> None:
    go_down(place, "防汛")
    place.key(KEY.Key_Up)
    assert place.panel.field.hasFocus()


def test_a_manuscript_in_no_issue_opens_too_and_f3_goes_on_from_there(place) -> None:
    go_down(place, "防汛")
    place.key(KEY.Key_Return)
    place.until(lambda: place.line == "尚未采用，谈防汛")
    place.settled()
    place.key(KEY.Key_F3)
    place.until(lambda: place.line == "部署防汛，落实防汛。")


def test_a_credit_is_selected_too(place) -> None:
    go_down(place, "水利")
    place.key(KEY.Key_Return)
    assert (place.line, place.selected) == ("市水利局", "水利")


def test_a_hit_over_two_lines_of_the_headline_is_selected_there(place) -> None:
    go_down(place, "上下防汛")
    place.key(KEY.Key_Return)
    assert place.selected.replace("\u2029", "|") == "上下|防汛"


def test_a_hit_in_a_table_or_a_caption_stands_on_that(place) -> None:
    table, picture = place.newest.sections[0].articles[0].blocks[1:3]
    moved: list[tuple[str, str, int]] = []
    place.window.editor.cursor_moved.connect(lambda *where: moved.append(where))
    go_down(place, "编织袋")
    place.key(KEY.Key_Return)
    place.until(lambda: moved and moved[-1][1] == table.id)
    go_down(place, "巡堤")
    place.key(KEY.Key_Return)
    place.until(lambda: moved[-1][1] == picture.id)


def test_f3_goes_on_through_the_article_and_then_to_the_next_one(place) -> None:
    go_down(place, "防汛", row=1)
    place.key(KEY.Key_Return)
    place.until(lambda: place.selected == "防汛")
    seen = [(place.window.editor.article().title, place.line, place.sheet.textCursor().positionInBlock())]
    for _ in range(4):
        place.key(KEY.Key_F3)
        place.settled()
        place.until(lambda: place.selected == "防汛")
        seen.append(
            (place.window.editor.article().title, place.line, place.sheet.textCursor().positionInBlock())
        )
    assert seen == [
        ("全市上下防汛动员", "部署防汛，落实防汛。", 4),
        ("全市上下防汛动员", "部署防汛，落实防汛。", 9),
        ("全市上下防汛动员", "防汛完", 2),
        ("春耕", "兼顾防汛", 4),
        ("旧闻", "去年防汛", 4),
    ]
    assert place.sheet.hasFocus()
    for _ in range(2):
        place.key(KEY.Key_F3, SHIFT)
        place.settled()
        place.until(lambda: place.selected == "防汛")
    assert place.line == "防汛完"
    assert place.panel.view.row() == 1


def test_f3_passes_over_what_lies_in_the_recycle_bin(place) -> None:
    gone = place.newest.sections[0].articles[1]
    place.window.work.act(Delete((gone.id,)), "Delete")
    place.settled()
    place.search("防汛")
    place.panel.filters.bin.click()
    place.answered()
    before = place.headlines.index("春耕") - 1
    after = place.panel.model.hit(before + 2).article_id
    place.panel.view.go_to(before)
    place.panel.view.setFocus()
    place.key(KEY.Key_Return)
    place.settled()
    for _ in range(place.panel.model.hit(before).count):
        place.key(KEY.Key_F3)
        place.settled()
    place.until(lambda: place.window.editing.article_id == after)


def test_the_end_of_the_list_is_told(place) -> None:
    go_down(place, "别处")
    place.key(KEY.Key_Return)
    place.until(lambda: place.selected == "别处")
    place.key(KEY.Key_F3)
    assert place.window.notices.text == "Nothing further was found that way"
    assert place.selected == "别处"


def test_ctrl_f_takes_f3_back_and_the_marks_go(place) -> None:
    go_down(place, "防汛", row=1)
    place.key(KEY.Key_Return)
    assert len(place.sheet.extraSelections()) >= 4
    place.key(KEY.Key_F, CONTROL)
    place.window.focusWidget().setText("部署")
    QTest.keyClick(place.window.focusWidget(), KEY.Key_F3)
    assert place.selected == "部署"


def test_folding_the_panel_takes_the_marks_away_and_f3_brings_them_back(place) -> None:
    go_down(place, "防汛", row=1)
    place.key(KEY.Key_Return)
    place.window.panels.fold()
    assert not [one for one in place.sheet.extraSelections() if one.cursor.selectedText() == "防汛"]
    place.sheet.setFocus()
    place.key(KEY.Key_F3)
    assert place.sheet.textCursor().positionInBlock() == 9
    assert [one for one in place.sheet.extraSelections() if one.cursor.selectedText() == "防汛"]


def test_an_article_that_was_changed_meanwhile_opens_at_what_is_left(place) -> None:
    stored = next(place.older.articles())
    go_down(place, "防汛", row=3)
    text = replace(
        stored.blocks[0], spans=(replace(stored.blocks[0].spans[0], text="前面加了字，今年也防汛"),)
    )
    place.window.backend.wait(lambda desk: desk.apply(SaveArticle(replace(stored, blocks=(text,)))))
    place.key(KEY.Key_Return)
    place.until(lambda: place.line == "前面加了字，今年也防汛")
    assert place.selected == "防汛"


def test_an_article_that_has_the_words_no_more_opens_and_says_so(place) -> None:
    stored = next(place.older.articles())
    go_down(place, "防汛", row=3)
    text = replace(stored.blocks[0], spans=(replace(stored.blocks[0].spans[0], text="抗旱"),))
    place.window.backend.wait(lambda desk: desk.apply(SaveArticle(replace(stored, blocks=(text,)))))
    place.key(KEY.Key_Return)
    place.until(lambda: place.window.notices.text)
    assert place.window.notices.text == "“旧闻” was changed meanwhile and has these words no more"
    place.until(lambda: "旧闻" not in place.headlines)


def test_an_article_that_was_moved_behind_the_list_is_told_and_listed_where_it_is(place) -> None:
    article = next(place.older.articles())
    go_down(place, "防汛", row=3)
    place.window.backend.wait(
        lambda desk: desk.apply(MoveArticles(((article.id, place.other.sections[0].id, 0),)))
    )
    place.key(KEY.Key_Return)
    place.until(lambda: "was moved or deleted meanwhile" in place.window.notices.text)
    place.until(lambda: place.panel.model.hits[3].issue_id == place.other.id)


def test_an_issue_that_has_gone_behind_the_list_is_told(place) -> None:
    go_down(place, "防汛", row=4)
    place.window.backend.wait(lambda desk: desk.apply(Delete((place.other.id,))))
    place.key(KEY.Key_Return)
    place.until(lambda: QApplication.activeModalWidget() is not None)
    QApplication.activeModalWidget().reject()
    assert place.window.session.issue.id == place.newest.id
