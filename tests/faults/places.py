"""Places with something wrong with them, really made: small and write-protected disks; a second program."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOBODY = 65534
NOT_ALLOWED = 77  # how a child ends that may not give up root's rights


@contextmanager
def disk(place: Path, size: str = "2m") -> Iterator[Path]:
    """A disk of its own of *size* at *place*; only root of a Linux machine can have one."""
    place.mkdir(exist_ok=True)
    _mount("-t", "tmpfs", "-o", f"size={size},mode=1777", "tmpfs", str(place))
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def write_protect(place: Path, protected: bool = True) -> None:
    """Turn the switch on the stick."""
    _mount("-o", f"remount,{'ro' if protected else 'rw'}", str(place))


def _mount(*arguments: str) -> None:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root of a Linux machine can mount a disk")
    done = subprocess.run(["mount", *arguments], check=False, capture_output=True, text=True)
    if done.returncode != 0:
        pytest.skip(f"this machine does not let root mount a disk: {done.stderr.strip()}")


@contextmanager
def program(
    deed: str, *arguments: object, under: tuple[str, ...] = (), module: str = "tests.faults.child"
) -> Iterator[subprocess.Popen[str]]:
    """A second program at one of the deeds of *module*; killed at the end if it still runs.

    *under* is a command that runs it.
    """
    command = [*under, sys.executable, "-m", module, deed, *map(str, arguments)]
    process = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def said(process: subprocess.Popen[str]) -> list[str]:
    """All it says until its end, a line each."""
    output, _ = process.communicate(timeout=60)
    return output.splitlines()
