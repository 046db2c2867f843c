"""Files under review: what they hold beside their text, how articles are left out, where they go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.model import Cell, Span, Table
from bulletin_desktop.gui.review.card_painter import Spot
from bulletin_desktop.gui.review.digest import RowKind
from bulletin_desktop.gui.review.page import Target
from bulletin_desktop.intake import choosing
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.recognition import Facts, Fate, Label, Recognition, Sender
from bulletin_desktop.intake.source import Comment, Told
from bulletin_desktop.services.duplicates import How, Likeness, Place

from .conftest import PROSE, Hands, first_file, line, second_file
from .test_review_page import card_point, click_card

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def word_file() -> Recognition:
    """One article with a table and a picture, and things to be told of its file."""
    cells = tuple(tuple(Cell((Span(f"{row}{column}"),)) for column in "甲乙") for row in range(6))
    table, picture = Table("T", (500, 500), cells, 1), FoundPicture(None, 900, 600, "现场")
    return Recognition(
        "丙.docx",
        (
            line(1, "青石乡建立工作台账", Label.HEADLINE, starts=True),
            line(2, PROSE),
            line(3, "\t".join(cell.text for row in cells for cell in row), Label.TABLE, content=table),
            line(4, "现场", Label.PICTURE, content=picture),
        ),
        origin="a" * 64,
        facts=Facts(publication="云溪简报", number=3, contributor="青石乡"),
        told=((Told.INSERTIONS, 12), (Told.COMMENTS, 1)),
        comments=(Comment("请核实", "沈若兰", "", "台账"),),
    )


def kinds(hands: Hands) -> list[RowKind]:
    return [row.kind for row in hands.page._model.rows if row.kind is not RowKind.LINE]


def click_row(hands: Hands, kind: RowKind, x: int | None = None) -> None:
    rows = hands.page._model.rows
    row = next(nth for nth, each in enumerate(rows) if each.kind is kind)
    rect = hands.lines.visualRect(hands.lines.model().index(row, 0))
    at = QPoint(rect.right() - 40 if x is None else x, rect.center().y())
    QTest.mouseClick(hands.lines.viewport(), Qt.MouseButton.LeftButton, pos=at)


def compose(field: QLineEdit, text: str) -> None:
    """Write Chinese as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


# --- beside the text


def test_what_the_reader_told_unfolds_below_the_files_name(review: Callable[..., Hands]) -> None:
    hands = review(word_file())
    assert kinds(hands) == [RowKind.FILE, RowKind.TOLD]
    click_row(hands, RowKind.TOLD, 60)
    said = [row.text for row in hands.page._model.rows if row.kind is RowKind.DETAIL]
    assert said == ["12 tracked insertions kept", "1 comments", "沈若兰 commented “台账”: 请核实"]
    hands.at(4).press(Qt.Key.Key_I)
    assert kinds(hands) == [RowKind.FILE, RowKind.TOLD]


def test_the_original_is_asked_for_by_the_link_and_by_the_key(
    review: Callable[..., Hands], qtbot: QtBot
) -> None:
    hands = review(word_file())
    with qtbot.waitSignal(hands.page.original_wanted) as caught:
        click_row(hands, RowKind.FILE)
    assert caught.args == ["a" * 64]
    with qtbot.waitSignal(hands.page.original_wanted):
        hands.at(3).press(Qt.Key.Key_O)


def test_tables_and_pictures_are_seen_among_the_lines(review: Callable[..., Hands]) -> None:
    hands = review(word_file())
    heights = [hands.lines.visualRect(hands.lines.model().index(row, 0)).height() for row in (3, 4, 5)]
    assert min(heights[1:]) > 2 * heights[0]
    spoken = hands.lines.model().index(4, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("3 Table 6 rows, 2 columns")


def test_files_that_failed_are_listed_and_a_chip_goes_there(review: Callable[..., Hands]) -> None:
    many = Recognition("长.txt", tuple(line(n, PROSE * 3, starts=n == 1) for n in range(1, 80)))
    hands = review(many)
    hands.page.set_failures([("丁.docx", "It is encrypted.")])
    failure = hands.page._model.rows[-1]
    assert (failure.kind, failure.source, failure.text) == (RowKind.FAILURE, "丁.docx", "It is encrypted.")
    button = hands.page.chips.buttons[0]
    assert button.text() == "1 files could not be read"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    rect = hands.lines.visualRect(hands.lines.model().index(len(hands.page._model.rows) - 1, 0))
    assert hands.lines.viewport().rect().intersects(rect)


def test_keys_go_from_file_to_file(review: Callable[..., Hands]) -> None:
    hands = review(first_file(), second_file())
    hands.at(1).press(Qt.Key.Key_PageDown, CONTROL)
    assert hands.selected == [12]
    hands.press(Qt.Key.Key_PageUp, CONTROL)
    assert hands.selected == [1]


# --- whole articles


def test_delete_leaves_an_article_out_and_takes_it_after_all(hands: Hands) -> None:
    hands.at(7).press(Qt.Key.Key_Delete)
    (recognition,) = hands.page.recognitions()
    assert recognition.fates == ((6, Fate.LEFT_OUT),)
    assert hands.page.accept.text() == "Take 1 into a new issue…"
    assert "0 to confirm" in hands.page.title.text()
    click_card(hands, Spot.Kind.TAKE_BACK, 6)
    assert hands.page.recognitions()[0].fates == ()


def test_r_rejects_and_only_rejected_articles_can_still_be_kept(hands: Hands) -> None:
    hands.at(0).press(Qt.Key.Key_R).at(7).press(Qt.Key.Key_R)
    assert not hands.page.accept.isEnabled()
    assert hands.page.keep.isEnabled()
    rejected = choosing.rejected(hands.page.recognitions()[0])
    assert rejected is not None
    assert len(choosing.taken(rejected)) == 2


def test_an_article_begins_a_line_later_and_earlier(hands: Hands) -> None:
    hands.at(7).press(Qt.Key.Key_Down, ALT)
    assert hands.starts == [1, 7]
    hands.press(Qt.Key.Key_Up, ALT)
    assert hands.starts == [1, 6]


def test_j_makes_one_paragraph_with_the_line_above(hands: Hands) -> None:
    hands.at(2).press(Qt.Key.Key_J)
    assert hands.result()[2].joins
    hands.press(Qt.Key.Key_J)
    assert not hands.result()[2].joins


def test_new_articles_take_another_colour_and_the_others_keep_theirs(review: Callable[..., Hands]) -> None:
    lines = tuple(line(n, PROSE, starts=n % 4 == 1) for n in range(1, 41))
    hands = review(Recognition("", lines))
    before = {row.line.number: row.article for row in hands.page._model.rows}
    hands.at(5).press(Qt.Key.Key_Return)
    after = {row.line.number: row.article for row in hands.page._model.rows}
    assert [number for number in after if after[number] != before[number]] == [6, 7, 8]
    colours = [after[number] % 4 for number in (5, 6, 9)]
    assert len(set(colours)) == 3


# --- likenesses and senders


def likeness(how: How, **fields: object) -> Likeness:
    return Likeness(0, 1, how, 0.96, "灌溉现场会", Place.ISSUE, "简报 2026年第2期", "A", **fields)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (How.ALIKE, "96 % the same as “灌溉现场会” (简报 2026年第2期)"),
        (How.SAME_TEXT, "The same text as “灌溉现场会” (简报 2026年第2期)"),
        (How.SAME_FILE, "This very file came in before (简报 2026年第2期): “灌溉现场会”"),
    ],
)
def test_a_likeness_is_said_on_the_card(hands: Hands, how: How, said: str) -> None:
    hands.page.set_likenesses([likeness(how)])
    assert hands.cards.cards[0].notices == (said,)


def test_a_likeness_is_answered_either_way(hands: Hands) -> None:
    hands.page.set_likenesses([likeness(How.ALIKE)])
    click_card(hands, Spot.Kind.KEEP, 1)
    assert hands.cards.cards[0].notices == ()
    hands.press(Qt.Key.Key_Z, CONTROL)
    click_card(hands, Spot.Kind.LEAVE_OUT, 1)
    assert hands.page.recognitions()[0].fates == ((1, Fate.LEFT_OUT),)


def test_who_sent_it_stands_on_the_card_and_is_written_there(
    review: Callable[..., Hands], qtbot: QtBot
) -> None:
    hands = review(word_file())
    hands.page.activateWindow()
    qtbot.waitUntil(hands.page.isActiveWindow)
    assert hands.cards.cards[0].sender == Sender("青石乡")
    at = card_point(hands, Spot.Kind.SENDER, 1)
    QTest.mouseClick(hands.cards.viewport(), Qt.MouseButton.LeftButton, pos=at)
    editor = hands.cards._editor
    compose(editor.contributor, "青石乡政府")
    QTest.keyClick(editor.contributor, Qt.Key.Key_Tab)
    assert editor.author.hasFocus()
    compose(editor.author, "周楠")
    QTest.keyClick(editor.author, Qt.Key.Key_Return)
    assert hands.page.recognitions()[0].senders == ((1, Sender("青石乡政府", "周楠")),)
    assert hands.lines.hasFocus()
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert hands.page.recognitions()[0].senders == ()


def test_escape_leaves_the_sender_as_it_was(review: Callable[..., Hands]) -> None:
    hands = review(word_file())
    hands.page.activateWindow()
    hands.at(3).press(Qt.Key.Key_E)
    field = hands.cards._editor.contributor
    compose(field, "别的单位")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert hands.page.recognitions()[0].senders == ()


def test_a_sender_that_only_says_what_the_credit_says_takes_no_row(review: Callable[..., Hands]) -> None:
    credited = replace(first_file().lines[1], label=Label.CREDIT, text="（柳湾镇供稿）")
    lines = (first_file().lines[0], line(2, PROSE), replace(credited, number=3))
    hands = review(Recognition("", lines))
    assert hands.cards.cards[0].sender.contributor == "柳湾镇"
    assert not hands.cards.cards[0].tells_sender


# --- two places


def test_both_buttons_say_where_and_the_last_choice_stands_out(hands: Hands, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hands.page.accepted) as caught:
        QTest.mouseClick(hands.page.keep, Qt.MouseButton.LeftButton)
    assert caught.args[1] is Target.MANUSCRIPTS
    assert (hands.page.keep.property("primary"), hands.page.accept.property("primary")) == (True, False)
    with qtbot.waitSignal(hands.page.accepted) as caught:
        hands.press(Qt.Key.Key_Return, CONTROL)
    assert caught.args[1] is Target.ISSUE
    with qtbot.waitSignal(hands.page.accepted) as caught:
        hands.press(Qt.Key.Key_Return, CONTROL | SHIFT)
    assert caught.args[1] is Target.MANUSCRIPTS


def test_the_settings_are_asked_for(hands: Hands, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hands.page.settings_wanted):
        QTest.mouseClick(hands.page.settings_button, Qt.MouseButton.LeftButton)


def test_all_keys_unfold_at_the_foot(hands: Hands) -> None:
    before = hands.page.legend.height()
    hands.press(Qt.Key.Key_Question, SHIFT)
    QApplication.processEvents()
    assert hands.page.legend.height() > before
    hands.press(Qt.Key.Key_Question)
    QApplication.processEvents()
    assert hands.page.legend.height() == before
