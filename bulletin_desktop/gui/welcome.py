"""The first page: what this is, what to go on with, and the ways in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bulletin_desktop.gui.cards import ActCard

_ALONE, _BESIDE = 440, 352  # width of a column, alone and beside another
_OTHERS = 6  # issues below the one to go on with

Offer = tuple[str, str, str]  # an issue's id, its name, when it was open


class WelcomePage(QWidget):
    """Offers the ways in; *go_on* carries an issue's id, *left* asks for what was there before."""

    new_issue = Signal()
    paste = Signal()
    open_text = Signal()
    sample = Signal()
    tour = Signal()
    go_on = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent: QWidget | None = None
        self._columns = QHBoxLayout()
        self._columns.setSpacing(32)
        self._ways = self._make_ways()
        self._columns.addWidget(self._ways)
        middle = QWidget(self)
        whole = _column(middle)
        whole.addWidget(self._title())
        whole.addWidget(self._about())
        whole.addSpacing(16)
        whole.addLayout(self._columns)
        page = QWidget(self)
        outer = QVBoxLayout(page)
        outer.addStretch(2)
        outer.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
        _column(self).addWidget(_scrolling(page))
        self.offer((), tour=False)

    def offer(self, issues: Sequence[Offer], tour: bool) -> None:
        """Show *issues*, the last one first, to go on with; and the tour, if there is something to show."""
        if self._recent is not None:
            self._columns.removeWidget(self._recent)
            self._recent.hide()
            self._recent.deleteLater()
            self._recent = None
        if issues:
            self._recent = self._make_recent(issues)
            self._columns.insertWidget(0, self._recent)
        self._ways.setFixedWidth(_BESIDE if issues else _ALONE)
        self._ways.findChild(ActCard, "card_info").setVisible(tour)
        halves = [half for half in (self._recent, self._ways) if half is not None]
        order = [each for half in halves for each in half.findChildren(QAbstractButton)]
        for one, following in pairwise(order):
            self.setTabOrder(one, following)
        self.setFocusProxy(order[0])

    def _make_ways(self) -> QWidget:
        ways = QWidget(self)
        column = _column(ways)
        for glyph, title, detail, signal in (
            (
                "paste",
                self.tr("Paste manuscripts"),
                self.tr("Copy the text first; it comes apart into articles"),
                self.paste,
            ),
            (
                "open-text",
                self.tr("Open manuscripts"),
                self.tr("Word, WPS, PDF and more; or drop them here"),
                self.open_text,
            ),
            (
                "new-issue",
                self.tr("New issue"),
                self.tr("Number, date, masthead and imprint"),
                self.new_issue,
            ),
            (
                "book",
                self.tr("Open the sample"),
                self.tr("A made-up pile of manuscripts, to try it out"),
                self.sample,
            ),
            ("info", self.tr("Tour in five steps"), self.tr("From a manuscript to a Word file"), self.tour),
        ):
            card = ActCard(glyph, title, detail, ways)
            card.setObjectName(f"card_{glyph.replace('-', '_')}")
            card.clicked.connect(signal)
            column.addWidget(card)
        column.addStretch()
        return ways

    def _make_recent(self, issues: Sequence[Offer]) -> QWidget:
        recent = QWidget(self)
        recent.setFixedWidth(_BESIDE)
        column = _column(recent)
        (issue_id, name, when), *others = issues
        card = ActCard("caret-right", self.tr("Go on: {issue}").format(issue=name), when, recent)
        card.clicked.connect(lambda: self.go_on.emit(issue_id))
        column.addWidget(card)
        for each, title, at in others[:_OTHERS]:
            words = self.tr("{issue}, {time}").format(issue=title, time=at)
            button = QPushButton(words.replace("&", "&&"), recent, flat=True)
            button.clicked.connect(lambda _checked=False, chosen=each: self.go_on.emit(chosen))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        return recent

    def _title(self) -> QLabel:
        title = QLabel(self.tr("Bulletin Desktop"), self)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.9)
        font.setWeight(font.Weight.DemiBold)
        title.setFont(font)
        return title

    def _about(self) -> QLabel:
        words = self.tr(
            "From a pile of manuscripts to a finished issue, and to a Word file that needs no repair."
        )
        about = QLabel(words, self)
        about.setWordWrap(True)
        about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        return about

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _scrolling(page: QWidget) -> QScrollArea:
    area = QScrollArea(page.parentWidget())
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.viewport().setAutoFillBackground(False)
    page.setAutoFillBackground(False)
    return area


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return column
