"""Which of two states is the newer one, told by what each side has known."""

from __future__ import annotations

import pytest

from bulletin_desktop.document.lineage import Relation, related


@pytest.mark.parametrize(
    ("here", "there", "relation"),
    [
        ("a", "a", Relation.SAME),
        ("abc", "xc", Relation.SAME),
        ("a", "ab", Relation.NEWER_THERE),
        ("ab", "a", Relation.NEWER_HERE),
        ("ab", "ac", Relation.CHANGED),
        ("a", "x", Relation.CHANGED),
        # Who went back to an earlier state went on from the other all the same.
        ("ab", "aba", Relation.NEWER_THERE),
        ("aba", "ab", Relation.NEWER_HERE),
        # Mine was kept over theirs, which is known here from then on.
        ("abxb", "ax", Relation.NEWER_HERE),
        ("ax", "abxb", Relation.NEWER_THERE),
        # Each has gone back to what the other left: nobody can tell.
        ("ab", "ba", Relation.CHANGED),
    ],
)
def test_the_newer_one_knows_the_other(here: str, there: str, relation: Relation) -> None:
    assert related(tuple(here), tuple(there)) is relation


@pytest.mark.parametrize(("here", "there"), [("a", "ab"), ("ab", "aba"), ("ab", "ac"), ("abc", "xc")])
def test_both_sides_judge_alike(here: str, there: str) -> None:
    mirrored = {Relation.NEWER_HERE: Relation.NEWER_THERE, Relation.NEWER_THERE: Relation.NEWER_HERE}
    one, other = related(here, there), related(there, here)
    assert other is mirrored.get(one, one)
