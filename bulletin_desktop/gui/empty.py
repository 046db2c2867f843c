"""What stands in the middle when no article does: the next step."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bulletin_desktop.gui import icons, theme

_ICON = 48


class EmptyPage(QWidget):
    """Teaches what to do with an empty issue, or with none."""

    paste = Signal()
    open_text = Signal()
    new_article = Signal()
    new_issue = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel(self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words = QLabel(self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._paste = self._button(self.tr("Paste manuscripts"), self.paste, primary=True)
        self._open = self._button(self.tr("Open manuscripts"), self.open_text)
        self._write = self._button(self.tr("Write an article"), self.new_article)
        self._issue = self._button(self.tr("New issue"), self.new_issue, primary=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        for button in (self._issue, self._paste, self._open, self._write):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addStretch(2)
        layout.addWidget(self._picture)
        layout.addWidget(self._words)
        layout.addLayout(buttons)
        layout.addStretch(3)
        self._glyph = "book"
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.show_state(issue_open=False)

    def show_state(self, issue_open: bool, inbox: bool = False) -> None:
        """Say what belongs here: manuscripts for the open issue or for none, or an issue."""
        self._glyph = "intake" if issue_open else "book"
        if inbox:
            words = self.tr("No manuscript is waiting. Paste manuscripts, or drop files here.")
        elif issue_open:
            words = self.tr("This issue is empty. Paste manuscripts, or drop files here.")
        else:
            words = self.tr("Choose an issue at the left, or begin a new one.")
        self._words.setText(words)
        self._issue.setVisible(not issue_open)
        for button in (self._paste, self._open, self._write):
            button.setVisible(issue_open)
        self._dress()

    def _button(self, text: str, signal: object, primary: bool = False) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("primary", primary)
        button.clicked.connect(signal)
        return button

    def _dress(self) -> None:
        t = theme.tokens(self.palette())
        self._picture.setPixmap(icons.pixmap(self._glyph, _ICON, t.edge, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()
        super().changeEvent(event)
