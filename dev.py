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

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from scripts import environment, machine
from scripts.machine import SetupError, say

ROOT = Path(__file__).resolve().parent
OLDEST_PYTHON = (3, 11)

# Names of programs may differ from the packages' that have them. Wine's 64-bit half is enough.
PACKAGE_PROGRAMS = (
    {}
    if machine.WINDOWS
    else {
        "makensis": "nsis",
        "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
        "wine": "wine",
        "wineserver": "wine64",
    }
)
TRIAL_PROGRAMS = {
    "Xvfb": "xvfb",
    "localedef": "libc-bin",
    "openbox": "openbox",
    "update-locale": "locales",
    "xdotool": "xdotool",
}


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
    machine.ensure_window_libraries()
    environment.ensure_packages(environment.RUNTIME_LOCK)
    return hand_over([str(environment.PYTHON), str(ROOT / "main.py"), *arguments])


def test(arguments: Sequence[str]) -> int:
    """Run every check, all of them whatever the first ones say; 0 only if none failed."""
    machine.ensure_test_tools()
    environment.ensure_packages(environment.DEV_LOCK)
    checks = (
        ("ruff", "format", "--check", "."),
        ("ruff", "check", "."),
        ("mypy",),
        ("lint-imports",),
        ("pytest", "-n", str(min(machine.usable_processors(), 4)), *arguments),
    )
    codes = []
    for program, *rest in checks:
        say(f"$ {' '.join([program, *rest])}")
        codes.append(subprocess.call([str(environment.SCRIPTS / program), *rest], cwd=ROOT))
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
    for extra, target in (((), environment.RUNTIME_LOCK), (("--group", "dev"), environment.DEV_LOCK)):
        code = subprocess.call([*common, *extra, *arguments, "-o", target.name], cwd=ROOT, stdout=sys.stderr)
        if code:
            return code
    return 0


def package(arguments: Sequence[str]) -> int:
    """Make the Windows program from the lock."""
    machine.ensure_programs(PACKAGE_PROGRAMS)
    return run_script(ROOT / "packaging/build.py", arguments)


def test_windows(arguments: Sequence[str]) -> int:
    """Try the Windows program under Wine, from setup to removal."""
    machine.ensure_programs({**PACKAGE_PROGRAMS, **TRIAL_PROGRAMS})
    machine.ensure_test_tools()
    environment.ensure_packages(environment.DEV_LOCK)
    trial = ROOT / "packaging/trial"
    options = ["-c", str(trial / "pytest.ini"), str(trial), *arguments]
    return hand_over([str(environment.PYTHON), "-m", "pytest", *options])


def run_script(script: Path, arguments: Sequence[str]) -> int:
    """Run one of the project's scripts with the development packages."""
    machine.ensure_test_tools()
    environment.ensure_packages(environment.DEV_LOCK)
    os.environ["PYTHONPATH"] = str(ROOT)
    return hand_over([str(environment.PYTHON), str(script), *arguments])


def hand_over(command: list[str]) -> int:
    """Become *command* where the system allows it, so that signals and exit codes are its own."""
    sys.stderr.flush()
    if not machine.WINDOWS:
        os.execv(command[0], command)
    return subprocess.call(command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
