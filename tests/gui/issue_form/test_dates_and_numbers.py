"""Days as people type them, and what is odd about a number beside those that are given."""

from __future__ import annotations

import datetime as dt

import pytest

from bulletin_desktop.gui.issue_form import dates, numbers
from bulletin_desktop.gui.issue_form.numbers import Doubt
from bulletin_desktop.services.outline import IssueRow

DAY = dt.date(2026, 1, 30)


@pytest.mark.parametrize(
    "text",
    ["2026-1-30", "2026-01-30", "2026年1月30日", "1.30", "1月30日", "1月30", "1-30", "1/30", "2026.1.30",
     "26.1.30", "20260130", " 2026 年 1 月 30 日 ", "２０２６年１月３０日", "1月30号", "2026/1/30"],
)  # fmt: skip
def test_a_day_is_read_as_it_is_usually_written(text: str) -> None:
    assert dates.read(text, 2026) == DAY


@pytest.mark.parametrize(
    "text", ["", "abc", "2.30", "13.1", "2026-1", "30", "1.30.", "0.0", "2026年", "0000-1-1"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert dates.read(text, 2026) is None


@pytest.mark.parametrize("year", [1949, 2100])
def test_far_years_are_days_too(year: int) -> None:
    assert dates.read(f"{year}-10-1", 2026) == dt.date(year, 10, 1)


def row(year: int, number: int, running: int = 0, supplement: bool = False) -> IssueRow:
    day = dt.date(year, 1, 1)
    own = f"{year}-{number}-{supplement}"
    return IssueRow(own, "p", year, number, running, supplement, day, "draft", 0, 0)


ROWS = (row(2026, 3, 127), row(2026, 2, 126), row(2026, 1, supplement=True), row(2025, 50, 124))


def test_a_number_that_is_given_or_leaves_some_out_is_remarked_on() -> None:
    taken = numbers.remark_on_number(ROWS, 2026, 3, False)
    assert taken is not None
    assert (taken.doubt, taken.issue.number) == (Doubt.TAKEN, 3)
    jump = numbers.remark_on_number(ROWS, 2026, 9, False)
    assert jump is not None
    assert (jump.doubt, jump.issue.number) == (Doubt.JUMPS, 3)
    assert numbers.remark_on_number(ROWS, 2026, 4, False) is None
    assert numbers.remark_on_number(ROWS, 2026, 3, True) is not None
    assert numbers.remark_on_number(ROWS, 2027, 1, False) is None


def test_a_running_number_that_repeats_or_jumps_is_remarked_on() -> None:
    assert numbers.remark_on_running(ROWS, 0) is None
    assert numbers.remark_on_running(ROWS, 128) is None
    repeat = numbers.remark_on_running(ROWS, 126)
    assert repeat is not None
    assert (repeat.doubt, repeat.issue.number) == (Doubt.TAKEN, 2)
    jump = numbers.remark_on_running(ROWS, 130)
    assert jump is not None
    assert (jump.doubt, jump.issue.running_number) == (Doubt.JUMPS, 127)


def test_the_last_issue_is_no_supplement() -> None:
    assert numbers.last(ROWS) == ROWS[0]
    assert numbers.last(()) is None
