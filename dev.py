"""The developer's door, standard library only: it sets the machine up, then does what was asked.

    python dev.py run [arguments of main.py]    the program, or one of its commands
    python dev.py test [arguments of pytest]    formatting, lint, types, import rules and every test
    python dev.py bench NAME [arguments]        tests/bench/bench_NAME.py
    python dev.py stress [MINUTES]              random acts on library and window, undone and redone, for long
    python dev.py crash [ROUNDS]                kills the program at its work, 200 times unless told
    python dev.py screenshots [arguments]       the pictures of the READMEs, from the running program
    python dev.py translate [arguments]         bring resources/i18n up to date with the sources
    python dev.py lock                          write the requirement locks anew (needs uv)
    python dev.py package [--python ZIP]        the Windows program: setup and portable archive, into dist/
    python dev.py test-windows [arguments]      install that setup under Wine and try it (Debian)

The packages of the locks go into .venv, made once and renewed when a lock or the Python changes. Its own
words, pip's and apt's go to standard error; exit codes pass through.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import importlib.util
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
SCRIPTS = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = SCRIPTS / ("python.exe" if WINDOWS else "python")
STAMP = VENV / "installed.json"
RUNTIME_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"  # holds the runtime lock's packages too
OLDEST_PYTHON = (3, 11)

# What Qt's wheel expects of the system: the library's file and the Debian package that has it.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
TEST_PROGRAMS = {
    "soffice": "libreoffice-writer-nogui",
    "pdftotext": "poppler-utils",
    "Xvfb": "xvfb",
    "faketime": "faketime",
}
TEST_FONTS = {
    "opentype/noto/NotoSerifCJK-Regular.ttc": "fonts-noto-cjk",
    "truetype/arphic/uming.ttc": "fonts-arphic-uming",
    "truetype/arphic/ukai.ttc": "fonts-arphic-ukai",
}

# Names of programs may differ from the packages' that have them. Wine's 64-bit half is enough.
PACKAGE_PROGRAMS = (
    {}
    if WINDOWS
    else {
        "makensis": "nsis",
        "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
        "wine": "wine",
        "wineserver": "wine64",
    }
)
TRIAL_PROGRAMS = {"localedef": "libc-bin", "update-locale": "locales", "xdotool": "xdotool", "Xvfb": "xvfb"}


class SetupError(Exception):
    """The machine could not be set up; the text says what to do."""


def main(arguments: Sequence[str]) -> int:
    """Do the command in *arguments* and return the exit code."""
    commands: dict[str, Callable[[Sequence[str]], int]] = {
        "run": run,
        "test": test,
        "bench": bench,
        "stress": stress,
        "crash": crash,
        "screenshots": screenshots,
        "translate": translate,
        "lock": lock,
        "package": package,
        "test-windows": test_windows,
    }
    if not arguments or arguments[0] not in commands:
        say(__doc__.strip() if __doc__ else "")
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    if sys.version_info < OLDEST_PYTHON:
        say(f"Python 3.11 or newer is needed; this is {platform.python_version()}.")
        return 1
    try:
        return commands[arguments[0]](arguments[1:])
    except SetupError as error:
        say(str(error))
        return 1


def run(arguments: Sequence[str]) -> int:
    """Start main.py with *arguments*."""
    ensure_window_libraries()
    ensure_packages(RUNTIME_LOCK)
    return hand_over([str(PYTHON), str(ROOT / "main.py"), *arguments])


def test(arguments: Sequence[str]) -> int:
    """Run every check, all of them whatever the first ones say; 0 only if none failed."""
    ensure_test_tools()
    ensure_packages(DEV_LOCK)
    checks = (
        ("ruff", "format", "--check", "."),
        ("ruff", "check", "."),
        ("mypy",),
        ("lint-imports",),
        ("pytest", "-n", str(min(usable_processors(), 4)), *arguments),
    )
    codes = []
    for program, *rest in checks:
        say(f"$ {' '.join([program, *rest])}")
        codes.append(subprocess.call([str(SCRIPTS / program), *rest], cwd=ROOT))
    for (program, *rest), code in zip(checks, codes, strict=True):
        say(f"{'passed' if code == 0 else f'FAILED ({code})'}: {' '.join([program, *rest])}")
    return max(codes, key=abs)


def bench(arguments: Sequence[str]) -> int:
    """Run one benchmark by its name."""
    scripts = {path.stem.removeprefix("bench_"): path for path in (ROOT / "tests/bench").glob("bench_*.py")}
    if not arguments or arguments[0] not in scripts:
        say(f"Name a benchmark: {', '.join(sorted(scripts))}")
        return 2
    return run_script(scripts[arguments[0]], arguments[1:])


def stress(arguments: Sequence[str]) -> int:
    """Try random acts for some minutes, 15 unless told."""
    return run_script(ROOT / "tests/stress.py", arguments)


def crash(arguments: Sequence[str]) -> int:
    """Kill the program in the middle of its work, and judge what is left."""
    return run_script(ROOT / "tests/crash/run.py", arguments)


def screenshots(arguments: Sequence[str]) -> int:
    """Take the READMEs' pictures."""
    return run_script(ROOT / "scripts/take_screenshots.py", arguments)


def translate(arguments: Sequence[str]) -> int:
    """Update the translation file."""
    return run_script(ROOT / "scripts/update_translations.py", arguments)


def lock(arguments: Sequence[str]) -> int:
    """Resolve the dependencies anew, with hashes for every platform and no address."""
    uv = shutil.which("uv")
    if uv is None:
        raise SetupError("Locking needs uv: python -m pip install uv")
    common = [uv, "pip", "compile", "-q", "--universal", "--generate-hashes", "--no-annotate", "--no-header"]
    common += ["--no-emit-index-url", "--no-emit-find-links", "--python-version", "3.11", "pyproject.toml"]
    for extra, target in (((), RUNTIME_LOCK), (("--group", "dev"), DEV_LOCK)):
        code = subprocess.call([*common, *extra, *arguments, "-o", target.name], cwd=ROOT, stdout=sys.stderr)
        if code:
            return code
    return 0


def package(arguments: Sequence[str]) -> int:
    """Make the Windows program from the lock."""
    ensure_programs(PACKAGE_PROGRAMS)
    return run_script(ROOT / "packaging/build.py", arguments)


def test_windows(arguments: Sequence[str]) -> int:
    """Try the Windows program under Wine, from setup to removal."""
    ensure_programs({**PACKAGE_PROGRAMS, **TRIAL_PROGRAMS})
    ensure_test_tools()
    ensure_packages(DEV_LOCK)
    trial = ROOT / "packaging/trial"
    return hand_over([str(PYTHON), "-m", "pytest", "-c", str(trial / "pytest.ini"), str(trial), *arguments])


def run_script(script: Path, arguments: Sequence[str]) -> int:
    """Run one of the project's scripts with the development packages."""
    ensure_test_tools()
    ensure_packages(DEV_LOCK)
    os.environ["PYTHONPATH"] = str(ROOT)
    return hand_over([str(PYTHON), str(script), *arguments])


def hand_over(command: list[str]) -> int:
    """Become *command* where the system allows it, so that signals and exit codes are its own."""
    sys.stderr.flush()
    if not WINDOWS:
        os.execv(command[0], command)
    return subprocess.call(command)


# --- packages ---------------------------------------------------------------------------------------


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
    if not can_apt():
        raise SetupError(
            "This Python cannot make environments. On Debian or Ubuntu: sudo apt-get install python3-venv"
        )
    apt_install(["python3-venv"])
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


# --- the machine ------------------------------------------------------------------------------------


def ensure_window_libraries() -> None:
    """Have the libraries Qt's wheel needs, or say which are missing; commands work without them."""
    missing = missing_libraries()
    if missing and can_apt():
        apt_install(missing)
    elif missing:
        say(f"The window needs libraries that are missing here. {advice(missing)}")


def ensure_test_tools() -> None:
    """Have what the tests use besides Python, or say what is missing; those tests are then skipped."""
    missing = [*missing_libraries(), *missing_tools()]
    if missing and can_apt():
        apt_install(missing)
    elif missing:
        say(f"Tests that need these are skipped: {', '.join(missing)}. {advice(missing)}")


def ensure_programs(programs: Mapping[str, str]) -> None:
    """Have *programs*, Debian's packages by what they bring; raises `SetupError` naming what is missing."""
    missing = [package for program, package in programs.items() if not shutil.which(program)]
    if not missing:
        return
    if not can_apt():
        raise SetupError(f"Needed and not here. {advice(missing)}")
    apt_install(missing)


def missing_libraries() -> list[str]:
    """Debian's names of the packages with Qt's missing libraries; none outside Linux."""
    return [package for file, package in QT_LIBRARIES.items() if sys.platform == "linux" and not loads(file)]


def loads(library: str) -> bool:
    """Tell whether the system's loader finds *library*."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_tools() -> list[str]:
    """Debian's names of the programs and fonts of the tests that are not here."""
    programs = {"soffice", "pdftotext"} if WINDOWS else set(TEST_PROGRAMS)
    missing = [
        package for name, package in TEST_PROGRAMS.items() if name in programs and not shutil.which(name)
    ]
    if sys.platform == "linux":
        fonts = Path("/usr/share/fonts")
        missing += [package for file, package in TEST_FONTS.items() if not (fonts / file).is_file()]
    return missing


def can_apt() -> bool:
    """Tell whether packages can be installed: Debian's tool, as root."""
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(packages: Sequence[str]) -> None:
    """Install Debian packages, words to standard error."""
    say(f"Installing with apt-get: {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    for command in (["apt-get", "update", "-q"], install):
        code = subprocess.call(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, env=environment)
        if code:
            raise SetupError(f"{' '.join(command)} failed ({code}); its words stand above.")


def advice(packages: Sequence[str]) -> str:
    """What exactly to install, in the words of this system."""
    if WINDOWS:
        return "Install LibreOffice and poppler, and put the folders of soffice and pdftotext on the PATH."
    return f"On Debian or Ubuntu: sudo apt-get install {' '.join(packages)}"


def usable_processors() -> int:
    """How many processors this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def say(text: str) -> None:
    """Speak on standard error, which leaves standard output to the program."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
