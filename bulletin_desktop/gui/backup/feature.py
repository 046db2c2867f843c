"""Backups, plugged in: made by themselves, told of only where something is wrong, and put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.backup.keeper import Keeper

if TYPE_CHECKING:
    from bulletin_desktop.gui.backup.dialog import BackupsDialog
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.services.restoring import Restoring

_SIZE = "backups"


class Backups(QObject):
    """The keeper's words: each trouble is told once, calmly, until it has passed. Opens the dialog."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._told: set[str] = set()
        self.keeper = Keeper(window.backend, self)
        self.keeper.failed.connect(self._tell)
        self.keeper.not_carried.connect(self._tell)
        self.keeper.carried.connect(lambda _path: self._told.clear())
        self.keeper.ending.connect(window.hide)
        window.action_backups.triggered.connect(lambda _checked=False: self.begin())

    def begin(self) -> None:
        """Open the dialog."""
        from bulletin_desktop.gui.backup.dialog import BackupsDialog

        window, keeper = self._window, self.keeper
        writable = window.backend.hindrance is None
        dialog = BackupsDialog(window.backend.path, window.catalog, window, is_open=writable)
        window.memory.restore_size(_SIZE, dialog)
        dialog.make_wanted.connect(keeper.begin)
        dialog.settings_changed.connect(keeper.carry)
        dialog.prepared.connect(lambda restoring: self._restore(dialog, restoring))
        keeper.made.connect(dialog.show_made)
        keeper.failed.connect(dialog.show_failed)
        keeper.not_carried.connect(dialog.show_failed)
        keeper.carried.connect(dialog.show_carried)
        dialog.finished.connect(lambda _result: self._close(dialog))
        window.editing.settle()
        window.backend.submit(lambda desk: desk.stands(), done=dialog.set_stands, failed=self._tell)
        dialog.open()

    def _close(self, dialog: BackupsDialog) -> None:
        self._window.memory.keep_size(_SIZE, dialog)
        dialog.deleteLater()

    def _restore(self, dialog: BackupsDialog, restoring: Restoring) -> None:
        dialog.accept()
        if not self._window.go_on_with(self._window.backend.path, lambda: self._carry_out(restoring)):
            restoring.give_up()

    def _carry_out(self, restoring: Restoring) -> str:
        """Between two windows, with the library closed; returns what the next one says."""
        kept = restoring.carry_out()
        words = self.tr("The backup was restored. The library as it was before is kept as {name}.")
        return words.format(name=kept.name) if kept else self.tr("The backup was restored.")

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
