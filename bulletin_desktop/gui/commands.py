"""One undo step per thing a person does to the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from bulletin_desktop.gui.backend import Backend
from bulletin_desktop.services.acts import Act, Changes

if TYPE_CHECKING:
    from bulletin_desktop.services.desk import Desk

Work = Callable[["Desk"], tuple[Changes, ...]]


def applying(acts: Iterable[Act]) -> Work:
    """Return the work of carrying out *acts* in order."""
    todo = tuple(acts)
    return lambda desk: tuple(desk.apply(act) for act in todo)


class DeskCommand(QUndoCommand):
    """Work upon the desk, done in the library's thread when it is pushed, and taken back by its inverses.

    *changed* hears the touched ids of every step; *failed* an error, and the step leaves the stack.
    """

    def __init__(
        self,
        words: str,
        work: Work,
        backend: Backend,
        changed: Callable[[frozenset[str]], object],
        failed: Callable[[Exception], object],
    ) -> None:
        super().__init__(words)
        self._backend = backend
        self._forward = work
        self._backward: Work = applying(())  # known once the work was done, in the library's thread
        self._changed = changed
        self._failed = failed

    def redo(self) -> None:
        """Do it."""
        self._backend.submit(self._carry_out, done=self._changed, failed=self._drop)

    def undo(self) -> None:
        """Take it back."""
        self._backend.submit(self._take_back, done=self._changed, failed=self._drop)

    def _carry_out(self, desk: Desk) -> frozenset[str]:
        changes = self._forward(desk)
        self._backward = _inverse(changes)
        return _touched(changes)

    def _take_back(self, desk: Desk) -> frozenset[str]:
        changes = self._backward(desk)
        self._forward = _inverse(changes)
        return _touched(changes)

    def _drop(self, error: Exception) -> None:
        self.setObsolete(True)
        self._failed(error)


def _inverse(changes: tuple[Changes, ...]) -> Work:
    return applying(each.inverse for each in reversed(changes))


def _touched(changes: tuple[Changes, ...]) -> frozenset[str]:
    return frozenset().union(*(each.touched for each in changes))
