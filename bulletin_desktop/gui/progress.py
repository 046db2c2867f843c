"""A quiet bar for work that takes its time: what is being done, how far it is, and how to stop it."""

from __future__ import annotations

import threading
import time

from PySide6.QtCore import QEvent, QEventLoop, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from bulletin_desktop.export.job import Cancelled
from bulletin_desktop.gui import floating, theme

PATIENCE = 500  # ms of work that is not worth a word
_BOTTOM = 24
_BAR = (160, 4)
_EVERY = 0.05  # seconds between two reports


class Watch(QObject):
    """An `export.job.Progress` that reports to the window's thread, and stops the work when asked to."""

    moved = Signal(int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stopped = threading.Event()
        self._told = 0.0

    def __call__(self, done: int, of: int) -> None:
        """Take a report, in the thread that works. Raises `Cancelled` after `stop`."""
        if self._stopped.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._told > _EVERY:
            self._told = now
            self.moved.emit(done, of)

    def stop(self) -> None:
        """Have the work end at its next report."""
        self._stopped.set()


class Jobs(QObject):
    """What is under way: each job with its watch, all of them in one notice over *host*."""

    settled = Signal()  # nothing is under way any more

    def __init__(self, host: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._watches: list[Watch] = []
        self.notice = ProgressNotice(host)
        self.notice.cancelled.connect(self.cancel)

    def begin(self, words: str) -> Watch:
        """Return the watch of a new job, which the notice calls *words*."""
        watch = Watch(self)
        watch.moved.connect(self.notice.move)
        self._watches.append(watch)
        self.notice.begin(words)
        return watch

    def end(self, watch: Watch) -> None:
        """A job has ended, whichever way."""
        self._watches.remove(watch)
        watch.deleteLater()
        if not self._watches:
            self.notice.end()
            self.settled.emit()

    def cancel(self) -> None:
        """Have every job end at its next report."""
        for watch in self._watches:
            watch.stop()

    def wait(self) -> None:
        """Return once nothing is under way; the window lives on meanwhile."""
        if self._watches:
            loop = QEventLoop()
            self.settled.connect(loop.quit)
            loop.exec()


class Bar(QProgressBar):
    """A flat bar; empty while nobody knows how far it is."""

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        radius = whole.height() / 2
        painter.setBrush(t.edge)
        painter.drawRoundedRect(whole, radius, radius)
        if self.value() > 0:
            whole.setWidth(max(whole.height(), whole.width() * self.value() / self.maximum()))
            painter.setBrush(t.accent)
            painter.drawRoundedRect(whole, radius, radius)


class ProgressNotice(QWidget):
    """Lies over the lower edge of *host* from `PATIENCE` after `begin` until `end`."""

    cancelled = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = Bar(self, textVisible=False)
        self._bar.setFixedSize(*_BAR)
        self._button = QPushButton(self.tr("Cancel"), self, flat=True)
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.clicked.connect(self._cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(12)
        for each in (self._words, self._bar, self._button):
            layout.addWidget(each)
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(self._appear)
        host.installEventFilter(self)
        self.hide()

    def begin(self, words: str) -> None:
        """Say *words* if it takes long; until the first `move` nobody knows how long."""
        self._words.setText(words)
        self._button.setEnabled(True)
        self._bar.reset()
        self._place()
        self._timer.start()

    def say(self, words: str) -> None:
        """Say other words than before."""
        self._words.setText(words)
        self._place()

    def move(self, done: int, of: int) -> None:
        """Show how far it is."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    def end(self) -> None:
        """There is nothing to wait for any more."""
        self._timer.stop()
        self.hide()

    def _appear(self) -> None:
        self._place()
        self.show()
        self.raise_()

    def _cancel(self) -> None:
        self._button.setEnabled(False)
        self.cancelled.emit()

    def _place(self) -> None:
        size = self.sizeHint()
        left, top = (self._host.width() - size.width()) // 2, self._host.height() - size.height() - _BOTTOM
        self.setGeometry(max(0, left), top, min(size.width(), self._host.width()), size.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        floating.paint_ground(self)
