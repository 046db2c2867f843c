"""Dataclasses whose methods are compiled when they are first used.

The standard library writes `__init__`, `__eq__`, `__repr__` and the rest of a dataclass as source text and
compiles it while the class is made: 0.6 ms a class, in Python 3.13 too. A start imports two hundred of them,
and uses few before the window stands.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]


def _dataclass(*, frozen: bool = False, slots: bool = False, eq: bool = True) -> Callable[[type], type]:
    """`dataclasses.dataclass`, except for when the methods are compiled.

    What reads dataclasses (`fields`, `replace`, `match`, `inspect.signature`, pickle) finds no difference.
    """

    def decorate(cls: Any) -> Any:
        given = vars(cls)
        made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
        wanted = ["__init__", "__repr__"]
        if eq:
            wanted.append("__eq__")
            if given.get("__hash__") is None:
                made.__hash__ = None  # what can change has no hash
                wanted += ["__hash__"] if frozen else []
        for name in wanted:
            if given.get(name) is None:
                setattr(made, name, _Later(made, name, frozen))
        if frozen:
            made.__setattr__, made.__delattr__ = _refuse_to_set, _refuse_to_delete
            if slots:
                made.__getstate__, made.__setstate__ = _state, _set_state
        return made

    return decorate


if TYPE_CHECKING:
    from dataclasses import dataclass  # which type checkers know
else:
    dataclass = _dataclass


class _Later:
    """Stands for a method of a dataclass; whoever looks it up has it compiled."""

    def __init__(self, cls: type[Any], name: str, frozen: bool) -> None:
        self._cls, self._name, self._frozen = cls, name, frozen

    def __get__(self, instance: object, owner: type | None = None) -> Any:
        """Take the method from a dataclass of the same fields. Two threads may both do so: it is no harm."""
        cls, name = self._cls, self._name
        if vars(cls)[name] is self:
            setattr(cls, name, vars(self._model())[name])
        return vars(cls)[name].__get__(instance, owner)

    def _model(self) -> type:
        """Return a dataclass with the method, and as few others as can be had."""
        cls, name = self._cls, self._name
        wanted: dict[str, Any] = {
            "init": name == "__init__",
            "repr": name == "__repr__",
            "eq": name in {"__eq__", "__hash__"},
            "unsafe_hash": name == "__hash__",
            "frozen": self._frozen and name == "__init__",  # it must set what may not be set
        }
        fields = [(field.name, field.type, field) for field in dataclasses.fields(cls)]
        called = {"__post_init__": cls.__post_init__} if hasattr(cls, "__post_init__") else {}
        about = cls.__doc__ or cls.__name__  # else one would be written, from a signature
        return dataclasses.make_dataclass(
            cls.__name__, fields, namespace={"__doc__": about, **called}, **wanted
        )


def _refuse_to_set(_self: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:
    """What pickle keeps of a frozen value with slots, whose attributes cannot be set."""
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: list[object]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
