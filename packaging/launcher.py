"""Compiles the two launchers: one for the window, one for the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from recipe import HERE, NAME, PYTHON_TAG, BuildError, tool

COMMAND_LINE = "bulletin-cli"
_SOURCES = HERE / "launcher"
_PREFIX = "x86_64-w64-mingw32-"


def put(target: Path, version: str, scratch: Path) -> None:
    """Compile the launchers of *version* into *target*."""
    target.mkdir(parents=True, exist_ok=True)
    numbers = four_numbers(version).replace(".", ",")
    # In a file: each system has its own way with quotes in a command.
    (scratch / "build.h").write_text(
        f'#define VERSION_NUMBERS {numbers}\n#define VERSION_TEXT "{version}"\n'
        f'#define PYTHON_TAG L"{PYTHON_TAG}"\n',
        encoding="utf-8",
    )
    for name, console in ((NAME, False), (COMMAND_LINE, True)):
        resources = scratch / f"{name}.res"
        _run(
            "windres", "-c", "65001", "-O", "coff", *(["-DCONSOLE"] if console else []),
            "-I", str(_SOURCES), "-I", str(scratch), str(_SOURCES / "launcher.rc"), "-o", str(resources),
        )  # fmt: skip
        _run(
            "gcc", "-Os", "-s", "-municode", "-Wall", "-Wextra", "-Werror", "-finput-charset=UTF-8",
            "-Wl,--no-insert-timestamp", *(["-mconsole", "-DCONSOLE"] if console else ["-mwindows"]),
            "-I", str(scratch), "-D_WIN32_WINNT=0x0A00",
            str(_SOURCES / "launcher.c"), str(resources), "-o", str(target / f"{name}.exe"),
        )  # fmt: skip


def four_numbers(version: str) -> str:
    """Return a version as Windows wants it: 1.2 is 1.2.0.0."""
    numbers = [part for part in version.split(".") if part.isdigit()]
    return ".".join([*numbers, "0", "0", "0", "0"][:4])


def _run(name: str, *arguments: str) -> None:
    command = [tool(_PREFIX + name if os.name != "nt" else name), *arguments]
    if subprocess.call(command, stdout=sys.stderr):
        raise BuildError(f"{name} failed; its words stand above.")
