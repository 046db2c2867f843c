"""What each act does to the tree, what is touched, and what is said when it cannot be done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Imprint, Issue, Masthead, Paragraph, Role, Section, Span
from bulletin_desktop.document.schema import IllegalDocument
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.acts import (
    AddArticles,
    AddSection,
    CreateIssue,
    CreatePublication,
    Delete,
    MoveArticles,
    MoveSection,
    RenameSection,
    Restore,
    SaveArticle,
    SetState,
    UpdateIssue,
    UpdatePublication,
)
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.outline import RECYCLE_BIN, ArticleState
from tests.library.older import make_older

PUBLICATION = new_id()
DAY = dt.date(2024, 3, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Library.open(tmp_path / "library.db") as library:
        desk = Desk(library)
        desk.apply(CreatePublication(PUBLICATION, "简报", unit="市防汛办"))
        yield desk


def article(words: str = "标题") -> Article:
    return Article(new_id(), (words,), blocks=(Paragraph(new_id(), Role.BODY, (Span("正文"),)),))


def issue(number: int = 1, *sections: Section, **changes: object) -> Issue:
    plain = Issue(new_id(), "简报", 2024, number, DAY, Masthead("简报"), number, sections=sections)
    return replace(plain, **changes)


def stored(desk: Desk, *titles: str) -> tuple[Issue, tuple[str, ...]]:
    """An issue in the library with one section of articles of these titles, and the articles' ids."""
    articles = tuple(article(title) for title in titles)
    value = issue(1, Section(new_id(), "要闻", articles))
    desk.apply(CreateIssue(PUBLICATION, value))
    return value, tuple(one.id for one in articles)


def titles(desk: Desk, issue_id: str) -> list[str]:
    return [one.title for one in desk.issue(issue_id).articles()]


def states(desk: Desk, issue_id: str) -> list[str]:
    return [row.state for section in desk.contents(issue_id).sections for row in section.articles]


def test_an_issue_comes_back_whole(desk: Desk) -> None:
    value = issue(
        3,
        Section(new_id(), "要闻", (article("一"), article("二"))),
        Section(new_id(), "", (article("三"),)),
        imprint=Imprint("省委", copies=40),
        supplement=True,
    )
    desk.apply(CreateIssue(PUBLICATION, value))
    assert desk.issue(value.id) == value


def test_the_outline_has_rows_with_counts_and_the_newest_issue_first(desk: Desk) -> None:
    for number in (1, 2):
        desk.apply(CreateIssue(PUBLICATION, issue(number, Section(new_id(), "", (article(),)))))
    (row,) = desk.outline().publications
    assert (row.name, row.template, row.unit) == ("简报", "jianbao", "市防汛办")
    assert [(one.number, one.articles, one.characters) for one in row.issues] == [(2, 1, 4), (1, 1, 4)]


def test_an_issues_contents_are_rows_in_order(desk: Desk) -> None:
    value, ids = stored(desk, "一", "二")
    (section,) = desk.contents(value.id).sections
    assert section.title == "要闻"
    assert [(row.id, row.title, row.characters, row.state) for row in section.articles] == [
        (ids[0], "一", 3, "draft"),
        (ids[1], "二", 3, "draft"),
    ]


def test_a_number_is_given_once_in_a_year(desk: Desk) -> None:
    desk.apply(CreateIssue(PUBLICATION, issue(1)))
    with pytest.raises(UserError, match="already has an issue 1 in 2024"):
        desk.apply(CreateIssue(PUBLICATION, issue(1)))
    second = issue(2)
    desk.apply(CreateIssue(PUBLICATION, second))
    with pytest.raises(UserError, match="already has an issue 1 in 2024"):
        desk.apply(UpdateIssue(replace(second, number=1)))


def test_supplements_are_numbered_apart(desk: Desk) -> None:
    desk.apply(CreateIssue(PUBLICATION, issue(1)))
    desk.apply(CreateIssue(PUBLICATION, issue(1, supplement=True)))
    assert len(desk.outline().publications[0].issues) == 2


def test_the_number_of_a_deleted_issue_is_free_until_it_is_restored(desk: Desk) -> None:
    first = issue(1)
    desk.apply(CreateIssue(PUBLICATION, first))
    desk.apply(Delete((first.id,)))
    desk.apply(CreateIssue(PUBLICATION, issue(1)))
    with pytest.raises(UserError, match="already has an issue 1"):
        desk.apply(Restore((first.id,)))
    assert [row.id for row in desk.recycled()] == [first.id]


def test_an_illegal_value_changes_nothing(desk: Desk) -> None:
    value, _ = stored(desk, "一")
    section = value.sections[0].id
    with pytest.raises(IllegalDocument):
        desk.apply(AddArticles(section, (article("二"), Article(new_id(), ("",))), 1))
    with pytest.raises(IllegalDocument):
        desk.apply(RenameSection(section, "两\n行"))
    assert desk.issue(value.id) == value


def test_an_unchanged_article_is_not_written(desk: Desk) -> None:
    _, (own_id,) = stored(desk, "一")
    before = desk.revisions(own_id)
    assert desk.apply(SaveArticle(desk.article(own_id))).touched == frozenset()
    assert desk.revisions(own_id) == before


def test_saving_changes_the_row_and_the_issues_counts(desk: Desk) -> None:
    value, (own_id,) = stored(desk, "一")
    changes = desk.apply(SaveArticle(replace(desk.article(own_id), headline=("一个", "题目"))))
    assert changes.touched == {value.id, own_id}
    assert desk.contents(value.id).sections[0].articles[0].title == "一个题目"
    assert desk.outline().publications[0].issues[0].characters == 6


def test_an_article_in_the_bin_can_still_be_saved(desk: Desk) -> None:
    value, (own_id,) = stored(desk, "一")
    desk.apply(Delete((own_id,)))
    desk.apply(SaveArticle(replace(desk.article(own_id), kicker="最后一句")))
    desk.apply(Restore((own_id,)))
    assert next(desk.issue(value.id).articles()).kicker == "最后一句"


def test_articles_move_within_and_between_sections(desk: Desk) -> None:
    value, ids = stored(desk, "一", "二", "三")
    other = Section(new_id(), "经验", (article("四"),))
    desk.apply(AddSection(value.id, other, 0))
    changes = desk.apply(MoveArticles(((ids[0], value.sections[0].id, 2), (ids[1], other.id, 0))))
    assert titles(desk, value.id) == ["二", "四", "三", "一"]
    assert changes.touched == {value.id, other.id, value.sections[0].id, ids[0], ids[1]}


def test_a_position_past_the_end_is_the_end(desk: Desk) -> None:
    value, ids = stored(desk, "一", "二")
    desk.apply(MoveArticles(((ids[0], value.sections[0].id, 99),)))
    assert titles(desk, value.id) == ["二", "一"]


def test_deleting_touches_the_bin_and_the_way_up_to_the_issue(desk: Desk) -> None:
    value, ids = stored(desk, "一")
    assert desk.apply(Delete(ids)).touched == {RECYCLE_BIN, ids[0], value.sections[0].id, value.id}
    assert desk.apply(Delete((value.id,))).touched == {RECYCLE_BIN, value.id, PUBLICATION}


def test_the_bin_lists_what_was_deleted_last_first_and_where_it_was(desk: Desk) -> None:
    value, ids = stored(desk, "一")
    desk.apply(Delete(ids))
    desk.apply(Delete((value.id,)))
    desk.apply(Delete((PUBLICATION,)))
    assert [(row.kind, row.title, row.where) for row in desk.recycled()] == [
        ("publication", "简报", ""),
        ("issue", "简报 2024-1", "简报"),
        ("article", "一", "简报 2024-1"),
    ]
    assert desk.outline().publications == ()
    assert desk.outline().recycled == 3


def test_restoring_an_article_brings_back_what_it_belongs_to(desk: Desk) -> None:
    value, ids = stored(desk, "一", "二")
    desk.apply(Delete((ids[0],)))
    desk.apply(Delete((value.sections[0].id,)))
    desk.apply(Delete((value.id,)))
    back = desk.apply(Restore((ids[0],)))
    assert titles(desk, value.id) == ["一", "二"]
    desk.apply(back.inverse)
    assert {row.id for row in desk.recycled()} == {ids[0], value.sections[0].id, value.id}


def test_what_goes_with_its_issue_is_not_thrown_away_twice(desk: Desk) -> None:
    value, ids = stored(desk, "一")
    changes = desk.apply(Delete((value.id, *ids)))
    assert changes.inverse == Restore((value.id,))


def test_several_are_restored_to_their_places(desk: Desk) -> None:
    value, ids = stored(desk, "一", "二", "三", "四")
    desk.apply(desk.apply(Delete((ids[2], ids[0], ids[1]))).inverse)
    assert titles(desk, value.id) == ["一", "二", "三", "四"]


def test_adding_again_after_undo_brings_the_same_back(desk: Desk) -> None:
    act = CreateIssue(PUBLICATION, issue(1, Section(new_id(), "", (article("一"),))))
    desk.apply(desk.apply(act).inverse)
    desk.apply(act)
    more = AddArticles(act.issue.sections[0].id, (article("二"), article("三")), 0)
    desk.apply(desk.apply(more).inverse)
    desk.apply(more)
    section = AddSection(act.issue.id, Section(new_id(), "经验"), 0)
    desk.apply(desk.apply(section).inverse)
    desk.apply(section)
    assert titles(desk, act.issue.id) == ["二", "三", "一"]
    assert [one.title for one in desk.issue(act.issue.id).sections] == ["经验", ""]
    assert desk.recycled() == ()


def test_a_publication_made_again_after_undo_is_the_same(desk: Desk) -> None:
    act = CreatePublication(new_id(), "社情民意")
    desk.apply(desk.apply(act).inverse)
    desk.apply(act)
    assert [row.name for row in desk.outline().publications] == ["简报", "社情民意"]


def test_nothing_is_put_into_what_lies_in_the_bin(desk: Desk) -> None:
    value, _ = stored(desk, "一")
    desk.apply(Delete((value.id,)))
    with pytest.raises(UserError, match="There is no section"):
        desk.apply(AddArticles(value.sections[0].id, (article(),), 0))
    with pytest.raises(UserError, match="There is no issue"):
        desk.contents(value.id)
    desk.apply(Delete((PUBLICATION,)))
    with pytest.raises(UserError, match="There is no publication"):
        desk.apply(CreateIssue(PUBLICATION, issue(2)))


def test_taking_back_a_restore_out_of_order_forgets_no_place(desk: Desk) -> None:
    value, (first, second) = stored(desk, "一", "二")
    acts = (Delete((second,)), Delete((first,)), Restore((second,)))
    inverses = [desk.apply(act).inverse for act in acts]
    for inverse in reversed(inverses):
        desk.apply(inverse)
    assert titles(desk, value.id) == ["一", "二"]


def test_a_section_moves_to_another_issue_with_its_articles_and_back(desk: Desk) -> None:
    value, ids = stored(desk, "一", "二")
    other = issue(2, Section(new_id(), "甲"), Section(new_id(), "乙"))
    desk.apply(CreateIssue(PUBLICATION, other))
    changes = desk.apply(MoveSection(value.sections[0].id, 1, other.id))
    assert changes.touched == {value.id, other.id, value.sections[0].id}
    assert [section.title for section in desk.issue(other.id).sections] == ["甲", "要闻", "乙"]
    assert [row.articles for row in desk.outline().publications[0].issues] == [2, 0]
    desk.apply(changes.inverse)
    assert (desk.issue(value.id), desk.issue(other.id)) == (value, other)
    assert titles(desk, value.id) == [desk.article(own_id).title for own_id in ids]


def test_articles_get_a_state_and_each_its_former_one_back(desk: Desk) -> None:
    value, ids = stored(desk, "一", "二", "三")
    desk.apply(SetState(ids[:1], ArticleState.SENT))
    changes = desk.apply(SetState(ids[:2], ArticleState.CHECKED))
    assert changes.touched == {value.id, *ids[:2]}
    assert states(desk, value.id) == ["checked", "checked", "draft"]
    desk.apply(changes.inverse)
    assert states(desk, value.id) == ["sent", "draft", "draft"]
    desk.apply(Delete(ids[2:]))
    with pytest.raises(UserError, match="There is no article"):
        desk.apply(SetState(ids, ArticleState.SIGNED))
    assert states(desk, value.id) == ["sent", "draft"]


def test_a_publication_is_renamed_and_its_issues_keep_their_mastheads(desk: Desk) -> None:
    value, _ = stored(desk, "一")
    changes = desk.apply(UpdatePublication(PUBLICATION, " 防汛\n简报 ", "市应急局"))
    assert changes.touched == {PUBLICATION}
    (row,) = desk.outline().publications
    assert (row.name, row.unit) == ("防汛 简报", "市应急局")
    assert desk.issue(value.id) == value
    desk.apply(changes.inverse)
    (row,) = desk.outline().publications
    assert (row.name, row.unit) == ("简报", "市防汛办")


def test_a_publication_keeps_its_name_rather_than_have_none(desk: Desk) -> None:
    with pytest.raises(UserError, match="needs a name"):
        desk.apply(UpdatePublication(PUBLICATION, "　 ", "市应急局"))
    assert desk.outline().publications[0].name == "简报"


def test_names_and_headlines_of_500_characters_are_kept_whole(desk: Desk) -> None:
    value, (own_id,) = stored(desk, "一")
    long = "防汛" * 250
    desk.apply(UpdatePublication(PUBLICATION, long, ""))
    desk.apply(RenameSection(value.sections[0].id, long))
    desk.apply(SaveArticle(replace(desk.article(own_id), headline=(long,))))
    (row,) = desk.contents(value.id).sections
    assert (desk.outline().publications[0].name, row.title, row.articles[0].title) == (long,) * 3


def test_an_article_that_is_in_the_library_already_is_not_added_again(desk: Desk) -> None:
    value, (own_id,) = stored(desk, "一")
    again = (article("二"), desk.article(own_id))
    for act in (
        AddArticles(value.sections[0].id, again, 0),
        AddSection(value.id, Section(new_id(), "", again), 0),
        CreateIssue(PUBLICATION, issue(2, Section(new_id(), "", again))),
        AddArticles(value.sections[0].id, (again[0], again[0]), 0),
    ):
        with pytest.raises(UserError, match="is in this library already"):
            desk.apply(act)
    assert desk.issue(value.id) == value


def test_pages_are_known_until_what_is_printed_changes(desk: Desk) -> None:
    value, ids = stored(desk, "一", "二")
    section = value.sections[0].id

    def pages() -> int:
        return desk.outline().publications[0].issues[0].pages

    assert pages() == 0
    for act in (
        SaveArticle(replace(desk.article(ids[0]), kicker="引题")),
        MoveArticles(((ids[0], section, 1),)),
        AddArticles(section, (article(),), 0),
        RenameSection(section, "经验"),
        AddSection(value.id, Section(new_id()), 1),
        MoveSection(section, 1),
        Delete((ids[0],)),
        Restore((ids[0],)),
        UpdateIssue(replace(value, number=2)),
    ):
        desk.note_pages(value.id, 3)
        assert pages() == 3
        desk.apply(act)
        assert pages() == 0, act
    desk.note_pages(value.id, 3)
    desk.apply(SetState(ids, ArticleState.CHECKED))
    desk.apply(SaveArticle(desk.article(ids[0])))
    assert pages() == 3
    before = desk.outline()
    desk.note_pages(new_id(), 1)  # of an issue that has gone since
    assert desk.outline() == before


def test_an_article_s_row_counts_its_problems_with_every_save(desk: Desk) -> None:
    value, (own_id,) = stored(desk, "一")

    def problems() -> int:
        return desk.contents(value.id).sections[0].articles[0].problems

    assert problems() == 0
    changes = desk.apply(SaveArticle(Article(own_id)))
    assert problems() == 2
    desk.apply(changes.inverse)
    assert problems() == 0
    desk.apply(AddArticles(value.sections[0].id, (Article(new_id()),), 0))
    assert problems() == 2


def test_problems_of_an_earlier_version_s_articles_are_counted_when_their_issue_is_looked_at(
    tmp_path: Path,
) -> None:
    path = tmp_path / "old.db"
    with Library.open(path) as library:
        desk = Desk(library)
        desk.apply(CreatePublication(PUBLICATION, "简报"))
        value, ids = stored(desk, "一", "二", "三")
        desk.apply(SaveArticle(Article(ids[1])))
        library._db.execute("UPDATE article_bodies SET json = '{}' WHERE article_nr = 3")
    make_older(path, 4)
    with Library.open(path) as library:
        desk = Desk(library)
        counted = [row.problems for row in desk.contents(value.id).sections[0].articles]
        assert counted == [0, 2, 0]
        assert library.articles.uncounted(value.id) == (ids[2],)
