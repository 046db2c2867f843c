"""The history of an issue: what leaves an entry, what it says, and how an arrangement comes back."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Issue, Section
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.rows import ArticleState, IssueStep
from bulletin_desktop.services import acts
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.issue_changes import IssueChange, What, compare
from bulletin_desktop.services.outline import MANUSCRIPTS
from bulletin_desktop.services.publish import ExportResult
from tests.library.older import make_older
from tests.services.test_revisions import Clock


class Bench:
    """A desk with an issue of two sections: 要闻 with 甲 and 乙, 动态 with 丙."""

    def __init__(self, library: Library) -> None:
        self.clock = Clock()
        self.desk = Desk(library, self.clock)
        self.publication = new_id()
        self.desk.apply(acts.CreatePublication(self.publication, "简报"))
        self.first, self.second, self.third = (Article(new_id(), (title,)) for title in "甲乙丙")
        self.news = Section(new_id(), "要闻", (self.first, self.second))
        self.work = Section(new_id(), "动态", (self.third,))
        issue = self.desk.next_issue(self.publication, dt.date(2024, 3, 1))
        self.issue = replace(issue, sections=(self.news, self.work))
        self.desk.apply(acts.CreateIssue(self.publication, self.issue))

    def do(self, act: acts.Act, minutes: float = 0) -> acts.Changes:
        self.clock.go(minutes)
        return self.desk.apply(act)

    def kinds(self) -> list[IssueStep]:
        return [row.kind for row in self.desk.issue_history(self.issue.id)]

    def told(self) -> tuple[IssueChange, ...]:
        """What the newest entry says, beside the one before."""
        newest, before = self.desk.issue_history(self.issue.id)[:2]
        return compare(self.stood(before.revision), self.stood(newest.revision))

    def stood(self, revision: int) -> object:
        return self.desk.issue_stood(self.issue.id, revision)

    def newest(self) -> int:
        return self.desk.issue_history(self.issue.id)[0].revision

    def back(self, revision: int) -> int:
        """Restore an arrangement as one step; return how many articles stayed elsewhere."""
        plan = self.desk.arrangement(self.issue.id, revision)
        self.desk.apply_all(plan.acts)
        return plan.elsewhere

    def shape(self, issue_id: str = "") -> list[tuple[str, list[str]]]:
        sections = self.desk.contents(issue_id or self.issue.id).sections
        return [(section.title, [row.title for row in section.articles]) for section in sections]

    def another_issue(self) -> Issue:
        issue = self.desk.next_issue(self.publication, dt.date(2024, 3, 8))
        issue = replace(issue, sections=(Section(new_id(), "别处"),))
        self.desk.apply(acts.CreateIssue(self.publication, issue))
        return issue


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def bench(path: Path) -> Iterator[Bench]:
    with Library.open(path) as library:
        yield Bench(library)


AS_MADE = [("要闻", ["甲", "乙"]), ("动态", ["丙"])]


def test_a_new_issue_has_one_entry(bench: Bench) -> None:
    (row,) = bench.desk.issue_history(bench.issue.id)
    assert (row.kind, row.at, row.name, row.detail) == (IssueStep.CREATED, bench.clock.now, "", "")
    assert bench.stood(row.revision) == bench.desk.issue_stands(bench.issue.id)


def test_typing_leaves_no_entry(bench: Bench) -> None:
    bench.do(acts.SaveArticle(replace(bench.first, kicker="引题")), minutes=30)
    assert bench.kinds() == [IssueStep.CREATED]


def test_the_head_is_told_by_field(bench: Bench) -> None:
    head = replace(bench.issue, sections=(), number=4, imprint=replace(bench.issue.imprint, copies=50))
    bench.do(acts.UpdateIssue(head))
    assert bench.kinds() == [IssueStep.HEAD, IssueStep.CREATED]
    assert bench.told() == (
        IssueChange(What.FIELD, "number", "1", "4"),
        IssueChange(What.FIELD, "imprint.copies", "", "50"),
    )


def test_moves_are_told_by_article(bench: Bench) -> None:
    bench.do(acts.MoveArticles(((bench.third.id, bench.news.id, 0),)))
    assert bench.told() == (IssueChange(What.MOVED, "丙", "动态", "要闻"),)
    bench.do(acts.MoveArticles(((bench.second.id, bench.news.id, 0),)), minutes=11)
    assert bench.told() == (IssueChange(What.REORDERED, "乙", after="要闻"),)


def test_what_came_and_went_is_told(bench: Bench) -> None:
    bench.do(acts.Delete((bench.first.id,)))
    bench.do(acts.AddArticles(bench.work.id, (Article(new_id(), ("丁",)),), 0))
    bench.do(acts.AddSection(bench.issue.id, Section(new_id(), "通知"), 0))
    bench.do(acts.RenameSection(bench.news.id, "头条"))
    assert set(bench.told()) == {
        IssueChange(What.SECTION_ADDED, "通知"),
        IssueChange(What.SECTION_RENAMED, "", "要闻", "头条"),
        IssueChange(What.GONE, "甲", before="要闻"),
        IssueChange(What.ADDED, "丁", after="动态"),
    }
    bench.do(acts.MoveSection(bench.work.id, 0), minutes=11)
    assert bench.told() == (IssueChange(What.SECTION_MOVED, "动态"),)
    bench.do(acts.Delete((bench.work.id,)), minutes=11)
    assert IssueChange(What.SECTION_GONE, "动态") in bench.told()


def test_states_and_exports_are_told(bench: Bench) -> None:
    bench.do(acts.SetState((bench.first.id,), ArticleState.SENT))
    assert bench.told() == (IssueChange(What.STATE, "甲", "draft", "sent"),)
    issue = bench.desk.issue(bench.issue.id)
    bench.desk.record_export(issue, ExportResult(Path("第1期.docx"), 2, "0" * 64, new_id(), ()))
    newest = bench.desk.issue_history(bench.issue.id)[0]
    assert (newest.kind, newest.detail) == (IssueStep.EXPORTED, "第1期.docx")


def test_steps_of_one_kind_within_minutes_are_one_entry(bench: Bench) -> None:
    for minutes in (1, 9):
        bench.do(acts.MoveArticles(((bench.first.id, bench.work.id, 0),)), minutes)
        bench.do(acts.MoveArticles(((bench.second.id, bench.work.id, 0),)))
    assert bench.kinds() == [IssueStep.ARRANGEMENT, IssueStep.CREATED]
    bench.do(acts.MoveArticles(((bench.second.id, bench.news.id, 0),)), minutes=10)
    assert bench.kinds() == [IssueStep.ARRANGEMENT, IssueStep.ARRANGEMENT, IssueStep.CREATED]


def test_what_was_there_before_something_went_keeps_its_entry(bench: Bench) -> None:
    bench.do(acts.AddArticles(bench.work.id, (Article(new_id(), ("丁",)),), 0))
    before = bench.newest()
    bench.do(acts.Delete((bench.first.id,)))
    assert bench.newest() != before
    bench.back(before)
    assert bench.shape() == [("要闻", ["甲", "乙"]), ("动态", ["丁", "丙"])]


def test_what_is_taken_back_at_once_leaves_no_entry(bench: Bench) -> None:
    changes = bench.do(acts.Delete((bench.first.id,)))
    bench.do(changes.inverse)
    assert bench.kinds() == [IssueStep.CREATED]


def test_a_named_entry_is_kept_as_it_is(bench: Bench) -> None:
    bench.do(acts.Delete((bench.first.id,)))
    named = bench.do(acts.NameIssueRevision(bench.issue.id, bench.newest(), "送审前"))
    bench.do(acts.Delete((bench.second.id,)))
    assert [row.name for row in bench.desk.issue_history(bench.issue.id)] == ["", "送审前", ""]
    bench.do(named.inverse)
    assert [row.name for row in bench.desk.issue_history(bench.issue.id)] == ["", "", ""]
    with pytest.raises(UserError, match="no entry 99"):
        bench.do(acts.NameIssueRevision(bench.issue.id, 99, "无"))


def test_an_issue_older_than_history_keeps_how_it_stood_before(path: Path) -> None:
    with Library.open(path) as library:
        bench = Bench(library)
    make_older(path, 6)
    with Library.open(path) as library:
        bench.desk = Desk(library, bench.clock)
        bench.do(acts.Delete((bench.first.id,)))
        assert bench.kinds() == [IssueStep.ARRANGEMENT, IssueStep.CREATED]
        assert bench.shape() == [("要闻", ["乙"]), ("动态", ["丙"])]
        bench.back(bench.desk.issue_history(bench.issue.id)[-1].revision)
        assert bench.shape() == AS_MADE


def test_deleted_articles_and_sections_come_back_to_their_places(bench: Bench) -> None:
    made = bench.newest()
    bench.do(acts.Delete((bench.first.id,)))
    bench.do(acts.Delete((bench.news.id, bench.third.id)))
    assert bench.back(made) == 0
    assert bench.shape() == AS_MADE
    assert bench.desk.recycled() == ()


def test_what_came_later_stays_and_is_last(bench: Bench) -> None:
    made = bench.newest()
    bench.do(acts.AddSection(bench.issue.id, Section(new_id(), "通知", (Article(new_id(), ("戊",)),)), 0))
    bench.do(acts.AddArticles(bench.news.id, (Article(new_id(), ("丁",)),), 0))
    bench.back(made)
    assert bench.shape() == [("要闻", ["甲", "乙", "丁"]), ("动态", ["丙"]), ("通知", ["戊"])]


def test_manuscripts_are_fetched_and_other_issues_left_alone(bench: Bench) -> None:
    made, other = bench.newest(), bench.another_issue()
    bench.do(acts.MoveArticles(((bench.first.id, MANUSCRIPTS, 0),)))
    bench.do(acts.MoveArticles(((bench.third.id, other.sections[0].id, 0),)))
    assert bench.back(made) == 1
    assert bench.shape() == [("要闻", ["甲", "乙"]), ("动态", [])]
    assert bench.shape(other.id) == [("别处", ["丙"])]


def test_an_article_comes_out_of_a_deleted_section_that_stays_deleted(bench: Bench) -> None:
    made, later = bench.newest(), Section(new_id(), "后来")
    bench.do(acts.AddSection(bench.issue.id, later, 0))
    bench.do(acts.MoveArticles(((bench.first.id, later.id, 0),)))
    bench.do(acts.Delete((later.id,)))
    bench.back(made)
    assert bench.shape() == AS_MADE
    assert [row.id for row in bench.desk.recycled()] == [later.id]


def test_a_section_that_went_to_another_issue_is_made_anew(bench: Bench) -> None:
    made, other = bench.newest(), bench.another_issue()
    bench.do(acts.MoveSection(bench.work.id, 0, other.id))
    bench.back(made)
    assert bench.shape() == [("要闻", ["甲", "乙"]), ("动态", [])]
    assert bench.shape(other.id)[0] == ("动态", ["丙"])


def test_what_stands_as_it_stood_needs_no_act(bench: Bench) -> None:
    assert bench.desk.arrangement(bench.issue.id, bench.newest()).acts == ()


def test_a_damaged_entry_is_told_and_the_others_are_given(path: Path) -> None:
    with Library.open(path) as library:
        bench = Bench(library)
        made = bench.newest()
        bench.do(acts.Delete((bench.first.id,)))
        broken = bench.newest()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE issue_revisions SET data = zeroblob(length(data)) WHERE nr = ?", [broken])
    with Library.open(path) as library:
        bench.desk = Desk(library, bench.clock)
        with pytest.raises(UserError, match="entry of the issue's history is damaged"):
            bench.stood(broken)
        bench.do(acts.Delete((bench.second.id,)), minutes=20)
        bench.back(made)
        assert bench.shape() == AS_MADE


@st.composite
def steps(draw: st.DrawFn) -> list[tuple[str, int, int]]:
    kinds = st.sampled_from(["move", "section", "delete article", "delete section", "add", "away"])
    return draw(st.lists(st.tuples(kinds, st.integers(0, 9), st.integers(0, 9)), max_size=12))


def _act(bench: Bench, kind: str, one: int, other: int) -> acts.Act | None:
    """One of many acts upon the issue as it is now; None where there is nothing to do it to."""
    sections = bench.desk.contents(bench.issue.id).sections
    articles = [row.id for section in sections for row in section.articles]
    if kind == "add" or not sections:
        return acts.AddSection(
            bench.issue.id, Section(new_id(), f"栏{one}", (Article(new_id(), ("新",)),)), other
        )
    section = sections[one % len(sections)].id
    match kind:
        case "section":
            return acts.MoveSection(section, other % len(sections))
        case "delete section":
            return acts.Delete((section,))
    if not articles:
        return None
    article = articles[other % len(articles)]
    match kind:
        case "move":
            return acts.MoveArticles(((article, section, other % 3),))
        case "away":
            return acts.MoveArticles(((article, MANUSCRIPTS, 0),))
        case _:
            return acts.Delete((article,))


@settings(max_examples=25)
@given(steps(), st.integers(0, 12))
def test_any_arrangement_comes_back_with_nothing_lost(
    tmp_path_factory: pytest.TempPathFactory, chosen: list[tuple[str, int, int]], wanted: int
) -> None:
    with Library.open(tmp_path_factory.mktemp("history") / "library.db") as library:
        bench = Bench(library)
        for step in chosen:
            if (act := _act(bench, *step)) is not None:
                bench.do(act, minutes=11)
        rows = bench.desk.issue_history(bench.issue.id)
        revision = rows[wanted % len(rows)].revision
        there = {
            row.id for section in bench.desk.contents(bench.issue.id).sections for row in section.articles
        }
        before = bench.desk.issue(bench.issue.id)
        plan = bench.desk.arrangement(bench.issue.id, revision)
        changes = bench.desk.apply_all(plan.acts)
        assert plan.elsewhere == 0
        now = bench.desk.issue_stands(bench.issue.id).sections
        for section, held in zip(bench.stood(revision).sections, now, strict=False):
            assert (held.id, held.title) == (section.id, section.title)
            ids = [each.id for each in section.articles]
            assert [each.id for each in held.articles][: len(ids)] == ids
        assert there <= {each.id for section in now for each in section.articles}
        bench.desk.apply_all(each.inverse for each in reversed(changes))
        assert bench.desk.issue(bench.issue.id) == before
