"""What the keys and menus of the review do to recognitions: pure corrections by their deeds."""

from __future__ import annotations

from collections.abc import Callable

from bulletin_desktop.gui.review.keys import Deed
from bulletin_desktop.intake import choosing, review
from bulletin_desktop.intake.recognition import Fate, ReadLine, Recognition

Correct = Callable[[Recognition, tuple[int, ...]], Recognition]


def _split(recognition: Recognition, numbers: tuple[int, ...]) -> Recognition:
    return review.split(recognition, numbers[0])


def _join(recognition: Recognition, numbers: tuple[int, ...]) -> Recognition:
    return review.join(recognition, numbers[0])


def _settle(recognition: Recognition, numbers: tuple[int, ...]) -> Recognition:
    for number in numbers:
        recognition = review.settle(recognition, number)
    return recognition


def _break_headline(recognition: Recognition, numbers: tuple[int, ...]) -> Recognition:
    return review.break_headline(recognition, numbers[0])


def _earlier(recognition: Recognition, numbers: tuple[int, ...]) -> Recognition:
    return review.move_boundary(recognition, numbers[0], down=False)


def _later(recognition: Recognition, numbers: tuple[int, ...]) -> Recognition:
    return review.move_boundary(recognition, numbers[0], down=True)


def _left_out(recognition: Recognition, numbers: tuple[int, ...]) -> Recognition:
    return _toggled(recognition, numbers, Fate.LEFT_OUT)


def _rejected(recognition: Recognition, numbers: tuple[int, ...]) -> Recognition:
    return _toggled(recognition, numbers, Fate.REJECTED)


def _toggled(recognition: Recognition, numbers: tuple[int, ...], fate: Fate) -> Recognition:
    """Give the articles of the lines a fate; if all of them have it, take them after all."""
    chosen = [lines for lines in review.articles_of(recognition) if _holds(lines, numbers)]
    back = bool(chosen) and all(choosing.fate_of(recognition, lines) is fate for lines in chosen)
    for lines in chosen:
        recognition = choosing.with_fate(recognition, lines[0].number, None if back else fate)
    return recognition


def _holds(lines: tuple[ReadLine, ...], numbers: tuple[int, ...]) -> bool:
    return any(lines[0].number <= number <= lines[-1].number for number in numbers)


# Those that go by the current line, and those that take all selected ones.
AT_CURRENT: dict[Deed, Correct] = {
    Deed.SPLIT: _split,
    Deed.JOIN: _join,
    Deed.BOUNDARY_UP: _earlier,
    Deed.BOUNDARY_DOWN: _later,
}
TO_SELECTED: dict[Deed, Correct] = {
    Deed.SETTLE: _settle,
    Deed.BREAK: _break_headline,
    Deed.MERGE: review.merge,
    Deed.LEAVE_OUT: _left_out,
    Deed.REJECT: _rejected,
}
