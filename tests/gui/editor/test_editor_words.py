"""Words: stepped over, deleted and selected, Chinese ones without a dictionary."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bulletin_desktop.gui.editor import words

from .conftest import Hands, make, paragraph

LEFT, RIGHT, BACK, DELETE = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Backspace, Qt.Key.Key_Delete


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("提高政治站位，落实责任", ["提高", "政治", "站位", "，", "落实责任"]),
        ("GDP增长3.5%。", ["GDP", "增长", "3.5%", "。"]),
        ("word two  三", ["word ", "two  ", "三"]),
        ("人民的利益", ["人民", "的", "利益"]),
        ("《办法》", ["《", "办法", "》"]),
        ("", []),
    ],
)
def test_words_end_at_marks_particles_and_scripts(text: str, parts: list[str]) -> None:
    ends = words.bounds(text)
    assert [text[start:end] for start, end in pairwise(ends)] == parts


@given(st.text(alphabet="会议的，。 aB1.%𠮷《　", max_size=30), st.integers(0, 30))
def test_stepping_goes_on_and_stays_within(text: str, at: int) -> None:
    at = min(at, len(text))
    assert 0 <= words.before(text, at) < at or at == 0
    assert at < words.after(text, at) <= len(text) or at == len(text)
    start, end = words.around(text, at)
    assert start <= min(at, max(len(text) - 1, 0))
    assert start <= end <= len(text)


def test_ctrl_arrows_step_over_words_and_into_the_next_paragraph(hands: Hands) -> None:
    article = hands.open(make(paragraph("𠮷会议，GDP"), paragraph("乙")))
    first, second = (block.id for block in article.blocks)
    hands.at(first)
    assert [hands.key(RIGHT, ctrl=True).place for _ in range(4)] == [
        (first, 3),
        (first, 4),
        (first, 7),
        (second, 0),
    ]
    assert [hands.key(LEFT, ctrl=True).place for _ in range(2)] == [(first, 7), (first, 4)]
    shift = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(hands.sheet, LEFT, shift)
    assert hands.sheet.textCursor().selectedText() == "，"


def test_ctrl_backspace_and_ctrl_delete_take_a_word(hands: Hands) -> None:
    article = hands.open(make(paragraph("会议指出，各单位落实责任")))
    hands.at(article.blocks[0].id, 5).key(BACK, ctrl=True)
    assert hands.texts == ["会议指出各单位落实责任"]
    hands.key(BACK, ctrl=True)
    assert hands.texts == ["会议各单位落实责任"]
    hands.key(DELETE, ctrl=True)
    assert hands.texts == ["会议位落实责任"]


def test_a_double_click_selects_the_word(hands: Hands) -> None:
    article = hands.open(make(paragraph("会议，GDP增长")))
    hands.at(article.blocks[0].id, 4)
    spot = hands.sheet.cursorRect().center()
    QTest.mouseDClick(hands.sheet.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert hands.sheet.textCursor().selectedText() == "GDP"
