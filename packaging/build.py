"""Make the Windows program: a setup, a portable archive, their hashes and the list of what is inside.

    python dev.py package [--python ZIP] [--output FOLDER] [--sign COMMAND]

--sign is a command that signs the file whose path is added to it; launchers, setup and remover are signed.
--python is python.org's embeddable archive for 64-bit Windows; without it the locked one is fetched. Runs on
Linux with NSIS, mingw-w64 and Wine (which only compiles Python's modules), or on Windows with the first two.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import shutil
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import contents
import installer
import launcher
import payload
import wine
from recipe import NAME, PYTHON_TAG, ROOT, BuildError, version


def main(arguments: Sequence[str] | None = None) -> int:
    """Build everything; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python dev.py package", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--python", type=Path, metavar="ZIP", help="python.org's embeddable archive")
    parser.add_argument("--output", type=Path, default=ROOT / "dist", metavar="FOLDER")
    parser.add_argument("--sign", default="", metavar="COMMAND", help="signs a file, its path added")
    given = parser.parse_args(arguments)
    begun = time.monotonic()
    try:
        with tempfile.TemporaryDirectory() as scratch:
            made = build(given.output.resolve(), given.python, Path(scratch), given.sign)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    for path in made:
        print(f"{path.stat().st_size / 1e6:8.1f} MB  {path}")
    print(f"{time.monotonic() - begun:8.0f} s")
    return 0


def build(output: Path, python: Path | None, scratch: Path, sign: str = "") -> list[Path]:
    """Put the finished files into *output* and return them; what was there under their names is replaced."""
    tree = scratch / NAME
    runtime, packages, program = (tree / name for name in ("runtime", "lib", "app"))
    _say("Python …")
    files = payload.embeddable_python(python, scratch)
    payload.put_python(runtime, files)
    _say("Packages …")
    payload.put_packages(packages, scratch)
    payload.newest_runtime(runtime, packages)
    _say("The program …")
    payload.put_program(program)
    launcher.put(tree, version(), scratch)
    if sign:
        installer.signed(sign, *sorted(tree.glob("*.exe")))
    contents.put(tree, files[f"python{PYTHON_TAG}.dll"])
    _say("Compiling …")
    with _compiler(files, scratch) as compiler:
        payload.compile_all(packages, compiler)
        payload.compile_all(program, compiler)
    payload.put_start(program)
    contents.strip_records(packages)
    payload.settle(tree)
    output.mkdir(parents=True, exist_ok=True)
    _say("Setup …")
    setup = installer.make(tree, output / f"{NAME}-{version()}-setup.exe", version(), sign=sign)
    _say("Portable archive …")
    portable = _portable(tree, output)
    listed = output / f"{NAME}-{version()}-contents.txt"
    shutil.copyfile(tree / "CONTENTS.txt", listed)
    made = [setup, portable, listed]
    return [*made, _sums(output, made)]


@contextlib.contextmanager
def _compiler(files: dict[str, bytes], scratch: Path) -> Iterator[list[str]]:
    """Give the command of the very Python that goes into the program, run on this machine."""
    folder = scratch / "compiler"
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    if os.name == "nt":
        yield [str(folder / "python.exe")]
        return
    with wine.prefix(scratch / "wine") as command:
        yield [*command, str(folder / "python.exe")]


def _portable(tree: Path, output: Path) -> Path:
    """Pack the program with the file that makes it keep its data beside itself."""
    made = output / f"{NAME}-{version()}-portable.zip"
    with zipfile.ZipFile(made, "w") as archive:
        for path in sorted(tree.rglob("*")):
            if path.is_file():
                payload.put_entry(archive, path.relative_to(tree.parent).as_posix(), path.read_bytes())
        payload.put_entry(archive, f"{NAME}/portable", contents.PORTABLE.encode("utf-8"))
    return made


def _sums(output: Path, made: list[Path]) -> Path:
    sums = output / "SHA256SUMS"
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()} *{path.name}\n" for path in made]
    sums.write_text("".join(lines), encoding="utf-8", newline="\n")
    return sums


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
