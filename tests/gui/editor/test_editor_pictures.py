"""A picture's corners are dragged with the mouse, and its menu changes it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QRubberBand

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Picture
from bulletin_desktop.gui.editor import menus
from bulletin_desktop.gui.editor.picture_tools import NARROWEST

from .conftest import Hands, make, paragraph

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def picture(hands: Hands) -> Picture:
    value = Picture(new_id(), "0" * 64, 560, 280, "图1")
    hands.open(make(paragraph("前"), value, paragraph("后")))
    hands.at(value.id)
    hands.sheet.document().documentLayout().documentSize()
    return value


def now(hands: Hands) -> Picture:
    (value,) = (block for block in hands.article.blocks if isinstance(block, Picture))
    return value


def corner(hands: Hands) -> QPoint:
    return hands.sheet.picture_tools.place().bottomRight().toPoint()


def drag(hands: Hands, by: QPoint, *, release: bool = True) -> None:
    viewport, start = hands.sheet.viewport(), corner(hands)
    QTest.mousePress(viewport, LEFT, pos=start)
    QTest.mouseMove(viewport, start + by / 2)
    QTest.mouseMove(viewport, start + by)
    if release:
        QTest.mouseRelease(viewport, LEFT, pos=start + by)


def bands(hands: Hands) -> list[QRubberBand]:
    return [band for band in hands.sheet.viewport().findChildren(QRubberBand) if band.isVisible()]


def test_a_corner_is_dragged_and_the_proportions_stay(hands: Hands, picture: Picture) -> None:
    before = hands.article
    drag(hands, QPoint(40, 0))
    changed = now(hands)
    assert changed.width > 700
    assert changed.height == pytest.approx(changed.width / 2, abs=1)
    assert (changed.id, changed.sha256, changed.caption) == (picture.id, picture.sha256, "图1")
    assert bands(hands) == []
    hands.editor.undo_action().trigger()
    assert hands.article == before


def test_it_becomes_no_wider_than_the_text_and_no_speck(hands: Hands, picture: Picture) -> None:
    drag(hands, QPoint(2000, 0))
    assert now(hands).width == hands.sheet.picture_tools.text_width == 1560
    hands.editor.undo_action().trigger()
    place = hands.sheet.picture_tools.place()
    drag(hands, place.center().toPoint() - corner(hands))
    assert now(hands).width == NARROWEST


def test_escape_gives_a_drag_up(hands: Hands, picture: Picture) -> None:
    drag(hands, QPoint(40, 0), release=False)
    assert len(bands(hands)) == 1
    hands.key(Qt.Key.Key_Escape)
    assert bands(hands) == []
    QTest.mouseRelease(hands.sheet.viewport(), LEFT, pos=QPoint(1, 1))
    assert now(hands) == picture


def test_a_click_on_a_handle_changes_nothing(hands: Hands, picture: Picture) -> None:
    drag(hands, QPoint(0, 0))
    assert now(hands) == picture
    assert not hands.editor.undo_action().isEnabled()


def test_the_pointer_shows_where_a_picture_can_be_dragged(hands: Hands, picture: Picture) -> None:
    QTest.mouseMove(hands.sheet.viewport(), corner(hands))
    assert hands.sheet.viewport().cursor().shape() is Qt.CursorShape.SizeFDiagCursor
    QTest.mouseMove(hands.sheet.viewport(), QPoint(3, 3))
    assert hands.sheet.viewport().cursor().shape() is Qt.CursorShape.IBeamCursor


def test_a_picture_that_is_not_chosen_is_not_dragged(hands: Hands, picture: Picture) -> None:
    spot = corner(hands)
    hands.at(hands.ids[0])
    assert hands.sheet.picture_tools.place().isEmpty()
    QTest.mousePress(hands.sheet.viewport(), LEFT, pos=spot)
    QTest.mouseRelease(hands.sheet.viewport(), LEFT, pos=spot)
    assert now(hands) == picture


def entries(menu: QMenu) -> dict[str, QAction]:
    return {action.text(): action for action in menu.actions()}


def test_the_menu_of_a_picture_sets_its_width_and_asks_for_another(hands: Hands, picture: Picture) -> None:
    menu = menus.of_text(hands.sheet)
    asked: list[object] = []
    hands.editor.picture_tools.replace_wanted.connect(asked.append)
    entries(menu)["Replace…"].trigger()
    entries(menu)["As wide as the text"].trigger()
    assert asked == [picture]
    assert (now(hands).width, now(hands).height) == (1560, 780)
    menu.close()


def test_the_menu_of_text_has_nothing_of_pictures(hands: Hands, picture: Picture) -> None:
    hands.at(hands.ids[0])
    menu = menus.of_text(hands.sheet)
    assert "Replace…" not in entries(menu)
    menu.close()
