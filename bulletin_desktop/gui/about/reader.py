"""Several texts to be read, one at a time: their names on the left, the chosen one on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from bulletin_desktop.values import dataclass

_MARGIN = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """A text under its *name*, with a line above it; *text* is asked for when it is chosen."""

    name: str
    heading: str
    text: Callable[[], str]


class Reader(QWidget):
    """Shows entries; the first one is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()
        self.names = QListWidget(self)
        self.heading = QLabel(self, wordWrap=True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.heading.hide()  # until something stands below it
        self.text = QPlainTextEdit(self, readOnly=True)
        self.text.setTabChangesFocus(True)
        column = QVBoxLayout()
        column.setSpacing(_MARGIN)
        column.addWidget(self.heading)
        column.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        row.setSpacing(12)
        row.addWidget(self.names, 2)
        row.addLayout(column, 5)
        self.names.currentRowChanged.connect(self._choose)

    def name(self, names: str, text: str) -> None:
        """Say to a screen reader what the list and the text are."""
        self.names.setAccessibleName(names)
        self.text.setAccessibleName(text)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show *entries* in place of what was shown."""
        self.names.clear()
        self._entries = entries
        self.names.addItems([entry.name for entry in entries])
        self.names.setCurrentRow(0)

    def _choose(self, row: int) -> None:
        if row >= 0:
            entry = self._entries[row]
            self.heading.setText(entry.heading)
            self.heading.show()
            self.text.setPlainText(entry.text())
