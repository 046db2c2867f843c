"""What the review page shows, and what the mouse does there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.review import digest
from bulletin_desktop.gui.review.card_painter import Spot
from bulletin_desktop.gui.review.model import LinesModel
from bulletin_desktop.gui.review.page import Target
from bulletin_desktop.intake.recognition import Change, Doubt, Label, ReadLine, Recognition

from .conftest import PROSE, Hands, first_file, line, second_file

SHIFT = Qt.KeyboardModifier.ShiftModifier


def card_point(hands: Hands, kind: Spot.Kind, number: int) -> QPoint:
    """Where a card shows something of a line."""
    viewport = hands.cards.viewport()
    for y in range(0, viewport.height(), 4):
        for x in (24, 60, 120, 200, 280, 360, *range(380, viewport.width(), 12)):
            found = hands.cards._spot(QPoint(x, y).toPointF())
            if found and found[1].kind is kind and number in found[1].numbers:
                return QPoint(x, y)
    raise AssertionError((kind, number))


def click_card(hands: Hands, kind: Spot.Kind, number: int) -> None:
    at = card_point(hands, kind, number)
    QTest.mouseClick(hands.cards.viewport(), Qt.MouseButton.LeftButton, pos=at)


def open_menu(hands: Hands) -> QMenu:
    menus = [each for each in hands.page.findChildren(QMenu) if each.isVisible()]
    assert len(menus) == 1
    return menus[0]


def choose(menu: QMenu, text: str) -> None:
    next(each for each in menu.actions() if each.text().split("\t")[0] == text).trigger()
    menu.close()


@pytest.fixture
def image(hands: Hands) -> Iterator[QImage]:
    QApplication.processEvents()
    return hands.lines.viewport().grab().toImage()


# --- the head


def test_the_head_counts_articles_cleaned_marks_and_doubts(hands: Hands) -> None:
    assert hands.page.title.text() == "2 articles recognised · 1 places cleaned · 1 to confirm"
    assert hands.page.subtitle.text() == "甲.txt   10 lines, 1 of them set aside"
    assert hands.page.accept.text() == "Take 2 into a new issue…"
    hands.page.set_issue("简报 第3期")
    assert hands.page.accept.text() == "Take 2 into 简报 第3期"


def test_a_file_is_called_by_its_name_its_folder_is_in_the_tool_tip(review: Callable[..., Hands]) -> None:
    hands = review(replace(first_file(), source="/home/office/来稿/甲.txt"))
    assert hands.page.subtitle.text().startswith("甲.txt ")
    assert hands.page.subtitle.toolTip() == "/home/office/来稿/甲.txt"


def test_the_head_follows_corrections(hands: Hands) -> None:
    hands.at(7).press(Qt.Key.Key_Return)
    assert hands.page.accept.text() == "Take 3 into a new issue…"


def test_several_files_are_counted_together(review: Callable[..., Hands]) -> None:
    hands = review(first_file(), second_file())
    assert hands.page.title.text().startswith("3 articles recognised")
    assert hands.page.subtitle.text().startswith("2 files   13 lines")


def test_nothing_can_be_accepted_where_nothing_was_recognised(review: Callable[..., Hands]) -> None:
    hands = review(Recognition("", (line(1, "", Label.BLANK),)))
    assert not hands.page.accept.isEnabled()


def test_the_buttons_accept_and_cancel(hands: Hands, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hands.page.accepted) as caught:
        QTest.mouseClick(hands.page.accept, Qt.MouseButton.LeftButton)
    assert caught.args == [(first_file(),), Target.ISSUE]
    with qtbot.waitSignal(hands.page.cancelled):
        QTest.mouseClick(hands.page.cancel, Qt.MouseButton.LeftButton)


# --- the original


def test_the_doubtful_place_comes_into_view_first(review: Callable[..., Hands]) -> None:
    many = [line(1, "标题", Label.HEADLINE, starts=True), *(line(n, PROSE * 3) for n in range(2, 200))]
    many[150] = replace(many[150], doubt=Doubt.ROLE)
    hands = review(Recognition("长.txt", tuple(many)))
    assert hands.selected == [150]
    rect = hands.lines.visualRect(hands.lines.currentIndex())
    assert hands.lines.viewport().rect().contains(rect)


def test_lines_stand_in_the_bands_of_their_articles(hands: Hands, image: QImage) -> None:
    bands = theme.tokens(hands.page.palette()).bands
    tops = [hands.lines.visualRect(hands.lines.model().index(row, 0)).top() for row in (1, 6)]
    assert [image.pixelColor(55, top + 10) for top in tops] == list(bands[:2])


def test_a_line_set_aside_stands_in_no_band_and_is_struck(hands: Hands, image: QImage) -> None:
    rect = hands.lines.visualRect(hands.lines.model().index(4, 0))
    base = theme.tokens(hands.page.palette()).base
    assert image.pixelColor(55, rect.center().y()) == base
    dark = [
        sum(image.pixelColor(x, y) != base for x in range(66, 150)) for y in range(rect.top(), rect.bottom())
    ]
    assert max(dark) >= 80  # one row of pixels is a line right through


def test_a_cleaned_mark_says_what_stood_there(hands: Hands) -> None:
    rows = hands.page._model.rows
    rect = hands.lines.visualRect(hands.lines.model().index(2, 0))
    tips = {hands.lines._painter.tip(rect, rows, 2, QPoint(x, rect.top() + 12)) for x in range(64, 240, 4)}
    assert tips == {"", "“,” became “，”: Half-width marks , : ; ? !"}


def test_every_row_has_its_real_height_once_it_was_seen(review: Callable[..., Hands]) -> None:
    lines = tuple(line(n, PROSE * (n % 5 + 1), starts=n == 1) for n in range(1, 60))
    hands = review(Recognition("", lines))
    hands.at(58)
    QApplication.processEvents()
    tops = [hands.lines.visualRect(hands.lines.model().index(row, 0)) for row in range(50, 59)]
    for above, below in pairwise(tops):
        assert above.bottom() + 1 == below.top()
    assert tops[-1].bottom() <= hands.lines.viewport().height()


def test_thousands_of_lines_are_laid_out_only_where_they_are_seen(review: Callable[..., Hands]) -> None:
    lines = tuple(line(n, PROSE * 3, starts=n % 20 == 1) for n in range(1, 5001))
    hands = review(Recognition("", lines))
    assert sum(hands.lines._exact) < 100
    hands.at(4999)
    assert hands.lines.viewport().rect().contains(hands.lines.visualRect(hands.lines.currentIndex()))


def test_narrow_panes_wrap_more(hands: Hands) -> None:
    before = hands.lines.visualRect(hands.lines.model().index(1, 0)).height()
    hands.page.resize(700, 720)
    QApplication.processEvents()
    assert hands.lines.visualRect(hands.lines.model().index(1, 0)).height() > before


# --- the mouse


def test_a_click_chooses_a_line_and_shift_extends(hands: Hands) -> None:
    hands.click(1)
    assert hands.selected == [1]
    hands.click(2, SHIFT)
    assert hands.selected == [1, 2]


def test_a_click_on_the_label_beside_a_line_offers_labels(hands: Hands) -> None:
    hands.click(1, x=hands.lines.viewport().width() - 40)
    menu = open_menu(hands)
    assert [each.text() for each in menu.actions() if each.isChecked()] == ["Body\tB"]
    choose(menu, "Note")
    assert hands.label(2) is Label.NOTE


def test_a_click_in_a_card_chooses_its_lines(hands: Hands) -> None:
    click_card(hands, Spot.Kind.ROW, 8)
    assert hands.selected == [6, 7, 8, 9]


def test_a_click_on_a_label_in_a_card_changes_it(hands: Hands) -> None:
    click_card(hands, Spot.Kind.LABEL, 6)
    choose(open_menu(hands), "Kicker")
    assert hands.label(6) is Label.KICKER


def test_the_menu_takes_back_what_was_set_aside(hands: Hands) -> None:
    click_card(hands, Spot.Kind.LABEL, 5)
    choose(open_menu(hands), "Take back")
    assert hands.label(5) is not Label.ASIDE


def test_leaving_a_doubtful_place_as_it_is_settles_it(hands: Hands) -> None:
    click_card(hands, Spot.Kind.SETTLE, 10)
    assert not hands.result()[9].doubt


@pytest.mark.parametrize(
    ("starts", "kind", "expected"), [(False, Spot.Kind.SPLIT, [1, 2]), (True, Spot.Kind.JOIN, [1])]
)
def test_a_doubtful_boundary_is_answered_either_way(
    review: Callable[..., Hands], starts: bool, kind: Spot.Kind, expected: list[int]
) -> None:
    lines = (
        line(1, "标题", Label.HEADLINE, starts=True),
        line(2, PROSE, starts=starts, doubt=Doubt.BOUNDARY),
    )
    hands = review(Recognition("", lines))
    click_card(hands, kind, 2)
    assert hands.starts == expected


def test_the_card_of_the_current_line_is_in_view(review: Callable[..., Hands]) -> None:
    lines = tuple(
        line(
            n,
            "标题" if n % 3 == 1 else PROSE,
            Label.HEADLINE if n % 3 == 1 else Label.BODY,
            starts=n % 3 == 1,
        )
        for n in range(1, 301)
    )
    hands = review(Recognition("", lines))
    hands.at(290)
    card_point(hands, Spot.Kind.ROW, 291)


# --- values


def test_the_model_keeps_qts_rules(review: Callable[..., Hands]) -> None:
    hands = review(first_file(), second_file())
    model: QAbstractItemModel = hands.lines.model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    hands.at(8).press(Qt.Key.Key_Return).press(Qt.Key.Key_X)
    hands.page.set_recognitions((second_file(),))
    assert tester.model() is model
    assert model.rowCount() == 3


def test_a_correction_keeps_selection_and_place(review: Callable[..., Hands]) -> None:
    lines = tuple(line(n, PROSE * 3, starts=n == 1) for n in range(1, 300))
    hands = review(Recognition("", lines))
    hands.at(200)
    place = hands.lines.visualRect(hands.lines.currentIndex()).top()
    hands.press(Qt.Key.Key_N)
    assert hands.selected == [200]
    assert abs(hands.lines.visualRect(hands.lines.currentIndex()).top() - place) <= 12


def test_a_screen_reader_hears_what_a_line_is(qapp: object) -> None:
    model = LinesModel()
    model.set_rows(digest.rows((first_file(),)))
    spoken = model.data(model.index(4, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "5 Web noise 扫一扫分享到朋友圈"


def test_every_line_is_in_a_card_unless_it_is_blank() -> None:
    cards = digest.cards(digest.rows((first_file(), second_file())))
    shown = [(card.file, each.number) for card in cards for entry in card.entries for each in entry.lines]
    wanted = [(0, n) for n in range(1, 11) if n != 4] + [(1, n) for n in range(1, 4)]
    assert sorted(shown) == wanted


@pytest.mark.parametrize(
    ("original", "changes", "expected"),
    [
        ("甲,乙", (Change(1, 2, "，", ""),), ((1, 1, ","),)),
        ("甲 乙,丙", (Change(1, 2, "", ""), Change(3, 4, "，", "")), ((0, 1, " "), (2, 1, ","))),
        (" 甲", (Change(0, 1, "", ""),), ((0, 1, " "),)),
        ("甲--乙", (Change(1, 3, "——", ""),), ((1, 2, "--"),)),
    ],
)
def test_marks_say_where_the_cleaned_text_differs(
    original: str, changes: tuple[Change, ...], expected: tuple[tuple[int, int, str], ...]
) -> None:
    text = original
    for change in reversed(changes):
        text = text[: change.start] + change.after + text[change.end :]
    found = digest.marks(ReadLine(1, original, text, changes))
    assert tuple((mark.start, mark.length, mark.before) for mark in found) == expected


def test_the_dark_bands_are_dark(hands: Hands) -> None:
    hands.page.setPalette(theme.make_palette(dark=True))
    QApplication.processEvents()
    shown = hands.lines.viewport().grab().toImage()
    top = hands.lines.visualRect(hands.lines.model().index(1, 0)).top()
    assert shown.pixelColor(55, top + 10) == QColor(theme.tokens(hands.page.palette()).bands[0])
