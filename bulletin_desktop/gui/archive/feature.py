"""Archiving, plugged into the window: asked for, written beside it, recorded, told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from bulletin_desktop.export.job import Cancelled
from bulletin_desktop.library.nodes import MANUSCRIPTS

if TYPE_CHECKING:
    from bulletin_desktop.document.model import Issue
    from bulletin_desktop.gui.archive.dialog import ArchiveDialog
    from bulletin_desktop.gui.progress import Watch
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.services.archive import Archived, Content
    from bulletin_desktop.typeset.layout import Layout

_SIZE = "archive"


class Archive(QObject):
    """Opens the dialog upon the open issue, and makes its folder."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.action_archive.triggered.connect(lambda _checked=False: self.begin())

    def shut_down(self) -> None:
        """What is being written is an export, which the window waits for."""

    def begin(self) -> None:
        """Ask where the open issue's folder goes."""
        window = self._window
        window.editing.settle()
        issue = window.session.issue
        if issue is None or issue.id == MANUSCRIPTS:
            return
        from bulletin_desktop.export import name_pattern
        from bulletin_desktop.gui.archive.dialog import ArchiveDialog
        from bulletin_desktop.services import archive

        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        root, pattern = window.memory.archive
        dialog = ArchiveDialog(
            issue,
            root or Path(documents) / self.tr("Archive"),
            pattern or name_pattern.USUAL,
            free=lambda root, pattern, done, failed: window.files.run(
                archive.target, root, pattern, issue, done=done, failed=failed
            ),
            catalog=window.catalog,
            parent=window,
        )
        window.memory.restore_size(_SIZE, dialog)
        dialog.chosen.connect(self.write)
        dialog.finished.connect(lambda _result: self._close(dialog))
        dialog.open()

    def write(self, root: Path, pattern: str, folder: Path) -> None:
        """Make the open issue's folder; where and by which pattern is remembered."""
        self._window.memory.archive = (root, pattern)
        watch = self._window.exports.jobs.begin(self.tr("Archiving {name} …").format(name=folder.name))
        self._window.session.when_laid_out(
            lambda issue, layout: self._gather(issue, layout, folder, watch),
            lambda: self._fail(Cancelled(), watch),
        )

    def _close(self, dialog: ArchiveDialog) -> None:
        self._window.memory.keep_size(_SIZE, dialog)
        dialog.deleteLater()

    # Gathered in the library's thread, written in the files' lane, recorded in the library's again

    def _gather(self, issue: Issue, layout: Layout, folder: Path, watch: Watch) -> None:
        from bulletin_desktop.services import archive

        publisher = self._window.exports.publisher

        def write(content: Content) -> Archived:
            words = lambda text: QCoreApplication.translate("Archive", text)  # noqa: E731
            return archive.write(content, layout, folder, publisher(), words=words, progress=watch)

        self._window.backend.submit(
            archive.gather,
            issue,
            self._window.session.look,
            done=lambda content: self._window.files.run(
                write,
                content,
                done=lambda made: self._record(content, made, watch),
                failed=lambda error: self._fail(error, watch),
            ),
            failed=lambda error: self._fail(error, watch),
        )

    def _record(self, content: Content, made: Archived, watch: Watch) -> None:
        from bulletin_desktop.services import archive

        self._window.backend.submit(
            archive.record,
            content,
            made,
            done=lambda _: self._window.exports.jobs.end(watch),
            failed=lambda error: self._fail(error, watch),
        )
        words = self.tr("Archived in “{name}”").format(name=made.folder.name)
        if made.missing:
            words = self.tr("{done}; {count} originals are damaged in the library").format(
                done=words, count=made.missing
            )
        folder = QUrl.fromLocalFile(str(made.folder))
        self._window.notices.say(words, (self.tr("Open folder"), lambda: QDesktopServices.openUrl(folder)))

    def _fail(self, error: Exception, watch: Watch) -> None:
        self._window.exports.jobs.end(watch)
        if isinstance(error, Cancelled):
            self._window.notices.say(self.tr("Archiving was cancelled; nothing was written"))
        else:
            self._window.tell(error)
