"""Two offices work on one issue at once and exchange it in any order: no text is lost, and it ends as one."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.lineage import Relation
from bulletin_desktop.document.model import Section
from bulletin_desktop.services import acts, exchange_file
from bulletin_desktop.services.exchange_compare import Choice, Comparison
from bulletin_desktop.services.exchange_taking import Decision, Taken
from bulletin_desktop.services.parcel import Parcel
from tests.services.offices import Office, article

STEPS = 30


class Two:
    """Both offices, and which texts each of them has ever had."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = random.Random(seed)
        self.file = folder / "1.bulletin"
        self.offices = [Office(folder / f"{number}.db") for number in range(2)]
        self.words = 0
        self.texts: list[dict[str, set[str]]] = [defaultdict(set), defaultdict(set)]
        self.done: list[list[Taken]] = [[], []]
        first = self.offices[0]
        sections = tuple(
            Section(new_id(), title, tuple(article(self.word()) for _ in range(3)))
            for title in ("要闻", "动态")
        )
        self.issue_id = first.issue(*sections).id
        self.offices[1].receive(first.send(self.file, self.issue_id))
        for number in range(2):
            self.note(number)

    def word(self) -> str:
        self.words += 1
        return f"第{self.words}稿"

    def note(self, number: int) -> None:
        for each in self.offices[number].desk.issue(self.issue_id).articles():
            self.texts[number][each.id].add(each.title)

    def step(self) -> None:
        number = self.random.randrange(2)
        office = self.offices[number]
        what = self.random.choice(
            (self.type, self.type, self.type, self.go_back, self.add, self.delete, self.restore, self.move,
             self.rename, self.date, self.exchange, self.exchange, self.undo)
        )  # fmt: skip
        what(number, office)
        self.note(number)
        self.done[number] = self.done[number] if what in (self.exchange, self.undo) else []
        self.check(number)

    def ids(self, office: Office) -> list[str]:
        return [each.id for each in office.desk.issue(self.issue_id).articles()]

    def type(self, _number: int, office: Office) -> None:
        if ids := self.ids(office):
            office.type(self.random.choice(ids), self.word())

    def go_back(self, _number: int, office: Office) -> None:
        if ids := self.ids(office):
            own_id = self.random.choice(ids)
            info = self.random.choice(office.desk.revisions(own_id))
            office.desk.apply(acts.SaveArticle(office.desk.revision(own_id, info.revision)))

    def add(self, _number: int, office: Office) -> None:
        sections = office.desk.issue(self.issue_id).sections
        section = self.random.choice(sections)
        office.desk.apply(acts.AddArticles(section.id, (article(self.word()),), self.random.randrange(4)))

    def delete(self, _number: int, office: Office) -> None:
        issue = office.desk.issue(self.issue_id)
        nodes = [*self.ids(office), *(each.id for each in issue.sections[1:])]
        if len(nodes) > 1:
            office.desk.apply(acts.Delete((self.random.choice(nodes),)))

    def restore(self, _number: int, office: Office) -> None:
        if rows := office.desk.recycled():
            office.desk.apply(acts.Restore((self.random.choice(rows).id,)))

    def move(self, _number: int, office: Office) -> None:
        issue = office.desk.issue(self.issue_id)
        if ids := self.ids(office):
            section = self.random.choice(issue.sections)
            office.desk.apply(
                acts.MoveArticles(((self.random.choice(ids), section.id, self.random.randrange(4)),))
            )

    def rename(self, _number: int, office: Office) -> None:
        section = self.random.choice(office.desk.issue(self.issue_id).sections)
        office.desk.apply(acts.RenameSection(section.id, self.word()))

    def date(self, _number: int, office: Office) -> None:
        head = replace(office.desk.issue(self.issue_id), sections=())
        day = head.date.replace(day=self.random.randrange(1, 28))
        office.desk.apply(acts.UpdateIssue(replace(head, date=day)))

    def undo(self, number: int, office: Office) -> None:
        """Take back what was taken in, if nothing was done since."""
        if self.done[number]:
            office.undo(self.done[number].pop())

    def exchange(self, number: int, office: Office) -> None:
        self.offices[1 - number].send(self.file, self.issue_id)
        parcel = exchange_file.read(self.file)
        comparison = office.desk.exchange.compare(parcel)
        choices = {
            row.id: self.random.choice(row.choices) for row in (*comparison.articles, *comparison.gone)
        }
        decision = Decision(
            choices,
            self.random.choice(list(Choice)[:2]),
            self.random.choice(list(Choice)[:2]),
            label="收自他处",
        )
        before = office.desk.issue(self.issue_id)
        taken = office.desk.exchange.take(parcel, decision)
        self.check_received(office, parcel, comparison, taken, choices)
        office.undo(taken)
        assert office.desk.issue(self.issue_id) == before
        self.done[number].append(office.desk.exchange.take(parcel, decision))

    def check_received(
        self, office: Office, parcel: Parcel, comparison: Comparison, taken: Taken, choices: dict[str, Choice]
    ) -> None:
        copies = {office.desk.article(own_id).title for own_id in taken.copied}
        for row, sent in zip(comparison.articles, parcel.articles, strict=True):
            title = sent.article.title
            if row.relation is Relation.NEW:
                assert (choices[row.id] is Choice.THEIRS) == (row.id in taken.added)
            elif row.relation is not Relation.NEWER_HERE:  # otherwise it was superseded before it came
                assert title in copies or title in office.versions(row.id)

    def check(self, number: int) -> None:
        """Every text an office has ever had is still among the versions there."""
        for own_id, texts in self.texts[number].items():
            assert texts <= set(self.offices[number].versions(own_id))

    def settle(self) -> None:
        """Each takes what the other has until nothing is left to take."""
        for number in (1, 0, 1, 0):
            self.offices[1 - number].send(self.file, self.issue_id)
            parcel = exchange_file.read(self.file)
            found = self.offices[number].desk.exchange.compare(parcel)
            every = {row.id: Choice.THEIRS for row in (*found.articles, *found.gone)}
            self.offices[number].desk.exchange.take(parcel, Decision(every, Choice.THEIRS, Choice.THEIRS))


@pytest.fixture(params=range(4))
def two(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Two]:
    two = Two(tmp_path, request.param)
    yield two
    for office in two.offices:
        office.library.close()


def test_no_text_is_lost_and_in_the_end_both_have_the_same(two: Two) -> None:
    for _ in range(STEPS):
        two.step()
    two.settle()
    one, other = (office.desk.issue(two.issue_id) for office in two.offices)
    assert one == other
    for number in range(2):
        two.offices[1 - number].send(two.file, two.issue_id)
        assert set(two.offices[number].relations(two.file)) <= {"same"}
        two.check(number)
