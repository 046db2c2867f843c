"""Two fingers apart or together, on a touch screen or a touch pad."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget


def listen(viewport: QWidget) -> None:
    """Have the gestures of a touch screen delivered to *viewport*."""
    viewport.grabGesture(Qt.GestureType.PinchGesture)


def pinch(event: QEvent, viewport: QWidget) -> tuple[float, QPointF] | None:
    """Return by how much to magnify, and around which point of *viewport*; None for any other event."""
    if isinstance(event, QGestureEvent):
        gesture = event.gesture(Qt.GestureType.PinchGesture)
        if isinstance(gesture, QPinchGesture):
            event.accept(gesture)
            return gesture.scaleFactor(), QPointF(viewport.mapFromGlobal(gesture.centerPoint().toPoint()))
    fingers = event if isinstance(event, QNativeGestureEvent) else None
    if fingers is not None and fingers.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
        return 1 + fingers.value(), fingers.position()
    return None
