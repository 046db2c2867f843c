"""What a fact may be: a number, yes or no, or a word that the program has a list of; never a text."""

from __future__ import annotations

import re
from collections.abc import Container

from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.values import dataclass


class Word(str):
    """A word of the program's own, made by `one_of` and `shaped`; the constants among them are translated."""

    __slots__ = ()


Value = bool | int | float | Word | None
OTHER = Word(QT_TRANSLATE_NOOP("Diagnostics", "something else"))


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: *label* in English, translated where it is shown. A value of None is not known."""

    label: str
    value: Value

    def __post_init__(self) -> None:
        if isinstance(self.value, str) and not isinstance(self.value, Word):
            raise TypeError(f"the fact {self.label} is a text")  # and not which


@dataclass(frozen=True, slots=True)
class Section:
    """Facts that belong together."""

    title: str
    facts: tuple[Fact, ...]

    def values(self) -> dict[str, Value]:
        """Return the facts as JSON has them."""
        return {fact.label: fact.value for fact in self.facts}


def one_of(value: object, allowed: Container[object]) -> Word:
    """Return *value* if it is a text among *allowed*."""
    return Word(value) if isinstance(value, str) and value in allowed else OTHER


def shaped(value: str, shape: str) -> Word:
    """Return *value* if it has the *shape*, a regular expression that no text could have."""
    return Word(value) if re.fullmatch(shape, value, re.ASCII) else OTHER
