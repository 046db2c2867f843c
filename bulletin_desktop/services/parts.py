"""What the program is made of, with versions, licences and their texts, as they lie on this machine.

The Windows program carries the list and the texts, which packaging/contents.py puts there by what is said
here; elsewhere the records of the packages that are installed tell.
"""

from __future__ import annotations

import platform
import re
import sysconfig
import tomllib
from collections.abc import Iterable, Iterator
from email.message import Message
from importlib import metadata
from pathlib import Path, PurePath
from typing import cast

from bulletin_desktop import __version__, paths
from bulletin_desktop.values import dataclass

LIST = "CONTENTS.txt"
TEXTS = "licences"  # the folder: a file or a folder for each part, by its name, and what several share
_HEAD = "What this program is made of, with versions and licences; the texts are in licences/."
# What LGPL-3.0 asks for in its clause 4: a notice, the texts, libraries that can be replaced, the source.
_QT = (
    "Qt and Qt for Python (LGPL-3.0-only) are used unchanged, as libraries that may be replaced by others of "
    "the same interface: see lib/PySide6 and lib/shiboken6. Their sources are at "
    "https://download.qt.io/official_releases/, or come from whoever gave you this program. What Qt itself "
    "is made of: https://doc.qt.io/qt-6/licenses-used-in-qt.html"
)
_OWN, _PYTHON = "Bulletin Desktop", "Python"
_DISTRIBUTION = "bulletin-desktop"
SHARED = ("LGPL-3.0", "GPL-3.0")  # Qt's packages name them and do not bring them
_CHECKOUT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the program; *licence* is what it says of itself."""

    name: str
    version: str
    licence: str


def parts() -> tuple[Part, ...]:
    """Return every part, the program itself first, then Python, then the packages by their names."""
    tree = paths.packaged()
    if tree is not None:
        return tuple(_listed(_read(tree / LIST)))
    packages = [stated(cast(Message, each.metadata)) for each in _installed().values()]
    return own_and(platform.python_version(), packages)


def own_and(python: str, packages: Iterable[Part]) -> tuple[Part, ...]:
    """Return *packages* by their names, after the program and the Python of that version."""
    ordered = sorted(packages, key=lambda part: part.name.lower())
    return (Part(_OWN, __version__, "MIT"), Part(_PYTHON, python, "PSF-2.0"), *ordered)


def text(part: Part) -> str:
    """Return the licence texts of a part, one below the other; empty if none lies on this machine."""
    tree = paths.packaged()
    found = _in_tree(tree / TEXTS, part) if tree else _here(part)
    shared = tree / TEXTS if tree else paths.licences()
    found = [*(shared / f"{name}.txt" for name in SHARED if name in part.licence), *found]
    texts = [words.strip("\r\n") for each in found if (words := _read(each))]
    return f"\n\n{'—' * 24}\n\n".join(texts)


def stated(record: Message) -> Part:
    """Return what a package's record says of it: its licence stands in one of three fields."""
    licence = record.get("License-Expression") or record.get("License") or ""
    if not licence or "\n" in licence:
        classified = [each for each in record.get_all("Classifier", []) if each.startswith("License ::")]
        licence = "; ".join(each.rpartition(" :: ")[2] for each in classified) or "see licences/"
    return Part(record["Name"], record["Version"], str(licence))


def is_licence(file: PurePath) -> bool:
    """Tell whether *file*, as seen from a package's record, is the text of a licence."""
    if "Qt-Commercial" in file.name:  # it speaks of a contract that nobody here has
        return False
    return "licenses" in file.parts or file.name.upper().startswith(("LICEN", "COPYING", "NOTICE"))


def listing(listed: Iterable[Part]) -> str:
    """Return the list as it lies beside the program, for people too."""
    rows = [*listed]
    widths = max(len(each.name) for each in rows), max(len(each.version) for each in rows)
    lines = (f"{each.name:<{widths[0]}}  {each.version:<{widths[1]}}  {each.licence}" for each in rows)
    return "\r\n".join([_HEAD, "", *lines, "", _QT, ""])


def _listed(words: str) -> Iterator[Part]:
    """Read what `listing` has written."""
    for line in words.splitlines():
        if (row := re.fullmatch(r"(\S.*?)\s{2,}(\S+)\s{2,}(\S.*)", line)) is not None:
            yield Part(*row.groups())


def _in_tree(texts: Path, part: Part) -> list[Path]:
    folder = texts / part.name
    return sorted(folder.iterdir()) if folder.is_dir() else [texts / f"{part.name}.txt"]


def _here(part: Part) -> list[Path]:
    if part.name == _OWN:
        try:
            return _licences_of(metadata.distribution(_DISTRIBUTION))
        except metadata.PackageNotFoundError:
            return [_CHECKOUT / "LICENSE"]
    if part.name == _PYTHON:
        return [Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"]
    return _licences_of(_installed()[_canonical(part.name)])


def _licences_of(package: metadata.Distribution) -> list[Path]:
    files = [each for each in package.files or [] if each.parts[0].endswith(".dist-info")]
    return [Path(str(each.locate())) for each in files if is_licence(PurePath(*each.parts[1:]))]


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:  # taken out by whoever installed the program
        return ""


def _installed() -> dict[str, metadata.Distribution]:
    """The packages the program asks for, and those they ask for, as far as they are on this machine."""
    found: dict[str, metadata.Distribution] = {}
    asked = _own_requirements()
    while asked:
        name = _canonical(asked.pop())
        if name not in found:
            try:
                found[name] = metadata.distribution(name)
            except metadata.PackageNotFoundError:  # for another system
                continue
            asked += [each for each in found[name].requires or [] if "extra ==" not in each]
    return found


def _own_requirements() -> list[str]:
    try:
        return metadata.requires(_DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        project = tomllib.loads(_read(_CHECKOUT / "pyproject.toml"))
        return [*project.get("project", {}).get("dependencies", ())]


def _canonical(requirement: str) -> str:
    return re.sub("[-_.]+", "-", re.split("[^A-Za-z0-9._-]", requirement, maxsplit=1)[0]).lower()
