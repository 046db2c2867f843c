"""What only a person knows of a file, its password or its encoding, asked one file after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bulletin_desktop.gui.intake.batch import Batch
from bulletin_desktop.gui.intake.encoding_dialog import EncodingDialog
from bulletin_desktop.gui.intake.password_dialog import PasswordDialog
from bulletin_desktop.i18n import Catalog

if TYPE_CHECKING:
    from bulletin_desktop.services.receiving import Received
    from bulletin_desktop.services.spool import Spool

_START = 64 * 1024  # bytes of text that are shown


class Questions(QObject):
    """Asks for what *received* need, reads them again, and gives all of them back with *settled*.

    A password that opened one file is tried on the others before they are asked about. A file that is
    skipped keeps its error.
    """

    settled = Signal(object)

    def __init__(self, batch: Batch, spool: Spool, catalog: Catalog, window: QWidget) -> None:
        super().__init__(batch)
        self._batch = batch
        self._spool = spool
        self._catalog = catalog
        self._window = window
        self._all: list[Received] = []
        self._place = 0
        self._passwords: list[str] = []
        self._skip_rest = False
        self._stopped = False

    def ask(self, received: tuple[Received, ...]) -> None:
        """Begin; nothing is asked where nothing needs to be."""
        self._all = list(received)
        self._place = 0
        self._next()

    def stop(self) -> None:
        """Ask nothing more, and give nothing back."""
        self._stopped = True

    def _next(self) -> None:
        """Go on with the first file from here on that has a question."""
        if self._stopped:
            return
        while self._place < len(self._all) and not self._wanted(self._all[self._place]):
            self._place += 1
        if self._place == len(self._all):
            self.settled.emit(tuple(self._all))
            return
        received = self._all[self._place]
        if _needs_encoding(received):
            self._ask_encoding(received)
        elif self._passwords and not received.error.wrong:
            self._try_known(received, list(reversed(self._passwords)))
        else:
            self._ask_password(received)

    def _wanted(self, received: Received) -> bool:
        if not received.sha256:
            return False
        return _needs_encoding(received) or (_needs_password(received) and not self._skip_rest)

    def _left(self) -> int:
        """How many more passwords are wanted behind this file."""
        return sum(1 for each in self._all[self._place + 1 :] if each.sha256 and _needs_password(each))

    def _take(self, received: tuple[Received, ...]) -> None:
        """Put what came of a file in its place; an archive may hold files that are asked about in turn."""
        self._all[self._place : self._place + 1] = received
        self._next()

    def _skip(self) -> None:
        self._place += 1
        self._next()

    # Passwords

    def _try_known(self, received: Received, passwords: list[str]) -> None:
        def tried(again: object) -> None:
            if again is None:
                self._skip()
            elif not _still_closed(again):
                self._take(again)
            elif passwords[1:]:
                self._try_known(received, passwords[1:])
            else:
                self._ask_password(received)

        self._batch.again(received, tried, password=passwords[0])

    def _ask_password(self, received: Received) -> None:
        dialog = PasswordDialog(self._catalog.error(received.error), self._left(), self._window)

        def tried(password: str, again: object) -> None:
            if again is None:
                dialog.reject()
            elif _still_closed(again):
                dialog.refuse(self._catalog.error(again[0].error))
            else:
                self._passwords.append(password)
                dialog.accept()
                self._take(again)

        dialog.tried.connect(
            lambda password: self._batch.again(
                received, _while(dialog, lambda again: tried(password, again)), password=password
            )
        )
        dialog.rest_skipped.connect(self._skip_the_rest)
        dialog.rejected.connect(self._skip)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _skip_the_rest(self) -> None:
        self._skip_rest = True

    # Encodings

    def _ask_encoding(self, received: Received) -> None:
        try:
            with self._spool.path(received.sha256).open("rb") as file:
                start = file.read(_START)
        except OSError:
            self._skip()
            return
        dialog = EncodingDialog(
            self._catalog.error(received.error), start, received.error.choices, self._window
        )
        dialog.chosen.connect(
            lambda encoding: self._batch.again(
                received,
                lambda again: self._skip() if again is None else self._take(again),
                encoding=encoding,
            )
        )
        dialog.rejected.connect(self._skip)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _while(dialog: PasswordDialog, receive: Callable[[object], None]) -> Callable[[object], None]:
    """Hear an answer only while the dialog still asks: it may have been left meanwhile."""
    return lambda value: receive(value) if dialog.isVisible() else None


def _needs_password(received: Received) -> bool:
    from bulletin_desktop.intake.reading import PasswordNeeded

    return isinstance(received.error, PasswordNeeded)


def _needs_encoding(received: Received) -> bool:
    from bulletin_desktop.intake.reading import EncodingUnclear

    return isinstance(received.error, EncodingUnclear)


def _still_closed(again: tuple[Received, ...]) -> bool:
    """Whether the password opened nothing; of an archive one file that opens is enough."""
    return bool(again) and all(_needs_password(each) for each in again)
