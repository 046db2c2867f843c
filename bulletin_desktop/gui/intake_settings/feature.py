"""The settings of intake: opened from the menu and from the review, stored as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bulletin_desktop.services.acts import UpdateIntakeSettings

if TYPE_CHECKING:
    from bulletin_desktop.gui.intake_settings.dialog import IntakeSettingsDialog
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.intake.settings import Settings

_SIZE = "intake_settings"


class IntakeSettings(QObject):
    """Opens the dialog on what the library has; what is under review is cleaned anew by what is saved."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.action_intake_settings.triggered.connect(lambda _checked=False: self.begin())
        window.intake_settings_wanted.connect(self.begin)

    def shut_down(self) -> None:
        """Nothing runs beside the window's thread."""

    def begin(self) -> None:
        """Ask the library how manuscripts are taken in, and open the dialog."""
        self._window.backend.submit(
            lambda desk: desk.intake_settings(), done=self._open, failed=self._window.tell
        )

    def _open(self, settings: Settings) -> None:
        from bulletin_desktop.gui.intake_settings.dialog import IntakeSettingsDialog

        dialog = IntakeSettingsDialog(settings, self._window.catalog, self._window)
        self._window.memory.restore_size(_SIZE, dialog)
        dialog.chosen.connect(lambda wanted: self._store(settings, wanted))
        dialog.finished.connect(lambda _result: self._close(dialog))
        dialog.open()

    def _close(self, dialog: IntakeSettingsDialog) -> None:
        self._window.memory.keep_size(_SIZE, dialog)
        dialog.deleteLater()

    def _store(self, before: Settings, wanted: Settings) -> None:
        if wanted != before:
            words = self.tr("Change how manuscripts are taken in")
            self._window.work.act(UpdateIntakeSettings(wanted), words, self._say)
        self._window.review.clean_by(wanted)

    def _say(self) -> None:
        if not self._window.reviewing:
            self._window.work.done.emit(self.tr("Manuscripts are taken in by these settings from now on"))
