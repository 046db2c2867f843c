"""Lets the library learn what its texts are like while nobody waits for it.

Who takes in manuscripts is then told at once what came in before or ran already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from bulletin_desktop.errors import UserError

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.services.desk import Desk

QUIET = 5000  # ms after the window came or the library changed
PAUSE = 100  # ms between two steps
_TEXTS = 10  # of a step, a millisecond or so each: a save that comes meanwhile waits no longer


class TextSketches(QObject):
    """Asks for step after step, those of an earlier version's articles once, until there is no more to do."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._backend = window.backend
        self._below = 0
        self._older = True
        self._timer = QTimer(self, singleShot=True, interval=QUIET)
        self._timer.timeout.connect(self._when_quiet)
        window.work.changed.connect(self._begin)
        self._timer.start()

    def _begin(self) -> None:
        self._timer.start(QUIET)

    def _when_quiet(self) -> None:
        if self._backend.lane.busy:
            self._timer.start(QUIET)
        else:
            self._backend.submit(_step, self._below, self._older, done=self._done, failed=self._failed)

    def _done(self, answer: tuple[int, bool, bool]) -> None:
        self._below, self._older, changed = answer
        if changed or self._older:
            self._timer.start(PAUSE)

    def _failed(self, error: Exception) -> None:
        """No room, or the file has gone: a save will say so. Nothing here is worth a word of its own."""
        if not isinstance(error, UserError):
            raise error

    def shut_down(self) -> None:
        """Ask for no more."""
        self._timer.stop()


def _step(desk: Desk, below: int, older: bool) -> tuple[int, bool, bool]:
    """Where to go on with older articles, and whether any of them, and any changed ones, are left."""
    if desk.sketch_changed(_TEXTS) == _TEXTS:
        return below, older, True
    below = desk.sketch_older(below, _TEXTS) if older else 0
    return below, below > 0, False
