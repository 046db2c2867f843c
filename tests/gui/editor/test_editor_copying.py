"""What is copied in an article and pasted there or into another keeps its roles and marks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from bulletin_desktop.document import table as tables
from bulletin_desktop.document.fragment import Fragment
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Mark, Paragraph, Picture, Role, Span

from .conftest import Hands, make, paragraph

BOLD, KAITI = frozenset({Mark.BOLD}), frozenset({Mark.KAITI, Mark.UNDERLINE})


def shown(article: Article) -> list[tuple[str, str]]:
    """Role and text of each paragraph, the kind of each object."""
    return [
        (block.role.value, block.text) if isinstance(block, Paragraph) else (type(block).__name__, "")
        for block in article.blocks
    ]


def spans(article: Article) -> list[tuple[Span, ...]]:
    return [block.spans for block in article.paragraphs()]


def marked() -> tuple[Paragraph, Paragraph, Paragraph]:
    return (
        paragraph("一、抓紧蓄水", Role.HEADING1),
        Paragraph(new_id(), Role.BODY, (Span("各镇"), Span("务必", BOLD), Span("到位", KAITI))),
        paragraph("2026年3月1日", Role.DATE),
    )


def copy_all(hands: Hands, first: Paragraph, last: Paragraph) -> None:
    hands.select((first.id, 0), (last.id, len(last.text))).key(Qt.Key.Key_C, ctrl=True)


def test_marks_and_roles_go_from_one_article_to_another(hands: Hands) -> None:
    blocks = marked()
    source = hands.open(make(*blocks))
    copy_all(hands, blocks[0], blocks[2])
    empty = paragraph("")
    hands.open(make(empty))
    hands.at(empty.id).key(Qt.Key.Key_V, ctrl=True)
    assert shown(hands.article) == shown(source)
    assert spans(hands.article) == spans(source)
    assert not {block.id for block in blocks} & set(hands.ids)


def test_words_copied_out_of_a_heading_take_the_role_of_their_new_place(hands: Hands) -> None:
    heading, body, empty = paragraph("一、抓紧蓄水", Role.HEADING1), paragraph("请。"), paragraph("")
    hands.open(make(heading, body, empty))
    hands.select((heading.id, 2), (heading.id, 6)).key(Qt.Key.Key_C, ctrl=True)
    hands.at(body.id, 1).key(Qt.Key.Key_V, ctrl=True)
    hands.at(empty.id).key(Qt.Key.Key_V, ctrl=True)
    assert shown(hands.article)[1:] == [("body", "请抓紧蓄水。"), ("body", "抓紧蓄水")]


@pytest.mark.parametrize("ends", [(2, 3), (0, 3), (0, 9), (6, 9)])
def test_what_is_cut_and_pasted_where_it_was_is_as_before(hands: Hands, ends: tuple[int, int]) -> None:
    blocks = marked()
    before = hands.open(make(*blocks))
    hands.select((blocks[0].id, ends[0]), (blocks[2].id, ends[1])).key(Qt.Key.Key_X, ctrl=True)
    assert len(hands.article.blocks) == 1
    hands.key(Qt.Key.Key_V, ctrl=True)
    assert shown(hands.article) == shown(before)
    assert spans(hands.article) == spans(before)


def test_a_paste_is_one_step_for_undo(hands: Hands) -> None:
    blocks = marked()
    before = hands.open(make(*blocks))
    copy_all(hands, blocks[0], blocks[2])
    hands.at(blocks[1].id, 1).key(Qt.Key.Key_V, ctrl=True)
    assert len(hands.article.blocks) == 5
    hands.editor.undo_action().trigger()
    assert hands.article == before


def test_in_a_field_it_is_text(hands: Hands) -> None:
    body = Paragraph(new_id(), Role.BODY, (Span("新", BOLD), Span("渠首")))
    hands.open(make(body))
    hands.select((body.id, 0), (body.id, 3)).key(Qt.Key.Key_C, ctrl=True)
    hands.at("headline", 2).key(Qt.Key.Key_V, ctrl=True)
    assert hands.article.headline == ("标题新渠首",)


def test_headline_and_text_copied_together_are_paragraphs_elsewhere(hands: Hands) -> None:
    body = paragraph("正文")
    hands.open(make(body))
    hands.select(("headline", 0), (body.id, 2)).key(Qt.Key.Key_C, ctrl=True)
    empty = paragraph("")
    hands.open(make(empty))
    hands.at(empty.id).key(Qt.Key.Key_V, ctrl=True)
    assert hands.texts == ["标题", "正文"]


def test_other_programs_get_html_and_text(hands: Hands) -> None:
    blocks = marked()
    hands.open(make(*blocks))
    copy_all(hands, blocks[0], blocks[2])
    data = QGuiApplication.clipboard().mimeData()
    assert "<h1>一、抓紧蓄水</h1>" in data.html()
    assert "<b>务必</b>" in data.html()
    assert data.text() == "一、抓紧蓄水\n各镇务必到位\n2026年3月1日"


def test_text_of_the_fields_alone_is_only_text(hands: Hands) -> None:
    hands.open(make(paragraph("正文")))
    hands.select(("headline", 0), ("headline", 2)).key(Qt.Key.Key_C, ctrl=True)
    assert QGuiApplication.clipboard().mimeData().formats() == ["text/plain"]


CLOSED = Fragment((paragraph("甲", Role.HEADING2), paragraph("乙")), open_start=False, open_end=False)
TABLE = tables.plain(new_id(), 1, 1)
PICTURE = Picture(new_id(), "0" * 64, 100, 100)


@pytest.mark.parametrize(
    ("offset", "fragment", "expected"),
    [
        (0, CLOSED, [("heading2", "甲"), ("body", "乙"), ("quote", "前后")]),
        (1, CLOSED, [("quote", "前"), ("heading2", "甲"), ("body", "乙"), ("quote", "后")]),
        (2, CLOSED, [("quote", "前后"), ("heading2", "甲"), ("body", "乙")]),
        (1, Fragment((paragraph("甲"),), True, False), [("quote", "前甲"), ("quote", "后")]),
        (1, Fragment((paragraph("甲"),), False, True), [("quote", "前"), ("body", "甲后")]),
        (1, Fragment((TABLE, PICTURE)), [("quote", "前"), ("Table", ""), ("Picture", ""), ("quote", "后")]),
        (
            1,
            Fragment((TABLE, paragraph("甲"), paragraph("乙"))),
            [("quote", "前"), ("Table", ""), ("body", "甲"), ("quote", "乙后")],
        ),
        (0, Fragment((paragraph("甲"), TABLE)), [("body", "甲"), ("Table", ""), ("quote", "前后")]),
    ],
)
def test_closed_ends_stay_paragraphs_and_open_ones_merge(
    hands: Hands, offset: int, fragment: Fragment, expected: list[tuple[str, str]]
) -> None:
    text = paragraph("前后", Role.QUOTE)
    before = hands.open(make(text))
    hands.at(text.id, offset).sheet.pasting.insert(fragment)
    assert shown(hands.article) == expected
    hands.editor.undo_action().trigger()
    assert hands.article == before
