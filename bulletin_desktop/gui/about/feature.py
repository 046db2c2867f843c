"""About the program, plugged into the window."""

from __future__ import annotations

import sqlite3
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSysInfo, qVersion
from PySide6.QtWidgets import QDialog

from bulletin_desktop import paths
from bulletin_desktop.errors import Fault
from bulletin_desktop.gui.dialogs.answers import while_open

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow

_SIZE = "about"
_DIAGNOSTICS_SIZE = "diagnostics"


class About(QObject):
    """Opens the page about the program, and the facts for whoever helps."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.action_about.triggered.connect(lambda _checked=False: self.begin())
        window.action_diagnostics.triggered.connect(lambda _checked=False: self.diagnose())

    def begin(self) -> None:
        """Show the page."""
        from bulletin_desktop.gui.about.dialog import AboutDialog

        dialog = AboutDialog(self._window.backend.path, paths.log_file(), _versions(), self._window)
        dialog.diagnose.clicked.connect(dialog.accept)
        dialog.diagnose.clicked.connect(self.diagnose)
        self._open(dialog, _SIZE)

    def diagnose(self) -> None:
        """Gather what whoever helps has to know, and let it be saved."""
        from bulletin_desktop.gui.about.diagnosing import SECONDS, Diagnosing
        from bulletin_desktop.gui.about.diagnostics_dialog import DiagnosticsDialog

        window = self._window
        dialog = DiagnosticsDialog(window)
        diagnosing = Diagnosing(window.backend.path, dialog, window.files, window.catalog)
        fault = Fault.READ_ONLY if window.backend.hindrance else None
        self._open(dialog, _DIAGNOSTICS_SIZE)
        window.backend.submit(
            lambda desk: desk.figures(SECONDS),
            done=while_open(dialog, lambda figures: diagnosing.begin(figures, fault)),
            failed=while_open(dialog, diagnosing.begin_without),
        )

    def _open(self, dialog: QDialog, size: str) -> None:
        memory = self._window.memory
        memory.restore_size(size, dialog)
        dialog.finished.connect(lambda _result: memory.keep_size(size, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def shut_down(self) -> None:
        """Nothing runs beside the window."""


def _versions() -> str:
    return " · ".join(
        (
            "Python {}.{}.{}".format(*sys.version_info),
            f"Qt {qVersion()}",
            f"SQLite {sqlite3.sqlite_version}",
            QSysInfo.prettyProductName(),
        )
    )
