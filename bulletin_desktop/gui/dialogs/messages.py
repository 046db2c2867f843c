"""Messages one at a time: never one above another, nor above any other dialog."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from bulletin_desktop.gui.dialogs.message import MessageDialog


class Messages(QObject):
    """Opens messages in the order they come, each when the dialog before it has been answered."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[MessageDialog] = []
        self._open: MessageDialog | None = None

    def say(self, dialog: MessageDialog) -> None:
        """Open *dialog* as soon as no other is open; words that already wait to be read are not repeated."""
        dialog.finished.connect(dialog.deleteLater)
        known = [*self._waiting, self._open] if self._open else self._waiting
        if any(dialog.words.text() == each.words.text() for each in known):
            dialog.deleteLater()
            return
        self._waiting.append(dialog)
        self._next()

    def _next(self) -> None:
        if self._open is not None or not self._waiting:
            return
        above = QApplication.activeModalWidget()
        if isinstance(above, QDialog):
            above.finished.connect(self._soon)
            return
        self._open = self._waiting.pop(0)
        self._open.finished.connect(self._answered)
        self._open.open()

    def _answered(self) -> None:
        self._open = None
        self._soon()

    def _soon(self) -> None:
        """What the answer asks for may open a dialog of its own first."""
        QTimer.singleShot(0, self, self._next)
