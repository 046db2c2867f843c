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
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from bulletin_desktop.gui import colors, theme
from bulletin_desktop.gui.review import words
from bulletin_desktop.gui.review.digest import Mark, Row, RowKind, marks
from bulletin_desktop.gui.review.object_painter import ObjectPainter
from bulletin_desktop.gui.review.thumbnails import Thumbnails
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
_INDENT = 16  # of what is told of a file, below its name
_HEADS = (RowKind.FILE, RowKind.FAILURES)


class LinePainter:
    """Measures and paints rows for one widget, with its font and palette."""

    def __init__(self, widget: QWidget, thumbnails: Thumbnails) -> None:
        self._thumbnails = thumbnails
        self._spot: tuple[int, int] | None = None  # the row and the change in its original that is stepped to
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
        self._objects = ObjectPainter(self._small, self._tokens, thumbnails)
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

    def guesses(self, rows: Sequence[Row]) -> list[int]:
        """Return a height for each row from its number of characters alone."""
        share, pitch, found = self._em / self._width, self._pitch, []
        for nth, row in enumerate(rows):
            line = row.line
            if line is None:
                found.append(max(1, math.ceil(len(row.text) * share)) * pitch + self._around(rows, nth))
            elif line.content is not None:
                found.append(self._objects.height(line) + self._around(rows, nth))
            else:
                found.append(max(1, math.ceil(len(line.text) * share)) * pitch + 2)
                ends = row.article is not None and (
                    nth == 0
                    or rows[nth - 1].article != row.article
                    or nth + 1 == len(rows)
                    or rows[nth + 1].article != row.article
                )
                if ends:
                    found[-1] += self._around(rows, nth) - 2
        return found

    def height(self, rows: Sequence[Row], nth: int) -> int:
        """Return the real height of a row."""
        return self._body(rows, nth) + self._around(rows, nth)

    def _body(self, rows: Sequence[Row], nth: int) -> int:
        """The height of a row's text, table or picture."""
        line = rows[nth].line
        if line is not None and line.content is not None:
            return self._objects.height(line)
        return self._layout(rows, nth).lineCount() * self._pitch

    def step_to(self, row: int, place: int) -> None:
        """Show the change at *place* of the original of a row's line; a row below 0 shows none."""
        if self._spot is not None:
            self._layouts.pop(self._spot[0], None)
        self._spot = (row, place) if row >= 0 else None
        self._layouts.pop(row, None)

    def link_rect(self, rect: QRect, row: Row) -> QRect:
        """Return where the name of a file offers its original; empty if there is none."""
        if row.kind is not RowKind.FILE or not row.origin:
            return QRect()
        width = round(QFontMetricsF(self._small).horizontalAdvance(words.say(words.OPEN_ORIGINAL))) + 1
        return QRect(rect.right() - _RIGHT - width, rect.top(), width, rect.height())

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
        mark = self.mark_at(rect, rows, nth, at)
        return words.change(mark) if mark else ""

    def mark_at(self, rect: QRect, rows: Sequence[Row], nth: int, at: QPoint) -> Mark | None:
        """Return the change at a point of a row."""
        line = rows[nth].line
        if line is None or line.content is not None:
            return None
        layout = self._layout(rows, nth)
        origin = self._origin(rect, rows, nth)
        for number in range(layout.lineCount()):
            part = layout.lineAt(number)
            if 0 <= at.y() - origin.y() - number * self._pitch < self._pitch:
                place = part.xToCursor(at.x() - origin.x(), part.CursorPosition.CursorOnCharacter)
                inside = origin.x() <= at.x() <= origin.x() + part.naturalTextWidth()
                return next(
                    (
                        mark
                        for mark in marks(line)
                        if inside and mark.start <= place < mark.start + mark.length
                    ),
                    None,
                )
        return None

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
            ground = self._ground(row)
            painter.fillRect(
                text, colors.mix(self._tokens.accent, ground, 0.18 if self._tokens.dark else 0.16)
            )
        if current:
            painter.fillRect(QRect(text.left(), text.top(), 3, text.height()), self._tokens.accent)
        if row.line is None:
            self._paint_head(painter, rect, rows, nth)
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
        if rows[nth].doubtful:
            self._paint_doubt(painter, QPointF(_LEFT + _EDGE + 11, top.y() + self._pitch / 2))
        aside = line.label is Label.ASIDE
        color = tokens.muted if aside or rows[nth].fate else tokens.text
        painter.setPen(color)
        if line.content is None:
            self._layout(rows, nth).draw(painter, top + QPointF(0, self._rise))
        else:
            self._objects.paint(painter, top, self._width, line, color)
        if _tagged(rows, nth):
            painter.setFont(self._small)
            painter.setPen(tokens.muted)
            tag = QRectF(self.tag_rect(rect)).adjusted(0, 0, -8, 0)
            tag.setTop(top.y())
            tag.setHeight(self._pitch)
            said = words.reason(line) if aside else words.label_name(line.label)
            fate = rows[nth].fate
            if fate and _ends(rows, nth)[0]:
                said = words.fate(fate)
            said = QFontMetricsF(self._small).elidedText(said, Qt.TextElideMode.ElideRight, tag.width())
            painter.drawText(tag, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, said)

    def _paint_head(self, painter: QPainter, rect: QRect, rows: Sequence[Row], nth: int) -> None:
        """A row that is no line: a file's name, what is told of it, a file that could not be read."""
        row, tokens = rows[nth], self._tokens
        painter.setPen(self._head_color(row))
        self._layout(rows, nth).draw(painter, self._origin(rect, rows, nth) + QPointF(0, self._rise))
        link = self.link_rect(rect, row)
        if not link.isEmpty():
            painter.setFont(self._small)
            painter.setPen(tokens.accent)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(link, flags, words.say(words.OPEN_ORIGINAL))
        if row.kind is RowKind.TOLD:
            middle = QPointF(_LEFT + 5, self._origin(rect, rows, nth).y() + self._pitch / 2)
            self._paint_chevron(painter, middle, row.folded)

    def _head_color(self, row: Row) -> QColor:
        if row.kind is RowKind.FAILURES:
            return self._tokens.err
        return self._tokens.muted if row.kind in (RowKind.TOLD, RowKind.DETAIL) else self._tokens.text

    def _paint_chevron(self, painter: QPainter, middle: QPointF, folded: bool) -> None:
        painter.save()
        painter.translate(middle)
        painter.rotate(0 if folded else 90)
        painter.setPen(QPen(self._tokens.muted, 1.4))
        painter.drawPolyline([QPointF(-2, -4), QPointF(2, 0), QPointF(-2, 4)])
        painter.restore()

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
        painter.fillPath(path, self._ground(rows[nth]))
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        edges = self._tokens.band_edges
        edge = self._tokens.edge if rows[nth].fate else edges[article % len(edges)]
        painter.fillRect(QRectF(_LEFT, area.top(), _EDGE, area.height()), edge)
        painter.restore()

    def _band(self, article: int) -> QColor:
        return self._tokens.bands[article % len(self._tokens.bands)]

    def _ground(self, row: Row) -> QColor:
        """What a row's text stands on."""
        if row.article is None:
            return self._tokens.base
        return self._tokens.window if row.fate else self._band(row.article)

    # --- geometry

    def _around(self, rows: Sequence[Row], nth: int) -> int:
        """The room above and below the text of a row."""
        if rows[nth].line is None:
            kind = rows[nth].kind
            return 2 if kind is RowKind.DETAIL else 2 * _BETWEEN if kind in _HEADS else _BETWEEN
        first, last = _ends(rows, nth)
        return 2 + (_ABOVE if first else 0) + (_BELOW + _BETWEEN if last else 0)

    def _origin(self, rect: QRect, rows: Sequence[Row], nth: int) -> QPointF:
        row = rows[nth]
        if row.line is None:
            above = _BETWEEN if row.kind in _HEADS else 1
            return QPointF(_LEFT + (0 if row.kind in _HEADS else _INDENT), rect.top() + above)
        above = _ABOVE if _ends(rows, nth)[0] else 0
        return QPointF(_LEFT + _EDGE + _NUMBER + _GAP, rect.top() + 1 + above)

    def _text_area(self, rect: QRect, rows: Sequence[Row], nth: int) -> QRect:
        top = round(self._origin(rect, rows, nth).y()) - 1
        height = self._body(rows, nth) + 2
        return QRect(_LEFT + _EDGE, top, rect.width() - _LEFT - _RIGHT - _EDGE, height)

    def _layout(self, rows: Sequence[Row], nth: int) -> QTextLayout:
        if nth not in self._layouts:
            if len(self._layouts) >= _KEPT:
                self._layouts.pop(next(iter(self._layouts)))
            self._layouts[nth] = self._set(rows[nth], nth)
        return self._layouts[nth]

    def _set(self, row: Row, nth: int) -> QTextLayout:
        line = row.line
        if line is None:
            font = self._bold if row.kind in _HEADS else self._small
            layout = QTextLayout(self._head_text(row, font), font)
        else:
            bold = line.label in (Label.HEADLINE, Label.SECTION)
            layout = QTextLayout(line.text.replace("\n", "\u2028"), self._bold if bold else self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats(row, nth))
        layout.beginLayout()
        y = 0
        while (part := layout.createLine()).isValid():
            part.setLineWidth(self._width)
            part.setPosition(QPointF(0, y))
            y += self._pitch
        layout.endLayout()
        return layout

    def _head_text(self, row: Row, font: QFont) -> str:
        """What a row that is no line says; one that can be unfolded says it on one line."""
        text = words.head(row)
        if row.kind is RowKind.TOLD:
            text = words.say(words.TOLD) if not row.folded else text
            return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, self._width)
        return text

    def _formats(self, row: Row, nth: int) -> list[QTextLayout.FormatRange]:
        line = row.line
        if line is None:
            return []
        if line.label is Label.ASIDE or row.fate is not None:
            struck = QTextCharFormat()
            struck.setFontStrikeOut(True)
            return [_range(0, len(line.text), struck)]
        cleaned = QTextCharFormat()
        cleaned.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        cleaned.setUnderlineColor(self._tokens.muted)
        found = marks(line)
        ranges = [_range(mark.start, mark.length, cleaned) for mark in found]
        if self._spot is not None and self._spot[0] == nth:
            here = QTextCharFormat()
            here.setBackground(colors.mix(self._tokens.accent, self._ground(row), 0.35))
            ranges += [_range(each.start, each.length, here) for each in found if each.place == self._spot[1]]
        return ranges


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
    if rows[nth].fate and _ends(rows, nth)[0]:
        return True
    if line.label is Label.ASIDE or above is None or above.line is None:
        return True
    return above.article != rows[nth].article or above.line.label is not line.label
