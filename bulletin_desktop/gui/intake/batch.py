"""A batch of manuscripts being read away from the window: how far it is, what came of it, and its end."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bulletin_desktop.errors import UserError
from bulletin_desktop.export.job import Cancelled
from bulletin_desktop.gui.backend import Lane

if TYPE_CHECKING:
    from bulletin_desktop.intake.settings import Settings
    from bulletin_desktop.services.receiving import Received
    from bulletin_desktop.services.spool import Spool

_EVERY = 0.05  # seconds between two reports
_WHOLE = 0.5  # share of a paste's characters that its HTML must have to stand for it

Work = Callable[["Batch"], "Sequence[Received]"]


class Batch(QObject):
    """Reads in *lane*, as *settings* want it. *done* carries the tuple of `Received`, None if it was stopped.

    *failed* has a bug; whatever is wrong with a file is its `Received`'s error.
    """

    moved = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, lane: Lane, spool: Spool, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._spool = spool
        self._settings = settings
        self._stopped = threading.Event()
        self._told = 0.0

    def start(self, work: Work) -> None:
        """Do *work* in the lane."""
        self._run(work, self.done.emit, self.failed.emit)

    def again(
        self, received: Received, done: Callable[[object], object], *, password: str = "", encoding: str = ""
    ) -> None:
        """Read one file once more; *done* hears as the signal does."""
        self._run(
            lambda _: self._receiver().again(
                received, password=password, encoding=encoding, stopped=self._stopped.is_set
            ),
            done,
            self.failed.emit,
        )

    def stop(self) -> None:
        """Read no further; nothing comes of it."""
        self._stopped.set()

    # In the lane

    def files(self, paths: Sequence[Path]) -> Sequence[Received]:
        """Read files, and folders' files."""
        from bulletin_desktop.services import incoming

        return self._receive(incoming.files(paths, short=True, stopped=self._stopped.is_set))

    def paste(self, html: str, text: str) -> Sequence[Received]:
        """Read what was copied: its HTML, which has tables and pictures, or its text if that says more."""
        from bulletin_desktop.services.incoming import Brought

        if html.strip():
            received = self._receive((Brought("", content=_document(html)),))
            if _characters(received) > _WHOLE * len("".join(text.split())):
                return received
        return (self._text(text),)

    def _text(self, text: str) -> Received:
        from bulletin_desktop.services import manuscripts
        from bulletin_desktop.services.receiving import Received

        try:
            return Received("", recognition=manuscripts.read_text(text, settings=self._settings))
        except UserError as error:
            return Received("", error=error)

    def _receive(self, brought: Sequence[object]) -> Sequence[Received]:
        receiver = self._receiver()
        return tuple(receiver.receive(brought, progress=self._tell, stopped=self._stopped.is_set))

    def _receiver(self) -> object:
        from bulletin_desktop.services.receiving import Receiver

        return Receiver(self._spool, self._settings)

    def _tell(self, done: int, total: int, name: str) -> None:
        now = time.monotonic()
        if now - self._told > _EVERY:
            self._told = now
            self.moved.emit(done, total, name)

    def _run(
        self, work: Work, done: Callable[[object], object], failed: Callable[[Exception], object]
    ) -> None:
        def end(error: Exception) -> None:
            if isinstance(error, Cancelled):
                done(None)
            else:
                failed(error)

        self._lane.run(work, self, done=done, failed=end)


def _document(html: str) -> bytes:
    """The clipboard's HTML as a file: browsers leave out what is around it."""
    if "<html" not in html[:4096].lower():
        html = f"<html><body>{html}</body></html>"
    return b"\xef\xbb\xbf" + html.encode("utf-8", "replace")


def _characters(received: Sequence[Received]) -> int:
    """How much text was read, -1 if nothing was."""
    lines = [line for each in received if each.recognition is not None for line in each.recognition.lines]
    if not lines:
        return -1
    return sum(len("".join(line.original.split())) for line in lines)
