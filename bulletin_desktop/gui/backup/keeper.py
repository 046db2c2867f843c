"""Makes backups by itself: after the start, every hour and at the end, if something has changed.

The library's thread copies in small steps and carries out what else it is asked for between them; verifying,
and copying to the second folder, are done in a thread of their own.
"""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.backend import Backend, Lane, LaneCloses
from bulletin_desktop.gui.backup.wish import GivenUp

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_desktop.services.backups import Made, Making
    from bulletin_desktop.services.desk import Desk

AFTER_START = 15_000  # ms
HOURLY = 3_600_000  # ms
YOUNG = 60.0  # seconds: what is changed in so short a time is backed up after the next start
AT_THE_END = 3.0  # seconds a person may be kept waiting by a backup when the program ends
_NEVER = float("inf")


class Keeper(QObject):
    """One backup at a time, of the library behind *backend*."""

    began = Signal()
    ending = Signal()  # a last one is being made; nobody has to see that
    made = Signal(object)  # Made
    failed = Signal(object)  # Exception
    carried = Signal(object)  # Path in the second folder, or None
    not_carried = Signal(object)  # Exception

    def __init__(self, backend: Backend, parent: QObject) -> None:
        super().__init__(parent)
        self._backend = backend
        self._lane = Lane("backup", self)
        self._until = _NEVER  # on the monotonic clock
        self._started = time.monotonic()
        self._changes = -1  # the library's count when the newest backup was made; -1: not known
        self._copied = -1  # … when the one under way was copied
        self._counted = -1  # … when it was asked the last time
        self._making: Making | None = None
        self.busy = False
        self._hourly = QTimer(self, interval=HOURLY)
        self._first = QTimer(self, singleShot=True, interval=AFTER_START)
        for timer in (self._first, self._hourly):
            timer.timeout.connect(self.look)
        backend.closed.append(self._note_closed)
        backend.opened.connect(self._begin)

    def _begin(self) -> None:
        if self._backend.hindrance is None:
            self._first.start()
            self._hourly.start()

    def look(self) -> None:
        """Make a backup if the library has changed since the last one; see to the second folder anyway."""
        self._backend.submit(lambda desk: desk.changes, done=self._consider)

    def _consider(self, changes: int) -> None:
        if changes == self._changes:
            self.carry()
        elif changes == 0 and self._changes == -1:
            self._lane.run(_unchanged_since_closed, self._backend.path, done=self._judge)
        else:
            self.begin()

    def _judge(self, unchanged: bool) -> None:
        if unchanged:
            self._changes = 0
            self.carry()
        else:
            self.begin()

    def begin(self) -> None:
        """Make a backup now, unless one is being made."""
        from bulletin_desktop.services.backups import Making

        if self.busy:
            return
        self.busy = True
        self.began.emit()
        self._making = making = Making(self._backend.path)
        self._backend.submit(self._copy, making, done=lambda _: self._finish(making), failed=self._fail)

    def _copy(self, desk: Desk, making: Making) -> None:
        """In the library's thread."""
        making.copy(desk, self._between)
        self._copied = desk.changes

    def _between(self) -> None:
        self._in_time()
        self._backend.lane.give_way()

    def _in_time(self) -> None:
        if time.monotonic() > self._until:
            raise GivenUp

    def _finish(self, making: Making) -> None:
        self._lane.run(making.finish, self._in_time, done=self._succeed, failed=self._fail)

    def _succeed(self, made: Made) -> None:
        self._changes = self._copied
        self.busy = False
        self.made.emit(made)
        self.carry()

    def _fail(self, error: Exception) -> None:
        self.busy = False
        if not isinstance(error, GivenUp | LaneCloses):
            self.failed.emit(error)

    def carry(self) -> None:
        """Copy the newest backup to the second folder if it is not there yet."""
        from bulletin_desktop.services import second_folder

        self._lane.run(
            second_folder.carry,
            self._backend.path,
            self._in_time,
            done=self.carried.emit,
            failed=self._not_carried,
        )

    def _not_carried(self, error: Exception) -> None:
        if not isinstance(error, GivenUp):
            self.not_carried.emit(error)

    # The end

    def shut_down(self) -> None:
        """Make a last backup if that takes no more than `AT_THE_END`; one that is under way is given up."""
        self._first.stop()
        self._hourly.stop()
        self._until = 0.0 if self.busy else time.monotonic() + AT_THE_END
        if self._backend.is_open and self._backend.hindrance is None:
            with suppress(UserError, GivenUp, LaneCloses):
                self._make_last()
        self._lane.close(patience=max(0.1, self._until - time.monotonic()))
        self._until = 0.0
        if self._making is not None:
            self._making.give_up()

    def _make_last(self) -> None:
        from bulletin_desktop.services import second_folder
        from bulletin_desktop.services.backups import Making

        self._counted = self._backend.wait(lambda desk: desk.changes)
        if self.busy or self._counted == self._changes or time.monotonic() - self._started < YOUNG:
            return
        self.ending.emit()
        self._making = making = Making(self._backend.path)
        self._backend.wait(self._copy, making)
        making.finish(self._in_time)
        self._changes = self._counted = self._copied
        self._lane.run(second_folder.carry, self._backend.path, self._in_time)

    def _note_closed(self) -> None:
        """Remember how the file was left, in the library's thread, if the newest backup has all of it."""
        from bulletin_desktop.services import backup_settings

        if self._changes < 0 or self._counted != self._changes:
            return
        with suppress(OSError, UserError):
            backup_settings.note_seen(self._backend.path)


def _unchanged_since_closed(library: Path) -> bool:
    from bulletin_desktop.services import backup_settings

    return backup_settings.was_seen(library)
