"""The number and the running number after those a publication has given."""

from __future__ import annotations

import datetime as dt

import pytest

from bulletin_desktop.services.numbering import next_number, next_running
from bulletin_desktop.services.outline import IssueRow


def row(year: int, number: int, running: int = 0, supplement: bool = False) -> IssueRow:
    day = dt.date(year, 1, 1)
    own = f"{year}-{number}-{supplement}"
    return IssueRow(own, "p", year, number, running, supplement, day, "draft", 0, 0)


ROWS = (row(2026, 3, 127), row(2026, 2, 126), row(2026, 1, supplement=True), row(2025, 50, 124))


@pytest.mark.parametrize(
    ("year", "supplement", "number"), [(2026, False, 4), (2026, True, 2), (2025, False, 51), (2027, False, 1)]
)
def test_the_next_number_counts_within_year_and_kind(year: int, supplement: bool, number: int) -> None:
    assert next_number(ROWS, year, supplement) == number


def test_supplements_have_no_running_number_unless_the_last_one_had() -> None:
    assert next_running(ROWS, False) == 128
    assert next_running(ROWS, True) == 0
    assert next_running((row(2026, 1, 5, supplement=True),), True) == 6
    assert next_running((row(2026, 1, 0),), False) == 0
    assert next_running((), True) == 0
    assert next_running((), False) == 1
