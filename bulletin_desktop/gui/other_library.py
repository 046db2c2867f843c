"""Another library than the open one: opened or made from the file menu, and opened from then on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bulletin_desktop import paths
from bulletin_desktop.gui.first_aid import places

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow


class OtherLibrary(QObject):
    """Lets the window close, with everything saved, and the program go on with the chosen library."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.action_open_library.triggered.connect(lambda: self._choose(places.existing))
        window.action_new_library.triggered.connect(lambda: self._choose(places.new))

    def _choose(self, ask: Callable[[QWidget | None, Path], Path | None]) -> None:
        window = self._window
        library = ask(window, window.backend.path.absolute())
        if library is not None and library != window.backend.path:
            paths.choose_library(library)
            window.go_on_with(library)

    def shut_down(self) -> None:
        """Nothing runs beside the window."""
