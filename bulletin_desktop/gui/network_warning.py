"""Says, until it was read, that a library on a network drive is in more danger than one on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bulletin_desktop.gui.banner import Banner
from bulletin_desktop.library import network

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow


class NetworkWarning(QObject):
    """Once told and understood, it is not said of this library again."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.banner: Banner | None = None
        window.backend.opened.connect(self._opened)

    def _opened(self) -> None:
        window = self._window
        if not network.is_on_network(window.backend.path.absolute()) or window.memory.network_told:
            return
        self.banner = Banner(window)
        self.banner.say(
            "warning",
            self.tr(
                "This library lies on a network drive. If the connection breaks while you write, it can be "
                "damaged, and only one person can have it open. Safer: keep it on this computer and let "
                "the backups go to the drive."
            ),
            (self.tr("Understood"), self._understood),
            stays=True,
        )

    def _understood(self) -> None:
        self._window.memory.network_told = True
        assert self.banner is not None
        self.banner.hide()

    def shut_down(self) -> None:
        """Nothing runs beside the window."""
