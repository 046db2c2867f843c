"""A line with its marks is cut where it does not fit, and shows its first mark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.gui.search.marked import fitted

DIGITS = "0123456789"


@pytest.mark.parametrize(
    ("text", "marks", "room", "shown"),
    [
        (DIGITS, ((2, 3),), 10, (DIGITS, ((2, 3),))),
        (DIGITS, ((2, 3),), 5, ("0123…", ((2, 3),))),
        (DIGITS, ((8, 9),), 5, ("…789", ((2, 3),))),
        (DIGITS * 3, ((25, 27), (28, 29)), 12, ("…123456789", ((5, 7), (8, 9)))),
        (DIGITS * 3, ((3, 27), (28, 29)), 12, ("01234567890…", ((3, 11),))),
        (DIGITS, (), 0, ("…", ())),
        ("", (), 5, ("", ())),
    ],
)
def test_the_first_mark_is_shown(text: str, marks: tuple, room: float, shown: tuple) -> None:
    assert fitted(text, marks, room, len) == shown


@given(st.text(max_size=60), st.lists(st.integers(0, 60), max_size=6), st.integers(4, 40))
def test_what_is_shown_is_a_part_of_the_text_with_the_same_words_marked(
    text: str, ends: list[int], room: int
) -> None:
    ordered = sorted({min(end, len(text)) for end in ends})
    marks = tuple(zip(ordered[::2], ordered[1::2], strict=False))
    shown = fitted(text, marks, room, len)
    assert len(shown.text) <= max(room, 1)
    assert shown.text.strip("…") in text or "…" in text
    words = [text[low:high] for low, high in marks]
    for low, high in shown.marks:
        assert 0 <= low < high <= len(shown.text)
        assert any(shown.text[low:high] in word for word in words)
    if marks:
        assert shown.marks
