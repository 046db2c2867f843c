"""The original's text beside the article, to be read and copied from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from bulletin_desktop.gui import icons, theme

_LEAST = 220  # logical pixels


class OriginalPane(QWidget):
    """Shows text that nobody can change. *left* tells that it shall go away."""

    left = Signal()
    open_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ""
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._title.setMinimumWidth(1)
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(self.tr("Text of the original"))
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.text.document().setDocumentMargin(12)
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(2)
        row.addWidget(self._title, 1)
        row.addWidget(
            self._button(self.tr("Open"), self.tr("Open the original in its program"), self.open_wanted)
        )
        row.addWidget(
            self._button(self.tr("Save…"), self.tr("Save the original as it came"), self.save_wanted)
        )
        self._close = self._button("", self.tr("Hide the original (Esc)"), self.left)
        self._close.setAccessibleName(self.tr("Hide the original"))
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.text, 1)
        self.setMinimumWidth(_LEAST)
        self.setFocusProxy(self.text)
        self._dress()

    def say(self, name: str, words: str) -> None:
        """Say something in the place of the text of the file *name*."""
        self.name = name
        self._title.setText(name)
        self._title.setToolTip(name)
        self.text.setPlainText("")
        self.text.setPlaceholderText(words)

    def show_text(self, text: str) -> None:
        """Show the text of the file that was named last."""
        self.text.setPlaceholderText(self.tr("There is no text in this file."))
        self.text.setPlainText(text)

    def _button(self, text: str, tip: str, signal: Signal) -> QToolButton:
        button = QToolButton(self, text=text, autoRaise=True)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(signal)
        return button

    def _dress(self) -> None:
        self._close.setIcon(icons.icon("x", theme.tokens(self.palette()).muted))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
