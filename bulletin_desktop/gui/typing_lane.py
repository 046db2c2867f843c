"""From the keys to the typing journal: the window's thread hands over values, another one writes them."""

from __future__ import annotations

import errno
import logging
import queue
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from bulletin_desktop.document.model import Article
from bulletin_desktop.errors import UserError
from bulletin_desktop.library import typing_journal
from bulletin_desktop.library.typing_journal import TypingJournal
from bulletin_desktop.reasons import reason

GATHER = 0.02  # seconds after a key before its text is written: by then its line is on the screen
AWAKE = 2.0  # seconds the thread looks by itself after a key: waking it would cost the next key 20 µs
ON_DISK = 0.2  # seconds after which what was written reaches the disk, at the latest
PATIENCE = 10.0  # seconds to wait for a disk when the window closes
RETRY = 5.0  # seconds until writing is tried again without another key
_NO_WRITING_HERE = (errno.EACCES, errno.EPERM, errno.EROFS)
_log = logging.getLogger(__name__)

_Step = tuple[str, Article | None, Article | None]


class TypingLane(QObject):
    """The journal of the library at *library*, kept by a thread of its own from the first key on.

    Where no file may be written, there is none, and nobody is told: nothing can be changed there either. Any
    other failure is told once, until writing works again; what was typed stays in memory meanwhile.
    """

    failed = Signal(object)  # UserError

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = TypingJournal(typing_journal.beside(library.absolute()))
        self._steps: queue.SimpleQueue[_Step | threading.Event | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._synced = True
        self._sync_at = self._awake_until = 0.0
        self._told = False

    def typed(self, article: Article, before: Article | None) -> None:
        """Note an article's new value; *before* is what the library holds, None if that is not known."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="typing", daemon=True)
            self._thread.start()
        self._steps.put(("typed", article, before))

    def saved(self, article: Article) -> None:
        """Note that the library has this value, which need not be the latest."""
        self._steps.put(("saved", article, None))

    def saved_all(self) -> None:
        """Note that the library has everything."""
        self._steps.put(("empty", None, None))

    def keeps_all(self) -> bool:
        """Wait until all was written, no longer than `PATIENCE`; tell whether it is on the disk."""
        if self._thread is None:
            return False
        tried = threading.Event()
        self._steps.put(tried)
        return tried.wait(PATIENCE) and self._journal.complete and self._synced

    def close(self) -> None:
        """Write what is left and end the thread; a journal with nothing in it is removed."""
        if self._thread is not None:
            self._steps.put(None)
            self._thread.join()
            self._thread = None

    def _work(self) -> None:
        going_on = True
        while going_on:
            going_on = self._take()
        try:
            self._journal.close()
        except OSError:
            _log.warning("what was typed last is in no journal", exc_info=True)

    def _take(self) -> bool:
        """Take the next steps and write them; whether there will be more."""
        tried: list[threading.Event] = []
        going_on = True
        for step in self._arrived():
            if step is None:
                going_on = False
            elif isinstance(step, threading.Event):
                tried.append(step)
            else:
                self._note(*step)
        self._write(at_once=bool(tried))
        for each in tried:
            each.set()
        return going_on

    def _arrived(self) -> Iterator[_Step | threading.Event | None]:
        """What has come `GATHER` from now; waits longer only if nothing came for a while."""
        with suppress(queue.Empty):
            if time.monotonic() >= self._awake_until:
                first = self._steps.get(timeout=self._patience())
                time.sleep(GATHER)
                yield first
            else:
                time.sleep(GATHER)
            while True:
                yield self._steps.get_nowait()

    def _patience(self) -> float | None:
        """How long the thread may sleep if nothing is typed."""
        if not self._journal.complete:
            return RETRY
        return None if self._synced else max(0.0, self._sync_at - time.monotonic())

    def _note(self, what: str, article: Article | None, before: Article | None) -> None:
        try:
            if article is None:
                self._journal.empty()
            elif what == "saved":
                self._journal.saved(article)
            else:
                self._awake_until = time.monotonic() + AWAKE
                self._journal.typed(article, before)
        except Exception:  # a value that is not legal: saving it tells the person
            _log.exception("a value that no journal can have")

    def _write(self, at_once: bool) -> None:
        try:
            if not self._journal.complete:
                self._journal.write()
                if self._synced:
                    self._synced, self._sync_at = False, time.monotonic() + ON_DISK
            if not self._synced and (at_once or time.monotonic() >= self._sync_at):
                self._journal.sync()
                self._synced = True
            self._told = False
        except OSError as error:
            self._tell(error)

    def _tell(self, error: OSError) -> None:
        if self._told or error.errno in _NO_WRITING_HERE:
            return
        self._told = True
        _log.warning("the typing journal cannot be written", exc_info=error)
        self.failed.emit(
            UserError(
                "What you type cannot be noted beside the library at every key ({reason}). It is saved at "
                "every pause; only a breakdown could cost you the last second. Make room on the disk.",
                reason=reason(error),
            )
        )
