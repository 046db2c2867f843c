"""OpenDocument text: what is seen, with its lists, tables, notes and changes; nothing that harms."""
# ruff: noqa: E501 - markup in one piece reads better

from __future__ import annotations

import io
import time
import zipfile

import pytest

from bulletin_desktop.document.model import CellAlign, Mark, Table
from bulletin_desktop.intake.kinds import Kind
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.reading import File, Piece, read
from bulletin_desktop.intake.source import Note, Source, Style, Told

NAMES = "office text style table draw xsl-fo-compatible:fo svg-compatible:svg"
SPACES = " ".join(
    f'xmlns:{(name.split(":") * 2)[1]}="urn:oasis:names:tc:opendocument:xmlns:'
    f'{ {"draw": "drawing"}.get(name, name.split(":")[0]) }:1.0"'
    for name in NAMES.split()
)
OTHERS = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
STYLES = """
<style:style style:name="T" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>
<style:text-properties style:font-size-asian="22pt" style:font-weight-asian="bold"/></style:style>
<style:style style:name="R" style:family="paragraph"><style:paragraph-properties fo:text-align="end"/></style:style>
<style:style style:name="N" style:family="paragraph" style:parent-style-name="Base">
<style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..."
style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="."/>
</text:list-style>
"""


def odt(body: str, styles: str = STYLES, **parts: str | bytes) -> bytes:
    """A file with this text; more *parts* have __ for a slash and _dot_ for a dot."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {SPACES} {OTHERS}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        )
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return memory.getvalue()


def _piece(content: bytes) -> Piece:
    (piece,) = read(File("稿.odt", content))
    assert piece.kind is Kind.ODT
    return piece


def _source(body: str, **parts: str | bytes) -> Source:
    source = _piece(odt(body, **parts)).source
    assert source is not None
    return source


def _lines(body: str) -> list[str]:
    return [line.text for line in _source(body).lines()]


def test_looks_and_marks() -> None:
    source = _source(
        '<text:p text:style-name="T">标题</text:p><text:h text:outline-level="2">一、总则</text:h>'
        '<text:p>甲<text:span text:style-name="B">乙</text:span><text:line-break/>丙<text:tab/>丁</text:p>'
        '<text:p text:style-name="R">署名</text:p><text:p text:style-name="N">新页</text:p>'
    )
    title, heading, first, second, right, page = source.lines()
    assert (title.look.align, title.look.size, title.look.bold) == (CellAlign.CENTER, 22, True)
    assert heading.look.level == 2
    assert [(span.text, set(span.marks)) for span in first.spans] == [("甲", set()), ("乙", {Mark.BOLD})]
    assert second.text == "丙\t丁"
    assert right.look.align is CellAlign.RIGHT
    assert page.look.new_page


def test_white_space_is_as_it_is_shown() -> None:
    assert _lines('<text:p>\n   甲  乙\n<text:span> 丙</text:span><text:s text:c="2"/></text:p>') == [
        "甲 乙 丙  "
    ]


def test_named_styles_tell_what_a_paragraph_is() -> None:
    styles = '<office:styles><style:style style:name="Sub_20_title" style:family="paragraph" style:display-name="Subtitle"/>'
    part = f"<office:document-styles {SPACES}>{styles}</office:styles></office:document-styles>"
    (line,) = _source('<text:p text:style-name="Sub_20_title">副题</text:p>', styles_dot_xml=part).lines()
    assert line.look.style is Style.SUBTITLE


def test_lists_are_numbered_as_they_show() -> None:
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    inner = f"<text:list>{item.format('乙', '')}{item.format('丙', '')}</text:list>"
    source = _source(
        f'<text:list text:style-name="L">{item.format("甲", inner)}{item.format("丁", "")}</text:list>'
    )
    lines = list(source.lines())
    assert [line.text[: line.look.numbered].strip() for line in lines] == ["一、", "1.", "2.", "二、"]
    assert [line.text[line.look.numbered :] for line in lines] == ["甲", "乙", "丙", "丁"]


def test_tables_have_their_merged_cells() -> None:
    cell = "<table:table-cell {}><text:p>{}</text:p></table:table-cell>"
    covered = "<table:covered-table-cell/>"
    source = _source(
        '<table:table><table:table-column table:number-columns-repeated="3"/><table:table-header-rows>'
        f"<table:table-row>{cell.format('table:number-columns-spanned=' + chr(34) + '2' + chr(34), '甲')}{covered}"
        f"{cell.format('', '乙')}</table:table-row></table:table-header-rows>"
        f"<table:table-row>{cell.format('table:number-rows-spanned=' + chr(34) + '2' + chr(34), '丙')}"
        f"{cell.format('', '丁')}{cell.format('', '戊')}</table:table-row>"
        f"<table:table-row>{covered}{cell.format('', '己')}{cell.format('', '庚')}</table:table-row></table:table>"
    )
    (table,) = source.items
    assert isinstance(table, Table)
    assert [[(cell.text, cell.columns, cell.rows) for cell in row] for row in table.rows] == [
        [("甲", 2, 1), ("乙", 1, 1)],
        [("丙", 1, 2), ("丁", 1, 1), ("戊", 1, 1)],
        [("己", 1, 1), ("庚", 1, 1)],
    ]
    assert table.header_rows == 1


def test_notes_comments_changes_and_what_is_hidden() -> None:
    source = _source(
        '<text:tracked-changes><text:changed-region text:id="d"><text:deletion><text:p>删去</text:p></text:deletion>'
        '</text:changed-region><text:changed-region text:id="i"><text:insertion/></text:changed-region>'
        '</text:tracked-changes><text:p>正文<text:change text:change-id="d"/><text:change-start text:change-id="i"/>'
        '新增<text:change-end text:change-id="i"/><text:span text:style-name="H">隐藏</text:span>'
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>注释</text:p></text:note-body></text:note><office:annotation><dc:creator>李明</dc:creator>"
        "<dc:date>2026-03-12T09:00:00</dc:date><text:p>核对</text:p></office:annotation></text:p>"
    )
    (line,) = source.lines()
    assert (line.text, line.notes) == ("正文新增", ((4, 0),))
    assert source.notes == (Note("1", ("注释",)),)
    assert [(one.text, one.author, one.at) for one in source.comments] == [
        ("核对", "李明", "2026-03-12T09:00:00")
    ]
    told = dict(source.told)
    assert [told[each] for each in (Told.DELETIONS, Told.INSERTIONS, Told.HIDDEN, Told.COMMENTS)] == [1] * 4


def test_pictures_and_text_boxes_stand_where_they_are_anchored() -> None:
    png = b"\x89PNG\r\n\x1a\n" + bytes(30)
    frame = '<draw:frame svg:width="4cm" svg:height="30mm">{}</draw:frame>'
    image = '<draw:image xlink:href="Pictures/a.png"/>'
    box = "<draw:text-box><text:p>框中文字</text:p></draw:text-box>"
    source = _source(
        f"<text:p>{frame.format(image)}</text:p><text:p>正文{frame.format(box)}</text:p>",
        Pictures__a_dot_png=png,
    )
    picture = next(item for item in source.items if isinstance(item, FoundPicture))
    assert (picture.content, picture.width, picture.height) == (png, 400, 300)
    assert [line.text for line in source.lines()] == ["正文", "框中文字"]


def _laughs() -> bytes:
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    whole = odt("<text:p>&a9;</text:p>")
    memory = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as before, zipfile.ZipFile(memory, "w") as after:
        for name in before.namelist():
            content = before.read(name).decode()
            if name == "content.xml":
                content = f'<!DOCTYPE x [<!ENTITY a0 "x">{entities}]>{content}'
            after.writestr(name, content)
    return memory.getvalue()


HOSTILE = {
    "laughs": (_laughs, "document type definition"),
    "deep": (lambda: odt("<text:section>" * 20_000 + "</text:section>" * 20_000), "far more in it"),
    "nested": (lambda: odt("<text:section>" * 200 + "</text:section>" * 200), "far more in it"),
    "paragraphs": (lambda: odt("<text:p/>" * 1_000_000), "far more in it"),
    "rows": (
        lambda: odt(
            '<table:table><table:table-row table:number-rows-repeated="999999"><table:table-cell><text:p>x</text:p>'
            "</table:table-cell></table:table-row></table:table>"
        ),
        "far more in it",
    ),
    "columns": (
        lambda: odt(
            '<table:table><table:table-row><table:table-cell table:number-columns-repeated="999999"><text:p>x'
            "</text:p></table:table-cell></table:table-row></table:table>"
        ),
        "far more in it",
    ),
    "cut off": (lambda: odt("<text:p>x</text:p>")[:-40], "damaged"),
    "encrypted": (
        lambda: odt("", **{"META-INF__manifest_dot_xml": "<m><encryption-data/></m>"}),
        "under a password",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_harms_or_is_broken_is_refused_in_time(name: str) -> None:
    make, sentence = HOSTILE[name]
    content = make()
    start = time.monotonic()
    assert sentence in str(_piece(content).error)
    assert time.monotonic() - start < 10


def test_a_sheets_empty_columns_are_no_harm() -> None:
    body = (
        "<table:table><table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell><table:table-cell>"
        '<text:p>乙</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/>'
        "</table:table-row></table:table>"
    )
    source = _source(body)
    cells = [
        cell.text for item in source.items if isinstance(item, Table) for row in item.rows for cell in row
    ]
    assert [text for text in cells if text] + [line.text for line in source.lines()] == ["甲", "乙"]
