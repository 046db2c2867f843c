"""Quiet words above the pages: what is said, answers beside it, gone when it was read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from bulletin_desktop.gui import icons

Answer = tuple[str, Callable[[], object]]


class NoticeBar(QWidget):
    """A sentence, as many lines as the pane's width makes of it, and details below it if there are any.

    `dismissed` when its cross is pressed.
    """

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._text.setWordWrap(True)
        self._detail = QLabel(self)
        self._detail.setTextFormat(Qt.TextFormat.PlainText)
        self._detail.setWordWrap(True)
        self._detail.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._buttons: list[QPushButton] = []
        self._close = close = QToolButton(self, autoRaise=True)
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.setIcon(icons.icon("x"))
        close.setToolTip(self.tr("Understood"))
        close.setAccessibleName(self.tr("Understood"))
        close.clicked.connect(self.hide)
        close.clicked.connect(self.dismissed)
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 8, 4)
        column.setSpacing(4)
        column.addLayout(self._row)
        column.addWidget(self._detail)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, empty if it is hidden."""
        return "" if self.isHidden() else self._text.text()

    @property
    def detail(self) -> str:
        """What stands below it."""
        return self._detail.text()

    def tell(
        self, text: str, *answers: Answer, detail: str = "", whole: str = "", stays: bool = False,
        closes: bool = True,
    ) -> None:  # fmt: skip
        """Show *text* with a button for each answer; pressing one hides the bar unless it *stays*.

        *detail* is shown below, *whole* where the pointer rests; without *closes* there is no cross.
        """
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._close.setVisible(closes)
        for button in self._buttons:
            button.deleteLater()
        self._buttons = [self._answer(*answer, stays=stays) for answer in answers]
        for nth, button in enumerate(self._buttons):
            self._row.insertWidget(1 + nth, button)
        self.show()
        self.retell(text, whole)

    def retell(self, text: str, whole: str = "") -> None:
        """Show another text with the same answers."""
        self._text.setText(text)
        self._text.setToolTip(whole)
        self._text.setAccessibleName(text)

    def _answer(self, words: str, act: Callable[[], object], stays: bool) -> QPushButton:
        button = QPushButton(words, self, flat=True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        if not stays:
            button.clicked.connect(self.hide)
        button.clicked.connect(lambda _checked: act())
        return button

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._close.setIcon(icons.icon("x"))
