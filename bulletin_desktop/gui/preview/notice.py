"""Quiet lines above the pages: what is said, answers beside it, gone when it was read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from bulletin_desktop.gui import icons


class NoticeBar(QWidget):
    """One line. `dismissed` when its cross is pressed; pressing an answer closes it too."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._buttons: list[QPushButton] = []
        self._close = close = QToolButton(self, autoRaise=True)
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.setIcon(icons.icon("x"))
        close.setToolTip(self.tr("Understood"))
        close.setAccessibleName(self.tr("Understood"))
        close.clicked.connect(self.hide)
        close.clicked.connect(self.dismissed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self._text, 1)
        row.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, empty if it is hidden."""
        return self._said if not self.isHidden() else ""

    def tell(self, text: str, whole: str = "", *answers: tuple[str, Callable[[], object]]) -> None:
        """Show *text* with a button for each answer; *whole* is for whom the line is not enough."""
        self._said = text
        self._text.setToolTip(whole or text)
        for button in self._buttons:
            button.deleteLater()
        self._buttons = [self._answer(*answer) for answer in answers]
        for nth, button in enumerate(self._buttons):
            self.layout().insertWidget(1 + nth, button)
        self.show()
        self._elide()

    def _answer(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self, flat=True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda _checked: act())
        return button

    def _elide(self) -> None:
        self.layout().activate()
        room = self._text.width()
        self._text.setText(self._text.fontMetrics().elidedText(self._said, Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._close.setIcon(icons.icon("x"))
