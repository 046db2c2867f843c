"""When the tour comes, how it goes from step to step, and that it never comes again by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from bulletin_desktop.gui.tour.steps import STEPS

if TYPE_CHECKING:
    from bulletin_desktop.gui.tour.bubble import Bubble, Spot
    from bulletin_desktop.gui.window import MainWindow


class TourFlow(QObject):
    """Begins from the help menu, or by itself once a person who is new here has a first issue."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._parts: tuple[Bubble, Spot] | None = None
        self._step = 0
        self._before: QWidget | None = None
        self._waits = False
        window.action_tour.triggered.connect(self.begin)
        window.session.laid_out.connect(lambda _layout: QTimer.singleShot(0, self, self._arrived))

    def offer(self) -> None:
        """Begin with the first issue there is, if nobody has worked upon this library yet."""
        memory = self._window.memory
        self._waits = not memory.toured and memory.place == ("", "")

    def begin(self) -> None:
        """Begin with the first step."""
        from bulletin_desktop.gui.tour.bubble import Bubble, Spot

        window = self._window
        self._waits = False
        self.end()
        window.pages.setCurrentWidget(window.work_page)
        self._before = QApplication.focusWidget()
        bubble = Bubble(window)
        bubble.turned.connect(self._turn)
        bubble.left.connect(self.end)
        self._parts = bubble, Spot(window)
        window.installEventFilter(self)
        self._step = 0
        self._show()

    def end(self) -> None:
        """Leave, wherever it is; it will not come by itself any more."""
        if self._parts is None:
            return
        self._window.memory.toured = True
        self._window.removeEventFilter(self)
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = None
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None

    def _arrived(self) -> None:
        """There are pages: the tour may come if nothing is asked just now."""
        window = self._window
        free = not window.reviewing and QApplication.activeModalWidget() is None
        if self._waits and free and window.work_page.isVisible():
            self.begin()

    def _turn(self, by: int) -> None:
        self._step = max(0, self._step + by)
        if self._step < len(STEPS):
            self._show()
        else:
            self.end()

    def _show(self) -> None:
        bubble, _ = self._parts
        step = STEPS[self._step]
        title = QCoreApplication.translate("Tour", step.title)
        words = QCoreApplication.translate("Tour", step.words)
        bubble.say(title, words, self._step + 1, len(STEPS))
        self._place()
        bubble.next.setFocus()

    def _place(self) -> None:
        bubble, spot = self._parts
        target = next((each for each in STEPS[self._step].beside(self._window) if each.isVisible()), None)
        spot.setVisible(target is not None)
        if target is None:  # folded away by the person: the words stand alone
            bubble.point_at(QRect(self._window.rect().center(), self._window.rect().center()))
        else:
            around = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size())
            spot.setGeometry(around.adjusted(-2, -2, 2, 2) & self._window.rect())
            bubble.point_at(around)
        spot.raise_()
        bubble.show()
        bubble.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._parts is not None:
            QTimer.singleShot(0, self, lambda: self._place() if self._parts else None)
        return super().eventFilter(watched, event)

    def shut_down(self) -> None:
        """The bubble goes with the window."""
        self._waits = False
