"""What the sheet paints round the text: the highlight pen and emphasis dots."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QTextBlock
from PySide6.QtWidgets import QTextEdit

from bulletin_desktop.document.model import Mark
from bulletin_desktop.gui.editor.formats import marks_of

_DRAWN = frozenset((Mark.HIGHLIGHT, Mark.EMPHASIS))  # what Qt does not draw, or only in one theme's colour


def block_rect(edit: QTextEdit, block: QTextBlock) -> QRectF:
    """Return where *block* stands on the viewport of *edit*, whole lines, without its margins."""
    return _rect(edit.document().documentLayout(), block, edit.verticalScrollBar().value())


def _rect(layout: QAbstractTextDocumentLayout, block: QTextBlock, scrolled: int) -> QRectF:
    rect = layout.blockBoundingRect(block)
    # Qt's last line is only as high as its font.
    rect.setHeight(max(1, block.layout().lineCount()) * block.blockFormat().lineHeight())
    rect.translate(0, -scrolled)
    return rect


def visible_blocks(edit: QTextEdit, area: QRect) -> Iterator[tuple[QTextBlock, QRectF]]:
    """Yield the blocks that *area* of the viewport shows, with their places there."""
    block = edit.cursorForPosition(area.topLeft()).block()
    layout, scrolled = edit.document().documentLayout(), edit.verticalScrollBar().value()
    bottom = area.bottom()
    while block.isValid():
        rect = _rect(layout, block, scrolled)
        if rect.top() > bottom:
            return
        yield block, rect
        block = block.next()


def blocks_in(edit: QTextEdit, area: QRect) -> list[tuple[QTextBlock, QRectF]]:
    """Return the blocks that *area* shows. While someone types it is the current one."""
    block = edit.textCursor().block()
    rect = _rect(edit.document().documentLayout(), block, edit.verticalScrollBar().value())
    above = block.previous().blockFormat().bottomMargin()  # empty; Qt paints it with what changes below
    if rect.top() - above <= area.top() and area.bottom() < rect.bottom():
        return [(block, rect)]
    return list(visible_blocks(edit, area))


def line_rects(block: QTextBlock, rect: QRectF, start: int, end: int) -> Iterator[tuple[QRectF, int, int]]:
    """Yield the part of each line that shows [start, end) of *block*, with the characters it holds."""
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        low, high = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if low < high:
            left, right = line.cursorToX(low)[0], line.cursorToX(high)[0]
            top = rect.top() + line.y()
            yield QRectF(rect.left() + left, top, right - left, line.height()), low, high


def marked(block: QTextBlock) -> list[tuple[int, int, frozenset[Mark]]]:
    """Return (start, end, marks) of what we draw in *block*, in UTF-16 units, the composed text included."""
    layout = block.layout()
    found = []
    for stretch in block.textFormats():
        marks = marks_of(stretch.format) & _DRAWN
        if marks:
            found.append((stretch.start, stretch.start + stretch.length, marks))
    composed = len(layout.preeditAreaText()) if found else 0
    at = layout.preeditAreaPosition()
    return [
        (start + composed * (start >= at), end + composed * (end > at), marks) for start, end, marks in found
    ]


def paint_highlight(painter: QPainter, block: QTextBlock, rect: QRectF, color: QColor) -> None:
    """Draw the highlight pen behind the text that carries it."""
    for start, end, marks in marked(block):
        if Mark.HIGHLIGHT in marks:
            for part, _, _ in line_rects(block, rect, start, end):
                painter.fillRect(part, color)


def paint_emphasis(painter: QPainter, block: QTextBlock, rect: QRectF, color: QColor, em: float) -> None:
    """Draw a dot under each character that carries emphasis; blanks and marks of punctuation get none."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    places = _letters(block.text())
    for start, end, marks in marked(block):
        if Mark.EMPHASIS not in marks:
            continue
        for part, low, high in line_rects(block, rect, start, end):
            line = block.layout().lineForTextPosition(low)
            for left, right in places:
                if low <= left < high:
                    middle = (line.cursorToX(left)[0] + line.cursorToX(right)[0]) / 2
                    center = QPointF(rect.left() + middle, part.bottom() + em * 0.08)
                    painter.drawEllipse(center, em * 0.07, em * 0.07)
    painter.restore()


def _letters(text: str) -> list[tuple[int, int]]:
    """Return where each letter, digit or Chinese character begins and ends, in UTF-16 units."""
    found, at = [], 0
    for char in text:
        end = at + (2 if char > "\uffff" else 1)
        if char.isalnum():
            found.append((at, end))
        at = end
    return found
