"""Finding words on the pages: a small bar above them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from bulletin_desktop.gui.find.words_row import WordsRow
from bulletin_desktop.gui.preview import reading
from bulletin_desktop.gui.preview.reading import Stretch
from bulletin_desktop.typeset.layout import Layout

_REST = 200  # ms after the last change of the pages


class FindBar(WordsRow):
    """`found` carries the stretches, which is the current one (-1 for none), and whether to go there."""

    found = Signal(object, int, bool)

    def __init__(self, first_in_view: Callable[[], int], parent: QWidget | None = None) -> None:
        """*first_in_view* gives the placed item from which to look for words that are new."""
        super().__init__(self.tr("Find on the pages"), parent=parent)
        self._first_in_view = first_in_view
        self._layout: Layout | None = None
        self._found: tuple[Stretch, ...] = ()
        self._current = -1
        self.words.textChanged.connect(self._words_changed)
        self.stepped.connect(self.step)
        self.left.connect(self.hide)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(lambda: self._search(go=False))
        self.hide()

    def set_layout(self, layout: Layout | None) -> None:
        """Search the pages of *layout* as soon as no newer one comes."""
        self._layout = layout
        if layout is None:
            self.hide()
        elif not self.isHidden():
            self._rest.start()

    def ask(self, words: str = "") -> None:
        """Show the bar; *words* of one line are what to look for first."""
        if words and "\n" not in words:
            self.words.setText(words)
        self.show()
        self._search()
        self.words.selectAll()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) of what was found, round the end."""
        if self.isHidden():
            self.ask()
        elif self._found:
            self._current = (self._current + by) % len(self._found)
            self._tell()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():  # by the person, not with the whole window
            self._rest.stop()
            self.found.emit((), -1, False)

    def _words_changed(self) -> None:
        self._search()

    def _search(self, go: bool = True) -> None:
        """Find the words anew and stay near where one was; *go* there unless only the pages have changed."""
        if self._layout is None or self.isHidden():
            return
        known = 0 <= self._current < len(self._found)
        before = self._found[self._current] if known else Stretch(self._first_in_view(), 0, 0)
        self._found = reading.find(self._layout, self.words.text())
        after = (nth for nth, each in enumerate(self._found) if each >= before)
        self._current = next(after, 0 if self._found else -1)
        self._tell(go)

    def _tell(self, go: bool = True) -> None:
        total = len(self._found)
        text = ""
        if self.words.text():
            of = self.tr("{number} of {count}").format(number=self._current + 1, count=total)
            text = of if total else self.tr("Not found")
        self.count.setText(text)
        self.enable_steps(total > 0)
        self.found.emit(self._found, self._current, go)
