"""How long the open window leaves a person waiting while a long issue is opened, and between two of them.

    python dev.py bench opening [--pages 300] [--times 5]

The whole window is open upon a library of three issues, and turns to two of them in turn: the first time
each is laid out anew, later its paragraphs are known. A beat is one turn of the event loop; the longest
time between two beats is how long a key or a click can go without an answer.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench_typing import ARTICLES_A_PAGE, fill
from PySide6.QtWidgets import QApplication

from bulletin_desktop.gui import start
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.i18n import CHINESE, Catalog

PATIENCE = 30.0  # seconds
GOAL = 100  # milliseconds without an answer


def main() -> None:
    """Open the program upon two made-up issues, turn from one to the other, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--times", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
        library = Path(folder) / "library.db"
        issues = [fill(library, round(given.pages * ARTICLES_A_PAGE))[0] for _ in range(3)]
        application = QApplication([])
        catalog = Catalog.load(CHINESE)
        start.dress(application, catalog)
        window = start.open_window(application, library, catalog)
        window.resize(1280, 800)
        window.show()
        idle(application, 1.0)
        print(
            f"milliseconds until the pages are laid out; longest between two beats (goal {GOAL}), work in it"
        )
        there = window.session.issue
        closed = [each for each in issues if there is None or there.id != each][:2]
        told = [opened(application, window, closed[nth % 2]) for nth in range(2 + given.times)]
        for name, (shown, gap, work) in zip(("first issue", "second issue"), told[:2], strict=True):
            print(f"  {name:12} laid out {shown:6.0f}   longest {gap:5.0f}   work {work:5.0f}")
        shown, gap, work = (statistics.median(column) for column in zip(*told[2:], strict=True))
        print(
            f"  {'turning back':12} laid out {shown:6.0f}   longest {gap:5.0f}   work {work:5.0f}   (medians)"
        )
        window.close()
        application.processEvents()


def opened(application: QApplication, window: MainWindow, issue_id: str) -> tuple[float, float, float]:
    """Open an issue; return how long until its pages are laid out, the longest gap, and the work in that."""
    begun = last = time.perf_counter()
    worked = time.thread_time()
    gap = work = shown = 0.0
    ready: list[object] = []
    laid_out = window.session.laid_out.connect(ready.append)
    window.editing.open_issue(issue_id)
    while not shown or time.perf_counter() - begun < shown + 0.5:
        if time.perf_counter() - begun > PATIENCE:
            sys.exit("the pages did not come")
        application.processEvents()
        now, work_now = time.perf_counter(), time.thread_time()
        if now - last > gap:
            gap, work = now - last, work_now - worked
        last, worked = now, work_now
        if not shown and ready:
            shown = now - begun
        time.sleep(0.001)
    window.session.laid_out.disconnect(laid_out)
    return shown * 1000, gap * 1000, work * 1000


def idle(application: QApplication, seconds: float) -> None:
    """Let the program come to rest."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        application.processEvents()
        time.sleep(0.001)


if __name__ == "__main__":
    main()
