"""Every placed item is one paragraph, its breaks and anchors where the way back needs them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

from bulletin_desktop.document.model import Issue, Masthead
from bulletin_desktop.export.docx.anchors import Anchor, Anchors
from bulletin_desktop.export.docx.body import BodyWriter
from bulletin_desktop.export.docx.pictures import PictureWriter
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.layout import Item, Placed, Rule, TextRun

TEMPLATE = template.load("jianbao")
ISSUE = Issue("i", "p", 2026, 1, dt.date(2026, 1, 5), Masthead("简报"))


def item(
    role: str, text: str = "", article: str | None = None, block: str | None = None, **more: object
) -> Item:
    runs = (TextRun(text),) if text else ()
    return Item(role, TEMPLATE.style(role), runs, article, block, **more)  # type: ignore[arg-type]


def placed(one: Item, *lines: tuple[int, int], new_page: bool = False) -> Placed:
    return Placed(one, lines or ((0, len(one.text)),), 1, new_page)


def body(*items: Placed) -> tuple[str, tuple[Anchor, ...]]:
    anchors = Anchors("X")
    return BodyWriter(items, TEMPLATE, anchors, PictureWriter({}, ISSUE)).paragraphs(), anchors.made()


def outline(xml: str) -> str:
    """The paragraphs with one letter for each thing: text as it is, ( ) bookmarks, / breaks, { | } fields."""
    xml = re.sub(r"<w:pPr>.*?</w:pPr>|<w:rPr>.*?</w:rPr>|<w:instrText.*?</w:instrText>", "", xml)
    for tag, sign in (
        (r'bookmarkStart w:id="(\d+)"[^>]*', r"\1("),
        (r'bookmarkEnd w:id="(\d+)"', r")\1"),
        ("br", "/"),
        ("tab", "~"),
        ('fldChar w:fldCharType="begin"', "{"),
        ('fldChar w:fldCharType="separate"', "|"),
        ('fldChar w:fldCharType="end"', "}"),
    ):
        xml = re.sub(f"<w:{tag}/>", sign, xml)
    return re.sub("<[^>]*>", "", xml.replace("</w:p>", "¶"))


def test_a_paragraph_is_its_style_and_its_text() -> None:
    xml, _ = body(placed(item("contents-title", "目录")))
    assert xml.startswith('<w:p><w:pPr><w:pStyle w:val="ContentsTitle"/></w:pPr>')


def test_a_blank_line_is_an_empty_paragraph() -> None:
    assert body(placed(item("blank")))[0] == '<w:p><w:pPr><w:pStyle w:val="Blank"/></w:pPr></w:p>'


def test_a_break_stands_where_the_pager_put_one_but_not_before_the_first_page() -> None:
    xml, _ = body(
        placed(item("blank"), new_page=True), placed(item("blank"), new_page=True), placed(item("blank"))
    )
    assert [("pageBreakBefore" in one) for one in xml.split("</w:p>")[:-1]] == [False, True, False]


def test_an_article_and_each_of_its_paragraphs_is_in_a_bookmark() -> None:
    xml, made = body(
        placed(item("headline", "题", "a", "headline")),
        placed(item("blank")),
        placed(item("body", "文", "a", "p1")),
        placed(item("body", "另", "b", "p2")),
    )
    assert outline(xml) == "3(0(题)0¶¶1(文)1)3¶4(2(另)2)4¶"
    assert made == (
        Anchor("_bX_0", "a", "headline"),
        Anchor("_bX_1", "a", "p1"),
        Anchor("_bX_2", "b", "p2"),
        Anchor("_bX_3", "a", None),
        Anchor("_bX_4", "b", None),
    )


@pytest.mark.parametrize("mark", "，。；：！？、.")
def test_a_mark_that_may_hang_stays_behind_the_bookmarks(mark: str) -> None:
    xml, _ = body(placed(item("body", f"会议{mark}", "a", "p1")))
    assert outline(xml) == f"1(0(会议)0)1{mark}¶"


def test_a_paragraph_of_one_mark_still_has_its_bookmark() -> None:
    assert outline(body(placed(item("body", "。", "a", "p1")))[0]) == "1(0()0)1。¶"


def test_furniture_is_anchored_by_its_role() -> None:
    anchor = body(placed(replace(item("imprint", "报：市委"), role="imprint")))[1]
    assert anchor == (Anchor("_bX_0", None, "imprint"),)


def test_bookmark_names_stay_within_word_s_40_characters_and_are_unique() -> None:
    anchors = Anchors("01J0000000000000000000000Z")
    for _ in range(100_000):
        anchors.new(None, "x")
    names = [anchor.bookmark for anchor in anchors.made()]
    assert max(map(len, names)) <= 40
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("bad", ["a b", 'a"b', "x" * 40, "a-b"])
def test_an_export_id_that_word_would_refuse_is_a_bug(bad: str) -> None:
    with pytest.raises(ValueError, match="export id"):
        Anchors(bad)


def contents(text: str, link: str, *lines: tuple[int, int]) -> Placed:
    one = replace(item("contents-entry", text), role="contents", link=link, shaped=True)
    return placed(one, *lines)


def test_contents_are_one_field_of_links_with_the_numbers_already_there() -> None:
    xml, made = body(
        contents("甲\t3", "a"),
        contents("乙\t12", "b"),
        placed(item("headline", "甲", "a", "headline")),
        placed(item("headline", "乙", "b", "headline")),
    )
    assert outline(xml).startswith("{|甲~{|3}¶乙~{|12}}¶")
    assert "TOC \\h \\z \\t &quot;公文标题,1&quot;" in xml
    for name in ("_bX_0", "_bX_1"):
        assert f'<w:hyperlink w:anchor="{name}" w:history="1">' in xml
        assert f" PAGEREF {name} \\h " in xml
    assert [anchor.block for anchor in made[:2]] == ["headline", "headline"]


def test_a_contents_line_without_its_article_is_plain_text() -> None:
    xml, _ = body(contents("甲\t3", "gone"))
    assert outline(xml) == "{|甲~3}¶"
    assert "hyperlink" not in xml


def test_a_shaped_item_breaks_where_its_lines_end() -> None:
    one = replace(item("headline", "一二三四", "a", "headline"), shaped=True)
    assert outline(body(placed(one, (0, 2), (2, 4)))[0]) == "1(0(一二/三四)0)1¶"


def test_a_break_that_the_text_has_is_not_doubled() -> None:
    one = replace(item("headline", "一二\n三四", "a", "headline"), shaped=True)
    assert outline(body(placed(one, (0, 3), (3, 5)))[0]) == "1(0(一二/三四)0)1¶"


def test_rules_are_drawn_without_height_and_numbered_apart() -> None:
    one = replace(item("masthead-rule"), rules=(Rule(227, 18, "FF0000"), Rule(579, 8)))
    xml, _ = body(placed(one))
    assert re.findall('<wp:docPr id="(\\d+)"', xml) == ["1", "2"]
    assert f'<wp:extent cx="{TEMPLATE.page.text_width * 635}" cy="0"/>' in xml
    assert '<wp:positionV relativeFrom="paragraph"><wp:posOffset>144145</wp:posOffset></wp:positionV>' in xml
    assert '<a:ln w="28575">' in xml
    assert 'strokecolor="#FF0000" strokeweight="2.25pt"' in xml


def test_a_signature_s_own_indent_is_written_beside_its_style() -> None:
    one = item("signature", "市委办", "a", "s")
    xml, _ = body(placed(replace(one, style=replace(one.style, right=1200))))
    assert '<w:pStyle w:val="Signature"/><w:ind w:left="0" w:right="1200" w:firstLine="0"/>' in xml
