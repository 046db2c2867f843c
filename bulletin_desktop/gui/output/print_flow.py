"""From the open issue to paper: the dialog, and the printing away from the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bulletin_desktop.export.job import Cancelled
from bulletin_desktop.gui.backend import Backend, Lane
from bulletin_desktop.gui.memory import Memory
from bulletin_desktop.gui.output.sides import PrintSettings
from bulletin_desktop.gui.picture_store import PictureStore
from bulletin_desktop.gui.progress import Jobs, Watch
from bulletin_desktop.gui.session import IssueSession

if TYPE_CHECKING:
    from bulletin_desktop.document.model import Issue
    from bulletin_desktop.gui.output.print_dialog import PrintDialog
    from bulletin_desktop.gui.output.printing import PagePrinter, PrinterFacts
    from bulletin_desktop.typeset.layout import Layout
    from bulletin_desktop.typeset.measures import Measures

_DIALOG = "print"


class PrintFlow(QObject):
    """Asks what to print, prints it in *lane*, says so. One job at a time, in order."""

    printed = Signal(int, str)  # how many pages, and on which printer
    cancelled = Signal()
    failed = Signal(object)
    pdf_wanted = Signal()

    def __init__(
        self,
        session: IssueSession,
        backend: Backend,
        lane: Lane,
        memory: Memory,
        window: QWidget,
        *,
        measures: Measures,
        store: PictureStore,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._backend = backend
        self._lane = lane
        self._memory = memory
        self._measures = measures
        self._store = store
        self._window = window
        self._press: PagePrinter | None = None  # used in the lane only
        self._dialog: PrintDialog | None = None
        self._whole = True
        self._jobs = Jobs(window.centralWidget(), self)
        self.progress = self._jobs.notice

    def ask(self, page: int) -> None:
        """Show the open issue's pages, *page* being looked at, and print what is chosen."""
        self._session.when_laid_out(lambda issue, layout: self._open(issue, layout, page))

    def finish(self) -> bool:
        """Wait, with the window alive, until everything is printed; False if that went wrong for some."""
        self._whole = True
        self._jobs.wait()
        return self._whole

    def _open(self, issue: Issue, layout: Layout, page: int) -> None:
        from bulletin_desktop.gui.output.print_dialog import PrintDialog

        if self._dialog is not None:
            return
        dialog = self._dialog = PrintDialog(layout, page, self._measures, self._window)
        dialog.set_pictures(self._store)
        dialog.prefer(*self._memory.printing)
        self._memory.restore_size(_DIALOG, dialog)
        dialog.chosen.connect(lambda settings: self._start(issue, layout, settings))
        dialog.pdf_wanted.connect(self.pdf_wanted)
        dialog.finished.connect(self._close)
        dialog.open()
        self._lane.run(_printers, done=self._offer, failed=self.failed.emit)

    def _offer(self, printers: tuple[PrinterFacts, ...]) -> None:
        if self._dialog is not None:
            self._dialog.set_printers(printers)

    def _close(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            self._memory.keep_size(_DIALOG, dialog)
            dialog.deleteLater()

    # One job

    def _start(self, issue: Issue, layout: Layout, settings: PrintSettings) -> None:
        self._memory.printing = settings.printer, settings.two_sided
        watch = self._jobs.begin(self.tr("Printing {count} pages …").format(count=len(settings.pages)))

        def fail(error: Exception) -> None:
            self._settle(watch, lambda: self._fail(error))

        self._backend.submit(
            lambda desk: desk.pictures(issue),
            done=lambda pictures: self._lane.run(
                lambda: self._print(layout, issue, pictures, settings, watch),
                done=lambda _: self._settle(
                    watch, lambda: self.printed.emit(len(settings.pages), settings.printer)
                ),
                failed=fail,
            ),
            failed=fail,
        )

    def _print(
        self, layout: Layout, issue: Issue, pictures: dict[str, bytes], settings: PrintSettings, watch: Watch
    ) -> None:
        from bulletin_desktop.gui.output import printing

        if self._press is None:
            self._press = printing.PagePrinter(self._measures)
        job = printing.PrintJob(layout, issue, pictures)
        self._press.print_pages(printing.printer_for(settings), job, settings, watch)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self.cancelled.emit()
        else:
            self._whole = False
            self.failed.emit(error)

    def _settle(self, watch: Watch, tell: Callable[[], object]) -> None:
        tell()
        self._jobs.end(watch)


def _printers() -> tuple[PrinterFacts, ...]:
    """Qt's part for printing is loaded when it is first asked."""
    from bulletin_desktop.gui.output import printing

    return printing.printers()
