"""Windows of tests leave nothing behind for the next one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from bulletin_desktop.gui.theme import Theme
from bulletin_desktop.gui.window import MainWindow


@contextmanager
def closing_all(application: QApplication) -> Iterator[list[MainWindow]]:
    """Close every window that is put into the list, and see that no widget is left of them."""
    before = set(application.topLevelWidgets())
    windows: list[MainWindow] = []
    yield windows
    for window in windows:
        window.close()
        window.deleteLater()
    for theme in application.findChildren(Theme):
        theme.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.setStyleSheet("")
    application.styleHints().unsetColorScheme()
    application.setPalette(QPalette())
    assert set(application.topLevelWidgets()) <= before
