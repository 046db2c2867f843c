"""What the sheet paints besides Qt's text: highlights, emphasis dots, objects, words in empty fields."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock

from bulletin_desktop.document.model import Role
from bulletin_desktop.gui import theme
from bulletin_desktop.gui.editor import decor, objects
from bulletin_desktop.gui.editor.formats import VIRTUAL, Zone, is_object, zone_of
from bulletin_desktop.gui.editor.labels import placeholder

if TYPE_CHECKING:
    from bulletin_desktop.gui.editor.sheet import Sheet

_Block = tuple[QTextBlock, QRectF]


class Painting:
    """One repaint of a part of the sheet's viewport: `under` the text, then `over` it."""

    def __init__(self, sheet: Sheet, area: QRect) -> None:
        self._sheet = sheet
        seen = decor.blocks_in(sheet, area)
        self._drawn: list[_Block] = [(block, rect) for block, rect in seen if decor.marked(block)]
        self._empty: list[_Block] = [(block, rect) for block, rect in seen if block.length() == 1]

    @cached_property
    def _colors(self) -> theme.Tokens:
        return theme.tokens(self._sheet.palette())

    def under(self) -> None:
        """Draw what lies behind the text."""
        if not self._drawn:
            return
        painter = QPainter(self._sheet.viewport())
        for block, rect in self._drawn:
            decor.paint_highlight(painter, block, rect, self._colors.mark)
        painter.end()

    def over(self) -> None:
        """Draw what stands with the text or in its place."""
        if not self._drawn and not self._empty:
            return
        painter = QPainter(self._sheet.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, rect in self._drawn:
            decor.paint_emphasis(painter, block, rect, self._colors.text, self._sheet.looks.em)
        for block, rect in self._empty:
            if is_object(block):
                self._paint_object(painter, block, rect)
            elif not block.layout().preeditAreaText():
                self._paint_placeholder(painter, block, rect)
        painter.end()

    def _paint_object(self, painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
        sheet, looks = self._sheet, self._sheet.looks
        cursor = sheet.textCursor()
        chosen = (
            cursor.block() == block
            if not cursor.hasSelection()
            else (cursor.selectionStart() <= block.position() <= cursor.selectionEnd())
        )
        caption, cells = looks.font(Zone.BODY, Role.CAPTION), looks.font(Zone.BODY)
        look = objects.Look(looks.em, caption, cells, sheet.font(), self._colors, sheet.pictures)
        objects.paint(painter, sheet.content.object(block), rect, look, chosen)

    def _paint_placeholder(self, painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
        zone = zone_of(block)
        form = block.blockFormat()
        if zone is Zone.BODY and not form.property(VIRTUAL):
            return
        painter.setFont(self._sheet.looks.font(zone))
        painter.setPen(self._colors.muted)
        line = block.layout().lineAt(0)
        place = rect.adjusted(form.textIndent(), line.y() if line.isValid() else 0, 0, 0)
        painter.drawText(place, form.alignment() | Qt.TextFlag.TextDontClip, placeholder(zone))
