"""Makes the setup of a program's folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from launcher import four_numbers
from PIL import Image
from recipe import HERE, BuildError, tool

_SCRIPT = HERE / "installer/installer.nsi"
_STAGING = "BulletinDesktop-new"  # below the chosen folder, as installer.nsi has it
_CLUSTER = 4  # KB: of the disk, each file takes whole ones
_SIDE = (328, 628)  # pixels of the last page's picture: twice what NSIS shows at 96 dpi
_TIME = 1767225600  # 2026-01-01: the setup keeps the picture's time too
_PAPER = "#f4f1ec"


def make(tree: Path, target: Path, version: str, *, sign: str = "", quick: bool = False) -> Path:
    """Write the setup of the folder *tree* to *target* and return it; *quick*: larger, but in seconds.

    *sign* is a command that signs a file, the file's path to be added; it is not signed without. The sign of
    the portable program stays out.
    """
    files = sorted(path for path in tree.rglob("*") if path.is_file() and path.name != "portable")
    _check_parts({path.relative_to(tree).parts[0] for path in files})
    numbers = [int(number) for number in four_numbers(version).split(".")]
    given = {
        "VERSION": version,
        "VERSION_NUMBERS": four_numbers(version),
        "HIGH": numbers[0] << 16 | numbers[1],
        "LOW": numbers[2] << 16 | numbers[3],
        "OUTPUT": target,
        "ICON": HERE / "launcher/app.ico",
        "KILOBYTES": sum(-(-path.stat().st_size // (_CLUSTER * 1024)) * _CLUSTER for path in files),
        "LONGEST": max(len(str(path.relative_to(tree))) for path in files) + len(_STAGING) + 2,
    }
    with tempfile.TemporaryDirectory() as scratch:
        given |= {"FILES": Path(scratch) / "files.nsh", "SIDE": Path(scratch) / "side.bmp"}
        Path(scratch, "files.nsh").write_text("".join(_unpacking(tree, files)), encoding="utf-8")
        _side(Path(scratch, "side.bmp"))
        defined = [f"-D{name}={value}" for name, value in given.items()]
        defined += [*(["-DQUICK"] if quick else []), *([f"-DSIGN={sign}"] if sign else [])]
        command = [tool("makensis"), "-V2", "-INPUTCHARSET", "UTF8", *defined]
        if subprocess.call([*command, str(_SCRIPT)], stdout=sys.stderr):
            raise BuildError("The setup could not be made; the words of makensis stand above.")
    return target


def _unpacking(tree: Path, files: list[Path]) -> Iterator[str]:
    """Yield the lines of NSIS that unpack *files*: in our order, not in that of this machine's disk."""
    folder = None
    for path in files:
        if path.parent != folder:
            folder = path.parent
            place = "\\".join([_STAGING, *folder.relative_to(tree).parts])
            yield f'SetOutPath "$INSTDIR\\{place}"\n'
        yield f'File "{path}"\n'.replace("$", "$$")


def _check_parts(names: set[str]) -> None:
    """Raise `BuildError` unless the script puts in place and removes all of *names*, and nothing else."""
    script = _SCRIPT.read_text(encoding="utf-8")
    parts = {*re.findall(r'insertmacro \$\{DO\} "([^"]+)"', script)} - {"uninstall.exe"}
    if parts != names:
        differing = ", ".join(sorted(parts ^ names))
        raise BuildError(f"EachPart of {_SCRIPT.name} and the program's folder differ: {differing}.")


def _side(target: Path) -> None:
    """Write the last page's picture: the program's sign on paper."""
    paper = Image.new("RGB", _SIDE, _PAPER)
    with Image.open(HERE / "launcher/app.ico") as icon:
        sign = icon.convert("RGBA").resize((160, 160), Image.Resampling.LANCZOS)
    paper.paste(sign, ((_SIDE[0] - sign.width) // 2, 96), sign)
    paper.save(target)
    os.utime(target, (_TIME, _TIME))


def signed(command: str, *files: Path) -> None:
    """Sign *files* by *command*, each file's path added."""
    for file in files:
        if subprocess.call(f'{command} "{file}"', shell=True, stdout=sys.stderr):
            raise BuildError(f"{file.name} could not be signed; the words of the command stand above.")
