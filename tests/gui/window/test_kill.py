"""Killed one second after the last key, the program opens again with that text."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui.window import MainWindow

ROOT = Path(__file__).parents[3]

# A person at the keyboard: pastes, accepts, makes the issue, types, and never gets to close the window.
PERSON = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from bulletin_desktop.gui import start
from bulletin_desktop.i18n import CHINESE, Catalog

def until(condition):
    for _ in range(400):
        QTest.qWait(25)
        if condition():
            return
    sys.exit("the window did not get there")

application = QApplication([])
catalog = Catalog.load(CHINESE)
start.dress(application, catalog)
window = start.open_window(application, Path(sys.argv[1]), catalog)
window.show()
until(window.welcome.isVisible)
QApplication.clipboard().setText(Path(sys.argv[2]).read_text(encoding="utf-8"))
window.action_paste_manuscript.trigger()
until(lambda: window.pages.currentWidget() not in (window.welcome, window.work_page))
window.pages.currentWidget().accept.click()
until(application.activeModalWidget)
application.activeModalWidget().accept_button.click()
until(lambda: window.session.layout is not None and window.editor.isVisible())
QTest.keyClicks(window.editor.focusProxy(), sys.argv[3])
print("typed", flush=True)
application.exec()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="SIGKILL is POSIX's; Windows has no equal")
def test_text_survives_a_kill(
    tmp_path: Path, library: Path, open_window: Callable[[], MainWindow], qtbot: QtBot, sample_text: str
) -> None:
    pile = tmp_path / "pile.txt"
    pile.write_text(sample_text, encoding="utf-8")
    person = subprocess.Popen(
        [sys.executable, "-c", PERSON, str(library), str(pile), "thelastkeys"],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    with person:
        assert person.stdout.readline().strip() == "typed"
        time.sleep(1)
        person.send_signal(signal.SIGKILL)
    window = open_window()
    qtbot.waitUntil(lambda: window.session.issue is not None, timeout=15_000)
    stored = [block.text for article in window.session.issue.articles() for block in article.paragraphs()]
    assert any("thelastkeys" in text for text in stored)
    assert len(list(window.session.issue.articles())) > 3
