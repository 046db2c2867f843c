"""How paragraphs and characters look, through styles, as far as it says what they are."""

from __future__ import annotations

import pytest

from bulletin_desktop.document.model import CellAlign, Mark
from bulletin_desktop.intake.source import Line, Look, Source, Style
from tests.intake.docx.making import p, r, said, source


def style(name: str, inside: str = "", key: str = "s", based_on: str = "", kind: str = "paragraph") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{base}{inside}</w:style>'


def look(body: str, **parts: str) -> Look:
    (line,) = source(body, **parts).items
    assert isinstance(line, Line)
    return line.look


def marked(found: Source) -> str:
    """The first line with marks in square brackets."""
    line = found.items[0]
    assert isinstance(line, Line)
    return "".join(
        f"[{'+'.join(sorted(span.marks))}:{span.text}]" if span.marks else span.text for span in line.spans
    )


@pytest.mark.parametrize(
    ("name", "expected", "level"),
    [
        ("heading 2", Style.HEADING, 2), ("标题 1", Style.HEADING, 1), ("标题3", Style.HEADING, 3),
        ("二级标题", Style.HEADING, 2), ("公文三级标题", Style.HEADING, 3), ("Title", Style.TITLE, 0),
        ("标题", Style.TITLE, 0), ("公文标题", Style.TITLE, 0), ("Subtitle", Style.SUBTITLE, 0),
        ("副标题", Style.SUBTITLE, 0), ("Salutation", Style.SALUTATION, 0), ("称呼", Style.SALUTATION, 0),
        ("主送机关", Style.SALUTATION, 0), ("Signature", Style.SIGNATURE, 0), ("签名", Style.SIGNATURE, 0),
        ("Closing", Style.SIGNATURE, 0), ("Date", Style.DATE, 0), ("日期", Style.DATE, 0),
        ("caption", Style.CAPTION, 0), ("题注", Style.CAPTION, 0), ("Quote", Style.QUOTE, 0),
        ("引文", Style.QUOTE, 0), ("List Paragraph", Style.LIST, 0), ("列出段落", Style.LIST, 0),
        ("toc 1", Style.CONTENTS, 0), ("目录 2", Style.CONTENTS, 0), ("header", Style.RUNNING, 0),
        ("页脚", Style.RUNNING, 0), ("footnote text", Style.NOTE, 0), ("Normal", Style.NONE, 0),
        ("正文", Style.NONE, 0), ("Body Text Indent", Style.NONE, 0),
    ],
)  # fmt: skip
def test_a_style_is_known_by_its_name(name: str, expected: Style, level: int) -> None:
    found = look(p("文", "pStyle=s"), styles=style(name))
    assert (found.style, found.level) == (expected, level)


def test_a_style_of_the_office_is_what_it_is_based_on() -> None:
    styles = style("heading 2", key="h") + style("本单位的标题", based_on="h")
    found = look(p("文", "pStyle=s"), styles=styles)
    assert (found.style, found.level) == (Style.HEADING, 2)


def test_an_outline_level_is_taken_where_it_stands_or_from_the_style() -> None:
    styles = style("小标题", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
    assert look(p("文", "pStyle=s"), styles=styles).level == 2
    assert look(p("文", "pStyle=s outlineLvl=0"), styles=styles).level == 1
    assert look(p("文", "pStyle=s outlineLvl=9"), styles=styles).level == 0


def test_size_font_and_alignment_come_from_the_nearest_that_says_them() -> None:
    styles = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{said('rFonts:eastAsia=宋体 sz=21')}</w:rPr></w:rPrDefault>"
        "</w:docDefaults>"
    ) + style("正文", '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr>')
    found = look(p("文", "pStyle=s"), styles=styles)
    assert (found.size, found.face, found.align) == (16.0, "宋体", CellAlign.CENTER)
    direct = p("文", "pStyle=s jc=end", "sz=44 rFonts:eastAsia=仿宋")
    found = look(direct, styles=styles)
    assert (found.size, found.face, found.align) == (22.0, "仿宋", CellAlign.RIGHT)


def test_a_theme_s_font_has_its_name() -> None:
    theme = (
        "<a:themeElements><a:fontScheme><a:minorFont><a:latin typeface='Calibri'/><a:ea typeface=''/>"
        "<a:font script='Hans' typeface='等线'/></a:minorFont></a:fontScheme></a:themeElements>"
    )
    body = p("文", run="rFonts:eastAsiaTheme=minorEastAsia")
    assert look(body, theme=theme).face == "等线"


def test_most_characters_say_how_a_paragraph_looks() -> None:
    body = f"<w:p>{r('多数文字', 'sz=32 b')}{r('少', 'sz=20 b')}</w:p>"
    assert (look(body).size, look(body).bold) == (16.0, True)
    assert not look(f"<w:p>{r('粗', 'b')}{r('细')}</w:p>").bold
    assert look("<w:p/>") == Look()


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("b", "[bold:字]"), ("b=0", "字"), ("b=false", "字"), ("i", "[italic:字]"),
        ("u=single", "[underline:字]"), ("u=none", "字"), ("strike", "[strike:字]"),
        ("dstrike", "[strike:字]"), ("vertAlign=superscript", "[superscript:字]"),
        ("vertAlign=subscript", "[subscript:字]"), ("vertAlign=baseline", "字"),
        ("em=dot", "[emphasis:字]"), ("em=none", "字"), ("rFonts:eastAsia=黑体", "[heiti:字]"),
        ("rFonts:eastAsia=楷体_GB2312", "[kaiti:字]"), ("rFonts:eastAsia=仿宋_GB2312", "字"),
        ("highlight=yellow", "[highlight:字]"), ("highlight=none", "字"), ("color=FF0000", "字"),
    ],
)  # fmt: skip
def test_marks_are_the_formats_that_carry_meaning(properties: str, expected: str) -> None:
    assert marked(source(p("字", run=properties))) == expected


def test_bold_of_a_paragraph_s_and_of_characters_style_cancel_each_other() -> None:
    styles = style("甲", "<w:rPr><w:b/></w:rPr>") + style(
        "强调", "<w:rPr><w:b/></w:rPr>", "c", kind="character"
    )
    body = '<w:p><w:pPr><w:pStyle w:val="s"/></w:pPr>' + r("粗") + r("细", "rStyle=c")
    assert marked(source(body + r("粗", "rStyle=c b") + "</w:p>", styles=styles)) == ("[bold:粗]细[bold:粗]")


def test_digits_and_letters_have_the_font_of_the_chinese_around_them() -> None:
    kaiti = "rFonts:eastAsia=楷体"
    body = f"<w:p>{r('2026', 'rFonts:ascii=Arial')}{r('年', kaiti)}{r('3')}{r('月', kaiti)}{r('仿')}"
    assert marked(source(f"{body}</w:p>")) == "[kaiti:2026年3月]仿"


def test_the_line_under_a_link_is_no_mark() -> None:
    link = f"<w:p><w:hyperlink>{r('链接', 'u=single')}</w:hyperlink></w:p>"
    assert marked(source(link)) == "链接"
    styles = style("Hyperlink", '<w:rPr><w:u w:val="single"/></w:rPr>', "k", kind="character")
    assert marked(source(p("链接", run="rStyle=k"), styles=styles)) == "链接"


@pytest.mark.parametrize(
    "before",
    [
        '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
        p("上", "<w:sectPr/>"),
        p("上", '<w:sectPr><w:type w:val="oddPage"/></w:sectPr>'),
        '<w:p><w:r><w:t>上</w:t><w:br w:type="column"/></w:r></w:p>',
    ],
)
def test_what_follows_a_break_begins_a_page(before: str) -> None:
    *_, last, after = source(before + p("新页") + p("又")).items
    assert (last.text, last.look.new_page, after.look.new_page) == ("新页", True, False)


def test_what_follows_no_break_does_not() -> None:
    body = p("上", '<w:sectPr><w:type w:val="continuous"/></w:sectPr>') + p("下")
    assert not any(line.look.new_page for line in source(body).lines())
    assert look(p("文", "<w:pageBreakBefore/>")).new_page


def test_a_break_inside_a_paragraph_parts_it() -> None:
    body = '<w:p><w:r><w:t>上</w:t><w:br w:type="page"/><w:t>下</w:t></w:r></w:p>'
    assert [(line.text, line.look.new_page) for line in source(body).lines()] == [("上", False), ("下", True)]


def test_lines_of_a_table_of_contents_are_known() -> None:
    begin, then, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    code = r"<w:r><w:instrText> TOC \o </w:instrText></w:r>"
    body = f"<w:p>{begin}{code}{then}{r('一、总体情况')}</w:p>{p('二、存在问题')}<w:p>{end}</w:p>{p('正文')}"
    styles = [line.look.style for line in source(body).lines()]
    assert styles[:2] + styles[-1:] == [Style.CONTENTS, Style.CONTENTS, Style.NONE]


def test_hidden_text_is_left_out() -> None:
    found = source(f"<w:p>{r('甲')}{r('藏', 'vanish')}{r('着', 'vanish')}{r('乙')}</w:p>")
    assert found.items[0].text == "甲乙"
    assert dict(found.told) == {"hidden": 1}


def test_a_dropped_capital_is_the_beginning_of_its_paragraph() -> None:
    body = p("本", "framePr:dropCap=drop") + p("报讯")
    assert [line.text for line in source(body).lines()] == ["本报讯"]


def test_marks_are_of_the_model() -> None:
    line = source(p("字", run="b i")).items[0]
    assert line.spans[0].marks == {Mark.BOLD, Mark.ITALIC}
