"""About the program: its version, where its files are, and what it is made of, with every licence."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QDesktopServices, QFont, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QWidget,
)

from bulletin_desktop import __version__, paths
from bulletin_desktop.gui import forms
from bulletin_desktop.gui.about.reader import Entry, Reader
from bulletin_desktop.gui.dialogs.fitting import FittingDialog
from bulletin_desktop.services.parts import Part, parts, text

_ICON = 56
_LARGE = 1.5  # the name's size beside other text


class AboutDialog(FittingDialog):
    """Shows *versions* as they are, and the places of *library* and *log*."""

    picture: QLabel
    name: QLabel
    version: QLabel
    tabs: QTabWidget
    library: QLineEdit
    library_open: QPushButton
    library_copy: QPushButton
    log: QLineEdit
    log_open: QPushButton
    log_copy: QPushButton
    versions: QLabel
    licences: Reader
    diagnose: QPushButton
    close_button: QPushButton

    def __init__(self, library: Path, log: Path, versions: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.fill(self, "about", {"Reader": Reader})
        self.licences.name(self.tr("Parts of the program"), self.tr("Text of the licence"))
        self._show_head(versions)
        self._show_place(library, self.library, self.library_open, self.library_copy)
        self._show_place(log, self.log, self.log_open, self.log_copy)
        self.tabs.currentChanged.connect(self._list_parts)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus()
        self.resize(760, 460)

    def _show_head(self, versions: str) -> None:
        icon = QIcon(str(paths.resources() / "brand" / "app.svg"))
        self.picture.setPixmap(icon.pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
        large = QFont(self.name.font())
        large.setPointSizeF(large.pointSizeF() * _LARGE)
        large.setWeight(QFont.Weight.DemiBold)
        self.name.setFont(large)
        self.version.setText(self.tr("Version {version}").format(version=__version__))
        for label in (self.version, self.versions):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.versions.setText(versions)

    def _show_place(self, file: Path, field: QLineEdit, opener: QPushButton, copier: QPushButton) -> None:
        field.setText(str(file))
        field.setCursorPosition(0)
        field.setToolTip(str(file))
        folder = QUrl.fromLocalFile(str(file.parent))
        opener.clicked.connect(lambda: QDesktopServices.openUrl(folder))
        copier.clicked.connect(lambda: QGuiApplication.clipboard().setText(str(file)))

    def _list_parts(self) -> None:
        """List the parts when they are looked at first: reading the records takes a moment."""
        if self.tabs.currentWidget() is self.licences and not self.licences.names.count():
            self.licences.show_entries([self._entry(part) for part in parts()])

    def _entry(self, part: Part) -> Entry:
        missing = self.tr("The text of this licence is not on this computer.")
        heading = f"{part.name} {part.version}　{part.licence}"
        return Entry(part.name, heading, lambda: text(part) or missing)
