"""Waiting for what must come: a busy machine is no fault of the code."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

PATIENCE = 30_000  # ms, where a test does not say how long; it costs nothing but in a test that fails


class PatientBot(QtBot):
    """Waits longer than the five seconds of pytest-qt's own."""

    def waitUntil(self, callback: Callable[[], object], *, timeout: int = PATIENCE) -> None:  # noqa: N802
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """pytest-qt's, with more patience."""
    return PatientBot(request)
