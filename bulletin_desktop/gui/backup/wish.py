"""What takes long is done for a person who may look elsewhere before it is done."""

from __future__ import annotations

import threading
from collections.abc import Callable


class GivenUp(Exception):  # noqa: N818 - no fault: a person has looked elsewhere, or ends the program
    """Something that took long is not wanted any more."""


class Wish:
    """Something long that is wanted until it is given up, in whatever thread it is done."""

    def __init__(self) -> None:
        self._over = threading.Event()

    def give_up(self) -> None:
        """It is not wanted any more."""
        self._over.set()

    def check(self) -> None:
        """Raise `GivenUp` once it is not wanted any more."""
        if self._over.is_set():
            raise GivenUp

    def before(self, function: Callable[..., object]) -> Callable[..., object]:
        """Return *function*, which is not begun any more once it is not wanted."""

        def called(*args: object) -> object:
            self.check()
            return function(*args)

        return called

    def then(self, show: Callable[[object], None]) -> Callable[[object], None]:
        """Return *show*, which shows nothing any more once it is not wanted."""
        return lambda value: None if self._over.is_set() else show(value)
