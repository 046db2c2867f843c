"""How soon the tree is shown over twenty years of issues, what it holds in memory, and what acts cost in it.

    python dev.py bench tree [--issues 5000] [--articles 20] [--library FOLDER]

The rival is a QStandardItemModel with the same rows in the same view. It has no way to wait with a row until
it is wanted, so it is filled with all of them. Each runs in a process of its own; memory is how much the
process has grown since the library was open and the interface drawn once.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from big_library import big_library
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLabel, QTreeView

from bulletin_desktop.gui import start
from bulletin_desktop.gui.backend import Backend
from bulletin_desktop.gui.tree.panel import TreePanel
from bulletin_desktop.i18n import CHINESE, Catalog
from bulletin_desktop.services import acts

GOAL_SHOWN, GOAL_MEMORY = 30, 15  # milliseconds after the window, megabytes
PATIENCE = 120.0  # seconds


def main() -> None:
    """Measure each in a process of its own and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--issues", type=int, default=5_000)
    parser.add_argument("--articles", type=int, default=20)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--library", type=Path, default=Path(tempfile.gettempdir()) / "bulletin-bench")
    parser.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        print({"tree": tree, "window": window, "rival": rival}[given.child[0]](Path(given.child[1])))
        return
    library = big_library(given.library, given.issues, given.articles)
    print(f"{given.issues:,} issues, {given.issues * given.articles:,} articles")
    times = sorted(float(said("window", library)) for _ in range(given.times))
    middle = times[len(times) // 2]
    print(f"  tree after the window   {times[0]:7.1f} ms at best, {middle:.1f} median  (goal {GOAL_SHOWN})")
    for name in ("tree", "rival"):
        print(said(name, library), flush=True)


def said(name: str, library: Path) -> str:
    """What one of the measurements says, made in a process of its own."""
    command = [sys.executable, __file__, "--child", name, str(library)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.rstrip()


def window(library: Path) -> str:
    """How long after the window's own first painting the tree has its rows painted."""
    application = QApplication([])
    catalog = Catalog.load(CHINESE)
    start.dress(application, catalog)
    shown = start.open_window(application, library, catalog)
    shown.resize(1280, 800)
    shown.show()
    application.processEvents()
    shown.pages.setCurrentWidget(shown.work_page)
    shown.grab()
    begun = time.perf_counter()
    wait(application, lambda: shown.tree.model.rowCount() > 0)
    shown.tree.grab()
    took = (time.perf_counter() - begun) * 1000
    wait(application, lambda: shown.session.layout is not None)
    shown.close()
    return str(took)


def tree(library: Path) -> str:
    """The tree's own reading and painting, its memory, unfolding a year, and an act."""
    application = QApplication([])
    start.dress(application, Catalog.load(CHINESE))
    backend = Backend(library)
    backend.wait_until_open()
    QLabel("政协信息 第3期 No. 3").grab()
    backend.wait(lambda desk: desk.find_titles("x", 1))
    before = memory()
    panel = TreePanel(backend)
    panel.resize(256, 700)
    begun = time.perf_counter()
    panel.refresh()
    wait(application, lambda: panel.model.rowCount() > 0)
    panel.grab()
    shown, held = elapsed(begun), memory() - before
    begun = time.perf_counter()
    panel.view.expandToDepth(1)
    panel.grab()
    years = elapsed(begun)
    issue = panel.model.issues()[0]
    panel.show_issue(issue)
    wait(application, lambda: bool(panel.model.order(issue)))
    section, row = next(iter(panel.model.order(issue).items()))
    changes = backend.wait(lambda desk: desk.apply(acts.MoveArticles(((row[0], section, 1),))))
    settled: list[int] = []
    panel.model.settled.connect(lambda: settled.append(1))
    begun = time.perf_counter()
    panel.refresh_touched(changes.touched)
    wait(application, lambda: bool(settled))
    act = elapsed(begun)
    backend.wait(lambda desk: desk.apply(changes.inverse))
    begun = time.perf_counter()
    found: list[int] = []
    panel.matches.found.connect(lambda count, _more: found.append(count))
    panel.filter.field.setText("防汛 推进会 第7期")
    panel.filter.entered.emit()
    wait(application, lambda: bool(found))
    filtered = elapsed(begun)
    backend.close()
    return "\n".join(
        (
            f"  tree read and painted   {shown:7.1f} ms",
            f"  tree in memory          {held:7.1f} MB  (goal {GOAL_MEMORY})",
            f"  every year unfolded     {years:7.1f} ms",
            f"  read anew after an act  {act:7.1f} ms",
            f"  filter, {found[0]:4} found     {filtered:7.1f} ms  (with the pause after the last key)",
        )
    )


def rival(library: Path) -> str:
    """The same rows in a QStandardItemModel."""
    application = QApplication([])
    start.dress(application, Catalog.load(CHINESE))
    backend = Backend(library)
    backend.wait_until_open()
    QLabel("政协信息 第3期 No. 3").grab()
    backend.wait(lambda desk: desk.find_titles("x", 1))
    before = memory()
    begun = time.perf_counter()
    view = QTreeView()
    view.resize(256, 700)
    view.setUniformRowHeights(True)
    view.setModel(filled(backend))
    view.grab()
    shown, held = elapsed(begun), memory() - before
    backend.close()
    application.processEvents()
    return f"  QStandardItemModel      {shown:7.1f} ms, {held:.1f} MB"


def filled(backend: Backend) -> QAbstractItemModel:
    """Every row of the library with what the tree shows of it: title, length, state, problems."""
    model = QStandardItemModel()
    for publication in backend.wait(lambda desk: desk.outline()).publications:
        top = QStandardItem(publication.name)
        model.appendRow(top)
        years: dict[int, QStandardItem] = {}
        for issue in publication.issues:
            if issue.year not in years:
                years[issue.year] = QStandardItem(str(issue.year))
                top.appendRow(years[issue.year])
            under = QStandardItem(f"第{issue.number}期")
            years[issue.year].appendRow(under)
            for section in backend.wait(lambda desk, own=issue.id: desk.contents(own)).sections:
                named = QStandardItem(section.title)
                under.appendRow(named)
                for article in section.articles:
                    item = QStandardItem(article.title)
                    item.setData((article.id, article.characters, str(article.state), article.problems))
                    named.appendRow(item)
    return model


def wait(application: QApplication, until: Callable[[], bool]) -> None:
    """Let the program work until something is so."""
    end = time.perf_counter() + PATIENCE
    while not until():
        if time.perf_counter() > end:
            sys.exit("what was waited for did not come")
        application.processEvents()
        time.sleep(0.0002)


def elapsed(begun: float) -> float:
    """Milliseconds since then."""
    return (time.perf_counter() - begun) * 1000


def memory() -> float:
    """Megabytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main()
