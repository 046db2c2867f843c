"""What must last through a power cut is on the disk, not only with the system."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def flush(file: Path) -> None:
    """Return once what was written to *file* is on the disk. Raises OSError."""
    with file.open("r+b") as stream:
        os.fsync(stream.fileno())


def flush_folder(folder: Path) -> None:
    """Return once names given in *folder* are on the disk; Windows has no such call and needs none."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError:  # some network drives refuse; the files themselves are flushed
        return
    finally:
        os.close(descriptor)
