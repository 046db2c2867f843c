"""Stand-ins for what Wine 8 lacks and Qt asks for, for tests only: no package holds them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pefile
from recipe import BuildError, tool

# Windows' own libraries that Wine has not, or not whole. Of the first two Qt then calls no function.
_MISSING = ("icuuc.dll", "mscms.dll", "bcryptprimitives.dll")
OVERRIDES = "icuuc,mscms=n"  # for WINEDLLOVERRIDES
# What is called after all: cryptography's random bytes.
_BODIES = {
    "ProcessPrng": """
__declspec(dllimport) unsigned char SystemFunction036(void *, unsigned long);
__declspec(dllexport) int ProcessPrng(unsigned char *bytes, unsigned long long count)
{ return SystemFunction036(bytes, (unsigned long)count); }
"""
}


def copy(program: Path, folder: Path) -> Path:
    """Copy *program* to the new *folder* and make it run there under Wine."""
    shutil.copytree(program, folder)
    put(folder, folder.parent)
    return folder


def put(program: Path, scratch: Path) -> None:
    """Make the installed *program* run under Wine: compile the stand-ins beside what asks for them.

    Python's module _wmi goes: asking Wine for its version by it hangs.
    """
    qt = [*program.rglob("Qt6*.dll"), *program.rglob("plugins/*/*.dll")]
    for folder, libraries in (
        ("PySide6", qt),
        ("cryptography/hazmat/bindings", [*program.rglob("_rust.pyd")]),
    ):
        for name in _MISSING:
            functions = sorted({function for path in libraries for function in _taken(path, name)})
            if functions:
                _compile(program / "lib" / folder / name, functions, scratch)
    (program / "runtime/_wmi.pyd").unlink(missing_ok=True)


def _taken(path: Path, library: str) -> Iterable[str]:
    """Yield the names of the functions that the program file *path* takes from *library*."""
    tables = ("IMAGE_DIRECTORY_ENTRY_IMPORT", "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT")
    with pefile.PE(str(path), fast_load=True) as program:
        program.parse_data_directories([pefile.DIRECTORY_ENTRY[table] for table in tables])
        for attribute in ("DIRECTORY_ENTRY_IMPORT", "DIRECTORY_ENTRY_DELAY_IMPORT"):
            for entry in getattr(program, attribute, ()):
                if entry.dll.decode("ascii").lower() == library:
                    yield from (function.name.decode("ascii") for function in entry.imports)


def _compile(target: Path, functions: list[str], scratch: Path) -> None:
    source = scratch / f"{target.stem}.c"
    nothing = "__declspec(dllexport) void *{}(void) {{ return 0; }}\n"
    lines = [_BODIES.get(function, nothing.format(function)) for function in functions]
    source.write_text("".join(lines), encoding="utf-8")
    command = [
        tool("x86_64-w64-mingw32-gcc"),
        "-shared",
        "-O1",
        "-s",
        str(source),
        "-ladvapi32",
        "-o",
        str(target),
    ]
    if subprocess.call(command, stdout=sys.stderr):
        raise BuildError(f"{target.name} could not be compiled; the words of gcc stand above.")
