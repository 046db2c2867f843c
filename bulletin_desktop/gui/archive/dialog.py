"""Where a finished issue's folder goes: a folder, the office's pattern, and the path that comes of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)

from bulletin_desktop.errors import UserError
from bulletin_desktop.export import name_pattern
from bulletin_desktop.gui import forms
from bulletin_desktop.gui.dialogs.answers import while_open
from bulletin_desktop.gui.dialogs.fitting import FittingDialog
from bulletin_desktop.gui.issue_form.note import Note

if TYPE_CHECKING:
    from bulletin_desktop.document.model import Issue
    from bulletin_desktop.i18n import Catalog

Free = Callable[[Path, str, Callable[[Path], object], Callable[[Exception], object]], object]
"""Asks, beside the window, for the folder that would be made: root, pattern, answer, failure."""
_LINES = 3  # of a sentence below the fields
_STILL = 150  # ms after a key until the disk is asked


class ArchiveDialog(FittingDialog):
    """Asks where the archive of *issue* is made; *chosen* carries the root, the pattern and the folder."""

    chosen = Signal(object, str, object)

    root: QLineEdit
    choose: QPushButton
    pattern: QLineEdit
    fields: QPushButton
    note: Note
    path: QLabel
    usual: QPushButton
    cancel: QPushButton
    accept_button: QPushButton

    def __init__(
        self,
        issue: Issue,
        root: Path,
        pattern: str,
        *,
        free: Free,
        catalog: Catalog,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        forms.fill(self, "archive", {"Note": Note})
        self._issue, self._free, self._catalog = issue, free, catalog
        self._folder: Path | None = None
        self.root.setText(str(root))
        self.pattern.setText(pattern)
        self._make_menu()
        self._still = QTimer(self, singleShot=True, interval=_STILL)
        self._still.timeout.connect(self._ask_disk)
        self.choose.clicked.connect(self._choose_root)
        self.usual.clicked.connect(lambda: self.pattern.setText(name_pattern.USUAL))
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self._accept)
        for field in (self.root, self.pattern):
            field.textChanged.connect(self._follow)
        self._follow()
        self.resize(640, self.sizeHint().height() + _LINES * self.fontMetrics().lineSpacing())

    def _make_menu(self) -> None:
        """Every field with what it is for this issue."""
        menu = QMenu(self)
        named = {
            "publication": self.tr("publication"),
            "unit": self.tr("issuing unit"),
            "year": self.tr("year"),
            "month": self.tr("month of the date"),
            "day": self.tr("day of the date"),
            "date": self.tr("date"),
            "kind": self.tr("word for a supplement, or nothing"),
            "number": self.tr("number"),
            "running": self.tr("running number"),
        }
        for field in name_pattern.FIELDS:
            action = menu.addAction(f"{{{field}}}　{named[field]}")
            action.triggered.connect(lambda _checked=False, field=field: self.pattern.insert(f"{{{field}}}"))
        self.fields.setMenu(menu)

    def _follow(self) -> None:
        """Show the path at once; whether it is free, the disk is asked when nobody types."""
        self._folder = None
        self.accept_button.setEnabled(False)
        try:
            place = name_pattern.place(self.pattern.text(), self._issue)
        except UserError as error:
            self._refuse(self._catalog.error(error))
            return
        root = self.root.text().strip()
        if not root:
            self._refuse(self.tr("Choose the folder that archives are kept in."))
            return
        self.note.say("")
        self._show(Path(root) / place)
        self._still.start()

    def _ask_disk(self) -> None:
        root, pattern = self.root.text().strip(), self.pattern.text()

        def answered(folder: Path) -> None:
            if (root, pattern) == (self.root.text().strip(), self.pattern.text()):
                self._settle(Path(root) / name_pattern.place(pattern, self._issue), folder)

        self._free(
            Path(root),
            pattern,
            while_open(self, answered),
            while_open(self, lambda error: self._refuse(self._catalog.error(error))),
        )

    def _settle(self, wanted: Path, folder: Path) -> None:
        self._folder = folder
        self._show(folder)
        there = folder != wanted
        self.note.say(self.tr("A folder of that name is there already and is left alone.") if there else "")
        self.accept_button.setEnabled(True)

    def _show(self, folder: Path) -> None:
        self.path.setText(str(folder))
        self.path.setToolTip(str(folder))

    def _refuse(self, sentence: str) -> None:
        self.path.setText("—")
        self.note.say(sentence, self.pattern, wrong=True)

    def _choose_root(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for archives"), self.root.text())
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Folder:"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.root.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _accept(self) -> None:
        if self._folder is not None:
            self.chosen.emit(Path(self.root.text().strip()), self.pattern.text(), self._folder)
            self.accept()
