"""A large quiet button: an icon, what it does, and one line about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from bulletin_desktop.gui import colors, icons, theme

_ICON = 24
_PAD = 16


class ActCard(QAbstractButton):
    """Painted from the palette, so that it follows a live switch; works by mouse, Space and Enter."""

    def __init__(self, glyph: str, title: str, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = glyph
        self._detail = detail
        self.setText(title)
        self.setAccessibleDescription(detail)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        lines = 2 if self._detail else 1
        title, detail = QFontMetrics(self._title_font()), self.fontMetrics()
        height = 2 * 12 + title.height() + (lines - 1) * (detail.height() + 2)
        text = max(title.horizontalAdvance(self.text()), detail.horizontalAdvance(self._detail))
        return QSize(text + _ICON + 3 * _PAD, height)

    def keyPressEvent(self, event: object) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        lit = self.underMouse() or self.isDown()
        painter.setPen(QPen(t.accent if self.hasFocus() or lit else t.line, 1))
        painter.setBrush(colors.mix(t.accent, t.base, 0.08) if self.isDown() else t.base)
        painter.drawRoundedRect(inside, 6, 6)
        picture = icons.pixmap(self._glyph, _ICON, t.accent, self.devicePixelRatioF())
        painter.drawPixmap(_PAD, (self.height() - _ICON) // 2, picture)
        left = 2 * _PAD + _ICON
        area = self.rect().adjusted(left, 12, -_PAD, -12)
        painter.setFont(self._title_font())
        painter.setPen(t.text)
        vertical = Qt.AlignmentFlag.AlignTop if self._detail else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, vertical, self.text())
        if self._detail:
            painter.setFont(self.font())
            painter.setPen(t.muted)
            detail = self.fontMetrics().elidedText(self._detail, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, Qt.AlignmentFlag.AlignBottom, detail)
