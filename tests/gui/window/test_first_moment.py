"""What a start costs before the window is painted, and what can be pressed then."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui import start
from bulletin_desktop.gui.palette.popup import Palette
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.i18n import ENGLISH, Catalog
from bulletin_desktop.library.library import Library

ROOT = Path(__file__).parents[3]

# What nobody needs to see the frame with its menus. Whoever must add to what is imported takes out a line,
# and measures the start before and after: `python dev.py bench start`.
UNSEEN = (
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "bulletin_desktop.gui.editor.keys",
    "bulletin_desktop.gui.editor.sheet",
    "bulletin_desktop.gui.features",
    "bulletin_desktop.gui.preview",
    "bulletin_desktop.gui.session",
    "bulletin_desktop.gui.tree.panel",
    "bulletin_desktop.gui.workplace",
    "bulletin_desktop.services.desk",
    "bulletin_desktop.typeset",
    "click",
    "logging.handlers",
    "socket",
    "sqlite_utils",
    "xml.etree",
)
# What nobody needs to type the first key either: what a person can begin is imported when it is begun.
UNASKED = (
    "PIL",
    "bulletin_desktop.cli",
    "bulletin_desktop.export.docx",
    "bulletin_desktop.export.pdf",
    "bulletin_desktop.gui.backup.dialog",
    "bulletin_desktop.gui.export_flow",
    "bulletin_desktop.gui.find.bar",
    "bulletin_desktop.gui.first_aid.flow",
    "bulletin_desktop.gui.help.window",
    "bulletin_desktop.gui.insert_flow",
    "bulletin_desktop.gui.intake_flow",
    "bulletin_desktop.gui.issue_flow",
    "bulletin_desktop.gui.issue_form",
    "bulletin_desktop.gui.output",
    "bulletin_desktop.gui.outputs",
    "bulletin_desktop.gui.review",
    "bulletin_desktop.gui.review_flow",
    "bulletin_desktop.gui.templates",
    "bulletin_desktop.library.recovery",
    "cryptography",
    "docx",
    "lxml",
    "pypdf",
    "pypdfium2",
    "tomlkit",
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
    print("painted", *sys.modules)
    begin(window)
    window.editing.issue_shown.connect(lambda issue: shown(window))
    if not window.tree.model.holds_anything():
        window.editing.library_read.connect(lambda _: shown(window))
def shown(window):
    print("usable", *sys.modules)
    application.exit()
start.MainWindow.start = painted
application = QApplication([])
catalog = Catalog.load(CHINESE)
start.dress(application, catalog)
window = start._painted_window(application, Path(sys.argv[1]), catalog, create=True)
application.exec()
window.close()
"""


@pytest.fixture
def imported(library: Path) -> Callable[[str], set[str]]:
    """What a start upon an empty library has imported when the frame is painted, and when it can be used."""
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
    moments = {when: set(names) for when, *names in map(str.split, done.stdout.splitlines())}
    return lambda when: moments[when]


def within(names: set[str], packages: tuple[str, ...]) -> list[str]:
    return sorted(each for each in names if f"{each}.".startswith(tuple(f"{name}." for name in packages)))


def test_the_frame_is_painted_before_most_of_the_program_is_imported(
    imported: Callable[[str], set[str]],
) -> None:
    assert "bulletin_desktop.gui.window" in imported("painted")
    assert within(imported("painted"), UNSEEN + UNASKED) == []


def test_what_a_person_can_begin_is_imported_when_it_is_begun(imported: Callable[[str], set[str]]) -> None:
    assert "bulletin_desktop.gui.editor.sheet" in imported("usable")
    assert within(imported("usable"), UNASKED) == []


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


def test_the_first_key_goes_to_no_button_of_the_tool_bar(fresh: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(fresh.welcome.isVisible)
    assert not fresh.tool_bar.isAncestorOf(fresh.focusWidget())


def test_the_first_key_goes_to_the_tree_where_there_is_an_issue(
    filled: MainWindow, qapp: QApplication, library: Path, qtbot: QtBot
) -> None:
    filled.close()
    window = start._painted_window(qapp, library, Catalog.load(ENGLISH), create=True)
    qtbot.waitUntil(window.editor.isVisible)
    assert window.tree.isAncestorOf(window.focusWidget())
    window.close()
    start._put_away(qapp, window)


def test_a_frame_with_nothing_in_it_yet_does_not_close(
    qapp: QApplication, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[bool] = []
    begin = MainWindow.start

    def close_early(window: MainWindow) -> None:
        closed.append(window.close())
        begin(window)

    monkeypatch.setattr(MainWindow, "start", close_early)
    window = start._painted_window(qapp, library, Catalog.load(ENGLISH), create=True)
    assert closed == [False]
    assert window.close()
    start._put_away(qapp, window)


def test_flows_nobody_has_asked_for_are_made_later(fresh: MainWindow, qtbot: QtBot) -> None:
    lazy = {name for name, each in vars(MainWindow).items() if isinstance(each, cached_property)}
    assert len(lazy) == 8
    assert lazy.isdisjoint(vars(fresh))
    fresh.warm_up()
    qtbot.waitUntil(lambda: lazy <= vars(fresh).keys())
    assert not fresh.reviewing


def test_a_window_that_closes_makes_no_more_flows(fresh: MainWindow, qapp: QApplication) -> None:
    fresh.warm_up()
    assert fresh.close()
    made = len(vars(fresh))
    qapp.processEvents()
    assert len(vars(fresh)) == made
