"""What is inside the program and under which licence: CONTENTS.txt and the folder licences/."""

from __future__ import annotations

import csv
import email.parser
import shutil
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pefile
from recipe import HERE, ROOT, BuildError

from bulletin_desktop.services import parts

PORTABLE = (
    "这个文件让简报编辑台把资料库存放在旁边的 data 文件夹里；删除它，程序就改用本机的用户文件夹。\r\n"
    "This file makes Bulletin Desktop keep its library in the folder data beside it.\r\n"
)
_KEPT_OF_RECORDS = ("METADATA",)  # packages ask for their own version there


def put(tree: Path, python: bytes) -> None:
    """Write the list and gather the licences of everything below *tree*; *python* is Python's library.

    Raises `BuildError` for a part without the text of its licence, and for what in lib/ is of no part.
    """
    licences = tree / parts.TEXTS
    licences.mkdir()
    shutil.copyfile(ROOT / "LICENSE", licences / "Bulletin Desktop.txt")
    shutil.copyfile(tree / "runtime/LICENSE.txt", licences / "Python.txt")
    for text in sorted((HERE / "licences").glob("*.txt")):
        shutil.copyfile(text, licences / text.name)
    microsoft = _fixed((tree / "runtime/vcruntime140.dll").read_bytes())
    packages = [parts.Part("Visual C++ runtime", ".".join(map(str, microsoft)), "Microsoft, redistributable")]
    known: set[str] = set()
    for record, about in _packages(tree / "lib"):
        packages.append(parts.stated(about))
        known |= {record.name, *_top(record)}
        _gather(record, licences / packages[-1].name)
    if strangers := {path.name for path in (tree / "lib").iterdir()} - known:
        raise BuildError(f"In lib/ and of no package: {', '.join(sorted(strangers))}.")
    listed = parts.own_and(_version_of(python), packages)
    if bare := [part.name for part in listed if not _has_text(licences, part)]:
        raise BuildError(f"No text of a licence, to be put into packaging/licences: {', '.join(bare)}.")
    (tree / parts.LIST).write_text(parts.listing(listed), encoding="utf-8", newline="")


def _has_text(licences: Path, part: parts.Part) -> bool:
    shared = (licences / f"{name}.txt" for name in parts.SHARED if name in part.licence)
    own = (licences / part.name, licences / f"{part.name}.txt")
    return any(place.exists() for place in (*own, *shared))


def _top(record: Path) -> set[str]:
    """What a package has right below lib/."""
    rows = csv.reader((record / "RECORD").read_text(encoding="utf-8").splitlines())
    return {row[0].partition("/")[0] for row in rows}


def strip_records(packages: Path) -> None:
    """Leave of the packages' records what is read when the program runs."""
    for record in packages.glob("*.dist-info"):
        for path in record.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path.name not in _KEPT_OF_RECORDS:
                path.unlink()


def _packages(packages: Path) -> Iterator[tuple[Path, Message]]:
    for record in sorted(packages.glob("*.dist-info"), key=lambda path: path.name.lower()):
        yield record, email.parser.Parser().parsestr((record / "METADATA").read_text(encoding="utf-8"))


def _gather(record: Path, target: Path) -> None:
    """Copy the licence texts of a package, if it brings any."""
    for path in record.rglob("*"):
        name = path.relative_to(record)
        if path.is_file() and parts.is_licence(name):
            target.mkdir(exist_ok=True)
            shutil.copyfile(path, target / name.as_posix().replace("/", "-"))


def _version_of(library: bytes) -> str:
    """Return the version a Windows library of Python states: its third number is 1000 times the micro one.

    See FIELD3 in PC/python_ver_rc.h of Python's sources.
    """
    major, minor, third = _fixed(library)
    return f"{major}.{minor}.{third // 1000}"


def _fixed(library: bytes) -> tuple[int, int, int]:
    """Return the first three numbers of the version a Windows library states."""
    with pefile.PE(data=library) as program:
        fixed = program.VS_FIXEDFILEINFO[0]
        return fixed.ProductVersionMS >> 16, fixed.ProductVersionMS & 0xFFFF, fixed.ProductVersionLS >> 16
