"""Backups, plugged in: made by themselves, told of only where something is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.backup.keeper import Keeper

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow


class Backups(QObject):
    """The keeper's words: each trouble is told once, calmly, until it has passed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._told: set[str] = set()
        self.keeper = Keeper(window.backend, self)
        self.keeper.failed.connect(self._tell)
        self.keeper.not_carried.connect(self._tell)
        self.keeper.carried.connect(lambda _path: self._told.clear())
        self.keeper.ending.connect(window.hide)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        words = self._window.catalog.error(error)
        if words not in self._told:
            self._told.add(words)
            self._window.notices.say(words)

    def shut_down(self) -> None:
        """Make a last backup, and end the keeper's thread."""
        self.keeper.shut_down()
