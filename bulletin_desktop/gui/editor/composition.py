"""What an input method is composing: not yet text, shown in place, and lost to nobody."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QInputMethodEvent

from bulletin_desktop.gui.editor.edits import legal

if TYPE_CHECKING:
    from bulletin_desktop.gui.editor.sheet import Sheet

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


class Composition(QObject):
    """Follows the input method of a sheet. While it goes on, keys that the method leaves do nothing: neither
    in the text nor as a shortcut of the window.
    """

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self.going_on = False

    def take(self, event: QInputMethodEvent, then: Callable[[QInputMethodEvent], None]) -> None:
        """Note what *event* does and hand it on to *then*, without characters that no article may hold."""
        commit = legal(event.commitString())
        if commit != event.commitString():
            start, length = event.replacementStart(), event.replacementLength()
            event = QInputMethodEvent(event.preeditString(), event.attributes())
            event.setCommitString(commit, start, length)
        self._go_on(bool(event.preeditString()))
        then(event)

    def end(self) -> None:
        """Take what is being composed as it is: Qt keeps it apart from the text and in its block, where it
        would stay for ever if the cursor went to another, and would be lost with the focus.
        """
        if not self.going_on:
            return
        QGuiApplication.inputMethod().commit()
        if self.going_on:  # not every method answers at once
            self._go_on(False)
            taken = QInputMethodEvent()
            taken.setCommitString(self._sheet.textCursor().block().layout().preeditAreaText())
            self._sheet.inputMethodEvent(taken)
            QGuiApplication.inputMethod().reset()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only watches while something is composed: a filter in Python costs time at every event."""
        if event.type() in _KEYS:
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _go_on(self, going_on: bool) -> None:
        if going_on == self.going_on:
            return
        self.going_on = going_on
        if going_on:
            self._sheet.installEventFilter(self)
        else:
            self._sheet.removeEventFilter(self)
