"""The program and the machine it runs on."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import sqlite3
import sys
import sysconfig
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_desktop import __version__, paths
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.services.diagnostics.facts import Fact, Section, Word, one_of, shaped
from bulletin_desktop.services.parts import parts
from bulletin_desktop.typeset import template

if TYPE_CHECKING:
    from bulletin_desktop.typeset.measures import Measures

_VERSION = r"\d+(\.\d+)*"
_MB = 1_000_000
_LOCALE = r"[A-Za-z]{1,3}([_-][A-Za-z]{2,4})?(\.(?i:utf-?8|gbk|gb18030|gb2312))?"
_ENCODINGS = ("utf-8", "UTF-8", "cp936", "cp65001", "gbk", "cp1252", "ANSI_X3.4-1968", "ascii")
_SETUP = Word(QT_TRANSLATE_NOOP("Diagnostics", "installed"))
_PORTABLE = Word(QT_TRANSLATE_NOOP("Diagnostics", "portable"))
_SOURCE = Word(QT_TRANSLATE_NOOP("Diagnostics", "from its source"))


def program() -> Section:
    """Return which program this is."""
    packaged = _PORTABLE if paths.portable_data() else _SETUP if paths.packaged() else _SOURCE
    return Section(
        QT_TRANSLATE_NOOP("Diagnostics", "Program"),
        (
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Version"), shaped(__version__, _VERSION)),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Kind"), packaged),
            Fact("Python", shaped(sys.version.split()[0], _VERSION + r"\w*\+?")),
            Fact("SQLite", shaped(sqlite3.sqlite_version, _VERSION)),
        ),
    )


def made_of() -> Section:
    """Return the packages the program uses, with their versions."""
    known = (part for part in parts() if re.fullmatch(r"[A-Za-z0-9_.-]{1,40}", part.name))
    facts = (Fact(part.name, shaped(part.version, r"\d[\w.+-]{0,20}")) for part in known)
    return Section(QT_TRANSLATE_NOOP("Diagnostics", "Parts"), tuple(facts))


def system(library: Path) -> Section:
    """Return what the machine is like, and how much room there is for *library*."""
    total, free = _memory()
    offset = dt.datetime.now().astimezone().utcoffset() or dt.timedelta()
    return Section(
        QT_TRANSLATE_NOOP("Diagnostics", "System"),
        (
            Fact(
                QT_TRANSLATE_NOOP("Diagnostics", "System"), one_of(sys.platform, ("win32", "linux", "darwin"))
            ),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "System version"), shaped(_system_version(), _VERSION)),
            Fact(
                QT_TRANSLATE_NOOP("Diagnostics", "Processor"),
                shaped(sysconfig.get_platform(), r"[\w.-]{3,40}"),
            ),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Processor cores"), os.cpu_count()),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Memory, MB"), total),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Free memory, MB"), free),
            Fact(
                QT_TRANSLATE_NOOP("Diagnostics", "Free space beside the library, MB"), _room(library.parent)
            ),
            Fact(
                QT_TRANSLATE_NOOP("Diagnostics", "Free space for temporary files, MB"),
                _room(Path(tempfile.gettempdir())),
            ),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Language"), shaped(_language(), _LOCALE)),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Code page"), _code_page()),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Hours from UTC"), offset.total_seconds() / 3600),
        ),
    )


def fonts(measures: Measures) -> Section:
    """Return which fonts of the program's own templates are installed; others stand for the rest."""
    wanted: dict[str, bool] = {}
    for template_id in template.BUILT_IN:
        own = template.load(template_id)
        for each in (own, *(make() for make in own.profiles.values())):
            missing = each.missing(measures)
            wanted.update((name, name not in missing) for name, _ in each.families())
    facts = tuple(Fact(name, installed) for name, installed in sorted(wanted.items()))
    return Section(QT_TRANSLATE_NOOP("Diagnostics", "Fonts of the templates"), facts)


def _system_version() -> str:
    if sys.platform == "win32":
        version = sys.getwindowsversion()
        return f"{version.major}.{version.minor}.{version.build}"
    found = re.match(_VERSION, os.uname().release)
    return found[0] if found else ""


def _language() -> str:
    if sys.platform == "win32":
        import ctypes

        name = ctypes.create_unicode_buffer(85)  # LOCALE_NAME_MAX_LENGTH
        ctypes.windll.kernel32.GetUserDefaultLocaleName(name, len(name))
        return name.value
    return next((value for name in ("LC_ALL", "LC_CTYPE", "LANG") if (value := os.environ.get(name))), "C")


def _code_page() -> int | Word:
    if sys.platform == "win32":
        import ctypes

        return int(ctypes.windll.kernel32.GetACP())
    return one_of(sys.getfilesystemencoding(), _ENCODINGS)


def _room(folder: Path) -> int | None:
    places: Iterable[Path] = (folder, *folder.parents)
    try:
        return shutil.disk_usage(next(place for place in places if place.is_dir())).free // _MB
    except (OSError, StopIteration):
        return None


if sys.platform == "win32":
    import ctypes

    class _Status(ctypes.Structure):
        """MEMORYSTATUSEX of sysinfoapi.h."""

        _fields_ = (
            ("length", ctypes.c_ulong),
            ("load", ctypes.c_ulong),
            *((name, ctypes.c_ulonglong) for name in ("total", "free", *"abcde")),
        )

    def _memory() -> tuple[int | None, int | None]:
        status = _Status(length=ctypes.sizeof(_Status))
        if not ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
            return None, None
        return int(status.total // _MB), int(status.free // _MB)
else:

    def _memory() -> tuple[int | None, int | None]:
        try:
            page = os.sysconf("SC_PAGE_SIZE")
            return os.sysconf("SC_PHYS_PAGES") * page // _MB, os.sysconf("SC_AVPHYS_PAGES") * page // _MB
        except (OSError, ValueError):
            return None, None
