"""Paragraphs as in Word: levels, order, headings that make themselves, dates, sizes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Mark, PageBreak, Role, Span
from bulletin_desktop.gui.editor.paragraphs import heading_of

from .conftest import Hands, make, paragraph

ENTER, BACK, TAB = Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Tab
UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
BY_DIGIT = (
    *(Role.BODY, Role.HEADING1, Role.HEADING2, Role.HEADING3, Role.HEADING4),
    *(Role.SALUTATION, Role.SIGNATURE, Role.DATE, Role.NOTE, Role.CREDIT),
)


def roles(hands: Hands) -> list[Role]:
    return [block.role for block in hands.article.paragraphs()]


def press(hands: Hands, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> Hands:
    QTest.keyClick(hands.sheet, key, modifiers)
    return hands


# Roles


@pytest.mark.parametrize(("digit", "role"), list(enumerate(BY_DIGIT)))
def test_ctrl_alt_and_a_digit_set_the_role_as_in_word(hands: Hands, digit: int, role: Role) -> None:
    article = hands.open(make(paragraph("某段", Role.QUOTE)))
    press(hands.at(article.blocks[0].id), Qt.Key(Qt.Key.Key_0.value + digit), CTRL | ALT)
    assert roles(hands) == [role]


def test_ctrl_q_makes_body_text(hands: Hands) -> None:
    article = hands.open(make(paragraph("某段", Role.HEADING1)))
    press(hands.at(article.blocks[0].id), Qt.Key.Key_Q, CTRL)
    assert roles(hands) == [Role.BODY]


def test_the_date_follows_the_signature_and_text_the_date(hands: Hands) -> None:
    article = hands.open(make(paragraph("办公室", Role.SIGNATURE)))
    hands.at(article.blocks[0].id, 3).key(ENTER).type("x").key(ENTER).type("y")
    assert roles(hands) == [Role.SIGNATURE, Role.DATE, Role.BODY]


@pytest.mark.parametrize("role", [Role.NOTE, Role.QUOTE, Role.HEADING1])
def test_enter_on_an_empty_paragraph_ends_what_it_is(hands: Hands, role: Role) -> None:
    article = hands.open(make(paragraph("某段", role), paragraph("", role)))
    hands.at(article.blocks[1].id).key(ENTER)
    assert roles(hands) == [role, Role.BODY]


def test_backspace_at_the_start_of_a_heading_makes_text_and_again_joins(hands: Hands) -> None:
    article = hands.open(make(paragraph("前段"), paragraph("一、题", Role.HEADING1)))
    hands.at(article.blocks[1].id).key(BACK)
    assert roles(hands) == [Role.BODY, Role.BODY]
    assert hands.ids == [block.id for block in article.blocks]
    hands.key(BACK)
    assert hands.texts == ["前段一、题"]


def test_backspace_takes_an_enter_within_a_heading_back(hands: Hands) -> None:
    article = hands.open(make(paragraph("一、前后", Role.HEADING1)))
    hands.at(article.blocks[0].id, 3).key(ENTER, BACK)
    assert hands.article == article


def test_tab_lowers_headings_and_backtab_raises_them(hands: Hands) -> None:
    article = hands.open(
        make(paragraph("一、", Role.HEADING1), paragraph("正文"), paragraph("（1）", Role.HEADING4))
    )
    hands.select((article.blocks[0].id, 0), (article.blocks[2].id, 1))
    hands.at(article.blocks[0].id, 1).key(TAB)
    assert roles(hands) == [Role.HEADING2, Role.BODY, Role.HEADING4]
    press(press(hands, Qt.Key.Key_Backtab, SHIFT), Qt.Key.Key_Backtab, SHIFT)
    assert roles(hands) == [Role.HEADING1, Role.BODY, Role.HEADING4]


def test_tab_lowers_every_heading_of_the_selection(hands: Hands) -> None:
    article = hands.open(
        make(paragraph("一、", Role.HEADING1), paragraph("正文"), paragraph("（一）", Role.HEADING2))
    )
    hands.select((article.blocks[0].id, 0), (article.blocks[2].id, 1)).key(TAB)
    assert roles(hands) == [Role.HEADING2, Role.BODY, Role.HEADING3]


# Headings that make themselves


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("一、提高政治站位", Role.HEADING1),
        ("（二）压实责任", Role.HEADING2),
        ("3.强化督查", Role.HEADING3),
        ("（4）建立台账", Role.HEADING4),
        ("一、会议听取了汇报。", None),
        ("一、", None),
        ("2024年工作要点", None),
        ("（一）" + "各单位要认真落实责任加强沟通配合确保任务完成并及时上报进展", Role.HEADING2),
        ("（一）" + "各单位要认真落实责任加强沟通配合确保任务完成并及时上报工作进展情况", None),
        ("提高站位", None),
    ],
)
def test_a_short_line_with_a_number_and_no_full_stop_is_a_heading(line: str, role: Role | None) -> None:
    assert heading_of(line) is role


def test_enter_makes_a_finished_numbered_line_a_heading(hands: Hands) -> None:
    article = hands.open(make(paragraph()))
    hands.at(article.blocks[0].id).write("一、提高站位").key(ENTER).type("x")
    assert roles(hands) == [Role.HEADING1, Role.BODY]
    assert hands.texts == ["一、提高站位", "x"]


@pytest.mark.parametrize("back", ["backspace", "undo"])
def test_the_heading_made_by_itself_goes_with_one_key_and_stays_away(hands: Hands, back: str) -> None:
    article = hands.open(make(paragraph()))
    hands.at(article.blocks[0].id).write("一、提高站位").key(ENTER)
    if back == "backspace":
        hands.key(BACK)
    else:
        hands.key(Qt.Key.Key_Z, ctrl=True)
    assert roles(hands) == [Role.BODY, Role.BODY]
    assert hands.place == (hands.ids[1], 0)
    hands.key(BACK)
    assert hands.texts == ["一、提高站位"]
    hands.key(ENTER)
    assert roles(hands) == [Role.BODY, Role.BODY]


def test_backspace_deletes_once_the_cursor_was_elsewhere(hands: Hands) -> None:
    article = hands.open(make(paragraph()))
    hands.at(article.blocks[0].id).write("一、提高站位").key(ENTER)
    hands.at(article.blocks[0].id, 6).key(BACK)
    assert roles(hands) == [Role.HEADING1, Role.BODY]
    assert hands.texts == ["一、提高站", ""]


def test_headings_do_not_make_themselves_when_that_is_switched_off(hands: Hands) -> None:
    article = hands.open(make(paragraph()))
    hands.editor.acts.auto_headings = False
    hands.at(article.blocks[0].id).write("一、提高站位").key(ENTER)
    assert roles(hands) == [Role.BODY, Role.BODY]


def test_renumbering_is_one_step_and_counts_the_numbers(hands: Hands) -> None:
    article = hands.open(
        make(
            paragraph("三、甲", Role.HEADING1),
            paragraph("文"),
            paragraph("一、乙", Role.HEADING1),
            paragraph("（三）丙", Role.HEADING2),
        )
    )
    assert hands.editor.acts.renumber() == 3
    assert hands.texts == ["一、甲", "文", "二、乙", "（一）丙"]
    assert hands.editor.acts.renumber() == 0
    hands.editor.undo_action().trigger()
    assert hands.article == article


# Order and movement


def test_alt_shift_arrows_move_the_paragraphs_of_the_selection_with_their_ids(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲"), paragraph("乙"), PageBreak(new_id()), paragraph("丙")))
    ids = hands.ids
    hands.select((ids[0], 0), (ids[1], 1))
    press(hands, DOWN, ALT | SHIFT)
    assert hands.ids == [ids[2], ids[0], ids[1], ids[3]]
    assert hands.sheet.textCursor().selectedText() == "甲\u2029乙"
    press(press(hands, DOWN, ALT | SHIFT), DOWN, ALT | SHIFT)
    assert hands.ids == [ids[2], ids[3], ids[0], ids[1]]
    for _ in range(3):
        press(hands, UP, ALT | SHIFT)
    assert hands.article == article
    hands.editor.undo_action().trigger()
    assert hands.ids == [ids[2], ids[0], ids[1], ids[3]]


def test_moving_what_is_no_paragraph_does_nothing(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲"), subtitle="副"))
    press(hands.at("subtitle"), DOWN, ALT | SHIFT)
    assert hands.article == article
    assert not hands.editor.undo_action().isEnabled()


def test_ctrl_arrows_go_from_paragraph_to_paragraph(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲甲"), paragraph("乙乙"), credit="供稿"))
    first, second = (block.id for block in article.blocks)
    hands.at(second, 1)
    places = [press(hands, key, CTRL).place for key in (UP, UP, DOWN, DOWN, DOWN)]
    assert places == [(second, 0), (first, 0), (second, 0), ("credit", 0), ("credit", 2)]
    press(hands.at(first, 1), DOWN, CTRL | SHIFT)
    assert hands.sheet.textCursor().selectedText() == "甲\u2029"


def test_typing_over_a_whole_paragraph_leaves_the_next_one_alone(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲甲"), paragraph("乙乙")))
    first, second = (block.id for block in article.blocks)
    hands.select((first, 0), (second, 0)).type("x")
    assert hands.texts == ["x", "乙乙"]
    assert hands.ids == [first, second]


# Marks, characters, dates


def test_marks_are_cleared_from_the_selection_and_from_what_is_typed_next(hands: Hands) -> None:
    bold = frozenset((Mark.BOLD, Mark.UNDERLINE))
    block = paragraph()
    article = hands.open(make(type(block)(block.id, Role.BODY, (Span("甲", bold), Span("乙")))))
    hands.select((block.id, 0), (block.id, 2))
    hands.editor.acts.clear_marks()
    assert hands.article.blocks[0].spans == (Span("甲乙"),)
    hands.editor.undo_action().trigger()
    assert hands.article == article
    hands.at(block.id, 1)
    hands.editor.acts.clear_marks()
    hands.type("x")
    assert hands.article.blocks[0].spans == (Span("甲", bold), Span("x乙"))


def test_a_character_takes_the_place_of_the_selection_in_text_and_fields(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲乙"), headline=("标题",)))
    hands.select((article.blocks[0].id, 1), (article.blocks[0].id, 2))
    hands.editor.acts.insert_text("★")
    hands.at("headline", 2)
    hands.editor.acts.insert_text("①")
    assert (hands.texts, hands.article.headline) == (["甲★"], ("标题①",))


def test_a_date_line_stands_below_the_signature(hands: Hands) -> None:
    article = hands.open(make(paragraph("办公室", Role.SIGNATURE), paragraph("后文")))
    hands.at(article.blocks[0].id, 1)
    hands.editor.acts.insert_date_line("2026年1月30日")
    assert hands.texts == ["办公室", "2026年1月30日", "后文"]
    assert roles(hands) == [Role.SIGNATURE, Role.DATE, Role.BODY]
    hands.editor.undo_action().trigger()
    assert hands.article == article


def test_a_date_line_fills_an_empty_paragraph(hands: Hands) -> None:
    article = hands.open(make(paragraph("办公室", Role.SIGNATURE), paragraph()))
    hands.at(article.blocks[1].id)
    hands.editor.acts.insert_date_line("2026年1月30日")
    assert (hands.texts, hands.ids) == (["办公室", "2026年1月30日"], [b.id for b in article.blocks])


# Sizes


def wheel(hands: Hands, delta: int, modifiers: Qt.KeyboardModifier) -> None:
    viewport = hands.sheet.viewport()
    spot = QPointF(viewport.rect().center())
    event = QWheelEvent(
        spot,
        viewport.mapToGlobal(spot),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def test_ctrl_and_the_wheel_change_the_size_and_keep_place_and_undo(hands: Hands) -> None:
    article = hands.open(make(*(paragraph(f"第{n}段" * 20) for n in range(40))))
    block = article.blocks[20].id
    hands.at(block, 3).type("x")
    told: list[int] = []
    hands.editor.zoomed.connect(told.append)
    wheel(hands, 120, CTRL)
    wheel(hands, 60, CTRL)
    wheel(hands, 60, CTRL)
    assert told == [110, 120]
    assert hands.sheet.looks.em == hands.sheet.em()
    assert hands.place == (block, 4)
    assert hands.sheet.viewport().rect().contains(hands.sheet.cursorRect())
    hands.editor.undo_action().trigger()
    assert hands.article == article


def test_the_wheel_alone_scrolls(hands: Hands) -> None:
    hands.open(make(*(paragraph(f"第{n}段" * 20) for n in range(40))))
    wheel(hands, -120, Qt.KeyboardModifier.NoModifier)
    assert hands.editor.zoom == 100
    assert hands.sheet.verticalScrollBar().value() > 0


def test_sizes_end_at_half_and_three_times(hands: Hands) -> None:
    hands.open(make(paragraph("甲")))
    for _ in range(20):
        hands.editor.magnify(1)
    assert hands.editor.zoom == 300
    for _ in range(20):
        hands.editor.magnify(-1)
    assert hands.editor.zoom == 50
    hands.editor.set_zoom(10_000)
    assert hands.editor.zoom == 300
