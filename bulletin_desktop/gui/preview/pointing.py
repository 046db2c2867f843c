"""What the mouse does on the pages: a click goes into the text, dragging selects it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from bulletin_desktop.gui.preview.reading import Spot

_SCROLL_EVERY = 30  # ms, while the pointer is held above or below the view
_SCROLL_SHARE = 0.35  # of the pointer's distance from the view


class Pointer(QObject):
    """Follows the left button over the viewport of *area*.

    *spot_at* gives the text under a point of the viewport. `clicked` has the point; `dragged` the text's
    gap where the button went down and the one where it is now; `dropped` tells that it was let go.
    """

    clicked = Signal(QPointF)
    dragged = Signal(object, object)
    dropped = Signal()

    def __init__(self, area: QAbstractScrollArea, spot_at: Callable[[QPointF], Spot | None]) -> None:
        super().__init__(area)
        self._area = area
        self._spot_at = spot_at
        self._pressed: QPointF | None = None
        self._anchor: Spot | None = None
        self._at = QPointF()
        self._selecting = False
        self._scroll = QTimer(self, interval=_SCROLL_EVERY)
        self._scroll.timeout.connect(self._scroll_on)

    def press(self, event: QMouseEvent) -> None:
        """The button goes down."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._selecting = event.position(), False
            self._anchor = self._spot_at(event.position())

    def move(self, event: QMouseEvent) -> bool:
        """The pointer moves; whether it is dragging."""
        if self._pressed is None:
            return False
        far = (event.position() - self._pressed).manhattanLength() > QApplication.startDragDistance()
        self._selecting = self._selecting or far
        self._at = event.position()
        if self._selecting:
            self._drag()
        return True

    def release(self, event: QMouseEvent) -> None:
        """The button is let go."""
        pressed, self._pressed = self._pressed, None
        self._scroll.stop()
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._selecting:
            self.dropped.emit()
        else:
            self.clicked.emit(event.position())

    def let_go(self) -> None:
        """Forget the button that is down: the text it went down on is no longer there."""
        self._pressed = self._anchor = None
        self._scroll.stop()

    def _drag(self) -> None:
        head = self._spot_at(self._at)
        if self._anchor is not None and head is not None:
            self.dragged.emit(self._anchor, head)
        outside = self._beyond() != 0
        if outside != self._scroll.isActive():
            self._scroll.start() if outside else self._scroll.stop()

    def _beyond(self) -> float:
        """How far the pointer is above (negative) or below the view."""
        y, height = self._at.y(), self._area.viewport().height()
        return min(y, 0.0) + max(y - height, 0.0)

    def _scroll_on(self) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + round(self._beyond() * _SCROLL_SHARE))
        self._drag()
