"""The register as an Excel file: a name is asked for, the file is written beside the window."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.services.register import ManuscriptRow

ENDING = ".xlsx"


class RegisterExport(QObject):
    """Asks, writes in the files' lane, and says so; a failure is told in a dialog."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def ask(self, rows: Sequence[ManuscriptRow]) -> None:
        """Let a name be chosen for the file of *rows*, in their order; then write it."""
        from bulletin_desktop.export.filenames import safe_name

        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = str(self._window.memory.export_folder or documents)
        dialog = QFileDialog(self._window, self.tr("Export the register"), folder)
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Folder:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Kind of file:"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Excel workbook (*.xlsx)")])
        dialog.setDefaultSuffix(ENDING[1:])
        day = dt.date.today().isoformat()
        dialog.selectFile(safe_name(self.tr("Register of manuscripts {day}").format(day=day), ENDING))
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen), rows))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: Path, rows: Sequence[ManuscriptRow]) -> None:
        """Write *rows* to *path*."""
        self._window.files.run(_write, path, tuple(rows), done=self._written, failed=self._window.tell)

    def _written(self, path: Path) -> None:
        self._window.memory.export_folder = path.parent
        words = self.tr("The register is in “{name}”").format(name=path.name)
        open_it = (self.tr("Open"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
        self._window.notices.say(words, open_it)


def _write(path: Path, rows: tuple[ManuscriptRow, ...]) -> Path:
    from bulletin_desktop.services import register

    return register.write(path, rows, lambda words: QCoreApplication.translate("Register", words))
