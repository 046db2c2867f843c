"""A library that can only be read: the window says so all the time, and lets nothing be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from bulletin_desktop.gui.banner import Banner
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.library.reading import WHY, Hindrance

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow

_REMEDIES = {
    Hindrance.FILE: QT_TRANSLATE_NOOP("ReadingMode", "Take the write protection off the file to go on."),
    Hindrance.FOLDER: QT_TRANSLATE_NOOP("ReadingMode", "Ask for write permission, or copy the library."),
    Hindrance.DISK: QT_TRANSLATE_NOOP(
        "ReadingMode", "Take off its lock, or copy the library to this computer."
    ),
    Hindrance.FULL: QT_TRANSLATE_NOOP("ReadingMode", "Make room on it to go on."),
}


class ReadingMode(QObject):
    """Waits until the library is open; does nothing where it can be written."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.backend.opened.connect(self._opened)

    def _opened(self) -> None:
        why = self._window.backend.hindrance
        if why is None:
            return
        window = self._window
        translate = QCoreApplication.translate
        words = self.tr(
            "For reading only: {reason}. Reading, searching and exporting work as always. {remedy}"
        )
        self.banner = Banner(window)
        self.banner.say(
            "lock",
            words.format(
                reason=translate("errors", WHY[why]), remedy=translate("ReadingMode", _REMEDIES[why])
            ),
            (self.tr("Try again"), lambda: window.go_on_with(window.backend.path)),
            stays=True,
        )
        window.show_only_reading()

    def shut_down(self) -> None:
        """Nothing runs beside the window."""
