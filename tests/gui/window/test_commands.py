"""A step that fails leaves the library and the undo stack as they were."""

from __future__ import annotations

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Issue, Masthead
from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.backend import Backend
from bulletin_desktop.gui.desk_work import DeskWork
from bulletin_desktop.services.acts import CreateIssue, CreatePublication, Delete

PUBLICATION = new_id()


def issue(number: int) -> Issue:
    return Issue(new_id(), PUBLICATION, 2026, number, dt.date(2026, 1, 30), Masthead("简报"))


@pytest.fixture
def work(backend: Backend, qtbot: QtBot) -> DeskWork:
    work = DeskWork(backend)
    backend.wait(lambda desk: desk.apply(CreatePublication(PUBLICATION, "简报")))
    yield work
    work.deleteLater()


def numbers(backend: Backend) -> list[int]:
    outline = backend.wait(lambda desk: desk.outline())
    return sorted(each.number for publication in outline.publications for each in publication.issues)


def test_what_could_not_be_taken_back_can_be_once_the_reason_is_gone(
    work: DeskWork, backend: Backend, qtbot: QtBot
) -> None:
    first, other = issue(1), issue(1)
    backend.wait(lambda desk: desk.apply(CreateIssue(PUBLICATION, first)))
    with qtbot.waitSignal(work.changed):
        work.act(Delete((first.id,)), "Delete")
    backend.wait(lambda desk: desk.apply(CreateIssue(PUBLICATION, other)))  # takes the deleted one's number
    with qtbot.waitSignal(work.failed):
        work.stack.undo()
    assert work.stack.canUndo()
    assert not work.stack.canRedo()
    backend.wait(lambda desk: desk.apply(Delete((other.id,))))
    with qtbot.waitSignal(work.changed):
        work.stack.undo()
    assert work.stack.canRedo()
    assert backend.wait(lambda desk: desk.issue(first.id)) == first


def test_what_could_not_be_done_again_can_be_tried_again(
    work: DeskWork, backend: Backend, qtbot: QtBot
) -> None:
    first, other = issue(1), issue(1)
    with qtbot.waitSignal(work.changed):
        work.act(CreateIssue(PUBLICATION, first), "New issue")
    with qtbot.waitSignal(work.changed):
        work.stack.undo()
    backend.wait(lambda desk: desk.apply(CreateIssue(PUBLICATION, other)))
    with qtbot.waitSignal(work.failed):
        work.stack.redo()
    assert work.stack.canRedo()
    assert not work.stack.canUndo()
    backend.wait(lambda desk: desk.apply(Delete((other.id,))))
    with qtbot.waitSignal(work.changed):
        work.stack.redo()
    assert numbers(backend) == [1]


def test_what_could_not_be_done_is_forgotten(work: DeskWork, backend: Backend, qtbot: QtBot) -> None:
    backend.wait(lambda desk: desk.apply(CreateIssue(PUBLICATION, issue(1))))
    with qtbot.waitSignal(work.failed):
        work.act(CreateIssue(PUBLICATION, issue(1)), "New issue")
    assert work.stack.count() == 0


def test_acts_of_one_step_are_stored_together_or_not_at_all(
    work: DeskWork, backend: Backend, qtbot: QtBot
) -> None:
    taken = issue(1)
    backend.wait(lambda desk: desk.apply(CreateIssue(PUBLICATION, taken)))
    with pytest.raises(UserError):
        backend.wait(
            lambda desk: desk.apply_all(
                [CreateIssue(PUBLICATION, issue(2)), CreateIssue(PUBLICATION, issue(1))]
            )
        )
    assert numbers(backend) == [1]
