"""The ways out of the program, a file or the printer: what is asked for, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bulletin_desktop.gui.editing import Editing
from bulletin_desktop.gui.export_flow import ExportFlow, Order
from bulletin_desktop.gui.notices import NoticeBar
from bulletin_desktop.gui.output.print_flow import PrintFlow

if TYPE_CHECKING:
    from bulletin_desktop.services.publish import ExportResult


class Outputs(QObject):
    """Starts exports and prints of what is on the screen, and says in *notices* how they ended.

    *failed* carries an error, and what the person can do about it as (label, act).
    """

    failed = Signal(object, object)

    def __init__(self, exports: ExportFlow, prints: PrintFlow, editing: Editing, notices: NoticeBar) -> None:
        super().__init__(exports.parent())
        self._exports = exports
        self._prints = prints
        self._editing = editing
        self._notices = notices

    def export(self, ending: str = ".docx", then_open: bool = False) -> None:
        """Ask where to, and write the open issue as it is on the screen."""
        self._editing.settle()
        self._exports.ask(ending, then_open)

    def print(self, page: int) -> None:
        """Ask how, and print the open issue as it is on the screen; *page* is the one that is looked at."""
        self._editing.settle()
        self._prints.ask(page)

    def printed(self, count: int, printer: str) -> None:
        """Say that pages went to a printer."""
        words = self.tr("{count} pages were sent to {printer}")
        self._notices.say(words.format(count=count, printer=printer))

    def print_cancelled(self) -> None:
        """Say that no page went to a printer."""
        self._notices.say(self.tr("Nothing was printed"))

    def exported(self, result: ExportResult) -> None:
        """Say that a file was written."""
        words = self.tr("{name}: {count} pages written").format(name=result.path.name, count=result.pages)
        self._notices.say(
            words,
            (self.tr("Open"), self._exports.open_last),
            (self.tr("Open folder"), self._exports.open_folder),
        )

    def export_failed(self, error: Exception, order: Order) -> None:
        """Say why a file was not written, and offer another name."""
        again = (self.tr("Save as…"), lambda: self._exports.ask(order.path.suffix.lower(), order.then_open))
        self.failed.emit(error, (again,))

    def export_cancelled(self, order: Order) -> None:
        """Say that a file was given up."""
        self._notices.say(self.tr("{name} was not written").format(name=order.path.name))
