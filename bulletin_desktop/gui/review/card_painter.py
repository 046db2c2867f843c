"""How a card of the review looks: the article's edge, its labelled rows, and boxes with answers below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from enum import Enum, auto

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from bulletin_desktop.document.model import Table
from bulletin_desktop.gui import colors, theme
from bulletin_desktop.gui.review import words
from bulletin_desktop.gui.review.digest import Card, Entry
from bulletin_desktop.gui.review.thumbnails import Thumbnails
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.recognition import Doubt, Label, ReadLine
from bulletin_desktop.values import dataclass

_PAD = 8
_EDGE = 4
_LABEL_LEFT, _TEXT_LEFT, _RIGHT = 16, 72, 14
_RADIUS = 6
_BOX_PAD = 8
_PITCH = 2.15  # of the font's em
_LINK_GAP = 20
_ALL = 1 << 30
_MORE = 20  # pixels across that the three dots take


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
        MORE = auto()  # what else can be done to the article
        SENDER = auto()
        KEEP = auto()  # it is like another one, and is taken all the same
        LEAVE_OUT = auto()
        TAKE_BACK = auto()

    kind: Kind
    numbers: tuple[int, ...]
    rect: QRect = field(default_factory=QRect)


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of a card: an entry of the article, or something said of it."""

    label: str
    text: str
    kind: Spot.Kind
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class _Box:
    """A question below the rows, with its answers; *number* is its line."""

    rect: QRectF
    text: str
    number: int
    answers: tuple[tuple[Spot.Kind, str], ...]
    doubt: bool


class CardPainter:
    """Measures and paints cards for one widget, with its font and palette."""

    def __init__(self, widget: QWidget, thumbnails: Thumbnails | None = None) -> None:
        self._thumbnails = thumbnails
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
        boxes = len(card.doubts) + len(card.notices)
        return 2 * _PAD + self._count(card) * self.pitch + boxes * (self._box_height() + _PAD)

    def _count(self, card: Card) -> int:
        """How many rows a card has."""
        if card.fate is not None:
            return 1
        said = bool(card.masthead and words.masthead(card.masthead))
        return len(card.entries) + said + card.tells_sender

    def _lines(self, card: Card, first: int = 0, last: int = _ALL) -> list[_Line]:
        """The card's rows [first, last)."""
        if card.fate is not None:
            lead = card.entries[0] if card.entries else None
            return [_Line(words.fate(card.fate), lead.text if lead else "", Spot.Kind.ROW, lead)][first:last]
        shown = card.entries[first:last]
        found = [_Line(_label(entry), _told(entry), Spot.Kind.LABEL, entry) for entry in shown]
        below = []
        if card.masthead and (masthead := words.masthead(card.masthead)):
            below.append(_Line(words.say(words.MASTHEAD), masthead, Spot.Kind.ROW))
        if card.tells_sender:
            below.append(_Line(words.say(words.SENDER), words.sender(card.sender), Spot.Kind.SENDER))
        count = len(card.entries)
        return found + below[max(first - count, 0) : max(last - count, 0)]

    def _box_height(self) -> int:
        return 2 * self.pitch + _BOX_PAD

    def rows_of(self, card: Card, number: int) -> tuple[int, int] | None:
        """Return the stretch [top, bottom] of *card* to show for a line: its row, or its doubt."""
        if not card.first <= number <= card.last:
            return None
        for box in self._boxes(card, QRectF(0, 0, 400, 0)):
            if box.number == number and box.doubt:
                return round(box.rect.top()) - self.pitch, round(box.rect.bottom()) + _PAD
        entries = card.entries if card.fate is None else card.entries[:1]
        for nth, entry in enumerate(entries):
            if any(line.number == number for line in entry.lines):
                return _PAD + nth * self.pitch, _PAD + (nth + 1) * self.pitch
        return None

    def spot(self, card: Card, rect: QRect, at: QPoint) -> Spot | None:
        """Return what stands at a point of a card in *rect*."""
        for box in self._boxes(card, QRectF(rect)):
            for kind, _, link in self._links(box):
                if link.contains(at):
                    return Spot(kind, (box.number,))
            if box.rect.contains(at):
                return Spot(Spot.Kind.ROW, (box.number,))
        if card.article is not None:
            for kind, area in self._head_spots(card, QRectF(rect)):
                if area.contains(at):
                    return Spot(kind, (card.first,), area.toRect())
        nth = (at.y() - rect.top() - _PAD) // self.pitch
        lines = self._lines(card, nth, nth + 1) if nth >= 0 else []
        if not lines:
            return None
        line = lines[0]
        row = QRect(rect.left(), rect.top() + _PAD + nth * self.pitch, rect.width(), self.pitch)
        numbers = tuple(each.number for each in line.entry.lines) if line.entry else (card.first,)
        in_label = at.x() - rect.left() < _TEXT_LEFT - 4
        kind = line.kind if in_label or line.kind is Spot.Kind.SENDER else Spot.Kind.ROW
        return Spot(kind, numbers, row.adjusted(_TEXT_LEFT, 0, -_RIGHT, 0))

    def sender_rect(self, card: Card, rect: QRect) -> QRect:
        """Return where a card says who sent the article, or where its last row is."""
        nth = max(self._count(card) - 1, 0)
        row = QRect(rect.left(), rect.top() + _PAD + nth * self.pitch, rect.width(), self.pitch)
        return row.adjusted(_TEXT_LEFT, 0, -_RIGHT, 0)

    def _head_spots(self, card: Card, rect: QRectF) -> Iterator[tuple[Spot.Kind, QRectF]]:
        """The three dots at the right of the first row, and of one that is not taken the way back."""
        right = rect.right() - _RIGHT
        yield Spot.Kind.MORE, QRectF(right - _MORE + 6, rect.top() + _PAD, _MORE, self.pitch)
        if card.fate is not None:
            width = self._metrics.horizontalAdvance(words.say(words.TAKE_BACK))
            yield Spot.Kind.TAKE_BACK, QRectF(right - _MORE - width - 4, rect.top() + _PAD, width, self.pitch)

    def _boxes(self, card: Card, rect: QRectF) -> Iterator[_Box]:
        """Each doubtful line and each likeness with the box that asks about it."""
        top = rect.top() + _PAD + self._count(card) * self.pitch
        asked = [(text, card.first, _LIKENESS, False) for text in card.notices]
        asked += [(words.doubt(line), line.number, _answers(line), True) for line in card.doubts]
        for text, number, answers, doubt in asked:
            area = QRectF(rect.left() + 14, top + _PAD / 2, rect.width() - 26, self._box_height())
            yield _Box(area, text, number, tuple((kind, words.say(said)) for kind, said in answers), doubt)
            top += self._box_height() + _PAD

    def _links(self, box: _Box) -> Iterator[tuple[Spot.Kind, str, QRectF]]:
        """The answers of a box and where they stand."""
        left = box.rect.left() + 32
        for kind, text in box.answers:
            width = self._metrics.horizontalAdvance(text)
            yield kind, text, QRectF(left, box.rect.top() + _BOX_PAD / 2 + self.pitch, width, self.pitch)
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
        painter.fillPath(outline, tokens.window if card.fate else tokens.base)
        painter.setPen(QPen(tokens.accent if holds else tokens.line, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)
        self._paint_edge(painter, rect, card)
        first, last = self._seen(painter, rect)
        for nth, line in enumerate(self._lines(card, first, last), first):
            row = QRectF(rect.left(), rect.top() + _PAD + nth * self.pitch, rect.width(), self.pitch)
            if holds and line.entry and any(each.number == current[1] for each in line.entry.lines):
                shade = colors.mix(tokens.accent, tokens.base, 0.18 if tokens.dark else 0.1)
                painter.fillRect(row.adjusted(8, 1, -8, -1), shade)
            right = row.right() - _RIGHT
            if nth == 0:
                right = self._paint_head(painter, rect, row, card)
            self._paint_line(painter, row, right, card, line)
        seen = painter.clipBoundingRect()
        for box in self._boxes(card, rect):
            if seen.isEmpty() or seen.intersects(box.rect):
                self._paint_box(painter, box)

    def _seen(self, painter: QPainter, rect: QRectF) -> tuple[int, int]:
        """The first of the card's rows that are painted now, and the one after the last."""
        seen = painter.clipBoundingRect()
        if seen.isEmpty():
            return 0, _ALL
        above, below = seen.top() - rect.top() - _PAD, seen.bottom() - rect.top() - _PAD
        return max(int(above // self.pitch), 0), max(int(below // self.pitch) + 1, 0)

    def _paint_edge(self, painter: QPainter, rect: QRectF, card: Card) -> None:
        edges = self._tokens.band_edges
        plain = card.article is None or card.fate is not None
        color = self._tokens.edge if plain else edges[(card.article or 0) % len(edges)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(
            QRectF(rect.left() + 1, rect.top() + _PAD, _EDGE, rect.height() - 2 * _PAD), 2, 2
        )

    def _paint_head(self, painter: QPainter, rect: QRectF, row: QRectF, card: Card) -> float:
        """Paint what stands at the right of the first row, and return where that begins."""
        right = row.right() - _RIGHT
        if card.article is not None:
            for kind, area in self._head_spots(card, rect):
                right = min(right, area.left())
                if kind is Spot.Kind.MORE:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(self._tokens.muted)
                    for step in (-4.5, 0, 4.5):
                        painter.drawEllipse(area.center() + QPointF(step, 0), 1.3, 1.3)
                else:
                    painter.setFont(self._font)
                    painter.setPen(colors.legible(self._tokens.accent, self._tokens.window))
                    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words.say(words.TAKE_BACK))
        if card.fate is not None:
            return right - 12
        small = QFontMetricsF(self._small)
        lines = words.lines(card.first, card.last)
        width = small.horizontalAdvance(lines)
        painter.setFont(self._small)
        painter.setPen(self._tokens.muted)
        area = QRectF(right - width - 4, row.top(), width, row.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, lines)
        return right - width - 20

    def _paint_line(self, painter: QPainter, row: QRectF, right: float, card: Card, line: _Line) -> None:
        tokens, flags = self._tokens, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        label_area = QRectF(row.left() + _LABEL_LEFT, row.top(), _TEXT_LEFT - _LABEL_LEFT - 4, row.height())
        small = QFontMetricsF(self._small)
        painter.setFont(self._small)
        painter.setPen(tokens.muted)
        painter.drawText(
            label_area, flags, small.elidedText(line.label, Qt.TextElideMode.ElideRight, label_area.width())
        )
        label = line.entry.label if line.entry else None
        font = QFont(self._bold if label in (Label.HEADLINE, Label.SECTION) else self._font)
        font.setStrikeOut(card.fate is not None)
        quiet = label in (Label.BODY, Label.ASIDE, Label.TABLE, Label.PICTURE, None) or card.fate is not None
        left = row.left() + _TEXT_LEFT
        if line.entry and card.fate is None:
            left = self._paint_thumbnail(painter, left, row, line.entry)
        painter.setFont(font)
        painter.setPen(tokens.muted if quiet else tokens.text)
        area = QRectF(left, row.top(), right - left, row.height())
        text = QFontMetricsF(font).elidedText(line.text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, flags, text)

    def _paint_thumbnail(self, painter: QPainter, left: float, row: QRectF, entry: Entry) -> float:
        """Paint a picture as high as the row, and return where the text beside it begins."""
        content = entry.lines[0].content
        if not isinstance(content, FoundPicture) or self._thumbnails is None:
            return left
        image = self._thumbnails.image(content)
        if image is None or image.isNull():
            return left
        height = row.height() - 4
        width = min(height * image.width() / max(image.height(), 1), 2.5 * height)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(left, row.top() + 2, width, height), image)
        return left + width + 8

    def _paint_box(self, painter: QPainter, box: _Box) -> None:
        tokens = self._tokens
        color = tokens.warn if box.doubt else tokens.accent
        ground = colors.mix(color, tokens.base, 0.14 if box.doubt else 0.1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box.rect, 4, 4)
        sign = QRectF(box.rect.left() + 9, box.rect.top() + _BOX_PAD / 2, 14, self.pitch)
        self._paint_mark(painter, sign, colors.legible(color, ground), "?" if box.doubt else "=")
        painter.setFont(self._font)
        painter.setPen(tokens.text)
        area = QRectF(box.rect.left() + 32, box.rect.top() + _BOX_PAD / 2, box.rect.width() - 40, self.pitch)
        said = self._metrics.elidedText(box.text, Qt.TextElideMode.ElideRight, area.width())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, flags, said)
        painter.setPen(colors.legible(tokens.accent, ground))
        for _, text, link in self._links(box):
            painter.drawText(link, flags, text)

    def _paint_mark(self, painter: QPainter, area: QRectF, color: QColor, sign: str) -> None:
        """A small disc with a sign, as beside the line in the original."""
        disc = QRectF(area.left(), area.center().y() - 7, 14, 14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(disc)
        painter.setPen(self._tokens.base)
        painter.setFont(self._bold)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, sign)

    def tip(self, card: Card, rect: QRect, at: QPoint) -> str:
        """Return the whole of what is cut short at a point."""
        for box in self._boxes(card, QRectF(rect)):
            if box.rect.contains(at):
                return box.text
        nth = (at.y() - rect.top() - _PAD) // self.pitch
        lines = self._lines(card, nth, nth + 1) if nth >= 0 else []
        room = rect.width() - _TEXT_LEFT - _RIGHT - 80
        return lines[0].text if lines and self._metrics.horizontalAdvance(lines[0].text) > room else ""


_LIKENESS = ((Spot.Kind.KEEP, words.KEEP), (Spot.Kind.LEAVE_OUT, words.LEAVE_OUT))


def _answers(line: ReadLine) -> tuple[tuple[Spot.Kind, str], ...]:
    """What a person may answer about a doubtful line."""
    answers = [(Spot.Kind.SETTLE, words.LEAVE)]
    if line.doubt == Doubt.BOUNDARY:
        answers.append((Spot.Kind.JOIN, words.ABOVE) if line.starts else (Spot.Kind.SPLIT, words.BEGIN))
    elif line.doubt == Doubt.HEADLINE_BREAK:
        answers.append((Spot.Kind.BREAK, words.BREAK))
    return tuple(answers)


def _label(entry: Entry) -> str:
    return words.reason(entry.lines[0]) if entry.label is Label.ASIDE else words.label_name(entry.label)


def _told(entry: Entry) -> str:
    """What a row says: the text, or for prose how much of it there is."""
    if entry.label is Label.BODY:
        return words.say(words.AMOUNT).format(paragraphs=entry.paragraphs, characters=f"{entry.characters:,}")
    if isinstance(entry.lines[0].content, Table):
        return words.line_text(entry.lines[0])
    return entry.text
