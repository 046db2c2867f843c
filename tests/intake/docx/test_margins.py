"""What stands beside the text: notes, comments, headers, properties, files inside; and odd packages."""

from __future__ import annotations

import pytest

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import reading
from bulletin_desktop.intake.docx import read
from bulletin_desktop.intake.reading import File
from bulletin_desktop.intake.source import Comment, Note
from tests.intake.docx.making import (
    LISTED,
    SPACES,
    around,
    one_list,
    p,
    package,
    part,
    r,
    relations,
    source,
    texts,
    told,
    zipped,
)

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>关于春灌\n的报告</dc:title><dc:creator>王明</dc:creator>'
    "</cp:coreProperties>"
)


def note(key: int, *paragraphs: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{key}">{"".join(p(text) for text in paragraphs)}</w:{kind}>'


def ref(key: int, kind: str = "footnote", more: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{key}"{more}/></w:r>'


def test_footnotes_are_numbered_as_they_are_referred_to() -> None:
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    body = f"<w:p>{r('甲')}{ref(2)}{r('乙')}{ref(1)}</w:p>"
    found = source(body, footnotes=separator + note(1, "后") + note(2, "先", "又") + note(3, "无人引用"))
    assert found.notes == (Note("1", ("先", "又")), Note("2", ("后",)))
    assert found.items[0].notes == ((1, 0), (2, 1))
    assert told(found) == {"notes": 2}


def test_endnotes_and_formats_of_numbers() -> None:
    body = f"<w:p>{r('甲')}{ref(1)}{ref(1, 'endnote')}</w:p>"
    settings = '<w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/></w:footnotePr>'
    found = source(body, footnotes=note(1, "脚"), endnotes=note(1, "尾", kind="endnote"), settings=settings)
    assert found.notes == (Note("①", ("脚",)), Note("i", ("尾",), endnote=True))


def test_a_note_s_own_mark_is_its_label_and_no_text() -> None:
    mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>＊</w:t></w:r>'
    body = f"<w:p>{r('甲')}{mark}{r('乙')}</w:p>"
    found = source(body, footnotes=note(1, "注"))
    assert (texts(found), found.notes) == (["甲乙"], (Note("＊", ("注",)),))


def test_notes_of_cells_stand_below_their_table_and_are_marked_in_it() -> None:
    cells = f"<w:tc><w:p>{r('30')}{ref(1)}</w:p></w:tc><w:tc>{p('户')}</w:tc>"
    found = source(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>", footnotes=note(1, "估计数"))
    assert found.items[0].rows[0][0].text == "30[1]"
    assert (found.items[1].text, found.items[1].notes) == ("", ((0, 0),))


def test_a_number_s_length_moves_the_notes_behind_it() -> None:
    body = f"<w:p><w:pPr>{LISTED}</w:pPr>{r('甲')}{ref(1)}</w:p>"
    lists = one_list("chineseCounting", "%1、")
    line = source(body, numbering=lists, footnotes=note(1, "注")).items[0]
    assert (line.text, line.notes) == ("一、甲", ((3, 0),))


def test_comments_are_listed_with_what_they_are_about() -> None:
    comments = (
        '<w:comment w:id="5" w:author="李红" w:date="2026-03-01T09:00:00Z">'
        f"{p('请核对')}{p('数字')}</w:comment>"
        f'<w:comment w:id="6">{p("无处")}</w:comment>'
    )
    begins, ends = (f'<w:commentRange{which} w:id="5"/>' for which in ("Start", "End"))
    body = f"<w:p>{r('全县')}{begins}{r('30')}</w:p><w:p>{r('公里')}{ends}</w:p>"
    found = source(body, comments=comments)
    assert found.comments == (
        Comment("请核对\n数字", "李红", "2026-03-01T09:00:00Z", "30公里"), Comment("无处"),
    )  # fmt: skip
    assert (texts(found), told(found)) == (["全县30", "公里"], {"comments": 2})


def test_headers_with_words_and_macros_are_told() -> None:
    links = (("f", "footer", "f2.xml"), ("v", "vbaProject", "vbaProject.bin"))
    files = {"word/f2.xml": part("ftr", p("- 7 -")), "word/vbaProject.bin": b"x"}
    assert told(source(p("文"), links, files, header=p("内部资料"))) == {"headers": 1, "macros": 1}


def test_title_and_author_are_the_package_s() -> None:
    found = source(p("文"), (), {"docProps/core.xml": CORE})
    assert (found.title, found.author) == ("关于春灌 的报告", "王明")


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", "第一行\n第二行".encode(), ["第一行", "第二行"]),
        ("a.docx", package(p("内文")), ["内文"]),
        ("a.html", b"<html><body><p>\xe6\xae\xb5\xe8\x90\xbd</p></body></html>", ["段落"]),
    ],
)
def test_files_that_are_text_of_the_document_are_read(name: str, content: bytes, expected: list[str]) -> None:
    body = p("前") + '<w:altChunk r:id="a"/>' + p("后")
    assert texts(source(body, (("a", "aFChunk", name),), {f"word/{name}": content})) == [
        "前",
        *expected,
        "后",
    ]


def test_notes_and_comments_of_a_document_inside_come_with_it() -> None:
    inner = package(
        f"<w:p>{r('内')}{ref(7)}</w:p>",
        footnotes=note(7, "内注"),
        comments=f'<w:comment w:id="1">{p("批")}</w:comment>',
    )
    body = f"<w:p>{r('前')}{ref(1)}</w:p>" + '<w:altChunk r:id="a"/>' + f"<w:p>{r('后')}{ref(2)}</w:p>"
    found = source(
        body, (("a", "aFChunk", "a.docx"),), {"word/a.docx": inner}, footnotes=note(1, "甲") + note(2, "乙")
    )
    of_line = [[found.notes[which].lines for _, which in line.notes] for line in found.lines()]
    assert of_line == [[("甲",)], [("内注",)], [("乙",)]]
    assert ([one.text for one in found.comments], told(found)) == (["批"], {"comments": 1, "notes": 3})


def test_files_inside_that_cannot_be_read_are_told() -> None:
    found = source(
        '<w:altChunk r:id="a"/><w:altChunk r:id="b"/>', (("a", "aFChunk", "a.bin"),), {"word/a.bin": b"\0\1"}
    )
    assert told(found) == {"attachments": 2}


def test_a_strict_package_reads_like_any_other() -> None:
    strict = SPACES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    types = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    plain = relations(("r1", "officeDocument", "word/document.xml"))
    start, _, rest = plain.partition('Type="')
    content = zipped(
        {
            "_rels/.rels": f'{start}Type="{types}{rest[rest.index(chr(34)) :]}',
            "word/document.xml": f"<w:document {strict}><w:body>{p('严格')}</w:body></w:document>",
        }
    )
    assert texts(read(File("a.docx", content))) == ["严格"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_parts_in_other_encodings_are_read(encoding: str) -> None:
    document = f'<?xml version="1.0"?>{part("document", around("w:body", p("文")))}'.encode(encoding)
    content = zipped(
        {"_rels/.rels": relations(("r", "officeDocument", "word/d2.xml")), "word/d2.xml": document}
    )
    assert texts(read(File("a.docx", content))) == ["文"]


def test_names_of_parts_are_found_whatever_their_slashes_and_case() -> None:
    document = part("document", f"<w:body>{p('文')}</w:body>")
    to_it = relations(("r", "officeDocument", "/Word/Document.xml"))
    content = zipped({"_rels\\.rels": to_it, "word\\document.xml": document})
    assert texts(read(File("a.docx", content))) == ["文"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04word/", "is damaged"),
        (package(p("文"))[:-30], "is damaged"),
        (zipped({"word/document.xml": "<w:document"}), "is damaged"),
        (zipped({"word/document.xml": "<other/>"}), "without a document"),
        (zipped({"word/document.xml": part("document", "")}), "without a document"),
        (zipped({"word/document.xml": "<!DOCTYPE a><a/>"}), "document type definition"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence_with_the_file_s_name(content: bytes, words: str) -> None:
    with pytest.raises(UserError, match=words) as raised:
        read(File("稿件.docx", content))
    assert str(raised.value).startswith("稿件.docx ")


def test_the_reader_is_found_for_such_files() -> None:
    (piece,) = reading.read(File("稿件.doc", package(p("文"))))
    assert piece.source is not None
