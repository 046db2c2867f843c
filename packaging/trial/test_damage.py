"""A portable folder that is not whole: one sentence, whatever is missing or cut off."""

from __future__ import annotations

from pathlib import Path

import pytest
import shims
from machine import Machine

MISSING = (
    "runtime",
    "runtime/python313._pth",
    "lib",
    "app",
    "lib/platformdirs",
    "app/bulletin_desktop/_data",
)
CUT = (
    "runtime/python313.dll",
    "runtime/python313.zip",
    "app/bulletin_desktop/app.pyc",
    "app/bulletin_desktop/library/library.pyc",
    "lib/lxml/etree.cp313-win_amd64.pyd",
    "runtime/sqlite3.dll",
)


@pytest.fixture(scope="module")
def whole(portable: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portable program, stand-ins included; each test mends what it damages."""
    return shims.copy(portable, tmp_path_factory.mktemp("damaged") / "简报")


def sentence(machine: Machine, folder: Path) -> str:
    """What the command line says, which is an end with code 1 and no traceback."""
    code, said = machine.run(folder / "bulletin-cli.exe", "compile", "no.txt", "-o", "no.docx")
    assert code == 1, said
    assert "Traceback" not in said
    assert said.strip()
    return said


@pytest.mark.parametrize("part", MISSING)
def test_what_is_missing_is_told(machine: Machine, whole: Path, part: str) -> None:
    (whole / part).rename(whole / "aside")
    try:
        assert "程序文件不完整" in sentence(machine, whole)
    finally:
        (whole / "aside").rename(whole / part)


@pytest.mark.parametrize("part", CUT)
def test_what_was_cut_off_is_told(machine: Machine, whole: Path, part: str) -> None:
    content = (whole / part).read_bytes()
    (whole / part).write_bytes(content[:8])
    try:
        sentence(machine, whole)
    finally:
        (whole / part).write_bytes(content)


def test_a_library_of_modules_that_python_cannot_begin_with_is_told(machine: Machine, whole: Path) -> None:
    library = whole / "runtime/python313.zip"
    content = library.read_bytes()
    library.write_bytes(b"PK\5\6" + bytes(18))  # an archive of nothing
    try:
        assert "python313.zip" in sentence(machine, whole)
    finally:
        library.write_bytes(content)
