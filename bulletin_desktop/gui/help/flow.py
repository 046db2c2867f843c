"""F1 wherever the focus is: the window has it in its menu, dialogs are given it when they are entered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QFont, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from bulletin_desktop.gui.help import pages

if TYPE_CHECKING:
    from bulletin_desktop.gui.help.window import HelpWindow
    from bulletin_desktop.gui.window import MainWindow

_GIVEN = "has_help"


class HelpFlow(QObject):
    """Opens the help's window at the page of where the focus is."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._help: HelpWindow | None = None
        window.addAction(window.action_help)  # also while a review hides the menus
        window.action_help.triggered.connect(lambda: self.open(_page_of_focus()))
        window.action_help_keys.triggered.connect(lambda: self.open(pages.KEYS))
        QApplication.instance().focusChanged.connect(self._entered)
        self._window = window

    @property
    def shown(self) -> HelpWindow | None:
        """The help's window, once it was asked for."""
        return self._help

    def open(self, name: str) -> None:
        """Show a page by its name."""
        if self._help is None:
            from bulletin_desktop.gui.help.window import HelpWindow

            self._help = HelpWindow()
            self._help.book_wanted.connect(self._ask_for_book)
            self._window.memory.restore_size("help", self._help)
        self._help.open(name)

    def _ask_for_book(self, all_pages: tuple[pages.Page, ...]) -> None:
        """Let a name be chosen for the whole manual as a PDF; then write it, and open it to be printed."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._help, self.tr("Save the manual"), documents)
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Folder:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Kind of file:"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("PDF document (*.pdf)")])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{self.tr('Bulletin Desktop, the manual')}.pdf")
        dialog.fileSelected.connect(lambda chosen: self.write_book(Path(chosen), all_pages))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_book(self, path: Path, all_pages: tuple[pages.Page, ...]) -> None:
        """Write the pages to *path* beside the window, and open the file; what prevents that is told."""
        title = self.tr("Bulletin Desktop, the manual")
        self._window.files.run(
            _write_book,
            path,
            all_pages,
            title,
            QApplication.font(),
            done=lambda _none: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
            failed=self._window.tell,
        )

    def _entered(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Give a dialog its F1; one that blocks every window would block the help too."""
        dialog = now.window() if now is not None else None
        if not isinstance(dialog, QDialog) or dialog.property(_GIVEN):
            return
        if dialog.windowModality() == Qt.WindowModality.ApplicationModal:
            return
        dialog.setProperty(_GIVEN, True)
        action = QAction(self._window.action_help.text(), dialog)
        action.setShortcut(QKeySequence(Qt.Key.Key_F1))
        action.triggered.connect(lambda: self.open(_page_of_focus()))
        dialog.addAction(action)

    def shut_down(self) -> None:
        """The help goes with the window."""
        QApplication.instance().focusChanged.disconnect(self._entered)
        if self._help is not None:
            self._window.memory.keep_size("help", self._help)
            self._help.close()
            self._help.deleteLater()
            self._help = None


def _write_book(path: Path, all_pages: tuple[pages.Page, ...], title: str, font: QFont) -> None:
    from bulletin_desktop.export import files
    from bulletin_desktop.gui.help import book

    files.replace(path, book.as_pdf(all_pages, title, font))


def _page_of_focus() -> str:
    classes = []
    widget = QApplication.focusWidget()
    while widget is not None:
        classes.append(type(widget).__name__)
        widget = widget.parentWidget()
    return pages.page_for(classes)
