"""The quiet line below the text that says where an article came from."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from bulletin_desktop.gui import theme


class OriginLine(QWidget):
    """Hidden for an article that was written here. *look* shows the original, where there is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._label.setMinimumWidth(1)
        self.look = QToolButton(self, autoRaise=True)
        self.look.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.look.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 8, 2)
        row.setSpacing(8)
        row.addWidget(self._label, 1)
        row.addWidget(self.look)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    @staticmethod
    def words(file_name: str, received: dt.date, sender: str, today: dt.date) -> str:
        """Return what the line says: file, day and sender, as far as they are known."""
        day = QCoreApplication.translate("OriginLine", "{month}/{day}")
        if received.year != today.year:
            day = QCoreApplication.translate("OriginLine", "{month}/{day}/{year}")
        day = day.format(year=received.year, month=received.month, day=received.day)
        parts = (
            QCoreApplication.translate("OriginLine", "Original: {name}").format(name=file_name)
            if file_name
            else "",
            QCoreApplication.translate("OriginLine", "received {day}").format(day=day),
            QCoreApplication.translate("OriginLine", "from {sender}").format(sender=sender) if sender else "",
        )
        return " · ".join(filter(None, parts))

    def tell(self, words: str, original: bool) -> None:
        """Say where the article came from; nothing is said of one that was written here."""
        self._words = words
        self._label.setToolTip(words)
        self.look.setVisible(original)
        self.setVisible(bool(words))
        self._elide()

    def _elide(self) -> None:
        room = self._label.width()
        self._label.setText(
            self._label.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.layout().activate()
        self._elide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        t = theme.tokens(self.palette())
        painter.fillRect(self.rect(), t.window)
        painter.setPen(t.line)
        painter.drawLine(0, 0, self.width(), 0)
