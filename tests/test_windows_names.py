"""What Windows would take for a device, a stream or nothing at all is refused before anything is written."""

from __future__ import annotations

import sys
from pathlib import Path, PureWindowsPath

import pytest

from bulletin_desktop import windows_names
from bulletin_desktop.errors import UserError
from bulletin_desktop.export import files
from bulletin_desktop.export.filenames import safe_name
from bulletin_desktop.library.library import Library

FOLDER = "C:\\Users\\王 老师\\Documents\\"
DEVICES = ("nul.docx", "CON.docx", "aux", "Prn.tar.gz", "COM1.docx", "com¹.pdf", "LPT9", "nul .docx")
WRONG = (
    "报告:3.docx",
    "a<b.docx",
    "是吗?.docx",
    "a|b.pdf",
    '"简报".docx',
    "*.docx",
    "简报.",
    "简报 ",
    "a\tb.txt",
)
LONG = "简" * (windows_names.LONGEST_PATH + 1 - len(FOLDER))


@pytest.mark.parametrize(
    ("names", "sentence"),
    [(DEVICES, "keeps the name .* for a device"), (WRONG, "allows no file"), ([LONG], "260 characters long")],
)
def test_a_name_that_would_not_be_there_is_told(names: tuple[str, ...], sentence: str) -> None:
    for name in names:
        with pytest.raises(UserError, match=sentence):
            windows_names.check(PureWindowsPath(FOLDER + name), windows=True)


@pytest.mark.parametrize(
    "name", ["简报2026年第3期.docx", "contents.docx", "COM10.docx", "3.15.pdf", "a 𠮷.txt", LONG[1:]]
)
def test_other_names_are_taken(name: str) -> None:
    windows_names.check(PureWindowsPath(FOLDER + name), windows=True)


@pytest.mark.parametrize("name", [*DEVICES, *WRONG, LONG])
def test_whatever_a_person_writes_becomes_a_name_that_is_taken(name: str) -> None:
    windows_names.check(PureWindowsPath(FOLDER + safe_name(name, ".docx")), windows=True)


@pytest.mark.skipif(sys.platform == "win32", reason="Linux takes them")
def test_elsewhere_they_are_names_like_others(tmp_path: Path) -> None:
    for name in ("nul.docx", "报告:3.docx"):
        files.replace(tmp_path / name, b"PK")
        assert (tmp_path / name).read_bytes() == b"PK"


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows loses them")
@pytest.mark.parametrize("name", ["nul.docx", "con.docx", "aux.docx", "COM1.docx", "报告:3.docx", "a?.docx"])
def test_nothing_is_written_and_nothing_lost(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match="Choose another file name"):
        files.replace(tmp_path / name, b"PK")
    with pytest.raises(UserError, match="Choose another file name"):
        Library.open(tmp_path / name)
    assert not list(tmp_path.iterdir())
