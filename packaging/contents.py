"""What is inside the program and under which licence: CONTENTS.txt and the folder licences/."""

from __future__ import annotations

import email.parser
import shutil
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pefile
from recipe import HERE, ROOT, version

PORTABLE = (
    "这个文件让简报编辑台把资料库存放在旁边的 data 文件夹里；删除它，程序就改用本机的用户文件夹。\r\n"
    "This file makes Bulletin Desktop keep its library in the folder data beside it.\r\n"
)
_QT = "Qt (LGPL-3.0-only) is used as libraries that may be replaced: see lib/PySide6 and lib/shiboken6."
_KEPT_OF_RECORDS = ("METADATA",)  # packages ask for their own version there


def put(tree: Path, python: bytes) -> None:
    """Write the list and gather the licences of everything below *tree*; *python* is Python's library."""
    licences = tree / "licences"
    licences.mkdir()
    shutil.copyfile(ROOT / "LICENSE", licences / "Bulletin Desktop.txt")
    shutil.copyfile(tree / "runtime/LICENSE.txt", licences / "Python.txt")
    for text in sorted((HERE / "licences").glob("*.txt")):
        shutil.copyfile(text, licences / text.name)
    rows = [("Bulletin Desktop", version(), "MIT"), ("Python", _version_of(python), "PSF-2.0")]
    for record, about in _packages(tree / "lib"):
        rows.append((about["Name"], about["Version"], _licence(about)))
        _gather(record, licences / about["Name"])
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    lines = [f"{name:<{widths[0]}}  {number:<{widths[1]}}  {licence}" for name, number, licence in rows]
    words = [
        "What this program is made of, with versions and licences; the texts are in licences/.",
        "",
        *lines,
    ]
    text = "\r\n".join([*words, "", _QT, ""])
    (tree / "CONTENTS.txt").write_text(text, encoding="utf-8", newline="")


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


def _licence(about: Message) -> str:
    """What a package says of its licence, in the field that newer or older packages have for it."""
    stated = about["License-Expression"] or about["License"] or ""
    if stated and "\n" not in stated:
        return str(stated)
    classified = [value for value in about.get_all("Classifier", []) if value.startswith("License ::")]
    return "; ".join(value.rpartition(" :: ")[2] for value in classified) or "see licences/"


def _gather(record: Path, target: Path) -> None:
    """Copy the licence texts of a package, if it brings any."""
    texts = [path for path in record.rglob("*") if path.is_file() and _is_text_of_licence(path, record)]
    for text in texts:
        target.mkdir(exist_ok=True)
        shutil.copyfile(text, target / text.relative_to(record).as_posix().replace("/", "-"))


def _is_text_of_licence(path: Path, record: Path) -> bool:
    name = path.name.upper()
    return "licenses" in path.relative_to(record).parts or name.startswith(("LICEN", "COPYING", "NOTICE"))


def _version_of(library: bytes) -> str:
    """Return the version a Windows library states."""
    with pefile.PE(data=library) as program:
        fixed = program.VS_FIXEDFILEINFO[0]
        return (
            f"{fixed.ProductVersionMS >> 16}.{fixed.ProductVersionMS & 0xFFFF}.{fixed.ProductVersionLS >> 16}"
        )
