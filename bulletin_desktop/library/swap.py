"""Putting another library file in a library's place, whole or not at all, with nothing lost.

What stands there is kept under another name first. Then the new file gets the name that ends in `.restored`;
from that moment on it is the library: whoever finds such a file carries the rest out (`finish`). A journal
(-wal) left by the former file must be gone before, since SQLite would play it into the new one.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from bulletin_desktop import disk
from bulletin_desktop.library import typing_journal

_DECIDED = ".restored"
_COMPANIONS = ("-wal", "-journal", typing_journal.SUFFIX)
_WORTHLESS = ("-shm",)


def swap(library: Path, made: Path, kept: Path) -> None:
    """Put *made*, flushed and on the same disk, in the place of *library*; what stood there becomes *kept*.

    Nobody may have *library* open or look at *made* or *kept*. Raises OSError; until the moment above
    everything is as it was then, afterwards the next `finish` goes on.
    """
    own = (library, *(_beside(library, each) for each in _COMPANIONS))
    copies = [(file, kept.with_name(kept.name + file.name[len(library.name) :])) for file in own]
    done: list[Path] = []
    try:
        for file, copy in copies:
            if file.exists():
                done.append(copy)
                _keep(file, copy)
        made.rename(_beside(library, _DECIDED))
    except BaseException:
        for copy in done:
            with suppress(OSError):
                copy.unlink(missing_ok=True)
        raise
    finish(library)


def finish(library: Path) -> None:
    """Carry out what a swap that was broken off had decided; nothing else is touched. Raises OSError."""
    decided = _beside(library, _DECIDED)
    if not decided.exists():
        return
    disk.flush_folder(library.parent)
    for each in (*_COMPANIONS, *_WORTHLESS):
        _beside(library, each).unlink(missing_ok=True)
    disk.flush_folder(library.parent)
    decided.replace(library)
    disk.flush_folder(library.parent)


def _beside(library: Path, suffix: str) -> Path:
    return library.with_name(library.name + suffix)


def _keep(file: Path, copy: Path) -> None:
    """Give *file* a second name, or copy it where a disk knows no second names (FAT)."""
    try:
        copy.hardlink_to(file)
    except FileExistsError:
        raise
    except OSError:
        with file.open("rb") as source, copy.open("xb") as target:
            shutil.copyfileobj(source, target, 1 << 20)
            target.flush()
            os.fsync(target.fileno())
