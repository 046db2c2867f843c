"""A dataclass of ours is one of the standard library, but for when its methods are compiled."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from dataclasses import field

import pytest

from bulletin_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 2
    names: tuple[str, ...] = ()
    seen: list[int] = field(default_factory=list, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Named(Point):
    name: str = "n"


@dataclass(slots=True)
class Tally:
    count: int = 0
    doubled: int = field(init=False)

    def __post_init__(self) -> None:
        self.doubled = 2 * self.count


@dataclass(frozen=True, eq=False)
class Thing:
    name: str


@dataclass(frozen=True, slots=True)
class Odd:
    value: int

    def __repr__(self) -> str:
        return "an odd one"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Odd)

    def __hash__(self) -> int:
        return 7


def test_nothing_is_compiled_before_the_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []

    def count(source: str, *where: dict[str, object]) -> None:
        if "return ()" not in source:  # Python 3.13 compiles a function also where none is asked for
            compiled.append(source)
        exec(source, *where)

    monkeypatch.setattr(dataclasses, "exec", count, raising=False)

    @dataclass(frozen=True, slots=True)
    class Fresh:
        """Made in this test."""

        x: int

    assert compiled == []
    assert (Fresh(1).x, Fresh(2).x) == (1, 2)
    first = len(compiled)
    assert first
    assert not any("__eq__" in source or "__repr__" in source for source in compiled)
    assert Fresh(1) == Fresh(1)
    assert len(compiled) > first


def test_a_value_is_made_by_place_and_by_name() -> None:
    assert Point(1) == Point(x=1, y=2, names=())
    assert Point(1, 3, ("a",)) != Point(1)
    assert repr(Point(1)) == "Point(x=1, y=2, names=())"
    assert hash(Point(1)) == hash(Point(1, 2))
    assert Point(1).seen is not Point(1).seen
    with pytest.raises(TypeError, match=r"__init__\(\) missing 1 required positional argument: 'x'"):
        Point()  # type: ignore[call-arg]


def test_a_value_is_no_other_kind() -> None:
    assert Named(1) != Point(1)
    assert Named(1, name="m").name == "m"
    assert [each.name for each in dataclasses.fields(Named)] == ["x", "y", "names", "seen", "name"]
    assert not hasattr(Point(1), "__dict__")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda value: setattr(value, "x", 5), "cannot assign to field 'x'"),
        (lambda value: delattr(value, "x"), "cannot delete field 'x'"),
        (lambda value: setattr(value, "other", 5), "cannot assign to field 'other'"),
    ],
)
def test_a_frozen_value_stays(change: Callable[[Point], None], said: str) -> None:
    value = Point(1)
    with pytest.raises(dataclasses.FrozenInstanceError, match=said):
        change(value)
    assert value == Point(1)


def test_what_can_change_has_no_hash() -> None:
    tally = Tally(2)
    tally.count = 3
    assert (tally.count, tally.doubled) == (3, 4)
    with pytest.raises(TypeError, match="unhashable"):
        hash(tally)


def test_identity_is_left_where_nothing_is_compared() -> None:
    assert Thing("a") != Thing("a")
    assert len({Thing("a"), Thing("a")}) == 2


def test_methods_of_its_own_stay() -> None:
    assert repr(Odd(1)) == "an odd one"
    assert Odd(1) == Odd(2)
    assert hash(Odd(1)) == 7


def test_the_tools_for_dataclasses_take_it() -> None:
    value = Named(1, 5, name="m")
    assert dataclasses.replace(value, y=6) == Named(1, 6, name="m")
    assert dataclasses.asdict(value) == {"x": 1, "y": 5, "names": (), "seen": [], "name": "m"}
    assert pickle.loads(pickle.dumps(value)) == value
    assert copy.copy(value) == copy.deepcopy(value) == value
    assert list(inspect.signature(Named).parameters) == ["x", "y", "names", "seen", "name"]
    match value:
        case Point(x, 5):
            assert x == 1
        case _:
            pytest.fail("not matched")
