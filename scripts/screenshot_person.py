"""The person who goes to the states of the program and takes pictures of them."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bulletin_desktop.gui import start
from bulletin_desktop.i18n import CHINESE, Catalog

LEFT = Qt.MouseButton.LeftButton
PLACE = "D:\\简报"  # pictures are looked at on Windows


class MissedError(Exception):
    """A state could not be reached."""


class Person:
    """Works in the window with real clicks and keys, and takes pictures."""

    def __init__(self, scheme: str, size: tuple[int, int], desk: Path, folder: Path) -> None:
        self.application = QApplication([])
        catalog = Catalog.load(CHINESE)
        start.dress(self.application, catalog)
        self.desk, self.folder = desk, folder
        self.wanted = True
        self.window = start.open_window(self.application, desk / "library.db", catalog)
        getattr(self.window, f"action_scheme_{scheme}").trigger()
        self.window.resize(*size)
        self.window.show()
        folder.mkdir(parents=True, exist_ok=True)

    def reaches(self, state: Callable[[Person], None], wanted: bool) -> bool:
        """Go to a state and come back, with pictures if they are *wanted*; False if that failed."""
        self.wanted = wanted
        try:
            state(self)
        except Exception:
            traceback.print_exc()
            return False
        finally:
            self.tidy()
        return True

    def wait_for(self, condition: Callable[[], object], settle: int = 300) -> None:
        """Wait until *condition* holds, and a little for what follows from it."""
        for _ in range(200):
            self.rest(50)
            if condition():
                self.rest(settle)
                return
        raise MissedError

    def rest(self, milliseconds: int) -> None:
        """Wait asleep between the events: QTest.qWait keeps the other threads from Python.

        With it, what the window loads in its threads took longer than anybody waited, on a busy machine.
        """
        end = time.monotonic() + milliseconds / 1000
        while time.monotonic() < end:
            self.application.processEvents()
            time.sleep(0.01)

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Take a picture of the window or of *widget*."""
        self.name_place()
        self.rest(150)
        if self.wanted:
            (widget or self.window).grab().save(str(self.folder / f"{name}.png"))

    def name_place(self) -> None:
        """Let the window name the library's folder as an office would, whatever machine this is."""
        place = self.window.status.place
        place.setText(f"{place.text().split()[0]} {PLACE}")

    def act(self, name: str) -> None:
        """Do one of the window's actions."""
        getattr(self.window, f"action_{name}").trigger()
        self.rest(200)

    def dialog(self, name: str) -> QWidget:
        """Do an action and return the dialog it opens."""
        self.act(name)
        self.wait_for(self.application.activeModalWidget)
        return self.application.activeModalWidget()

    def fill_issue_form(self) -> QWidget:
        """Take what is under review for a new issue, and return the form with what an office fills in."""
        self.click(self.window.pages.currentWidget().accept)
        self.wait_for(self.application.activeModalWidget)
        dialog = self.application.activeModalWidget()
        dialog.unit.setText("云溪市政协办公室")
        dialog.lists.take("report_to", "省政协办公厅（2份），市委、市政府领导（12份）")
        dialog.lists.take("send_to", "各县（市、区）政协×20，市直有关单位×40")
        dialog.lists.spare.setValue(6)
        self.rest(2000)  # for the pages beside the fields
        return dialog

    def accept_issue_form(self, dialog: QWidget) -> None:
        """Make the issue, and wait until its pages are there."""
        self.click(dialog.accept_button)
        window = self.window
        self.wait_for(lambda: window.session.layout is not None and window.editor.isVisible())

    def click(self, widget: QWidget) -> None:
        """Click in the middle of a widget."""
        QTest.mouseClick(widget, LEFT)

    def tidy(self) -> None:
        """Close what a state has left open."""
        for _ in range(5):
            popup = self.application.activePopupWidget() or self.application.activeModalWidget()
            if popup is None:
                break
            popup.close()
            self.rest(100)
        self.window.panels.fold()
        self.window.notices.hide()
        self.rest(50)

    def leave(self) -> None:
        """Close the program."""
        self.tidy()
        self.window.close()
