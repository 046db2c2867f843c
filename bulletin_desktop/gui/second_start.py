"""The program is started again upon a library that is open: the window that has it comes to the front.

The lock beside the library decides who has it and names the holder's window (see `library.lock`); a local
socket of that name, no internet, only carries the wish. Whoever holds the library without a window, as a
command does, is named in a message at once.

On Windows the socket is a pipe and gone with its program. Elsewhere it is a file in the temporary folder,
which a program that was killed leaves there, for the next one to remove.
"""

from __future__ import annotations

import os
import re
import secrets
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QEventLoop, QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

    from bulletin_desktop.errors import LibraryError
    from bulletin_desktop.gui.window import MainWindow

_SOON = 300  # ms after the opening: the first picture shall not wait for what listens to be loaded
AT_ONCE = 1500  # ms in which a window answers that is not busy
_AGAIN = 200  # ms until a window that is still being opened is called again
_RAISED = b"raised\n"
_STEM = "BulletinDesktop"
_OURS = re.compile(rf"{_STEM}-([0-9]{{1,9}})-[0-9a-f]{{8}}")


def new_name() -> str:
    """Return a name for this program's window that no other on this computer has."""
    return f"{_STEM}-{os.getpid()}-{secrets.token_hex(4)}"


def sweep(folder: Path) -> None:
    """Remove from *folder* the sockets of this person's programs that are gone."""
    for path in folder.glob(f"{_STEM}-*"):
        ours = _OURS.fullmatch(path.name)
        with suppress(OSError):  # another person's, or gone meanwhile
            if ours and path.is_socket() and not _runs(int(ours[1])):
                path.unlink()


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


class SecondStart(QObject):
    """Listens, in the window that has the library, for others who were started upon it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._server: QLocalServer | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._listen)
        window.backend.opened.connect(self._soon.start)

    def _listen(self) -> None:
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._called)
        self._server.listen(self._window.backend.window_name)
        if sys.platform != "win32":
            sweep(Path(QDir.tempPath()))

    def _called(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.readyRead.connect(partial(self._read, caller))
            caller.disconnected.connect(caller.deleteLater)
            self._read(caller)
            self._come()
            caller.write(_RAISED)
            caller.flush()

    def _read(self, caller: QLocalSocket) -> None:
        """Offer to take in the file whose path a caller has brought, as its only line."""
        if caller.canReadLine():
            path = os.fsdecode(caller.readLine().data().rstrip(b"\n"))
            self._window.intake.open_files([Path(path)])

    def _come(self) -> None:
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def shut_down(self) -> None:
        """Listen no more."""
        self._soon.stop()
        if self._server is not None:
            self._server.close()


class Call(QObject):
    """Asks the window that *error* names to come to the front, with a file it offers to take in, if any.

    *answered* when it has come.
    """

    answered = Signal()

    def __init__(
        self, error: LibraryError, parcel: Path | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalSocket

        self._name = str(error.values.get("window", ""))
        self._is_answered = False
        self._socket: QLocalSocket = QLocalSocket(self)
        self._parcel = parcel
        self._socket.connected.connect(self._bring)
        self._socket.readyRead.connect(self._answer)
        self._socket.errorOccurred.connect(self._not_there)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN)
        self._again.timeout.connect(self._connect)
        _let_come_to_front(int(str(error.values.get("process", 0))))
        self._connect()

    @staticmethod
    def possible(error: LibraryError) -> bool:
        """Tell whether whoever holds the library has a window on this computer."""
        from bulletin_desktop.library.lock import this_computer

        return bool(error.values.get("window")) and error.values.get("computer") == this_computer()

    def wait(self) -> bool:
        """Wait for the answer no longer than `AT_ONCE`."""
        loop = QEventLoop()
        self.answered.connect(loop.quit)
        QTimer.singleShot(AT_ONCE, loop, loop.quit)
        if not self._is_answered:
            loop.exec()
        return self._is_answered

    def _connect(self) -> None:
        self._socket.connectToServer(self._name)

    def _bring(self) -> None:
        if self._parcel is not None:
            self._socket.write(os.fsencode(self._parcel) + b"\n")
            self._socket.flush()

    def _not_there(self) -> None:
        if not self._is_answered:  # it is still being opened, or about to be gone
            self._again.start()

    def _answer(self) -> None:
        if self._socket.readAll().data().startswith(_RAISED):
            self._is_answered = True
            self.answered.emit()


def _let_come_to_front(process: int) -> None:
    """Windows lets only the program in front hand the front on."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(process)
