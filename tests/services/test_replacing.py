"""Finding in the library and replacing in one step that can be taken back, whatever happened between."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bulletin_desktop.document.finding import Finder, Replacement
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Issue, Mark, Masthead, Paragraph, Role, Section, Span
from bulletin_desktop.document.query import Query
from bulletin_desktop.errors import UserError
from bulletin_desktop.export.job import Cancelled
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import replacing
from bulletin_desktop.services.acts import AddArticles, CreateIssue, CreatePublication, Delete, SaveArticle
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.outline import MANUSCRIPTS
from bulletin_desktop.services.replacing import Chosen, FoundArticle, Replaced, Scope, Search, replace_chosen

OURS, OTHER = new_id(), new_id()


def article(words: str, *more: str) -> Article:
    blocks = tuple(Paragraph(new_id(), Role.BODY, (Span(text),)) for text in more)
    return Article(new_id(), (words,), blocks=blocks)


def issue(number: int, *articles: Article) -> Issue:
    section = Section(new_id(), "要闻", articles)
    return Issue(new_id(), "简报", 2024, number, dt.date(2024, 3, 1), Masthead("简报"), sections=(section,))


FIRST, SECOND, THIRD, LOOSE = (
    article("防汛一", "在防汛，要防汛"),
    article("防汛二"),
    article("防汛三"),
    article("防汛四"),
)
HERE, BESIDE, AWAY = issue(2, FIRST, article("别的")), issue(1, SECOND), issue(1, THIRD)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    with Library.open(path) as library:
        desk = Desk(library)
        desk.apply(CreatePublication(OURS, "简报"))
        desk.apply(CreatePublication(OTHER, "信息"))
        for publication, each in ((OURS, HERE), (OURS, BESIDE), (OTHER, AWAY)):
            desk.apply(CreateIssue(publication, each))
        desk.apply(AddArticles(MANUSCRIPTS, (LOOSE,), 0))
        yield desk


def search(
    desk: Desk, scope: Scope = Scope.LIBRARY, words: str = "防汛", issue_id: str = HERE.id
) -> list[FoundArticle]:
    run = Search(Finder(Query(words)), scope, issue_id)
    found: list[FoundArticle] = []
    while True:
        stage = run.step(desk, patience=0)
        found += stage.articles
        if stage.done:
            assert stage.searched == stage.of
            return found


def chosen(found: list[FoundArticle]) -> list[Chosen]:
    return [Chosen(_issue(each), each.row.id, each.count, each.found) for each in found]


def _issue(found: FoundArticle) -> str:
    return found.issue.id if found.issue else MANUSCRIPTS


def run(desk: Desk, todo: list[Chosen], words: str = "防汛", new: str = "防洪", **more: object) -> Replaced:
    finder = Finder(Query(words))
    return replace_chosen(desk, finder, Replacement(new, finder), todo, **more)


def everything(desk: Desk) -> list[object]:
    return [*(desk.issue(each.id) for each in (HERE, BESIDE, AWAY, replace(HERE, id=MANUSCRIPTS)))]


@pytest.mark.parametrize(
    ("scope", "titles"),
    [
        (Scope.ISSUE, ["防汛一"]),
        (Scope.PUBLICATION, ["防汛一", "防汛二"]),
        (Scope.LIBRARY, ["防汛一", "防汛二", "防汛三", "防汛四"]),
    ],
)
def test_each_scope_is_searched_in_the_order_of_the_tree(desk: Desk, scope: Scope, titles: list[str]) -> None:
    found = search(desk, scope)
    assert [each.row.title for each in found] == titles
    assert found[0].count == 3
    assert found[0].issue == desk.outline().publications[0].issues[0]


def test_manuscripts_in_no_issue_are_an_issue_of_their_own(desk: Desk) -> None:
    assert [each.row.title for each in search(desk, Scope.ISSUE, issue_id=MANUSCRIPTS)] == ["防汛四"]


def test_what_lies_in_the_recycle_bin_is_not_searched(desk: Desk) -> None:
    desk.apply(Delete((FIRST.id, BESIDE.id)))
    assert [each.row.title for each in search(desk)] == ["防汛三", "防汛四"]


def test_an_issue_deleted_during_the_search_is_passed_over(desk: Desk) -> None:
    run = Search(Finder(Query("防汛")), Scope.LIBRARY, HERE.id)
    stage = run.step(desk, patience=0)
    desk.apply(Delete((BESIDE.id,)))
    rest = []
    while not stage.done:
        stage = run.step(desk, patience=0)
        rest += stage.articles
    assert [each.row.title for each in rest] == ["防汛三", "防汛四"]


def test_a_damaged_article_is_counted_and_the_others_are_found(path: Path) -> None:
    with Library.open(path) as library:
        desk = Desk(library)
        desk.apply(CreatePublication(OURS, "简报"))
        desk.apply(CreateIssue(OURS, HERE))
        desk.apply(CreateIssue(OURS, BESIDE))
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE article_bodies SET json = 'x' WHERE article_nr = 1")
    with Library.open(path) as library:
        stage = Search(Finder(Query("防汛")), Scope.LIBRARY, HERE.id).step(Desk(library), patience=10)
    assert stage.damaged == 1
    assert [each.row.title for each in stage.articles] == ["防汛二"]


def test_hits_beyond_the_list_are_counted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replacing, "LISTED", 3)
    found = search(desk)
    assert [bool(each.found) for each in found] == [True, False, False, False]
    assert [each.count for each in found] == [3, 1, 1, 1]
    done = run(desk, chosen(found))
    assert (done.hits, done.articles, done.left) == (6, 4, 0)
    assert search(desk) == []


def test_everything_is_replaced_in_one_step_and_taken_back_and_done_again(desk: Desk) -> None:
    before = everything(desk)
    done = run(desk, chosen(search(desk)))
    assert (done.hits, done.articles, done.left) == (6, 4, 0)
    after = everything(desk)
    assert desk.article(FIRST.id) == replace(
        FIRST, headline=("防洪一",), blocks=(replace(FIRST.blocks[0], spans=(Span("在防洪，要防洪"),)),)
    )
    back = desk.apply_all(each.inverse for each in reversed(done.changes))
    assert everything(desk) == before
    desk.apply_all(each.inverse for each in reversed(back))
    assert everything(desk) == after


def test_counts_titles_and_revisions_follow(desk: Desk) -> None:
    run(desk, chosen(search(desk, Scope.ISSUE)), new="防汛抗旱")
    row = desk.contents(HERE.id).sections[0].articles[0]
    assert (row.title, row.characters) == ("防汛抗旱一", 16)
    assert desk.outline().publications[0].issues[0].characters == 18
    assert len(desk.revisions(FIRST.id)) == 2


def test_only_what_was_chosen_is_replaced(desk: Desk) -> None:
    (first, *_rest) = search(desk)
    body = first.found[1]
    run(desk, [Chosen(HERE.id, FIRST.id, 1, (replace(body, hits=body.hits[1:]),))])
    assert desk.article(FIRST.id).headline == ("防汛一",)
    assert desk.article(FIRST.id).blocks[0].text == "在防汛，要防洪"


def test_what_was_edited_since_is_searched_again_and_what_is_gone_is_counted(desk: Desk) -> None:
    todo = chosen(search(desk))
    body = replace(FIRST.blocks[0], spans=(Span("今年在防汛，要抗旱，还要防汛"),))
    desk.apply(SaveArticle(replace(FIRST, blocks=(body,))))
    desk.apply(Delete((SECOND.id, AWAY.id)))
    done = run(desk, todo)
    assert (done.hits, done.left) == (3, 3)
    assert desk.article(FIRST.id).blocks[0].text == "今年在防汛，要抗旱，还要防洪"
    assert desk.article(SECOND.id) == SECOND
    assert desk.article(THIRD.id) == THIRD


def test_undoing_leaves_alone_what_was_typed_since(desk: Desk) -> None:
    done = run(desk, chosen(search(desk, Scope.ISSUE)))
    now = desk.article(FIRST.id)
    desk.apply(SaveArticle(replace(now, kicker="引题", headline=("防洪一，改过",))))
    desk.apply_all(each.inverse for each in reversed(done.changes))
    assert desk.article(FIRST.id) == replace(FIRST, kicker="引题", headline=("防洪一，改过",))


@pytest.mark.parametrize("at", [0, 2, 4])
def test_giving_up_before_the_end_leaves_everything_as_it_was(desk: Desk, at: int) -> None:
    before = everything(desk)

    def progress(done: int, of: int) -> None:
        assert of == 4
        if done == at:
            raise Cancelled

    with pytest.raises(Cancelled):
        run(desk, chosen(search(desk)), progress=progress)
    assert everything(desk) == before
    assert len(desk.revisions(FIRST.id)) == 1


def test_a_library_that_refuses_to_write_is_left_as_it_was(desk: Desk, path: Path) -> None:
    todo, before = chosen(search(desk)), everything(desk)
    desk._library._db.conn.execute("PRAGMA query_only = ON")  # as a file that turned read-only
    with pytest.raises(UserError):
        run(desk, todo)
    assert everything(desk) == before


def test_marks_stay_round_a_hit_that_lies_across_them(desk: Desk) -> None:
    bold = frozenset((Mark.BOLD,))
    spans = (Span("在", bold), Span("防"), Span("汛", bold))
    marked = replace(FIRST, blocks=(replace(FIRST.blocks[0], spans=spans),))
    desk.apply(SaveArticle(marked))
    run(desk, chosen(search(desk, Scope.ISSUE)))
    assert desk.article(FIRST.id).blocks[0].spans == (Span("在", bold), Span("防洪"))


def test_a_pattern_that_takes_too_long_stops_the_search_with_a_sentence(desk: Desk) -> None:
    desk.apply(AddArticles(HERE.sections[0].id, (article("长", "a" * 3000 + "b"),), 0))
    run = Search(Finder(Query("(a+)+$", pattern=True)), Scope.LIBRARY, HERE.id)
    with pytest.raises(UserError):
        run.step(desk, patience=10)
