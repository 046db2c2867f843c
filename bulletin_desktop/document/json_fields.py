"""JSON read strictly: every key is taken once, by its kind, and nothing unknown is passed over."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeVar

from bulletin_desktop.document.schema import IllegalDocument

_T = TypeVar("_T")


def parsed(text: str | bytes, place: str) -> object:
    """Return the value of a JSON text; raises `IllegalDocument` of *place* if it is none.

    A key that stands twice in one object, and numbers JSON does not have, are refused too.
    """
    try:
        return json.loads(text, object_pairs_hook=_no_twins, parse_constant=_no_constant)
    except IllegalDocument:
        raise
    except (ValueError, RecursionError) as error:
        raise IllegalDocument(place, f"is not JSON ({error})") from None


def _no_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise IllegalDocument("JSON", "a key stands twice in one object")
    return value


def _no_constant(name: str) -> object:
    raise IllegalDocument("JSON", f"{name} is not a number a document holds")


class Fields:
    """The keys of one JSON object, taken one by one; what is left at the end is unknown."""

    def __init__(self, value: object, place: str) -> None:
        if not isinstance(value, dict):
            raise IllegalDocument(place, "is not a JSON object")
        self._left = dict(value)
        self.place = place

    def __contains__(self, name: str) -> bool:
        return name in self._left

    def take(self, name: str, kind: type[_T]) -> _T:
        """The value of a key that must be there."""
        if name not in self._left:
            raise IllegalDocument(self.place, f"has no “{name}”")
        value = self._left.pop(name)
        if type(value) is not kind:
            raise IllegalDocument(self.place, f"“{name}” is a {type(value).__name__}, not a {kind.__name__}")
        return value

    def get(self, name: str, default: _T) -> _T:
        """The value of a key that may be missing."""
        return self.take(name, type(default)) if name in self._left else default

    def each(self, name: str, read: Callable[[object, str], _T]) -> tuple[_T, ...]:
        """The items of a list that may be missing, each read with the name of its place."""
        items: list[object] = self.get(name, [])
        return tuple(read(item, f"{self.place}, {name} {number}") for number, item in enumerate(items, 1))

    def name(self, name: str, kind: Callable[[str], _T]) -> _T:
        """The value of a key that must be one of an enumeration."""
        return self.made(kind, self.take(name, str))

    def made(self, kind: Callable[[str], _T], value: str) -> _T:
        """*value* turned into *kind*, whose ValueError becomes an `IllegalDocument` of this place."""
        try:
            return kind(value)
        except ValueError:
            raise IllegalDocument(self.place, f"“{value}” is unknown here") from None

    def done(self) -> None:
        """Refuse what nobody took."""
        if self._left:
            raise IllegalDocument(self.place, f"“{next(iter(self._left))}” is unknown here")

    def rest(self) -> dict[str, object]:
        """What nobody took."""
        return self._left


def text_item(value: object, place: str) -> str:
    """Return an item of a list that must be text."""
    if type(value) is not str:
        raise IllegalDocument(place, "is not text")
    return value


def whole_item(value: object, place: str) -> int:
    """Return an item of a list that must be a whole number."""
    if type(value) is not int:
        raise IllegalDocument(place, "is not a whole number")
    return value
