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
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from manual_camera import Clock, keep, photograph
from manual_states import STATES
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QWidget
from screenshot_person import Person

from bulletin_desktop.document.model import Article, Paragraph
from bulletin_desktop.gui.editor.sheet import Sheet
from bulletin_desktop.gui.history.feature import History

SIZE = (1120, 700)  # the smallest window that shows all of its panes
NARROW = (840, 700)  # for what is as wide as the window: the page of the help is narrower
ZONE = "Asia/Shanghai"
NOW = (2026, 3, 20, 9, 30)


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
        self.name_place()
        self.rest(200)
        if self.kept:
            keep(photograph(widget or self.window, area, numbers), self.folder / f"{self.name}.png")

    def at(self, widget: QWidget) -> QRect:
        """Where a widget of the window is in it."""
        return QRect(widget.mapTo(self.window, QPoint()), widget.size())

    def around(self, widgets: Iterable[QWidget]) -> QRect:
        """Where widgets of the window are in it together."""
        whole = QRect()
        for each in widgets:
            whole = whole.united(self.at(each))
        return whole

    def article(self, nth: int) -> Article:
        """Return the open issue's article of this number, from 0."""
        issue = self.window.session.issue.id
        return list(self.window.backend.wait(lambda desk: desk.issue(issue)).articles())[nth]

    def open(self, nth: int) -> None:
        """Open the issue's article of this number, from 0."""
        article = self.article(nth)
        self.window.editing.open_article(article.id)
        self.wait_for(lambda: self.window.editor.article().id == article.id, 600)

    def rewrite(self, old: str, new: str) -> None:
        """Choose words of the open article and commit others over them, as an input method does."""
        editor = self.window.editor
        paragraphs = (each for each in editor.article().blocks if isinstance(each, Paragraph))
        block = next(each for each in paragraphs if old in each.text)
        at = block.text.index(old)
        editor.select((block.id, at), (block.id, at + len(old)))
        event = QInputMethodEvent()
        event.setCommitString(new)
        self.application.sendEvent(editor.findChild(Sheet), event)
        self.rest(900)

    def name_version(self, name: str) -> None:
        """Write the name of the open article's version, in the list of them."""
        self.window.activateWindow()
        (history,) = (each for each in self.window.features if isinstance(each, History))
        history.naming.trigger()
        self.wait_for(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
        field = QApplication.focusWidget()
        field.setText(name)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.rest(500)

    def close_font_notes(self) -> None:
        """Close what the preview says about the fonts of this computer."""
        notice = self.window.preview._notice
        if notice.isVisible():
            self.click(notice.findChild(QToolButton))


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
