"""The environment in .venv: made once with this Python, renewed when a lock or the Python changes.

Standard library alone, since it runs before anything is installed.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts import machine
from scripts.machine import SetupError, say

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if machine.WINDOWS else "bin")
PYTHON = SCRIPTS / ("python.exe" if machine.WINDOWS else "python")
STAMP = VENV / "installed.json"
RUNTIME_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"  # holds the runtime lock's packages too


def ensure_packages(wanted: Path) -> None:
    """Have exactly the packages of *wanted* at least, in .venv, installed by hash."""
    with one_at_a_time():
        usable = made_with() == this_python()
        if not usable:
            make_environment()
        known = installed_locks() if usable else {}
        if known.get(wanted.name) == digest(wanted):
            return
        say(f"Installing the packages of {wanted.name} into {VENV.name} …")
        pip("install", "--require-hashes", "-r", str(wanted))
        remove_strangers()
        known[wanted.name] = digest(wanted)
        if wanted == DEV_LOCK:
            known[RUNTIME_LOCK.name] = digest(RUNTIME_LOCK)
        STAMP.write_text(json.dumps({"python": this_python(), "locks": known}), encoding="utf-8")


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let two terminals set up one after the other. The system drops the lock with its holder."""
    VENV.mkdir(exist_ok=True)
    with (VENV / "setup.lock").open("a+b") as file:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def make_environment() -> None:
    """Make .venv with this Python; one made by another Python is replaced."""
    ensure_ensurepip()
    say(f"Making {VENV.name} with Python {platform.python_version()} …")
    for entry in VENV.iterdir():
        if entry.name != "setup.lock":
            shutil.rmtree(entry) if entry.is_dir() and not entry.is_symlink() else entry.unlink()
    base = getattr(sys, "_base_executable", None) or sys.executable
    if subprocess.call([base, "-m", "venv", str(VENV)], stdout=sys.stderr):
        raise SetupError(f"{base} -m venv {VENV} failed; its words stand above.")


def ensure_ensurepip() -> None:
    """Debian's own Python comes without the module that puts pip into an environment."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return
    if not machine.can_apt():
        raise SetupError(
            "This Python cannot make environments. On Debian or Ubuntu: sudo apt-get install python3-venv"
        )
    machine.apt_install(["python3-venv"])
    importlib.invalidate_caches()


def remove_strangers() -> None:
    """Take out what no lock names any more, so that nothing imports a package by luck."""
    named = {name for path in (RUNTIME_LOCK, DEV_LOCK) for name in locked_names(path)}
    listed = subprocess.run(
        [str(PYTHON), "-m", "pip", "list", "--format=json", "--disable-pip-version-check"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout
    present = {canonical(package["name"]) for package in json.loads(listed)}
    strangers = sorted(present - named - {"pip", "setuptools", "wheel"})
    if strangers:
        pip("uninstall", "--yes", *strangers)


def locked_names(path: Path) -> Iterator[str]:
    """The canonical names of the packages in a lock."""
    for match in re.finditer(
        r"^([A-Za-z0-9][\w.-]*)(?:\[[^]]*\])?==", path.read_text(encoding="utf-8"), re.MULTILINE
    ):
        yield canonical(match[1])


def canonical(name: str) -> str:
    """A package's name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pip(*arguments: str) -> None:
    """Run .venv's pip, its words to standard error."""
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments]
    if subprocess.call(command, stdout=sys.stderr, cwd=ROOT):
        raise SetupError(
            f"pip {arguments[0]} failed; its words stand above. Run the same command again to go on."
        )


def this_python() -> str:
    """What an environment depends on: version, build and place of the Python that makes it."""
    return f"{platform.python_version()} {platform.machine()} {sys.base_prefix}"


def made_with() -> str | None:
    """The Python that .venv was made with, or None if there is no usable .venv."""
    try:
        stamped: str = json.loads(STAMP.read_text(encoding="utf-8"))["python"]
    except (OSError, ValueError, KeyError):
        return None
    return stamped if PYTHON.exists() else None


def installed_locks() -> dict[str, str]:
    """The digests of the locks .venv was filled from, by the locks' names."""
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8"))["locks"])
    except (OSError, ValueError, KeyError):
        return {}


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
