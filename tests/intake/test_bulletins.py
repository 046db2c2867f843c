"""The recogniser on marked bulletins: fictional ones, each of another shape that offices send.

A line of a file in bulletins/ is `CODE|text`; an empty line is a blank line of the input. `>` before
the code: an article begins there; `+`: the line continues the paragraph of the line before. Codes are
the keys of `_LABELS`; `X:why` is set aside.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from bulletin_desktop.intake.recogniser import recognise
from bulletin_desktop.intake.recognition import Label, ReadLine

_FOLDER = Path(__file__).parent / "bulletins"

_LABELS = {
    "S": Label.SECTION,
    "K": Label.KICKER,
    "H": Label.HEADLINE,
    "T": Label.SUBTITLE,
    "C": Label.CREDIT,
    "B": Label.BODY,
    "1": Label.HEADING1,
    "2": Label.HEADING2,
    "3": Label.HEADING3,
    "4": Label.HEADING4,
    "A": Label.SALUTATION,
    "G": Label.SIGNATURE,
    "D": Label.DATE,
    "N": Label.NOTE,
    "M": Label.ATTACHMENT,
    "X": Label.ASIDE,
    "": Label.BLANK,
}


@dataclass(frozen=True)
class _Truth:
    """What a line of a marked bulletin is."""

    text: str
    label: Label
    starts: bool = False
    joins: bool = False
    why: str = ""


def _read(path: Path) -> list[_Truth]:
    return [_truth(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _text(truths: list[_Truth]) -> str:
    return "\n".join(truth.text for truth in truths) + "\n"


def _truth(line: str) -> _Truth:
    code, _, rest = line.partition("|")
    mark, _, why = code.lstrip(">+").partition(":")
    return _Truth(rest, _LABELS[mark], code.startswith(">"), code.startswith("+"), why)


_FILES = sorted(_FOLDER.glob("*.txt"))


def _pairs(path: Path) -> list[tuple[_Truth, ReadLine]]:
    truths = _read(path)
    return list(zip(truths, recognise(_text(truths)).lines, strict=True))


@pytest.fixture(scope="module")
def pairs() -> list[tuple[_Truth, ReadLine]]:
    """Every line of every bulletin with what was made of it."""
    return [pair for path in _FILES for pair in _pairs(path)]


def test_there_are_bulletins_of_many_shapes() -> None:
    assert len(_FILES) >= 80


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_no_line_is_lost_or_changed_beyond_its_record(path: Path) -> None:
    for truth, line in _pairs(path):
        assert line.original == truth.text


def test_boundaries_are_found(pairs: list[tuple[_Truth, ReadLine]]) -> None:
    true = {nth for nth, (truth, _) in enumerate(pairs) if truth.starts}
    found = {nth for nth, (_, line) in enumerate(pairs) if line.starts}
    _at_least(0.99, len(true & found), len(true | found), "boundaries")


def test_headline_lines_are_found(pairs: list[tuple[_Truth, ReadLine]]) -> None:
    true = {nth for nth, (truth, _) in enumerate(pairs) if truth.label is Label.HEADLINE}
    found = {nth for nth, (_, line) in enumerate(pairs) if line.label is Label.HEADLINE}
    _at_least(0.99, len(true & found), len(true | found), "headline lines")


def test_every_other_line_gets_its_role(pairs: list[tuple[_Truth, ReadLine]]) -> None:
    right = sum(truth.label is line.label for truth, line in pairs)
    _at_least(0.99, right, len(pairs), "labels")


def test_what_is_set_aside_has_its_reason(pairs: list[tuple[_Truth, ReadLine]]) -> None:
    assert [line.why for _, line in pairs] == [truth.why for truth, _ in pairs]


def test_hard_wrapped_lines_are_joined_and_no_others(pairs: list[tuple[_Truth, ReadLine]]) -> None:
    assert [line.joins for _, line in pairs] == [truth.joins for truth, _ in pairs]


def test_few_lines_that_are_right_are_in_doubt(pairs: list[tuple[_Truth, ReadLine]]) -> None:
    needless = sum(bool(line.doubt) and truth.label is line.label for truth, line in pairs)
    assert needless <= 0.05 * len(pairs)


def _at_least(share: float, right: int, of: int, what: str) -> None:
    print(f"{what}: {right} of {of}")
    assert right >= share * of
