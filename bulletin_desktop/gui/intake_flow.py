"""From the clipboard or files to stored articles: read away from the window, reviewed, then stored."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from bulletin_desktop import paths
from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.backend import Lane

if TYPE_CHECKING:
    from bulletin_desktop.intake.recognition import Recognition

_TEXT_FILES = (".txt", ".md")
SAMPLE = "sample-bulletin.txt"

Read = tuple[tuple["Recognition", ...], tuple[Exception, ...]]


class IntakeFlow(QObject):
    """Reads what a person brings. *ready* carries recognitions to review, *failed* an error, file by file."""

    ready = Signal(object)
    failed = Signal(object)

    def __init__(self, lane: Lane, window: QWidget) -> None:
        super().__init__(window)
        self._lane = lane
        self._window = window

    def paste(self) -> None:
        """Read the clipboard's text, or the files it holds."""
        self.take(QGuiApplication.clipboard().mimeData())

    def take(self, brought: QMimeData | None) -> None:
        """Read the files or else the text that *brought* holds; an empty clipboard may have neither."""
        urls = brought.urls() if brought is not None else []
        files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if files:
            self.open_files(files)
        elif brought is not None and brought.text().strip():
            self._lane.run(_read_text, brought.text(), done=self._arrived)
        else:
            self.failed.emit(
                UserError(
                    "There is no text on the clipboard. Copy the manuscripts first, then paste them here."
                )
            )

    def choose_files(self) -> None:
        """Let files be chosen, then read them."""
        dialog = QFileDialog(self._window, self.tr("Open text files"))
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Folder:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Kind of file:"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("Text (*.txt *.md)"), self.tr("All files (*)")])
        dialog.filesSelected.connect(lambda names: self.open_files([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_sample(self) -> None:
        """Read the project's own made-up manuscripts."""
        self.open_files([paths.resources() / "samples" / SAMPLE])

    def open_files(self, files: Sequence[Path]) -> None:
        """Read *files*; those that cannot be read are told one by one, the others go on."""
        self._lane.run(_read_files, tuple(files), done=self._arrived)

    def _arrived(self, read: Read) -> None:
        recognitions, errors = read
        for error in errors:
            self.failed.emit(error)
        if recognitions:
            self.ready.emit(recognitions)


def _read_text(text: str) -> Read:
    from bulletin_desktop.services import manuscripts

    try:
        return (manuscripts.read_text(text),), ()
    except UserError as error:
        return (), (error,)


def _read_files(files: tuple[Path, ...]) -> Read:
    from bulletin_desktop.services import manuscripts

    read, errors = [], []
    for file in (each for brought in files for each in _spread(brought)):
        try:
            read.append(manuscripts.read_file(file))
        except UserError as error:
            errors.append(error)
    return tuple(read), tuple(errors)


def _spread(brought: Path) -> Sequence[Path]:
    """The text files of a folder in the order of their names; one without any is told like a file."""
    try:
        inside = sorted(each for each in brought.iterdir() if each.suffix.lower() in _TEXT_FILES)
    except OSError:  # a file, or a folder that may not be looked into
        inside = []
    return inside or [brought]
