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
        later = [name for name in ("__init__", "__repr__", *(["__eq__"] if eq else [])) if name not in given]
        if eq and given.get("__hash__") is None:
            made.__hash__ = None  # what can change has no hash
            later += ["__hash__"] if frozen else []
        for name in later:
            setattr(made, name, _Later(made, name, frozen=frozen, eq=eq))
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
    """Stands for a method of a dataclass; whoever looks it up has all of them compiled."""

    def __init__(self, cls: type[Any], name: str, *, frozen: bool, eq: bool) -> None:
        self._cls, self._name, self._frozen, self._eq = cls, name, frozen, eq

    def __get__(self, instance: object, owner: type | None = None) -> Any:
        self._compile()
        return vars(self._cls)[self._name].__get__(instance, owner)

    def _compile(self) -> None:
        """Take the methods from a dataclass of the same fields. Two threads may both do so: it is no harm."""
        cls = self._cls
        fields = [(field.name, field.type, field) for field in dataclasses.fields(cls)]
        called = {name: getattr(cls, name) for name in ("__doc__", "__post_init__") if hasattr(cls, name)}
        model = dataclasses.make_dataclass(
            cls.__name__, fields, namespace=called, frozen=self._frozen, eq=self._eq
        )
        for name, method in tuple(vars(cls).items()):
            if isinstance(method, _Later):
                setattr(cls, name, vars(model)[name])


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
