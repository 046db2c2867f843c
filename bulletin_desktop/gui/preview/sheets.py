"""Paints sheets of paper: the paper with its shadow, the page on it, and what is marked there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from bulletin_desktop.gui.preview.geometry import Stack
from bulletin_desktop.gui.preview.marks import Kind, Marks, Shape
from bulletin_desktop.gui.preview.painter import PagePainter
from bulletin_desktop.gui.theme import Tokens
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.measures import Measures

_SHADOW = 7


class Sheets:
    """Paints parts of the desk. What it keeps of a layout's lines is shared with the thumbnails."""

    def __init__(self, measures: Measures) -> None:
        self.pages = PagePainter(measures)
        self.marks = Marks(self.pages.placed)
        self._layout: Layout | None = None
        self._tokens: Tokens

    def set_layout(self, layout: Layout | None) -> None:
        """Paint the pages of *layout* from now on."""
        self._layout = layout
        self.pages.set_layout(layout)
        self.marks.set_layout(layout)

    def set_tokens(self, tokens: Tokens) -> None:
        """Paint in these colours from now on."""
        self._tokens = tokens
        self.pages.set_color(self._on_screen)

    def _on_screen(self, color: str) -> QColor:
        """Black and red as they look on the paper of this theme; any other colour as it is."""
        named = {"000000": self._tokens.ink, "FF0000": self._tokens.masthead}
        return named.get(color.upper(), QColor(f"#{color}"))

    def paint(self, painter: QPainter, stack: Stack, exposed: QRectF) -> None:
        """Paint what lies in a rectangle of the desk; the painter's origin is the desk's corner."""
        painter.fillRect(exposed, self._tokens.desk)
        if self._layout is None:
            return
        for index in stack.visible(exposed.top(), exposed.bottom()):
            self._paint_page(painter, stack, index, exposed)

    def _paint_page(self, painter: QPainter, stack: Stack, index: int, exposed: QRectF) -> None:
        sheet = stack.rect(index)
        if sheet.adjusted(1, 1, -1, -1).contains(exposed):
            painter.fillRect(exposed, self._tokens.paper)
        else:
            self._paint_sheet(painter, sheet)
        if self._layout is None or not sheet.intersects(exposed):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(sheet, Qt.ClipOperation.IntersectClip)
        painter.translate(sheet.topLeft())
        painter.scale(stack.scale, stack.scale)
        part = QRectF(stack.to_page(index, exposed.topLeft()), exposed.size() / stack.scale)
        self._paint_marks(painter, self.marks.below(index, part))
        self.pages.paint(painter, self._layout.pages[index], clip=part)
        self._paint_marks(painter, self.marks.above(index, stack.scale))
        painter.restore()

    def _paint_marks(self, painter: QPainter, shapes: list[Shape]) -> None:
        t = self._tokens
        colors = {
            Kind.BAR: t.paper_bar,
            Kind.HAIR: t.paper_hair,
            Kind.SELECTED: t.paper_selection,
            Kind.FOUND: t.paper_found,
            Kind.CURRENT: t.paper_current,
        }
        for kind, *rect in shapes:
            painter.fillRect(QRectF(*rect), colors[kind])

    def _paint_sheet(self, painter: QPainter, sheet: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = QColor(self._tokens.shadow)
        shade.setAlpha(shade.alpha() // 4)
        painter.setBrush(shade)
        for spread in range(_SHADOW, 0, -1):
            painter.drawRoundedRect(sheet.adjusted(-spread, -spread + 2, spread, spread + 2), spread, spread)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(sheet, self._tokens.paper)
        painter.setPen(QPen(self._tokens.edge, 0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(sheet)
