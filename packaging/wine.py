"""Wine in a prefix of its own, away from the person's home and desktop."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

from recipe import tool

# Wine would put menus and MIME types into the person's desktop, and offer to fetch what it lacks.
_OFF = "winemenubuilder.exe,mscoree,mshtml=;"


@contextlib.contextmanager
def prefix(folder: Path, overrides: str = "", **variables: str) -> Iterator[list[str]]:
    """Make a new prefix in *folder* and give the command that runs a Windows program there.

    *overrides* says which libraries are the program's own, as WINEDLLOVERRIDES does; *variables* are added to
    the program's environment. What still runs in the prefix at the end is ended.
    """
    home = folder / "home"
    home.mkdir(parents=True)
    given = {"HOME": home, "WINEPREFIX": folder / "prefix", "WINEDEBUG": "-all", **variables}
    given["WINEDLLOVERRIDES"] = _OFF + overrides
    environment = ["env", *(f"{name}={value}" for name, value in given.items())]
    try:
        yield [*environment, tool("wine")]
    finally:
        for request in ("-k", "-w"):  # end all, wait for it
            subprocess.call([*environment, tool("wineserver"), request], stderr=subprocess.DEVNULL)
