"""The tree follows the library row by row, and reads an issue's articles only when it is opened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Issue, Masthead, Section
from bulletin_desktop.gui.backend import Backend
from bulletin_desktop.gui.tree.model import COUNT, TreeModel
from bulletin_desktop.gui.tree.nodes import Kind
from bulletin_desktop.gui.tree.places import Dragged, Place
from bulletin_desktop.services import acts


class Shown:
    """The model over a library with one issue, and acts upon that library."""

    def __init__(self, backend: Backend, qtbot: QtBot) -> None:
        self.backend = backend
        self.qtbot = qtbot
        self.model = TreeModel(backend)
        self.tester = QAbstractItemModelTester(
            self.model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        self.tester.setUseFetchMore(False)  # that is what we want to see happen
        self.publication = new_id()
        news = Section(new_id(), "要闻", tuple(Article(new_id(), (f"稿件{n}",)) for n in range(3)))
        notes = Section(new_id(), "简讯", (Article(new_id(), ("短讯",)),))
        self.issue = Issue(
            new_id(), "简报", 2026, 3, dt.date(2026, 2, 3), Masthead("简报"), sections=(news, notes)
        )
        backend.wait(lambda desk: desk.apply(acts.CreatePublication(self.publication, "简报")))
        backend.wait(lambda desk: desk.apply(acts.CreateIssue(self.publication, self.issue)))
        self.settle(self.model.refresh)

    def settle(self, change: Callable[[], object]) -> None:
        change()
        self.qtbot.waitUntil(lambda: not self.backend.lane.busy)

    def act(self, act: acts.Act) -> None:
        changes = self.backend.wait(lambda desk: desk.apply(act))
        self.settle(lambda: self.model.refresh_touched(changes.touched))

    def open_issue(self) -> QModelIndex:
        index = self.model.find(Kind.ISSUE, self.issue.id)
        self.settle(lambda: self.model.fetchMore(index))
        return self.model.find(Kind.ISSUE, self.issue.id)

    def texts(self, parent: QModelIndex) -> list[str]:
        rows = range(self.model.rowCount(parent))
        return [self.model.index(row, 0, parent).data() for row in rows]


@pytest.fixture
def shown(backend: Backend, qtbot: QtBot) -> Iterator[Shown]:
    shown = Shown(backend, qtbot)
    yield shown
    shown.model.deleteLater()


def test_publication_year_and_issue_stand_below_each_other(shown: Shown) -> None:
    issue = shown.model.find(Kind.ISSUE, shown.issue.id)
    assert issue.data() == "No. 3"
    assert issue.parent().data() == "2026"
    assert issue.parent().parent().data() == "简报"


def test_a_year_has_rows_for_its_issues_once_it_is_unfolded(shown: Shown) -> None:
    year = shown.model.index(0, 0, shown.model.index(0, 0))
    assert shown.model.hasChildren(year)
    assert shown.model.rowCount(year) == 0
    assert shown.model.issues() == (shown.issue.id,)
    shown.model.fetchMore(year)
    assert shown.texts(year) == ["No. 3"]
    assert not shown.model.canFetchMore(year)


def test_an_issue_that_is_shown_is_shown_in_its_new_year_too(shown: Shown) -> None:
    opened = QPersistentModelIndex(shown.open_issue())
    other = replace(shown.issue, id=new_id(), year=2025, sections=())
    shown.act(acts.CreateIssue(shown.publication, other))
    shown.act(acts.UpdateIssue(replace(shown.issue, year=2025, number=4)))
    assert opened.parent().data() == "2025"
    assert shown.texts(QModelIndex(opened)) == ["要闻", "简讯"]
    assert not shown.model.canFetchMore(QModelIndex(opened))


def test_a_row_says_its_state_and_length_to_those_who_hear_it(shown: Shown) -> None:
    shown.open_issue()
    article = shown.model.find(Kind.ARTICLE, shown.issue.sections[0].articles[0].id)
    assert article.data(Qt.ItemDataRole.AccessibleTextRole) == "稿件0 Draft 3 Problems: 1"


def test_an_issues_articles_are_read_when_it_is_opened(shown: Shown) -> None:
    closed = shown.model.find(Kind.ISSUE, shown.issue.id)
    assert shown.model.hasChildren(closed)
    assert shown.model.rowCount(closed) == 0
    opened = shown.open_issue()
    assert shown.texts(opened) == ["要闻", "简讯"]
    assert shown.texts(shown.model.index(0, 0, opened)) == ["稿件0", "稿件1", "稿件2"]
    assert not shown.model.canFetchMore(opened)


def test_a_row_that_moves_stays_the_same_row(shown: Shown) -> None:
    shown.open_issue()
    news = shown.issue.sections[0]
    index = shown.model.find(Kind.ARTICLE, news.articles[0].id)
    kept = QPersistentModelIndex(index)
    shown.act(acts.MoveArticles(((news.articles[0].id, news.id, 2),)))
    assert kept.isValid()
    assert (kept.row(), kept.data()) == (2, "稿件0")


def test_a_row_that_goes_to_another_section_stays_the_same_row(shown: Shown) -> None:
    shown.open_issue()
    news, notes = shown.issue.sections
    kept = QPersistentModelIndex(shown.model.find(Kind.ARTICLE, news.articles[1].id))
    shown.act(acts.MoveArticles(((news.articles[1].id, notes.id, 0),)))
    assert kept.isValid()
    assert (kept.row(), kept.data(), kept.parent().data()) == (0, "稿件1", "简讯")


def test_an_issue_of_another_year_moves_there(shown: Shown) -> None:
    shown.act(acts.UpdateIssue(replace(shown.issue, year=2025)))
    assert shown.model.find(Kind.ISSUE, shown.issue.id).parent().data() == "2025"
    assert shown.texts(QModelIndex())[0] == "简报"
    assert shown.model.rowCount(shown.model.index(0, 0)) == 1


def test_what_is_deleted_goes_to_the_recycle_bin_and_comes_back(shown: Shown) -> None:
    shown.open_issue()
    article = shown.issue.sections[0].articles[1].id
    shown.act(acts.Delete((article,)))
    assert not shown.model.find(Kind.ARTICLE, article).isValid()
    bin_index = shown.model.find(Kind.BIN, "recycle_bin")
    assert bin_index.data(COUNT) == "1"
    shown.settle(lambda: shown.model.fetchMore(bin_index))
    assert shown.texts(shown.model.find(Kind.BIN, "recycle_bin")) == ["稿件1"]
    shown.act(acts.Restore((article,)))
    assert shown.model.find(Kind.ARTICLE, article).row() == 1
    assert shown.model.rowCount(shown.model.find(Kind.BIN, "recycle_bin")) == 0


def test_an_issue_that_comes_back_can_be_opened_again(shown: Shown) -> None:
    shown.open_issue()
    shown.act(acts.Delete((shown.issue.id,)))
    assert not shown.model.find(Kind.ISSUE, shown.issue.id).isValid()
    shown.act(acts.Restore((shown.issue.id,)))
    assert shown.texts(shown.open_issue()) == ["要闻", "简讯"]


def test_an_index_that_outlives_its_row_finds_nothing(shown: Shown) -> None:
    shown.open_issue()
    article = shown.issue.sections[0].articles[0].id
    stale = shown.model.find(Kind.ARTICLE, article)
    shown.act(acts.Delete((article,)))
    assert shown.model.node(stale).id == ""


def test_a_dragged_pile_keeps_the_order_of_the_tree(shown: Shown) -> None:
    shown.open_issue()
    news, notes = shown.issue.sections
    picked = [shown.model.find(Kind.ARTICLE, article.id) for article in reversed(news.articles[:2])]
    mime = shown.model.mimeData(picked)
    target = shown.model.find(Kind.SECTION, notes.id)
    with shown.qtbot.waitSignal(shown.model.dropped) as dropped:
        shown.model.dropMimeData(mime, Qt.DropAction.MoveAction, -1, 0, target)
    ids = tuple(article.id for article in news.articles[:2])
    assert dropped.args == [Dragged(articles=ids), Place(Kind.SECTION, notes.id, 1, shown.issue.id)]


def test_publications_sections_and_articles_are_named_where_they_stand(shown: Shown) -> None:
    opened = shown.open_issue()
    section = shown.model.index(0, 0, opened)
    article = shown.model.index(0, 0, section)
    publication = shown.model.index(0, 0)
    for index, editable in ((section, True), (article, True), (publication, True), (opened, False)):
        assert bool(shown.model.flags(index) & Qt.ItemFlag.ItemIsEditable) is editable
    with shown.qtbot.waitSignal(shown.model.renamed) as renamed:
        shown.model.setData(section, " 本期\n要闻 ")
    assert renamed.args == [shown.model.node(section), "本期 要闻"]


def test_an_empty_name_is_refused_and_the_same_name_is_nothing_new(shown: Shown) -> None:
    section = shown.model.index(0, 0, shown.open_issue())
    with shown.qtbot.waitSignal(shown.model.nameless):
        assert not shown.model.setData(section, "  ")
    with shown.qtbot.assertNotEmitted(shown.model.renamed):
        assert not shown.model.setData(section, "要闻")


def test_the_open_issue_shows_its_pages(shown: Shown) -> None:
    issue = shown.model.find(Kind.ISSUE, shown.issue.id)
    assert issue.data(COUNT) == "4 articles"
    shown.model.show_pages(shown.issue.id, 6)
    assert issue.data(COUNT) == "6 pages"
