"""What Word, WPS, Excel and web pages put on the clipboard, as parts of an article."""

from __future__ import annotations

import base64
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.document.model import Paragraph, Table
from bulletin_desktop.document.schema import check
from bulletin_desktop.intake import html
from bulletin_desktop.intake.html import pictures
from bulletin_desktop.intake.html.source import TooComplex
from bulletin_desktop.intake.pasted import FoundPicture, Pasted, TooLong
from bulletin_desktop.intake.pasted_table import MOST_COLUMNS, MOST_ROWS

ROOT = Path(__file__).parents[2]


def word(body: str) -> str:
    """A document as Word puts it on the clipboard."""
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!--
 /* Style Definitions */
 p.MsoNormal {{margin:0cm; font-size:10.5pt; font-family:"Calibri",sans-serif; mso-fareast-font-family:宋体;}}
 p.a, li.a {{mso-style-name:公文一级; mso-outline-level:1; font-family:黑体;}}
 @page WordSection1 {{size:595.3pt 841.9pt;}}
--></style><!--[if gte mso 9]><xml><w:WordDocument>x</w:WordDocument></xml><![endif]--></head>
<body lang=ZH-CN>{body}</body></html>"""


def shown(pasted: Pasted) -> list[str]:
    """Each part as role, colon, and text with marks in square brackets."""
    found = []
    for part in pasted.parts:
        if isinstance(part, Paragraph):
            words = (
                f"[{'+'.join(sorted(span.marks))}:{span.text}]" if span.marks else span.text
                for span in part.spans
            )
            found.append(f"{part.role}: {''.join(words)}")
        else:
            found.append(type(part).__name__)
    return found


def table(markup: str) -> Table:
    (part,) = (part for part in html.read(markup).parts if isinstance(part, Table))
    check(part)
    return part


def cells(markup: str) -> list[list[tuple[str, int, int]]]:
    return [[(cell.text, cell.columns, cell.rows) for cell in row] for row in table(markup).rows]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p class=MsoNormal>一、提高认识<o:p></o:p></p>", ["heading1: 一、提高认识"]),
        ("<p class=MsoNormal>（一）压实责任</p>", ["heading2: （一）压实责任"]),
        ("<p class=a>组织领导</p>", ["heading1: 组织领导"]),
        ("<h2>工作进展</h2><h4><b>四级</b></h4>", ["heading2: 工作进展", "heading4: 四级"]),
        ("<p class=MsoHeading7>末级</p>", ["heading4: 末级"]),
        ("<p style='mso-outline-level:2'>二级</p>", ["heading2: 二级"]),
        ("<p>一、提高认识。各级各部门抓好落实。</p>", ["body: 一、提高认识。各级各部门抓好落实。"]),
        ("<p class=MsoCaption>图1 渠首</p><p class=MsoQuote>引</p>", ["caption: 图1 渠首", "quote: 引"]),
        ("<p align=right>市政协办公室</p><p style='text-align:right'>2026年3月1日</p>",
         ["signature: 市政协办公室", "date: 2026年3月1日"]),
        ("<p>甲<br>乙</p><p><o:p>&nbsp;</o:p></p><p>　　丙&nbsp;</p>", ["body: 甲", "body: 乙", "body: 丙"]),
        ("<div><div>甲</div>乙<section>丙</section></div>", ["body: 甲", "body: 乙", "body: 丙"]),
        ("<pre>甲\n  乙</pre>", ["body: 甲", "body: 乙"]),
    ],
)  # fmt: skip
def test_paragraphs_have_the_roles_they_show(body: str, expected: list[str]) -> None:
    assert shown(html.read(word(body))) == expected


@pytest.mark.parametrize(
    ("inline", "expected"),
    [
        ("<b>粗</b><i>斜</i><u>线</u><s>删</s>", "[bold:粗][italic:斜][underline:线][strike:删]"),
        ("m<sup>2</sup>H<sub>2</sub>", "m[superscript:2]H[subscript:2]"),
        ("<span style='font-weight:700;font-style:italic'>粗</span>", "[bold+italic:粗]"),
        ("<b>粗<span style='font-weight:normal'>细</span></b>", "[bold:粗]细"),
        ("<span style='text-decoration:line-through underline'>线</span>", "[strike+underline:线]"),
        ("<span style='background:yellow;mso-highlight:yellow'>亮</span><mark>亮</mark>", "[highlight:亮亮]"),
        ("<span style='-webkit-text-emphasis:dot'>点</span>", "[emphasis:点]"),
        (
            "甲<span style='font-family:\"Times New Roman\";mso-fareast-font-family:黑体'>黑</span>",
            "甲[heiti:黑]",
        ),
        (
            "甲<span style='font-family:楷体_GB2312'>楷</span><font face=SimHei>黑</font>",
            "甲[kaiti:楷][heiti:黑]",
        ),
        ("甲<span style='font-family:仿宋_GB2312;font-size:16pt'>仿</span>", "甲仿"),
        ("<a href='http://x'><u>链接</u></a>", "链接"),
        ("<ins>加</ins><del>删</del><span style='mso-hide:all'>藏</span>文", "加文"),
        ("会议\n指出 the\nend", "会议指出 the end"),
        ("&lt;b&gt;&amp;&nbsp;x", "<b>& x"),
    ],
)
def test_marks_that_carry_meaning_are_kept(inline: str, expected: str) -> None:
    assert shown(html.read(word(f"<p class=MsoNormal>{inline}</p>"))) == [f"body: {expected}"]


def test_the_font_of_a_whole_paragraph_is_the_template_s_to_say() -> None:
    text = "<p style='font-family:楷体'>按语全段。</p><h1 style='font-family:黑体'><b>题</b></h1>"
    assert shown(html.read(text)) == ["body: 按语全段。", "heading1: 题"]
    assert shown(html.read("<span style='font-family:楷体'>几个字</span>")) == ["body: [kaiti:几个字]"]


def test_lists_are_text_with_their_numbers() -> None:
    fake = (
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US>"
        "<span style='mso-list:Ignore'>1.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span>"
        "</span></span><![endif]>抓好落实</p>"
    )
    sign = (
        "<p><span style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span>&nbsp;</span></span>"
        "</span>项</p>"
    )
    assert shown(html.read(word(fake + sign))) == ["body: 1.抓好落实", "body: ●项"]
    web = (
        "<ul><li>甲<ol start=3><li>子<li>子</ol><li>乙</ul><ol style='list-style:cjk-ideographic'><li>丙</ol>"
    )
    assert shown(html.read(web)) == ["body: •甲", "body: 3.子", "body: 4.子", "body: •乙", "heading1: 一、丙"]


@pytest.mark.parametrize(
    ("body", "ends"),
    [
        ("<p><!--StartFragment--><span>片段</span><!--EndFragment--></p>", (True, True)),
        ("<!--StartFragment--><p>甲。</p><p>乙。</p><!--EndFragment-->", (False, False)),
        ("<!--StartFragment--><p>甲。</p><span>乙半</span><!--EndFragment-->", (False, True)),
        ("<p>前<!--StartFragment-->半</p><p>乙。</p><!--EndFragment--><p>后</p>", (True, False)),
        ("<!--StartFragment--><p>一句话。</p><!--EndFragment-->", (True, True)),
        ("<!--StartFragment--><h1>标题</h1><!--EndFragment-->", (False, False)),
    ],
)
def test_ends_are_open_where_the_selection_began_or_ended_inside_a_paragraph(
    body: str, ends: tuple[bool, bool]
) -> None:
    pasted = html.read(word(body))
    assert (pasted.open_start, pasted.open_end) == ends
    assert "前" not in str(shown(pasted))
    assert "后" not in str(shown(pasted))


def test_what_is_left_out_is_counted() -> None:
    text = (
        "<p>甲<del>x</del><a style='mso-comment-reference:A_1'>x</a><img src=http://x/y.png><img src=//x/y>"
        "<img src='file:///C:/Users/x/secret.png'><a href=http://x>链接</a><span hidden>x</span>"
        "<span style='color:red'>红</span><span style='font-size:40pt'>大</span></p><iframe src=x></iframe>"
        "<script>x</script><div style='mso-element:comment-list'><p>批注</p></div>"
    )
    losses = html.read(text).losses
    assert (losses.web_pictures, losses.pictures, losses.links, losses.deletions) == (2, 1, 1, 1)
    assert (losses.comments, losses.hidden, losses.embedded, losses.formats) == (1, 1, 1, 2)


def test_nothing_is_said_of_one_font_throughout() -> None:
    text = word(
        "<p class=MsoNormal><span style='font-family:仿宋_GB2312;font-size:16pt'>全文一种字体。</span></p>"
    )
    assert html.read(text).losses == html.read("").losses


EXCEL = """<html><head><style><!-- td {font-size:11.0pt; font-weight:400; text-align:general;}
.xl65 {text-align:center;} .xl66 {font-weight:700; text-align:center;} --></style></head><body>
<table border=0 width=216 style='width:162pt'><!--StartFragment-->
 <col width=72 style='width:54pt'><col width=144 style='mso-width-source:userset;width:108pt'>
 <tr height=18><td colspan=2 class=xl66 width=216>户数表</td></tr>
 <tr><td class=xl65>云溪</td><td align=right>120</td></tr><tr style='display:none'><td>藏</td><td>藏</td></tr>
 <tr><td rowspan=2 class=xl65>石桥</td><td align=right>3<font style='color:red'>5</font></td></tr>
 <tr><td>x<br>y</td></tr><!--EndFragment--></table></body></html>"""


def test_cells_of_excel_keep_their_extent_width_and_alignment() -> None:
    assert cells(EXCEL) == [
        [("户数表", 2, 1)],
        [("云溪", 1, 1), ("120", 1, 1)],
        [("石桥", 1, 2), ("35", 1, 1)],
        [("x y", 1, 1)],
    ]
    made = table(EXCEL)
    assert (made.widths, made.header_rows) == ((333, 667), 1)
    assert [cell.align for cell in made.rows[1]] == ["center", "right"]
    assert made.rows[0][0].spans[0].marks == frozenset()  # bold is the head's look


def test_a_table_s_head_and_marks_are_kept() -> None:
    made = table("<table><thead><tr><th>甲<th>乙</thead><tr><td>m<sup>2</sup><td><b>粗</b>细</table>")
    assert made.header_rows == 1
    assert [len(cell.spans) for cell in made.rows[1]] == [2, 2]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<td colspan=9000000000>甲<td rowspan=9000000000>乙<tr><td>丙",
         [[("甲", 1, 1), ("乙", 1, 2)], [("丙", 1, 1)]]),
        ("<td>甲<tr><td>乙<td>丙", [[("甲", 1, 1), ("", 1, 1)], [("乙", 1, 1), ("丙", 1, 1)]]),
        ("<td rowspan=0>甲<td>乙<tr><td>丙", [[("甲", 1, 2), ("乙", 1, 1)], [("丙", 1, 1)]]),
        ("<td>甲<td rowspan=2>乙<tr><td colspan=2>丙", [[("甲", 1, 1), ("乙", 1, 2)], [("丙", 1, 1)]]),
    ],
)  # fmt: skip
def test_cells_that_do_not_fit_are_made_to(markup: str, expected: list[list[tuple[str, int, int]]]) -> None:
    assert cells(f"<table><tr>{markup}</table>") == expected


def test_a_table_that_only_lays_out_a_page_is_its_paragraphs() -> None:
    assert shown(html.read("<table><tr><td><p>甲</p><p>乙</p></table>")) == ["body: 甲", "body: 乙"]


def test_a_table_in_a_cell_is_its_text_and_a_picture_stands_below() -> None:
    data = base64.b64encode(b"picture").decode()
    pasted = html.read(
        f"<table><tr><td>甲<table><tr><td>乙</table><td><img src='data:image/png;base64,{data}'></table>"
    )
    assert shown(pasted) == ["Table", "FoundPicture"]
    assert pasted.parts[0].rows[0][0].text == "甲 乙"
    assert pasted.losses.cell_pictures == 1


def test_a_sheet_too_large_is_cut_and_counted() -> None:
    pasted = html.read("<table>" + "<tr><td>甲<td>乙" * (MOST_ROWS + 7) + "</table>")
    assert (len(pasted.parts[0].rows), pasted.losses.rows) == (MOST_ROWS, 7)
    pasted = html.read("<table><tr>" + "<td>甲" * 30_000 + "</table>")
    check(pasted.parts[0])
    assert pasted.losses.columns == 30_000 - MOST_COLUMNS


def test_a_picture_inside_the_page_comes_with_its_size_and_caption() -> None:
    data = base64.b64encode(b"picture").decode()
    text = f"<figure><img src='data:image/png;base64,{data}' width=96><figcaption>渠首</figcaption></figure>"
    assert html.read(text).parts == (FoundPicture(b"picture", 254, 0, "渠首"),)


def test_a_picture_that_word_puts_beside_the_text_is_found_and_no_other(tmp_path: Path) -> None:
    folder = tmp_path / "msohtmlclip1" / "01"
    folder.mkdir(parents=True)
    file = folder / "clip image.png"
    file.write_bytes(b"x")
    (tmp_path / "secret.png").write_bytes(b"x")
    assert pictures.local(file.as_uri(), tmp_path) == file
    for address in (
        (tmp_path / "secret.png").as_uri(),
        f"file://{file}",
        f"file:////server{file}",
        "file://server/share/msohtmlclip1/x.png",
        (folder / ".." / ".." / "secret.png").as_uri(),
        f"{file.as_uri()}%00",
        "file:",
    ):
        wanted = file if address == f"file://{file}" else None
        assert pictures.local(address, tmp_path) == wanted
    assert pictures.local(file.as_uri(), folder / "other") is None


def test_the_picture_beside_stands_for_an_address_that_is_not_followed() -> None:
    assert html.read("<img src=https://x/y.png>", image=True).parts == (FoundPicture(None),)


def test_more_than_an_article_is_refused() -> None:
    with pytest.raises(TooLong):
        html.read("<p>文字" * 10_000)
    with pytest.raises(TooLong):
        html.read("<p>" + "文" * 600_000)


def test_hostile_html_comes_to_an_end_and_asks_for_no_network() -> None:
    code = (
        "import sys; sys.path[:0] = ['.', 'tests']\n"
        "from intake.hostile_html import CASES\n"
        "from bulletin_desktop.intake import html\n"
        "from bulletin_desktop.document.schema import check\n"
        "for name, markup in CASES.items():\n"
        "    try: pasted = html.read(markup)\n"
        "    except (html.TooComplex, html.TooLong): continue\n"
        "    [check(part) for part in pasted.parts if type(part).__name__ != 'FoundPicture']\n"
        "print('done')"
    )
    guard = [sys.executable, "tests/architecture/without_network.py"] if sys.platform == "linux" else []
    done = subprocess.run(
        [*guard, sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=180,  # a hang, not a measurement: tests/bench/bench_paste.py has those
    )
    assert done.stdout.strip() == "done", done.stderr


@given(st.text("<>/=\"' &;!-[]ptdrabhisul1234\n文一、（）", max_size=400))
def test_anything_gives_legal_parts(text: str) -> None:
    try:
        parts = html.read("<table><tr><td>" + text).parts + html.read(text).parts
    except (TooComplex, TooLong):
        return
    blocks = tuple(part for part in parts if not isinstance(part, FoundPicture))
    for block in blocks:
        check(block)
