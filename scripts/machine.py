"""What the system must have besides Python: found missing, it is installed or named.

Standard library alone, since it runs before anything is installed. Words go to standard error.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

WINDOWS = os.name == "nt"

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


class SetupError(Exception):
    """The machine could not be set up; the text says what to do."""


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
