"""How long until the window is painted, and until it is usable, beside a bare PySide6 window.

    python dev.py bench start [--times 7] [--issues 1]

*Painted*: the window's frame with its menus stands on the screen. *Usable*: a menu has opened, a click on an
article in the tree has shown its text, and a key pressed in it stands there. The program is started as a
person starts it. Each start is a process of its own, after one that compiles; the two kinds take turns, so
that a busy machine disturbs both alike. Processor time is told too, of all threads: what others do hardly
changes it. The library holds --issues issues of 20 articles each.
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

from bare_window import BARE

ROOT = Path(__file__).resolve().parents[2]
GOAL = 1.8  # times the bare window

SAY = """
import time
def say(what):
    print(what, time.process_time(), flush=True)
"""
RIVAL = f'{SAY}{BARE}say("painted")'
OURS = (
    SAY
    + """
import sys
from PySide6 import QtWidgets
from PySide6.QtCore import QTimer

class Person(QtWidgets.QApplication):
    \"\"\"Looks for the window, and does in it what a person does.\"\"\"

    def __init__(self, arguments):
        super().__init__(arguments)
        self.seen = False
        self.steps = self.acts()
        self.turn = QTimer(self, interval=0)
        self.turn.timeout.connect(lambda: next(self.steps, None))
        self.turn.start()

    def processEvents(self, *which):
        super().processEvents(*which)
        if not self.seen and self.window():
            self.seen = True
            say("painted")

    def window(self):
        windows = [each for each in self.topLevelWidgets() if type(each).__name__ == "MainWindow"]
        return next((each for each in windows if (on := each.windowHandle()) and on.isExposed()), None)

    def acts(self):
        while not self.seen or not (window := self.window()):
            yield
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest
        left = Qt.MouseButton.LeftButton
        bar = window.menu_bar
        QTest.mouseClick(bar, left, pos=bar.actionGeometry(window.menu_file.menuAction()).center())
        while not window.menu_file.isVisible():
            yield
        QTest.keyClick(window.menu_file, Qt.Key.Key_Escape)
        view = window.tree.view
        while not (row := article(view)):
            yield
        QTest.mouseClick(view.viewport(), left, pos=view.visualRect(row).center())
        wanted = view.model().node(row).id
        while not (window.editor.article() and window.editor.article().id == wanted):
            yield
        window.editor.setFocus()
        QTest.keyClick(self.focusWidget(), "x")
        while "x" not in str(window.editor.article()):
            yield
        say("usable")
        window.close()

def article(view):
    model, row = view.model(), view.model().index(0, 0)
    while row.isValid():
        if model.node(row).kind.name == "ARTICLE" and not view.visualRect(row).isEmpty():
            below = view.indexBelow(row)
            return below if below.isValid() else row
        row = view.indexBelow(row)
    return None

QtWidgets.QApplication = Person
from bulletin_desktop import app
app.main(["--library", sys.argv[1]])
"""
)


def main() -> None:
    """Start both programs in turn and print the medians."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--issues", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = folder / "library.db"
        fill(library, max(1, given.issues))
        for program in (RIVAL, OURS):
            started(folder, program, str(library))
        taken: dict[str, list[tuple[float, float]]] = {}
        for _ in range(given.times):
            for what, at in started(folder, RIVAL).items():
                taken.setdefault(f"bare {what}", []).append(at)
            for what, at in started(folder, OURS, str(library)).items():
                taken.setdefault(f"ours {what}", []).append(at)
    medians = {
        name: [statistics.median(each) * 1000 for each in zip(*at, strict=True)] for name, at in taken.items()
    }
    bare = medians["bare painted"]
    print(f"from the start of the process, medians of {given.times}; {given.issues} issues of 20 articles")
    print("                          ms        ms of processor")
    for name, (wall, used) in medians.items():
        print(f"  {name:14} {wall:8.0f} {wall / bare[0]:5.2f} x {used:8.0f} {used / bare[1]:5.2f} x")
    print(f"  goal                 {GOAL:8.2f} x")


def started(folder: Path, program: str, *arguments: str) -> dict[str, tuple[float, float]]:
    """Run *program*, its compiled modules and what it keeps in *folder*.

    Return when it said what: seconds since its start, and of the processor.
    """
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environment |= {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    environment |= {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        cwd=folder,  # which comes before the path of modules
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    said = {}
    for line in process.stdout:
        what, used = line.split()
        said[what] = (time.perf_counter() - begun, float(used))
    process.wait()
    return said


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
