"""Asks the library step by step, and hands on only what answers the last question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bulletin_desktop.errors import UserError

if TYPE_CHECKING:
    from bulletin_desktop.gui.backend import Backend
    from bulletin_desktop.services.searching import Found, Reached, Wanted

PAGE = 50  # articles of an answer


class Asker(QObject):
    """One step is under way at a time, and of the questions that come meanwhile only the last is asked.

    So typing never fills the library's queue, and a save waits for one short step at most. *found* carries
    hits and whether they are an answer's first, *searching* tells that the answer takes more steps, *settled*
    that it is whole, and whether more can be asked for. *failed* has an error.
    """

    found = Signal(object, bool)
    searching = Signal()
    settled = Signal(bool)
    failed = Signal(object)

    def __init__(self, backend: Backend, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self._number = 0  # of the question: what answers another one is dropped
        self._wanted: Wanted | None = None
        self._reached: Reached | None = None
        self._lacking = 0  # hits until the answer is whole
        self._first = self._more = self._running = False

    def ask(self, wanted: Wanted, count: int = PAGE) -> None:
        """Ask for the first *count* articles; what was asked before is void."""
        self._number += 1
        self._wanted, self._reached, self._lacking = wanted, None, count
        self._first, self._more = True, False
        self._go()

    def ask_more(self) -> None:
        """Ask for the articles that follow, if the answer so far is whole and there are any."""
        if self._more and not self._lacking:
            self._lacking = PAGE
            self._go()

    def forget(self) -> None:
        """Want no answer any more."""
        self._number += 1
        self._lacking, self._more = 0, False

    def _go(self) -> None:
        if self._running or not self._lacking:
            return
        self._running = True
        number, wanted, lacking, reached = self._number, self._wanted, self._lacking, self._reached
        self._backend.submit(
            lambda desk: desk.search(wanted, lacking, reached),
            done=lambda found: self._arrived(number, found),
            failed=lambda error: self._broken(number, error),
        )

    def _arrived(self, number: int, found: Found) -> None:
        self._running = False
        if number == self._number:
            self._take(found)
        self._go()

    def _take(self, found: Found) -> None:
        goes_on = found.more and len(found.hits) < self._lacking
        self._lacking = self._lacking - len(found.hits) if goes_on else 0
        self._reached, self._more = found.reached, found.more
        if found.hits or not goes_on:
            first, self._first = self._first, False
            self.found.emit(found.hits, first)
        if goes_on:
            self.searching.emit()
        else:
            self.settled.emit(found.more)

    def _broken(self, number: int, error: Exception) -> None:
        self._running = False
        current = number == self._number
        if current:
            self.forget()
        self._go()
        if current:
            self.failed.emit(error)
        elif not isinstance(error, UserError):
            raise error
