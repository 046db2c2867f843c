"""Which manuscripts the register shows: words, states and a stretch of time. Pure."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from bulletin_desktop.gui.register.columns import Words
from bulletin_desktop.services.register import ManuscriptRow, ManuscriptState
from bulletin_desktop.values import dataclass


class Period(StrEnum):
    """A stretch of time up to today that manuscripts came in."""

    ALL = "all"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"

    def since(self, now: dt.datetime) -> dt.datetime | None:
        """Return when the week (on Monday), month or year of *now* began, in its time zone."""
        today = now.replace(hour=0, minute=0, second=0, microsecond=0)
        match self:
            case Period.WEEK:
                return today - dt.timedelta(days=today.weekday())
            case Period.MONTH:
                return today.replace(day=1)
            case Period.YEAR:
                return today.replace(month=1, day=1)
            case _:
                return None


@dataclass(frozen=True, slots=True)
class Sieve:
    """What is let through: every word anywhere in the row, one of *states* (none: any), from *since* on."""

    words: tuple[str, ...] = ()
    states: frozenset[ManuscriptState] = frozenset()
    since: dt.datetime | None = None

    @property
    def idle(self) -> bool:
        """Whether everything is let through."""
        return not self.words and not self.states and self.since is None


def split(typed: str) -> tuple[str, ...]:
    """Return the words that were typed, as `Sieve` takes them."""
    return tuple(typed.casefold().split())


Hay = dict[str, tuple[ManuscriptRow, str]]
"""Rows with all their words, by the article's id: a row's hash takes longer."""


class Sifter:
    """Applies sieves to rows, whose words are put together once and not at every letter that is typed."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._hay: Hay = {}

    def sift(
        self, rows: Iterable[ManuscriptRow], sieve: Sieve
    ) -> tuple[list[ManuscriptRow], Counter[ManuscriptState]]:
        """Return what *sieve* lets through, and how many rows of each state words and time let through."""
        found = list(rows)
        if sieve.since is not None:
            found = [row for row in found if row.received >= sieve.since]
        if sieve.words:
            found = [row for row in found if self._has(row, sieve.words)]
        counts = Counter(row.state for row in found)
        if sieve.states:
            found = [row for row in found if row.state in sieve.states]
        return found, counts

    def hay_of(self, rows: Iterable[ManuscriptRow]) -> Hay:
        """Return the words of *rows*; nothing here changes by it."""
        return {row.article_id: (row, self._straw(row)) for row in rows}

    def take_hay(self, hay: Hay) -> None:
        """Keep words that were put together elsewhere; those of rows that are others by now are not used."""
        self._hay = hay

    def _straw(self, row: ManuscriptRow) -> str:
        return "\n".join(self._words.texts(row)).casefold()

    def _has(self, row: ManuscriptRow, words: tuple[str, ...]) -> bool:
        known, hay = self._hay.get(row.article_id, (None, ""))
        if known is not row:
            hay = self._straw(row)
            self._hay[row.article_id] = row, hay
        return all(word in hay for word in words)
