"""The program's own template, and how a broken one is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin_desktop import paths
from bulletin_desktop.document.model import Role
from bulletin_desktop.errors import UserError
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.template import Template
from tests.typeset.conftest import EvenMeasures

OWN = paths.resources() / "templates" / "jianbao.toml"


class OnlyInstalled(EvenMeasures):
    def __init__(self, *families: str) -> None:
        self.families = families

    def used(self, family: str, latin: bool = False) -> str:
        return family if family in self.families else "Something Else"


def test_the_page_is_the_standards(jianbao: Template) -> None:
    page = jianbao.page
    assert (page.width, page.height, page.top, page.left, page.bottom) == (11906, 16838, 2098, 1587, 1984)
    assert page.text_width == 8844  # 156 mm
    assert page.lines * page.pitch <= page.height - page.top - page.bottom


def test_every_role_has_a_style(jianbao: Template) -> None:
    assert {role.value for role in Role} <= jianbao.styles.keys()


def test_the_body_is_28_characters_of_16_points(jianbao: Template) -> None:
    body = jianbao.style("body")
    assert (body.face.half_points, body.spacing, body.first_line, body.first_line_chars) == (32, -5, 630, 200)


def test_the_page_number_stands_between_dashes(jianbao: Template) -> None:
    assert jianbao.folio.text(7) == "— 7 —"


def test_a_machine_with_windows_fonts_alone_takes_their_profile(jianbao: Template) -> None:
    windows = OnlyInstalled("华文中宋", "仿宋", "楷体", "黑体", "宋体")
    assert jianbao.suited_to(windows).style("headline").face.east == "华文中宋"
    assert jianbao.suited_to(windows).missing(windows) == ()


def test_a_machine_with_neither_keeps_the_usual_fonts_and_names_what_is_missing(jianbao: Template) -> None:
    nothing = OnlyInstalled("宋体")
    suited = jianbao.suited_to(nothing)
    assert suited.style("headline").face.east == "方正小标宋简体"
    assert set(suited.missing(nothing)) == {"方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体"}


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("lines = { lines = 22, ", "lines = { lines = 23, ", "page.lines"),
        ('top = { mm = 37, strength = "规定" }', 'top = { ell = 37, strength = "规定" }', "page.top"),
        ('top = { mm = 37, strength = "规定" }', "top = { mm = 37 }", "page.top"),
        ('top = { mm = 37, strength = "规定" }', 'top = { mm = "37", strength = "规定" }', "page.top.mm"),
        ('profile = "office"', 'profile = "none"', "fonts.profiles.none"),
        ('name = "正文"\nfont = "body"', 'name = "正文"\nfont = "serif"', "styles.body.font"),
        ('name = "正文"\nfont = "body"', 'name = "正文"\nfont = "body"\nsise = 3', "styles.body.sise"),
        ('id = "Body"', 'id = "Headline"', "styles.headline.id"),
        ('rule_color = "FF0000"', 'rule_color = "red"', "masthead.rule_color"),
        ("[styles.credit]", "[styles.credits]", "styles.credit"),
        ("keep_next = true", "keep_next = 1", "styles.headline.keep_next"),
    ],
)
def test_a_wrong_value_is_named(tmp_path: Path, old: str, new: str, key: str) -> None:
    text = OWN.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "broken.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UserError) as refused:
        template.read(path)
    assert refused.value.values["key"] == key


def test_what_is_no_toml_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text("page = {", encoding="utf-8")
    with pytest.raises(UserError, match="not valid TOML"):
        template.read(path)


def test_a_missing_template_is_refused() -> None:
    with pytest.raises(UserError, match="no template nothing"):
        template.load("nothing")
