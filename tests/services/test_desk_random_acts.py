"""Random acts on the desk against plain lists: same result, and undoing everything gives the start back."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Issue, Masthead, Paragraph, Role, Section, Span
from bulletin_desktop.document.text import characters
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import acts
from bulletin_desktop.services.desk import Desk
from tests.services.plain_desk import PlainDesk

WORDS = st.text("防汛工作会议通知，。", min_size=1, max_size=8)
POSITIONS = st.integers(0, 4)


def article(words: str) -> Article:
    return Article(new_id(), (words,), blocks=(Paragraph(new_id(), Role.BODY, (Span(words),)),))


class RandomActs(RuleBasedStateMachine):
    """Applies each act to both; keeps the inverses to take everything back at the end."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.library = Library.open(self.folder / "library.db")
        self.desk = Desk(self.library)
        self.plain = PlainDesk()
        self.number = 0
        self.done: list[tuple[list[Issue], acts.Act]] = []

    def teardown(self) -> None:
        try:
            while self.done:
                self.take_back()
            assert self.desk.outline().publications == ()
        finally:
            self.library.close()
            shutil.rmtree(self.folder)

    def seen(self) -> list[Issue]:
        """Every issue in the tree as the desk reads it, ordered by id."""
        rows = self.desk.outline().publications
        ids = {issue.id for row in rows for issue in row.issues}
        assert ids == set(self.plain.ids(2))
        return [self.desk.issue(issue_id) for issue_id in sorted(ids)]

    def do(self, act: acts.Act) -> None:
        before = self.seen()
        changes = self.desk.apply(act)
        self.plain.apply(act)
        self.done.append((before, changes.inverse))

    def take_back(self) -> None:
        before, inverse = self.done.pop()
        self.desk.apply(inverse)
        self.plain.apply(inverse)
        assert self.seen() == before

    def some(self, data: st.DataObject, depth: int) -> str:
        return data.draw(st.sampled_from(self.plain.ids(depth)))

    @invariant()
    def both_hold_the_same(self) -> None:
        assert self.seen() == self.plain.issues()
        outline = self.desk.outline()
        assert {row.id for row in outline.publications} == set(self.plain.ids(1))
        assert [row.id for row in self.desk.recycled()] == [node.id for node, *_ in reversed(self.plain.bin)]
        assert outline.recycled == len(self.plain.bin)

    @invariant()
    def rows_agree_with_bodies(self) -> None:
        rows = {row.id: row for publication in self.desk.outline().publications for row in publication.issues}
        for issue in self.seen():
            held = list(issue.articles())
            assert rows[issue.id].articles == len(held)
            assert rows[issue.id].characters == sum(characters(one) for one in held)
            outline = self.desk.contents(issue.id)
            assert [(s.id, s.title) for s in outline.sections] == [(s.id, s.title) for s in issue.sections]
            listed = [(a.id, a.title, a.characters) for s in outline.sections for a in s.articles]
            assert listed == [(a.id, a.title, characters(a)) for a in held]

    @precondition(lambda self: len(self.plain.ids(1)) < 2)
    @rule(name=WORDS)
    def create_publication(self, name: str) -> None:
        self.do(acts.CreatePublication(new_id(), name))

    @precondition(lambda self: self.plain.ids(1) and len(self.plain.ids(2)) < 4)
    @rule(data=st.data(), titles=st.lists(WORDS, max_size=2))
    def create_issue(self, data: st.DataObject, titles: list[str]) -> None:
        self.number += 1
        sections = tuple(Section(new_id(), title, (article(title),)) for title in titles)
        day = dt.date(2024, 3, 1)
        issue = Issue(new_id(), "简报", 2024, self.number, day, Masthead("简报"), sections=sections)
        self.do(acts.CreateIssue(self.some(data, 1), issue))

    @precondition(lambda self: self.plain.ids(2))
    @rule(data=st.data(), unit=WORDS)
    def update_issue(self, data: st.DataObject, unit: str) -> None:
        issue = self.desk.issue(self.some(data, 2))
        self.number += 1
        self.do(acts.UpdateIssue(replace(issue, masthead=Masthead("简报", unit), number=self.number)))

    @precondition(lambda self: self.plain.ids(2))
    @rule(data=st.data(), title=WORDS, position=POSITIONS)
    def add_section(self, data: st.DataObject, title: str, position: int) -> None:
        self.do(acts.AddSection(self.some(data, 2), Section(new_id(), title, (article(title),)), position))

    @precondition(lambda self: self.plain.ids(3))
    @rule(data=st.data(), title=WORDS)
    def rename_section(self, data: st.DataObject, title: str) -> None:
        self.do(acts.RenameSection(self.some(data, 3), title))

    @precondition(lambda self: self.plain.ids(3))
    @rule(data=st.data(), words=st.lists(WORDS, min_size=1, max_size=3), position=POSITIONS)
    def add_articles(self, data: st.DataObject, words: list[str], position: int) -> None:
        section = self.some(data, 3)
        position = min(position, len(self.plain.find(section).children))
        self.do(acts.AddArticles(section, tuple(article(word) for word in words), position))

    @precondition(lambda self: self.plain.ids(4))
    @rule(data=st.data(), words=st.one_of(st.just(""), WORDS))
    def save_article(self, data: st.DataObject, words: str) -> None:
        value = self.desk.article(self.some(data, 4))
        self.do(acts.SaveArticle(replace(value, kicker=words)))

    @precondition(lambda self: self.plain.ids(4))
    @rule(data=st.data(), positions=st.lists(POSITIONS, min_size=1, max_size=3))
    def move_articles(self, data: st.DataObject, positions: list[int]) -> None:
        moves = ((self.some(data, 4), self.some(data, 3), position) for position in positions)
        self.do(acts.MoveArticles(tuple(moves)))

    @precondition(lambda self: self.plain.ids(3))
    @rule(data=st.data(), position=POSITIONS)
    def move_section(self, data: st.DataObject, position: int) -> None:
        self.do(acts.MoveSection(self.some(data, 3), position))

    @precondition(lambda self: self.plain.ids(1))
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        depth = data.draw(st.sampled_from([depth for depth in (1, 2, 3, 4, 4) if self.plain.ids(depth)]))
        several = st.lists(st.sampled_from(self.plain.ids(depth)), min_size=1, max_size=3, unique=True)
        self.do(acts.Delete(tuple(data.draw(several))))

    @precondition(lambda self: self.plain.restorable())
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        self.do(acts.Restore((data.draw(st.sampled_from(self.plain.restorable())),)))

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        self.take_back()

    @precondition(lambda self: self.done)
    @rule()
    def undo_and_redo(self) -> None:
        after = self.seen()
        before, inverse = self.done.pop()
        changes = self.desk.apply(inverse)
        self.plain.apply(inverse)
        assert self.seen() == before
        again = self.desk.apply(changes.inverse)
        self.plain.apply(changes.inverse)
        assert self.seen() == after
        self.done.append((before, again.inverse))

    @rule(node=st.builds(new_id))
    def what_is_unknown_is_said_to_be(self, node: str) -> None:
        for act in (
            acts.SaveArticle(Article(node)),
            acts.MoveArticles(((node, node, 0),)),
            acts.MoveSection(node, 0),
            acts.RenameSection(node, "栏目"),
            acts.AddArticles(node, (), 0),
            acts.AddSection(node, Section(new_id()), 0),
            acts.Delete((node,)),
            acts.Restore((node,)),
        ):
            with pytest.raises(UserError, match="There is no"):
                self.desk.apply(act)


TestRandomActs = RandomActs.TestCase
TestRandomActs.settings = settings(max_examples=40, stateful_step_count=25)
