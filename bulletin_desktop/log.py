"""The rotating log: where bugs leave their report, without anything a person wrote."""

from __future__ import annotations

import contextlib
import logging
from functools import cached_property
from pathlib import Path

_SIZE = 1_000_000  # bytes; with its three predecessors the log stays below 4 MB for ever
_KEPT = 3


class _OwnLines(logging.Formatter):
    """Writes what `log_lines` knows to be the program's own, whatever a call or an exception says beyond."""

    def format(self, record: logging.LogRecord) -> str:
        from bulletin_desktop import log_lines

        return log_lines.own(super().format(record))


class _File(logging.Handler):
    """The file, opened for the first record: most starts write none, and what rotates it loads sockets."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._path = file

    @cached_property
    def _opened(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        try:
            return RotatingFileHandler(self._path, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8")
        except OSError:
            return logging.NullHandler()

    def emit(self, record: logging.LogRecord) -> None:
        self._opened.setFormatter(self.formatter)
        self._opened.handle(record)

    def close(self) -> None:
        if "_opened" in vars(self):
            self._opened.close()
        super().close()


def start(file: Path) -> None:
    """Send the program's log to *file*. Where it cannot be written, the program runs without one."""
    root = logging.getLogger("bulletin_desktop")
    root.setLevel(logging.INFO)
    root.propagate = False
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
    handler = _File(file)
    handler.setFormatter(_OwnLines("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
