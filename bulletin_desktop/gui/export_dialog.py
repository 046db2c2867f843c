"""Asks for the name and the kind of the file to write."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from bulletin_desktop.i18n import QT_TRANSLATE_NOOP

KINDS = {
    ".docx": QT_TRANSLATE_NOOP("ExportDialog", "Word document (*.docx)"),
    ".pdf": QT_TRANSLATE_NOOP("ExportDialog", "PDF document (*.pdf)"),
    ".html": QT_TRANSLATE_NOOP("ExportDialog", "Web page (*.html)"),
    ".txt": QT_TRANSLATE_NOOP("ExportDialog", "Plain text (*.txt)"),
}


class ExportDialog(QFileDialog):
    """A save dialog whose kind of file decides the ending, unless another kind's was typed."""

    chosen = Signal(object)  # Path

    def __init__(self, parent: QWidget, proposed: Path) -> None:
        super().__init__(parent, self.tr("Export the issue"), str(proposed.parent))
        self.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Folder:"))
        self.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Kind of file:"))
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._endings = {QCoreApplication.translate("ExportDialog", words): e for e, words in KINDS.items()}
        self.setNameFilters([*self._endings])
        kind = next(words for words, ending in self._endings.items() if ending == proposed.suffix)
        self.selectNameFilter(kind)
        self.setDefaultSuffix(proposed.suffix[1:])
        self.selectFile(proposed.name)
        self.filterSelected.connect(self._follow)
        self.fileSelected.connect(self._take)
        self.finished.connect(self.deleteLater)

    def _follow(self, kind: str) -> None:
        """Give the name the ending of the kind that was picked."""
        ending = self._endings[kind]
        self.setDefaultSuffix(ending[1:])
        name = Path(self.selectedFiles()[0]).name
        self.selectFile(_stem(name) + ending)

    def _take(self, name: str) -> None:
        """A name such as “3.15” has an ending, but none of ours."""
        path = Path(name)
        if path.suffix.lower() in KINDS:
            self.chosen.emit(path)
            return
        whole = path.with_name(path.name + self._endings[self.selectedNameFilter()])
        if not whole.exists():
            self.chosen.emit(whole)
            return
        again = ExportDialog(self.parentWidget(), whole)  # nobody has been asked whether to replace it
        again.chosen.connect(self.chosen)
        self.finished.disconnect(self.deleteLater)  # not before the other's answer has come through it
        again.finished.connect(self.deleteLater)
        again.open()


def _stem(name: str) -> str:
    """A file's name without the ending of any kind."""
    return next((name[: -len(e)] for e in KINDS if name.lower().endswith(e)), name)
