"""The keys of the review at its foot, each as a key cap with what it does: one row, or all when asked for."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.review import words
from bulletin_desktop.gui.review.keys import LEGEND

_MARGIN, _BETWEEN, _CAP_PAD, _CAP_GAP = 12, 16, 6, 6
_LEADING = 12


class KeyLegend(QWidget):
    """Paints `keys.LEGEND`: what fits into one row, with a word that unfolds the rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._unfolded = False
        self.setToolTip(self.tr("All keys (?)"))
        told = (f"{key}: {words.say(text)}" for key, text in LEGEND)
        self.setAccessibleName("; ".join(told))

    def toggle(self) -> None:
        """Show all keys, or one row of them."""
        self._unfolded = not self._unfolded
        self.updateGeometry()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.toggle()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = list(self._places(width))
        return round(places[-1][0].bottom()) + 6

    def sizeHint(self) -> QSize:
        return QSize(640, self.heightForWidth(max(self.width(), 640)))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(self.width(), 320)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.tokens(self.palette())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(tokens.line, 1))
            painter.drawLine(0, 0, self.width(), 0)
            painter.setFont(self._font())
            for cap, said, key, text in self._places(self.width()):
                painter.setPen(QPen(tokens.edge, 1))
                painter.setBrush(tokens.base)
                painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
                painter.setPen(tokens.text)
                painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
                painter.setPen(tokens.muted)
                painter.drawText(said, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _font(self) -> QFont:
        font = QFont(self.font())
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * 0.95)
        return font

    def _places(self, width: int) -> Iterator[tuple[QRectF, QRectF, str, str]]:
        """Each key cap and its words, from left to right, wrapped."""
        metrics = QFontMetricsF(self._font())
        height = metrics.height() + 4
        x, y = float(_MARGIN), float(_LEADING / 2 + 2)
        more = words.say(words.ALL_KEYS if not self._unfolded else words.FEWER_KEYS)
        last = max(metrics.horizontalAdvance("?") + 2 * _CAP_PAD, height)
        kept = last + _CAP_GAP + metrics.horizontalAdvance(more) + 1 + _BETWEEN
        for key, source in LEGEND:
            text = words.say(source)
            cap = max(metrics.horizontalAdvance(key) + 2 * _CAP_PAD, height)
            said = metrics.horizontalAdvance(text) + 1
            room = width - _MARGIN - (0 if self._unfolded else kept)
            if x > _MARGIN and x + cap + _CAP_GAP + said > room:
                if not self._unfolded:
                    break
                x, y = float(_MARGIN), y + height + _LEADING / 2
            yield QRectF(x, y, cap, height), QRectF(x + cap + _CAP_GAP, y, said, height), key, text
            x += cap + _CAP_GAP + said + _BETWEEN
        if self._unfolded and x + kept > width - _MARGIN:
            x, y = float(_MARGIN), y + height + _LEADING / 2
        yield QRectF(x, y, last, height), QRectF(x + last + _CAP_GAP, y, kept, height), "?", more
