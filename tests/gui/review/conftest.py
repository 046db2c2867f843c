"""A review of made-up manuscripts on the offscreen screen, and hands to correct it with."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui.review.cards import CardsView
from bulletin_desktop.gui.review.lines import LinesView
from bulletin_desktop.gui.review.page import ReviewPage
from bulletin_desktop.intake.recognition import Change, Doubt, Label, ReadLine, Recognition, Why

PROSE = "云溪县召开灌溉渠道整修现场会，部署春耕用水保障工作，各镇负责同志参加会议。"


def line(number: int, text: str, label: Label = Label.BODY, **fields: object) -> ReadLine:
    return ReadLine(number, text, text, label=label, **fields)


def first_file() -> Recognition:
    """Two articles in ten lines: one cleaned mark, one line set aside, one in doubt."""
    dirty = ReadLine(
        3, "会议强调,要抓紧。", "会议强调，要抓紧。", (Change(4, 5, "，", "halfwidth-punctuation"),)
    )
    return Recognition(
        "甲.txt",
        (
            line(1, "云溪县部署春耕用水", Label.HEADLINE, starts=True),
            line(2, PROSE),
            dirty,
            line(4, "", Label.BLANK),
            line(5, "扫一扫分享到朋友圈", Label.ASIDE, why=Why.WEB_NOISE),
            line(6, "柳湾镇开展集中走访", Label.HEADLINE, starts=True),
            line(7, "各位镇村干部："),
            line(8, PROSE),
            line(9, "一、走访的安排"),
            line(10, "走访中登记的需求还没有", doubt=Doubt.CUT_OFF),
        ),
    )


def second_file() -> Recognition:
    return Recognition(
        "乙.txt",
        (
            line(1, "青石乡建立工作台账", Label.HEADLINE, starts=True),
            line(2, PROSE),
            line(3, PROSE, doubt=Doubt.ROLE),
        ),
    )


class Hands:
    """Real keys and clicks into the review page, and what comes out of it."""

    def __init__(self, page: ReviewPage) -> None:
        self.page = page
        self.lines: LinesView = page.lines
        self.cards: CardsView = page.cards

    def at(self, row: int) -> Hands:
        self.lines.go_to(row)
        return self

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Hands:
        QTest.keyClick(self.lines, key, modifiers)
        return self

    def click(
        self, row: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, x: int = 100
    ) -> Hands:
        rect = self.lines.visualRect(self.lines.model().index(row, 0))
        at = QPoint(x, rect.top() + 12)
        QTest.mouseClick(self.lines.viewport(), Qt.MouseButton.LeftButton, modifiers, at)
        return self

    def result(self, file: int = 0) -> tuple[ReadLine, ...]:
        return self.page.recognitions()[file].lines

    def label(self, number: int, file: int = 0) -> Label:
        return self.result(file)[number - 1].label

    @property
    def starts(self) -> list[int]:
        return [each.number for each in self.result() if each.starts]

    @property
    def selected(self) -> list[int]:
        return self.lines.rows()


@pytest.fixture
def review(qtbot: QtBot) -> Callable[..., Hands]:
    def open_page(*recognitions: Recognition) -> Hands:
        page = ReviewPage()
        qtbot.addWidget(page)
        page.resize(1200, 720)
        page.show()
        qtbot.waitExposed(page)
        page.set_recognitions(recognitions)
        return Hands(page)

    return open_page


@pytest.fixture
def hands(review: Callable[..., Hands]) -> Hands:
    return review(first_file())
