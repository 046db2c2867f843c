"""Undo as values: by clause, word and pause, across saves, articles, sizes and what happens outside."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Block, Mark, PageBreak, Role, Span
from bulletin_desktop.document.text import normalise
from bulletin_desktop.gui.editor import history
from bulletin_desktop.gui.editor.history import Histories, History, Kind, Selection
from bulletin_desktop.gui.editor.patching import patch

from .conftest import Hands, make, paragraph

HERE: Selection = (("kicker", 0), ("kicker", 0))
BACK, DELETE = Qt.Key.Key_Backspace, Qt.Key.Key_Delete


def kicker(text: str, article_id: str = "A") -> Article:
    return Article(article_id, kicker=text)


def typed(*texts: str, at: float = 0.0, apart: float = 0.1, kind: Kind = Kind.TYPING) -> History:
    """The history of a field in which *texts* stood one after the other."""
    known = History(kicker(texts[0]))
    for nth, text in enumerate(texts[1:]):
        known.record(kind, kicker(text), HERE, HERE, at + nth * apart)
    return known


def states(known: History) -> list[str]:
    found = []
    while known.can_undo:
        known.undo()
        found.append(known.current.kicker)
    return found


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("", "a", "ab", "abc"), [""]),
        (("", "市政", "市政协", "市政协，", "市政协，会议"), ["市政协，", ""]),
        (("", "ab", "ab ", "ab c", "ab cd"), ["ab ", ""]),
        (("xy", "xay", "xaby"), ["xy"]),
        (("xy", "xay", "xayb"), ["xay", "xy"]),
    ],
)
def test_typing_is_a_step_a_clause_a_word_and_a_place(texts: tuple[str, ...], expected: list[str]) -> None:
    assert states(typed(*texts)) == expected


def test_after_a_pause_typing_is_another_step() -> None:
    assert states(typed("", "a", "ab", apart=history.PAUSE + 1)) == ["a", ""]


def test_a_step_of_typing_has_an_end_without_any_pause() -> None:
    text = "字" * (history.RUN + 5)
    assert len(states(typed(*(text[:n] for n in range(len(text) + 1))))) == 2


@pytest.mark.parametrize("texts", [("abcd", "abc", "ab"), ("abcd", "acd", "ad")])
def test_deleting_key_by_key_is_one_step(texts: tuple[str, ...]) -> None:
    assert states(typed(*texts, kind=Kind.DELETING)) == ["abcd"]


def test_what_is_typed_after_undo_does_not_join_the_step_before_it() -> None:
    known = typed("", "a", "ab，", "ab，c")
    known.undo()
    known.record(Kind.TYPING, kicker("ab，d"), HERE, HERE, 0.5)
    assert not known.can_redo
    assert states(known) == ["ab，", ""]


def test_what_came_from_outside_and_was_taken_back_there_leaves_no_step() -> None:
    known = typed("", "a")
    known.replaced(kicker("z"), HERE, 1.0)
    known.replaced(kicker("a"), HERE, 2.0)
    assert states(known) == [""]


def test_what_came_from_outside_can_be_taken_back_here() -> None:
    known = typed("", "a")
    known.replaced(kicker("z"), HERE, 1.0)
    assert states(known) == ["a", ""]


def test_the_oldest_steps_of_the_article_not_looked_at_go_when_there_are_too_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(history, "WEIGHT", 450)
    known = Histories()
    for name in ("A", "B"):
        one = known.of(kicker("", name))
        for text in ("1", "2", "3"):
            one.record(Kind.OTHER, kicker(text, name), HERE, HERE, 0.0)
    known.of(kicker("3", "B"))
    assert states(known.of(kicker("3", "B"))) == ["2", "1", ""]
    assert states(known.of(kicker("3", "A"))) == ["2"]


# In the editor


def test_every_committed_word_of_one_clause_is_one_step(hands: Hands) -> None:
    article = hands.open(make(paragraph()))
    hands.at(article.blocks[0].id)
    for word in ("市政协", "召开", "会议", "，", "强调"):
        commit = QInputMethodEvent()
        commit.setCommitString(word)
        QApplication.sendEvent(hands.sheet, QInputMethodEvent("pin", []))
        QApplication.sendEvent(hands.sheet, commit)
    undo = hands.editor.undo_action()
    undo.trigger()
    assert hands.texts == ["市政协召开会议，"]
    undo.trigger()
    assert hands.article == article


def test_backspaces_come_back_at_once_with_the_cursor_behind_them(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲乙丙丁")))
    block = article.blocks[0].id
    hands.at(block, 4).key(BACK, BACK, BACK)
    hands.editor.undo_action().trigger()
    assert hands.article == article
    assert hands.place == (block, 4)


def test_undo_selects_what_was_replaced(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲乙丙丁")))
    block = article.blocks[0].id
    hands.select((block, 1), (block, 3)).type("x")
    hands.editor.undo_action().trigger()
    assert hands.article == article
    assert hands.sheet.textCursor().selectedText() == "乙丙"


def test_an_article_that_comes_back_has_its_undo_and_redo(hands: Hands) -> None:
    first = hands.open(make(paragraph("甲")))
    hands.at(first.blocks[0].id, 1).type("x").key(Qt.Key.Key_Return).type("y")
    hands.editor.undo_action().trigger()
    left = hands.article
    other = hands.open(make(paragraph("乙")))
    assert not hands.editor.undo_action().isEnabled()
    hands.at(other.blocks[0].id).type("z")
    hands.open(left)
    hands.editor.redo_action().trigger()
    assert hands.texts == ["甲x", "y"]
    for _ in range(3):
        hands.editor.undo_action().trigger()
    assert hands.article == first
    assert not hands.editor.undo_action().isEnabled()


def test_an_article_comes_back_with_its_cursor_and_where_it_was_scrolled_to(hands: Hands) -> None:
    first = hands.open(make(*(paragraph(f"第{n}段" * 20) for n in range(40))))
    block = first.blocks[30].id
    hands.at(block, 5)
    hands.sheet.verticalScrollBar().setValue(hands.sheet.verticalScrollBar().value() - 60)
    scrolled = hands.sheet.verticalScrollBar().value()
    hands.open(make(paragraph("乙")))
    assert hands.sheet.verticalScrollBar().value() == 0
    hands.open(first)
    assert hands.place == (block, 5)
    assert hands.sheet.verticalScrollBar().value() == scrolled


def test_undo_goes_on_after_the_size_of_the_text_has_changed(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲", Role.HEADING1)))
    hands.at(article.blocks[0].id, 1).type("x")
    font = hands.editor.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    hands.editor.setFont(font)
    hands.editor.undo_action().trigger()
    assert hands.article == article
    block = hands.sheet.document().lastBlock().previous()
    assert block.charFormat().font().pixelSize() == hands.sheet.looks.em == hands.sheet.em()


def test_what_happens_to_the_open_article_outside_keeps_the_cursor_and_is_a_step(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲乙"), paragraph("丙丁")))
    hands.at(article.blocks[1].id, 1).type("x")
    before = hands.article
    outside = replace(before, blocks=(replace(before.blocks[0], spans=(Span("子丑"),)), before.blocks[1]))
    told: list[object] = []
    hands.editor.edited.connect(told.append)
    hands.editor.flush()
    told.clear()
    hands.editor.set_article(outside, hands.template)
    assert hands.texts == ["子丑", "丙x丁"]
    assert hands.place == (article.blocks[1].id, 2)
    assert told == []
    hands.editor.undo_action().trigger()
    hands.editor.undo_action().trigger()
    assert hands.article == article


def test_taking_the_outside_change_back_outside_leaves_the_typing_to_undo(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲乙")))
    hands.at(article.blocks[0].id, 1).type("x")
    mine = hands.article
    hands.editor.set_article(replace(mine, blocks=(paragraph("别的"),)), hands.template)
    hands.editor.set_article(mine, hands.template)
    hands.editor.undo_action().trigger()
    assert hands.article == article
    assert not hands.editor.undo_action().isEnabled()


# Patching

TEXTS = st.sampled_from(["", "甲", "甲乙", "乙丙丁", "甲𠮷丁", "x"])
SPANS = st.lists(
    st.tuples(TEXTS, st.sampled_from([frozenset(), frozenset({Mark.BOLD}), frozenset({Mark.EMPHASIS})])),
    max_size=3,
)
POOL = [new_id() for _ in range(4)]


@st.composite
def bodies(draw: st.DrawFn) -> tuple[Block, ...]:
    ids = draw(st.lists(st.sampled_from(POOL), max_size=4, unique=True))
    found: list[Block] = []
    for block_id in ids:
        if draw(st.integers(0, 4)) == 0:
            found.append(PageBreak(block_id))
        else:
            spans = normalise(Span(text, marks) for text, marks in draw(SPANS))
            role = draw(st.sampled_from([Role.BODY, Role.HEADING1]))
            found.append(replace(paragraph(role=role), id=block_id, spans=spans))
    return tuple(found)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(bodies(), TEXTS, st.lists(TEXTS.filter(bool), max_size=3)),
        min_size=2,
        max_size=4,
    )
)
def test_any_article_can_be_patched_into_any_other(hands: Hands, wanted: list) -> None:
    articles = [
        Article("A", tuple(headline), kicker=field, credit=field, blocks=blocks)
        for blocks, field, headline in wanted
    ]
    hands.open(articles[0])
    content, looks = hands.editor._content, hands.sheet.looks
    for article in articles[1:]:
        patch(content, looks, article)
        assert content.article() == article
        assert content.is_whole()
        fresh = type(content)(hands.sheet.document(), "A", content._objects)
        fresh._entries = [None] * hands.sheet.document().blockCount()
        assert fresh.article() == article
