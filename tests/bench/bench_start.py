"""How long from the start of the process until the window is painted, beside a bare PySide6 window.

    python dev.py bench start [--times 7] [--issues 0]

Each start is a process of its own, after one that compiles; the two kinds take turns, so that a busy machine
disturbs both alike.
With --issues the library holds that many issues of 20 articles each.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GOAL = 1.8  # times the bare window

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
application.processEvents()
print("shown", flush=True)
"""
OURS = """
import sys
from pathlib import Path
from bulletin_desktop.gui import start
from bulletin_desktop.i18n import CHINESE, Catalog
from PySide6.QtWidgets import QApplication
application = QApplication([])
catalog = Catalog.load(CHINESE)
start.dress(application, catalog)
window = start.open_window(application, Path(sys.argv[1]), catalog)
window.show()
application.processEvents()
print("shown", flush=True)
window.close()
"""


def main() -> None:
    """Start both programs in turn and print the medians."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--issues", type=int, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.db"
        if given.issues:
            fill(library, given.issues)
        for program in (BARE, OURS):
            until_shown(Path(folder), program, str(library))
        taken: dict[str, list[float]] = {"bare": [], "ours": []}
        for _ in range(given.times):
            taken["bare"].append(until_shown(Path(folder), BARE))
            taken["ours"].append(until_shown(Path(folder), OURS, str(library)))
    bare, ours = (statistics.median(taken[name]) * 1000 for name in ("bare", "ours"))
    print(f"window shown, median of {given.times}, {given.issues} issues of 20 articles")
    print(f"  bare PySide6 window  {bare:6.0f} ms")
    print(f"  Bulletin Desktop     {ours:6.0f} ms   {ours / bare:.2f} x (goal {GOAL})")


def until_shown(folder: Path, program: str, *arguments: str) -> float:
    """Run *program*, its compiled modules in *folder*; return the seconds until its window is shown."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environment |= {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", program, *arguments], env=environment, stdout=subprocess.PIPE
    )
    assert process.stdout
    process.stdout.readline()
    taken = time.perf_counter() - begun
    process.communicate()
    return taken


def fill(library: Path, issues: int) -> None:
    """Store made-up issues of 20 short articles each."""
    from bulletin_desktop.document.ids import new_id
    from bulletin_desktop.document.model import Article, Issue, Masthead, Paragraph, Role, Section, Span
    from bulletin_desktop.library.library import Library
    from bulletin_desktop.services.acts import CreateIssue, CreatePublication
    from bulletin_desktop.services.desk import Desk

    with Library.open(library) as opened:
        desk = Desk(opened)
        publication, text = new_id(), (Span("云溪市政协召开会议，部署近期工作。"),)
        desk.apply(CreatePublication(publication, "云溪信息"))
        for number in range(issues):
            articles = tuple(
                Article(
                    new_id(), headline=(f"第{nth}篇稿件",), blocks=(Paragraph(new_id(), Role.BODY, text),)
                )
                for nth in range(20)
            )
            issue = Issue(
                new_id(),
                publication,
                2000 + number // 50,
                number % 50 + 1,
                dt.date(2000 + number // 50, 1, 1),
                Masthead("云溪信息"),
                sections=(Section(new_id(), "", articles),),
            )
            desk.apply(CreateIssue(publication, issue))


if __name__ == "__main__":
    main()
