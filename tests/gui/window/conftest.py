"""A window upon a library of its own, closed and gone after each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from bulletin_desktop import paths
from bulletin_desktop.gui import start
from bulletin_desktop.gui.backend import Backend
from bulletin_desktop.gui.intake_flow import SAMPLE
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.i18n import ENGLISH, Catalog
from tests.gui.windows import closing_all

WAIT = 15_000


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Where the test's library is, or will be."""
    return tmp_path / "library.db"


@pytest.fixture
def open_window(qapp: QApplication, qtbot: object, library: Path) -> Iterator[Callable[[], MainWindow]]:
    """Opens the program upon the library; every window is closed at the end and leaves nothing behind."""
    with closing_all(qapp) as windows:

        def opened() -> MainWindow:
            window = start.open_window(qapp, library, Catalog.load(ENGLISH))
            windows.append(window)
            window.show()
            with qtbot.waitSignal(window.editing.library_read, timeout=WAIT):
                pass
            window.activateWindow()
            qtbot.waitUntil(window.isActiveWindow, timeout=WAIT)
            return window

        yield opened


@pytest.fixture
def window(open_window: Callable[[], MainWindow]) -> MainWindow:
    """The program upon an empty library."""
    return open_window()


@pytest.fixture
def sample_text() -> str:
    """The project's own made-up pile of manuscripts."""
    return (paths.resources() / "samples" / SAMPLE).read_text(encoding="utf-8")


@pytest.fixture
def filled(window: MainWindow, qtbot: object, sample_text: str) -> MainWindow:
    """The program with the sample taken in, as a person does it: paste, accept, make the issue."""
    QApplication.clipboard().setText(sample_text)
    window.action_paste_manuscript.trigger()
    qtbot.waitUntil(
        lambda: window.pages.currentWidget() not in (window.welcome, window.work_page), timeout=WAIT
    )
    window.pages.currentWidget().accept.click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    QApplication.activeModalWidget().accept_button.click()
    qtbot.waitUntil(lambda: window.session.layout is not None and window.editor.isVisible(), timeout=WAIT)
    qtbot.waitUntil(lambda: bool(window.tree.selected()), timeout=WAIT)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT)
    return window


@pytest.fixture
def backend(qapp: QApplication, library: Path) -> Iterator[Backend]:
    """The library's thread without a window."""
    backend = Backend(library)
    backend.wait_until_open()
    yield backend
    backend.close()
