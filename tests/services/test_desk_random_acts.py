"""Random acts on the desk against plain lists: same result, and undoing everything gives the start back."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bulletin_desktop.document import schema
from bulletin_desktop.document.copies import fresh
from bulletin_desktop.document.distribution import MailingLists, Recipient
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Issue, Masthead, Paragraph, Role, Section, Span
from bulletin_desktop.document.numbering import renumbered
from bulletin_desktop.document.parting import merged, split
from bulletin_desktop.document.text import characters
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.habits import Habits
from bulletin_desktop.library.library import Library
from bulletin_desktop.proofing.structure import findings
from bulletin_desktop.services import acts
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.outline import MANUSCRIPTS, ArticleState
from bulletin_desktop.services.register import ManuscriptState
from tests.services.plain_desk import PlainDesk

WORDS = st.text("防汛工作会议通知，。", min_size=1, max_size=8)
KEPT_STATES = [state for state in ManuscriptState if state is not ManuscriptState.USED]
POSITIONS = st.integers(0, 4)
DAY = dt.date(2024, 3, 1)


def article(words: str) -> Article:
    blocks = (
        Paragraph(new_id(), Role.HEADING1, (Span(f"三、{words}"),)),
        Paragraph(new_id(), Role.BODY, (Span(words),)),
    )
    return Article(new_id(), (words,), blocks=blocks)


@dataclass
class Step:
    """What was done, the acts that take it back, and all there was before and after."""

    inverses: list[acts.Act]
    before: object
    after: object


class RandomActs(RuleBasedStateMachine):
    """Applies each act to both; keeps the inverses to take everything back at the end."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.library = Library.open(self.folder / "library.db")
        self.now = dt.datetime(2024, 3, 1, 8, tzinfo=dt.UTC)
        self.desk = Desk(self.library, lambda: self.now)
        self.plain = PlainDesk()
        self.start = self.everything()
        self.number = 0
        self.done: list[Step] = []
        self.undone: list[Step] = []

    def teardown(self) -> None:
        try:
            while self.done:
                self.take_back()
            assert self.everything() == self.start
            while self.undone:
                self.do_again()
        finally:
            self.library.close()
            shutil.rmtree(self.folder)

    def everything(self) -> object:
        """All that is in sight, but the pages of issues, which are not known after a change.

        What lies in the bin is another matter: there goes what was made by an act that is taken back.
        """
        outline = self.desk.outline()
        issues = [issue.id for row in outline.publications for issue in row.issues]
        return (
            [
                (replace(row, issues=()), [issue._replace(pages=0) for issue in row.issues])
                for row in outline.publications
            ],
            outline.manuscripts,
            [self.desk.contents(issue_id) for issue_id in (*issues, MANUSCRIPTS)],
            [self.desk.issue(issue_id) for issue_id in (*issues, MANUSCRIPTS)],
            [self.desk.habits(row.id) for row in outline.publications],
            sorted(self.named().items()),
            sorted(self.desk.manuscripts()),
        )

    def named(self) -> dict[tuple[str, int], str]:
        """The names of the revisions of articles in sight."""
        return {
            (article_id, info.revision): info.name
            for article_id in self.plain.articles()
            for info in self.desk.revisions(article_id)
            if info.name
        }

    def do(self, *steps: acts.Act) -> None:
        """One step of one or more acts. A number given twice is refused and changes nothing."""
        before = self.everything()
        self.now += dt.timedelta(minutes=3)
        try:
            changes = self.desk.apply_all(steps)
        except UserError as error:
            if "already has an issue" not in error.message or self.everything() != before:
                raise
            return
        for act in steps:
            self.plain.apply(act)
        inverses = [change.inverse for change in reversed(changes)]
        self.done.append(Step(inverses, before, self.everything()))
        self.undone.clear()

    def _return(self, inverses: Iterable[acts.Act]) -> list[acts.Act]:
        inverses = list(inverses)
        changes = self.desk.apply_all(inverses)
        for act in inverses:
            self.plain.apply(act)
        return [change.inverse for change in reversed(changes)]

    def take_back(self) -> None:
        step = self.done.pop()
        forward = self._return(step.inverses)
        assert self.everything() == step.before
        self.undone.append(Step(forward, step.before, step.after))

    def do_again(self) -> None:
        step = self.undone.pop()
        backward = self._return(step.inverses)
        assert self.everything() == step.after
        self.done.append(Step(backward, step.before, step.after))

    def some(self, data: st.DataObject, depth: int) -> str:
        return data.draw(st.sampled_from(self.plain.ids(depth)))

    def some_article(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(self.plain.articles()))

    def place(self, data: st.DataObject, position: int) -> tuple[str, int]:
        """A section, or the manuscripts', and a position in it."""
        section = data.draw(st.sampled_from(self.plain.places()))
        return section, min(position, len(self.plain.find(section).children))

    # What is the same in both

    @invariant()
    def issues_are_the_same_and_legal(self) -> None:
        rows = self.desk.outline().publications
        ids = sorted(issue.id for row in rows for issue in row.issues)
        issues = [self.desk.issue(issue_id) for issue_id in ids]
        assert issues == self.plain.issues()
        for issue in issues:
            schema.check(issue)

    @invariant()
    def publications_and_the_bin_are_the_same(self) -> None:
        outline = self.desk.outline()
        told = {row.id: (row.name, row.unit) for row in outline.publications}
        assert told == {node.id: node.value for node in self.plain.root.children}
        given = {row.id: habits for row in outline.publications if (habits := self.desk.habits(row.id))}
        assert given == {own: habits for own, habits in self.plain.habits.items() if own in told}
        assert [row.id for row in self.desk.recycled()] == [node.id for node, *_ in reversed(self.plain.bin)]
        assert outline.recycled == len(self.plain.bin)
        held = [node.value for node in self.plain.manuscripts.children]
        assert list(self.desk.issue(MANUSCRIPTS).articles()) == held
        assert outline.manuscripts == len(held)

    @invariant()
    def rows_agree_with_bodies(self) -> None:
        rows = {row.id: row for publication in self.desk.outline().publications for row in publication.issues}
        for issue in [*self.plain.issues(), self.desk.issue(MANUSCRIPTS)]:
            held = list(issue.articles())
            if issue.id in rows:
                assert rows[issue.id].articles == len(held)
                assert rows[issue.id].characters == sum(characters(one) for one in held)
            outline = self.desk.contents(issue.id)
            assert [(s.id, s.title) for s in outline.sections] == [(s.id, s.title) for s in issue.sections]
            listed = [
                (a.id, a.title, a.characters, a.state, a.problems)
                for section in outline.sections
                for a in section.articles
            ]
            assert listed == [
                (a.id, a.title, characters(a), self.plain.find(a.id).state, len(findings(a))) for a in held
            ]

    @invariant()
    def manuscripts_are_the_same(self) -> None:
        rows = [
            (row.article_id, row.contributor, row.state, row.issue_id, len(row.merged))
            for row in self.desk.manuscripts()
        ]
        assert sorted(rows) == self.plain.register()

    @invariant()
    def names_of_revisions_are_the_same(self) -> None:
        seen = set(self.plain.articles())
        assert self.named() == {
            key: name for key, name in self.plain.names.items() if name and key[0] in seen
        }

    # Publications and issues

    @precondition(lambda self: len(self.plain.ids(1)) < 2)
    @rule(name=WORDS)
    def create_publication(self, name: str) -> None:
        self.do(acts.CreatePublication(new_id(), name))

    @precondition(lambda self: self.plain.ids(1))
    @rule(data=st.data(), name=WORDS, unit=st.one_of(st.just(""), WORDS))
    def update_publication(self, data: st.DataObject, name: str, unit: str) -> None:
        self.do(acts.UpdatePublication(self.some(data, 1), name, unit))

    @precondition(lambda self: self.plain.ids(1))
    @rule(data=st.data(), name=st.one_of(st.none(), WORDS))
    def update_lists(self, data: st.DataObject, name: str | None) -> None:
        habits = name and Habits(MailingLists(report_to=(Recipient(name, 2),)), editor=name)
        self.do(acts.UpdateLists(self.some(data, 1), habits or None))

    @precondition(lambda self: self.plain.ids(1) and len(self.plain.ids(2)) < 4)
    @rule(data=st.data(), titles=st.lists(WORDS, max_size=2))
    def create_issue(self, data: st.DataObject, titles: list[str]) -> None:
        self.number += 1
        sections = tuple(Section(new_id(), title, (article(title),)) for title in titles)
        issue = Issue(new_id(), "简报", 2024, self.number, DAY, Masthead("简报"), sections=sections)
        self.do(acts.CreateIssue(self.some(data, 1), issue))

    @precondition(lambda self: self.plain.ids(1) and len(self.plain.ids(2)) < 4)
    @rule(data=st.data(), year=st.integers(2024, 2025), supplement=st.booleans())
    def create_next_issue(self, data: st.DataObject, year: int, supplement: bool) -> None:
        publication = self.some(data, 1)
        issue = self.desk.next_issue(publication, DAY.replace(year=year), supplement)
        self.do(acts.CreateIssue(publication, issue))

    @precondition(lambda self: self.plain.ids(2))
    @rule(data=st.data(), unit=WORDS)
    def update_issue(self, data: st.DataObject, unit: str) -> None:
        issue = self.desk.issue(self.some(data, 2))
        self.number += 1
        self.do(acts.UpdateIssue(replace(issue, masthead=Masthead("简报", unit), number=self.number)))

    @precondition(lambda self: self.plain.ids(2))
    @rule(data=st.data(), pages=st.integers(0, 9))
    def note_pages(self, data: st.DataObject, pages: int) -> None:
        issue_id = self.some(data, 2)
        self.desk.note_pages(issue_id, pages)
        rows = [issue for row in self.desk.outline().publications for issue in row.issues]
        assert next(row.pages for row in rows if row.id == issue_id) == pages

    # Sections

    @precondition(lambda self: self.plain.ids(2))
    @rule(data=st.data(), title=WORDS, position=POSITIONS)
    def add_section(self, data: st.DataObject, title: str, position: int) -> None:
        self.do(acts.AddSection(self.some(data, 2), Section(new_id(), title, (article(title),)), position))

    @precondition(lambda self: self.plain.ids(3))
    @rule(data=st.data(), title=WORDS)
    def rename_section(self, data: st.DataObject, title: str) -> None:
        self.do(acts.RenameSection(self.some(data, 3), title))

    @precondition(lambda self: self.plain.ids(3))
    @rule(data=st.data(), position=POSITIONS, elsewhere=st.booleans())
    def move_section(self, data: st.DataObject, position: int, elsewhere: bool) -> None:
        issue = self.some(data, 2) if elsewhere else ""
        self.do(acts.MoveSection(self.some(data, 3), position, issue))

    # Articles

    @rule(data=st.data(), words=st.lists(WORDS, min_size=1, max_size=3), position=POSITIONS)
    def add_articles(self, data: st.DataObject, words: list[str], position: int) -> None:
        section, position = self.place(data, position)
        self.do(acts.AddArticles(section, tuple(article(word) for word in words), position))

    @precondition(lambda self: self.plain.articles())
    @rule(data=st.data(), position=POSITIONS)
    def duplicate(self, data: st.DataObject, position: int) -> None:
        copied = self.some_article(data)
        copy = fresh(self.desk.article(copied))
        section, position = self.place(data, position)
        self.do(acts.AddArticles(section, (copy,), position), acts.ShareManuscripts(((copy.id, copied),)))

    @precondition(lambda self: self.plain.articles())
    @rule(data=st.data(), words=st.one_of(st.just(""), WORDS))
    def save_article(self, data: st.DataObject, words: str) -> None:
        thrown = [node.id for node, *_ in self.plain.bin if isinstance(node.value, Article)]
        value = self.desk.article(data.draw(st.sampled_from([*self.plain.articles(), *thrown])))
        self.do(acts.SaveArticle(renumbered(replace(value, kicker=words))))

    @precondition(lambda self: self.plain.articles())
    @rule(data=st.data(), words=WORDS)
    def rewrite(self, data: st.DataObject, words: str) -> None:
        value = self.desk.article(self.some_article(data))
        parts = [acts.ArticlePart(value.id, "subtitle", value.subtitle, words)]
        parts += [
            acts.ArticlePart(value.id, block.id, block, replace(block, spans=(Span(words),)))
            for block in value.paragraphs()
            if block.text != words
        ]
        self.do(acts.Rewrite(tuple(part for part in parts if part.before != part.after)))

    @precondition(lambda self: self.plain.articles())
    @rule(data=st.data(), offset=st.integers(0, 9))
    def split_article(self, data: st.DataObject, offset: int) -> None:
        value = self.desk.article(self.some_article(data))
        places = ["headline", *(block.id for block in value.blocks)]
        first, second = split(value, data.draw(st.sampled_from(places)), offset)
        section = self.plain.parent(value.id)
        position = [node.id for node in section.children].index(value.id) + 1
        self.do(
            acts.SaveArticle(first),
            acts.AddArticles(section.id, (second,), position),
            acts.ShareManuscripts(((second.id, first.id),)),
        )

    @precondition(lambda self: len(self.plain.articles()) > 1)
    @rule(data=st.data())
    def merge_articles(self, data: st.DataObject) -> None:
        two = st.lists(st.sampled_from(self.plain.articles()), min_size=2, max_size=2, unique=True)
        first, second = (self.desk.article(own_id) for own_id in data.draw(two))
        if len(first.blocks) + len(second.blocks) < 20:
            self.do(
                acts.SaveArticle(merged(first, second)),
                acts.JoinManuscripts(first.id, (second.id,)),
                acts.Delete((second.id,)),
            )

    @precondition(lambda self: self.plain.articles())
    @rule(data=st.data(), positions=st.lists(POSITIONS, min_size=1, max_size=3))
    def move_articles(self, data: st.DataObject, positions: list[int]) -> None:
        moves = [
            (self.some_article(data), data.draw(st.sampled_from(self.plain.places())), position)
            for position in positions
        ]
        self.do(acts.MoveArticles(tuple(moves)))

    @precondition(lambda self: self.plain.articles())
    @rule(data=st.data(), state=st.sampled_from(ArticleState))
    def set_state(self, data: st.DataObject, state: ArticleState) -> None:
        several = st.lists(st.sampled_from(self.plain.articles()), min_size=1, max_size=3)
        self.do(acts.SetState(tuple(data.draw(several)), state))

    @precondition(lambda self: self.plain.articles())
    @rule(data=st.data(), name=st.one_of(st.just(""), WORDS))
    def name_revision(self, data: st.DataObject, name: str) -> None:
        own_id = self.some_article(data)
        revision = data.draw(st.sampled_from(self.desk.revisions(own_id))).revision
        self.do(acts.NameRevision(own_id, revision, name))

    # Manuscripts

    @precondition(lambda self: self.plain.register())
    @rule(data=st.data(), contributor=st.one_of(st.just(""), WORDS))
    def update_manuscript(self, data: st.DataObject, contributor: str) -> None:
        own_id = data.draw(st.sampled_from(self.plain.register()))[0]
        self.do(acts.UpdateManuscript(own_id, contributor, "", ""))

    @precondition(lambda self: self.plain.manuscripts.children)
    @rule(data=st.data(), state=st.sampled_from(KEPT_STATES))
    def set_manuscript_states(self, data: st.DataObject, state: ManuscriptState) -> None:
        waiting = st.sampled_from([node.id for node in self.plain.manuscripts.children])
        several = st.lists(waiting, min_size=1, max_size=3, unique=True)
        self.do(acts.SetManuscriptStates(tuple(data.draw(several)), state))

    # Everything

    @precondition(lambda self: self.plain.ids(1) or self.plain.articles())
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        levels = [ids for ids in (*map(self.plain.ids, (1, 2, 3)), *[self.plain.articles()] * 2) if ids]
        several = st.lists(st.sampled_from(data.draw(st.sampled_from(levels))), min_size=1, max_size=3)
        self.do(acts.Delete(tuple(dict.fromkeys(data.draw(several)))))

    @precondition(lambda self: self.plain.bin)
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        thrown = st.sampled_from([node.id for node, *_ in self.plain.bin])
        self.do(acts.Restore(tuple(data.draw(st.lists(thrown, min_size=1, max_size=3, unique=True)))))

    @precondition(lambda self: self.done)
    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        for _ in range(data.draw(st.integers(1, len(self.done)))):
            self.take_back()

    @precondition(lambda self: self.undone)
    @rule(data=st.data())
    def redo(self, data: st.DataObject) -> None:
        for _ in range(data.draw(st.integers(1, len(self.undone)))):
            self.do_again()

    @rule(node=st.builds(new_id))
    def what_is_unknown_is_said_to_be(self, node: str) -> None:
        for act in (
            acts.SaveArticle(Article(node)),
            acts.MoveArticles(((node, node, 0),)),
            acts.MoveSection(node, 0),
            acts.SetState((node,), ArticleState.SENT),
            acts.UpdatePublication(node, "简报", ""),
            acts.RenameSection(node, "栏目"),
            acts.AddArticles(node, (), 0),
            acts.AddSection(node, Section(new_id()), 0),
            acts.Delete((node,)),
            acts.Restore((node,)),
        ):
            with pytest.raises(UserError, match="There is no"):
                self.desk.apply(act)

    @precondition(lambda self: self.plain.articles())
    @rule(data=st.data(), position=POSITIONS)
    def what_is_there_is_not_added_again(self, data: st.DataObject, position: int) -> None:
        again = self.desk.article(self.some_article(data))
        section, position = self.place(data, position)
        with pytest.raises(UserError, match="is in this library already"):
            self.desk.apply(acts.AddArticles(section, (article("新"), again), position))


TestRandomActs = RandomActs.TestCase
TestRandomActs.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)
