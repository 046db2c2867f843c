"""Headlines that are typed over keep their lines where they can, and clips come through whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Section, Span
from bulletin_desktop.document.schema import IllegalDocument
from bulletin_desktop.gui.tree import clip
from bulletin_desktop.gui.tree.clip import Clip
from bulletin_desktop.gui.tree.steps import relined

LINES = st.lists(st.text("市政协召开会议", min_size=1, max_size=5), max_size=4)


@pytest.mark.parametrize(
    ("lines", "words", "after"),
    [
        (("市政协召开", "全体会议"), "市政协召开全体会议", ("市政协召开", "全体会议")),
        (("市政协召开", "全体会议"), "县政协召开全体会议", ("县政协召开", "全体会议")),
        (("市政协召开", "全体会议"), "市政协召开常委会议", ("市政协召开", "常委会议")),
        (("市政协召开", "全体会议"), "市政协全体会议", ("市政协", "全体会议")),
        (("市政协", "召开", "会议"), "市政协会议", ("市政协", "会议")),
        ((), "新的标题", ("新的标题",)),
        (("一",), "二", ("二",)),
    ],
)
def test_lines_break_where_the_words_are_the_same(
    lines: tuple[str, ...], words: str, after: tuple[str, ...]
) -> None:
    assert relined(lines, words) == after


@given(LINES, st.text("市政协召开会议", min_size=1, max_size=12))
def test_no_word_is_lost_and_no_line_is_empty(lines: list[str], words: str) -> None:
    after = relined(lines, words)
    assert "".join(after) == words
    assert all(after)
    assert len(after) <= max(1, len(lines))
    assert relined(lines, "".join(lines) or words) == (tuple(lines) or (words,))


@given(st.lists(st.tuples(st.text("要闻", max_size=2), LINES), max_size=3), st.lists(st.binary(), max_size=2))
def test_what_was_copied_comes_out_as_it_went_in(given_pieces: list, pictures: list[bytes]) -> None:
    pieces = tuple(
        Section(
            new_id(),
            title,
            (Article(new_id(), tuple(lines), blocks=(Paragraph(new_id(), Role.BODY, (Span("文"),)),)),),
        )
        for title, lines in given_pieces
    )
    read = clip.unpacked(clip.packed(Clip(pieces, tuple(pictures))))
    assert [(piece.title, piece.articles) for piece in read.pieces] == [
        (piece.title, piece.articles) for piece in pieces
    ]
    assert read.pictures == tuple(pictures)


@given(st.binary(max_size=200))
def test_nothing_else_is_taken_for_a_clip(content: bytes) -> None:
    with pytest.raises(IllegalDocument):
        clip.unpacked(content)
