"""Everything that would be handed on to whoever helps, to be read before it is saved."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from bulletin_desktop.gui import forms
from bulletin_desktop.gui.about.reader import Entry, Reader
from bulletin_desktop.gui.dialogs.fitting import FittingDialog
from bulletin_desktop.gui.issue_form.note import Note

if TYPE_CHECKING:
    from bulletin_desktop.services.diagnostics.report import File, Report


class DiagnosticsDialog(FittingDialog):
    """Shows a report once it is gathered; *chosen* is the file it shall be saved to."""

    chosen = Signal(object)  # Path

    what: QLabel
    files: Reader
    note: Note
    open_folder: QPushButton
    save: QPushButton
    close_button: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.fill(self, "diagnostics", {"Reader": Reader, "Note": Note})
        self._saved: Path | None = None
        self.files.layout().setContentsMargins(0, 0, 0, 0)
        self.files.name(self.tr("Files"), self.tr("What is in the file"))
        self.note.say(self.tr("Being gathered…"))
        self.open_folder.hide()
        self.open_folder.clicked.connect(self._open_folder)
        self.save.clicked.connect(self._ask)
        self.close_button.clicked.connect(self.reject)
        self.resize(760, 500)

    def show_report(self, report: Report) -> None:
        """Show what would be saved."""
        self.files.show_entries([self._entry(nth, file) for nth, file in enumerate(report.files)])
        self.note.say("")
        self.save.setEnabled(True)
        self.save.setFocus()

    def _entry(self, nth: int, file: File) -> Entry:
        told = (self.tr("Everything, to be read"), self.tr("The same, for programs to read"))
        log = self.tr("What went wrong and where; what people wrote is left out")
        return Entry(file.name, told[nth] if nth < len(told) else log, lambda: file.text)

    def show_saved(self, path: Path) -> None:
        """Tell that it is saved, and offer its folder."""
        self._saved = path
        self.note.say(self.tr("Saved as {path}").format(path=path))
        self.open_folder.show()
        self.open_folder.setFocus()

    def show_failure(self, sentence: str) -> None:
        """Tell why it could not be saved; another place may be chosen."""
        self.note.say(sentence, self.save, wrong=True)

    def _ask(self) -> None:
        from bulletin_desktop.services.diagnostics import report

        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Save diagnostic information"), documents)
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Folder:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Kind of file:"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Packed files (*{ending})").format(ending=report.ENDING)])
        dialog.setDefaultSuffix(report.ENDING[1:])
        dialog.selectFile(report.file_name(dt.datetime.now().astimezone()))
        dialog.fileSelected.connect(lambda path: self.chosen.emit(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_folder(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent)))
