"""The register's panel with 20,000 manuscripts: filled, sifted, sorted, changed, painted."""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bulletin_desktop.gui.register.columns import Column
from bulletin_desktop.gui.register.panel import RegisterPanel
from bulletin_desktop.gui.register.sieve import Sieve, split
from tests.gui.register.rows import rows

COUNT = 20_000
TIMES = 9


def _timed(what: str, function: Callable[[], object], before: Callable[[], object] = lambda: None) -> None:
    taken: list[float] = []
    for _ in range(TIMES):
        before()
        start = time.perf_counter()
        function()
        taken.append((time.perf_counter() - start) * 1000)
    print(f"{what:<40} median {statistics.median(taken):8.2f} ms, most {max(taken):8.2f} ms")


def main() -> None:
    """Print the figures."""
    application = QApplication([])
    panel = RegisterPanel()
    panel.resize(1280, 300)
    panel.show()
    application.processEvents()
    model, view = panel.model, panel.view
    everything = tuple(rows(COUNT))
    without_one = (*everything[:50], *everything[51:])
    _timed("filled", lambda: model.set_rows(everything), lambda: model.set_rows(()))
    _timed("one gone, one come back", lambda: model.set_rows(without_one), lambda: model.set_rows(everything))
    model.set_rows(everything)
    _timed("words put together, beside the window", lambda: model.hay_of(everything))
    model.take_hay(model.hay_of(everything))
    _timed("sifted by two words", lambda: model.sift(Sieve(split("张庄 阿依"))), lambda: model.sift(Sieve()))
    model.sift(Sieve())
    for column in (Column.TITLE, Column.CONTRIBUTOR, Column.RECEIVED):
        other = Column.CHARACTERS
        _timed(
            f"sorted by {column.name.lower()}",
            lambda column=column: model.sort(column, Qt.SortOrder.AscendingOrder),
            lambda other=other: model.sort(other, Qt.SortOrder.AscendingOrder),
        )
    _timed("all selected", lambda: (view.selectAll(), view.chosen_rows()), view.clearSelection)
    view.clearSelection()
    application.processEvents()
    bar = view.verticalScrollBar()
    places = iter(range(0, bar.maximum(), max(1, bar.maximum() // (TIMES + 1))))
    _timed("a whole page painted", view.viewport().repaint, lambda: bar.setValue(next(places)))
    panel.close()


if __name__ == "__main__":
    main()
