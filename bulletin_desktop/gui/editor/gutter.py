"""The strip left of the text: what each paragraph is, and which one is being edited."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QTextEdit, QWidget

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.editor.decor import block_rect, visible_blocks
from bulletin_desktop.gui.editor.formats import Zone, is_object, role_of, zone_of
from bulletin_desktop.gui.editor.labels import tag

WIDTH = 52  # pixels, as the bar and the gap to the text
_BAR, _BAR_GAP = 3, 8
_MIDDLE = 0.38  # of the em: how far a character's middle stands above its baseline
_TAG_RIGHT = 20  # from the gutter's right edge to the tags' right edge


class Gutter(QWidget):
    """Role tags where the role changes, a bar beside the current paragraph.

    A tag can be clicked: `clicked` carries the block's number and the place for a menu.
    """

    clicked = Signal(int, QPoint)

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._hovered = -1
        self.setMouseTracking(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.tokens(self.palette())
        painter = QPainter(self)
        font = self.font()
        font.setPointSizeF(max(7.0, font.pointSizeF() - 0.5))
        painter.setFont(font)
        current = self._edit.textCursor().blockNumber()
        for block, rect in visible_blocks(self._edit, self._area()):
            number = block.blockNumber()
            if number == current:
                painter.fillRect(self._bar(rect), colors.accent)
            if number in (current, self._hovered) or changes(block):
                painter.setPen(colors.text if number == current else colors.muted)
                painter.drawText(self._tag_rect(block, rect), _ALIGN, self._words(block))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        block = self._block_at(event.position().toPoint())
        hovered = block.blockNumber() if block is not None else -1
        if hovered != self._hovered:
            self._hovered = hovered
            body = block is not None and zone_of(block) is Zone.BODY
            self.setCursor(Qt.CursorShape.PointingHandCursor if body else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        block = self._block_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and block is not None and zone_of(block) is Zone.BODY:
            below = self._tag_rect(block, block_rect(self._edit, block)).bottomLeft().toPoint()
            self.clicked.emit(block.blockNumber(), self.mapToGlobal(below))

    def tag_center(self, block: QTextBlock) -> QPoint:
        """Return the middle of the tag of *block*, in the gutter."""
        return self._tag_rect(block, block_rect(self._edit, block)).center().toPoint()

    def _area(self) -> QRect:
        return QRect(0, 0, self._edit.viewport().width(), self.height())

    def _block_at(self, position: QPoint) -> QTextBlock | None:
        for block, rect in visible_blocks(self._edit, self._area()):
            if rect.top() <= position.y() < rect.bottom():
                return block
        return None

    def _bar(self, rect: QRectF) -> QRectF:
        return QRectF(self.width() - _BAR_GAP - _BAR, rect.top(), _BAR, rect.height() - 2)

    def _tag_rect(self, block: QTextBlock, rect: QRectF) -> QRectF:
        """The tag stands level with the middle of the first line's characters."""
        line = block.layout().lineAt(0)
        metrics = QFontMetricsF(block.charFormat().font())
        baseline = line.y() + line.ascent() if line.isValid() else metrics.ascent()
        middle = rect.top() + baseline - _MIDDLE * block.charFormat().font().pixelSize()
        height = QFontMetricsF(self.font()).height()
        return QRectF(0, middle - height / 2, self.width() - _TAG_RIGHT, height)

    def _words(self, block: QTextBlock) -> str:
        if is_object(block):
            return ""
        zone = zone_of(block)
        return tag(zone, role_of(block)) if zone is Zone.BODY else tag(zone)


_ALIGN = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def changes(block: QTextBlock) -> bool:
    """Tell whether *block* is something else than the block above it."""
    before = block.previous()
    if not before.isValid() or zone_of(before) is not zone_of(block):
        return True
    if zone_of(block) is not Zone.BODY or is_object(block):
        return False
    return is_object(before) or role_of(before) is not role_of(block)
