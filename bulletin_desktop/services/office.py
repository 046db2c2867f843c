"""LibreOffice as a helper: where it is, and a conversion beside the program that can be stopped."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bulletin_desktop.errors import UserError
from bulletin_desktop.export.job import Cancelled
from bulletin_desktop.reasons import reason

LIMIT = 90.0  # seconds for one file of usual length; starting for the first time takes about five
_POLL = 0.05  # seconds
_GRACE = 2.0  # seconds between the request to end and the end

_PLACES = (
    "/usr/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


def find() -> Path | None:
    """Return LibreOffice's program, from the search path or where its installers put it; None without it."""
    if sys.platform == "win32":
        folders = (os.environ.get(name, "") for name in ("ProgramFiles", "ProgramFiles(x86)", "ProgramW6432"))
        places = [Path(folder) / "LibreOffice/program/soffice.com" for folder in folders if folder]
    else:
        places = [Path(place) for place in _PLACES]
    known = shutil.which("soffice") or shutil.which("libreoffice")
    return Path(known) if known else next((place for place in places if place.is_file()), None)


def never() -> bool:
    """Nobody stops it: for conversions that are waited for."""
    return False


def convert(
    program: Path,
    files: Sequence[Path],
    folder: Path,
    kind: str = "pdf",
    *,
    stopped: Callable[[], bool] = never,
    limit: float = LIMIT,
) -> list[Path]:
    """Convert *files* into *folder* and return the new ones, in a profile of its own in that folder.

    Raises `Cancelled` soon after *stopped* returns True, `UserError` if LibreOffice cannot be started, takes
    longer than *limit* seconds or leaves a file out. No process of it is left in any case.
    """
    options = [f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    command = [str(program), *options, "--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    try:
        process = _start(command)
    except OSError as error:
        raise UserError(
            "LibreOffice could not be started ({reason}); nothing was checked and nothing changed.",
            reason=reason(error),
        ) from error
    try:
        _wait(process, stopped, time.monotonic() + limit)
    except subprocess.TimeoutExpired:
        raise UserError(
            "LibreOffice was not done after {seconds} seconds and was ended; nothing changed. "
            "Try once more, or open the exported file in it to see what it waits for.",
            seconds=round(limit),
        ) from None
    finally:
        _end(process)
    made = [folder / file.with_suffix(f".{kind}").name for file in files]
    if process.returncode or not all(file.is_file() for file in made):
        raise UserError(
            "LibreOffice could not read the exported file (code {code}); nothing changed.",
            code=process.returncode,
        )
    return made


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start a process at the head of a group of its own: LibreOffice's starter has children."""
    quiet = subprocess.DEVNULL
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
        return subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, creationflags=flags)
    return subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)


def _wait(process: subprocess.Popen[bytes], stopped: Callable[[], bool], deadline: float) -> None:
    while True:
        try:
            process.wait(_POLL)
        except subprocess.TimeoutExpired:
            if stopped():
                raise Cancelled from None
            if time.monotonic() > deadline:
                raise
        else:
            return


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and its children, by their group; nothing if they have ended."""
    if sys.platform == "win32":
        if process.poll() is None:
            command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(command, check=False, capture_output=True, timeout=10)
            process.wait(_GRACE)
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGTERM)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(_GRACE)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
