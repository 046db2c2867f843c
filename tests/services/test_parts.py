"""What the program is made of: the same list from the installed packages and from the Windows program."""

from __future__ import annotations

import sys
import tomllib
from email.message import Message
from pathlib import Path, PurePath

import pytest

from bulletin_desktop import __version__
from bulletin_desktop.services import parts
from bulletin_desktop.services.parts import Part

ROOT = Path(__file__).parents[2]
QT = "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A packaged program, as packaging/ leaves its list and texts."""
    packages = [Part("lxml", "6.1.3", "BSD-3-Clause"), Part("PySide6_Essentials", "6.11.3", QT)]
    listing = parts.listing(parts.own_and("3.13.2", packages))
    (tmp_path / "CONTENTS.txt").write_text(listing, encoding="utf-8", newline="")
    texts = tmp_path / "licences"
    (texts / "lxml").mkdir(parents=True)
    (texts / "lxml" / "licenses-LICENSE.txt").write_text("BSD of lxml\n", encoding="utf-8")
    (texts / "lxml" / "licenses-LICENSES.txt").write_text("of its parts\n", encoding="utf-8")
    for name in ("Bulletin Desktop", "Python", "LGPL-3.0", "GPL-3.0"):
        (texts / f"{name}.txt").write_text(f"text of {name}", encoding="utf-8")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "BulletinDesktop.exe"))
    return tmp_path


def test_a_checkout_lists_what_is_installed_of_all_that_is_asked_for() -> None:
    listed = parts.parts()
    assert [part.name for part in listed[:2]] == ["Bulletin Desktop", "Python"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {parts._canonical(each) for each in project["project"]["dependencies"]}
    found = {parts._canonical(part.name) for part in listed}
    assert asked <= found
    assert "cffi" in found  # which only cryptography asks for
    assert "pytest" not in found
    assert all(part.version and part.licence for part in listed)


def test_every_part_of_a_checkout_has_its_text() -> None:
    without = [part.name for part in parts.parts() if len(parts.text(part)) < 100 and part.name != "Python"]
    assert without == []


def test_qt_has_the_texts_of_the_licence_it_names() -> None:
    (qt,) = (part for part in parts.parts() if part.name == "PySide6_Essentials")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in parts.text(qt)


def test_the_windows_program_reads_the_list_it_carries(tree: Path) -> None:
    assert parts.parts() == (
        Part("Bulletin Desktop", __version__, "MIT"),
        Part("Python", "3.13.2", "PSF-2.0"),
        Part("lxml", "6.1.3", "BSD-3-Clause"),
        Part("PySide6_Essentials", "6.11.3", QT),
    )


def test_its_texts_stand_one_below_the_other(tree: Path) -> None:
    own, _, lxml, qt = parts.parts()
    assert parts.text(own) == "text of Bulletin Desktop"
    first, _, second = parts.text(lxml).split("\n\n")
    assert (first, second) == ("BSD of lxml", "of its parts")
    assert parts.text(qt).startswith("text of LGPL-3.0\n\n")


def test_texts_that_were_taken_out_are_only_missing(tree: Path) -> None:
    for text in [*(tree / "licences").rglob("*.txt")]:
        text.unlink()
    assert [parts.text(part) for part in parts.parts()] == ["", "", "", ""]


def test_a_list_that_was_damaged_lists_what_can_be_read(tree: Path) -> None:
    (tree / "CONTENTS.txt").write_bytes(b"lxml  6.1.3  BSD\r\n\xff\xfe\r\nnonsense\r\n")
    assert parts.parts() == (Part("lxml", "6.1.3", "BSD"),)


@pytest.mark.parametrize(
    ("fields", "licence"),
    [
        ({"License-Expression": "MIT"}, "MIT"),
        ({"License": "BSD"}, "BSD"),
        ({"License": "a whole\ntext", "Classifier": "License :: OSI Approved :: MIT License"}, "MIT License"),
        ({}, "see licences/"),
    ],
)
def test_a_licence_is_read_from_the_field_that_has_it(fields: dict[str, str], licence: str) -> None:
    record = Message()
    for name, value in {"Name": "part", "Version": "1", **fields}.items():
        record[name] = value
    assert parts.stated(record) == Part("part", "1", licence)


@pytest.mark.parametrize(
    ("file", "licence"),
    [
        ("LICENSE", True),
        ("licenses/AUTHORS.md", True),
        ("COPYING.txt", True),
        ("METADATA", False),
        ("licenses/LicenseRef-Qt-Commercial.txt", False),
    ],
)
def test_texts_are_known_by_their_names(file: str, licence: bool) -> None:
    assert parts.is_licence(PurePath(file)) is licence
