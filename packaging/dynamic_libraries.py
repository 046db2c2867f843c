"""Which of the libraries at hand a Windows program file loads, found by reading its import tables."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pefile


def needed(roots: Iterable[Path], folders: Iterable[Path]) -> set[Path]:
    """Return *roots* and every library of *folders* (not below them) that they load, directly or not.

    What is not there is Windows' own. Raises FileNotFoundError if a root is missing.
    """
    at_hand = {path.name.lower(): path for folder in folders for path in folder.glob("*.dll")}
    found: set[Path] = set()
    waiting = [*roots]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += [at_hand[name] for name in imported(path) if name in at_hand]
    return found


def imported(path: Path) -> set[str]:
    """Return the names of the libraries that *path* imports, at once or when they are first used."""
    tables = ("IMAGE_DIRECTORY_ENTRY_IMPORT", "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT")
    with pefile.PE(str(path), fast_load=True) as program:
        program.parse_data_directories([pefile.DIRECTORY_ENTRY[table] for table in tables])
        entries = [
            *getattr(program, "DIRECTORY_ENTRY_IMPORT", ()),
            *getattr(program, "DIRECTORY_ENTRY_DELAY_IMPORT", ()),
        ]
        return {entry.dll.decode("ascii").lower() for entry in entries}
