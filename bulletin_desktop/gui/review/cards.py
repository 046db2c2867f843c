"""What was understood, on the right of the review: a card for every article, painted as far as in view."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from bulletin_desktop.gui.review.card_painter import CardPainter, Spot
from bulletin_desktop.gui.review.digest import Card
from bulletin_desktop.gui.review.keys import Deed
from bulletin_desktop.gui.review.sender_editor import SenderEditor
from bulletin_desktop.gui.review.thumbnails import Thumbnails
from bulletin_desktop.intake.recognition import Sender
from bulletin_desktop.values import dataclass

_MARGIN, _BETWEEN = 16, 12
_DEEDS = {
    Spot.Kind.SETTLE: Deed.SETTLE,
    Spot.Kind.SPLIT: Deed.SPLIT,
    Spot.Kind.JOIN: Deed.JOIN,
    Spot.Kind.BREAK: Deed.BREAK,
    Spot.Kind.LEAVE_OUT: Deed.LEAVE_OUT,
    Spot.Kind.TAKE_BACK: Deed.LEAVE_OUT,
    Spot.Kind.KEEP: Deed.KEEP_LIKE,
}


@dataclass(frozen=True, slots=True)
class Place:
    """Lines of one file, by their numbers."""

    file: int
    numbers: tuple[int, ...]


class CardsView(QAbstractScrollArea):
    """Shows cards; keys belong to the original beside it, so it takes none.

    `chosen` carries the `Place` of a clicked row, `labels_wanted` also where to offer the labels,
    `answered` the doubtful place whose answer was clicked and the `Deed` that it means, `menu_wanted` an
    article's place and where to offer what can be done to it, `sender_written` its place and `Sender`.
    """

    chosen = Signal(object)
    labels_wanted = Signal(object, QPoint)
    answered = Signal(object, object)
    menu_wanted = Signal(object, QPoint)
    sender_written = Signal(object, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("What was understood"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._thumbnails: Thumbnails | None = None
        self._painter = CardPainter(self)
        self._editor = SenderEditor(self.viewport())
        self._edited: Place | None = None
        self._editor.written.connect(self._sender_written)
        self._editor.left.connect(self.left)
        self._cards: tuple[Card, ...] = ()
        self._tops: list[int] = [_MARGIN]
        self._current: tuple[int, int] = (-1, -1)

    def set_cards(self, cards: tuple[Card, ...]) -> None:
        """Show *cards* instead of those before."""
        self._cards = cards
        self._arrange()

    @property
    def cards(self) -> tuple[Card, ...]:
        """What is shown."""
        return self._cards

    def set_thumbnails(self, thumbnails: Thumbnails) -> None:
        """Take pictures from there."""
        self._thumbnails = thumbnails
        thumbnails.loaded.connect(self.viewport().update)
        self._painter = CardPainter(self, thumbnails)

    def edit_sender(self, file: int, number: int) -> None:
        """Let who sent the article of a line be written on its card."""
        for nth, card in enumerate(self._cards):
            if card.file == file and card.article is not None and card.first <= number <= card.last:
                self._reveal(self._tops[nth], self._tops[nth] + self._painter.height(card))
                rect = self._painter.sender_rect(card, self._rect(nth))
                self._edited = Place(file, (card.first,))
                self._editor.begin(card.sender, rect)
                return

    def _sender_written(self, sender: Sender) -> None:
        if self._edited is not None:
            self.sender_written.emit(self._edited, sender)

    def show_line(self, file: int, number: int) -> None:
        """Mark the row that holds a line of the original, and bring it into view."""
        self._current = (file, number)
        self.viewport().update()
        for nth, card in enumerate(self._cards):
            rows = self._painter.rows_of(card, number) if card.file == file else None
            if rows:
                self._reveal(self._tops[nth] + rows[0], self._tops[nth] + rows[1])
                return

    def _reveal(self, top: int, bottom: int) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if bottom + _MARGIN > bar.value() + height:
            bar.setValue(bottom + _MARGIN - height)
        if top - _MARGIN < bar.value():
            bar.setValue(top - _MARGIN)

    def _arrange(self) -> None:
        heights = [self._painter.height(card) + _BETWEEN for card in self._cards]
        self._tops = list(accumulate(heights, initial=_MARGIN))
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._tops[-1] - _BETWEEN + _MARGIN - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._painter.pitch)
        self.viewport().update()

    def _rect(self, nth: int) -> QRect:
        """Where a card stands in the viewport."""
        top = self._tops[nth] - self.verticalScrollBar().value()
        height = self._tops[nth + 1] - self._tops[nth] - _BETWEEN
        return QRect(_MARGIN, top, self.viewport().width() - _MARGIN - 4, height)

    def _in_view(self, top: int, bottom: int) -> Iterator[tuple[Card, QRect]]:
        """The cards that touch a stretch of the viewport."""
        start = max(bisect_right(self._tops, top + self.verticalScrollBar().value()) - 1, 0)
        for nth in range(start, len(self._cards)):
            rect = self._rect(nth)
            if rect.top() > bottom:
                return
            yield self._cards[nth], rect

    def _spot(self, at: QPointF) -> tuple[Card, Spot] | None:
        """What of which card is at a point of the viewport."""
        point = at.toPoint()
        for card, rect in self._in_view(point.y(), point.y()):
            if rect.contains(point):
                spot = self._painter.spot(card, rect, point)
                return (card, spot) if spot else None
        return None

    # --- events

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.setClipRect(event.rect())
            self._painter.paint_ground(painter, event.rect())
            for card, rect in self._in_view(event.rect().top(), event.rect().bottom()):
                self._painter.paint(painter, QRectF(rect), card, self._current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._painter = CardPainter(self, self._thumbnails)
            self._arrange()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._spot(event.position())
        pointing = found is not None and found[1].kind is not Spot.Kind.ROW
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._spot(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or found is None:
            return
        card, spot = found
        place, at = Place(card.file, spot.numbers), event.globalPosition().toPoint()
        if spot.kind in _DEEDS:
            self.answered.emit(place, _DEEDS[spot.kind])
        elif spot.kind is Spot.Kind.MORE:
            self.menu_wanted.emit(place, at)
        elif spot.kind is Spot.Kind.SENDER:
            self._edited = Place(card.file, (card.first,))
            self._editor.begin(card.sender, spot.rect)
        else:
            self.chosen.emit(place)
            if spot.kind is Spot.Kind.LABEL:
                self.labels_wanted.emit(place, at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        found = self._spot(QPointF(event.pos()))
        if found is not None and found[0].article is not None:
            self.menu_wanted.emit(Place(found[0].file, (found[0].first,)), event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = event.pos()
            tips = (self._painter.tip(card, rect, at) for card, rect in self._in_view(at.y(), at.y()))
            QToolTip.showText(event.globalPos(), next(tips, ""), self)
            return True
        return super().viewportEvent(event)
