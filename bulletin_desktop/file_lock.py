"""A lock upon an open file, which the system drops with the process that holds it."""

from __future__ import annotations

import sys
from typing import BinaryIO

# Beyond the text: a Windows lock keeps others from reading the bytes it covers.
_LOCKED_BYTE = 1 << 20


if sys.platform == "win32":
    import ctypes
    import msvcrt

    _VIOLATION = 33  # ERROR_LOCK_VIOLATION: another handle has it

    def lock(file: BinaryIO, *, shared: bool = False) -> None:
        """Lock *file* until it is closed; raises BlockingIOError if it is locked, OSError if it cannot be.

        *shared* only asks whether somebody else writes. By Windows itself: `msvcrt.locking` does not tell a
        held lock from one that cannot be had.
        """
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = ctypes.c_void_p(msvcrt.get_osfhandle(file.fileno()))
        if not kernel.LockFile(handle, _LOCKED_BYTE, 0, 1, 0):
            error = ctypes.WinError(ctypes.get_last_error())
            if error.winerror == _VIOLATION:
                raise BlockingIOError from error
            raise error
else:
    import fcntl

    def lock(file: BinaryIO, *, shared: bool = False) -> None:
        """Lock *file* until it is closed; raises BlockingIOError if it is locked, OSError if it cannot be.

        *shared* only asks whether somebody else writes.
        """
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
