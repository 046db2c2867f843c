"""What Enter, Backspace, Delete, Tab and letters do in the editor."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import PageBreak, Role

from .conftest import Hands, make, paragraph

ENTER, BACK, DELETE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Tab


def test_typing_goes_where_the_cursor_is(hands: Hands) -> None:
    article = hands.open(make(paragraph("ad"), paragraph("second")))
    hands.at(article.blocks[0].id, 1).type("bc")
    assert hands.texts == ["abcd", "second"]


def test_enter_keeps_the_id_with_the_first_part_and_gives_the_second_a_new_one(hands: Hands) -> None:
    article = hands.open(make(paragraph("前后")))
    hands.at(article.blocks[0].id, 1).key(ENTER)
    assert hands.texts == ["前", "后"]
    assert hands.ids[0] == article.blocks[0].id
    assert hands.ids[1] != hands.ids[0]


def test_enter_before_a_text_leaves_the_text_its_id(hands: Hands) -> None:
    article = hands.open(make(paragraph("正文", Role.HEADING1)))
    hands.at(article.blocks[0].id, 0).key(ENTER)
    assert [(p.text, p.role) for p in hands.article.paragraphs()] == [
        ("", Role.BODY),
        ("正文", Role.HEADING1),
    ]
    assert hands.ids[1] == article.blocks[0].id


def test_enter_in_the_middle_of_a_heading_makes_two_of_its_kind(hands: Hands) -> None:
    article = hands.open(make(paragraph("一、二、", Role.HEADING1)))
    hands.at(article.blocks[0].id, 2).key(ENTER)
    assert [p.role for p in hands.article.paragraphs()] == [Role.HEADING1, Role.HEADING1]


@pytest.mark.parametrize(
    ("role", "following"),
    [
        (Role.HEADING1, Role.BODY),
        (Role.SALUTATION, Role.BODY),
        (Role.BODY, Role.BODY),
        (Role.NOTE, Role.NOTE),
    ],
)
def test_enter_at_the_end_goes_on_in_running_text_only(hands: Hands, role: Role, following: Role) -> None:
    article = hands.open(make(paragraph("某段", role)))
    hands.at(article.blocks[0].id, 2).key(ENTER).type("x")
    assert [p.role for p in hands.article.paragraphs()] == [role, following]


def test_enter_in_the_headline_makes_another_line(hands: Hands) -> None:
    hands.open(make(headline=("上半下半",)))
    hands.at("headline", 2).key(ENTER)
    assert hands.article.headline == ("上半", "下半")


def test_enter_on_an_empty_last_headline_line_goes_to_the_body(hands: Hands) -> None:
    article = hands.open(make(paragraph("正文"), headline=("标题",)))
    hands.at("headline", 2).key(ENTER, ENTER).type("x")
    assert hands.article.headline == ("标题",)
    assert hands.texts == ["x正文"]
    assert hands.ids == [article.blocks[0].id]


def test_empty_headline_lines_are_not_part_of_the_article(hands: Hands) -> None:
    hands.open(make(headline=("标题",)))
    hands.at("headline", 2).key(ENTER)
    assert hands.article.headline == ("标题",)


def test_enter_in_a_field_goes_to_the_next(hands: Hands) -> None:
    hands.open(make(headline=()))
    hands.at("kicker").type("k").key(ENTER).type("h").key(ENTER, ENTER).type("b")
    assert (hands.article.kicker, hands.article.headline, hands.texts) == ("k", ("h",), ["b"])


def test_backspace_joins_and_the_first_keeps_id_and_role(hands: Hands) -> None:
    article = hands.open(make(paragraph("一、", Role.HEADING1), paragraph("正文")))
    hands.at(article.blocks[1].id).key(BACK)
    [joined] = hands.article.paragraphs()
    assert (joined.id, joined.role, joined.text) == (article.blocks[0].id, Role.HEADING1, "一、正文")


def test_an_empty_paragraph_joined_with_the_next_simply_goes(hands: Hands) -> None:
    article = hands.open(make(paragraph(), paragraph("一、", Role.HEADING1)))
    hands.at(article.blocks[1].id).key(BACK)
    assert hands.article.blocks == article.blocks[1:]


def test_delete_at_the_end_joins_too(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲"), paragraph("乙")))
    hands.at(article.blocks[0].id, 1).key(DELETE)
    assert (hands.texts, hands.ids) == (["甲乙"], [article.blocks[0].id])


def test_backspace_at_the_start_of_the_body_does_not_touch_the_fields(hands: Hands) -> None:
    article = hands.open(make(paragraph("正文"), subtitle="副题"))
    hands.at(article.blocks[0].id).key(BACK)
    assert hands.article == article


@pytest.mark.parametrize("block", ["kicker", "headline", "subtitle", "credit"])
def test_an_empty_field_cannot_be_removed(hands: Hands, block: str) -> None:
    hands.open(make(paragraph("正文"), headline=()))
    hands.at(block).key(BACK, BACK, DELETE, DELETE).type("x")
    assert hands.texts == ["正文"]
    value = getattr(hands.article, block)
    assert "".join(value) == "x"


def test_backspace_joins_headline_lines(hands: Hands) -> None:
    hands.open(make(headline=("上半", "下半")))
    hands.at("headline", 3).key(BACK)
    assert hands.article.headline == ("上半下半",)


def test_deleting_across_fields_empties_them_and_keeps_the_rest_in_its_place(hands: Hands) -> None:
    article = hands.open(
        make(paragraph("甲乙"), paragraph("丙丁"), headline=("上半", "下半"), subtitle="副题")
    )
    last = article.blocks[1]
    hands.select(("headline", 1), (last.id, 1)).key(DELETE)
    assert (hands.article.headline, hands.article.subtitle) == (("上",), "")
    assert (hands.texts, hands.ids) == (["丁"], [last.id])


def test_typing_over_everything_leaves_an_article(hands: Hands) -> None:
    hands.open(make(paragraph("甲"), paragraph("乙"), kicker="引", subtitle="副", credit="稿"))
    hands.key(Qt.Key.Key_A, ctrl=True).type("x")
    article = hands.article
    assert (article.kicker, article.headline, article.subtitle, article.credit) == ("x", (), "", "")
    assert hands.texts == [""]


def test_what_remains_after_a_deleted_first_part_keeps_its_own_id(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲甲"), paragraph("乙乙", Role.HEADING1)))
    hands.select((article.blocks[0].id, 0), (article.blocks[1].id, 1)).key(DELETE)
    [left] = hands.article.paragraphs()
    assert (left.id, left.role, left.text) == (article.blocks[1].id, Role.HEADING1, "乙")


def test_tab_walks_from_kicker_to_headline_to_subtitle_to_body(hands: Hands) -> None:
    article = hands.open(make(paragraph("正文"), kicker="引题", subtitle="副题"))
    hands.at("kicker")
    places = [hands.key(TAB).place[0] for _ in range(3)]
    assert places == ["headline", "subtitle", article.blocks[0].id]


def test_tab_inside_the_body_changes_nothing(hands: Hands) -> None:
    article = hands.open(make(paragraph("正文"), paragraph("再")))
    hands.at(article.blocks[0].id, 1).key(TAB)
    assert hands.article == article
    assert hands.place == (article.blocks[0].id, 1)


def test_a_table_or_page_break_takes_no_text(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲"), PageBreak(new_id()), paragraph("乙")))
    hands.at(article.blocks[1].id).type("x")
    assert hands.article.blocks[1] == article.blocks[1]
    assert hands.texts == ["甲", "x", "乙"]


def test_backspace_after_an_object_steps_onto_it_and_the_next_removes_it(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲"), PageBreak(new_id()), paragraph("乙")))
    hands.at(article.blocks[2].id).key(BACK)
    assert hands.article == article
    hands.key(BACK)
    assert hands.article.blocks == (article.blocks[0], article.blocks[2])
    hands.sheet.undo()
    assert hands.article == article


def test_an_article_without_text_stays_without_until_something_is_typed(hands: Hands) -> None:
    article = hands.open(make(headline=()))
    assert hands.article == article
    hands.key(TAB, TAB).type("x")
    assert hands.texts == ["x"]
    hands.key(BACK)
    assert hands.article == article


def test_two_paragraphs_wholly_deleted_leave_the_first_one_empty(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲", Role.HEADING1), paragraph("乙"), paragraph("丙")))
    hands.select((article.blocks[0].id, 0), (article.blocks[1].id, 1)).key(DELETE)
    assert [(p.id, p.role, p.text) for p in hands.article.paragraphs()] == [
        (article.blocks[0].id, Role.HEADING1, ""),
        (article.blocks[2].id, Role.BODY, "丙"),
    ]


def test_copying_across_fields_changes_nothing(hands: Hands) -> None:
    article = hands.open(make(paragraph("正文")))
    hands.key(Qt.Key.Key_A, ctrl=True).key(Qt.Key.Key_C, ctrl=True)
    assert hands.article == article


def test_an_edit_that_breaks_the_article_is_taken_back(hands: Hands) -> None:
    article = hands.open(make(paragraph("正文"), subtitle="副题"))
    hands.select(("headline", 1), (article.blocks[0].id, 1))
    hands.sheet.textCursor().removeSelectedText()  # as Qt does when a selection is dragged to another program
    hands.editor.flush()
    assert hands.article == article
