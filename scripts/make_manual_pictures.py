"""Take the manual's pictures, docs/zh/images, from the running program with its fictional sample.

python dev.py screenshots manual               all of them
python dev.py screenshots manual --only NAME   those whose names begin so

A picture that cannot be taken is told, the others are taken all the same, and the exit code is 1. What looks
as it did before leaves its file untouched: the program is run with a clock and a place of its own.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from manual_camera import Clock, keep, photograph
from manual_states import STATES
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from screenshot_states import Person

SIZE = (1120, 700)  # the smallest window that shows all of its panes
NARROW = (840, 700)  # for what is as wide as the window: the page of the help is narrower
ZONE = "Asia/Shanghai"
NOW = (2026, 3, 20, 9, 30)
PLACE = "D:\\简报"  # the manual is read on Windows


class Author(Person):
    """Goes through the program for the manual's sake: every state makes the picture of its name."""

    def __init__(self, desk: Path, folder: Path, clock: Clock) -> None:
        super().__init__("light", SIZE, desk, folder)
        self.application.setCursorFlashTime(0)
        self.clock = clock
        self.name, self.kept = "", False

    def narrow(self, narrow: bool = True) -> None:
        """Make the window narrow, or as it was."""
        self.window.resize(*(NARROW if narrow else SIZE))
        self.rest(300)

    def goes_to(self, state: Callable[[Author], None], wanted: bool) -> bool:
        """Go to a state, which may lead to others; keep its picture if it is wanted. False if that failed."""
        self.name, self.kept = picture_of(state), wanted
        reached = self.reaches(state, wanted=True)
        self.narrow(False)
        return reached

    def shoot(
        self, widget: QWidget | None = None, area: QRect | None = None, numbers: Sequence[QPoint] = ()
    ) -> None:
        """Take the picture of this state: *widget*, or the window, cut to *area*, with numbered places."""
        self.window.status.place.setText(self.window.status.place.text().split()[0] + f" {PLACE}")
        self.rest(200)
        if self.kept:
            keep(photograph(widget or self.window, area, numbers), self.folder / f"{self.name}.png")

    def at(self, widget: QWidget) -> QRect:
        """Where a widget of the window is in it."""
        return QRect(widget.mapTo(self.window, QPoint()), widget.size())


def picture_of(state: Callable[[Author], None]) -> str:
    """Return the name of a state's picture."""
    return state.__name__.replace("_", "-")


def main() -> int:
    """Go through every state on the screen that is there."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", metavar="NAME", default="")
    parser.add_argument("--until", metavar="NAME", help="the last state to go to")
    options = parser.parse_args()
    os.environ["TZ"] = ZONE
    if hasattr(time, "tzset"):
        time.tzset()
    clock = Clock(dt.datetime(*NOW))
    names = [picture_of(state) for state in STATES]
    states = STATES[: names.index(options.until) + 1] if options.until else STATES
    with tempfile.TemporaryDirectory(prefix="简报-") as desk:
        author = Author(Path(desk), options.folder, clock)
        missed = [
            picture_of(state)
            for state in states
            if not author.goes_to(state, picture_of(state).startswith(options.only))
        ]
        author.leave()
    for name in missed:
        print(f"{name}: not reached", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
