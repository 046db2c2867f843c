"""A quiet bar over the lower edge of a page: what was done, an answer beside it, gone after a while."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from bulletin_desktop.gui import floating, icons, theme

STAYS = 8000  # ms
_BOTTOM = 24
_ICON = 18


class NoticeBar(QWidget):
    """Lies over *host*. One notice at a time; a notice that is an error stays until it is answered."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._error, self._done = False, True
        self._picture = QLabel(self)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._close = QToolButton(self, autoRaise=True)
        self._close.setAccessibleName(self.tr("Close"))
        self._close.clicked.connect(self.hide)
        self._buttons: list[QPushButton] = []
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self._picture)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self._leave)
        host.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now, empty if it is not shown."""
        return self._words.text() if self.isVisible() else ""

    def say(
        self, text: str, *acts: tuple[str, Callable[[], object]], error: bool = False, done: bool = True
    ) -> None:
        """Show *text* with a button for each of *acts*; pressing one closes the bar.

        *done*: it tells of something that was done, and has a tick; else a plain mark.
        """
        self._error, self._done = error, done
        self._words.setText(text)
        self._words.setWordWrap(False)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for nth, (label, act) in enumerate(acts):
            button = QPushButton(label, self, flat=True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(self.hide)
            button.clicked.connect(act)
            self.layout().insertWidget(2 + nth, button)
            button.show()  # else the layout counts it only once the bar has its place
            self._buttons.append(button)
        self._dress()
        self._place()
        self.show()
        self.raise_()
        if error:
            self._timer.stop()
        else:
            self._timer.start()

    def hide_error(self) -> None:
        """Take an error's notice away, once its cause is gone."""
        if self._error:
            self.hide()

    def hide_offer(self) -> None:
        """Take away a notice that is not an error, such as an offer to undo what is undone already."""
        if not self._error:
            self.hide()

    def _leave(self) -> None:
        if self.underMouse():
            self._timer.start()
        else:
            self.hide()

    def _dress(self) -> None:
        t = theme.tokens(self.palette())
        ratio = self.devicePixelRatioF()
        name, color = ("check", t.ok) if self._done else ("info", t.accent)
        if self._error:
            name, color = "warning", t.err
        self._picture.setPixmap(icons.pixmap(name, _ICON, color, ratio))
        self._close.setIcon(icons.icon("x", t.muted))

    def _place(self) -> None:
        widest = max(240, self._host.width() - 64)
        self._words.setWordWrap(self.sizeHint().width() > widest)
        size = self.sizeHint()
        width = min(size.width(), widest)
        height = self.heightForWidth(width) if self._words.wordWrap() else size.height()
        self.setGeometry(
            (self._host.width() - width) // 2, self._host.height() - height - _BOTTOM, width, height
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        floating.paint_ground(self, theme.tokens(self.palette()).err if self._error else None)
