"""Why the system refused a file, in the person's language: its own words are English on most machines."""

from __future__ import annotations

import errno
import os
import sys

from bulletin_desktop.errors import Words
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.windows_names import LONGEST_PATH

_WORDS = {
    errno.ENOENT: QT_TRANSLATE_NOOP("errors", "it is not there"),
    errno.ENOTDIR: QT_TRANSLATE_NOOP("errors", "a part of its path is no folder"),
    errno.EISDIR: QT_TRANSLATE_NOOP("errors", "it is a folder"),
    errno.EEXIST: QT_TRANSLATE_NOOP("errors", "there is one of that name already"),
    errno.EACCES: QT_TRANSLATE_NOOP("errors", "access is denied"),
    errno.EPERM: QT_TRANSLATE_NOOP("errors", "access is denied"),
    errno.EROFS: QT_TRANSLATE_NOOP("errors", "the disk is write-protected"),
    errno.ENOSPC: QT_TRANSLATE_NOOP("errors", "the disk is full"),
    errno.EBUSY: QT_TRANSLATE_NOOP("errors", "another program is using it"),
    errno.ENAMETOOLONG: QT_TRANSLATE_NOOP("errors", "the name is too long"),
    errno.ELOOP: QT_TRANSLATE_NOOP("errors", "its links lead in a circle"),
    errno.EINVAL: QT_TRANSLATE_NOOP("errors", "the name or the place is not allowed"),
    errno.EIO: QT_TRANSLATE_NOOP("errors", "the disk reports an error"),
    errno.EMFILE: QT_TRANSLATE_NOOP("errors", "too many files are open"),
    errno.ETIMEDOUT: QT_TRANSLATE_NOOP("errors", "the network drive does not answer"),
    errno.EHOSTUNREACH: QT_TRANSLATE_NOOP("errors", "the network drive does not answer"),
    errno.ENETUNREACH: QT_TRANSLATE_NOOP("errors", "the network drive does not answer"),
}
_TOO_LONG = QT_TRANSLATE_NOOP("errors", "its path is longer than Windows takes")
_IN_USE = QT_TRANSLATE_NOOP("errors", "another program is using it")
_FULL = QT_TRANSLATE_NOOP("errors", "the disk is full")
_FAULTY = QT_TRANSLATE_NOOP("errors", "the disk reports an error")
_SILENT = QT_TRANSLATE_NOOP("errors", "the network drive does not answer")
_NO_DISK = QT_TRANSLATE_NOOP("errors", "the disk or the stick is not there")
# Windows says more than the errno Python makes of it: https://learn.microsoft.com/windows/win32/debug/system-error-codes
_WINDOWS = {
    19: QT_TRANSLATE_NOOP("errors", "the disk is write-protected"),
    **dict.fromkeys((21, 433, 1112, 1167), _NO_DISK),
    **dict.fromkeys((23, 1117), _FAULTY),
    **dict.fromkeys((32, 33), _IN_USE),
    **dict.fromkeys((39, 112), _FULL),
    **dict.fromkeys((51, 53, 54, 55, 59, 64, 67, 121, 1222, 1231), _SILENT),
    206: _TOO_LONG,
    **dict.fromkeys((225, 226), QT_TRANSLATE_NOOP("errors", "a virus scanner keeps it")),
    1260: QT_TRANSLATE_NOOP("errors", "a rule of this computer forbids it"),
}
_CLOSED = QT_TRANSLATE_NOOP("errors", "access is denied, or another program has it open")


def reason(error: OSError, *, windows: bool = sys.platform == "win32") -> str:
    """Return why, as a value for a `UserError`; for an unusual reason the system's own words.

    On *windows* what opens files gives no more than an errno: a file another program has is EACCES there, and
    one whose path is too long ENOENT.
    """
    known = _WINDOWS.get(getattr(error, "winerror", None) or 0)
    if known is None and windows and error.errno == errno.EACCES:
        known = _CLOSED
    if known is None and windows and error.errno == errno.ENOENT and _is_too_long(error.filename):
        known = _TOO_LONG
    if known is None and error.errno is not None:
        known = _WORDS.get(error.errno)
    if known is not None:
        return Words(known)
    system = os.strerror(error.errno) if error.errno is not None else ""
    return error.strerror or system or type(error).__name__


def _is_too_long(path: object) -> bool:
    return len(str(path or "")) > LONGEST_PATH
