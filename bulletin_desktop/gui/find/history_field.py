"""A field that knows what was typed in it before: the arrow down, or the caret at its end, offers that."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from bulletin_desktop.gui import icons, theme

_SHOWN = 40  # characters of an entry


class HistoryField(QLineEdit):
    """*past* gives what to offer, the latest first."""

    def __init__(self, past: Callable[[], tuple[str, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._past = past
        self._open = QAction(self.tr("Used before (↓)"), self)
        self._open.triggered.connect(self.offer)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self._dress()

    def offer(self) -> None:
        """Open the list; nothing opens where nothing is known."""
        entries = self._past()
        if not entries:
            return
        menu = QMenu(self)
        for each in entries:
            shown = each if len(each) <= _SHOWN else f"{each[:_SHOWN]}…"
            action = menu.addAction(shown.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, words=each: self._take(words))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _take(self, words: str) -> None:
        self.setText(words)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.offer()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        self._open.setIcon(icons.icon("caret-down", theme.tokens(self.palette()).muted))
