"""How one input line looks: its number, its wrapped text with what was cleaned, its label."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.review import words
from bulletin_desktop.gui.review.digest import Row, marks
from bulletin_desktop.intake.recognition import Label

_LEFT, _RIGHT = 12, 12  # outside the bands
_EDGE = 4  # the band's coloured edge
_NUMBER = 36  # the line numbers' column
_GAP = 12
_TAG = 64  # the labels' column
_ABOVE, _BELOW, _BETWEEN = 4, 4, 8  # within a band's ends, and after it
_RADIUS = 4
_PITCH = 1.65  # in ems
_KEPT = 300  # lines whose layout is kept
_GROWN = 1.2  # text beside the window's font


class LinePainter:
    """Measures and paints rows for one widget, with its font and palette."""

    def __init__(self, widget: QWidget) -> None:
        self._tokens = theme.tokens(widget.palette())
        self._small = QFont(widget.font())
        self._font = QFont(widget.font())
        if self._font.pointSizeF() > 0:
            self._font.setPointSizeF(self._font.pointSizeF() * _GROWN)
            self._small.setPointSizeF(self._small.pointSizeF() * 0.92)
        self._bold = QFont(self._font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetricsF(self._font, widget)
        self._em = metrics.horizontalAdvance("国")
        self._pitch = round(max(self._em * _PITCH, metrics.height()))
        self._rise = (self._pitch - metrics.height()) / 2
        self._width = 1.0
        self._layouts: dict[int, QTextLayout] = {}

    def set_width(self, width: int) -> None:
        """Wrap for a view of *width* pixels from now on."""
        text = width - _LEFT - _RIGHT - _EDGE - _NUMBER - _GAP - _TAG
        self._width = float(max(text, round(8 * self._em)))
        self._layouts.clear()

    def forget(self) -> None:
        """Lay every line out again: rows have changed."""
        self._layouts.clear()

    def guess(self, rows: Sequence[Row], nth: int) -> int:
        """Return a height from the number of characters alone."""
        row = rows[nth]
        text = row.line.text if row.line else row.source
        count = max(1, math.ceil(len(text) * self._em / self._width))
        return count * self._pitch + self._around(rows, nth)

    def height(self, rows: Sequence[Row], nth: int) -> int:
        """Return the real height of a row."""
        return self._layout(rows, nth).lineCount() * self._pitch + self._around(rows, nth)

    def tag_rect(self, rect: QRect) -> QRect:
        """Return where the label of the row in *rect* stands."""
        return QRect(rect.right() - _RIGHT - _TAG + 1, rect.top(), _TAG, self._pitch + _ABOVE)

    def tip(self, rect: QRect, rows: Sequence[Row], nth: int, at: QPoint) -> str:
        """Return what to say about the character at a point: what stood in the original there."""
        line = rows[nth].line
        if line is None:
            return ""
        if line.doubt and at.x() < _LEFT + _EDGE + _NUMBER + _GAP:
            return words.doubt(line)
        layout = self._layout(rows, nth)
        origin = self._origin(rect, rows, nth)
        for number in range(layout.lineCount()):
            part = layout.lineAt(number)
            if 0 <= at.y() - origin.y() - number * self._pitch < self._pitch:
                place = part.xToCursor(at.x() - origin.x(), part.CursorPosition.CursorOnCharacter)
                for start, length, before in marks(line):
                    if start <= place < start + length:
                        after = line.text[start : start + length]
                        return words.say(words.CLEANED).format(before=before, after=after)
        return ""

    # --- painting

    def paint_ground(self, painter: QPainter, rect: QRect) -> None:
        """Paint the page behind all rows."""
        painter.fillRect(rect, self._tokens.base)

    def paint(
        self, painter: QPainter, rect: QRect, rows: Sequence[Row], nth: int, *, selected: bool, current: bool
    ) -> None:
        """Paint one row in *rect*."""
        row = rows[nth]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.article is not None:
            self._paint_band(painter, rect, rows, nth)
        text = self._text_area(rect, rows, nth)
        if selected:
            ground = self._tokens.base if row.article is None else self._band(row.article)
            painter.fillRect(
                text, theme.mix(self._tokens.accent, ground, 0.18 if self._tokens.dark else 0.16)
            )
        if current:
            painter.fillRect(QRect(text.left(), text.top(), 3, text.height()), self._tokens.accent)
        if row.line is None:
            self._paint_file(painter, rect, rows, nth)
        else:
            self._paint_line(painter, rect, rows, nth)
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRect, rows: Sequence[Row], nth: int) -> None:
        line = rows[nth].line
        if line is None:
            return
        tokens = self._tokens
        top = self._origin(rect, rows, nth)
        number = QRectF(_LEFT + _EDGE, top.y(), _NUMBER, self._pitch)
        painter.setFont(self._small)
        painter.setPen(tokens.muted)
        painter.drawText(
            number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(line.number)
        )
        if line.doubt:
            self._paint_doubt(painter, QPointF(_LEFT + _EDGE + 11, top.y() + self._pitch / 2))
        aside = line.label is Label.ASIDE
        painter.setPen(tokens.muted if aside else tokens.text)
        self._layout(rows, nth).draw(painter, top + QPointF(0, self._rise))
        if _tagged(rows, nth):
            painter.setFont(self._small)
            painter.setPen(tokens.muted)
            tag = QRectF(self.tag_rect(rect)).adjusted(0, 0, -8, 0)
            tag.setTop(top.y())
            tag.setHeight(self._pitch)
            said = words.reason(line) if aside else words.label_name(line.label)
            said = QFontMetricsF(self._small).elidedText(said, Qt.TextElideMode.ElideRight, tag.width())
            painter.drawText(tag, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, said)

    def _paint_file(self, painter: QPainter, rect: QRect, rows: Sequence[Row], nth: int) -> None:
        painter.setFont(self._bold)
        painter.setPen(self._tokens.text)
        area = QRectF(rect).adjusted(_LEFT, 0, -_RIGHT, 0)
        name = words.source_name(rows[nth].source)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_doubt(self, painter: QPainter, middle: QPointF) -> None:
        """A filled disc with a question mark, in the colour of warnings."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._tokens.warn)
        radius = self._pitch * 0.3
        painter.drawEllipse(middle, radius, radius)
        painter.setPen(self._tokens.base)
        font = QFont(self._small)
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        disc = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, "?")

    def _paint_band(self, painter: QPainter, rect: QRect, rows: Sequence[Row], nth: int) -> None:
        """The row's part of its article's band: round at the article's ends, straight between."""
        article = rows[nth].article or 0
        first, last = _ends(rows, nth)
        bottom = rect.bottom() + 1 - (_BETWEEN if last else 0)
        area = QRectF(_LEFT, rect.top(), rect.width() - _LEFT - _RIGHT, bottom - rect.top())
        whole = area.adjusted(0, 0 if first else -2 * _RADIUS, 0, 0 if last else 2 * _RADIUS)
        path = QPainterPath()
        path.addRoundedRect(whole, _RADIUS, _RADIUS)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=first or last)  # rows meet without a seam
        painter.setClipRect(area)
        painter.fillPath(path, self._band(article))
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        edges = self._tokens.band_edges
        painter.fillRect(QRectF(_LEFT, area.top(), _EDGE, area.height()), edges[article % len(edges)])
        painter.restore()

    def _band(self, article: int) -> QColor:
        return self._tokens.bands[article % len(self._tokens.bands)]

    # --- geometry

    def _around(self, rows: Sequence[Row], nth: int) -> int:
        """The room above and below the text of a row."""
        if rows[nth].line is None:
            return 2 * _BETWEEN
        first, last = _ends(rows, nth)
        return 2 + (_ABOVE if first else 0) + (_BELOW + _BETWEEN if last else 0)

    def _origin(self, rect: QRect, rows: Sequence[Row], nth: int) -> QPointF:
        above = _ABOVE if _ends(rows, nth)[0] else 0
        return QPointF(_LEFT + _EDGE + _NUMBER + _GAP, rect.top() + 1 + above)

    def _text_area(self, rect: QRect, rows: Sequence[Row], nth: int) -> QRect:
        top = round(self._origin(rect, rows, nth).y()) - 1
        lines = self._layout(rows, nth).lineCount()
        return QRect(_LEFT + _EDGE, top, rect.width() - _LEFT - _RIGHT - _EDGE, lines * self._pitch + 2)

    def _layout(self, rows: Sequence[Row], nth: int) -> QTextLayout:
        if nth not in self._layouts:
            if len(self._layouts) >= _KEPT:
                self._layouts.pop(next(iter(self._layouts)))
            self._layouts[nth] = self._set(rows[nth])
        return self._layouts[nth]

    def _set(self, row: Row) -> QTextLayout:
        line = row.line
        bold = line is None or line.label in (Label.HEADLINE, Label.SECTION)
        layout = QTextLayout(row.source if line is None else line.text, self._bold if bold else self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats(row))
        layout.beginLayout()
        y = 0
        while (part := layout.createLine()).isValid():
            part.setLineWidth(self._width)
            part.setPosition(QPointF(0, y))
            y += self._pitch
        layout.endLayout()
        return layout

    def _formats(self, row: Row) -> list[QTextLayout.FormatRange]:
        line = row.line
        if line is None:
            return []
        if line.label is Label.ASIDE:
            struck = QTextCharFormat()
            struck.setFontStrikeOut(True)
            return [_range(0, len(line.text), struck)]
        cleaned = QTextCharFormat()
        cleaned.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        cleaned.setUnderlineColor(self._tokens.muted)
        return [_range(start, length, cleaned) for start, length, _ in marks(line)]


def _range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, form
    return made


def _ends(rows: Sequence[Row], nth: int) -> tuple[bool, bool]:
    """Whether a row is its band's first and its last."""
    article = rows[nth].article
    if article is None:
        return False, False
    first = nth == 0 or rows[nth - 1].article != article
    last = nth + 1 == len(rows) or rows[nth + 1].article != article
    return first, last


def _tagged(rows: Sequence[Row], nth: int) -> bool:
    """Whether the label is shown: where it differs from the line above, in the same article."""
    line, above = rows[nth].line, rows[nth - 1] if nth else None
    if line is None or line.label is Label.BLANK:
        return False
    if line.label is Label.ASIDE or above is None or above.line is None:
        return True
    return above.article != rows[nth].article or above.line.label is not line.label
