"""Every hit of an issue or the library: listed, chosen, shown in the text, replaced and taken back."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton

from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.find.bar import Where
from bulletin_desktop.gui.find.in_library import InLibrary
from bulletin_desktop.gui.find.model import HitsModel, Node
from bulletin_desktop.gui.find.view import box_of
from bulletin_desktop.services import replacing
from bulletin_desktop.services.acts import Delete, SaveArticle, SetState

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


def words(model: HitsModel, parent: QModelIndex = QModelIndex()) -> list[object]:  # noqa: B008
    """The rows as nested lists of what they say."""
    rows = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    return [[row.data(), *words(model, row)] if model.rowCount(row) else row.data() for row in rows]


def node_of(place, article) -> Node:
    return next(each for each in place.panel.model.hit_nodes() if each.article_id == article.id)


def click(place, node: Node, box: bool = False) -> None:
    view = place.panel.view
    index = place.panel.model.index_of(node)
    view.scrollTo(index)
    rect = view.visualRect(index)
    at = box_of(rect).center().toPoint() if box else rect.center()
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, QPoint(at))


def articles(place) -> list[object]:
    return [
        place.stored(each) for issue in (place.first, place.second, place.other) for each in issue.articles()
    ]


@pytest.mark.parametrize(
    ("where", "hits", "issues"), [(Where.ISSUE, 7, 1), (Where.PUBLICATION, 8, 2), (Where.LIBRARY, 9, 3)]
)
def test_enter_lists_what_each_scope_holds(place, where: Where, hits: int, issues: int) -> None:
    place.find("防汛", where)
    place.listed()
    assert place.window.panels.open_name == "find"
    assert place.panel.model.rowCount() == issues
    assert place.panel.model.hits == hits
    assert place.panel.summary.text().startswith(f"{hits} found in ")
    assert place.count == str(hits)
    assert place.bar.words.hasFocus()


def test_the_tree_says_issue_article_and_words_round_the_hit(place) -> None:
    tester = None
    place.find("防汛", Where.LIBRARY)
    tester = QAbstractItemModelTester(place.panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    place.listed()
    assert words(place.panel.model)[1:] == [
        ["简报 2024 No. 1", ["旧的", "防汛在旧"]],
        ["信息 2024 No. 1", ["信息", "防汛在外"]],
    ]
    place.find(replaces="防洪")
    assert words(place.panel.model)[1] == ["简报 2024 No. 1", ["旧的", "防汛 → 防洪在旧"]]
    place.panel.model.choose_all(False)
    place.listed()
    assert tester is not None


def test_what_was_typed_a_moment_ago_is_found_too(place) -> None:
    place.window.editor.go_to(place.first.sections[0].articles[0].blocks[0].id, 0)
    QTest.keyClicks(place.sheet, "zzz")
    place.find("zzz", Where.ISSUE)
    place.listed()
    assert place.panel.model.hits == 1


def test_a_click_shows_a_hit_in_the_open_article_and_in_another_issue(place) -> None:
    place.find("防汛", Where.LIBRARY)
    place.listed()
    click(place, place.panel.model.hit_nodes()[2])
    assert place.sheet.textCursor().selectedText() == "防汛"
    assert place.sheet.textCursor().positionInBlock() == 7
    away = next(place.other.articles())
    click(place, node_of(place, away))
    place.until(lambda: place.sheet.textCursor().block().text() == "防汛在外")
    assert place.window.session.issue.id == place.other.id
    assert place.sheet.textCursor().selectedText() == "防汛"


def test_enter_in_the_list_opens_and_f3_goes_on_through_it(place) -> None:
    place.find("防汛", Where.PUBLICATION)
    place.listed()
    place.key(Qt.Key.Key_F3)
    assert place.window.editing.article_id == place.panel.model.hit_nodes()[0].article_id
    for _ in range(6):
        place.key(Qt.Key.Key_Return)
    place.until(lambda: place.sheet.textCursor().block().text() == "防汛在此")
    place.panel.view.setFocus()
    place.panel.view.show_node(place.panel.model.hit_nodes()[-1])
    QTest.keyClick(place.panel.view, Qt.Key.Key_Return)
    place.until(lambda: place.sheet.textCursor().block().text() == "防汛在旧")


def test_boxes_choose_by_mouse_and_space_and_all_and_none(place) -> None:
    place.find("防汛", Where.ISSUE, replaces="防洪")
    place.listed()
    model, button = place.panel.model, place.panel.replace
    assert button.text() == "Replace 7"
    first = model.hit_nodes()[0]
    click(place, first, box=True)
    assert button.text() == "Replace 6"
    article = model.index_of(first.parent)
    assert article.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.PartiallyChecked
    click(place, first.parent, box=True)
    assert button.text() == "Replace 7"
    place.panel.view.setFocus()
    place.panel.view.setCurrentIndex(article)
    QTest.keyClick(place.panel.view, Qt.Key.Key_Space)
    assert button.text() == "Replace 1"
    none, every = (
        next(each for each in place.panel.findChildren(QPushButton) if each.text() == name)
        for name in ("None", "All")
    )
    QTest.mouseClick(none, LEFT)
    assert not button.isEnabled()
    QTest.mouseClick(every, LEFT)
    assert button.text() == "Replace 7"


def test_everything_is_replaced_at_once_shown_and_taken_back_by_one_key(place) -> None:
    before = articles(place)
    place.find("防汛", Where.LIBRARY, replaces="防洪")
    place.listed()
    click(place, node_of(place, next(place.other.articles())), box=True)
    QTest.mouseClick(place.panel.replace, LEFT)
    place.until(lambda: "防洪" in place.text)
    assert place.window.notices.text == "Replaced 8 in 3 articles"
    after = articles(place)
    assert [one == other for one, other in zip(before, after, strict=True)] == [False, False, False, True]
    place.until(lambda: not place.sheet.isReadOnly())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CONTROL)
    place.until(lambda: "防汛" in place.text)
    assert articles(place) == before
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Y, CONTROL)
    place.until(lambda: "防洪" in place.text)
    assert articles(place) == after


def test_taking_it_back_after_typing_is_of_this_article_alone_and_says_so(place) -> None:
    before = articles(place)
    place.find("防汛", Where.LIBRARY, replaces="防洪")
    place.listed()
    QTest.mouseClick(place.panel.replace, LEFT)
    place.until(lambda: "防洪" in place.text)
    place.until(lambda: not place.sheet.isReadOnly())
    place.sheet.setFocus()
    QTest.keyClick(place.sheet, Qt.Key.Key_X)
    place.until(lambda: place.window.session.unsaved)
    QTest.keyClick(place.sheet, Qt.Key.Key_Z, CONTROL)
    place.until(lambda: "x" not in place.text and "防洪" in place.text)
    QTest.keyClick(place.sheet, Qt.Key.Key_Z, CONTROL)
    place.until(lambda: "防汛" in place.text)
    assert "in this article alone" in place.window.notices.text
    place.window.editing.settle()
    now = articles(place)
    assert sum(one == other for one, other in zip(before, now, strict=True)) == 1


def test_a_key_typed_the_moment_before_is_what_is_taken_back(place) -> None:
    place.find("防汛", Where.LIBRARY, replaces="防洪")
    place.listed()
    QTest.mouseClick(place.panel.replace, LEFT)
    place.until(lambda: "防洪" in place.text)
    place.until(lambda: not place.sheet.isReadOnly())
    after = articles(place)
    QTest.keyClick(place.sheet, Qt.Key.Key_X)
    QTest.keyClick(place.sheet, Qt.Key.Key_Z, CONTROL)
    place.window.editing.settle()
    assert articles(place) == after


def test_what_changed_since_is_left_and_said(place) -> None:
    place.find("防汛", Where.LIBRARY, replaces="防洪")
    place.listed()
    old, away = next(place.second.articles()), next(place.other.articles())
    body = replace(old.blocks[0], spans=())
    place.window.backend.wait(
        lambda desk: desk.apply_all([SaveArticle(replace(old, blocks=(body,))), Delete((away.id,))])
    )
    QTest.mouseClick(place.panel.replace, LEFT)
    place.until(lambda: place.window.notices.text)
    assert place.window.notices.text == "Replaced 7 in 2 articles; 2 had been edited or deleted and stay"


def test_cancelling_leaves_everything_as_it_was_and_lets_one_write_again(place, monkeypatch) -> None:
    before = articles(place)
    place.find("防汛", Where.LIBRARY, replaces="防洪")
    place.listed()
    real = replacing.replaced

    def cancelled_meanwhile(article, found, new):
        place.panel.findChild(InLibrary).cancel()  # as the notice's button does
        return real(article, found, new)

    monkeypatch.setattr("bulletin_desktop.services.replacing.replaced", cancelled_meanwhile)
    QTest.mouseClick(place.panel.replace, LEFT)
    place.until(lambda: place.window.notices.text == "Cancelled. Nothing was replaced.")
    assert articles(place) == before
    assert not place.sheet.isReadOnly()
    assert not place.window.work.stack.canUndo()
    assert place.panel.replace.isEnabled()


def test_a_library_that_refuses_is_told_and_nothing_is_changed(place, qtbot) -> None:
    before = articles(place)
    place.find("防汛", Where.LIBRARY, replaces="防洪")
    place.listed()
    place.window.backend.wait(lambda desk: desk._library._db.conn.execute("PRAGMA query_only = ON"))
    QTest.mouseClick(place.panel.replace, LEFT)
    place.until(lambda: any(each.isVisible() for each in place.window.findChildren(MessageDialog)))
    place.window.backend.wait(lambda desk: desk._library._db.conn.execute("PRAGMA query_only = OFF"))
    QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape)
    assert articles(place) == before
    assert not place.sheet.isReadOnly()


def test_hits_beyond_the_list_are_counted_and_replaced(place, monkeypatch) -> None:
    monkeypatch.setattr(replacing, "LISTED", 1)
    place.find("防汛", Where.LIBRARY, replaces="防洪")
    place.listed()
    model = place.panel.model
    assert words(model)[-1] == "3 more in 3 articles, not listed one by one"
    assert (model.hits, model.articles, place.panel.replace.text()) == (9, 4, "Replace 9")
    QTest.mouseClick(place.panel.replace, LEFT)
    place.until(lambda: place.window.notices.text == "Replaced 9 in 4 articles")


def test_signed_articles_are_found_but_not_chosen(place, monkeypatch) -> None:
    old, away = next(place.second.articles()), next(place.other.articles())
    place.window.backend.wait(lambda desk: desk.apply(SetState((old.id, away.id), "signed")))
    place.find("防汛", Where.LIBRARY, replaces="防洪")
    place.listed()
    assert place.panel.replace.text() == "Replace 7"
    monkeypatch.setattr(replacing, "LISTED", 8)
    place.list_anew()
    assert words(place.panel.model)[-1] == "1 more in 1 articles, not listed; 1 in signed ones stay"
    place.panel.model.choose_all(True)
    assert place.panel.replace.text() == "Replace 8"


def test_a_search_can_be_stopped_and_another_begun(place, monkeypatch) -> None:
    monkeypatch.setattr(replacing.Search.step, "__defaults__", (0.0,))
    place.find("防汛", Where.LIBRARY)
    QTest.keyClick(place.bar.words, Qt.Key.Key_Return)
    stop = next(each for each in place.panel.findChildren(QPushButton) if each.text() == "Stop")
    QTest.mouseClick(stop, LEFT)
    assert place.panel.summary.text().startswith("Stopped.")
    assert stop.isHidden()
    place.settled()
    assert place.panel.model.hits < 9
    place.bar.words.setText("抗旱")
    place.listed()
    assert place.panel.model.hits == 1


def test_the_panel_s_own_button_asks_for_words(place) -> None:
    action = next(each for each in place.window.menu_view.actions() if each.text() == "&Hits")
    action.trigger()
    assert place.window.panels.open_name == "find"
    assert place.bar.words.hasFocus()
    assert place.bar.scope is Where.ISSUE


def test_nothing_found_and_an_endless_pattern_are_said(place) -> None:
    place.find("没有这个词", Where.LIBRARY)
    place.listed()
    assert place.panel.model.hits == 0
    assert place.count == ""
    long = next(place.second.articles())
    body = replace(long.blocks[0], spans=(replace(long.blocks[0].spans[0], text="a" * 5000 + "b"),))
    place.window.backend.wait(lambda desk: desk.apply(SaveArticle(replace(long, blocks=(body,)))))
    QTest.mouseClick(place.bar.how["pattern"], LEFT)
    place.bar.words.setText("(a+)+$")
    QTest.keyClick(place.bar.words, Qt.Key.Key_Return)
    place.until(place.bar.trouble.isVisible)
    assert "too long" in place.bar.trouble.text()


def test_escape_folds_the_panel_and_the_window_closes_during_a_search(place, monkeypatch) -> None:
    monkeypatch.setattr(replacing.Search.step, "__defaults__", (0.0,))
    place.find("防汛", Where.LIBRARY)
    QTest.keyClick(place.bar.words, Qt.Key.Key_Return)
    place.panel.view.setFocus()
    QTest.keyClick(place.panel.view, Qt.Key.Key_Escape)
    assert place.window.panels.open_name == ""


def held(monkeypatch) -> threading.Event:
    """Replacing goes no further until this is set."""
    gate, real = threading.Event(), replacing.replaced

    def slow(article, found, new):
        gate.wait(3)
        return real(article, found, new)

    monkeypatch.setattr("bulletin_desktop.services.replacing.replaced", slow)
    return gate


def test_a_window_closed_meanwhile_closes_once_everything_is_replaced(place, monkeypatch) -> None:
    gate, done = held(monkeypatch), []
    place.find("防汛", Where.LIBRARY, replaces="防洪")
    place.listed()
    place.panel.findChild(InLibrary).replaced.connect(lambda: done.append(True))
    QTest.mouseClick(place.panel.replace, LEFT)
    assert not place.window.close()
    assert place.window.isVisible()
    gate.set()
    place.until(lambda: not place.window.isVisible())
    assert done


def test_a_window_closed_meanwhile_stays_if_replacing_is_cancelled(place, monkeypatch) -> None:
    gate, before = held(monkeypatch), articles(place)
    place.find("防汛", Where.LIBRARY, replaces="防洪")
    place.listed()
    QTest.mouseClick(place.panel.replace, LEFT)
    place.window.close()
    place.panel.findChild(InLibrary).cancel()
    gate.set()
    place.until(lambda: place.window.notices.text == "Cancelled. Nothing was replaced.")
    assert place.window.isVisible()
    assert articles(place) == before
