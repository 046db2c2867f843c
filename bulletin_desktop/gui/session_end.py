"""The person logs off, or the system shuts down: everything is kept at once, and nothing is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QSessionManager

from bulletin_desktop.gui.dialogs.keeping import DialogKeeping

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow

MEANT = 15_000  # ms after which the session has not ended, since another program would not let it


class SessionEnd(QObject):
    """Answers the system's question, which it asks before it ends programs and waits for a few seconds."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        QGuiApplication.instance().commitDataRequest.connect(self._asked)

    def shut_down(self) -> None:
        """Hear of no session any more."""
        QGuiApplication.instance().commitDataRequest.disconnect(self._asked)

    def keep(self) -> None:
        """Have on the disk what is typed or decided anywhere; let the window close without a question."""
        window = self._window
        window.ends_with_session = True
        QTimer.singleShot(MEANT, self, self._go_on)
        window.editing.settle()
        for keeping in window.findChildren(DialogKeeping):
            keeping.look()
        window.backend.typing.keeps_all()
        window.backend.drafts.keeps_all()

    def _asked(self, _manager: QSessionManager) -> None:
        self.keep()

    def _go_on(self) -> None:
        self._window.ends_with_session = False
