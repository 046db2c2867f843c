"""The rotating log: where bugs leave their report, without anything a person wrote."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_SIZE = 1_000_000  # bytes; with its three predecessors the log stays below 4 MB for ever
_KEPT = 3


class _OwnLines(logging.Formatter):
    """Writes what `log_lines` knows to be the program's own, whatever a call or an exception says beyond."""

    def format(self, record: logging.LogRecord) -> str:
        from bulletin_desktop import log_lines

        return log_lines.own(super().format(record))


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
    handler.setFormatter(_OwnLines("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
