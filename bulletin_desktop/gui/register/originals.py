"""Originals for a person: opened in the system's program as a copy nobody can write on, or saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from bulletin_desktop import own_folder
from bulletin_desktop.own_folder import OwnFolder

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.services.desk import Desk


class Originals(QObject):
    """Fetches originals in the library's thread. What is wrong with one is told in a dialog."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._folder: OwnFolder | None = None  # of the copies, as long as the window is open

    def open(self, sha256: str) -> None:
        """Open an original in the program the system has for documents of its kind."""
        if sha256:
            self._window.backend.submit(
                _ready, sha256, self._copies(), done=self._open_file, failed=self._window.tell
            )

    def open_received(self, name: str, sha256: str) -> None:
        """Open the original of a file that was received and is not stored yet, in the same way."""
        self._window.files.run(
            _ready_received,
            self._window.work.originals,
            Path(name).name,
            sha256,
            self._copies(),
            done=self._open_file,
            failed=self._window.tell,
        )

    def save_as(self, sha256: str, name: str) -> None:
        """Ask where the original shall be saved, and write it there as it came."""
        if not sha256:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = str(self._window.memory.export_folder or folder)
        dialog = QFileDialog(self._window, self.tr("Save the original"), folder)
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Folder:"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("All files (*)")])
        dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        dialog.selectFile(Path(name).name)
        dialog.fileSelected.connect(lambda chosen: self._save(sha256, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def shut_down(self) -> None:
        """Remove the copies that no program holds any more."""
        if self._folder is not None:
            self._folder.close()
            self._folder = None

    def _copies(self) -> Path:
        if self._folder is None:
            self._folder = own_folder.temporary()
        return self._folder.path

    def _open_file(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            words = self.tr("There is no program for “{name}” on this computer. Look at its text instead.")
            self._window.notices.say(words.format(name=path.name))

    def _save(self, sha256: str, path: Path) -> None:
        window = self._window
        window.backend.submit(
            lambda desk: desk.original(sha256).content,
            done=lambda content: window.files.run(
                _write, path, content, done=lambda _: self._saved(path), failed=window.tell
            ),
            failed=window.tell,
        )

    def _saved(self, path: Path) -> None:
        show = (
            self.tr("Show the folder"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))),
        )
        self._window.notices.say(self.tr("“{name}” was saved").format(name=path.name), show)


def _ready(desk: Desk, sha256: str, folder: Path) -> Path:
    from bulletin_desktop.services import opening

    return opening.ready(desk.original(sha256), folder)


def _ready_received(content: Callable[[str], bytes], name: str, sha256: str, folder: Path) -> Path:
    from bulletin_desktop.services import opening
    from bulletin_desktop.services.register import Original

    return opening.ready(Original(sha256, name, content(sha256)), folder)


def _write(path: Path, content: bytes) -> None:
    from bulletin_desktop.export import files

    files.replace(path, content)
