"""Automatic numbers stand before their paragraphs as Word shows them."""

from __future__ import annotations

import pytest

from bulletin_desktop.intake.docx.number_formats import written
from bulletin_desktop.intake.source import Line
from tests.intake.docx.making import p, r, source, texts, told


def level(
    number: int, kind: str, text: str, *more: str, start: int = 1, suffix: str = "tab", fonts: str = ""
) -> str:
    run = f'<w:rPr><w:rFonts w:ascii="{fonts}"/></w:rPr>' if fonts else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{"".join(more)}'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/>{run}</w:lvl>'
    )


def numbering(*levels: str, more: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}'
    )


def item(text: str, depth: int = 0, number: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


OFFICIAL = numbering(
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）"),
)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("decimal", {1: "1", 120: "120"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 100: "一〇〇"}),
        ("chineseCountingThousand", {10: "十", 100: "一百", 101: "一百〇一", 1020: "一千〇二十"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 25: "贰拾伍", 101: "壹佰零壹"}),
        ("ideographDigital", {10: "一〇", 23: "二三"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "甲"}),
        ("ideographZodiac", {1: "子", 12: "亥"}),
        ("japaneseCounting", {10: "十", 100: "百", 123: "百二十三"}),
        ("taiwaneseCounting", {12: "十二"}),
        ("decimalFullWidth", {12: "１２"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedCircleChinese", {3: "③"}),
        ("decimalEnclosedParen", {3: "⑶"}),
        ("decimalEnclosedFullstop", {3: "⒊"}),
        ("upperRoman", {4: "IV", 1999: "MCMXCIX"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 53: "aaa"}),
        ("decimalZero", {1: "01", 10: "10"}),
        ("decimal3", {7: "007"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 11: "11th", 112: "112th"}),
        ("cardinalText", {21: "Twenty-one", 105: "One hundred five"}),
        ("ordinalText", {1: "First", 21: "Twenty-first", 30: "Thirtieth", 12: "Twelfth"}),
        ("numberInDash", {1: "- 1 -"}),
        ("none", {1: ""}),
        ("what nobody knows", {7: "7"}),
    ],
)  # fmt: skip
def test_numbers_are_written_in_every_usual_format(kind: str, expected: dict[int, str]) -> None:
    assert {number: written(number, kind) for number in expected} == expected


def test_an_official_text_has_its_four_levels() -> None:
    body = (
        item("总体要求")
        + item("指导思想", 1)
        + item("原则", 1)
        + item("一项", 2)
        + item("细目", 3)
        + item("任务")
    )
    assert texts(source(body, numbering=OFFICIAL)) == [
        "一、总体要求", "（一）指导思想", "（二）原则", "1.一项", "（1）细目", "二、任务",
    ]  # fmt: skip


def test_lower_levels_begin_anew_below_a_higher_one() -> None:
    body = item("甲") + item("子", 1) + item("丑", 1) + item("乙") + item("寅", 1)
    assert texts(source(body, numbering=OFFICIAL))[-1] == "（一）寅"


def test_a_level_that_says_so_counts_through() -> None:
    through = numbering(
        level(0, "decimal", "第%1章"), level(1, "decimal", "第%2条", '<w:lvlRestart w:val="0"/>')
    )
    body = item("甲") + item("子", 1) + item("丑", 1) + item("乙") + item("寅", 1)
    found = texts(source(body, numbering=through))
    assert found == ["第1章　甲", "第1条　子", "第2条　丑", "第2章　乙", "第3条　寅"]


def test_several_levels_stand_in_one_number_in_digits_where_it_is_legal() -> None:
    legal = numbering(level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    assert texts(source(item("甲") + item("子", 1), numbering=legal)) == ["第一章　甲", "1.1 子"]
    plain = numbering(level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2"))
    assert texts(source(item("甲") + item("子", 1), numbering=plain)) == ["I 甲", "I.1 子"]


def test_a_level_that_was_passed_over_counts_as_begun() -> None:
    several = numbering(level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"))
    assert texts(source(item("子", 1) + item("甲"), numbering=several)) == ["1.1 子", "2 甲"]


def test_lists_of_one_definition_count_on_unless_one_starts_anew() -> None:
    more = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    anew = (
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    found = source(
        item("甲") + item("乙", number=2) + item("丙", number=3) + item("丁", number=3),
        numbering=numbering(level(0, "decimal", "%1、"), more=more + anew),
    )
    assert texts(found) == ["1、甲", "2、乙", "1、丙", "2、丁"]


def test_an_override_may_have_a_level_of_its_own() -> None:
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        f"{level(0, 'upperLetter', '%1）')}</w:lvlOverride></w:num>"
    )
    found = source(item("甲", number=2), numbering=numbering(level(0, "decimal", "%1、"), more=more))
    assert texts(found) == ["A）甲"]


@pytest.mark.parametrize(
    ("suffix", "label", "text", "expected"),
    [
        ("tab", "%1.", "抓好落实", "1.抓好落实"),
        ("tab", "%1.", "Scope", "1. Scope"),
        ("space", "%1", "抓好落实", "1 抓好落实"),
        ("nothing", "第%1条", "抓好落实", "第1条抓好落实"),
        ("tab", "第%1条", "抓好落实", "第1条　抓好落实"),
        ("tab", "（%1）", "Scope", "（1）Scope"),
    ],
)
def test_what_stands_between_number_and_text_can_be_read(
    suffix: str, label: str, text: str, expected: str
) -> None:
    found = source(item(text), numbering=numbering(level(0, "decimal", label, suffix=suffix)))
    assert texts(found) == [expected]
    (line,) = found.items
    assert isinstance(line, Line)
    assert line.text[line.look.numbered :] == text


@pytest.mark.parametrize(
    ("sign", "font", "expected"),
    [("\uf06c", "Wingdings", "●甲"), ("\uf0b7", "Symbol", "•甲"), ("·", "", "•甲"),
     ("o", "Courier New", "○甲"),
     ("\uf0d8", "Wingdings", "➢甲"), ("\uf0fc", "Wingdings", "√甲"), ("—", "", "—甲")],
)  # fmt: skip
def test_bullets_are_the_signs_they_show(sign: str, font: str, expected: str) -> None:
    found = source(item("甲"), numbering=numbering(level(0, "bullet", sign, fonts=font)))
    assert texts(found) == [expected]


def test_a_style_s_list_is_found_through_what_it_is_based_on_and_the_level_that_names_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="k"><w:name w:val="子标题"/>'
        '<w:basedOn w:val="h"/></w:style><w:style w:type="paragraph" w:styleId="n"><w:name w:val="不编号"/>'
        '<w:basedOn w:val="h"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    )
    lists = numbering(
        level(0, "decimal", "%1."), level(1, "chineseCounting", "%2、", '<w:pStyle w:val="h"/>')
    )
    body = "".join(p("文", f'<w:pStyle w:val="{style}"/>') for style in ("h", "k", "n"))
    body += p("文", '<w:pStyle w:val="h"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert texts(source(body, styles=styles, numbering=lists)) == ["一、文", "二、文", "文", "文"]


def test_a_numbering_style_stands_for_its_list() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="公文"/><w:pPr><w:numPr><w:numId w:val="5"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/>{level(0, "chineseCounting", "%1、")}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert texts(source(item("文"), styles=styles, numbering=lists)) == ["一、文"]


def test_deleted_paragraphs_are_not_counted_and_numbers_are_told() -> None:
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        f"<w:rPr><w:del/></w:rPr></w:pPr><w:del>{r('删')}</w:del></w:p>"
    )
    found = source(item("甲") + gone + item("乙"), numbering=OFFICIAL)
    assert texts(found) == ["一、甲", "二、乙"]
    assert told(found)["numbers"] == 2


def test_a_number_is_bold_like_the_text_behind_it_and_line_breaks_have_none() -> None:
    body = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        "<w:r><w:rPr><w:b/></w:rPr><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>"
    )
    first, second = source(body, numbering=OFFICIAL).items
    assert (first.text, first.look.numbered, len(first.spans)) == ("一、甲", 2, 1)
    assert (second.text, second.look.numbered) == ("乙", 0)


def test_a_list_that_is_not_there_is_none() -> None:
    assert texts(source(item("甲", number=9), numbering=OFFICIAL)) == ["甲"]
    assert texts(source(item("甲"))) == ["甲"]
