"""Word's documents in one file of XML are read as the packages they stand for."""
# ruff: noqa: E501 - markup in one piece reads better

from __future__ import annotations

import base64

import pytest

from bulletin_desktop.document.model import CellAlign, Mark, Table
from bulletin_desktop.intake.kinds import Kind
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.reading import File, Piece, read
from bulletin_desktop.intake.source import Note, Source, Told

PNG = b"\x89PNG\r\n\x1a\n" + bytes(30)
FLAT = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">{}</pkg:package>'
)
PART = '<pkg:part pkg:name="/{}"><pkg:xmlData>{}</pkg:xmlData></pkg:part>'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OLD = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" '
    'xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:aml="http://schemas.microsoft.com/aml/2001/core"><w:body><wx:sect>{}</wx:sect></w:body></w:wordDocument>'
)


def _piece(text: str) -> Piece:
    (piece,) = read(File("稿.xml", text.encode()))
    assert piece.kind is Kind.XML
    return piece


def _source(text: str) -> Source:
    source = _piece(text).source
    assert source is not None
    return source


def test_a_package_unrolled_is_read_as_one() -> None:
    document = (
        f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>会议召开</w:t></w:r></w:p></w:body></w:document>'
    )
    assert [
        line.text for line in _source(FLAT.format(PART.format("word/document.xml", document))).lines()
    ] == ["会议召开"]


def _run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def test_the_form_of_word_2003_is_read_with_its_looks() -> None:
    fonts = '<w:rFonts w:fareast="黑体"/><w:sz w:val="44"/>'
    source = _source(
        OLD.format(
            f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{_run("标题", fonts)}</w:p>'
            f'<wx:sub-section><w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><wx:t wx:val="一、"/></w:listPr></w:pPr>{_run("总则")}</w:p>'
            f"</wx:sub-section><w:p>{_run('甲')}{_run('乙', '<w:b/>')}</w:p>"
        )
    )
    title, heading, body = source.lines()
    assert (title.look.align, title.look.size, title.spans[0].marks) == (CellAlign.CENTER, 22, {Mark.HEITI})
    assert heading.text == "一、总则"
    assert [(span.text, set(span.marks)) for span in body.spans] == [("甲", set()), ("乙", {Mark.BOLD})]


def test_changes_notes_comments_and_pictures_of_word_2003() -> None:
    change = '<aml:annotation aml:id="0" w:type="Word.{}" aml:author="李明" aml:createdate="2026-03-12T09:00:00Z"><aml:content>{}</aml:content></aml:annotation>'
    deleted = "<w:r><w:delText>删去</w:delText></w:r>"
    picture = f'<w:r><w:pict><w:binData w:name="wordml://1.png">{base64.b64encode(PNG).decode()}</w:binData><v:shape style="width:72pt;height:36pt"><v:imagedata src="wordml://1.png"/></v:shape></w:pict></w:r>'
    note = f"<w:r><w:footnote><w:p>{_run('注释')}</w:p></w:footnote></w:r>"
    comment = change.format("Comment", f"<w:p>{_run('核对')}</w:p>")
    source = _source(
        OLD.format(
            f"<w:p>{_run('正文')}{change.format('Deletion', deleted)}{change.format('Insertion', _run('新增'))}"
            f"{note}{comment}</w:p><w:p>{picture}</w:p>"
        )
    )
    line = next(source.lines())
    assert (line.text, line.notes, source.notes) == ("正文新增", ((4, 0),), (Note("1", ("注释",)),))
    assert [(one.text, one.author) for one in source.comments] == [("核对", "李明")]
    assert [item.content for item in source.items if isinstance(item, FoundPicture)] == [PNG]
    told = dict(source.told)
    assert (told[Told.DELETIONS], told[Told.INSERTIONS]) == (1, 1)


def test_merged_cells_of_word_2003() -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    first = cell.format('<w:vmerge w:val="restart"/>', "甲")
    rows = (
        f"<w:tr>{first}{cell.format('', '乙')}</w:tr>"
        f"<w:tr>{cell.format('<w:vmerge/>', '')}{cell.format('', '丙')}</w:tr>"
    )
    (table,) = _source(OLD.format(f"<w:tbl>{rows}</w:tbl>")).items
    assert isinstance(table, Table)
    assert [[(one.text, one.rows) for one in row] for row in table.rows] == [
        [("甲", 2), ("乙", 1)],
        [("丙", 1)],
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (OLD.format("<w:p>"), "damaged Word document in XML"),
        (
            '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>' + OLD.partition("?>")[2].format("<w:p/>"),
            "damaged",
        ),
        (OLD.format("<w:p/>" * 1_300_000), "far more in it"),
        (FLAT.format(""), "without a document"),
    ],
)
def test_what_harms_or_is_broken_is_refused(text: str, sentence: str) -> None:
    assert sentence in str(_piece(text).error)
