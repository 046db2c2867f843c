"""The next issue: numbered by itself, with what offices carry on from issue to issue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bulletin_desktop.document import schema
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Adjustment, Article, Imprint, Issue, Masthead, Section
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.acts import CreateIssue, CreatePublication, Delete, UpdatePublication
from bulletin_desktop.services.desk import Desk

PUBLICATION = new_id()
DAY = dt.date(2024, 3, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Library.open(tmp_path / "library.db") as library:
        desk = Desk(library)
        desk.apply(CreatePublication(PUBLICATION, "简报", "jianbao", "市防汛办"))
        yield desk


def follow(desk: Desk, day: dt.date = DAY, **changes: object) -> Issue:
    """Store the next issue, changed as told."""
    value = replace(desk.next_issue(PUBLICATION, day), **changes)
    desk.apply(CreateIssue(PUBLICATION, value))
    return value


def test_the_first_issue_is_number_1_with_the_publications_masthead(desk: Desk) -> None:
    first = desk.next_issue(PUBLICATION, DAY)
    schema.check(first)
    assert (first.year, first.number, first.running_number, first.date) == (2024, 1, 1, DAY)
    assert first.masthead == Masthead("简报", "市防汛办")
    assert [section.title for section in first.sections] == [""]


def test_it_is_not_stored(desk: Desk) -> None:
    desk.next_issue(PUBLICATION, DAY)
    assert desk.outline().publications[0].issues == ()


def test_both_numbers_go_on_by_one(desk: Desk) -> None:
    follow(desk, number=7, running_number=231)
    after = desk.next_issue(PUBLICATION, DAY)
    assert (after.number, after.running_number) == (8, 232)


def test_a_new_year_starts_at_1_and_the_running_number_goes_on(desk: Desk) -> None:
    follow(desk, number=50, running_number=231)
    after = desk.next_issue(PUBLICATION, dt.date(2025, 1, 3))
    assert (after.year, after.number, after.running_number) == (2025, 1, 232)


def test_a_publication_that_does_not_count_through_goes_on_so(desk: Desk) -> None:
    follow(desk, running_number=0)
    assert desk.next_issue(PUBLICATION, DAY).running_number == 0


def test_lists_and_section_titles_are_carried_on_without_articles_and_the_template_is_the_publication_s(
    desk: Desk,
) -> None:
    imprint = Imprint("省委办公厅", "各县区", copies=60, editor="张三")
    sections = (Section(new_id(), "要闻", (Article(new_id(), ("旧",)),)), Section(new_id(), "经验"))
    last = follow(desk, imprint=imprint, sections=sections, template="other")
    after = desk.next_issue(PUBLICATION, DAY)
    assert (after.imprint, after.template) == (imprint, "jianbao")
    assert [(section.title, section.articles) for section in after.sections] == [("要闻", ()), ("经验", ())]
    assert not {section.id for section in after.sections} & {section.id for section in last.sections}


def test_a_copy_number_belongs_to_one_copy(desk: Desk) -> None:
    follow(desk, masthead=Masthead("简报", "市防汛办", "内部资料", "000012"))
    assert desk.next_issue(PUBLICATION, DAY).masthead == Masthead("简报", "市防汛办", "内部资料")


def test_supplements_change_no_number(desk: Desk) -> None:
    follow(desk, number=3, running_number=3)
    follow(desk, number=9, running_number=0, supplement=True, date=dt.date(2024, 6, 1))
    after = desk.next_issue(PUBLICATION, DAY)
    assert (after.number, after.running_number, after.supplement) == (4, 4, False)


def test_a_deleted_issues_number_is_given_again(desk: Desk) -> None:
    follow(desk)
    second = follow(desk)
    desk.apply(Delete((second.id,)))
    assert desk.next_issue(PUBLICATION, DAY).number == 2


def test_of_no_publication_there_is_no_next_issue(desk: Desk) -> None:
    with pytest.raises(UserError, match="There is no publication"):
        desk.next_issue(new_id(), DAY)


def test_supplements_count_among_themselves_within_the_year_and_without_a_running_number(desk: Desk) -> None:
    sections = (Section(new_id(), "要闻"),)
    follow(desk, number=30, running_number=230, imprint=Imprint("省委"), sections=sections)
    first = desk.next_issue(PUBLICATION, DAY, supplement=True)
    schema.check(first)
    assert (first.number, first.running_number, first.supplement) == (1, 0, True)
    assert (first.imprint, [section.title for section in first.sections]) == (Imprint("省委"), ["要闻"])
    desk.apply(CreateIssue(PUBLICATION, replace(first, number=4, imprint=Imprint("市委"))))
    second = desk.next_issue(PUBLICATION, DAY, supplement=True)
    assert (second.number, second.running_number, second.imprint) == (5, 0, Imprint("市委"))
    assert desk.next_issue(PUBLICATION, dt.date(2025, 1, 3), supplement=True).number == 1
    assert desk.next_issue(PUBLICATION, DAY).number == 31


def test_supplements_that_count_through_go_on_so(desk: Desk) -> None:
    follow(desk, supplement=True, running_number=7)
    assert desk.next_issue(PUBLICATION, DAY, supplement=True).running_number == 8


def test_a_supplement_may_come_first_of_all(desk: Desk) -> None:
    first = desk.next_issue(PUBLICATION, DAY, supplement=True)
    assert (first.number, first.running_number, first.supplement) == (1, 0, True)
    desk.apply(CreateIssue(PUBLICATION, first))
    after = desk.next_issue(PUBLICATION, DAY)
    assert (after.number, after.running_number, after.supplement) == (1, 1, False)


def test_publications_do_not_know_of_each_other_s_numbers_and_lists(desk: Desk) -> None:
    other = new_id()
    desk.apply(CreatePublication(other, "社情民意"))
    follow(desk, number=30, running_number=230, imprint=Imprint("省委"))
    first = desk.next_issue(other, DAY)
    assert (first.publication, first.number, first.running_number, first.imprint) == (
        "社情民意",
        1,
        1,
        Imprint(),
    )


def test_what_saved_a_page_of_the_last_issue_is_not_carried_on(desk: Desk) -> None:
    follow(desk, adjustments=((Adjustment.LINES_BEFORE, 1),))
    assert desk.next_issue(PUBLICATION, DAY).adjustments == ()


def test_after_a_renaming_the_next_issue_has_the_new_name_and_unit(desk: Desk) -> None:
    follow(desk, masthead=Masthead("简报", "市防汛办", "内部资料"))
    desk.apply(UpdatePublication(PUBLICATION, "应急简报", "市应急局"))
    after = follow(desk)
    assert (after.publication, after.masthead) == (
        "应急简报",
        Masthead("应急简报", "市应急局", "内部资料"),
    )


def test_a_masthead_of_its_own_is_carried_on_and_outlives_a_renaming(desk: Desk) -> None:
    follow(desk, masthead=Masthead("防汛专报", "指挥部"))
    assert desk.next_issue(PUBLICATION, DAY).masthead == Masthead("防汛专报", "指挥部")
    desk.apply(UpdatePublication(PUBLICATION, "应急简报", ""))
    assert desk.next_issue(PUBLICATION, DAY).masthead == Masthead("防汛专报", "指挥部")
