"""How tables, pictures and page breaks stand among the paragraphs of the editor.

Each is a text block without text, high enough for what is painted there. That height does not depend on the
pane's width, so that resizing changes nothing that undo would have to know.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPalette,
    QPen,
    QTextDocument,
)

from bulletin_desktop.document.model import Block, Cell, CellAlign, PageBreak, Picture, Table
from bulletin_desktop.document.table import grid
from bulletin_desktop.gui import theme
from bulletin_desktop.gui.editor.marked_text import fill
from bulletin_desktop.gui.preview.pictures import Pictures
from bulletin_desktop.values import dataclass

TENTHS_PER_EM = 1560 / 28  # in print 28 characters are 156 mm wide
HIGHEST = 13  # ems of a picture on the screen; a higher one is shown smaller
HANDLE = 8  # pixels of a square to drag a picture's corner by
MOST_ROWS = 8  # of a table on the screen
_ROW, _CAPTION, _PAD, _BREAK = 1.7, 1.7, 0.35, 1.7  # heights in ems
_CELL_PAD = 0.4
_ALIGN = {
    CellAlign.LEFT: Qt.AlignmentFlag.AlignLeft,
    CellAlign.CENTER: Qt.AlignmentFlag.AlignHCenter,
    CellAlign.RIGHT: Qt.AlignmentFlag.AlignRight,
}


@dataclass(frozen=True, slots=True)
class Look:
    """What objects are painted with; *em* is the text's size in pixels."""

    em: int
    caption: QFont
    cells: QFont
    small: QFont  # of labels, the interface's
    colors: theme.Tokens
    pictures: Pictures


def height_of(value: Block, em: int) -> int:
    """Return how many pixels high *value* stands in a text of size *em*."""
    match value:
        case Picture():
            caption = _CAPTION if value.caption else 0
            return round((min(value.height / TENTHS_PER_EM, HIGHEST) + caption + 2 * _PAD) * em)
        case Table():
            more = _CAPTION if len(value.rows) > MOST_ROWS else 0
            return round((min(len(value.rows), MOST_ROWS) * _ROW + more + 2 * _PAD) * em)
        case _:
            return round(_BREAK * em)


def paint(painter: QPainter, value: Block, rect: QRectF, look: Look, chosen: bool) -> None:
    """Paint *value* into its block's place; *chosen* where the cursor stands on it or it is selected."""
    inner = rect.adjusted(0, _PAD * look.em, 0, -_PAD * look.em)
    match value:
        case Picture():
            shown = _picture(painter, value, rect, look)
        case Table():
            shown = _table(painter, value, inner, look)
        case PageBreak():
            shown = _page_break(painter, rect, look)
        case _:
            raise TypeError(f"{type(value).__name__} is text")
    if chosen and isinstance(value, Picture):
        painter.setBrush(look.colors.base)
        painter.setPen(QPen(look.colors.accent, 2))
        for handle in handles(shown):
            painter.drawRect(handle)
    elif chosen:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colors.accent, 2))
        frame = shown.adjusted(-3, -3, 3, 3)
        frame.setLeft(max(frame.left(), rect.left() + 1))  # what is beside the text is another widget's
        frame.setRight(min(frame.right(), rect.right() - 1))
        painter.drawRoundedRect(frame, 3, 3)


def picture_place(value: Picture, rect: QRectF, em: int) -> QRectF:
    """Return where a picture is shown whose block stands in *rect*."""
    inner = rect.adjusted(0, _PAD * em, 0, -_PAD * em)
    room = QSizeF(inner.width(), inner.height() - (_CAPTION * em if value.caption else 0))
    size = QSizeF(value.width, value.height) * (em / TENTHS_PER_EM)
    if size.width() > room.width() or size.height() > room.height():
        size = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    return QRectF(QPointF(inner.center().x() - size.width() / 2, inner.top()), size)


def handles(place: QRectF) -> tuple[QRectF, ...]:
    """Return the squares at the corners of a picture: top left, top right, bottom left, bottom right."""
    size = QSizeF(HANDLE, HANDLE)
    corners = (place.topLeft(), place.topRight(), place.bottomLeft(), place.bottomRight())
    return tuple(QRectF(corner - QPointF(HANDLE, HANDLE) / 2, size) for corner in corners)


def _picture(painter: QPainter, value: Picture, whole: QRectF, look: Look) -> QRectF:
    rect = whole.adjusted(0, _PAD * look.em, 0, -_PAD * look.em)
    caption = _CAPTION * look.em if value.caption else 0
    place = picture_place(value, whole, look.em)
    image = look.pictures(value.sha256, round(place.width() * painter.device().devicePixelRatioF()))
    _image(painter, place, image, look)
    if caption:
        words = QFontMetricsF(look.caption).elidedText(
            value.caption, Qt.TextElideMode.ElideRight, rect.width()
        )
        painter.setFont(look.caption)
        painter.setPen(look.colors.text)
        below = QRectF(rect.left(), rect.bottom() - caption, rect.width(), caption)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words)
    return place


def _image(painter: QPainter, place: QRectF, image: QImage | None, look: Look) -> None:
    if image is not None and not image.isNull():
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)
        return
    painter.fillRect(place, look.colors.window)
    painter.setPen(QPen(look.colors.line, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place)
    painter.setFont(look.small)
    painter.setPen(look.colors.muted)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, QCoreApplication.translate("Objects", "Picture"))


def _table(painter: QPainter, value: Table, rect: QRectF, look: Look) -> QRectF:
    """The cells in their places, a line each; rows beyond `MOST_ROWS` are counted."""
    row_height = _ROW * look.em
    rows = min(len(value.rows), MOST_ROWS)
    # Lines on whole pixels: between two they would be drawn twice as thick and half as dark.
    row_height = round(row_height)
    place = QRectF(round(rect.left()), round(rect.top()), round(rect.width()) - 1, rows * row_height)
    edges = [
        round(place.left() + place.width() * part / 1000) for part in accumulate(value.widths, initial=0)
    ]
    header = QRectF(place.left(), place.top(), place.width(), min(value.header_rows, rows) * row_height)
    painter.fillRect(header, look.colors.window)
    painter.save()
    painter.setClipRect(place.adjusted(-1, -1, 1, 1), Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setFont(look.cells)
    metrics, pad = QFontMetricsF(look.cells), _CELL_PAD * look.em
    for spot in grid(replace(value, rows=value.rows[:rows])):  # a sheet of 500 rows takes 90 ms to lay out
        top = place.top() + spot.row * row_height
        left, right = edges[spot.column], edges[spot.column + spot.cell.columns]
        box = QRectF(left, top, right - left, spot.cell.rows * row_height)
        painter.setPen(QPen(look.colors.edge, 1))
        painter.drawRect(box)
        inner = box.adjusted(pad, 0, -pad, 0)
        if any(span.marks for span in spot.cell.spans):
            _marked(painter, spot.cell, inner, look)
            continue
        words = metrics.elidedText(spot.cell.text, Qt.TextElideMode.ElideRight, inner.width())
        painter.setPen(look.colors.text)
        painter.drawText(inner, _ALIGN[spot.cell.align] | Qt.AlignmentFlag.AlignVCenter, words)
    painter.restore()
    if len(value.rows) > rows:
        painter.setFont(look.small)
        painter.setPen(look.colors.muted)
        words = QCoreApplication.translate("Objects", "{count} more rows").format(
            count=len(value.rows) - rows
        )
        below = QRectF(rect.left(), place.bottom(), rect.width(), _CAPTION * look.em)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words)
    return place


def _marked(painter: QPainter, cell: Cell, inner: QRectF, look: Look) -> None:
    """The text of a cell with its marks; what has no room is cut off."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(look.cells)
    fill(document, cell.spans)
    size = document.size().boundedTo(inner.size())
    free = {CellAlign.LEFT: 0.0, CellAlign.CENTER: 0.5, CellAlign.RIGHT: 1.0}[cell.align]
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, look.colors.text)
    painter.save()
    painter.setClipRect(inner, Qt.ClipOperation.IntersectClip)
    painter.translate(
        inner.left() + free * (inner.width() - size.width()),
        inner.top() + (inner.height() - size.height()) / 2,
    )
    document.documentLayout().draw(painter, context)
    painter.restore()


def _page_break(painter: QPainter, rect: QRectF, look: Look) -> QRectF:
    words, metrics = QCoreApplication.translate("Objects", "Page break"), QFontMetricsF(look.small)
    half = metrics.horizontalAdvance(words) / 2 + look.em / 2
    middle = rect.center()
    painter.setPen(QPen(look.colors.edge, 1, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(rect.left(), middle.y()), QPointF(middle.x() - half, middle.y()))
    painter.drawLine(QPointF(middle.x() + half, middle.y()), QPointF(rect.right(), middle.y()))
    painter.setFont(look.small)
    painter.setPen(look.colors.muted)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
    return rect.adjusted(0, look.em * 0.3, 0, -look.em * 0.3)
