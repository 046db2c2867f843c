"""The program started twice: the first window comes to the front, and nobody waits for one that hangs."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bulletin_desktop.library.library import Library

ROOT = Path(__file__).parents[2]
GUARD = ROOT / "tests/architecture/without_network.py"
BUSY = 60_000  # ms: a machine that does much else is no window that hangs

# A person who tells what happens: dialogs are read aloud, a minimised window says when it is back.
PERSON = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QTimer
from bulletin_desktop.gui import second_start, start
from bulletin_desktop.gui.dialogs import message
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.i18n import Catalog

def read(dialog, event):
    print(dialog.words.text(), flush=True)

class Window(MainWindow):
    told = False
    def start(self):
        super().start()
        QTimer.singleShot(300, self.ready)
    def ready(self):
        self.showMinimized()
        self.told = True
        print("minimised", flush=True)
        if sys.argv[2] == "hang":
            sys.stdin.readline()
        self.intake.parcels.connect(lambda files: print(f"offered {files[0]}", flush=True))
    def changeEvent(self, event):
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.told and not self.isMinimized():
            print("back", flush=True)

message.MessageDialog.showEvent, start.MainWindow = read, Window
second_start.AT_ONCE = int(sys.argv[4]) or second_start.AT_ONCE
parcel = Path(sys.argv[3]) if sys.argv[3] else None
sys.exit(start.run(Path(sys.argv[1]), Catalog.load("en"), parcel=parcel))
"""


@contextmanager
def started(
    library: Path, *, hang: bool = False, parcel: str = "", patience: int = 0
) -> Iterator[subprocess.Popen[str]]:
    """The program, a process of its own that may open no internet socket; killed if it still runs.

    *patience*: milliseconds in which a window answers that does not hang, other than the program's own.
    """
    guard = [sys.executable, str(GUARD)] if sys.platform == "linux" and os.uname().machine == "x86_64" else []
    process = subprocess.Popen(
        [*guard, sys.executable, "-c", PERSON, str(library), "hang" if hang else "", parcel, str(patience)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def line(process: subprocess.Popen[str]) -> str:
    """The next line it says; empty if it says nothing for two minutes, and is ended then."""
    assert process.stdout is not None
    patience = threading.Timer(120, process.kill)
    patience.start()
    try:
        return process.stdout.readline().strip()
    finally:
        patience.cancel()


def test_the_first_window_comes_to_the_front_and_the_second_program_ends(
    library: Path, tmp_path: Path
) -> None:
    with started(library) as first, started(tmp_path / "other.db") as other:
        assert line(first) == line(other) == "minimised"  # two libraries have two windows
        with started(library, patience=BUSY) as second:
            assert second.wait(timeout=120) == 0
            assert line(second) == ""
        assert line(first) == "back"
        assert first.poll() is None


def test_a_file_the_second_program_was_opened_with_is_offered_by_the_first(library: Path) -> None:
    with started(library) as first:
        assert line(first) == "minimised"
        with started(library, parcel="/somewhere/云溪 第1期.bulletin", patience=BUSY) as second:
            assert second.wait(timeout=120) == 0
        assert {line(first), line(first)} == {"back", "offered /somewhere/云溪 第1期.bulletin"}


def test_a_window_that_hangs_is_named_and_called_until_it_answers(library: Path) -> None:
    with started(library, hang=True) as first:
        assert line(first) == "minimised"
        with started(library) as second:
            sentence = line(second)
            assert f"already open in another window of this program (process {first.pid} on" in sentence
            assert first.stdin is not None
            first.stdin.write("\n")  # it comes to itself
            first.stdin.flush()
            assert second.wait(timeout=120) == 0
        assert line(first) == "back"


def sockets(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.is_socket()}


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe of Windows is gone with its program")
def test_what_a_killed_program_left_goes_with_the_next_start(
    library: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(folder))
    (folder / "BulletinDesktop-notes.txt").write_text("a person's own", encoding="utf-8")
    with started(library) as first:
        assert line(first) == "minimised"
        until(lambda: len(sockets(folder)) == 1)
    left = sockets(folder)
    assert len(left) == 1
    with started(folder / "other.db") as other, started(library) as second:
        assert line(other) == line(second) == "minimised"
        until(lambda: len(sockets(folder) - left) == 2 and not sockets(folder) & left)
    assert (folder / "BulletinDesktop-notes.txt").is_file()


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds, no longer than a minute."""
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_command_that_holds_the_library_is_named_at_once(library: Path) -> None:
    with Library.open(library), started(library) as second:
        assert f"(process {os.getpid()} on" in line(second)
