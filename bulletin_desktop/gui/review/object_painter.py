"""Tables and pictures among the lines of a manuscript: small, so that the text beside them is still read."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from bulletin_desktop.document.model import Table
from bulletin_desktop.document.table import Spot, grid
from bulletin_desktop.gui.review import words
from bulletin_desktop.gui.review.thumbnails import SIZE, Thumbnails, fitted
from bulletin_desktop.gui.theme import Tokens
from bulletin_desktop.intake.marks import cleaned_table
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.recognition import ReadLine

ROWS = 4  # of a table that are drawn
_WIDEST = 520
_CELL_PAD = 6
_MARGIN = 4


class ObjectPainter:
    """Measures and paints what a line has as its content, in a font and colours."""

    def __init__(self, font: QFont, tokens: Tokens, thumbnails: Thumbnails) -> None:
        self._font, self._tokens, self._thumbnails = font, tokens, thumbnails
        self._metrics = QFontMetricsF(font)
        self._row = round(self._metrics.height() + 6)

    def height(self, line: ReadLine) -> int:
        """Return the height of a line's table or picture."""
        content = line.content
        if isinstance(content, Table):
            rows = min(len(content.rows), ROWS)
            return rows * self._row + (self._row if len(content.rows) > ROWS else 0) + 2 * _MARGIN
        picture = round(self._size(content).height()) if content else 0
        return max(picture, self._row) + (self._row if line.text else 0) + 2 * _MARGIN

    def paint(self, painter: QPainter, at: QPointF, width: float, line: ReadLine, color: QColor) -> None:
        """Paint it with its upper left corner at a point."""
        painter.save()
        painter.setFont(self._font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        at += QPointF(0, _MARGIN)
        area = QRectF(at, QSizeF(width, self.height(line)))
        painter.setPen(color)
        if isinstance(line.content, Table):
            self._paint_table(painter, area, line, line.content)
        elif line.content is not None:
            self._paint_picture(painter, area, line, line.content)
        painter.restore()

    def _paint_table(self, painter: QPainter, area: QRectF, line: ReadLine, table: Table) -> None:
        at, width, color = area.topLeft(), min(area.width(), _WIDEST), painter.pen().color()
        shown = cleaned_table(line, table)
        for spot in _first_rows(shown):
            share = [
                sum(table.widths[:column]) / 1000 for column in (spot.column, spot.column + spot.cell.columns)
            ]
            rect = QRectF(
                round(at.x() + share[0] * width),
                at.y() + spot.row * self._row,
                round(at.x() + share[1] * width) - round(at.x() + share[0] * width),
                min(spot.cell.rows, ROWS - spot.row) * self._row,
            )
            painter.setPen(QPen(self._tokens.edge, 1))
            painter.setBrush(self._tokens.base)
            painter.drawRect(rect)
            painter.setPen(color)
            inside = rect.adjusted(_CELL_PAD, 0, -_CELL_PAD, 0)
            text = " ".join(spot.cell.text.split())
            text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        if len(table.rows) > ROWS:
            more = words.say(words.MORE_ROWS).format(count=len(table.rows) - ROWS)
            below = QRectF(at.x(), at.y() + ROWS * self._row, width, self._row)
            painter.setPen(self._tokens.muted)
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, more)

    def _paint_picture(self, painter: QPainter, area: QRectF, line: ReadLine, picture: FoundPicture) -> None:
        at, width, color = area.topLeft(), area.width(), painter.pen().color()
        image = self._thumbnails.image(picture)
        rect = QRectF(at, self._size(picture))
        if image is not None and not image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(rect, image)
        painter.setPen(QPen(self._tokens.edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        if image is not None and image.isNull():
            painter.setPen(self._tokens.muted)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words.say(words.NO_PICTURE))
        if line.text:
            below = QRectF(at.x(), rect.bottom(), width, self._row)
            painter.setPen(color)
            text = self._metrics.elidedText(line.text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _size(self, picture: FoundPicture) -> QSizeF:
        """The size on the page's proportions: known before the picture is decoded, so that nothing jumps."""
        image = self._thumbnails.known(picture)
        if picture.width and picture.height:
            shape = QSizeF(picture.width, picture.height)
        elif image is not None and not image.isNull():
            return QSizeF(fitted(image))
        else:
            shape = QSizeF(4, 3)
        return shape.scaled(QSizeF(SIZE), Qt.AspectRatioMode.KeepAspectRatio)


def _first_rows(table: Table) -> list[Spot]:
    """The cells of the rows that are drawn; one that reaches further down is cut there."""
    rows = table.rows[:ROWS]
    cut = (
        tuple(replace(cell, rows=min(cell.rows, len(rows) - nth)) for cell in row)
        for nth, row in enumerate(rows)
    )
    return list(grid(replace(table, rows=tuple(cut))))
