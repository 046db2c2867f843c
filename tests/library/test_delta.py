"""What makes one long content out of another, and no more than that."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.library import content, delta

CHANCE = random.Random(3)
LONG = "".join(chr(CHANCE.randrange(0x4E00, 0x9000)) for _ in range(50_000))


def pieces() -> st.SearchStrategy[bytes]:
    return st.lists(st.sampled_from([b"abc" * 20, b"x" * 100, b"", b"-", bytes(range(256)), b"ab"])).map(
        b"".join
    )


@given(pieces() | st.binary(max_size=300), pieces() | st.binary(max_size=300))
def test_whatever_was_changed_comes_back(base: bytes, target: bytes) -> None:
    assert delta.applied(base, delta.made(base, target)) == target


def test_edits_here_and_there_cost_what_is_new() -> None:
    base = LONG.encode()
    edited = LONG[:100] + "新的一句。" + LONG[100:20_000] + LONG[20_050:40_000] + "又一句。" + LONG[40_000:]
    steps = delta.made(base, edited.encode())
    assert len(steps) < 150
    assert delta.applied(base, steps) == edited.encode()


def test_pieces_that_were_moved_are_copied() -> None:
    base = LONG.encode()
    moved = (LONG[30_000:] + LONG[:30_000]).encode()
    assert len(delta.made(base, moved)) < 50


@pytest.mark.parametrize(
    "damaged", [b"\x05ab", b"\xff\xff", b"\x00\x00\x7f", b"\x00\xff\xff\xff\xff\x0f\x01"]
)
def test_a_delta_that_cannot_be_read_is_refused(damaged: bytes) -> None:
    with pytest.raises(ValueError, match=r"cut off|copies what is not there"):
        delta.applied(b"base", damaged)


def test_a_long_text_is_stored_as_its_difference() -> None:
    base, text = LONG.encode(), LONG[:25_000] + "新" + LONG[25_000:]
    data = content.deflated(text, base)
    assert len(data) < 60
    assert content.inflated(data, base) == text.encode()
    assert content.inflated(data) is None
    assert content.inflated(data[:-4], base) is None


def test_a_long_text_unlike_its_base_is_stored_by_itself() -> None:
    text = LONG[::-1]
    data = content.deflated(text, LONG.encode())
    assert content.inflated(data) == text.encode()
    assert content.inflated(data, LONG.encode()) == text.encode()
