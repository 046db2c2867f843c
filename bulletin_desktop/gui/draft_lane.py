"""From what a person is at to the drafts beside the library: the window hands over, a thread writes."""

from __future__ import annotations

import errno
import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bulletin_desktop.errors import UserError
from bulletin_desktop.library import drafts
from bulletin_desktop.library.drafts import DraftFile, Parts, Unread
from bulletin_desktop.reasons import reason

if TYPE_CHECKING:
    from bulletin_desktop.gui.backend import Done, Failed, Lane
    from bulletin_desktop.services.desk import Desk
    from bulletin_desktop.services.spool import LastingSpool

Made = Callable[[], Parts]

GATHER = 0.02  # seconds after a step before it is written: by then it is on the screen
PATIENCE = 10.0  # seconds to wait for a disk when the window closes
RETRY = 5000  # ms until writing is tried again without another step
_NO_WRITING_HERE = (errno.EACCES, errno.EPERM, errno.EROFS)
_log = logging.getLogger(__name__)


class DraftLane(QObject):
    """The drafts of the library at *library*, kept by a thread of its own from the first step on.

    *found* are those an earlier process left, *unread* its files that could not be read. A failure is told
    once, until writing works again; where no file may be written nothing can be changed, and nobody is told.
    """

    failed = Signal(object)  # UserError

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: dict[str, Parts] = {}
        self.unread: tuple[Unread, ...] = ()
        self._library = library.absolute()
        self._file = DraftFile(drafts.beside(self._library))
        self._writing = threading.Lock()  # who has it may touch the file
        self._handing = threading.Lock()
        self._wanted: dict[str, Made | None] = {}
        self._lane: Lane | None = None
        self._ours = False  # known once the library is open, which may be another's
        self._told = self._frozen = False

    @property
    def path(self) -> Path:
        """Where the drafts are."""
        return self._file.path

    def spool(self) -> LastingSpool:
        """Return where files lie that drafts need."""
        from bulletin_desktop.services.spool import LastingSpool

        return LastingSpool(self._library)

    def take_up(self, desk: Desk) -> None:
        """Find what an earlier process left; to be called before anything else, by the library's thread."""
        if desk.hindrance is not None:
            return
        with self._writing:
            self._ours = True
            self.unread = self._file.take_up()
            if self._file.drafts:
                from bulletin_desktop.services import review_draft

                for name, parts in tuple(self._file.drafts.items()):
                    if review_draft.was_stored(parts, desk):
                        self._file.drop(name)
                self._write()
            self.found = dict(self._file.drafts)
        self.forget_files()

    def keep(self, name: str, made: Made) -> None:
        """Let a draft be the parts that *made* gives in the lane's thread, unless it is kept again before."""
        self._want(name, made)

    def drop(self, name: str) -> None:
        """Forget a draft."""
        self._want(name, None)

    def run(self, function: Callable[..., object], *args: object, done: Done, failed: Failed) -> None:
        """Do what takes long with a draft that was found, in the lane's thread."""
        self._started().run(function, *args, done=done, failed=failed)

    def freeze(self) -> None:
        """Let drafts be as they are now: what closes with the window is no person's wish."""
        self._frozen = True

    def put_aside(self, name: str) -> Path:
        """Take a draft that cannot be read out of the file, into one of its own; return where it is kept."""
        with self._writing:
            try:
                return self._file.put_aside(name)
            except OSError:
                _log.warning("a draft that cannot be read stays where it is", exc_info=True)
                return self.path

    def keep_now(self, name: str, made: Made) -> None:
        """Keep a draft and return once it is on the disk, or cannot be; from any thread."""
        with self._handing:
            self._wanted[name] = made
        self._work(at_once=True)

    def forget_files(self) -> None:
        """Remove the files that no draft needs, once all that was asked for is done; from any thread."""
        if self._ours and self._file.knows_all:
            self._work(at_once=True)
            with self._writing:
                self.spool().keep_only(self._file.holds())

    def keeps_all(self) -> bool:
        """Wait for all to be written, no longer than `PATIENCE`; tell whether it is on the disk."""
        written = self._started().call(partial(self._work, at_once=True))
        with suppress(TimeoutError):
            return written.result(PATIENCE) is None and self._file.path.exists()
        return False

    def close(self) -> None:
        """Write what is left; without a draft no file stays."""
        if self._lane is not None:
            self._lane.close(patience=PATIENCE)
        with self._writing:
            self._take()
            try:
                self._file.close()
            except OSError:
                _log.warning("what was done last is in no draft", exc_info=True)

    def _want(self, name: str, made: Made | None) -> None:
        if self._frozen:
            return
        with self._handing:
            idle = not self._wanted
            self._wanted[name] = made
        if idle:
            self._run()

    def _run(self) -> None:
        lane = self._started()
        if not lane.closed:
            lane.run(self._work, done=self._worked)

    def _started(self) -> Lane:
        if self._lane is None:
            from bulletin_desktop.gui.backend import Lane

            self._lane = Lane("drafts", self)
        return self._lane

    def _work(self, *, at_once: bool = False) -> OSError | None:
        """Write what is wanted; return what stands in the way."""
        if not at_once:
            time.sleep(GATHER)
        with self._writing:
            return self._take() or self._write()

    def _take(self) -> OSError | None:
        with self._handing:
            wanted, self._wanted = self._wanted, {}
        trouble: OSError | None = None
        for name, made in wanted.items():
            try:
                if made is None:
                    self._file.drop(name)
                else:
                    self._file.keep(name, made())
            except UserError as error:  # a picture that finds no room
                trouble = (
                    error.__cause__ if isinstance(error.__cause__, OSError) else OSError(errno.ENOSPC, "")
                )
                with self._handing:
                    self._wanted = {name: made, **self._wanted}
            except Exception:
                _log.exception("a draft that cannot be written")
        return trouble

    def _write(self) -> OSError | None:
        try:
            self._file.write()
            self._file.sync()
        except OSError as error:
            return error
        return None

    def _worked(self, trouble: OSError | None) -> None:
        if trouble is None:
            self._told = False
            return
        if trouble.errno in _NO_WRITING_HERE:
            return
        QTimer.singleShot(RETRY, self, self._run)
        if self._told:
            return
        self._told = True
        _log.warning("the drafts cannot be written", exc_info=trouble)
        self.failed.emit(
            UserError(
                "What you do here cannot be noted beside the library at every step ({reason}). A breakdown "
                "could cost you what is not stored yet. Make room on the disk.",
                reason=reason(trouble),
            )
        )
