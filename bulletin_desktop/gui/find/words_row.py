"""The row every find bar begins with: what to look for, how many there are, on to the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from bulletin_desktop.gui import icons

MARGINS = (8, 4, 8, 4)
GAP = 4


class WordsRow(QWidget):
    """`stepped` carries 1 for the next hit and -1 for the one before; `left` tells that it is given up."""

    stepped = Signal(int)
    left = Signal()

    def __init__(self, hint: str, words: QLineEdit | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words or QLineEdit(self)
        self.words.setPlaceholderText(hint)
        self.words.setAccessibleName(hint)
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._previous = self._button("caret-up", self.tr("Previous (Shift+Enter, Shift+F3)"))
        self._previous.clicked.connect(lambda: self.stepped.emit(-1))
        self._next = self._button("caret-down", self.tr("Next (Enter, F3)"))
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        self._close = self._button("x", self.tr("Close (Esc)"))
        self._close.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(*MARGINS)
        row.setSpacing(GAP)
        row.addWidget(self.words, 1)
        for widget in (self.count, self._previous, self._next, self._close):
            row.addWidget(widget)
        self._dress()

    def enable_steps(self, enabled: bool) -> None:
        """Offer the way to the next and the previous one."""
        for button in (self._previous, self._next):
            button.setEnabled(enabled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()

    def _button(self, glyph: str, tip: str) -> QToolButton:
        button = QToolButton(self, autoRaise=True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setProperty("glyph", glyph)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def _dress(self) -> None:
        for button in (self._previous, self._next, self._close):
            button.setIcon(icons.icon(button.property("glyph")))
