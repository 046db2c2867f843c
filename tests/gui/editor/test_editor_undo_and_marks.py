"""Undo, roles and marks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat

from bulletin_desktop.document.model import Mark, Role, Span
from bulletin_desktop.gui.editor import marked_text

from .conftest import Hands, make, paragraph

CTRL_ROLES = [
    (Qt.Key.Key_0, Role.BODY),
    (Qt.Key.Key_1, Role.HEADING1),
    (Qt.Key.Key_2, Role.HEADING2),
    (Qt.Key.Key_3, Role.HEADING3),
    (Qt.Key.Key_4, Role.HEADING4),
]


def test_undo_of_a_join_brings_back_both_ids(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲", Role.HEADING1), paragraph("乙")))
    hands.at(article.blocks[1].id).key(Qt.Key.Key_Backspace)
    hands.editor.undo_action().trigger()
    assert hands.article == article


def test_redo_of_a_split_brings_back_the_same_new_id(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲乙")))
    hands.at(article.blocks[0].id, 1).key(Qt.Key.Key_Return)
    split = hands.article
    hands.key(Qt.Key.Key_Z, ctrl=True)
    assert hands.article == article
    hands.key(Qt.Key.Key_Y, ctrl=True)
    assert hands.article == split


def test_undo_actions_tell_whether_there_is_something_to_undo(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲")))
    undo, redo = hands.editor.undo_action(), hands.editor.redo_action()
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    hands.at(article.blocks[0].id).type("x")
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)
    undo.trigger()
    assert (undo.isEnabled(), redo.isEnabled()) == (False, True)


@pytest.mark.parametrize(("key", "role"), CTRL_ROLES)
def test_ctrl_and_a_digit_set_the_role_and_undo_takes_it_back(hands: Hands, key: Qt.Key, role: Role) -> None:
    article = hands.open(make(paragraph("某段", Role.NOTE)))
    hands.at(article.blocks[0].id).key(key, ctrl=True)
    assert [p.role for p in hands.article.paragraphs()] == [role]
    hands.editor.undo_action().trigger()
    assert hands.article == article


def test_a_role_goes_to_every_paragraph_of_the_selection_and_to_no_field(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲"), paragraph("乙"), paragraph("丙"), subtitle="副题"))
    hands.select(("subtitle", 0), (article.blocks[1].id, 1))
    hands.editor.set_role(Role.QUOTE)
    assert [p.role for p in hands.article.paragraphs()] == [Role.QUOTE, Role.QUOTE, Role.BODY]
    assert hands.article.subtitle == "副题"


@pytest.mark.parametrize(
    ("key", "mark"),
    [(Qt.Key.Key_B, Mark.BOLD), (Qt.Key.Key_I, Mark.ITALIC), (Qt.Key.Key_U, Mark.UNDERLINE)],
)
def test_ctrl_b_i_u_mark_the_selection_and_again_unmark_it(hands: Hands, key: Qt.Key, mark: Mark) -> None:
    article = hands.open(make(paragraph("甲乙丙")))
    block = article.blocks[0].id
    hands.select((block, 1), (block, 2)).key(key, ctrl=True)
    assert hands.article.blocks[0].spans == (Span("甲"), Span("乙", frozenset((mark,))), Span("丙"))
    hands.key(key, ctrl=True)
    assert hands.article == article


def test_a_mark_on_part_of_the_selection_goes_to_all_of_it_first(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲乙"), paragraph("丙丁")))
    first, second = (block.id for block in article.blocks)
    hands.select((first, 1), (first, 2))
    hands.editor.toggle_mark(Mark.BOLD)
    hands.select((first, 0), (second, 1))
    hands.editor.toggle_mark(Mark.BOLD)
    bold = frozenset((Mark.BOLD,))
    assert [p.spans for p in hands.article.paragraphs()] == [
        (Span("甲乙", bold),),
        (Span("丙", bold), Span("丁")),
    ]


def test_superscript_and_subscript_drive_each_other_out(hands: Hands) -> None:
    article = hands.open(make(paragraph("2")))
    block = article.blocks[0].id
    hands.select((block, 0), (block, 1))
    hands.editor.toggle_mark(Mark.SUPERSCRIPT)
    hands.editor.toggle_mark(Mark.SUBSCRIPT)
    assert hands.article.blocks[0].spans == (Span("2", frozenset((Mark.SUBSCRIPT,))),)


@pytest.mark.parametrize(
    ("mark", "stands"),
    [
        (Mark.SUPERSCRIPT, QTextCharFormat.VerticalAlignment.AlignSuperScript),
        (Mark.SUBSCRIPT, QTextCharFormat.VerticalAlignment.AlignSubScript),
        (Mark.BOLD, QTextCharFormat.VerticalAlignment.AlignNormal),
    ],
)
def test_a_mark_raises_and_lowers_in_the_text_and_in_cells(
    hands: Hands, mark: Mark, stands: QTextCharFormat.VerticalAlignment
) -> None:
    article = hands.open(make(paragraph("m2")))
    hands.at(article.blocks[0].id, 2)
    hands.editor.select((article.blocks[0].id, 1), (article.blocks[0].id, 2))
    hands.editor.toggle_mark(mark)
    assert hands.sheet.currentCharFormat().verticalAlignment() == stands
    assert marked_text.char_format(frozenset((mark,))).verticalAlignment() == stands


def test_a_mark_without_selection_is_for_what_is_typed_next(hands: Hands) -> None:
    article = hands.open(make(paragraph("ab")))
    hands.at(article.blocks[0].id, 1).key(Qt.Key.Key_B, ctrl=True).type("x")
    hands.key(Qt.Key.Key_B, ctrl=True).type("y")
    assert hands.article.blocks[0].spans == (Span("a"), Span("x", frozenset((Mark.BOLD,))), Span("yb"))


def test_fields_take_no_marks(hands: Hands) -> None:
    article = hands.open(make(paragraph("正文"), headline=("标题",)))
    hands.select(("headline", 0), ("headline", 2)).key(Qt.Key.Key_B, ctrl=True)
    assert hands.article == article
    assert not hands.editor.undo_action().isEnabled()


def test_marks_survive_a_change_of_role(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲乙")))
    block = article.blocks[0].id
    hands.select((block, 0), (block, 1))
    hands.editor.toggle_mark(Mark.EMPHASIS)
    hands.editor.set_role(Role.HEADING1)
    [changed] = hands.article.paragraphs()
    assert changed.spans == (Span("甲", frozenset((Mark.EMPHASIS,))), Span("乙"))


def test_text_typed_after_a_change_of_role_has_the_new_roles_font(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲")))
    before = hands.at(article.blocks[0].id, 1).sheet.currentCharFormat().font().families()
    hands.key(Qt.Key.Key_1, ctrl=True)
    hands.type("x")
    after = hands.sheet.currentCharFormat().font().families()
    assert before != after


def test_role_and_marks_at_the_cursor_are_told(hands: Hands) -> None:
    told: list[object] = []
    hands.editor.role_changed.connect(told.append)
    article = hands.open(make(paragraph("甲", Role.HEADING1), headline=("标题",)))
    hands.at(article.blocks[0].id, 1)
    hands.editor.flush()
    hands.at("headline")
    hands.editor.flush()
    assert told == [Role.HEADING1, None]


@pytest.mark.parametrize("change", ["role", "mark"])
def test_undoing_a_change_of_role_or_marks_leaves_the_cursor_where_it_was(hands: Hands, change: str) -> None:
    article = hands.open(make(*(paragraph(f"第{n}段文字") for n in range(40))))
    block = article.blocks[30].id
    hands.select((block, 1), (block, 3))
    if change == "role":
        hands.editor.set_role(Role.HEADING1)
    else:
        hands.editor.toggle_mark(Mark.BOLD)
    number = hands.sheet.textCursor().blockNumber()
    hands.editor.undo_action().trigger()
    assert hands.sheet.textCursor().blockNumber() == number


def test_opening_an_article_tells_the_role_at_its_cursor(hands: Hands) -> None:
    told: list[Role | None] = []
    hands.open(make(paragraph("甲", Role.HEADING1)))
    hands.editor.role_changed.connect(told.append)
    hands.open(make(paragraph("乙")))
    assert told == [Role.BODY]
