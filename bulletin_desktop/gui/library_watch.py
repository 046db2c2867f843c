"""Notices within seconds that the library was moved, deleted or replaced, and saves all of it elsewhere.

Nothing may be written to such a file any more: it would be gone with the program. The window then goes on
with the library that was saved.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from bulletin_desktop import paths
from bulletin_desktop.errors import Fault, LibraryError, UserError

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.services.desk import Desk

LOOK = 2000  # ms between two looks
_TWICE = 2  # looks that must find it gone: a network drive may be away for a moment


class LibraryWatch(QObject):
    """Looks after the file from the opening on; one that can only be read needs no rescue."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._missed = 0
        self._saved: tuple[Path, bool] | None = None  # where to, and whether whole
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        window.backend.opened.connect(self._opened)
        window.session.save_failed.connect(self._save_failed)

    def _opened(self) -> None:
        if self._window.backend.hindrance is None:
            self._timer.start(LOOK)

    def _save_failed(self, error: Exception) -> None:
        if isinstance(error, LibraryError) and error.fault is Fault.GONE and self._timer.isActive():
            self._timer.start(0)

    def _look(self) -> None:
        if self._saved is not None:
            self._go_on()
        else:
            self._window.backend.submit(_check, done=self._is_there, failed=self._is_gone)

    def _is_there(self, _nothing: object) -> None:
        self._missed = 0
        self._timer.start(LOOK)

    def _is_gone(self, error: Exception) -> None:
        if not (isinstance(error, LibraryError) and error.fault is Fault.GONE):
            raise error
        self._missed += 1
        if self._missed < _TWICE:
            self._timer.start(LOOK)
        else:
            self._save_elsewhere()

    def _save_elsewhere(self) -> None:
        from bulletin_desktop.services import rescue

        window = self._window
        library, issue = window.backend.path.absolute(), window.session.issue
        now = dt.datetime.now().astimezone()
        words = self.tr("The library is no longer in its place. All of it is being saved elsewhere…")
        window.notices.say(words, done=False)

        def save(desk: Desk) -> tuple[Path, bool]:
            target = rescue.place(library, paths.first_library().parent, self.tr("saved"), now)
            return target, rescue.save_elsewhere(desk, library, target, issue)

        window.backend.submit(save, done=self._is_saved, failed=self._not_saved)

    def _not_saved(self, error: Exception) -> None:
        """No room for it either: what is typed stays in memory, and in the journal; tried again."""
        self._missed = 0
        self._timer.start(LOOK)
        if not isinstance(error, (UserError, OSError)):
            raise error

    def _is_saved(self, saved: tuple[Path, bool]) -> None:
        self._saved = saved
        self._go_on()

    def _go_on(self) -> None:
        """Change over to what was saved, once no dialog and no review would be lost by it."""
        window = self._window
        if QApplication.activeModalWidget() is not None or window.reviewing:
            self._timer.start(LOOK)
            return
        assert self._saved is not None
        target, whole = self._saved
        from bulletin_desktop.services import rescue

        window.editor.flush()
        try:
            rescue.add_unsaved(target, window.session.unsaved_articles)
        except UserError as error:
            window.notices.say(window.catalog.error(error), error=True)
            self._timer.start(LOOK)
            return
        window.session.forget_unsaved()
        paths.choose_library(target)
        words = self.tr(
            "The library {path} was moved, deleted or replaced while it was open. All of it was saved in "
            "{target}, which is open now."
        )
        if not whole:
            words = self.tr(
                "The library {path} can no longer be reached. The issue that was open was saved in {target}, "
                "which is open now. Connect the drive again to get at the rest."
            )
        words = words.format(path=window.backend.path, target=target)
        if not window.go_on_with(target, lambda: words):
            self._timer.start(LOOK)

    def shut_down(self) -> None:
        """Look no more."""
        self._timer.stop()


def _check(desk: Desk) -> None:
    desk.check_in_place()
