"""The recogniser on marked bulletins: fictional ones, each of another shape that offices send."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake import marked, measure
from tests.intake.marked import Pair
from tests.intake.measure import Score

_FILES = marked.files()


@pytest.fixture(scope="module")
def inputs() -> list[list[Pair]]:
    """Every bulletin, its lines with what was made of them."""
    return [marked.pairs(marked.read(path)) for path in _FILES]


@pytest.fixture(scope="module")
def pairs(inputs: list[list[Pair]]) -> list[Pair]:
    """Every line of every bulletin."""
    return [pair for pairs in inputs for pair in pairs]


@pytest.fixture(scope="module")
def score(inputs: list[list[Pair]]) -> Score:
    """How well they were recognised, all together."""
    score = Score()
    for pairs in inputs:
        score.add(pairs)
    print(f"\n{measure.HEADER}\n{measure.report('bulletins', score)}\n{measure.reliability(score)}")
    return score


def test_there_are_bulletins_of_many_shapes() -> None:
    assert len(_FILES) >= 80


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_no_line_is_lost_or_changed_beyond_its_record(path: Path) -> None:
    for truth, line in marked.pairs(marked.read(path)):
        assert line.original == truth.text


def test_boundaries_are_found(score: Score) -> None:
    assert score.boundaries >= 0.99 * score.of_boundaries


def test_headlines_are_found_whole(score: Score) -> None:
    assert score.blocks >= 0.99 * score.of_blocks


def test_every_other_line_gets_its_role(score: Score) -> None:
    assert score.roles >= 0.99 * score.lines


def test_what_is_set_aside_has_its_reason(pairs: list[Pair]) -> None:
    assert [line.why for _, line in pairs] == [truth.why for truth, _ in pairs]


def test_hard_wrapped_lines_are_joined_and_no_others(pairs: list[Pair]) -> None:
    assert [line.joins for _, line in pairs] == [truth.joins for truth, _ in pairs]


def test_few_lines_that_are_right_are_in_doubt(score: Score) -> None:
    assert score.needless <= 0.05 * score.lines
