"""The window with its register open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui.register.panel import RegisterPanel
from bulletin_desktop.gui.window import MainWindow
from tests.gui.register.hands import (
    KEY,
    MOD,
    WAIT,
    Opened,
    came_in,
    settle,
)
from tests.gui.window.conftest import filled, library, open_window, sample_text, window  # noqa: F401 - fixtures


@pytest.fixture
def panel(filled: MainWindow, qtbot: QtBot) -> RegisterPanel:  # noqa: F811 - asked for by name
    """The open register with three manuscripts and those of the sample, which are used."""
    filled.resize(1280, 800)
    filled.backend.wait(came_in)
    filled.work.changed.emit(frozenset())
    QTest.keyClick(filled, KEY.Key_R, MOD.ControlModifier | MOD.ShiftModifier)
    panel = filled.panels.made("register")
    qtbot.waitUntil(lambda: panel.model.rowCount() > 5, timeout=WAIT)
    qtbot.waitUntil(panel.view.hasFocus, timeout=WAIT)
    settle(filled, qtbot)
    return panel


@pytest.fixture
def opened() -> Iterator[Opened]:
    catcher = Opened()
    QDesktopServices.setUrlHandler("file", catcher, "take")
    yield catcher
    QDesktopServices.unsetUrlHandler("file")
