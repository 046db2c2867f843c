"""The tree's filter finds texts too, below what it finds by headlines, and opens them at the hit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from bulletin_desktop.gui.tree.nodes import Kind, Node
from bulletin_desktop.services.acts import Delete

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key


def filter_by(place, words: str) -> None:
    """Ctrl+Shift+L, the words, and wait until everything has come."""
    place.window.activateWindow()
    QTest.keyClick(QApplication.focusWidget() or place.sheet, KEY.Key_L, CONTROL | SHIFT)
    place.window.tree.filter.field.setText(words)
    place.until(lambda: place.window.tree.matches.settled_words == words)
    place.settled()


def texts(place) -> list[Node]:
    """What was found by its text alone."""
    return [node for node in place.window.tree.matches.walk() if node.hit is not None]


def test_texts_stand_below_what_has_the_words_in_its_headline(place) -> None:
    tester = QAbstractItemModelTester(
        place.window.tree.matches, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    filter_by(place, "防汛")
    tops = [place.window.tree.matches.node(place.window.tree.matches.index(row, 0)) for row in range(2)]
    assert [(top.kind, top.title, top.count) for top in tops] == [
        (Kind.PUBLICATION, "简报", ""),
        (Kind.TEXTS, "In the text", "4 articles"),
    ]
    assert [(node.title, node.count) for node in texts(place)] == [
        ("来稿一篇", ""),
        ("春耕", "2024-2"),
        ("旧闻", "2023-1"),
        ("信息", "2022-1"),
    ]
    assert texts(place)[2].tip == "旧闻\n简报 2023 No. 1 · 经验\nDraft · 2023-03-01 · 1 hit\n去年防汛"
    assert place.window.tree.filter._count.text() == "5 found"
    filter_by(place, "没有的字")
    assert texts(place) == []
    assert place.window.tree.results.hint
    assert tester.model() is place.window.tree.matches


def test_a_text_opens_at_the_hit_and_the_filter_s_end_takes_the_marks_away(place) -> None:
    tree = place.window.tree
    filter_by(place, "去年 防汛")
    QTest.keyClick(tree.filter.field, KEY.Key_Down)
    place.until(lambda: place.line == "去年防汛")
    assert place.selected == "去年防汛"
    assert tree.results.hasFocus()
    assert place.window.session.issue.id == place.older.id
    QTest.keyClick(tree.results, KEY.Key_Return)
    assert place.sheet.hasFocus()
    assert [one for one in place.sheet.extraSelections() if one.cursor.selectedText() == "去年防汛"]
    tree.results.setFocus()
    QTest.keyClick(tree.results, KEY.Key_Escape)
    assert not [one for one in place.sheet.extraSelections() if one.cursor.selectedText() == "去年防汛"]
    place.until(lambda: [node.title for node in tree.selected()] == ["旧闻"])


def test_what_is_done_to_a_text_that_was_found_is_shown_and_undone(place) -> None:
    tree = place.window.tree
    filter_by(place, "兼顾")
    tree.results.setFocus()
    tree.results.setCurrentIndex(tree.matches.find(Kind.ARTICLE, texts(place)[0].id))
    place.settled()
    QTest.keyClick(tree.results, KEY.Key_Delete)
    place.until(lambda: texts(place) == [])
    place.window.action_undo.trigger()
    place.until(lambda: [node.title for node in texts(place)] == ["春耕"])


def test_the_menu_of_the_texts_leads_to_the_panel(place) -> None:
    filter_by(place, "防汛")
    tree = place.window.tree
    tree.results.setCurrentIndex(tree.matches.find(Kind.TEXTS, "texts"))
    assert place.window.tree_acts._offers() == ("search",)
    place.window.work.act(Delete((place.loose.id,)), "Delete")
    place.until(lambda: len(texts(place)) == 3)
