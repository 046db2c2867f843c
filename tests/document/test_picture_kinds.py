"""Kinds of pictures are told by their first bytes, whatever their file is called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.document.picture_kinds import PictureKind, drawing_size, kind_of
from tests.drawings import emf, wmf


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (emf(), "emf"), (wmf(), "wmf"),
        (wmf(placeable=False), "wmf"), (b"", None), (b"GIF89a", None), (emf()[:100], None),
        (wmf()[:39], None),
    ],
)  # fmt: skip
def test_a_kind_is_told_by_the_first_bytes(content: bytes, kind: str | None) -> None:
    assert kind_of(content) == kind


def test_a_drawing_s_size_is_what_it_says() -> None:
    assert drawing_size(emf(800, 400)) == (800, 400)
    assert drawing_size(wmf()) == (508, 254)


@pytest.mark.parametrize("content", [emf(0, 0), emf(-5, 10), emf(90_000, 10), wmf(placeable=False)])
def test_one_that_cannot_mean_it_has_a_usual_size(content: bytes) -> None:
    assert drawing_size(content) == (800, 600)


def test_names_are_those_of_files_and_media() -> None:
    assert [kind.media_type for kind in PictureKind] == [
        "image/png",
        "image/jpeg",
        "image/x-emf",
        "image/x-wmf",
    ]


@given(st.binary(max_size=120), st.sampled_from([emf(), wmf(), wmf(placeable=False)]), st.integers(0, 110))
def test_any_bytes_are_told(content: bytes, drawing: bytes, at: int) -> None:
    changed = drawing[:at] + content + drawing[at + len(content) :]
    kind = kind_of(changed)
    if kind is not None and kind.is_drawing:
        assert all(length >= 1 for length in drawing_size(changed))
