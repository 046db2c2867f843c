"""Searching the library: what is listed while one types, how it is narrowed down, and what is said of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu

from bulletin_desktop.gui.search import feature
from bulletin_desktop.gui.search.asking import PAGE
from bulletin_desktop.gui.search.feature import NAME
from bulletin_desktop.gui.search.panel import LONGEST
from bulletin_desktop.services import searching
from bulletin_desktop.services.acts import AddArticles, Delete, Restore
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.outline import MANUSCRIPTS
from tests.gui.searched import article

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
EVERY = ["来稿一篇", "全市上下防汛动员", "春耕", "旧闻", "信息"]


def test_the_keys_open_the_panel_and_letters_find_while_one_types(place) -> None:
    place.open()
    assert place.window.panels.open_name == NAME
    assert place.panel.field.hasFocus()
    assert "Type any words" in place.hint
    QTest.keyClicks(place.panel.field, "q")
    place.answered()
    assert "No article has “q”" in place.hint
    place.search("防汛")
    assert place.headlines == EVERY
    assert place.panel.summary.text() == "5 articles"
    assert place.panel.field.hasFocus()
    place.search("")
    assert "Type any words" in place.hint
    assert place.panel.summary.text() == ""


def test_selected_words_are_what_to_look_for(place) -> None:
    block = place.window.editor.article().blocks[0].id
    place.window.editor.select((block, 2), (block, 4))
    place.open()
    place.answered()
    assert place.panel.field.text() == "防汛"
    assert place.headlines == EVERY


def test_a_row_says_where_the_article_stands_and_how_far_it_is(place) -> None:
    place.search("防汛")
    said = [
        place.panel.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(len(EVERY))
    ]
    assert said[0] == "来稿一篇, Manuscripts, 1 hit, Draft, 尚未采用，谈防汛"
    assert said[1].startswith(
        "全市上下防汛动员, 简报 2024 No. 2 · 要闻, 市水利局 · 2024-03-01 · 4 hits, Draft"
    )
    assert said[3] == "旧闻, 简报 2023 No. 1 · 经验, 2023-03-01 · 1 hit, Draft, 去年防汛"


def test_filters_narrow_the_search_down_and_are_offered_to_be_taken_away(place) -> None:
    place.search("防汛")
    filters = place.panel.filters
    filters.publication.setCurrentText("简报")
    place.answered()
    assert place.headlines == ["全市上下防汛动员", "春耕", "旧闻"]
    filters.year.setCurrentText("2023")
    place.answered()
    assert place.headlines == ["旧闻"]
    filters.section.setCurrentText("要闻")
    place.answered()
    assert place.headlines == []
    assert [button.text() for button in place.panel.guide.buttons] == [
        "Without “简报”",
        "Without “2023”",
        "Without “要闻”",
        "In the recycle bin, too",
    ]
    QTest.mouseClick(place.panel.guide.buttons[1], LEFT)
    place.answered()
    assert place.headlines == ["全市上下防汛动员", "春耕"]


def test_a_part_of_a_contributor_s_name_is_enough(place) -> None:
    place.search("防汛")
    contributor = place.panel.filters.contributor
    assert [contributor.itemText(row) for row in range(contributor.count())] == [
        "Any contributor",
        "县农业局",
        "市水利局",
    ]
    contributor.setEditText("农业")
    place.answered()
    assert place.headlines == ["春耕"]
    contributor.setCurrentIndex(0)
    contributor.activated.emit(0)
    place.answered()
    assert place.headlines == EVERY
    assert contributor.currentText() == ""


def test_what_was_chosen_stays_while_the_program_runs(place) -> None:
    place.search("防汛")
    place.panel.filters.publication.setCurrentText("信息")
    place.answered()
    place.key(KEY.Key_Escape)
    assert place.window.panels.open_name == ""
    assert place.sheet.hasFocus()
    place.open()
    place.answered()
    assert place.panel.filters.publication.currentText() == "信息"
    assert place.headlines == ["信息"]
    assert place.panel.field.selectedText() == "防汛"


def test_words_that_are_too_long_are_refused(place) -> None:
    place.search("字" * (LONGEST + 1))
    assert place.hint == "201 characters are too many to look for. Take 200 at most."
    place.search("字" * LONGEST)
    assert "No article has" in place.hint


def test_several_words_that_are_nowhere_together_are_told_to_be_fewer(place) -> None:
    place.search("沙袋 春耕")
    assert place.hint.startswith("No article has all of these: “沙袋 春耕”.")
    assert "Try fewer" in place.hint


def test_scrolling_down_brings_more(place) -> None:
    many = tuple(article(f"第{nth}篇", "批量") for nth in range(PAGE + 5))
    place.window.backend.wait(lambda desk: desk.apply(AddArticles(MANUSCRIPTS, many, 0)))
    place.open()
    tester = QAbstractItemModelTester(place.panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tester.setUseFetchMore(False)
    place.search("批量")
    assert len(place.headlines) == PAGE
    assert place.panel.summary.text() == f"{PAGE} articles or more"
    place.key(KEY.Key_Down)
    place.key(KEY.Key_End)
    place.until(lambda: len(place.headlines) == PAGE + 5)
    place.until(lambda: place.panel.summary.text() == f"{PAGE + 5} articles")
    assert place.panel.view.row() == PAGE - 1
    assert tester.model() is place.panel.model
    height = place.panel.view.verticalScrollBar().value()
    assert height > 0
    place.window.work.act(Delete((place.loose.id,)), "Delete")  # the list is read anew, and stays where it is
    place.answered()
    assert place.panel.view.row() == PAGE - 1
    assert place.panel.view.verticalScrollBar().value() == height
    place.panel.view.setCurrentIndex(QModelIndex())
    place.window.work.act(Restore((place.loose.id,)), "Restore")
    place.answered()
    assert place.panel.view.verticalScrollBar().value() == height


def test_an_index_in_the_making_is_told_and_nothing_is_missed(place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feature, "INDEXING", 50)
    monkeypatch.setattr(searching, "BACKLOG", 1)
    place.window.backend.wait(begin_index_anew)
    place.search("防汛")
    assert place.headlines == EVERY
    place.until(place.panel.note.isVisible)
    assert "5 to go" in place.panel.note.text()
    place.window.backend.wait(lambda desk: [None for _ in iter(desk.index_texts, False)])
    place.until(lambda: not place.panel.note.isVisible())
    place.search("防汛 ")
    assert place.headlines == EVERY


def begin_index_anew(desk: Desk) -> None:
    """As if an earlier version had stored every article."""
    with desk.one_step():
        desk._library.search_index.forget()


def test_a_row_is_brought_up_to_date_when_the_keyboard_comes_back(place) -> None:
    place.search("防汛")
    block = place.window.editor.article().blocks[0].id
    place.window.editor.go_to(block, 0)
    QTest.keyClicks(place.sheet, "x")
    place.window.editing.settle()
    place.settled()
    place.panel.field.setFocus(Qt.FocusReason.TabFocusReason)
    place.until(lambda: place.panel.model.hits[1].snippet.startswith("x"))


def test_acts_bring_the_list_up_to_date_and_keep_the_row(place) -> None:
    place.search("防汛")
    place.panel.view.go_to(3)
    gone = place.newest.sections[0].articles[1]
    place.window.work.act(Delete((gone.id,)), "Delete")
    place.until(lambda: place.headlines == [each for each in EVERY if each != "春耕"])
    assert place.panel.model.hit(place.panel.view.row()).headline == "旧闻"
    place.window.work.act(Restore((gone.id,)), "Restore")
    place.until(lambda: place.headlines == EVERY)


def test_other_words_begin_at_the_top_with_no_row_chosen(place) -> None:
    place.search("防汛")
    place.panel.view.go_to(4)
    place.search("别处")
    assert place.panel.view.row() == -1
    place.search("防")
    assert place.panel.view.row() == -1
    assert place.panel.view.verticalScrollBar().value() == 0


def test_what_was_not_found_is_found_once_it_is_there(place) -> None:
    place.search("抗旱")
    assert "No article" in place.hint
    place.window.work.act(AddArticles(MANUSCRIPTS, (article("新来", "抗旱"),), 0), "New article")
    place.until(lambda: place.headlines == ["新来"])


def test_what_was_typed_a_moment_ago_is_found(place) -> None:
    place.window.editor.go_to(place.window.editor.article().blocks[0].id, 0)
    QTest.keyClicks(place.sheet, "zzz")
    place.search("zzz")
    assert place.headlines == ["全市上下防汛动员"]


def test_the_recycle_bin_is_searched_only_if_it_is_wanted_and_gives_back(place) -> None:
    gone = place.newest.sections[0].articles[1]
    place.window.work.act(Delete((gone.id,)), "Delete")
    place.settled()
    place.search("兼顾")
    button = place.panel.guide.buttons[-1]
    assert button.text() == "In the recycle bin, too"
    QTest.mouseClick(button, LEFT)
    place.answered()
    assert place.headlines == ["春耕"]
    assert "Recycle bin · 简报 2024 No. 2" in place.panel.model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    place.panel.field.setFocus()
    place.key(KEY.Key_Down)
    place.key(KEY.Key_Return)
    assert place.window.notices.text == "“春耕” is in the recycle bin"
    QTest.mouseClick(place.window.notices._buttons[0], LEFT)
    place.until(lambda: place.line == "兼顾防汛")
    assert place.selected == "兼顾"


def test_a_reference_is_copied_by_keys_and_by_the_menu(place) -> None:
    place.search("防汛")
    place.key(KEY.Key_Down)
    place.panel.view.go_to(1)
    place.key(KEY.Key_C, CONTROL)
    assert QApplication.clipboard().text() == (
        "“全市上下防汛动员”, 简报 2024 No. 2 · 要闻, 2024-03-01, 市水利局"
    )
    QApplication.clipboard().clear()
    place.panel.view.menu_wanted.emit(QPoint(10, 10))
    menu = place.panel.findChild(QMenu)
    next(action for action in menu.actions() if "reference" in action.text()).trigger()
    menu.close()
    assert QApplication.clipboard().text().startswith("“全市上下防汛动员”")


def test_help_is_about_searching(place) -> None:
    from bulletin_desktop.gui.help.pages import page_for

    place.open()
    classes, widget = [], QApplication.focusWidget()
    while widget is not None:
        classes.append(type(widget).__name__)
        widget = widget.parentWidget()
    assert page_for(classes) == "47-search"
