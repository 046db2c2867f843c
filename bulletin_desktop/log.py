"""The rotating log: where bugs leave their report."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_SIZE = 1_000_000  # bytes; with its three predecessors the log stays below 4 MB for ever
_KEPT = 3


def start(file: Path) -> None:
    """Send the program's log to *file*. Where it cannot be written, the program runs without one."""
    root = logging.getLogger("bulletin_desktop")
    root.setLevel(logging.INFO)
    root.propagate = False
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            file, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
