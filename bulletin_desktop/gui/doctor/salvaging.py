"""Saving what is whole of a library into a new file: asked where, watched, reported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bulletin_desktop.errors import UserError
from bulletin_desktop.export.job import Cancelled
from bulletin_desktop.gui.backend import Lane
from bulletin_desktop.gui.dialogs.answers import is_open
from bulletin_desktop.gui.doctor import words
from bulletin_desktop.gui.doctor.dialog import WorkDialog
from bulletin_desktop.gui.first_aid import places
from bulletin_desktop.gui.progress import Watch
from bulletin_desktop.i18n import Catalog

if TYPE_CHECKING:
    from bulletin_desktop.services.doctor import Salvaged


class Salvaging(QObject):
    """One salvage of the file at *source* into *target*, in *lane* and before the eyes of *dialog*.

    *chosen* is the new library that the person wants to go on with.
    """

    chosen = Signal(object)  # Path

    def __init__(self, source: Path, target: Path, dialog: WorkDialog, lane: Lane, catalog: Catalog) -> None:
        super().__init__(dialog)
        self._source, self._target = source, target
        self._dialog, self._lane, self._catalog = dialog, lane, catalog

    def begin(self) -> None:
        """Begin; the dialog shows the rest."""
        from bulletin_desktop.services import doctor

        watch = Watch(self)
        watch.moved.connect(self._dialog.move_bar)
        self._dialog.stopped.connect(watch.stop)
        self._dialog.begin(
            self.tr("What is whole is being saved into a new file…"),
            self.tr("The damaged file is only read."),
        )
        self._lane.run(doctor.salvage, self._source, self._target, watch, done=self._show, failed=self._fail)

    def _show(self, salvaged: Salvaged) -> None:
        if not is_open(self._dialog):
            return
        self._dialog.answered.connect(lambda _nth: self._choose())
        self._dialog.show_report(words.saved(salvaged), self.tr("Go on with the new library"))

    def _choose(self) -> None:
        self._dialog.accept()
        self.chosen.emit(self._target)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, Cancelled) or not is_open(self._dialog):
            return
        if not isinstance(error, UserError):
            self._dialog.reject()
            raise error
        self._dialog.show_report(words.Report(self._catalog.error(error), "", words.Tone.BAD))


def offer(library: Path, catalog: Catalog, parent: QWidget | None = None) -> Path | None:
    """Save what is whole of a library that nobody has open; return the new one if the person goes on with it.

    Returns when the dialog has been answered.
    """
    target = place(library, parent)
    if target is None:
        return None
    dialog = WorkDialog(parent)
    lane = Lane("salvage", dialog)
    found: list[Path] = []
    salvaging = Salvaging(library, target, dialog, lane, catalog)
    salvaging.chosen.connect(found.append)
    salvaging.begin()
    dialog.exec()
    lane.close()
    dialog.deleteLater()
    return found[0] if found else None


def place(library: Path, parent: QWidget | None) -> Path | None:
    """Let a name for the new file be chosen; None if none was. Nothing that is there is ever replaced."""
    return places.new(parent, library)
