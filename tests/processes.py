"""What this process has started, as Linux tells."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def children() -> set[int]:
    """The processes this one has started and that still run."""
    mine = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, parent = stat.read_text(encoding="utf-8").rpartition(")")[2].split()[:2]
            if int(parent) == os.getpid() and state != "Z":
                mine.add(int(stat.parent.name))
    return mine
