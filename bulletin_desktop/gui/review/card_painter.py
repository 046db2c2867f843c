"""How a card of the review looks: the article's edge, its labelled rows, its doubtful places with answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.review import words
from bulletin_desktop.gui.review.digest import Card, Entry
from bulletin_desktop.intake.recognition import Doubt, Label, ReadLine

_PAD = 8
_EDGE = 4
_LABEL_LEFT, _TEXT_LEFT, _RIGHT = 16, 72, 14
_RADIUS = 6
_BOX_PAD = 8
_PITCH = 2.15  # of the font's em
_LINK_GAP = 20


@dataclass(frozen=True, slots=True)
class Spot:
    """Something of a card that can be clicked, with the lines it stands for."""

    class Kind(Enum):
        """What a click there means."""

        ROW = auto()
        LABEL = auto()
        SETTLE = auto()
        SPLIT = auto()
        JOIN = auto()
        BREAK = auto()

    kind: Kind
    numbers: tuple[int, ...]


class CardPainter:
    """Measures and paints cards for one widget, with its font and palette."""

    def __init__(self, widget: QWidget) -> None:
        self._tokens = theme.tokens(widget.palette())
        self._font = QFont(widget.font())
        self._bold = QFont(self._font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._small = QFont(self._font)
        if self._font.pointSizeF() > 0:
            self._small.setPointSizeF(self._font.pointSizeF() * 0.95)
        self._metrics = QFontMetricsF(self._font, widget)
        self.pitch = round(max(self._metrics.horizontalAdvance("国") * _PITCH, self._metrics.height() + 6))

    def height(self, card: Card) -> int:
        """Return the height of a whole card."""
        return 2 * _PAD + len(card.entries) * self.pitch + len(card.doubts) * (self._box_height() + _PAD)

    def _box_height(self) -> int:
        return 2 * self.pitch + _BOX_PAD

    def rows_of(self, card: Card, number: int) -> tuple[int, int] | None:
        """Return the stretch [top, bottom] of *card* to show for a line: its row, or its doubt."""
        for line, rect in self._boxes(card, QRectF(0, 0, 400, 0)):
            if line.number == number:
                return round(rect.top()) - self.pitch, round(rect.bottom()) + _PAD
        for nth, entry in enumerate(card.entries):
            if any(line.number == number for line in entry.lines):
                return _PAD + nth * self.pitch, _PAD + (nth + 1) * self.pitch
        return None

    def spot(self, card: Card, rect: QRect, at: QPoint) -> Spot | None:
        """Return what stands at a point of a card in *rect*."""
        for line, box in self._boxes(card, QRectF(rect)):
            for kind, _, link in self._links(line, box):
                if link.contains(at):
                    return Spot(kind, (line.number,))
            if box.contains(at):
                return Spot(Spot.Kind.ROW, (line.number,))
        nth = (at.y() - rect.top() - _PAD) // self.pitch
        if not 0 <= nth < len(card.entries):
            return None
        numbers = tuple(line.number for line in card.entries[nth].lines)
        in_label = at.x() - rect.left() < _TEXT_LEFT - 4
        return Spot(Spot.Kind.LABEL if in_label else Spot.Kind.ROW, numbers)

    def _boxes(self, card: Card, rect: QRectF) -> Iterator[tuple[ReadLine, QRectF]]:
        """Each doubtful line with the box that asks about it."""
        top = rect.top() + _PAD + len(card.entries) * self.pitch
        for line in card.doubts:
            yield line, QRectF(rect.left() + 14, top + _PAD / 2, rect.width() - 26, self._box_height())
            top += self._box_height() + _PAD

    def _links(self, line: ReadLine, box: QRectF) -> Iterator[tuple[Spot.Kind, str, QRectF]]:
        """The answers of a box and where they stand."""
        answers = [(Spot.Kind.SETTLE, words.say(words.LEAVE))]
        if line.doubt == Doubt.BOUNDARY:
            other = (Spot.Kind.JOIN, words.ABOVE) if line.starts else (Spot.Kind.SPLIT, words.BEGIN)
            answers.append((other[0], words.say(other[1])))
        elif line.doubt == Doubt.HEADLINE_BREAK:
            answers.append((Spot.Kind.BREAK, words.say(words.BREAK)))
        left = box.left() + 32
        for kind, text in answers:
            width = self._metrics.horizontalAdvance(text)
            yield kind, text, QRectF(left, box.top() + _BOX_PAD / 2 + self.pitch, width, self.pitch)
            left += width + _LINK_GAP

    # --- painting

    def paint_ground(self, painter: QPainter, rect: QRect) -> None:
        """Paint what is behind the cards."""
        painter.fillRect(rect, self._tokens.window)

    def paint(self, painter: QPainter, rect: QRectF, card: Card, current: tuple[int, int]) -> None:
        """Paint a card; *current* is the file and number of the line the person is at."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._tokens
        inside = card.file == current[0] and card.first <= current[1] <= card.last
        holds = inside and any(line.number == current[1] for entry in card.entries for line in entry.lines)
        outline = QPainterPath()
        outline.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.fillPath(outline, tokens.base)
        painter.setPen(QPen(tokens.accent if holds else tokens.line, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)
        self._paint_edge(painter, rect, card)
        for nth, entry in enumerate(card.entries):
            row = QRectF(rect.left(), rect.top() + _PAD + nth * self.pitch, rect.width(), self.pitch)
            if holds and any(line.number == current[1] for line in entry.lines):
                shade = theme.mix(tokens.accent, tokens.base, 0.18 if tokens.dark else 0.1)
                painter.fillRect(row.adjusted(8, 1, -8, -1), shade)
            self._paint_entry(painter, row, card, entry, with_lines=nth == 0)
        for line, box in self._boxes(card, rect):
            self._paint_doubt(painter, line, box)

    def _paint_edge(self, painter: QPainter, rect: QRectF, card: Card) -> None:
        edges = self._tokens.band_edges
        color = self._tokens.edge if card.article is None else edges[card.article % len(edges)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(
            QRectF(rect.left() + 1, rect.top() + _PAD, _EDGE, rect.height() - 2 * _PAD), 2, 2
        )

    def _paint_entry(
        self, painter: QPainter, row: QRectF, card: Card, entry: Entry, with_lines: bool
    ) -> None:
        tokens, flags = self._tokens, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        aside = entry.label is Label.ASIDE
        label = words.reason(entry.lines[0]) if aside else words.label_name(entry.label)
        label_area = QRectF(row.left() + _LABEL_LEFT, row.top(), _TEXT_LEFT - _LABEL_LEFT - 4, row.height())
        small = QFontMetricsF(self._small)
        painter.setFont(self._small)
        painter.setPen(tokens.muted)
        painter.drawText(
            label_area, flags, small.elidedText(label, Qt.TextElideMode.ElideRight, label_area.width())
        )
        right = row.right() - _RIGHT
        if with_lines:
            lines = words.say(words.LINES).format(first=card.first, last=card.last)
            width = small.horizontalAdvance(lines)
            span = QRectF(right - width, row.top(), width, row.height())
            painter.drawText(span, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, lines)
            right -= width + 16
        font = self._bold if entry.label in (Label.HEADLINE, Label.SECTION) else self._font
        painter.setFont(font)
        painter.setPen(tokens.muted if aside or entry.label is Label.BODY else tokens.text)
        area = QRectF(row.left() + _TEXT_LEFT, row.top(), right - row.left() - _TEXT_LEFT, row.height())
        text = QFontMetricsF(font).elidedText(_told(entry), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, flags, text)

    def _paint_doubt(self, painter: QPainter, line: ReadLine, box: QRectF) -> None:
        tokens = self._tokens
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.mix(tokens.warn, tokens.base, 0.14))
        painter.drawRoundedRect(box, 4, 4)
        self._paint_mark(
            painter, QRectF(box.left() + 9, box.top() + _BOX_PAD / 2, 14, self.pitch), tokens.warn
        )
        painter.setFont(self._font)
        painter.setPen(tokens.text)
        area = QRectF(box.left() + 32, box.top() + _BOX_PAD / 2, box.width() - 40, self.pitch)
        said = self._metrics.elidedText(words.doubt(line), Qt.TextElideMode.ElideRight, area.width())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, flags, said)
        painter.setPen(theme.legible(tokens.accent, theme.mix(tokens.warn, tokens.base, 0.14)))
        for _, text, link in self._links(line, box):
            painter.drawText(link, flags, text)

    def _paint_mark(self, painter: QPainter, area: QRectF, color: QColor) -> None:
        """A small disc with a question mark, as beside the line in the original."""
        disc = QRectF(area.left(), area.center().y() - 7, 14, 14)
        painter.setBrush(color)
        painter.drawEllipse(disc)
        painter.setPen(self._tokens.base)
        painter.setFont(self._bold)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, "?")


def _told(entry: Entry) -> str:
    """What a row says: the text, or for prose how much of it there is."""
    if entry.label is Label.BODY:
        return words.say(words.AMOUNT).format(paragraphs=entry.paragraphs, characters=f"{entry.characters:,}")
    return entry.text
