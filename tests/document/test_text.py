"""Counting as Word counts, plain text, tidy spans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.document import schema
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import (
    Article,
    Cell,
    Mark,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Span,
    Table,
)
from bulletin_desktop.document.text import characters, count, normalise, plain_text, taken_away
from tests.document import strategies


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        (" \u3000 ", 0),
        ("防汛工作", 4),
        ("防汛，工作。", 6),
        ("“好”——…", 6),
        ("2024年", 2),
        ("GDP增长5.2%", 4),
        ("hello, world", 2),
        ("don’t", 1),
        ("24小时 on-line", 4),
        ("①②", 2),
        ("\U00020000", 1),
    ],
)
def test_word_counts_so(text: str, expected: int) -> None:
    assert count(text) == expected


ARTICLE = Article(
    new_id(),
    headline=("防汛", "工作"),
    kicker="引题",
    credit="办公室",
    blocks=(
        Paragraph(new_id(), Role.BODY, (Span("正文"), Span("加粗", frozenset({Mark.BOLD})))),
        PageBreak(new_id()),
        Paragraph(new_id(), Role.BODY),
        Table(new_id(), (500, 500), ((Cell((Span("甲"),)), Cell()),)),
        Picture(new_id(), "ab" * 32, 100, 100, "图1"),
    ),
)


def test_plain_text_is_every_piece_on_its_own_line() -> None:
    assert plain_text(ARTICLE) == "引题\n防汛\n工作\n办公室\n正文加粗\n甲\n图1"


def test_an_article_counts_all_its_text() -> None:
    assert characters(ARTICLE) == 2 + 4 + 3 + 4 + 1 + 2


@given(st.lists(st.builds(Span, strategies.texts, strategies.marks)))
def test_normalised_spans_are_legal_and_lose_nothing(spans: list[Span]) -> None:
    tidy = normalise(spans)
    schema.check(Paragraph(new_id(), Role.BODY, tidy))
    flat = [(character, span.marks) for span in spans for character in span.text]
    assert [(character, span.marks) for span in tidy for character in span.text] == flat


@pytest.mark.parametrize(
    ("before", "after", "gone"),
    [
        ("", "", 0),
        ("甲乙丙", "甲丙", 1),
        ("甲乙", "甲丁丁乙", 0),
        ("甲乙", "", 2),
        ("甲甲", "甲甲甲", 0),
        ("甲乙丙", "甲丁丙", 1),
    ],
)
def test_how_many_characters_an_edit_takes_away(before: str, after: str, gone: int) -> None:
    assert taken_away(before, after) == gone
