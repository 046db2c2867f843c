"""Templates as files: written to be read by people, read so that nothing wrong gets in."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin_desktop.errors import UserError
from bulletin_desktop.services import template_files, template_text, templates
from bulletin_desktop.services.templates import TemplateSource
from bulletin_desktop.typeset import template

OURS = {
    "page.top": {"mm": 30, "strength": "规定"},
    "styles.headline.size": {"pt": 20, "strength": "一般"},
    "styles.masthead-marks.tabs": [{"mm": 150, "align": "right", "strength": "规定"}],
    "masthead.name": "〔{name}〕",
}


def source(base: str = "zhengxie", **more: object) -> TemplateSource:
    return TemplateSource("own", "我局简报", base, template_text.written("我局简报", base, {**OURS, **more}))


@pytest.mark.parametrize("base", template.BUILT_IN)
def test_what_is_written_is_read_back_as_the_same_template(tmp_path: Path, base: str) -> None:
    path = template_files.write(source(base), tmp_path / "own.toml")
    back = template_files.read(path)
    assert (back.name, back.base) == ("我局简报", base)
    assert template_text.differing(template_text.values(back.text, base), base) == template_text.differing(
        template_text.values(source(base).text, base), base
    )


def test_the_file_has_every_value_its_comments_and_what_a_changed_one_was_before(tmp_path: Path) -> None:
    words = {"Top margin": "上边距", "before: {value}": "原为 {value}"}
    path = template_files.write(source(), tmp_path / "own.toml", lambda text: words.get(text, text))
    text = path.read_text(encoding="utf-8")
    assert 'top = { mm = 30, strength = "规定" } # 上边距; 原为 { mm = 37, strength = "规定" }' in text
    assert '"body" for the Chinese font' in text
    assert (
        template_text.values(text, "").keys() >= template_text.values(template.source("zhengxie"), "").keys()
    )


def test_a_copy_of_the_program_s_own_file_is_that_template(tmp_path: Path) -> None:
    path = tmp_path / "copy.toml"
    path.write_text(template.source("jianbao").replace("mm = 37", "mm = 33"), encoding="utf-8-sig")
    back = template_files.read(path)
    assert (back.name, back.base) == ("简报", "jianbao")
    assert template_text.differing(template_text.values(back.text, "jianbao"), "jianbao") == {
        "page.top": {"mm": 33, "strength": "规定"}
    }


def test_a_value_that_a_whole_file_leaves_out_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "whole.toml"
    whole = template.source("jianbao")
    headline = whole[whole.index("[styles.headline]") : whole.index("[styles.kicker]")]
    path.write_text(whole.replace(headline, headline.replace("keep_lines = true\n", "")), encoding="utf-8")
    back = template_files.read(path)
    made = template.parse(back.text, "x", back.base)
    assert (made.style("headline").keep_lines, made.style("kicker").keep_lines) == (False, True)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ('[page]\n\ntop = { mm = 900, strength = "规定" }\n', "line 3.*page.top.*mm = 900"),
        ("[page]\nlines = 22\n", "line 2.*page.lines.*22"),
        ("[page]\nhologram = true\n", "line 2.*page.hologram"),
        ('base = "hologram"\n', "hologram"),
        ("base = 7\n", "7"),
        ("[page\n", "not valid TOML.*line 1"),
        ('[masthead]\nrule_color = "red"\n', "line 2.*rule_color.*red"),
    ],
)
def test_a_wrong_file_is_refused_with_line_and_value(tmp_path: Path, wrong: str, told: str) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(wrong, encoding="utf-8")
    with pytest.raises(UserError, match=told):
        template_files.read(path)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00binary", b"#" * 1_000_001])
def test_what_is_no_text_or_far_too_long_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "wrong.toml"
    path.write_bytes(data)
    with pytest.raises(UserError, match="is no template"):
        template_files.read(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        template_files.read(tmp_path / "nowhere.toml")


def test_a_template_that_cannot_be_read_is_not_written(tmp_path: Path) -> None:
    broken = TemplateSource("own", "坏", "jianbao", problem=UserError("broken"))
    with pytest.raises(UserError, match="broken"):
        template_files.write(broken, tmp_path / "own.toml")
    assert list(tmp_path.iterdir()) == []


def test_the_whole_text_of_a_template_looks_the_same_without_its_base(tmp_path: Path) -> None:
    whole = template_text.complete(source().text, "我局简报", "zhengxie")
    alone = whole.replace('base = "zhengxie"\n', "")
    first, second = template.parse(alone, "own"), templates.read(source())
    assert (first.page, first.styles, first.masthead) == (second.page, second.styles, second.masthead)
