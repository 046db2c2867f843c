"""From the open issue to a file of any format, written away from the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from bulletin_desktop.export.job import Cancelled
from bulletin_desktop.gui.backend import Backend, Lane
from bulletin_desktop.gui.export_dialog import ExportDialog
from bulletin_desktop.gui.memory import Memory
from bulletin_desktop.gui.progress import Jobs, Watch
from bulletin_desktop.gui.session import IssueSession
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.document.model import Issue
    from bulletin_desktop.export.job import Writer
    from bulletin_desktop.services.publish import ExportResult, Publisher
    from bulletin_desktop.services.templates import TemplateSource
    from bulletin_desktop.typeset.layout import Layout


@dataclass(frozen=True, slots=True)
class Order:
    """A file a person asked for."""

    path: Path
    then_open: bool = False


class ExportFlow(QObject):
    """Asks for a name, writes the file, has it recorded, says so. One file at a time, in order.

    *formats* makes the writers of formats that Qt paints. *jobs* is what the window waits for before it
    closes. A file counts as done when the library has taken note of it.
    """

    written = Signal(object)  # ExportResult
    failed = Signal(object, object)  # the error and the Order
    cancelled = Signal(object)  # the Order
    not_recorded = Signal(object)  # the file is there, but the library does not know of it
    settled = Signal()

    def __init__(
        self,
        session: IssueSession,
        backend: Backend,
        lane: Lane,
        memory: Memory,
        window: QWidget,
        *,
        formats: Mapping[str, Callable[[], Writer]],
    ) -> None:
        super().__init__(window)
        self._session = session
        self._backend = backend
        self._lane = lane
        self._memory = memory
        self._window = window
        self._formats = formats
        self._publisher: Publisher | None = None  # used in the lane only
        self._whole = True
        self.jobs = Jobs(window.centralWidget(), self)
        self.jobs.settled.connect(self.settled)
        self.progress = self.jobs.notice
        self.last: Path | None = None

    def prepare(self) -> None:
        """Load what writing needs, beside the window: the first export is then as fast as the next."""
        self._lane.run(lambda: self.publisher().writer(Path("issue.docx")))

    def ask(self, ending: str = ".docx", then_open: bool = False) -> None:
        """Let a name be chosen for the open issue's file, the usual one proposed; then write it."""
        if self._session.issue is None:
            return
        from bulletin_desktop.services import publish

        name = publish.file_name(self._session.issue, ending)
        dialog = ExportDialog(self._window, self._folder() / name)
        dialog.chosen.connect(lambda path: self.write(Order(path, then_open)))
        dialog.open()

    def write(self, order: Order) -> None:
        """Write the open issue as it is on the screen; cancelled if another is opened before it has pages."""
        watch = self.jobs.begin(self.tr("Writing {name} …").format(name=order.path.name))
        self._session.when_laid_out(
            lambda issue, layout: self._start(issue, layout, order, watch),
            lambda: self._fail(Cancelled(), order, watch),
        )

    def cancel(self) -> None:
        """Write none of the files that are under way; those that were there before stay."""
        self.jobs.cancel()

    def finish(self) -> bool:
        """Wait, with the window alive, until nothing is under way; False if that went wrong for a file."""
        self._whole = True
        self.jobs.wait()
        return self._whole

    def open_last(self) -> None:
        """Open the file that was written last in the program the system has for it."""
        if self.last is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.last)))

    def open_folder(self) -> None:
        """Show the folder of the last file."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.last.parent if self.last else self._folder())))

    def _folder(self) -> Path:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return self._memory.export_folder or Path(documents)

    # One file: its pictures from the library, the writing, the record

    def _start(self, issue: Issue, layout: Layout, order: Order, watch: Watch) -> None:
        look = self._session.look
        self._backend.submit(
            lambda desk: desk.pictures(issue),
            done=lambda pictures: self._lane.run(
                lambda: self.publisher().export(layout, issue, order.path, pictures, watch),
                done=lambda result: self._finish((issue, result, look), order, watch),
                failed=lambda error: self._fail(error, order, watch),
            ),
            failed=lambda error: self._fail(error, order, watch),
        )

    def publisher(self) -> Publisher:
        """Return what writes every format; to be asked for and used in the files' lane only."""
        from bulletin_desktop.services.publish import Publisher

        if self._publisher is None:
            self._publisher = Publisher(self._formats)
        return self._publisher

    def _finish(
        self, made: tuple[Issue, ExportResult, TemplateSource | None], order: Order, watch: Watch
    ) -> None:
        self._backend.submit(
            lambda desk: desk.record_export(*made),
            done=lambda _: self.jobs.end(watch),
            failed=lambda error: self._not_recorded(error, watch),
        )
        _, result, _ = made
        self.last = result.path
        self._memory.export_folder = result.path.parent
        self.written.emit(result)
        if order.then_open:
            self.open_last()

    def _not_recorded(self, error: Exception, watch: Watch) -> None:
        self._whole = False
        self.jobs.end(watch)
        self.not_recorded.emit(error)

    def _fail(self, error: Exception, order: Order, watch: Watch) -> None:
        stopped = isinstance(error, Cancelled)
        self._whole = self._whole and stopped
        self.jobs.end(watch)
        if stopped:
            self.cancelled.emit(order)
        else:
            self.failed.emit(error, order)
