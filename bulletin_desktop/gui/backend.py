"""Work away from the window's thread: a lane runs job after job, the backend is the library's lane."""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from bulletin_desktop.gui.draft_lane import DraftLane
from bulletin_desktop.gui.typing_lane import TypingLane

if TYPE_CHECKING:
    from bulletin_desktop.library.library import Library
    from bulletin_desktop.library.reading import Hindrance
    from bulletin_desktop.services.desk import Desk
    from bulletin_desktop.services.found_typing import Found

Job = Callable[[], None]
Done = Callable[[Any], object]
Failed = Callable[[Exception], object]


HANDOVER = 0.0005  # seconds


def favour_the_window() -> None:
    """Let a lane's thread hold Python's lock for `HANDOVER` at most, not 5 ms: a key press has only 16."""
    sys.setswitchinterval(HANDOVER)


class LaneCloses(Exception):  # noqa: N818 - no fault: the window is about to go
    """A lane is to end; what takes long gives up."""


class Lane(QObject):
    """One background thread and its queue. What a job returns or raises arrives in the window's thread.

    A failure that nobody asked for is raised there, so that it reaches `sys.excepthook`.
    """

    busy_changed = Signal(bool)
    _delivered = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._waiting = 0
        self._closed = False
        self._last: Job | None = None
        self._delivered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    @property
    def busy(self) -> bool:
        """Whether a result is still to come."""
        return self._waiting > 0

    @property
    def closed(self) -> bool:
        """Whether no more jobs are taken."""
        return self._closed

    def run(
        self, function: Callable[..., Any], *args: Any, done: Done | None = None, failed: Failed | None = None
    ) -> None:
        """Run `function(*args)` after all earlier jobs, then *done* with its result, or *failed*."""

        def job() -> None:
            try:
                value = function(*args)
            except Exception as error:
                self._send(failed or _raise, error)
            else:
                self._send(done or _ignore, value)

        self._put(job)

    def call(self, function: Callable[..., Any], *args: Any) -> Future[Any]:
        """Run `function(*args)` like `run`, but return a future, for a caller that must wait."""
        future: Future[Any] = Future()

        def job() -> None:
            try:
                future.set_result(function(*args))
            except Exception as error:
                future.set_exception(error)
            self._send(_ignore, None)

        self._put(job)
        return future

    def give_way(self) -> None:
        """In a job that takes long: carry out what was asked for meanwhile, or raise `LaneCloses`."""
        for _ in range(self._jobs.qsize()):  # those that come meanwhile wait until the next time
            job = self._jobs.get()
            if job is None:
                self._jobs.put(None)
                raise LaneCloses
            job()

    def close(self, last: Job | None = None, patience: float | None = None) -> None:
        """Finish every job already asked for, then *last*, deliver no more results and end the thread.

        A job that hangs is left to itself after *patience* seconds.
        """
        if self._closed:
            return
        self._closed = True
        self._last = last
        self._jobs.put(None)
        self._thread.join(patience)

    def _put(self, job: Job) -> None:
        if self._closed:
            raise RuntimeError("a job for a lane that is closed")
        self._waiting += 1
        if self._waiting == 1:
            self.busy_changed.emit(True)
        self._jobs.put(job)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()
        if self._last is not None:
            self._last()

    def _send(self, receive: Done, value: object) -> None:
        if not self._closed:
            self._delivered.emit((receive, value))

    def _deliver(self, parcel: tuple[Done, object]) -> None:
        if self._closed:
            return
        self._waiting -= 1
        if self._waiting == 0:
            self.busy_changed.emit(False)
        receive, value = parcel
        receive(value)


def _ignore(_value: object) -> None:
    pass


def _raise(error: Exception) -> None:
    raise error


class Backend(QObject):
    """The library and the desk upon it, in the one thread that may touch them; *typing* is the way beside it.

    What a breakdown kept from being saved is taken in before anything else: *found*, once that is done.
    *hindrance* is why the library can only be read, if so, known once it is *opened*.
    """

    opened = Signal()

    def __init__(
        self, path: Path, parent: QObject | None = None, *, window_name: str = "", create: bool = True
    ) -> None:
        super().__init__(parent)
        self.path = path
        self._create = create
        self.window_name = window_name  # by which a second program can call the window upon this library
        self.typing = TypingLane(path, self)
        self.drafts = DraftLane(path, self)
        self.found: Found | None = None
        self.hindrance: Hindrance | None = None
        self._found_name = QCoreApplication.translate("Backend", "Found again after a breakdown")
        self._lane = Lane("library", self)
        self._library: Library | None = None
        self._desk: Desk | None = None
        self.closed: list[Job] = []  # what to do in the library's thread once it is closed
        self._opening = self._lane.call(self._open)

    @property
    def is_open(self) -> bool:
        """Whether the library can be used."""
        return self._library is not None and not self._lane.closed

    @property
    def lane(self) -> Lane:
        """The lane itself, for its busy mark."""
        return self._lane

    def wait_until_open(self) -> None:
        """Wait until everything can be asked of the library, and tell that it is *opened*.

        Raises what `wait_for_library` does.
        """
        self.wait_for_library()
        self.wait(lambda _desk: None)
        self.opened.emit()

    def wait_for_library(self) -> None:
        """Wait for the library's file to be open.

        Raises UserError if it cannot be opened; the backend is then closed.
        """
        try:
            self._opening.result()
        except Exception:
            self._lane.close(last=self._close)
            raise

    def submit(
        self, function: Callable[..., Any], *args: Any, done: Done | None = None, failed: Failed | None = None
    ) -> None:
        """Run `function(desk, *args)` in the library's thread; results come back in the window's."""
        self._lane.run(self._with_desk, function, args, done=done, failed=failed)

    def wait(self, function: Callable[..., Any], *args: Any) -> Any:
        """Run `function(desk, *args)` and wait for it, after everything submitted before."""
        return self._lane.call(self._with_desk, function, args).result()

    def close(self) -> None:
        """Carry out what was submitted, close the library and end its thread."""
        self.typing.close()  # before the library, whose lock keeps others from this journal
        self.drafts.close()
        self._lane.close(last=self._close)

    def _open(self) -> None:
        from bulletin_desktop.library.library import Library

        self._library = Library.open(self.path, create=self._create, window=self.window_name)
        self.hindrance = self._library.hindrance

    def _make_desk(self) -> Desk:
        """Importing what the desk can do takes longer than opening the file: the window is painted before."""
        from bulletin_desktop.services.desk import Desk

        desk = Desk(self._library)
        self.found = desk.find_typing(self._found_name)
        self.drafts.take_up(desk)
        return desk

    def _close(self) -> None:
        """Close the library, in its thread. It stays closed, whatever those say who wait for that."""
        if self._library is None:
            return
        self._library.close()
        for each in self.closed:
            each()

    def _with_desk(self, function: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        if self._desk is None:
            self._desk = self._make_desk()
        return function(self._desk, *args)
