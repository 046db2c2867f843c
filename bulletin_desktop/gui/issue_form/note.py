"""A sentence below a field: quiet, or why the field cannot be taken as it is."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget


class Note(QLabel):
    """Hidden while there is nothing to say. The field hears the sentence too, for who does not see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.wrong = False
        self.hide()

    def say(self, sentence: str, field: QWidget | None = None, *, wrong: bool = False) -> None:
        """Say *sentence* about *field*; nothing if it is empty."""
        self.wrong = wrong and bool(sentence)
        self.setForegroundRole(QPalette.ColorRole.BrightText if wrong else QPalette.ColorRole.PlaceholderText)
        self.setText(sentence)
        self.setVisible(bool(sentence))
        if field is not None:
            field.setAccessibleDescription(sentence)
