"""Manuscripts in no issue (来稿): a place for articles that is no issue and cannot be lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Issue, Masthead, Section
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import acts, publish
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.manuscripts import read_text, receiving_issue, store
from bulletin_desktop.services.outline import MANUSCRIPTS, RECYCLE_BIN
from tests.library.older import make_older

PUBLICATION = new_id()
DAY = dt.date(2024, 3, 1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    with Library.open(path) as library:
        desk = Desk(library)
        desk.apply(acts.CreatePublication(PUBLICATION, "简报"))
        yield desk


def received(desk: Desk, *titles: str) -> tuple[str, ...]:
    """Unplaced articles of these titles; returns their ids."""
    articles = tuple(Article(new_id(), (title,)) for title in titles)
    desk.apply(acts.AddArticles(MANUSCRIPTS, articles, 0))
    return tuple(article.id for article in articles)


def issue_with(desk: Desk, *titles: str) -> Issue:
    articles = tuple(Article(new_id(), (title,)) for title in titles)
    issue = Issue(
        new_id(), "简报", 2024, 1, DAY, Masthead("简报"), sections=(Section(new_id(), "要闻", articles),)
    )
    desk.apply(acts.CreateIssue(PUBLICATION, issue))
    return issue


def titles(desk: Desk, issue_id: str = MANUSCRIPTS) -> list[str]:
    return [row.title for section in desk.contents(issue_id).sections for row in section.articles]


def test_a_new_library_has_a_place_for_them_and_shows_it_nowhere_else(desk: Desk) -> None:
    assert [section.id for section in desk.contents(MANUSCRIPTS).sections] == [MANUSCRIPTS]
    outline = desk.outline()
    assert [row.id for row in outline.publications] == [PUBLICATION]
    assert outline.manuscripts == 0


def test_articles_are_received_counted_and_placed_and_the_way_back_is_the_same(desk: Desk) -> None:
    first, second = received(desk, "一", "二")
    issue = issue_with(desk, "三")
    changes = desk.apply(acts.MoveArticles(((second, issue.sections[0].id, 0),)))
    assert changes.touched == {second, MANUSCRIPTS, issue.id, issue.sections[0].id}
    assert (titles(desk), titles(desk, issue.id)) == (["一"], ["二", "三"])
    assert desk.outline().manuscripts == 1
    desk.apply(changes.inverse)
    assert (titles(desk), titles(desk, issue.id)) == (["一", "二"], ["三"])
    assert desk.article(first).title == "一"


def test_they_are_read_like_an_issue_of_today(path: Path) -> None:
    noon = dt.datetime(2024, 5, 6, 12, tzinfo=dt.UTC)
    with Library.open(path) as library:
        desk = Desk(library, lambda: noon)
        received(desk, "一")
        issue = desk.issue(MANUSCRIPTS)
        assert (issue.masthead.name, issue.date) == ("来稿", noon.astimezone().date())
        assert [article.title for article in issue.articles()] == ["一"]
        assert desk.look(MANUSCRIPTS).id == "jianbao"


def test_one_that_is_deleted_comes_back_to_them(desk: Desk) -> None:
    first, _ = received(desk, "一", "二")
    changes = desk.apply(acts.Delete((first,)))
    assert changes.touched == {RECYCLE_BIN, first, MANUSCRIPTS}
    assert desk.outline().manuscripts == 1
    (row,) = desk.recycled()
    assert (row.title, row.where, row.issue) == ("一", "", None)
    desk.apply(acts.Restore((first,)))
    assert titles(desk) == ["一", "二"]
    assert desk.outline().manuscripts == 2


def test_the_place_itself_cannot_be_deleted_renamed_moved_or_added_to(desk: Desk) -> None:
    issue = issue_with(desk, "一")
    section = issue.sections[0].id
    for act in (
        acts.Delete((section, MANUSCRIPTS)),
        acts.Restore((MANUSCRIPTS,)),
        acts.RenameSection(MANUSCRIPTS, "来稿"),
        acts.MoveSection(MANUSCRIPTS, 0, issue.id),
        acts.MoveSection(section, 0, MANUSCRIPTS),
        acts.AddSection(MANUSCRIPTS, Section(new_id()), 0),
        acts.UpdateIssue(desk.issue(MANUSCRIPTS)),
    ):
        with pytest.raises(UserError, match="manuscripts in no issue stay where they are"):
            desk.apply(act)
    for act in (
        acts.UpdatePublication(MANUSCRIPTS, "来稿", ""),
        acts.CreateIssue(MANUSCRIPTS, replace(issue, id=new_id(), number=2)),
        acts.ChooseTemplate(MANUSCRIPTS, "jianbao"),
    ):
        with pytest.raises(UserError, match="There is no publication"):
            desk.apply(act)
    with pytest.raises(UserError, match="There is no publication"):
        desk.next_issue(MANUSCRIPTS, DAY)
    assert desk.recycled() == ()
    assert titles(desk, issue.id) == ["一"]


def test_they_are_never_exported(desk: Desk, tmp_path: Path) -> None:
    received(desk, "一")
    issue = desk.issue(MANUSCRIPTS)
    layout = publish.typesetter("jianbao").layout(issue)
    with pytest.raises(UserError, match="are no issue themselves"):
        publish.Publisher().export(layout, issue, tmp_path / "issue.docx")
    assert not list(tmp_path.glob("*.docx"))


def test_what_is_read_from_a_file_goes_there_whatever_its_sections(desk: Desk) -> None:
    text = "【工作动态】\n关于开展防汛检查的情况\n近日，市防汛办开展了检查，发现问题三个。\n市防汛办\n"
    stored = store(desk, MANUSCRIPTS, read_text(text), read_text(text))
    assert len(titles(desk)) == len(stored.articles) > 0
    assert [section.id for section in desk.contents(MANUSCRIPTS).sections] == [MANUSCRIPTS]


def test_they_are_not_what_receives_new_articles_by_itself(desk: Desk) -> None:
    received(desk, "一")
    assert receiving_issue(desk, DAY) != MANUSCRIPTS


def test_a_library_of_the_fourth_version_gets_the_place_and_its_credits(path: Path) -> None:
    with Library.open(path) as library:
        desk = Desk(library)
        desk.apply(acts.CreatePublication(PUBLICATION, "简报"))
        signed = Article(new_id(), ("一",), credit="市防汛办")
        issue = issue_with(desk)
        desk.apply(acts.AddArticles(issue.sections[0].id, (signed,), 0))
    make_older(path, 4)
    with Library.open(path) as library:
        desk = Desk(library)
        assert [match.article.title for match in desk.find_titles("防汛办")] == ["一"]
        received(desk, "二")
        assert desk.outline().manuscripts == 1
