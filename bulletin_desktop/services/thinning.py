"""Which backups to keep: many of late, fewer of long ago, and no more than there is room for.

Nothing here asks what time it is. Backups are ordered by their numbers; clocks only say which hours, days,
weeks and months they are of, and the latest so many of each are kept, beside the last ones made. A clock that
is wrong for a while, by any amount, costs at most as many places as it made backups.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import product
from typing import Protocol, TypeVar

LAST, HOURS, DAYS, WEEKS, MONTHS = 6, 24, 14, 8, 24


class Backup(Protocol):
    """What is asked of a backup."""

    @property
    def number(self) -> int:
        """Higher than that of every backup made before."""

    @property
    def at(self) -> dt.datetime:
        """What the clock said."""

    @property
    def bytes(self) -> int:
        """Its size."""

    @property
    def good(self) -> bool:
        """Whether all of it is whole, as far as is known."""


B = TypeVar("B", bound=Backup)
_TIERS: tuple[tuple[int, Callable[[Backup], object]], ...] = (
    (LAST, id),
    (HOURS, lambda backup: (backup.at.date(), backup.at.hour)),
    (DAYS, lambda backup: backup.at.date()),
    (WEEKS, lambda backup: backup.at.isocalendar()[:2]),
    (MONTHS, lambda backup: (backup.at.year, backup.at.month)),
)


def too_many(backups: Sequence[B], limit: int) -> tuple[B, ...]:
    """Return those to remove so that the rest is at most *limit* bytes, oldest numbers first.

    The newest, and the newest good one, are never among them, whatever the limit. Where the limit is short,
    fewer of the last, fewer hours, days, weeks and months are kept alike.
    """
    ordered = sorted(backups, key=lambda backup: backup.number, reverse=True)
    kept = ordered
    for most in range(max(places for places, _ in _TIERS), -1, -1):
        kept = _kept(ordered, most)
        if sum(backup.bytes for backup in kept) <= limit:
            break
    return tuple(backup for backup in reversed(ordered) if not any(backup is one for one in kept))


def _kept(ordered: Sequence[B], most: int) -> list[B]:
    """The newest, the newest good one, and of good and other ones the latest *most* of each tier at most."""
    groups = [backup for backup in ordered if backup.good], [backup for backup in ordered if not backup.good]
    wanted = {id(backup) for backup in (*ordered[:1], *groups[0][:1])}
    for group, (places, span) in product(groups, _TIERS):
        seen: set[object] = set()
        for backup in group:
            if len(seen) == min(places, most):
                break
            when = span(backup)
            if when not in seen:
                seen.add(when)
                wanted.add(id(backup))
    return [backup for backup in ordered if id(backup) in wanted]
