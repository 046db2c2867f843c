"""Which backups are kept, under any clock."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.services.thinning import DAYS, HOURS, LAST, MONTHS, WEEKS, too_many

PLENTY = 10**15
NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Made:
    number: int
    at: dt.datetime
    bytes: int = 10
    good: bool = True


def after(*spans: dt.timedelta) -> list[Made]:
    """Backups made one after another, each so long after the one before."""
    at, made = NOON, []
    for number, span in enumerate(spans, start=1):
        at += span
        made.append(Made(number, at))
    return made


def kept(backups: list[Made], limit: int = PLENTY) -> list[int]:
    gone = too_many(backups, limit)
    return [backup.number for backup in backups if backup not in gone]


def thinned_as_made(backups: list[Made], limit: int = PLENTY) -> list[Made]:
    """What is left when thinning follows every backup, as it does."""
    left: list[Made] = []
    for backup in backups:
        left.append(backup)
        gone = too_many(left, limit)
        left = [one for one in left if one not in gone]
    return left


def test_the_last_ones_are_kept_however_close() -> None:
    assert kept(after(*[dt.timedelta(seconds=1)] * 40)) == list(range(41 - LAST, 41))


def test_three_years_of_backups_come_to_a_few_dozen_that_reach_back() -> None:
    left = thinned_as_made(after(*[dt.timedelta(hours=29)] * 900))
    assert len(left) <= LAST + HOURS + DAYS + WEEKS + MONTHS
    ages = [left[-1].at - one.at for one in left]
    assert ages[0] > dt.timedelta(days=30 * (MONTHS - 2))
    assert sum(age < dt.timedelta(days=14) for age in ages) >= 11


@st.composite
def histories(draw: st.DrawFn) -> list[Made]:
    """Backups of any size under a clock that jumps forward and back."""
    jumps = st.one_of(st.integers(0, 200), st.integers(-90_000, 90_000), st.sampled_from([-700_000, 700_000]))
    hours = draw(st.lists(jumps, min_size=1, max_size=60))
    sizes = draw(st.lists(st.integers(1, 100), min_size=len(hours), max_size=len(hours)))
    good = draw(st.lists(st.booleans(), min_size=len(hours), max_size=len(hours)))
    made, at = [], NOON
    for number, (jump, size, whole) in enumerate(zip(hours, sizes, good, strict=True), start=1):
        at = min(max(at + dt.timedelta(hours=jump), NOON.replace(year=1980)), NOON.replace(year=2200))
        made.append(Made(number, at, size, whole))
    return made


@given(histories(), st.integers(0, 3000))
def test_under_any_clock_the_last_good_one_stays_and_the_size_is_kept(made: list[Made], limit: int) -> None:
    left = thinned_as_made(made, limit)
    assert left[-1] is made[-1]
    good = [one for one in made if one.good]
    if good:
        assert good[-1] in left
    certain = {made[-1].number} | ({good[-1].number} if good else set())
    assert sum(one.bytes for one in left) <= limit or {one.number for one in left} == certain


@given(histories())
def test_a_date_in_the_future_makes_nothing_go_that_would_have_stayed_but_one_for_each_span(
    made: list[Made],
) -> None:
    future = Made(len(made) + 1, NOON.replace(year=2500))
    before, after_it = set(kept(made)), set(kept([*made, future]))
    assert len(before - after_it) <= 5
    assert future.number in after_it


@given(histories(), st.randoms())
def test_the_order_they_are_listed_in_does_not_matter(made: list[Made], chance: object) -> None:
    shuffled = made[:]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert sorted(kept(shuffled, 400)) == sorted(kept(made, 400))
