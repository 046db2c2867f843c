"""What the owner of the editor sees: signals, set_article, go_to."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.model import Article, Role
from bulletin_desktop.gui import theme
from bulletin_desktop.gui.editor.article_editor import ArticleEditor
from bulletin_desktop.gui.editor.conversion import blocks
from bulletin_desktop.typeset.template import Template

from .conftest import Hands, make, paragraph


def listen(hands: Hands) -> list[Article]:
    told: list[Article] = []
    hands.editor.edited.connect(told.append)
    return told


def test_edits_of_one_turn_are_told_once(hands: Hands, qtbot: QtBot) -> None:
    article = hands.open(make(paragraph("甲")))
    told = listen(hands)
    hands.at(article.blocks[0].id, 1).type("abc")
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert [a.blocks[0].text for a in told] == ["甲abc"]


def test_set_article_tells_nothing(hands: Hands) -> None:
    told = listen(hands)
    hands.open(make(paragraph("甲")))
    hands.open(make(paragraph("乙")))
    hands.editor.flush()
    QApplication.processEvents()
    assert told == []


def test_what_was_typed_is_handed_over_before_another_article_comes(hands: Hands) -> None:
    first = hands.open(make(paragraph("甲")))
    told = listen(hands)
    hands.at(first.blocks[0].id).type("x")
    hands.open(make(paragraph("乙")))
    assert [(a.id, a.blocks[0].text) for a in told] == [(first.id, "x甲")]


def test_the_edit_is_told_before_the_cursor(hands: Hands, qtbot: QtBot) -> None:
    article = hands.open(make(paragraph("甲")))
    hands.at(article.blocks[0].id, 1).editor.flush()
    order: list[object] = []
    hands.editor.edited.connect(lambda _article: order.append("edited"))
    hands.editor.cursor_moved.connect(lambda *place: order.append(place))
    hands.type("x")
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["edited", (article.id, article.blocks[0].id, 2)]


def test_offsets_count_characters_not_utf16_units(hands: Hands) -> None:
    article = hands.open(make(paragraph("𠮷野家")))
    assert hands.at(article.blocks[0].id, 2).place == (article.blocks[0].id, 2)
    hands.type("x")
    assert hands.texts == ["𠮷野x家"]


def test_places_in_the_headline_run_through_its_lines(hands: Hands) -> None:
    hands.open(make(headline=("上半", "下半")))
    assert hands.at("headline", 4).place == ("headline", 4)
    hands.type("x")
    assert hands.article.headline == ("上半", "下x半")


def test_the_same_content_again_keeps_cursor_and_undo(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲乙")))
    hands.at(article.blocks[0].id, 1).type("x")
    hands.editor.flush()
    hands.open(hands.article)
    assert hands.editor.undo_action().isEnabled()
    assert hands.place == (article.blocks[0].id, 2)


def test_other_content_for_the_same_article_keeps_the_cursor_near(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲乙丙"), paragraph("丁")))
    hands.at(article.blocks[0].id, 3)
    hands.open(dataclasses.replace(article, blocks=(paragraph("新"), *article.blocks)))
    assert hands.texts == ["新", "甲乙丙", "丁"]
    assert hands.place == (article.blocks[0].id, 3)


def test_taking_an_edit_back_from_outside_shows_the_old_text(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲")))
    hands.at(article.blocks[0].id).type("x")
    hands.editor.flush()
    hands.open(article)
    assert hands.article == article


def test_without_an_article_there_is_nothing_to_edit(hands: Hands) -> None:
    hands.open(make(paragraph("甲")))
    hands.editor.set_article(None, None)
    assert hands.editor.article() is None
    assert not hands.sheet.isVisible()
    assert hands.editor.characters() == 0


def test_a_new_article_waits_for_its_headline_and_an_old_one_shows_its_text(hands: Hands) -> None:
    hands.open(make(headline=()))
    assert hands.place == ("headline", 0)
    article = hands.open(make(paragraph("甲")))
    assert hands.place == (article.blocks[0].id, 0)


def test_characters_are_counted_as_word_does(hands: Hands) -> None:
    hands.open(make(paragraph("共2020年，abc"), headline=("标题",)))
    assert hands.editor.characters() == 2 + 5


def test_going_to_a_place_out_of_sight_shows_it_and_takes_the_focus(hands: Hands, qtbot: QtBot) -> None:
    article = hands.open(make(*(paragraph("长" * 60) for _ in range(40))))
    hands.editor.go_to(article.blocks[30].id, 5)
    assert hands.editor.focusProxy() is hands.sheet
    caret = hands.sheet.cursorRect()
    height = hands.sheet.viewport().height()
    assert height / 4 < caret.center().y() < height * 3 / 4
    assert hands.place == (article.blocks[30].id, 5)


def test_going_to_a_block_that_is_gone_changes_nothing(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲")))
    hands.at("01ARZ3NDEKTSV4RRFFQ69G5FAV", 3)
    assert hands.place == (article.blocks[0].id, 0)


def test_the_text_is_at_most_46_characters_wide_and_in_the_middle(hands: Hands) -> None:
    hands.open(make(paragraph("长" * 100)))
    hands.editor.resize(1400, 600)
    QApplication.processEvents()
    sheet = hands.sheet
    assert sheet.document().textWidth() == 46 * sheet.em()
    left = sheet.viewport().x()
    right = sheet.width() - left - 46 * sheet.em()
    assert abs(left - right) <= sheet.verticalScrollBar().sizeHint().width() + 1


def test_no_line_is_wider_than_what_is_seen(hands: Hands) -> None:
    for count in (1, 9):  # without and with a scroll bar
        hands.open(make(*(paragraph("长" * 200) for _ in range(count))))
        for width in (700, 480, 900):
            hands.editor.resize(width, 500)
            QApplication.processEvents()
            assert hands.sheet.document().textWidth() <= hands.sheet.viewport().width()


def test_a_click_on_a_tag_opens_the_roles_and_a_choice_sets_one(hands: Hands, qtbot: QtBot) -> None:
    hands.open(make(paragraph("甲"), paragraph("乙")))
    gutter = hands.sheet.gutter
    block = blocks(hands.sheet.document())[4]
    QTest.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=gutter.tag_center(block))
    [menu] = hands.sheet.findChildren(QMenu)
    roles = list(Role)
    assert len(menu.actions()) == len(roles)
    assert [action.isChecked() for action in menu.actions()].index(True) == roles.index(Role.BODY)
    assert menu.actions()[roles.index(Role.HEADING1)].text().endswith("\tCtrl+1")
    menu.actions()[roles.index(Role.QUOTE)].trigger()
    menu.close()
    assert [p.role for p in hands.article.paragraphs()] == [Role.BODY, Role.QUOTE]


@pytest.mark.parametrize("name", ["kicker", "headline", "subtitle", "credit"])
def test_a_click_beside_a_field_opens_nothing(hands: Hands, name: str) -> None:
    hands.open(make(headline=()))
    hands.at(name)
    gutter = hands.sheet.gutter
    QTest.mouseClick(
        gutter, Qt.MouseButton.LeftButton, pos=gutter.tag_center(hands.sheet.textCursor().block())
    )
    assert hands.sheet.findChildren(QMenu) == []


def test_a_change_of_theme_changes_the_picture_but_neither_text_nor_history(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲")))
    light = hands.editor.grab().toImage().pixelColor(5, 5)
    hands.editor.setPalette(theme.make_palette(dark=True))
    dark = hands.editor.grab().toImage().pixelColor(5, 5)
    assert light.lightness() > 200
    assert dark == theme.tokens(hands.editor.palette()).base
    assert dark == hands.sheet.palette().color(QPalette.ColorRole.Base)
    assert hands.article == article
    assert not hands.editor.undo_action().isEnabled()


def test_a_placeholder_is_seen_until_something_is_typed(hands: Hands) -> None:
    hands.open(make(headline=()))

    def ink() -> int:
        hands.sheet.clearFocus()
        image = hands.sheet.viewport().grab().toImage()
        area = hands.sheet.cursorRect().adjusted(-60, 0, 60, 0)
        return sum(
            image.pixelColor(x, y).lightness() < 200
            for x in range(area.left(), area.right())
            for y in range(area.top(), area.bottom())
        )

    hands.at("kicker")
    quiet = ink()
    hands.type(" ")
    assert quiet > 20
    assert ink() < quiet / 2


def test_the_editor_leaves_no_widget_behind(qtbot: QtBot, jianbao: Template) -> None:
    before = set(QApplication.allWidgets())
    editor = ArticleEditor()
    editor.set_article(make(paragraph("甲")), jianbao)
    editor.show()
    editor.deleteLater()
    del editor
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert set(QApplication.allWidgets()) <= before


def test_nothing_outside_the_articles_own_fields_is_clickable_text(hands: Hands) -> None:
    hands.open(make(paragraph("甲")))
    QTest.mouseClick(hands.sheet.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert hands.place == ("kicker", 0)


def test_another_font_size_of_the_system_rescales_the_text_and_keeps_it(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲乙")))
    hands.at(article.blocks[0].id, 1).type("x")
    before = hands.sheet.em()
    font = hands.editor.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    hands.editor.setFont(font)
    assert hands.sheet.em() > before
    assert hands.sheet.textCursor().block().charFormat().font().pixelSize() == hands.sheet.em()
    assert hands.texts == ["甲x乙"]
    assert hands.place == (article.blocks[0].id, 2)


def test_a_key_pressed_while_the_owner_reads_anew_stays(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲")))
    told = listen(hands)
    hands.at(article.blocks[0].id, 1).type("a").editor.flush()
    hands.type("b").open(told[-1])  # the owner has not heard of the b yet
    assert hands.editor.article().blocks[0].text == "甲ab"
    assert told[-1].blocks[0].text == "甲ab"


def test_a_selection_is_told_by_blocks(hands: Hands) -> None:
    article = hands.open(make(paragraph("第一段文字"), paragraph("第二段文字")))
    first, second = (block.id for block in article.blocks)
    told: list[tuple[str, object]] = []
    hands.editor.selection_changed.connect(lambda *what: told.append(what))
    hands.at(first, 2)
    hands.editor.select((first, 2), (second, 3))
    hands.editor.flush()
    assert told == [(article.id, ((first, 2, 5), (second, 0, 3)))]
    hands.key(Qt.Key.Key_Left)
    hands.editor.flush()
    assert told[-1] == (article.id, ())


def test_the_lines_of_a_headline_are_one_piece_of_a_selection(hands: Hands) -> None:
    hands.open(make(paragraph("正文"), headline=("上面一行", "下面一行")))
    told: list[object] = []
    hands.editor.selection_changed.connect(lambda _article, pieces: told.append(pieces))
    hands.editor.select(("headline", 1), ("headline", 8))
    hands.editor.flush()
    assert told == [(("headline", 1, 8),)]


def test_a_selection_towards_a_block_that_is_gone_changes_nothing(hands: Hands) -> None:
    article = hands.open(make(paragraph("正文")))
    hands.editor.select((article.blocks[0].id, 0), ("gone", 1))
    assert not hands.sheet.textCursor().hasSelection()
