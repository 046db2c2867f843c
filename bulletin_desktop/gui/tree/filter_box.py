"""The field above the tree: words that narrow it down, and how many articles have them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from bulletin_desktop.gui import icons, theme

PAUSE = 150  # ms after the last key


class FilterBox(QWidget):
    """*changed* carries the words after a short pause, "" at once; *entered* that the rows are wanted.

    *left* tells that Escape was pressed.
    """

    changed = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Filter…"))
        self.field.setAccessibleName(self.tr("Filter the tree"))
        self.field.setToolTip(
            self.tr(
                "Words of headlines, sections, publications, issues or texts, with spaces between "
                "(Ctrl+Shift+L)"
            )
        )
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._on_text)
        self._count = QLabel(self)
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._count.hide()
        self._clear = QToolButton(self, autoRaise=True)
        self._clear.setAccessibleName(self.tr("Clear the filter"))
        self._clear.setToolTip(self.tr("Clear the filter (Esc)"))
        self._clear.setIconSize(QSize(14, 14))
        self._clear.clicked.connect(self.left)
        self._clear.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 8)
        layout.setSpacing(4)
        layout.addWidget(self.field, 1)
        layout.addWidget(self._count)
        layout.addWidget(self._clear)
        self.setFocusProxy(self.field)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(lambda: self.changed.emit(self.words))
        self._dress()

    @property
    def words(self) -> str:
        """What is looked for; empty if nothing is."""
        return self.field.text().strip()

    def show_count(self, words: str) -> None:
        """Say how much was found."""
        self._count.setText(words)
        self._count.setVisible(bool(words))

    def clear(self) -> None:
        """Look for nothing any more."""
        self.field.clear()

    def _on_text(self) -> None:
        self._clear.setVisible(bool(self.words))
        if self.words:
            self._pause.start()
        else:
            self._pause.stop()
            self.show_count("")
            self.changed.emit("")

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            if self._pause.isActive():
                self._pause.stop()
                self.changed.emit(self.words)
            self.entered.emit()
        else:
            return False
        return True

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        self._clear.setIcon(icons.icon("x", theme.tokens(self.palette()).muted))
