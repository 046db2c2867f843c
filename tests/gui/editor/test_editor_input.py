"""Input methods, pasted and dropped text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import (
    QClipboard,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QInputMethodQueryEvent,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, PageBreak, Role

from .conftest import Hands, make, paragraph


def compose(hands: Hands, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(hands.sheet, event)


def paste(hands: Hands, text: str) -> None:
    clipboard: QClipboard = QGuiApplication.clipboard()
    clipboard.setText(text)
    hands.key(Qt.Key.Key_V, ctrl=True)


def test_nothing_is_told_while_an_input_method_composes(hands: Hands, qtbot: QtBot) -> None:
    article = hands.open(make(paragraph("甲")))
    hands.at(article.blocks[0].id, 1).editor.flush()
    told: list[object] = []
    hands.editor.edited.connect(told.append)
    hands.editor.cursor_moved.connect(lambda *place: told.append(place))
    compose(hands, "ni")
    compose(hands, "ni hao")
    QApplication.processEvents()
    assert told == []
    assert hands.article == article
    compose(hands, "", "你好")
    qtbot.waitUntil(lambda: len(told) == 2)
    assert isinstance(told[0], Article)
    assert told[0].blocks[0].text == "甲你好"


def test_the_candidate_window_is_told_where_the_cursor_is_seen(hands: Hands) -> None:
    article = hands.open(make(*(paragraph("一段文字" * 20) for _ in range(30))))
    hands.at(article.blocks[20].id, 3)
    query = QInputMethodQueryEvent(Qt.InputMethodQuery.ImCursorRectangle)
    QApplication.sendEvent(hands.sheet, query)
    told = query.value(Qt.InputMethodQuery.ImCursorRectangle).toRect()
    seen = hands.sheet.cursorRect()
    assert told.topLeft() == hands.sheet.viewport().mapTo(hands.sheet, seen.topLeft())
    assert hands.sheet.viewport().x() > 50  # margin and gutter


def test_an_edit_just_before_a_composition_is_told_although_it_goes_on(hands: Hands, qtbot: QtBot) -> None:
    article = hands.open(make(paragraph("甲")))
    told: list[Article] = []
    hands.editor.edited.connect(told.append)
    hands.at(article.blocks[0].id, 1).type("x")
    compose(hands, "ni")
    qtbot.waitUntil(lambda: [a.blocks[0].text for a in told] == ["甲x"])
    compose(hands, "ni hao")
    assert hands.sheet.textCursor().block().layout().preeditAreaText() == "ni hao"


def test_a_composition_over_a_selection_of_several_fields_leaves_an_article(hands: Hands) -> None:
    article = hands.open(make(paragraph("正文"), subtitle="副题"))
    hands.select(("headline", 1), (article.blocks[0].id, 1))
    compose(hands, "ni")
    compose(hands, "", "你")
    assert (hands.article.headline, hands.article.subtitle, hands.texts) == (("标你",), "", ["文"])


def test_an_input_method_writes_beside_an_object_not_into_it(hands: Hands) -> None:
    article = hands.open(make(PageBreak(new_id())))
    hands.at(article.blocks[0].id)
    compose(hands, "", "你")
    assert hands.article.blocks[0] == article.blocks[0]
    assert hands.texts == ["你"]


def test_pasted_lines_become_paragraphs_without_indents_and_blank_lines(hands: Hands) -> None:
    article = hands.open(make(paragraph("前后")))
    hands.at(article.blocks[0].id, 1)
    paste(hands, "一\r\n\r\n　　二\n \n三")
    assert hands.texts == ["前一", "二", "三后"]
    assert hands.ids[0] == article.blocks[0].id


def test_a_paste_is_one_step_for_undo(hands: Hands) -> None:
    article = hands.open(make(paragraph("前后")))
    hands.at(article.blocks[0].id, 1)
    paste(hands, "一\n二\n三")
    hands.editor.undo_action().trigger()
    assert hands.article == article


def test_pasted_paragraphs_after_a_heading_keep_its_role_only_where_they_join_it(hands: Hands) -> None:
    article = hands.open(make(paragraph("一、", Role.HEADING1)))
    hands.at(article.blocks[0].id, 2)
    paste(hands, "题\n正文")
    assert [(p.text, p.role) for p in hands.article.paragraphs()] == [
        ("一、题", Role.HEADING1),
        ("正文", Role.BODY),
    ]


@pytest.mark.parametrize(("field", "value"), [("kicker", "一二"), ("subtitle", "一二"), ("credit", "一二")])
def test_lines_pasted_into_a_field_become_one(hands: Hands, field: str, value: str) -> None:
    hands.open(make(paragraph("正文")))
    hands.at(field)
    paste(hands, "一\n二")
    assert getattr(hands.article, field) == value


def test_lines_pasted_into_the_headline_become_its_lines(hands: Hands) -> None:
    hands.open(make(headline=()))
    hands.at("headline")
    paste(hands, "上半\n下半")
    assert hands.article.headline == ("上半", "下半")


@pytest.mark.parametrize("dirt", ["\x00", "\x07", "\ufffc", "\ufdd0", "\uffff", "\x85"])
def test_characters_no_article_may_hold_are_not_pasted(hands: Hands, dirt: str) -> None:
    article = hands.open(make(paragraph()))
    hands.at(article.blocks[0].id)
    hands.sheet.edit(lambda cursor: hands.sheet.edits.insert(cursor, f"{dirt}甲{dirt}"))
    assert hands.texts == ["甲"]


def test_what_is_copied_has_plain_text(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲"), paragraph("乙")))
    hands.select((article.blocks[0].id, 0), (article.blocks[1].id, 1)).key(Qt.Key.Key_C, ctrl=True)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "甲\n乙"


def test_cutting_across_fields_leaves_an_article(hands: Hands) -> None:
    hands.open(make(paragraph("正文"), subtitle="副题"))
    hands.key(Qt.Key.Key_A, ctrl=True).key(Qt.Key.Key_X, ctrl=True)
    assert QGuiApplication.clipboard().text().split() == ["标题", "副题", "正文"]
    assert (hands.article.headline, hands.article.subtitle, hands.texts) == ((), "", [""])


def test_dropped_text_follows_the_same_rules(hands: Hands) -> None:
    article = hands.open(make(paragraph("前后")))
    hands.at(article.blocks[0].id, 2)
    spot = hands.sheet.cursorRect().center()
    data = QMimeData()
    data.setText("一\n二")
    data.setHtml("<b>一</b><table><tr><td>二</td></tr></table>")
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    viewport = hands.sheet.viewport()
    QApplication.sendEvent(viewport, QDragEnterEvent(spot, copy, data, left, plain))
    QApplication.sendEvent(viewport, QDropEvent(QPointF(spot), copy, data, left, plain))
    assert hands.texts == ["前后一", "二"]


def test_text_dragged_within_the_article_moves_and_is_one_step_for_undo(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲乙丙"), paragraph("丁")))
    first, second = article.blocks[0].id, article.blocks[1].id
    hands.at(second, 1)
    spot = hands.sheet.cursorRect().center()
    hands.select((first, 1), (first, 2))
    data = hands.sheet.createMimeDataFromSelection()
    hands.sheet.pasting.move(data.text(), hands.sheet.cursorForPosition(spot), moved=True)
    assert hands.texts == ["甲丙", "丁乙"]
    hands.editor.undo_action().trigger()
    assert hands.article == article
