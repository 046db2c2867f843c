"""How long until the window stands, beside a bare PySide6 window in the same Wine. Told, not judged."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

import shims
from machine import Machine, until

TIMES = 3
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.setStyleSheet("QMainWindow { background: #fff }")
window.resize(1280, 720)
window.show()
application.exec()
"""


def until_shown(machine: Machine, folder: Path) -> float:
    """Start the program in *folder*; return the seconds until the middle of the screen is not black."""
    begun = time.monotonic()
    process = machine.start(folder / "BulletinDesktop.exe")
    until(lambda: machine.picture().getpixel((640, 700)) != (0, 0, 0), "the window")
    taken = time.monotonic() - begun
    machine.run("taskkill", "/im", "BulletinDesktop.exe")
    process.communicate(timeout=120)
    until(lambda: machine.picture().getpixel((640, 700)) == (0, 0, 0), "the end of the window")
    return taken


def test_how_long_until_the_window_stands(
    machine: Machine, portable: Path, pictures: Path, tmp_path: Path
) -> None:
    ours, bare = (shims.copy(portable, tmp_path / name) for name in ("ours", "bare"))
    (bare / "app/program.py").write_text(BARE, encoding="utf-8")
    taken: dict[Path, list[float]] = {ours: [], bare: []}
    for turn in range(TIMES + 1):
        for folder, times in taken.items():
            seconds = until_shown(machine, folder)
            if turn:  # the first reads the files from the disk
                times.append(seconds)
    our, their = (statistics.median(times) for times in taken.values())
    text = f"Wine, median of {TIMES}: ours {our:.2f} s, a bare window {their:.2f} s, {our / their:.2f} x\n"
    (pictures / "start.txt").write_text(text, encoding="utf-8")
