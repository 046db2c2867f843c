"""Our reading of font files against fontTools', and which file stands for a name."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from bulletin_desktop.typeset import font_files, sfnt
from bulletin_desktop.typeset.file_measures import FileMeasures
from bulletin_desktop.typeset.font_files import FontFile, FontFolders

FONTS = Path("/usr/share/fonts")
SOME = "中国“”‘’—…·，。（《1234567890abcXYZ ,.-%€á①㎡"
FACES = [
    ("opentype/noto/NotoSerifCJK-Regular.ttc", 2),
    ("truetype/arphic/uming.ttc", 0),
    ("truetype/dejavu/DejaVuSans.ttf", 0),
]


@pytest.mark.parametrize(("name", "index"), FACES)
def test_advances_are_those_of_the_font(name: str, index: int) -> None:
    path = FONTS / name
    if not path.exists():
        pytest.skip(f"{name} is not installed")
    face = sfnt.Face(path, index)
    with TTFont(path, fontNumber=index, lazy=True) as font:
        names, metrics, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        expected = {char: metrics[names[ord(char)]][0] / em for char in SOME if ord(char) in names}
    assert {char: face.advance(char) for char in expected} == expected
    assert face.advance("\U0010fffd") is None


def test_a_file_that_is_no_font_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "no.ttf"
    path.write_bytes(b"\x00\x01\x00\x00" + bytes(200))
    with pytest.raises(ValueError, match="has no"):
        sfnt.Face(path)


class OneFile:
    def __init__(self, path: Path) -> None:
        self.path = path

    def find(self, family: str, bold: bool = False, latin: bool = False, char: str = "") -> FontFile:
        return FontFile(self.path, 0, "Broken")


def test_a_damaged_font_measures_like_a_typical_one(tmp_path: Path) -> None:
    path = tmp_path / "no.ttf"
    path.write_bytes(b"not a font at all")
    measures = FileMeasures(OneFile(path))
    assert measures.advance("仿宋", "中") == 1.0
    assert measures.advance("仿宋", "a", latin=True) == 0.5


def test_folders_find_a_font_by_its_name_in_any_language() -> None:
    if not (FONTS / "truetype/arphic").is_dir():
        pytest.skip("the arphic fonts are not installed")
    folders = FontFolders([FONTS / "truetype/arphic"])
    found = folders.find("AR PL UMing CN")
    assert found is not None
    assert (found.path.name, found.family) == ("uming.ttc", "AR PL UMing CN")


def test_folders_without_a_font_have_none(tmp_path: Path) -> None:
    (tmp_path / "damaged.ttf").write_bytes(b"no")
    assert FontFolders([tmp_path]).find("仿宋") is None


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has fontconfig")
def test_fontconfig_replaces_a_missing_font_by_script() -> None:
    measures = FileMeasures(font_files.Fontconfig())
    assert measures.used("No Such Font 仿宋") != "No Such Font 仿宋"
    assert measures.advance("No Such Font 仿宋", "中") == 1.0
    assert 0.3 < measures.advance("No Such Font 仿宋", "a", latin=True) < 0.8


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has fontconfig")
def test_a_missing_character_is_as_wide_as_in_the_font_that_lends_it() -> None:
    if not (FONTS / "truetype/arphic").is_dir() or not (FONTS / "truetype/dejavu").is_dir():
        pytest.skip("the fonts are not installed")
    measures = FileMeasures(font_files.Fontconfig())
    dejavu = measures.advance("DejaVu Serif", "₂", latin=True)
    assert measures.advance("AR PL UMing CN", "₂", latin=True) == dejavu != 0.5
    assert measures.advance("AR PL UMing CN", "ǐ", latin=True) == 0.5  # its own


def test_folders_lend_a_character_from_the_other_script() -> None:
    if not (FONTS / "opentype/noto").is_dir() or not (FONTS / "truetype/dejavu").is_dir():
        pytest.skip("the fonts are not installed")
    folders = FontFolders([FONTS / "opentype/noto", FONTS / "truetype/dejavu"])
    lent = folders.find("DejaVu Serif", latin=True, char="中")
    assert lent is not None
    assert lent.family == "Noto Serif CJK SC"
