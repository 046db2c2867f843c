"""Ctrl+S: what is typed is saved by itself, but a hand that has learnt to save wants an answer."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow


class Saving(QObject):
    """Saves at once and lets the status bar say so, also when there was nothing to save."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.action_save.triggered.connect(self.save)

    def save(self) -> None:
        """Hand over and store what was typed; the answer comes once the library has everything."""
        window = self._window
        window.editing.settle()
        window.backend.submit(lambda _desk: None, done=lambda _nothing: self._answer())

    def _answer(self) -> None:
        if not self._window.session.unsaved:
            self._window.session.saved.emit(dt.datetime.now().astimezone())

    def shut_down(self) -> None:
        """Nothing runs beside the window."""
