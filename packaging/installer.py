"""Makes the setup of a program's folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from launcher import four_numbers
from recipe import HERE, BuildError, tool


def make(tree: Path, target: Path, version: str, *, sign: str = "", quick: bool = False) -> Path:
    """Write the setup of the folder *tree* to *target* and return it; *quick*: larger, but in seconds.

    *sign* is a command that signs a file, the file's path to be added; it is not signed without.
    """
    files = [path for path in tree.rglob("*") if path.is_file()]
    given = {
        "VERSION": version,
        "VERSION_NUMBERS": four_numbers(version),
        "PAYLOAD": tree,
        "OUTPUT": target,
        "ICON": HERE / "launcher/app.ico",
        "KILOBYTES": sum(path.stat().st_size for path in files) // 1024,
    }
    defined = [f"-D{name}={value}" for name, value in given.items()]
    defined += [*(["-DQUICK"] if quick else []), *([f"-DSIGN={sign}"] if sign else [])]
    command = [tool("makensis"), "-V2", "-INPUTCHARSET", "UTF8", *defined]
    if subprocess.call([*command, str(HERE / "installer/installer.nsi")], stdout=sys.stderr):
        raise BuildError("The setup could not be made; the words of makensis stand above.")
    return target


def signed(command: str, *files: Path) -> None:
    """Sign *files* by *command*, each file's path added."""
    for file in files:
        if subprocess.call(f'{command} "{file}"', shell=True, stdout=sys.stderr):
            raise BuildError(f"{file.name} could not be signed; the words of the command stand above.")
