"""About the program, plugged into the window."""

from __future__ import annotations

import platform
import sqlite3
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSysInfo, qVersion

from bulletin_desktop import paths

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow

_SIZE = "about"


class About(QObject):
    """Opens the page about the program."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.action_about.triggered.connect(lambda _checked=False: self.begin())

    def begin(self) -> None:
        """Show the page."""
        from bulletin_desktop.gui.about.dialog import AboutDialog

        window = self._window
        dialog = AboutDialog(window.backend.path, paths.log_file(), _versions(), window)
        window.memory.restore_size(_SIZE, dialog)
        dialog.finished.connect(lambda _result: window.memory.keep_size(_SIZE, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def shut_down(self) -> None:
        """Nothing runs beside the window."""


def _versions() -> str:
    return " · ".join(
        (
            f"Python {platform.python_version()}",
            f"Qt {qVersion()}",
            f"SQLite {sqlite3.sqlite_version}",
            QSysInfo.prettyProductName(),
        )
    )
