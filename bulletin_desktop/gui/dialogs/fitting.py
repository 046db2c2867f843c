"""Dialogs stand on their screen whole: at 150 % an office screen of 1366 x 768 has room for 910 x 430."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QStyle, QWidget


class FittingDialog(QDialog):
    """A dialog that opens no larger than its screen has room for, whatever size it was given."""

    def setVisible(self, visible: bool) -> None:
        if visible and not self.isVisible() and self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.resize(self.size().boundedTo(room(self)))  # Qt itself bounds what was given none
        super().setVisible(visible)


def room(window: QWidget) -> QSize:
    """Return what the screen has for *window*'s content: without the task bar and the window's own title."""
    title = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    return window.screen().availableSize() - QSize(0, title)
