"""What Word, Excel and web pages put on the clipboard, pasted with the real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication

from bulletin_desktop.document.model import Mark, Paragraph, Role, Span, Table
from bulletin_desktop.document.schema import check
from bulletin_desktop.gui.editor.pasting import Offer
from bulletin_desktop.intake.pasted import Losses

from .conftest import Hands, make, paragraph

WORD = (
    "<html><body><!--StartFragment--><p class=MsoNormal>一、提高认识</p>"
    "<p class=MsoNormal>各地要<b>高度重视</b>。</p><!--EndFragment--></body></html>"
)
INSIDE = "<p class=MsoNormal><!--StartFragment--><span>高度<b>重视</b></span><!--EndFragment--></p>"


def clip(html: str = "", text: str = "") -> QMimeData:
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    return data


def paste(hands: Hands, html: str = "", text: str = "") -> None:
    QGuiApplication.clipboard().setMimeData(clip(html, text))
    hands.key(Qt.Key.Key_V, ctrl=True)


def roles(hands: Hands) -> list[tuple[str, str]]:
    return [(block.role.value, block.text) for block in hands.article.paragraphs()]


def test_paragraphs_of_word_stand_between_the_halves_of_the_one_they_come_into(hands: Hands) -> None:
    text = paragraph("前后")
    before = hands.open(make(text))
    hands.at(text.id, 1)
    paste(hands, WORD, "一、提高认识\n各地要高度重视。")
    assert roles(hands) == [
        ("body", "前"), ("heading1", "一、提高认识"), ("body", "各地要高度重视。"), ("body", "后"),
    ]  # fmt: skip
    assert hands.article.blocks[2].spans[1] == Span("高度重视", frozenset({Mark.BOLD}))
    hands.type("x")
    assert roles(hands)[2] == ("body", "各地要高度重视。x")
    hands.editor.undo_action().trigger()
    hands.editor.undo_action().trigger()
    assert hands.article == before


def test_words_out_of_a_paragraph_go_into_the_one_at_the_cursor(hands: Hands) -> None:
    heading = paragraph("一、要", Role.HEADING1)
    hands.open(make(heading))
    hands.at(heading.id, 3)
    paste(hands, INSIDE)
    (block,) = hands.article.blocks
    assert isinstance(block, Paragraph)
    assert (block.id, block.role) == (heading.id, Role.HEADING1)
    assert block.spans == (Span("一、要高度"), Span("重视", frozenset({Mark.BOLD})))


def test_a_paste_takes_the_place_of_what_is_selected(hands: Hands) -> None:
    first, last = paragraph("甲乙"), paragraph("丙丁")
    hands.open(make(first, last))
    hands.select((first.id, 1), (last.id, 1))
    paste(hands, INSIDE)
    assert hands.texts == ["甲高度重视丁"]


def test_in_a_field_it_is_text(hands: Hands) -> None:
    hands.open(make(paragraph("正文")))
    hands.at("headline", 2)
    paste(hands, INSIDE)
    assert hands.article.headline == ("标题高度重视",)


def test_cells_of_excel_are_a_table_and_the_offered_text_too(hands: Hands) -> None:
    text = paragraph("前")
    for html in ("<table><tr><td>甲<td>乙</tr><tr><td colspan=2>丙</tr></table>", ""):
        hands.open(make(text))
        hands.at(text.id, 1)
        paste(hands, html, "甲\t乙\n丙\t\n")
        _, table = hands.article.blocks
        assert isinstance(table, Table)
        check(table)
        assert [cell.text for cell in table.rows[0]] == ["甲", "乙"]


def test_only_the_text_is_pasted_by_the_menu_s_act(hands: Hands) -> None:
    empty = paragraph("")
    hands.open(make(empty))
    hands.at(empty.id)
    QGuiApplication.clipboard().setMimeData(clip(WORD, "一、提高认识\n各地要高度重视。"))
    hands.editor.pasting.paste_text()
    assert roles(hands) == [("body", "一、提高认识"), ("body", "各地要高度重视。")]
    assert all(len(block.spans) == 1 for block in hands.article.paragraphs())


def test_what_was_left_out_is_told_and_nothing_else(hands: Hands) -> None:
    told: list[Losses] = []
    hands.editor.pasting.told.connect(lambda _offer, losses: told.append(losses))
    hands.open(make(paragraph("前")))
    paste(hands, WORD)
    assert told == []
    paste(hands, "<p>甲<del>乙</del><script>x</script></p>")
    assert told == [Losses(deletions=1)]


def test_hostile_html_gives_its_text(hands: Hands) -> None:
    text = paragraph("前")
    hands.open(make(text))
    hands.at(text.id, 1)
    offers: list[Offer] = []
    hands.editor.pasting.offered.connect(offers.append)
    paste(hands, "<div>" * 2000 + "文字", "文字")
    assert (hands.texts, offers) == (["前文字"], [])
    paste(hands, "<div>" * 50_000 + "文字", "文字")
    assert len(offers) == 1  # more than the window waits for: its owner reads it elsewhere


def test_a_picture_in_the_page_is_offered_with_the_place_where_it_was_pasted(hands: Hands) -> None:
    text = paragraph("前后")
    hands.open(make(text))
    hands.at(text.id, 1)
    offers: list[Offer] = []
    hands.editor.pasting.offered.connect(offers.append)
    paste(hands, "甲<img src='data:image/png;base64,AAAA'>", "甲")
    assert hands.texts == ["前后"]
    hands.at(text.id, 0).type("x")
    hands.editor.pasting.put_text(offers[0])
    assert hands.texts == ["x前甲后"]


def test_what_was_read_for_an_article_that_was_left_is_not_put_into_another(hands: Hands) -> None:
    text = paragraph("前")
    hands.open(make(text))
    hands.at(text.id, 1)
    offers: list[Offer] = []
    hands.editor.pasting.offered.connect(offers.append)
    paste(hands, "甲<img src='data:image/png;base64,AAAA'>", "甲")
    other = hands.open(make(paragraph("别的")))
    hands.editor.pasting.put_text(offers[0])
    assert hands.article == other


@pytest.mark.parametrize("html", [WORD, ""])
def test_what_is_dropped_from_another_program_goes_where_it_falls(hands: Hands, html: str) -> None:
    first, last = paragraph("甲"), paragraph("乙")
    hands.open(make(first, last))
    hands.at(last.id, 1)
    place = QPointF(hands.sheet.cursorRect().center())
    hands.at(first.id)
    data = clip(html, "一、提高认识\n各地要高度重视。")
    event = QDropEvent(
        place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    hands.sheet.dropEvent(event)
    if html:
        assert roles(hands) == [
            ("body", "甲"), ("body", "乙"), ("heading1", "一、提高认识"), ("body", "各地要高度重视。"),
        ]  # fmt: skip
    else:
        assert hands.texts == ["甲", "乙一、提高认识", "各地要高度重视。"]


def test_a_link_copied_in_a_browser_is_its_text(hands: Hands) -> None:
    text = paragraph("见")
    hands.open(make(text))
    hands.at(text.id, 1)
    data = clip("", "http://192.0.2.1/x")
    data.setUrls([QUrl("http://192.0.2.1/x")])
    assert hands.sheet.canInsertFromMimeData(data)
    hands.sheet.insertFromMimeData(data)
    assert hands.texts == ["见http://192.0.2.1/x"]


def test_a_read_only_sheet_takes_nothing(hands: Hands) -> None:
    before = hands.open(make(paragraph("前")))
    hands.sheet.setReadOnly(True)
    hands.sheet.insertFromMimeData(clip(WORD, "x"))
    assert not hands.sheet.canInsertFromMimeData(clip(WORD))
    assert hands.article == before
