"""The keys of the review at its foot: each as a key cap with what it does, in as many rows as needed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.review import words
from bulletin_desktop.gui.review.keys import LEGEND

_MARGIN, _BETWEEN, _CAP_PAD, _CAP_GAP = 12, 16, 6, 6
_LEADING = 12


class KeyLegend(QWidget):
    """Paints `keys.LEGEND`; as high as its width makes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        told = (f"{key}: {words.say(text)}" for key, text in LEGEND)
        self.setAccessibleName("; ".join(told))

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
        for key, source in LEGEND:
            text = words.say(source)
            cap = max(metrics.horizontalAdvance(key) + 2 * _CAP_PAD, height)
            said = metrics.horizontalAdvance(text) + 1
            if x > _MARGIN and x + cap + _CAP_GAP + said > width - _MARGIN:
                x, y = float(_MARGIN), y + height + _LEADING / 2
            yield QRectF(x, y, cap, height), QRectF(x + cap + _CAP_GAP, y, said, height), key, text
            x += cap + _CAP_GAP + said + _BETWEEN
