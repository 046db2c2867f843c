"""What a start costs before the window is painted, and what can be pressed then."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from bulletin_desktop.gui import start
from bulletin_desktop.gui.palette.popup import Palette
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.i18n import ENGLISH, Catalog
from bulletin_desktop.library.library import Library

ROOT = Path(__file__).parents[3]

# What nobody needs for a first look. Whoever must add to what is imported takes out a line here, and measures
# the start before and after: `python dev.py bench start`.
TOO_EARLY = (
    "bulletin_desktop.cli",
    "bulletin_desktop.export.docx",
    "bulletin_desktop.export.pdf",
    "bulletin_desktop.gui.archive",
    "bulletin_desktop.gui.backup",
    "bulletin_desktop.gui.doctor",
    "bulletin_desktop.gui.exchange",
    "bulletin_desktop.gui.first_aid",
    "bulletin_desktop.gui.help",
    "bulletin_desktop.gui.history",
    "bulletin_desktop.gui.register",
    "bulletin_desktop.gui.tour",
    "bulletin_desktop.intake",
    "bulletin_desktop.library.checks",
    "bulletin_desktop.library.doctor",
    "bulletin_desktop.library.recovery",
    "bulletin_desktop.library.salvage",
    "bulletin_desktop.services.desk",
    "bulletin_desktop.services.exchange",
    "bulletin_desktop.services.publish",
    "PIL",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "click",
    "cryptography",
    "docx",
    "lxml",
    "pypdf",
    "pypdfium2",
    "logging.handlers",
    "regex",
    "socket",
    "sqlite_utils",
    "tomlkit",
    "tomllib",
    "xml.etree",
    "xlsxwriter",
)

LOOK = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from bulletin_desktop.gui import start
from bulletin_desktop.i18n import CHINESE, Catalog
begin = start.MainWindow.start
def painted(window):
    print(*sys.modules, sep="\\n")
    begin(window)
    window.close()
start.MainWindow.start = painted
application = QApplication([])
catalog = Catalog.load(CHINESE)
start.dress(application, catalog)
start._painted_window(application, Path(sys.argv[1]), catalog, create=True)
"""


def test_the_window_is_painted_before_most_of_the_program_is_imported(library: Path) -> None:
    Library.open(library).close()
    done = subprocess.run(
        [sys.executable, "-c", LOOK, str(library)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    imported = done.stdout.split()
    assert "bulletin_desktop.gui.window" in imported
    assert not [each for each in imported if f"{each}.".startswith(tuple(f"{name}." for name in TOO_EARLY))]


@pytest.fixture
def fresh(qapp: QApplication, library: Path) -> Iterator[MainWindow]:
    """The window as it is when the first key of a person arrives."""
    window = start._painted_window(qapp, library, Catalog.load(ENGLISH), create=True)
    yield window
    window.close()
    start._put_away(qapp, window)


def test_every_action_does_something_from_the_first_moment_on(fresh: MainWindow) -> None:
    actions = {name: each for name, each in vars(fresh).items() if isinstance(each, QAction)}
    assert len(actions) > 60
    signals = [SIGNAL("triggered(bool)"), SIGNAL("toggled(bool)")]
    idle = [
        name
        for name, each in actions.items()
        if not any(each.receivers(signal) for signal in signals) and each.actionGroup() is None
    ]
    assert idle == []


def test_the_first_act_finds_its_feature(fresh: MainWindow) -> None:
    fresh.action_palette.trigger()
    assert any(each.isVisible() for each in fresh.findChildren(Palette))
