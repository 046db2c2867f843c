"""A line above everything the window shows: how things stand, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from bulletin_desktop.gui import colors, icons, theme

Answer = tuple[str, Callable[[], object]]

_ICON = 18
_TINT = 0.14  # of the icon's colour over the window's ground
_LEAST = 40


class Banner(QWidget):
    """Lies at the top of *window*, as high as its sentence needs, from the first `say` until it is hidden."""

    def __init__(self, window: QMainWindow | QDialog) -> None:
        host = window.centralWidget() if isinstance(window, QMainWindow) else window
        super().__init__(host)
        self._glyph = "info"
        self._picture = QLabel(self)
        self._words = QLabel(self, wordWrap=True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._buttons: list[QPushButton] = []
        self._close = QToolButton(self, autoRaise=True)
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close"))
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 8, 4)
        layout.setSpacing(8)
        layout.addWidget(self._picture)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._close)
        self.setMinimumHeight(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        host.layout().insertWidget(0, self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, empty if it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def say(self, glyph: str, text: str, *answers: Answer, stays: bool = False) -> None:
        """Show *text* beside an icon ("info", "lock" or "warning"), with a button for each of *answers*.

        One that *stays* has no cross: what it says does not go away by not looking.
        """
        self._glyph = glyph
        self._words.setText(text)
        self._close.setVisible(not stays)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for nth, (label, act) in enumerate(answers):
            button = QPushButton(label, self, autoDefault=False)
            button.clicked.connect(lambda _checked=False, act=act: act())
            self.layout().insertWidget(2 + nth, button)
            button.show()  # a banner that is shown already does not do so by itself
            self._buttons.append(button)
        self._tint()
        self.show()

    def _tint(self) -> None:
        t = theme.tokens(self.palette())
        color = t.warn if self._glyph == "warning" else t.accent
        self._picture.setPixmap(icons.pixmap(self._glyph, _ICON, color, self.devicePixelRatioF()))
        self._close.setIcon(icons.icon("x", t.muted))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange and "_close" in vars(self):
            self._tint()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens(self.palette())
        painter = QPainter(self)
        color = t.warn if self._glyph == "warning" else t.accent
        painter.fillRect(self.rect(), colors.mix(color, t.window, _TINT))
        painter.fillRect(0, self.height() - 1, self.width(), 1, t.line)
