"""Checking the library (检查资料库) while it is open.

The library's thread copies it in small steps, as for a backup, and does what else it is asked for between
them; the copy is examined in a thread of its own. It lies beside the library, where room is most likely.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bulletin_desktop import own_folder
from bulletin_desktop.errors import UserError
from bulletin_desktop.export.job import Cancelled
from bulletin_desktop.gui.backend import Lane, LaneCloses
from bulletin_desktop.gui.doctor import words
from bulletin_desktop.gui.progress import Watch
from bulletin_desktop.own_folder import OwnFolder

if TYPE_CHECKING:
    from bulletin_desktop.gui.doctor.dialog import WorkDialog
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.services.desk import Desk
    from bulletin_desktop.services.doctor import Report

_SIZE = "doctor"
_WHOLE, _COPYING = 1000, 200  # steps of the progress, and those of copying


class Checkup(QObject):
    """Opens the dialog, and has the work behind it done; one at a time."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._lane: Lane | None = None
        self._examination: _Examination | None = None
        window.action_check_library.triggered.connect(lambda _checked=False: self.begin())

    def begin(self) -> None:
        """Examine the library as it is now, with everything that was typed."""
        from bulletin_desktop.gui.doctor.dialog import WorkDialog

        if self._lane is None:
            self._lane = Lane("doctor", self)
        self._window.editing.settle()
        dialog = WorkDialog(self._window)
        self._window.memory.restore_size(_SIZE, dialog)
        self._examination = _Examination(self._window, dialog, self._lane)
        dialog.finished.connect(lambda _result: self._close(dialog))
        dialog.open()
        self._examination.begin()

    def shut_down(self) -> None:
        """Stop what is under way, and remove the copy."""
        if self._examination is not None:
            self._examination.end()
        if self._lane is not None:
            self._lane.close()

    def _close(self, dialog: WorkDialog) -> None:
        self._window.memory.keep_size(_SIZE, dialog)
        dialog.deleteLater()
        if self._examination is not None:
            self._examination.end()
            self._examination = None


class _Examination(QObject):
    """One examination before the eyes of *dialog*, with the copy it is of."""

    def __init__(self, window: MainWindow, dialog: WorkDialog, lane: Lane) -> None:
        super().__init__(window)
        self._window, self._dialog, self._lane = window, dialog, lane
        self._watch = Watch(self)
        self._watch.moved.connect(dialog.move_bar)
        self._folder = _folder_beside(window.backend.path)
        self._copy = self._folder.path / window.backend.path.name
        self._copying = True
        self._ended = False

    def begin(self) -> None:
        """Copy the library, then examine the copy."""
        self._dialog.begin(
            self.tr("The library is being checked…"),
            self.tr(
                "It is only read. Every text, picture and original file is compared with what was saved."
            ),
        )
        self._window.backend.submit(self._make_copy, done=self._examine, failed=self._copy_failed)

    def end(self) -> None:
        """Stop the work, if it goes on, and remove the copy."""
        if self._ended:
            return
        self._ended = True
        self._watch.stop()
        if self._copying:  # it ends at its next step, a few milliseconds from now
            self._window.backend.wait(lambda _desk: None)
        self._lane.run(self._folder.close)
        self.deleteLater()

    def _make_copy(self, desk: Desk) -> None:
        """In the library's thread."""
        whole = max(1, self._window.backend.path.stat().st_size)

        def between() -> None:
            self._watch(min(_COPYING, _COPYING * self._copy.stat().st_size // whole), _WHOLE)
            self._window.backend.lane.give_way()

        desk.copy_library(self._copy, between)

    def _copy_failed(self, error: Exception) -> None:
        self._copying = False
        self._fail(error)

    def _examine(self, _copied: None) -> None:
        from bulletin_desktop.services import doctor

        self._copying = False
        if self._ended:
            return

        def progress(done: int, of: int) -> None:
            self._watch(_COPYING + (_WHOLE - _COPYING) * done // max(1, of), _WHOLE)

        self._lane.run(doctor.examine, self._copy, progress, done=self._show, failed=self._fail)

    def _show(self, report: Report) -> None:
        if self._ended:
            return
        said = words.examined(report)
        if report.ok:
            self._dialog.show_report(said)
            return
        self._dialog.answered.connect(self._salvage)
        self._dialog.show_report(said, self.tr("Save what is whole into a new file…"))

    def _salvage(self) -> None:
        from bulletin_desktop.gui.doctor import salvaging

        target = salvaging.place(self._window.backend.path, self._dialog)
        if target is None:
            return
        self._dialog.answered.disconnect(self._salvage)
        work = salvaging.Salvaging(self._copy, target, self._dialog, self._lane, self._window.catalog)
        work.chosen.connect(self._window.go_on_with)
        work.begin()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, Cancelled | LaneCloses) or self._ended:
            return
        self._dialog.reject()
        if not isinstance(error, UserError):
            raise error
        self._window.tell(error)


def _folder_beside(library: Path) -> OwnFolder:
    """A folder for the copy; in the system's own place where the library's folder cannot be written."""
    begun = f".{library.name}.check-"
    own_folder.sweep(library.parent, begun)
    try:
        return OwnFolder(library.parent, begun)
    except OSError:
        return own_folder.temporary()
