"""One undo step per thing a person does to the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand, QUndoStack

from bulletin_desktop.gui.backend import Backend
from bulletin_desktop.services.acts import Act, Changes

if TYPE_CHECKING:
    from bulletin_desktop.services.desk import Desk

Work = Callable[["Desk"], tuple[Changes, ...]]


def applying(acts: Iterable[Act]) -> Work:
    """Return the work of carrying out *acts* in order."""
    todo = tuple(acts)
    return lambda desk: desk.apply_all(todo)


class DeskCommand(QUndoCommand):
    """Work upon the desk, done in the library's thread when it is pushed, and taken back by its inverses.

    *changed* hears the touched ids of every step, *failed* an error. What fails leaves the library and the
    stack as they were: a step that could not be done is forgotten, one that could not be taken back or done
    again can be tried once more.
    """

    def __init__(
        self,
        words: str,
        work: Work,
        backend: Backend,
        stack: QUndoStack,
        *,
        changed: Callable[[frozenset[str]], object],
        failed: Callable[[Exception], object],
    ) -> None:
        super().__init__(words)
        self._backend = backend
        self._stack = stack
        self._forward = work
        self._backward: Work | None = None  # known once the work was done, in the library's thread
        self._returning = False  # the stack moves back over this step, which itself did not happen
        self._changed = changed
        self._failed = failed

    def redo(self) -> None:
        """Do it."""
        if not self._returning:
            self._backend.submit(self._carry_out, done=self._changed, failed=self._not_done)

    def undo(self) -> None:
        """Take it back."""
        if not self._returning:
            self._backend.submit(self._take_back, done=self._changed, failed=self._not_undone)

    def _carry_out(self, desk: Desk) -> frozenset[str]:
        changes = self._forward(desk)
        self._backward = _inverse(changes)
        return _touched(changes)

    def _take_back(self, desk: Desk) -> frozenset[str]:
        if self._backward is None:  # asked for before the failure of doing it was heard of
            return frozenset()
        changes = self._backward(desk)
        self._forward = _inverse(changes)
        return _touched(changes)

    def _not_done(self, error: Exception) -> None:
        self.setObsolete(self._backward is None)
        if self._stack.index() > 0 and self._stack.command(self._stack.index() - 1) is self:
            self._return(self._stack.undo)
        self._failed(error)

    def _not_undone(self, error: Exception) -> None:
        if self._stack.command(self._stack.index()) is self:
            self._return(self._stack.redo)
        self._failed(error)

    def _return(self, step: Callable[[], None]) -> None:
        """Move the stack back to where the library is. Other steps taken meanwhile stay: then it cannot."""
        self._returning = True
        step()
        self._returning = False


def _inverse(changes: tuple[Changes, ...]) -> Work:
    return applying(each.inverse for each in reversed(changes))


def _touched(changes: tuple[Changes, ...]) -> frozenset[str]:
    return frozenset().union(*(each.touched for each in changes))
