"""Lets the library learn its texts while nobody waits for it.

A search then need not look through all of them, and who takes in manuscripts is told at once what came in
before or ran already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from bulletin_desktop.errors import UserError

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.services.desk import Desk
    from bulletin_desktop.services.sketching import Older

QUIET = 5000  # ms after the window came, the library changed or somebody typed
PAUSE = 100  # ms between two steps
_TEXTS = 10  # of a step that sketches, a millisecond or so each: a save that comes meanwhile waits no longer


class QuietWork(QObject):
    """Asks for step after step, those of an earlier version's articles once, until there is no more to do."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._backend = window.backend
        self._older: Older | None = None
        self._index_checked = self._all_known = False
        self._timer = QTimer(self, singleShot=True, interval=QUIET)
        self._timer.timeout.connect(self._when_quiet)
        window.work.changed.connect(self._begin)
        window.editor.edited.connect(self._begin)
        self._timer.start()

    def _begin(self) -> None:
        self._timer.start(QUIET)

    def _when_quiet(self) -> None:
        if self._backend.lane.busy:
            self._timer.start(QUIET)
        else:
            self._backend.submit(self._step, done=self._done, failed=self._failed)

    def _step(self, desk: Desk) -> bool:
        """Go a step, in the library's thread; return whether more is to do."""
        if not self._index_checked:
            self._index_checked = True
            desk.mend_index()
            return True
        if desk.sketch_changed(_TEXTS) == _TEXTS or desk.index_texts():
            return True
        if self._all_known:
            return False
        if self._older is None:
            from bulletin_desktop.services.sketching import Older

            self._older = Older()
        if desk.sketch_older(self._older, _TEXTS):
            return True
        self._older, self._all_known = None, True
        return False

    def _done(self, more: bool) -> None:
        if more:
            self._timer.start(PAUSE)

    def _failed(self, error: Exception) -> None:
        """No room, or the file has gone: a save will say so. Nothing here is worth a word of its own.

        What was gathered may not have been kept; it is gathered again.
        """
        self._older = None
        if not isinstance(error, UserError):
            raise error

    def shut_down(self) -> None:
        """Ask for no more."""
        self._timer.stop()
