"""What a publication gives its new issues, and that setting it is taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bulletin_desktop.document.distribution import MailingLists, Recipient
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Imprint, Masthead
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.habits import Habits
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.acts import CreateIssue, CreatePublication, UpdateLists, UpdatePublication
from bulletin_desktop.services.desk import Desk

PUBLICATION = new_id()
DAY = dt.date(2024, 3, 1)
LISTS = MailingLists(
    (Recipient("市委", 3), Recipient("市政府", 2, "、")), (Recipient("各县（市、区）政协", 20),), spare=5
)
HABITS = Habits(LISTS, editor="陈雨", issuer="沈岳")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Library.open(tmp_path / "library.db") as library:
        desk = Desk(library)
        desk.apply(CreatePublication(PUBLICATION, "简报", "jianbao", "市防汛办"))
        yield desk


def test_what_was_set_is_read_back_and_taken_back(desk: Desk) -> None:
    assert desk.habits(PUBLICATION) is None
    changes = desk.apply(UpdateLists(PUBLICATION, HABITS))
    assert changes.touched == {PUBLICATION}
    assert desk.habits(PUBLICATION) == HABITS
    other = desk.apply(UpdateLists(PUBLICATION, Habits(editor="周宁")))
    desk.apply(other.inverse)
    assert desk.habits(PUBLICATION) == HABITS
    desk.apply(changes.inverse)
    assert desk.habits(PUBLICATION) is None


def test_a_new_issue_has_the_publication_s_lists_and_people(desk: Desk) -> None:
    desk.apply(UpdateLists(PUBLICATION, HABITS))
    assert desk.next_issue(PUBLICATION, DAY).imprint == Imprint(
        "市委、市政府", "各县（市、区）政协", "", 30, "陈雨", "", "沈岳"
    )


def test_whom_the_publication_does_not_name_the_last_issue_does(desk: Desk) -> None:
    issue = desk.next_issue(PUBLICATION, DAY)
    imprint = Imprint("市纪委", copies=7, editor="旧人", reviewer="周宁")
    desk.apply(CreateIssue(PUBLICATION, replace(issue, imprint=imprint)))
    assert desk.next_issue(PUBLICATION, DAY).imprint == imprint
    desk.apply(UpdateLists(PUBLICATION, Habits(editor="陈雨", lists=MailingLists((Recipient("市委"),)))))
    assert desk.next_issue(PUBLICATION, DAY).imprint == Imprint(
        "市委", copies=7, editor="陈雨", reviewer="周宁"
    )


def test_copies_overruled_in_one_issue_are_the_lists_again_in_the_next(desk: Desk) -> None:
    desk.apply(UpdateLists(PUBLICATION, HABITS))
    issue = desk.next_issue(PUBLICATION, DAY)
    desk.apply(CreateIssue(PUBLICATION, replace(issue, imprint=replace(issue.imprint, copies=50))))
    assert desk.next_issue(PUBLICATION, DAY).imprint.copies == 30


def test_a_publication_that_gives_lists_gives_its_unit_too(desk: Desk) -> None:
    issue = desk.next_issue(PUBLICATION, DAY)
    desk.apply(CreateIssue(PUBLICATION, replace(issue, masthead=Masthead("简报", "市应急局"))))
    assert desk.next_issue(PUBLICATION, DAY).masthead.unit == "市应急局"
    desk.apply(UpdateLists(PUBLICATION, HABITS))
    assert desk.next_issue(PUBLICATION, DAY).masthead.unit == "市防汛办"


def test_a_masthead_of_its_own_is_carried_on(desk: Desk) -> None:
    issue = desk.next_issue(PUBLICATION, DAY)
    desk.apply(CreateIssue(PUBLICATION, replace(issue, masthead=Masthead("防汛专报"))))
    desk.apply(UpdatePublication(PUBLICATION, "防汛简报", ""))
    assert desk.next_issue(PUBLICATION, DAY).masthead.name == "防汛专报"


def test_what_cannot_be_printed_is_left_out(desk: Desk) -> None:
    rows = (Recipient("市\t委\x00"), Recipient(" "), Recipient("市政府"))
    desk.apply(UpdateLists(PUBLICATION, Habits(MailingLists(rows), editor=" 陈\n雨 ")))
    habits = desk.habits(PUBLICATION)
    assert habits is not None
    assert [each.name for each in habits.lists.report_to] == ["市 委", "市政府"]
    assert habits.editor == "陈 雨"


@pytest.mark.parametrize("copies", [-1, 2**31])
def test_copies_that_are_no_number_to_print_are_refused(desk: Desk, copies: int) -> None:
    with pytest.raises(UserError, match="more copies"):
        desk.apply(UpdateLists(PUBLICATION, Habits(MailingLists((Recipient("市委", copies),)))))
    assert desk.habits(PUBLICATION) is None


def test_a_publication_that_is_gone_is_refused(desk: Desk) -> None:
    with pytest.raises(UserError, match="no publication"):
        desk.apply(UpdateLists(new_id(), HABITS))


def test_the_classifications_used_are_told_the_latest_first(desk: Desk) -> None:
    for day, words in ((1, "内部资料"), (2, "秘密★1年"), (3, ""), (4, "内部资料")):
        issue = desk.next_issue(PUBLICATION, dt.date(2024, 3, day))
        masthead = replace(issue.masthead, classification=words)
        desk.apply(CreateIssue(PUBLICATION, replace(issue, masthead=masthead)))
    assert desk.classifications() == ("内部资料", "秘密★1年")
