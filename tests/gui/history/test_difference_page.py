"""What the page says of every kind of change, and how it stays still while it is read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.diff import compare
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import (
    Article,
    Block,
    Cell,
    Mark,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Span,
    Table,
)
from bulletin_desktop.gui.history.page import DifferencePage


def paragraph(text: str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(new_id(), role, (Span(text),))


def article(*blocks: Block, **fields: object) -> Article:
    return Article("a" * 26, blocks=blocks, **fields)


@pytest.fixture
def page(qtbot: QtBot) -> DifferencePage:
    page = DifferencePage()
    qtbot.addWidget(page)
    page.resize(400, 200)
    page.show()
    qtbot.waitExposed(page)
    return page


def lines(page: DifferencePage, before: Article, after: Article) -> list[str]:
    page.show_difference(compare(before, after), refusing=True)
    return [line for line in page.toPlainText().split("\n") if line]


ONE, TWO, THREE = (paragraph(text) for text in ("第一段的话", "第二段讲的事", "第三段最后说"))


@pytest.mark.parametrize(
    ("before", "after", "head"),
    [
        (article(ONE), article(replace(ONE, role=Role.HEADING1)), "Body text → Heading 1"),
        (
            article(ONE),
            article(replace(ONE, spans=(Span("第一段的话", frozenset({Mark.BOLD})),))),
            "Format changed",
        ),
        (article(ONE), article(ONE, TWO), "New"),
        (article(ONE, TWO), article(ONE), "Deleted"),
        (article(ONE, TWO, THREE), article(THREE, ONE, TWO), "Moved here"),
        (article(ONE), article(replace(ONE, spans=(Span("第一段新的话"),))), "Changed"),
        (article(headline=("甲",)), article(headline=("乙",)), "Headline"),
        (article(PageBreak("b" * 26)), article(), "Deleted"),
    ],
)
def test_every_change_has_its_word(page: DifferencePage, before: Article, after: Article, head: str) -> None:
    heads = [line.split("　")[0] for line in lines(page, before, after)]
    assert head in heads
    assert page.changes == 1


def test_pictures_say_what_became_of_them(page: DifferencePage) -> None:
    picture = Picture(new_id(), "0" * 64, 100, 100, "现场")
    assert lines(page, article(picture), article(replace(picture, sha256="1" * 64)))[0].startswith(
        "Another picture"
    )
    assert lines(page, article(picture), article(replace(picture, width=50)))[0].startswith("Another size")
    assert "[Picture] 现会场" in lines(page, article(picture), article(replace(picture, caption="会场")))


def test_a_table_shows_its_cells(page: DifferencePage) -> None:
    row = (Cell((Span("工业"),)), Cell((Span("7.1%"),)))
    table = Table(new_id(), (500, 500), (row,))
    after = replace(table, rows=((row[0], Cell((Span("7.4%"),))), (Cell(), Cell((Span("新"),)))))
    assert {"工业", "7.1%7.4%", "新"} <= set(lines(page, article(table, ONE), article(after, ONE, TWO)))
    assert page.changes == 2


def test_lines_of_a_headline_stay_one_line_here(page: DifferencePage) -> None:
    assert "上行 ⏎ 下一行" in lines(
        page, article(headline=("上行", "下行")), article(headline=("上行", "下一行"))
    )


def test_nothing_says_that_it_is_nothing(page: DifferencePage) -> None:
    assert lines(page, article(ONE), article(ONE)) == ["Nothing differs."]


def test_the_middle_of_a_long_unchanged_stretch_is_left_out(page: DifferencePage) -> None:
    long = paragraph("长" * 2000 + "旧")
    (_, shown) = lines(page, article(long), article(replace(long, spans=(Span("长" * 2000 + "新"),))))
    assert "… 1,880 characters unchanged …" in shown
    assert len(shown) < 200


def test_unchanged_paragraphs_unfold_and_stay_unfolded_while_someone_types(page: DifferencePage) -> None:
    before = article(ONE, TWO, THREE)
    shown = lines(page, before, article(ONE, TWO, replace(THREE, spans=(Span("第三段改了"),))))
    assert shown[0] == "… unchanged paragraphs: 2"
    page.anchorClicked.emit(QUrl("unfold:0"))
    assert page.toPlainText().startswith("第一段的话")
    shown = lines(page, before, article(ONE, TWO, replace(THREE, spans=(Span("第三段又改了"),))))
    assert shown[0] == "第一段的话"


def test_the_same_difference_again_leaves_the_page_alone(page: DifferencePage, qtbot: QtBot) -> None:
    before, after = article(ONE, TWO), article(ONE)
    lines(page, before, after)
    with qtbot.assertNotEmitted(page.document().contentsChanged):
        page.show_difference(compare(before, after), refusing=True)


def test_the_place_is_kept_when_the_difference_is_renewed(page: DifferencePage) -> None:
    old = [paragraph(f"旧的第{number}段话") for number in range(60)]
    before, after = article(*old), article(paragraph("全文另写过了"))
    lines(page, before, after)
    page.verticalScrollBar().setValue(500)
    lines(page, before, article(paragraph("全文另写过了的")))
    assert page.verticalScrollBar().value() == 500


def test_what_came_offers_to_go_only_beside_the_present_text(page: DifferencePage) -> None:
    difference = compare(article(ONE), article(ONE, TWO))
    page.show_difference(difference, refusing=True)
    assert "Take this paragraph out" in page.toPlainText()
    page.show_difference(difference, refusing=False)
    assert "Take this paragraph out" not in page.toPlainText()


def test_the_menu_offers_what_the_links_do(page: DifferencePage, qtbot: QtBot) -> None:
    lines(page, article(ONE, TWO), article(ONE))
    page.step(1)
    menu = page.createStandardContextMenu()
    page._offer(menu, page.cursorRect().center())
    assert [action.text() for action in menu.actions()[:2]] == ["Restore this paragraph", "Copy the old text"]
    with qtbot.waitSignal(page.block_wanted) as wanted:
        menu.actions()[0].trigger()
    assert wanted.args == [TWO.id]
    menu.deleteLater()
