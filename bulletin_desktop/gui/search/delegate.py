"""How a found article is painted: state and headline, where it stands; below, the words round the hit."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bulletin_desktop.document.searching import Marks
from bulletin_desktop.gui import theme
from bulletin_desktop.gui.search.marked import Marked, fitted
from bulletin_desktop.gui.search.model import HIT
from bulletin_desktop.gui.search.words import Words
from bulletin_desktop.gui.tree.rows import SHAPE, paint_state
from bulletin_desktop.services.searching import SearchHit

PAD = 8
_MARGIN = 4  # of a row's tint
_BETWEEN = 2  # the lines
_GAP = 24  # between what stands at the left and at the right
_AT_THE_RIGHT = 0.5  # of the row that the place may take

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class FoundDelegate(QStyledItemDelegate):
    """Paints two lines; what was looked for lies on the same ground as in the text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, 2 * option.fontMetrics.height() + _BETWEEN + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: SearchHit = index.data(HIT)
        words: Words = index.model().words
        t = theme.tokens(option.widget.window().palette())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        self._tint(painter, option, t)
        quiet = t.text if selected else t.muted
        line = QRectF(option.rect).adjusted(_MARGIN + PAD, PAD, -_MARGIN - PAD, 0)
        line.setHeight(option.fontMetrics.height())
        left = line.left() + SHAPE + PAD
        center = QPointF(line.left() + SHAPE / 2, line.center().y() + 0.5)
        paint_state(painter, center, str(hit.state), hit.problems, t)
        line.setLeft(left)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        self._line(painter, line, words.place(hit), quiet, option.font)
        painter.setFont(bold)
        self._marked(painter, line, words.headline(hit), hit.headline_marks, t)
        line.translate(0, line.height() + _BETWEEN)
        line.setLeft(left)
        line.setRight(option.rect.right() - _MARGIN - PAD)
        self._line(painter, line, words.facts(hit), quiet, option.font)
        painter.setFont(option.font)
        self._marked(painter, line, hit.snippet, hit.marks, t)
        painter.restore()

    def _tint(self, painter: QPainter, option: QStyleOptionViewItem, t: theme.Tokens) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if not selected and not option.state & QStyle.StateFlag.State_MouseOver:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = selected and option.widget.hasFocus()
        painter.setPen(QPen(t.accent, 1) if focus else Qt.PenStyle.NoPen)
        painter.setBrush(t.row_selection if selected else t.row_hover)
        row = QRectF(option.rect).adjusted(_MARGIN + 0.5, 1.5, -_MARGIN - 0.5, -1.5)
        painter.drawRoundedRect(row, 4, 4)

    def _line(self, painter: QPainter, line: QRectF, text: str, color: object, font: QFont) -> None:
        """Write *text* at the right of *line*, which becomes what is left of it."""
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width() * _AT_THE_RIGHT)
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(line, _RIGHT, shown)
        if shown:
            line.setRight(line.right() - metrics.horizontalAdvance(shown) - _GAP)

    def _marked(self, painter: QPainter, line: QRectF, text: str, marks: Marks, t: theme.Tokens) -> None:
        """Write *text* at the left of *line* with the painter's font, what is marked on its ground."""
        metrics = QFontMetricsF(painter.font())
        shown = fitted(text, marks, line.width(), metrics.horizontalAdvance)
        at = line.left()
        for piece, marked in _pieces(shown):
            end = at + metrics.horizontalAdvance(piece)
            box = QRectF(at, line.top(), end - at + 1, line.height())
            if marked:
                painter.fillRect(QRectF(at, line.top(), end - at, line.height()), t.paper_found)
            painter.setPen(t.ink if marked else t.text)
            painter.drawText(box, _LEFT | Qt.TextFlag.TextDontClip, piece)
            at = end


def _pieces(marked: Marked) -> list[tuple[str, bool]]:
    """The text in pieces, and whether each is marked."""
    pieces, at = [], 0
    for low, high in marked.marks:
        pieces += [(marked.text[at:low], False), (marked.text[low:high], True)]
        at = high
    return [piece for piece in (*pieces, (marked.text[at:], False)) if piece[0]]
