"""Which of two states of one thing came first, told by what each side has known: no clock is asked.

Two libraries know a thing by the same id. Each has a lineage of it: the hashes of the states it has had or
has seen superseded, the oldest first, the present one last. Who knows the other's present state and has gone
on from it is the newer one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

Lineage = tuple[str, ...]
"""Hashes of states, the oldest first; the last is the present one."""


class Relation(StrEnum):
    """What there is to decide about something that came from another library."""

    NEW = "new"  # never here
    SAME = "same"
    NEWER_THERE = "newer there"  # they went on from what is here
    NEWER_HERE = "newer here"  # here it went on from what is there
    CHANGED = "changed"  # on both sides, or nobody can tell


def related(here: Sequence[str], there: Sequence[str]) -> Relation:
    """Return how two lineages of one thing, neither empty, stand to each other.

    Where each side knows the other's present state, one of them has gone back to an earlier one: the newer is
    whose lineage has all of the other's in its order, and if neither has, nobody can tell.
    """
    mine, theirs = here[-1], there[-1]
    if mine == theirs:
        return Relation.SAME
    knows_theirs, knows_mine = theirs in here, mine in there
    if knows_theirs and knows_mine:
        knows_theirs, knows_mine = _within(there, here), _within(here, there)
    if knows_theirs == knows_mine:
        return Relation.CHANGED
    return Relation.NEWER_HERE if knows_theirs else Relation.NEWER_THERE


def _within(part: Iterable[str], whole: Iterable[str]) -> bool:
    """Tell whether *part* stands in *whole*, in order, though not in one row."""
    rest = iter(whole)
    return all(state in rest for state in part)
