"""An issue, or articles, to a file for a colleague: a name is asked for, it is written beside the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from bulletin_desktop.gui.tree.nodes import Kind
from bulletin_desktop.library.nodes import MANUSCRIPTS

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.services.parcel import Parcel

_TITLE = 40  # characters of a headline in a file's name


class Sending(QObject):
    """Asks, packs in the library's thread, writes in the files' lane, and says so."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def send_issue(self) -> None:
        """Send the open issue, if it is one."""
        from bulletin_desktop.export.filenames import issue_title

        self._window.editing.settle()
        issue = self._window.session.issue
        if issue is not None and issue.id != MANUSCRIPTS:
            self._ask((issue.id,), issue_title(issue))

    def send_articles(self) -> None:
        """Send the articles that are selected in the tree, or else the open one."""
        self._window.editing.settle()
        chosen = {node.id: node.title for node in self._window.tree.selected() if node.kind is Kind.ARTICLE}
        article = self._window.session.article(self._window.editing.article_id)
        if not chosen and article is not None:
            chosen = {article.id: article.title}
        if chosen:
            first = next(iter(chosen.values()))[:_TITLE] or self.tr("Article")
            many = self.tr("{title} and {count} more").format(title=first, count=len(chosen) - 1)
            self._ask(tuple(chosen), many if len(chosen) > 1 else first)

    def _ask(self, ids: tuple[str, ...], title: str) -> None:
        from bulletin_desktop.export.filenames import safe_name
        from bulletin_desktop.services.exchange_file import ENDING

        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(
            self._window, self.tr("Send to a colleague"), str(self._window.memory.export_folder or documents)
        )
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Folder:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Kind of file:"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Exchange file (*{ending})").format(ending=ENDING)])
        dialog.setDefaultSuffix(ENDING[1:])
        dialog.selectFile(safe_name(title, ENDING))
        dialog.fileSelected.connect(lambda chosen: self.write(ids, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, ids: tuple[str, ...], path: Path) -> None:
        """Write one issue, or articles, by their ids to *path*."""
        self._window.backend.submit(
            lambda desk: desk.exchange.pack(ids),
            done=lambda parcel: self._window.files.run(
                _write, path, parcel, done=self._written, failed=self._window.tell
            ),
            failed=self._window.tell,
        )

    def _written(self, path: Path) -> None:
        self._window.memory.export_folder = path.parent
        words = self.tr("“{name}” is written: carry it to the other machine").format(name=path.name)
        folder = QUrl.fromLocalFile(str(path.parent))
        self._window.notices.say(words, (self.tr("Open folder"), lambda: QDesktopServices.openUrl(folder)))


def _write(path: Path, parcel: Parcel) -> Path:
    from bulletin_desktop.services import exchange_file

    exchange_file.write(path, parcel)
    return path
