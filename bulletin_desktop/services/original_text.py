"""The text of an original as it was read, before any cleaning: to be held against the article."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bulletin_desktop.services.incoming import Brought
from bulletin_desktop.services.receiving import Receiver
from bulletin_desktop.services.register import Original
from bulletin_desktop.services.spool import Spool


def read(original: Original, folder: Path, stopped: Callable[[], bool]) -> str:
    """Return the text, read by a worker process with its bounds; one line a paragraph.

    *folder* takes a copy while the worker reads. Raises `UserError` where it cannot be read, `Cancelled` soon
    after *stopped* says so.
    """
    spool = Spool(folder)
    try:
        brought = Brought(original.name, content=original.content, kept=True)
        lines: list[str] = []
        for received in Receiver(spool).receive((brought,), stopped=stopped):
            if received.error is not None:
                raise received.error
            if received.recognition is not None:
                lines += [line.original for line in received.recognition.lines]
        return "\n".join(lines)
    finally:
        spool.close()
