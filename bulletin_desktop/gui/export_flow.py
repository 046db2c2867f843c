"""From the open issue to a Word file, written away from the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from bulletin_desktop.gui.backend import Backend, Lane
from bulletin_desktop.gui.memory import Memory
from bulletin_desktop.gui.session import IssueSession

if TYPE_CHECKING:
    from bulletin_desktop.document.model import Issue
    from bulletin_desktop.services.desk import Desk
    from bulletin_desktop.services.publish import ExportResult, Publisher
    from bulletin_desktop.typeset.layout import Layout


class ExportFlow(QObject):
    """Asks for a name, writes the file, says so. *failed* carries the error and whether to open the file."""

    written = Signal(object)  # ExportResult
    failed = Signal(object, bool)
    not_recorded = Signal(object)  # the file is there, but the library does not know of it

    def __init__(
        self, session: IssueSession, backend: Backend, lane: Lane, memory: Memory, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._backend = backend
        self._lane = lane
        self._memory = memory
        self._window = window
        self._publisher: Publisher | None = None  # used in the lane only
        self.last: Path | None = None

    def prepare(self) -> None:
        """Load what writing needs, beside the window: the first export is then as fast as the next."""
        self._lane.run(lambda: self._prepared().writer(Path("issue.docx")))

    def ask(self, then_open: bool = False) -> None:
        """Let a name be chosen for the open issue's file, the usual one proposed; then write it."""
        issue = self._session.issue
        if issue is None:
            return
        from bulletin_desktop.services import publish

        dialog = QFileDialog(self._window, self.tr("Export Word"), str(self._folder()))
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Folder:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Kind of file:"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Word document (*.docx)"))
        dialog.setDefaultSuffix("docx")
        dialog.selectFile(publish.file_name(issue))
        dialog.fileSelected.connect(lambda name: self.write(Path(name), then_open))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: Path, then_open: bool = False) -> None:
        """Write the open issue as it is on the screen to *path*."""
        self._session.when_laid_out(lambda issue, layout: self._start(issue, layout, path, then_open))

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

    def _start(self, issue: Issue, layout: Layout, path: Path, then_open: bool) -> None:
        self._lane.run(
            self._write,
            layout,
            issue,
            path,
            done=lambda result: self._finish(issue, result, then_open),
            failed=lambda error: self.failed.emit(error, then_open),
        )

    def _write(self, layout: Layout, issue: Issue, path: Path) -> ExportResult:
        return self._prepared().export(layout, issue, path)

    def _prepared(self) -> Publisher:
        from bulletin_desktop.services.publish import Publisher

        if self._publisher is None:
            self._publisher = Publisher()
        return self._publisher

    def _finish(self, issue: Issue, result: ExportResult, then_open: bool) -> None:
        self._backend.submit(_record, issue, result, failed=self.not_recorded.emit)
        self.last = result.path
        self._memory.export_folder = result.path.parent
        self.written.emit(result)
        if then_open:
            self.open_last()


def _record(desk: Desk, issue: Issue, result: ExportResult) -> None:
    desk.record_export(issue, result)
