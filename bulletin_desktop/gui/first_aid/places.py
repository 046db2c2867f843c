"""Where another library is, or shall be: asked for with the system's own dialogs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from bulletin_desktop.gui.dialogs.message import MessageDialog

ENDING = ".db"


def existing(parent: QWidget | None, beside: Path) -> Path | None:
    """Let a library be chosen that is there; None if none was."""
    translate = QCoreApplication.translate
    name, _ = QFileDialog.getOpenFileName(
        parent,
        translate("LibraryPlaces", "Open a library"),
        str(_folder(beside)),
        translate("LibraryPlaces", "Library (*.db);;All files (*)"),
    )
    return Path(name) if name else None


def new(parent: QWidget | None, beside: Path) -> Path | None:
    """Let a name be chosen that is free; None if none was. Nothing is made, and nothing ever replaced."""
    translate = QCoreApplication.translate
    proposed = _folder(beside) / (translate("LibraryPlaces", "library") + ENDING)
    while True:
        name, _ = QFileDialog.getSaveFileName(
            parent,
            translate("LibraryPlaces", "Make a library"),
            str(proposed),
            translate("LibraryPlaces", "Library (*.db)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if not name:
            return None
        path = Path(name) if name.lower().endswith(ENDING) else Path(name + ENDING)
        if not path.exists():
            return path
        taken = translate(
            "LibraryPlaces", "There is a file {name} already. It was left as it is; choose another name."
        )
        MessageDialog(taken.format(name=path.name), translate("LibraryPlaces", "Go on"), parent=parent).exec()
        proposed = path


def _folder(beside: Path) -> Path:
    return next((folder for folder in beside.parents if folder.is_dir()), Path.home())
