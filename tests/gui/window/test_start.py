"""A library that cannot be opened is told in one sentence, and the program ends with code 1."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bulletin_desktop.library.library import Library

ROOT = Path(__file__).parents[3]

# A person who reads the dialog aloud and closes it.
PERSON = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from bulletin_desktop.gui import start
from bulletin_desktop.gui.dialogs import message
from bulletin_desktop.i18n import Catalog

def read(dialog, event):
    sys.stdout.buffer.write(dialog.words.text().encode() + b"\\n")
    QTimer.singleShot(0, dialog.reject)

message.MessageDialog.showEvent = read
sys.exit(start.run(Path(sys.argv[1]), Catalog.load(sys.argv[2])))
"""


def run(library: Path, language: str, person: str = PERSON) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", person, str(library), language],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8").strip()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_file_that_is_no_library_is_refused_and_left_alone(library: Path, language: str) -> None:
    library.write_bytes(b"not a library")
    code, said = run(library, language)
    assert code == 1
    assert "library.db" in said
    assert ("资料库" in said) == (language == "zh_CN")
    assert library.read_bytes() == b"not a library"


def test_a_library_that_another_program_holds_is_refused(library: Path) -> None:
    with Library.open(library):
        code, said = run(library, "en")
    assert code == 1
    assert "library.db" in said


def test_a_library_that_was_chosen_once_and_is_not_there_is_not_made(library: Path) -> None:
    code, said = run(library, "en", PERSON.replace("(sys.argv[2])", "(sys.argv[2]), create=False"))
    assert code == 1
    assert "is not there. Nothing was made in its place" in said
    assert not library.exists()


def test_a_bug_while_the_window_is_opened_is_logged_and_told(library: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.log"
    broken = f"""
from bulletin_desktop import log
log.start(Path({str(report)!r}))
def bug(*_):
    raise RuntimeError("made up")
start.MainWindow = bug
sys.exit("""
    code, said = run(library, "en", PERSON.replace("sys.exit(", broken))
    assert code == 1
    assert said.startswith("The window could not be opened")
    assert "RuntimeError" in report.read_text(encoding="utf-8")


def test_pyside_reads_no_sources_to_see_who_uses_it(tmp_path: Path) -> None:
    (tmp_path / "stranger.py").write_text("word = 1\n", encoding="utf-8")
    script = (
        "import bulletin_desktop.gui, inspect\n"
        "inspect.getsource = lambda module: print('read', module)\n"
        "import stranger\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(tmp_path)))},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == ""
