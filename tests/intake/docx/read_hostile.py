"""Read one file and print what became of it: python -m tests.intake.docx.read_hostile FILE."""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from pathlib import Path

import bulletin_desktop.intake.docx
import bulletin_desktop.intake.pictures  # noqa: F401 - loaded before the clock runs
from bulletin_desktop.intake import reading
from bulletin_desktop.intake.source import Source
from bulletin_desktop.intake.worker.reading_job import with_pictures_ready


def peak() -> float:
    """The most memory this process has had, in megabytes. What getrusage says includes who started it."""
    status = Path("/proc/self/status")
    if status.is_file():
        return int(re.search(r"VmHWM:\s+(\d+)", status.read_text(encoding="ascii"))[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(path: Path) -> None:
    """Read the file and make its pictures ready, as a worker does."""
    started = time.process_time()
    piece = reading.read(reading.File(path.name, path.read_bytes()))[-1]
    source = with_pictures_ready(piece.source or Source())
    measured = {"seconds": time.process_time() - started, "peak": peak()}
    text = "\n".join(line.text for line in source.lines()).strip()
    told = [told.value for told, _ in source.told]
    print(json.dumps({**measured, "text": text[:5000], "error": str(piece.error or ""), "told": told}))


main(Path(sys.argv[1]))
