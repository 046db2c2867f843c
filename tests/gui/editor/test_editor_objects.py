"""Pictures, tables and page breaks in the editor: put in, moved about, changed, taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QInputMethodEvent,
    QTextCursor,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from bulletin_desktop.document import table as tables
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import (
    Article,
    Block,
    Mark,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Span,
    Table,
)
from bulletin_desktop.gui import theme
from bulletin_desktop.gui.editor import clipboard, decor
from bulletin_desktop.gui.editor.conversion import blocks
from bulletin_desktop.gui.editor.formats import id_of

from .conftest import Hands, make, paragraph

RED = QColor(200, 30, 30)


def picture(caption: str = "图1", width: int = 560, height: int = 280) -> Picture:
    return Picture(new_id(), "0" * 64, width, height, caption)


def table() -> Table:
    return tables.with_texts(tables.plain(new_id(), 2, 2, 1), 0, 0, [["甲", "乙"], ["一", "二"]])


def kinds(article: Article) -> list[str]:
    return [type(block).__name__ for block in article.blocks]


def spot(hands: Hands, block_id: str) -> QPoint:
    """The middle of a block on the sheet's viewport."""
    hands.sheet.document().documentLayout().documentSize()
    block = next(each for each in blocks(hands.sheet.document()) if id_of(each) == block_id)
    return decor.block_rect(hands.sheet, block).center().toPoint()


def test_a_page_break_divides_the_paragraph_it_is_put_into(hands: Hands) -> None:
    text = paragraph("前半后半")
    hands.open(make(text))
    hands.at(text.id, 2).key(Qt.Key.Key_Return, ctrl=True)
    assert kinds(hands.article) == ["Paragraph", "PageBreak", "Paragraph"]
    assert hands.texts == ["前半", "后半"]
    assert hands.ids[0] == text.id


@pytest.mark.parametrize(("offset", "order"), [(0, "后"), (2, "前")])
def test_at_a_paragraph_s_end_or_start_nothing_is_divided(hands: Hands, offset: int, order: str) -> None:
    text = paragraph("文字")
    hands.open(make(text))
    hands.at(text.id, offset)
    hands.editor.insert_object(table())
    expected = ["Table", "Paragraph"] if order == "后" else ["Paragraph", "Table"]
    assert kinds(hands.article) == expected
    assert hands.texts == ["文字"]


def test_an_empty_paragraph_becomes_the_object(hands: Hands) -> None:
    empty = paragraph("")
    hands.open(make(paragraph("一"), empty))
    hands.at(empty.id)
    value = picture()
    hands.editor.insert_object(value)
    assert hands.article.blocks[1:] == (value,)


def test_from_the_fields_it_goes_into_the_body(hands: Hands) -> None:
    for field, place in (("headline", 0), ("credit", -1)):
        hands.open(make(paragraph("一"), paragraph("二")))
        hands.at(field)
        hands.editor.insert_object(value := picture())
        assert hands.article.blocks[place] == value
        assert hands.article.headline == ("标题",)


def test_undo_takes_it_out_and_redo_puts_it_back(hands: Hands) -> None:
    text = paragraph("前后")
    before = hands.open(make(text))
    hands.at(text.id, 1)
    hands.editor.insert_object(value := picture())
    after = hands.article
    assert value in after.blocks
    hands.editor.undo_action().trigger()
    assert hands.article == before
    hands.editor.redo_action().trigger()
    assert hands.article == after


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_deleted_one_comes_back_whole(hands: Hands, key: Qt.Key) -> None:
    value = table()
    before = hands.open(make(paragraph("前"), value, paragraph("后")))
    hands.at(value.id).key(key)
    assert kinds(hands.article) == ["Paragraph", "Paragraph"]
    hands.editor.undo_action().trigger()
    assert hands.article == before


def test_a_change_is_one_step_and_undo_brings_the_old_value(hands: Hands) -> None:
    value = picture("旧题")
    before = hands.open(make(paragraph("前"), value))
    hands.editor.replace_object(changed := replace(value, caption="新题", width=1000, height=500))
    hands.editor.replace_object(replace(value, caption="更新"))
    hands.editor.undo_action().trigger()
    assert hands.article.blocks[1] == changed
    hands.editor.undo_action().trigger()
    assert hands.article == before
    hands.editor.redo_action().trigger()
    assert hands.article.blocks[1] == changed


def test_a_change_to_what_is_gone_is_nothing(hands: Hands) -> None:
    before = hands.open(make(paragraph("前")))
    hands.editor.replace_object(picture())
    assert hands.article == before


def test_a_table_cut_and_pasted_is_the_same_table_with_another_id(hands: Hands) -> None:
    first, value, last = paragraph("前文"), table(), paragraph("后文")
    hands.open(make(first, value, last))
    hands.select((first.id, 1), (last.id, 1))
    hands.key(Qt.Key.Key_X, ctrl=True)
    assert kinds(hands.article) == ["Paragraph"]
    hands.key(Qt.Key.Key_V, ctrl=True)
    article = hands.article
    assert kinds(article) == ["Paragraph", "Table", "Paragraph"]
    assert hands.texts == ["前文", "后文"]
    pasted = article.blocks[1]
    assert isinstance(pasted, Table)
    assert replace(pasted, id=value.id) == value
    assert pasted.id != value.id


@pytest.mark.parametrize("value", [picture(), table(), PageBreak(new_id())])
def test_what_the_cursor_stands_on_is_cut_and_pasted_elsewhere(hands: Hands, value: Block) -> None:
    first, last = paragraph("前文"), paragraph("后文")
    hands.open(make(first, value, last))
    hands.at(value.id).key(Qt.Key.Key_X, ctrl=True)
    assert kinds(hands.article) == ["Paragraph", "Paragraph"]
    hands.at(last.id, 2).key(Qt.Key.Key_V, ctrl=True)
    assert kinds(hands.article) == ["Paragraph", "Paragraph", type(value).__name__]
    assert replace(hands.article.blocks[2], id=value.id) == value


def test_a_copied_table_is_cells_to_other_programs(hands: Hands) -> None:
    value = table()
    hands.open(make(paragraph("前文"), value))
    hands.at(value.id).key(Qt.Key.Key_C, ctrl=True)
    assert QGuiApplication.clipboard().text() == "甲\t乙\n一\t二"
    assert kinds(hands.article) == ["Paragraph", "Table"]


def test_a_table_is_paper_below_text_with_emphasis_dots(hands: Hands) -> None:
    text, value = Paragraph(new_id(), Role.BODY, (Span("着重", frozenset({Mark.EMPHASIS})),)), table()
    hands.open(make(text, value))
    place = spot(hands, value.id)
    seen = hands.sheet.viewport().grab().toImage()
    assert seen.pixelColor(place + QPoint(20, 10)) == hands.sheet.palette().base().color()


def test_a_cell_s_marks_are_shown(hands: Hands) -> None:
    value = tables.with_texts(tables.plain(new_id(), 1, 1), 0, 0, [["字字字"]])
    shots = []
    for marks in (frozenset(), frozenset({Mark.UNDERLINE})):
        marked = tables.with_cell(
            value, 0, 0, lambda cell, marks=marks: replace(cell, spans=(Span("字字字", marks),))
        )
        hands.open(make(marked, paragraph("后")))
        spot(hands, marked.id)
        shots.append(hands.sheet.viewport().grab().toImage())
    assert shots[0] != shots[1]


def test_typing_on_an_object_begins_a_paragraph_after_it(hands: Hands) -> None:
    value = picture()
    hands.open(make(paragraph("前"), value))
    hands.at(value.id).type("new")
    assert hands.texts == ["前", "new"]
    assert hands.article.blocks[1] == value


@pytest.mark.parametrize("make_value", [picture, table])
def test_enter_and_double_click_open_it(hands: Hands, qtbot: object, make_value: object) -> None:
    value = make_value()
    before = hands.open(make(paragraph("前"), value, paragraph("后")))
    opened: list[object] = []
    hands.editor.object_opened.connect(opened.append)
    hands.at(value.id).key(Qt.Key.Key_Return)
    QTest.mouseDClick(hands.sheet.viewport(), Qt.MouseButton.LeftButton, pos=spot(hands, value.id))
    assert opened == [value, value]
    assert hands.article == before


def test_enter_on_a_page_break_begins_a_paragraph(hands: Hands) -> None:
    value = PageBreak(new_id())
    hands.open(make(paragraph("前"), value))
    hands.at(value.id).key(Qt.Key.Key_Return)
    assert kinds(hands.article) == ["Paragraph", "PageBreak", "Paragraph"]


def grabbed(hands: Hands, block_id: str) -> QColor:
    place = spot(hands, block_id)
    shot = hands.sheet.viewport().grab().toImage()
    return shot.pixelColor(place * shot.devicePixelRatio())


def test_the_picture_itself_is_shown_and_a_missing_one_is_a_quiet_box(hands: Hands) -> None:
    value = picture("", 560, 280)
    hands.open(make(paragraph("前"), value, paragraph("后")))
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(RED)
    hands.editor.set_pictures(lambda sha256, _pixels: image if sha256 == value.sha256 else None)
    assert grabbed(hands, value.id) == RED
    hands.editor.set_pictures(lambda _sha256, _pixels: None)
    ground = theme.tokens(hands.sheet.palette())
    box = hands.sheet.viewport().grab().toImage()
    place = spot(hands, value.id) + QPoint(-60, -20)
    assert box.pixelColor(place) == ground.window


def test_what_follows_stands_below_it(hands: Hands) -> None:
    value, after = picture("题", 1500, 1500), paragraph("后")
    hands.open(make(paragraph("前"), value, after))
    found = {id_of(block): decor.block_rect(hands.sheet, block) for block in blocks(hands.sheet.document())}
    assert found[value.id].height() > 10 * hands.sheet.em()
    assert found[after.id].top() >= found[value.id].bottom()


def test_picture_files_dropped_are_offered_where_they_fall(hands: Hands, tmp_path: Path) -> None:
    first, last = paragraph("前"), paragraph("后")
    before = hands.open(make(first, last))
    offered: list[object] = []
    hands.editor.pictures_offered.connect(offered.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "渠首.JPG"))])
    place = QPointF(spot(hands, last.id))
    hands.at(first.id)
    event = QDropEvent(
        place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    hands.sheet.dropEvent(event)
    assert offered == [[tmp_path / "渠首.JPG"]]
    assert hands.place[0] == last.id
    assert hands.article == before


def test_other_files_are_left_to_the_window(hands: Hands, tmp_path: Path) -> None:
    hands.open(make(paragraph("前")))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "来稿.txt"))])
    assert not hands.sheet.canInsertFromMimeData(data)


def test_a_pasted_picture_is_offered_as_png(hands: Hands) -> None:
    hands.open(make(paragraph("前")))
    offered: list[list[bytes]] = []
    hands.editor.pictures_offered.connect(offered.append)
    image = QImage(4, 3, QImage.Format.Format_RGB32)
    image.fill(RED)
    QGuiApplication.clipboard().setImage(image)
    hands.at(hands.ids[0]).key(Qt.Key.Key_V, ctrl=True)
    ((content,),) = offered
    assert QImage.fromData(content, "PNG").size() == image.size()


def test_pasted_blocks_of_a_foreign_kind_are_taken_as_their_text(hands: Hands) -> None:
    text = paragraph("")
    hands.open(make(text))
    data = QMimeData()
    data.setText("文字")
    data.setData("application/x-bulletin-desktop-blocks", b'{"version": 99}')
    hands.at(text.id)
    hands.sheet.insertFromMimeData(data)
    assert hands.texts == ["文字"]


def test_an_article_with_objects_reads_back_as_it_was(hands: Hands) -> None:
    article = make(picture(), table(), PageBreak(new_id()), paragraph("文"), picture(""))
    assert isinstance(article.blocks[3], Paragraph)
    hands.open(article)
    assert hands.article == article


def test_a_picture_dragged_elsewhere_goes_there_whole(hands: Hands) -> None:
    first, value, last = paragraph("前文"), picture(), paragraph("后文")
    hands.open(make(first, value, last))
    hands.select((value.id, 0), (last.id, 1))
    data = hands.sheet.createMimeDataFromSelection()
    target = QTextCursor(hands.sheet.document())
    target.setPosition(next(b.position() for b in blocks(hands.sheet.document()) if id_of(b) == first.id))
    hands.sheet.pasting.move(clipboard.fragment_in(data), target, moved=True)
    article = hands.article
    assert [block.caption for block in article.blocks if isinstance(block, Picture)] == ["图1"]
    assert hands.texts[-1] == "文"
    assert isinstance(article.blocks[0], Picture)


def menu_of(hands: Hands, block_id: str) -> dict[str, QAction]:
    place = spot(hands, block_id)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, hands.sheet.viewport().mapToGlobal(place)
    )
    hands.sheet.contextMenuEvent(event)
    menu = hands.sheet.findChild(QMenu)
    menu.close()
    return {action.text(): action for action in menu.actions()}


def test_the_menu_of_a_picture_opens_it(hands: Hands) -> None:
    value = picture()
    hands.open(make(paragraph("前"), value))
    opened: list[object] = []
    hands.editor.object_opened.connect(opened.append)
    menu_of(hands, value.id)["Change…"].trigger()
    assert opened == [value]


def test_the_menu_of_a_picture_copies_and_deletes_it(hands: Hands) -> None:
    value = picture()
    hands.open(make(paragraph("前"), value))
    entries = menu_of(hands, value.id)
    assert entries["Cut"].isEnabled()
    entries["Copy"].trigger()
    entries["Delete"].trigger()
    assert kinds(hands.article) == ["Paragraph"]
    hands.sheet.paste()
    assert kinds(hands.article) == ["Paragraph", "Picture"]


@pytest.mark.parametrize("text", ["", "abcdef"])
def test_what_is_being_composed_stays_as_text_where_an_object_comes(hands: Hands, text: str) -> None:
    first = paragraph(text)
    hands.open(make(first))
    hands.at(first.id, len(text) // 2)
    QApplication.sendEvent(hands.sheet, QInputMethodEvent("zhong", []))
    hands.editor.insert_object(PageBreak(new_id()))
    QApplication.sendEvent(hands.sheet, QInputMethodEvent("guo", []))
    done = QInputMethodEvent()
    done.setCommitString("国")
    QApplication.sendEvent(hands.sheet, done)
    half = len(text) // 2
    assert hands.texts == [f"{text[:half]}zhong", *(["国", text[half:]] if text else ["国"])]
    assert [type(block) for block in hands.article.blocks[:2]] == [Paragraph, PageBreak]
    assert not any(block.layout().preeditAreaText() for block in blocks(hands.sheet.document()))
