"""What the window holds in memory over twenty years of issues, and after an hour's work, beside a bare one.

    python dev.py bench memory [FOLDER [--issues 5000] [--characters 1000]]

The library (`big_library`) is built in FOLDER once. An hour's work is told by what a person does in it: in 60
issues, each shown with its pages, an article is opened and a sentence typed into it, saved as it goes; then
words are searched for. Memory is the process's proportional share (PSS: shared pages count by part) and its
resident size, in MB, as Linux tells.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bare_window import BARE
from big_library import big_library

ROOT = Path(__file__).resolve().parents[2]
GOAL = 250  # MB

SAY = """
from pathlib import Path
def say(what):
    told = dict(line.split()[:2] for line in Path("/proc/self/smaps_rollup").read_text().splitlines()[1:])
    print(f"  {what:38} {int(told['Pss:']) / 1024:6.0f} {int(told['Rss:']) / 1024:6.0f}", flush=True)
"""
RIVAL = f'{SAY}{BARE}say("bare PySide6 window")'
OURS = (
    SAY
    + """
import sys, time
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from bulletin_desktop.gui import start
from bulletin_desktop.i18n import CHINESE, Catalog
from bulletin_desktop.services.searching import Wanted

application = QApplication([])
catalog = Catalog.load(CHINESE)
start.dress(application, catalog)
window = start.open_window(application, Path(sys.argv[1]), catalog)
laid_out, shown = [], []
window.session.opened.connect(lambda issue: shown.append(issue.id))
window.session.laid_out.connect(lambda _layout: laid_out.append(1))
window.show()

def until(done):
    patience = time.monotonic() + 60
    while not done():
        assert time.monotonic() < patience
        application.processEvents()
        time.sleep(0.001)

until(lambda: window.editor.article() is not None or window.session.issue is not None)
until(lambda: laid_out)
say("the window, an issue and its pages shown")
issues = [each for each in window.tree.model.issues() if each != window.session.issue.id]
for nth in range(60):
    laid_out.clear()
    issue_id = issues[nth * len(issues) // 60]
    window.open_issue(issue_id)
    until(lambda: issue_id in shown and laid_out)
    until(lambda: window.editor.article() in tuple(window.session.issue.articles()))
    window.editor.setFocus()
    for _ in range(30):
        QTest.keyClick(window.editor.focusProxy() or window.editor, "a")
        application.processEvents()
    window.editing.settle()
    until(lambda: not window.session.unsaved)
say("after sentences typed in 60 issues")
for words in ("防汛", "乡村振兴", "市", "落到实处", "信访 工作") * 4:
    window.backend.wait(lambda desk: desk.search(Wanted((words,))))
say("after 20 searches")
window.close()
"""
)


def main() -> None:
    """Print what both windows hold."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--issues", type=int, default=5000)
    parser.add_argument("--characters", type=int, default=1000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        library = big_library(given.folder or Path(made), given.issues, 20, given.characters)
        print(f"MB in memory; {given.issues * 20:,} articles of {given.characters:,} characters")
        print(f"  {'':38} {'PSS':>6} {'RSS':>6}")
        for program in (RIVAL, OURS):
            environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
            environment |= {f"XDG_{kind}_HOME": made for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
            subprocess.run([sys.executable, "-c", program, str(library)], env=environment, check=True)
    print(f"  {'goal':38} {GOAL:6}")


if __name__ == "__main__":
    main()
