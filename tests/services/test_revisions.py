"""History: what was saved can be had again; typing does not fill it; the clock does not order it."""

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
from bulletin_desktop.document.model import Article, Paragraph, Role, Span
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.acts import (
    AddArticles,
    CreateIssue,
    CreatePublication,
    NameRevision,
    SaveArticle,
)
from bulletin_desktop.services.desk import Desk


class Clock:
    """Stands still until told to go on."""

    def __init__(self) -> None:
        self.now = dt.datetime(2024, 3, 1, 9, 0, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.now

    def go(self, minutes: float) -> None:
        self.now += dt.timedelta(minutes=minutes)


class Bench:
    """A desk with one article, whose kicker is what the tests write."""

    def __init__(self, library: Library) -> None:
        self.clock = Clock()
        self.desk = Desk(library, self.clock)
        publication = new_id()
        self.desk.apply(CreatePublication(publication, "简报"))
        issue = self.desk.next_issue(publication, dt.date(2024, 3, 1))
        self.desk.apply(CreateIssue(publication, issue))
        self.article = Article(new_id(), ("标题",), blocks=(Paragraph(new_id(), Role.BODY, (Span("正文"),)),))
        self.desk.apply(AddArticles(issue.sections[0].id, (self.article,), 0))

    def write(self, kicker: str, minutes: float = 0) -> None:
        self.clock.go(minutes)
        self.desk.apply(SaveArticle(replace(self.article, kicker=kicker)))

    def history(self) -> list[str]:
        """The kickers of all revisions, the newest first."""
        rows = self.desk.revisions(self.article.id)
        return [self.desk.revision(self.article.id, row.revision).kicker for row in rows]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def bench(path: Path) -> Iterator[Bench]:
    with Library.open(path) as library:
        yield Bench(library)


def test_an_article_as_it_came_in_is_the_first_revision(bench: Bench) -> None:
    (row,) = bench.desk.revisions(bench.article.id)
    assert (row.at, row.characters, row.name) == (bench.clock.now, 4, "")
    assert bench.desk.revision(bench.article.id, row.revision) == bench.article


def test_typing_for_some_minutes_is_one_revision_besides_the_first(bench: Bench) -> None:
    for text in ("甲", "甲乙", "甲乙丙"):
        bench.write(text, minutes=1)
    assert bench.history() == ["甲乙丙", ""]
    assert bench.desk.revisions(bench.article.id)[0].at == bench.clock.now


def test_after_ten_minutes_a_new_revision_begins(bench: Bench) -> None:
    bench.write("甲")
    bench.write("甲乙", minutes=9.9)
    bench.write("甲乙丙", minutes=0.1)
    assert bench.history() == ["甲乙丙", "甲乙", ""]


def test_a_large_deletion_keeps_what_was_there(bench: Bench) -> None:
    long = "一二三四五六七八九十" * 5
    bench.write(long)
    bench.write("", minutes=0.1)
    assert bench.history() == ["", long, ""]


def test_small_deletions_add_up_to_a_large_one(bench: Bench) -> None:
    long = "一二三四五六七八九十" * 6
    for length in (60, 40, 20, 0):
        bench.write(long[:length], minutes=0.1)
    assert bench.history() == ["", long[:20], ""]


def test_a_clock_set_back_begins_a_new_revision_and_keeps_the_order(bench: Bench) -> None:
    bench.write("甲")
    bench.write("乙", minutes=-60 * 24)
    assert bench.history() == ["乙", "甲", ""]


def test_a_named_revision_is_kept_as_it_is(bench: Bench) -> None:
    bench.write("送审稿")
    revision = bench.desk.revisions(bench.article.id)[0].revision
    changes = bench.desk.apply(NameRevision(bench.article.id, revision, "送审"))
    bench.write("再改", minutes=0.1)
    assert bench.history() == ["再改", "送审稿", ""]
    assert [row.name for row in bench.desk.revisions(bench.article.id)] == ["", "送审", ""]
    bench.desk.apply(changes.inverse)
    assert bench.desk.revisions(bench.article.id)[1].name == ""


def test_saving_a_revision_again_restores_it(bench: Bench) -> None:
    bench.write("甲")
    first = bench.desk.revisions(bench.article.id)[-1].revision
    bench.desk.apply(SaveArticle(bench.desk.revision(bench.article.id, first)))
    assert bench.desk.article(bench.article.id) == bench.article


def test_what_was_typed_before_something_is_restored_stays_a_revision(bench: Bench) -> None:
    bench.write("甲")
    changes = bench.desk.apply(SaveArticle(bench.article, apart=True))
    assert bench.history() == ["", "甲", ""]
    bench.desk.apply(changes.inverse)
    assert bench.history() == ["甲", "", "甲", ""]


def test_a_revision_of_another_article_is_not_given(bench: Bench) -> None:
    with pytest.raises(UserError, match="has no version 99"):
        bench.desk.revision(bench.article.id, 99)
    with pytest.raises(UserError, match="There is no article"):
        bench.desk.revisions(new_id())


@settings(max_examples=15)
@given(
    texts=st.lists(st.text("甲乙丙丁，。", max_size=60), max_size=50),
    long=st.sampled_from(["", "长" * 12_000]),
)
def test_every_saved_state_comes_back(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], long: str
) -> None:
    with Library.open(tmp_path_factory.mktemp("revisions") / "library.db") as library:
        bench = Bench(library)
        saved = [""]
        for text in texts:
            bench.write(text + long, minutes=11)
            if text + long != saved[-1]:
                saved.append(text + long)
        assert bench.history() == saved[::-1]


def test_a_damaged_revision_is_named_and_the_others_are_given(path: Path) -> None:
    with Library.open(path) as library:
        bench = Bench(library)
        for text in ("甲", "乙"):
            bench.write(text, minutes=11)
        own_id = bench.article.id
        newest, middle, first = (row.revision for row in bench.desk.revisions(own_id))
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE revisions SET data = zeroblob(length(data)) WHERE nr = ?", [middle])
    with Library.open(path) as library:
        desk = Desk(library)
        for revision in (newest, middle):  # the newest is stored as a difference from the damaged one
            with pytest.raises(UserError, match=f"Version {middle} of this article is damaged"):
                desk.revision(own_id, revision)
        assert desk.revision(own_id, first).kicker == ""
        assert desk.article(own_id).kicker == "乙"
