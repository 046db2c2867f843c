"""Runs: what stands in which font, in the order the schema asks for."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.document.model import NO_MARKS, Mark
from bulletin_desktop.export.docx.runs import RunWriter, font_slots
from bulletin_desktop.typeset.layout import Face, TextRun

FACE = Face("仿宋", "仿宋", 32)
FAMILIES = {"heiti": "黑体", "kaiti": "楷体"}
HINT = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'


def written(text: str, *marks: Mark, face: Face = FACE) -> str:
    return RunWriter(FAMILIES).runs((TextRun(text, frozenset(marks) or NO_MARKS),), face)


def t(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    ("text", "xml"),
    [
        ("会议", t("会议", HINT)),
        ("GDP", t("GDP")),
        ("1月30日", t("1") + t("月", HINT) + t("30") + t("日", HINT)),
        ("全市 GDP 增长", t("全市 ", HINT) + t("GDP ") + t("增长", HINT)),
        ("“四个”——", t("“四个”——", HINT)),  # marks both scripts use go with the Chinese font
        ("don’t", t("don’t")),
        ("a<b&c", t("a&lt;b&amp;c")),
        ("一\n二", t("一", HINT) + "<w:r><w:br/></w:r>" + t("二", HINT)),
        ("题\t3", t("题", HINT) + "<w:r><w:tab/></w:r>" + t("3")),
        ("", ""),
    ],
)
def test_text_is_divided_by_script(text: str, xml: str) -> None:
    assert written(text) == xml


def formats(*marks: Mark, face: Face = FACE) -> list[str]:
    found = re.search("<w:rPr>(.*)</w:rPr>", written("会", *marks, face=face))
    assert found is not None
    return re.findall(r"<w:(\w+)", found[1])


def test_marks_come_in_the_schema_s_order() -> None:
    every = frozenset(Mark) - {Mark.SUBSCRIPT, Mark.KAITI}
    assert formats(*every) == ["rFonts", "b", "i", "strike", "highlight", "u", "vertAlign", "em"]


def test_of_both_vertical_alignments_one_stays() -> None:
    assert formats(Mark.SUPERSCRIPT, Mark.SUBSCRIPT).count("vertAlign") == 1


@pytest.mark.parametrize(("mark", "family"), [(Mark.HEITI, "黑体"), (Mark.KAITI, "楷体")])
def test_a_font_mark_names_all_four_slots(mark: Mark, family: str) -> None:
    assert f'<w:rFonts w:hint="eastAsia"{font_slots(family, family)}/>' in written("会", mark)


def test_a_font_mark_leaves_a_latin_font_of_its_own() -> None:
    face = Face("仿宋", "Times New Roman", 32)
    assert f"<w:rFonts{font_slots('黑体', 'Times New Roman')}/>" in written("GDP", Mark.HEITI, face=face)


def test_beside_a_latin_font_chinese_runs_name_their_own_in_every_slot() -> None:
    face = Face("仿宋", "Times New Roman", 32)
    slots = f'<w:rPr><w:rFonts w:hint="eastAsia"{font_slots("仿宋", "仿宋")}/></w:rPr>'
    assert written("“会”GDP", face=face) == t("“会”", slots) + t("GDP")


@given(st.text())
def test_any_text_is_well_formed_and_keeps_what_xml_can_hold(text: str) -> None:
    root = ET.fromstring(f'<w:p xmlns:w="w">{written(text)}</w:p>')
    names = {"{w}t": lambda e: e.text or "", "{w}br": lambda e: "\n", "{w}tab": lambda e: "\t"}
    read = "".join(names[child.tag](child) for run in root for child in run if child.tag in names)
    assert read == re.sub("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)


def test_a_stretch_kept_apart_says_the_width_it_has() -> None:
    runs = (TextRun("调"), TextRun("基层", frozenset({Mark.BOLD}), parted=True))
    apart = '<w:rPr><w:rFonts w:hint="eastAsia"/><w:b/><w:w w:val="100"/></w:rPr>'
    assert RunWriter(FAMILIES).runs(runs, FACE) == t("调", HINT) + t("基层", apart)
