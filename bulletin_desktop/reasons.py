"""Why the system refused a file, in the person's language: its own words are English on most machines."""

from __future__ import annotations

import errno
import os

from bulletin_desktop.errors import Words
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP

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


def reason(error: OSError) -> str:
    """Return why, as a value for a `UserError`; for an unusual reason the system's own words."""
    known = _WORDS.get(error.errno) if error.errno is not None else None
    if known is not None:
        return Words(known)
    system = os.strerror(error.errno) if error.errno is not None else ""
    return error.strerror or system or type(error).__name__
