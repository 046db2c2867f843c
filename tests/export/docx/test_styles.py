"""Named styles say everything exactly, in the order the schema asks for."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bulletin_desktop.export.docx import styles
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.layout import Align, Face, Style, Tab

PLAIN = Style("Plain", "朴素", Face("仿宋", "仿宋", 32))


def test_the_body_style_is_the_grid_of_22_by_28() -> None:
    body = template.load("jianbao").style("body")
    assert styles.paragraph_properties(body) == (
        '<w:widowControl w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>'
        '<w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"/>'
        '<w:ind w:firstLineChars="200" w:firstLine="630"/><w:jc w:val="both"/>'
    )
    assert '<w:spacing w:val="-5"/><w:kern w:val="0"/><w:sz w:val="32"/><w:szCs w:val="32"/>' in styles.style(
        body
    )


def test_every_style_of_the_template_names_four_fonts_and_leaves_hanging_marks_to_word() -> None:
    for style in template.load("jianbao").styles.values():
        xml = styles.style(style)
        assert re.search('<w:rFonts w:ascii="[^"]+" w:hAnsi="[^"]+" w:eastAsia="[^"]+" w:cs="[^"]+"/>', xml)
        assert "overflowPunct" not in xml
        assert "Theme" not in xml


@pytest.mark.parametrize(
    ("fields", "xml"),
    [
        ({}, ""),
        ({"first_line": 630, "first_line_chars": 200}, '<w:ind w:firstLineChars="200" w:firstLine="630"/>'),
        ({"first_line": 630}, '<w:ind w:firstLine="630"/>'),
        (
            {"left": 840, "right": 280, "first_line": -560},
            '<w:ind w:left="840" w:right="280" w:hanging="560"/>',
        ),
    ],
)
def test_indents(fields: dict[str, int], xml: str) -> None:
    assert styles.indents(replace(PLAIN, **fields)) == xml  # type: ignore[arg-type]


def test_keeping_tabs_alignment_and_outline_stand_in_order() -> None:
    style = replace(
        PLAIN,
        keep_next=True,
        keep_lines=True,
        tabs=(Tab(8844, Align.RIGHT, dots=True),),
        align=Align.CENTER,
        outline=0,
    )
    assert re.findall(r"<w:(\w+)", styles.paragraph_properties(style)) == [
        "keepNext", "keepLines", "widowControl", "tabs", "tab", "adjustRightInd", "snapToGrid", "spacing",
        "jc", "outlineLvl",
    ]  # fmt: skip
    assert '<w:tab w:val="right" w:leader="dot" w:pos="8844"/>' in styles.paragraph_properties(style)


@pytest.mark.parametrize(
    ("own", "xml"),
    [
        ({}, ""),
        ({"right": 900}, '<w:ind w:left="315" w:right="900" w:firstLine="0"/>'),
        ({"left": 0, "first_line": -280}, '<w:ind w:left="0" w:right="0" w:hanging="280"/>'),
        ({"align": Align.RIGHT}, '<w:jc w:val="right"/>'),
    ],
)
def test_a_paragraph_says_only_what_its_style_does_not(own: dict[str, object], xml: str) -> None:
    named = replace(PLAIN, left=315)
    assert styles.deviation(replace(named, **own), named) == xml  # type: ignore[arg-type]


def test_a_font_keeps_its_name_and_another_stands_beside_it() -> None:
    xml = styles.fonts(
        ["方正小标宋简体", "Times New Roman", "方正小标宋简体"], {"方正小标宋简体": "华文中宋"}
    )
    assert re.findall(
        '<w:font w:name="([^"]+)">(?:<w:altName w:val="([^"]+)"/>)?<w:charset w:val="(..)"/>', xml
    ) == [
        ("方正小标宋简体", "华文中宋", "86"),
        ("Times New Roman", "", "00"),
    ]


def test_names_from_a_template_are_escaped() -> None:
    assert 'w:val="a&amp;b"' in styles.style(replace(PLAIN, name="a&b"))
