"""Scrolling to a place: short ways glide, long ones jump."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QVariantAnimation
from PySide6.QtWidgets import QAbstractScrollArea

_GLIDE_MS = 110  # the longest animation the program allows itself is 120 ms
_FAR = 2  # views


class Travel:
    """Moves the vertical scroll bar of *area*."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        self._area = area
        self._glide = QVariantAnimation(area, duration=_GLIDE_MS, easingCurve=QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(lambda value: area.verticalScrollBar().setValue(value))

    @property
    def duration(self) -> int:
        """How long a glide takes, in ms."""
        return self._glide.duration()

    def goal(self) -> int:
        """Return where the bar is, or will be when it has come to rest."""
        running = self._glide.state() == QVariantAnimation.State.Running
        return self._glide.endValue() if running else self._area.verticalScrollBar().value()

    def to(self, value: int) -> None:
        """Bring the bar to *value*, as far as it goes."""
        bar = self._area.verticalScrollBar()
        value = min(max(value, bar.minimum()), bar.maximum())
        self._glide.stop()
        if not self._area.isVisible() or abs(value - bar.value()) > _FAR * self._area.viewport().height():
            bar.setValue(value)
            return
        self._glide.setStartValue(bar.value())
        self._glide.setEndValue(value)
        self._glide.start()

    def stop(self) -> None:
        """Stay where the bar is now: the person scrolls."""
        self._glide.stop()
