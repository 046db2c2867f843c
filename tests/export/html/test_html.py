"""The page for an intranet: its words, its structure, and that it fetches nothing."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from bulletin_desktop.document.model import Article, Issue, Mark, PageBreak, Picture, Span, Table
from bulletin_desktop.errors import UserError
from bulletin_desktop.export.html.markup import inline
from bulletin_desktop.export.html.writer import HtmlWriter
from bulletin_desktop.export.job import Cancelled, Job
from bulletin_desktop.typeset.compose import one_line
from bulletin_desktop.typeset.layout import Face, Layout, TextRun
from tests.document import strategies
from tests.drawings import emf
from tests.export import whole_issue
from tests.export.expected_text import squeezed, whole
from tests.export.whole_issue import ISSUE, PICTURE, SHA256

Element = etree._Element
_TO_REPLACEMENT = re.compile(
    "[\ufdd0-\ufdef" + "".join(chr(n << 16 | 0xFFFE | b) for n in range(17) for b in (0, 1)) + "]"
)


def job(issue: Issue, path: Path, layout: Layout | None = None) -> Job:
    blocks = (block for each in issue.articles() for block in each.blocks)
    pictures = {block.sha256: PICTURE for block in blocks if isinstance(block, Picture)}
    return Job(layout or whole_issue.laid_out(issue), issue, path, "01J000000000000000000000ZZ", pictures)


def written(issue: Issue, folder: Path, layout: Layout | None = None) -> str:
    path = folder / "issue.html"
    HtmlWriter().write(job(issue, path, layout))
    return path.read_bytes().decode("utf-8")


def parsed(text: str) -> Element:
    """The document as a browser understands it; any error of its syntax fails the test."""
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("lxml"), strict=True, namespaceHTMLElements=False)
    return parser.parse(text).getroot()


def words(element: Element) -> str:
    return "".join(element.itertext())


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(ISSUE, tmp_path_factory.mktemp("html"))


@pytest.fixture(scope="module")
def page(text: str) -> Element:
    return parsed(text)


def article(page: Element, key: str) -> Element:
    return page.xpath(f"//article[@id='article-{key}']")[0]


def test_the_file_is_reported_and_carries_its_export(tmp_path: Path) -> None:
    path = tmp_path / "issue.html"
    result = HtmlWriter().write(job(ISSUE, path))
    assert result.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert parsed(path.read_text(encoding="utf-8")).get("data-export") == "01J000000000000000000000ZZ"


def test_the_head_says_language_encoding_and_name(text: str, page: Element) -> None:
    assert text.startswith("<!DOCTYPE html>\n")
    assert page.get("lang") == "zh-CN"
    assert page.xpath("//meta/@charset") == ["utf-8"]
    assert page.findtext("head/title") == "政协信息2026年第3期"


def test_nothing_is_fetched_and_nothing_runs(text: str, page: Element) -> None:
    assert {element.tag for element in page.iter()} & {
        "script",
        "link",
        "iframe",
        "object",
        "embed",
        "base",
    } == set()
    assert [each for each in page.xpath("//@src") if not each.startswith("data:image/")] == []
    assert [each for each in page.xpath("//@href") if not each.startswith("#")] == []
    assert not any(name.startswith("on") for element in page.iter() for name in element.keys())  # noqa: SIM118
    sheet = page.findtext("head/style")
    assert "url(" not in sheet
    assert "@import" not in sheet
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(issue=strategies.issues)
def test_the_page_s_text_is_the_issue_s(tmp_path: Path, issue: Issue) -> None:
    shown = words(parsed(written(issue, tmp_path)).find("body"))
    assert squeezed(shown) == _TO_REPLACEMENT.sub("\ufffd", whole(issue, lambda caption: caption))


def outline(element: Element) -> Iterator[str]:
    """What the parts are, as `tag:words` without what is inside a paragraph."""
    for each in element.iter("header", "nav", "section", "article", "footer", "h1", "h2", "h3", "h4", "h5"):
        yield f"{each.tag}:{words(each)}" if each.tag[1:].isdigit() else each.tag


def test_the_parts_are_elements_of_their_kind(page: Element) -> None:
    assert list(outline(page.find("body"))) == [
        "header", "h1:政协信息",
        "nav", "h2:目　录",
        "section", "h2:【要闻】",
        "article", "header", "h3:市政协召开党组（扩大）会议安排部署春季工作",
        "h4:一、提高站位", "h5:（一）认真学习",
        "section", "h2:【倡议】",
        "article", "header", "h3:关于开展读书活动的倡议书",
        "article", "header", "h3:<script>alert(\"1\")</script> & 'quoted'",
        "article", "header", "h2:用稿通报",
        "footer",
    ]  # fmt: skip


def test_an_article_of_an_unnamed_section_is_not_in_the_one_before(page: Element) -> None:
    assert article(page, "A4").getparent().tag == "body"
    assert [each.get("id") for each in page.xpath("//section[2]/article")] == ["article-A2", "article-A3"]


def test_contents_lead_to_the_articles(page: Element) -> None:
    links = {link.get("href"): words(link) for link in page.xpath("//nav//a")}
    assert links == {f"#article-{each.id}": one_line(each) for each in ISSUE.articles()}
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in links} <= set(ids)


def test_a_headline_keeps_its_lines(page: Element) -> None:
    headline = article(page, "A1").find("header/h3")
    assert [headline.text, *(line.tail for line in headline)] == list(whole_issue.NEWS.headline)
    assert [each.get("class") for each in article(page, "A1").find("header")] == [
        "Kicker",
        "Headline",
        "Subtitle",
    ]


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ({Mark.BOLD}, "<strong>字</strong>"),
        ({Mark.ITALIC}, "<em>字</em>"),
        ({Mark.UNDERLINE}, "<u>字</u>"),
        ({Mark.STRIKE}, "<s>字</s>"),
        ({Mark.SUPERSCRIPT, Mark.SUBSCRIPT}, "<sup>字</sup>"),
        ({Mark.SUBSCRIPT}, "<sub>字</sub>"),
        ({Mark.HIGHLIGHT}, "<mark>字</mark>"),
        ({Mark.HEITI, Mark.EMPHASIS}, '<span class="heiti emphasis">字</span>'),
        ({Mark.KAITI, Mark.BOLD}, '<span class="kaiti"><strong>字</strong></span>'),
    ],
)
def test_marks_are_elements(marks: set[Mark], expected: str) -> None:
    assert inline((TextRun("字", frozenset(marks)),)) == expected


def test_emphasis_and_fonts_of_marks_have_rules(page: Element) -> None:
    sheet = page.findtext("head/style")
    assert ".emphasis{text-emphasis:filled dot" in sheet
    assert re.search(r'\.heiti\{font-family:"黑体",.*sans-serif\}', sheet)
    assert re.search(r'\.kaiti\{font-family:"楷体_GB2312",.*serif\}', sheet)


def test_a_long_word_may_break_where_a_reader_would(page: Element) -> None:
    assert inline((TextRun("见https://example.invalid/a?b=1。"),)) == (
        "见https://<wbr>example.<wbr>invalid/<wbr>a?<wbr>b=<wbr>1。"
    )
    assert inline((TextRun("PE100级 2.5 A/B"),)) == "PE100级 2.5 A/B"


def test_a_signature_stands_by_the_standard(page: Element) -> None:
    signing = article(page, "A2").find("div[@class='signing']")
    assert [(each.get("class"), words(each)) for each in signing] == [
        ("Signature", "政协云溪市委员会办公室"),
        ("Date", "2026年1月30日"),
    ]
    sheet = page.findtext("head/style")
    assert re.search(r"\.signing\{margin:[\d.]+rem 2rem 0 auto\}", sheet)
    assert ".signing .Date{padding-left:2em}" in sheet


def test_a_table_has_its_head_its_merged_cells_and_their_alignment(page: Element) -> None:
    table = article(page, "A4").find(".//table")
    assert [row.getparent().tag for row in table.iter("tr")] == ["thead", "thead", "tbody", "tbody"]
    cells = [[(each.tag, each.get("class"), each.get("colspan"), each.get("rowspan")) for each in row]
             for row in table.iter("tr")]  # fmt: skip
    assert cells[0] == [("th", "TableHead center", None, "2"), ("th", "TableHead center", "2", None)]
    assert cells[1] == [("th", "TableHead", None, None), ("th", "TableHead right", None, None)]
    left, right = ("td", "TableCell", None, None), ("td", "TableCell right", None, None)
    assert cells[2] == [left, right, right]
    assert cells[3] == [left, ("td", "TableCell", "2", None)]
    assert table.xpath("colgroup/col/@style") == ["width:20%", "width:30%", "width:50%"]


def test_a_cell_that_reaches_out_of_the_head_leaves_the_table_without_one(tmp_path: Path) -> None:
    rows = ((whole_issue.cell("甲", rows=2), whole_issue.cell("乙")), (whole_issue.cell("丙"),))
    table = Table("t", (500, 500), rows, header_rows=1)
    page = parsed(written(whole_issue.of(Article("A", blocks=(table,))), tmp_path))
    assert [group.tag for group in page.find(".//table") if group.tag != "colgroup"] == ["tbody"]
    assert [each.tag for each in page.iter("th", "td")] == ["th", "th", "td"]


def test_a_picture_is_inside_the_file_with_its_caption(page: Element) -> None:
    figure = article(page, "A4").find("figure")
    image = figure.find("img")
    assert image.get("src") == f"data:image/png;base64,{base64.b64encode(PICTURE).decode()}"
    assert image.get("alt") == words(figure.find("figcaption")) == "图1　白鹭湖水源地"
    assert image.get("style") == "width:50%"  # 78 mm of 156


def test_a_picture_wider_than_the_text_is_as_wide_as_the_text(tmp_path: Path) -> None:
    wide = Picture("x", SHA256, 3000, 100)
    page = parsed(written(whole_issue.of(Article("A", blocks=(wide,))), tmp_path))
    assert page.xpath("//img/@style") == ["width:100%"]
    assert page.xpath("//figcaption") == []


def test_a_jpeg_is_called_one(tmp_path: Path) -> None:
    path = tmp_path / "issue.html"
    HtmlWriter().write(replace(job(ISSUE, path), pictures={SHA256: b"\xff\xd8\xff\xe0"}))
    assert "data:image/jpeg;base64,/9j/4A==" in path.read_text(encoding="utf-8")


def test_of_a_drawing_browsers_cannot_show_it_says_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "issue.html"
    HtmlWriter().write(replace(job(ISSUE, path), pictures={SHA256: emf()}))
    text = path.read_text(encoding="utf-8")
    assert "〔EMF 图片，请在 Word 文件中查看〕" in text
    assert "<img" not in text
    assert "图1　白鹭湖水源地" in text


def test_a_missing_picture_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="白鹭湖水源地"):
        HtmlWriter().write(replace(job(ISSUE, tmp_path / "issue.html"), pictures={}))
    assert list(tmp_path.iterdir()) == []


def test_page_breaks_and_attachments_begin_a_sheet_of_paper(page: Element) -> None:
    assert [words(each) for each in page.xpath("//*[contains(@class, 'new-page')]")] == ["附件", "图后正文。"]


def test_an_article_after_a_break_begins_a_sheet_too(tmp_path: Path) -> None:
    broken = Article("A", blocks=(PageBreak("b"), whole_issue.paragraph("p", whole_issue.Role.BODY, "文")))
    assert 'class="new-page"' in written(whole_issue.of(broken), tmp_path)


def test_masthead_and_imprint_have_their_sides_and_rules(page: Element) -> None:
    head, foot = page.find("body/header"), page.find("body/footer")
    assert [words(each) for each in head.find("p")] == ["内部资料", "000123"]
    assert head.xpath("hr/@style") == ["border-top:2.25pt solid #FF0000"]
    assert [each.tag for each in foot] == ["hr", "p", "p", "p", "hr", "p", "hr"]
    assert [words(each) for each in foot[5]] == ["编辑：林知秋　　审核：顾长河　　签发：周明远", "共印120份"]


HOSTILE = ["</style><script>", 'a"}*{color:red}', "\\", "a'b;c", "\n"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_template_s_font_cannot_leave_the_style_sheet(tmp_path: Path, name: str) -> None:
    layout = whole_issue.laid_out(ISSUE)
    styles = dict(layout.template.styles)
    styles["body"] = replace(styles["body"], face=Face(name, name, 32), color="red;}")
    hostile = replace(layout, template=replace(layout.template, styles=styles))
    page = parsed(written(ISSUE, tmp_path, hostile))
    assert page.xpath("//script") == []
    sheet = page.findtext("head/style")
    assert sheet.count("{") == sheet.count("}")
    assert "color:red" not in sheet.replace(r"color\3a red", "")


def test_control_characters_are_shown_as_replaced() -> None:
    assert inline((TextRun("\x00\x0b\x1b\ufffe\U0001ffff字\t"),)) == "\ufffd" * 5 + "字\t"


def test_progress_counts_the_articles_and_may_stop_the_writing(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []

    def progress(done: int, of: int) -> None:
        seen.append((done, of))
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        HtmlWriter().write(replace(job(ISSUE, tmp_path / "issue.html"), progress=progress))
    assert seen == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["dongtai", "huikan", "zhengxie", "zhuanbao"])
def test_every_template_of_the_program_gives_a_page(tmp_path: Path, name: str) -> None:
    issue = replace(ISSUE, template=name)
    page = parsed(written(issue, tmp_path, whole_issue.laid_out(issue)))
    assert [article.get("id") for article in page.iter("article")] == [
        f"article-{article.id}" for article in ISSUE.articles()
    ]
    assert "政协信息" in words(page.find("body"))


def test_an_empty_paragraph_keeps_its_line(tmp_path: Path) -> None:
    empty = whole_issue.paragraph("e", whole_issue.Role.BODY)
    other = whole_issue.paragraph("f", whole_issue.Role.BODY, Span("文"))
    assert '<p class="Body"><br></p>' in written(
        whole_issue.of(Article("A", blocks=(empty, other))), tmp_path
    )
