"""A file is judged by its bytes: what offices send under whatever name is told apart."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from bulletin_desktop.intake import ole
from bulletin_desktop.intake.kinds import Kind, kind_of

WORD_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def packed(**members: str | bytes) -> bytes:
    """A ZIP; in the names __ stands for a slash and _dot_ for a dot."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return memory.getvalue()


def _types(content: str) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        archive.writestr("[Content_Types].xml", f"<Types><Override ContentType='{content}'/></Types>")
        archive.writestr("_rels/.rels", "<Relationships/>")
        archive.writestr("document.xml", "<x/>")
    return memory.getvalue()


def ole_file(*names: str) -> bytes:
    """An OLE container of one FAT sector and one directory sector, with empty streams of these names."""
    fat = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *[0xFFFFFFFF] * 126)
    header = ole.SIGNATURE + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    entries = [_entry("Root Entry", 5, 0xFFFFFFFF, 1)]
    for number, name in enumerate(names, 1):
        right = number + 1 if number < len(names) else 0xFFFFFFFF
        entries.append(_entry(name, 2, right, 0xFFFFFFFF))
    return header + fat + b"".join(entries).ljust(512, b"\0")


def _entry(name: str, kind: int, right: int, child: int) -> bytes:
    text = name.encode("utf-16-le")
    start = text.ljust(64, b"\0") + struct.pack("<HBB", len(text) + 2, kind, 1)
    return (
        start + struct.pack("<III", 0xFFFFFFFF, right, child) + bytes(36) + struct.pack("<IQ", 0xFFFFFFFE, 0)
    )


DOCX = packed(word__document_dot_xml="<x/>")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", Kind.EMPTY),
        (b"\xef\xbb\xbf\r\n  \x00", Kind.EMPTY),
        (b"{\\rtf1\\ansi x}", Kind.RTF),
        (b"  \r\n{\\rtf1\\ansi x}", Kind.RTF),
        (b"%PDF-1.7\n", Kind.PDF),
        (b"\xef\xbb\xbf\r\n%PDF-1.4", Kind.PDF),
        (b"Rar!\x1a\x07\x01\x00", Kind.RAR),
        (b"7z\xbc\xaf\x27\x1c", Kind.RAR),
        (b"\x1f\x8b\x08\x00", Kind.RAR),
        (b"\x89PNG\r\n\x1a\n", Kind.PICTURE),
        (b"\xff\xd8\xff\xe0", Kind.PICTURE),
        (b"GIF89a", Kind.PICTURE),
        (b"BM\x36\x00\x00\x00\x00\x00\x00\x00", Kind.PICTURE),
        (b"II*\x00\x08", Kind.PICTURE),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", Kind.PICTURE),
        (b"\x00\x00\x00\x18ftypheic", Kind.PICTURE),
        (b"L\x00\x00\x00\x01\x14\x02\x00\x00", Kind.SHORTCUT),
        (b"book\x00\x00\x00\x00mark\x00", Kind.SHORTCUT),
        (b"[InternetShortcut]\r\nURL=http://x", Kind.SHORTCUT),
        (b"\x05Admin".ljust(54) + "Admin".encode("utf-16-le").ljust(108, b"\0"), Kind.LOCK),
        (ole_file("WordDocument", "1Table"), Kind.DOC),
        (ole_file("EncryptionInfo", "EncryptedPackage"), Kind.ENCRYPTED),
        (ole_file("Workbook"), Kind.OLE),
        (ole_file("__nameid_version1.0", "__substg1.0_0037001F"), Kind.OUTLOOK),
        (ole.SIGNATURE + bytes(20), Kind.OLE),
        ("3月12日，市政协召开会议。".encode(), Kind.TEXT),
        ("市政协召开会议".encode("utf-16-le"), Kind.TEXT),
        ("主持人：各位委员\n记者：您好".encode("gb18030"), Kind.TEXT),
        (b"Subject: about the meeting\n\nWe met.", Kind.TEXT),
        (b"<3 is less than three", Kind.TEXT),
    ],
)
def test_the_first_bytes_tell(content: bytes, kind: Kind) -> None:
    assert kind_of(content) is kind


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (DOCX, Kind.DOCX),
        (packed(**{"[Content_Types]_dot_xml": "x", "word__other_dot_xml": "x"}), Kind.DOCX),
        (_types(WORD_TYPES), Kind.DOCX),
        (_types("application/vnd.ms-package.xps"), Kind.ZIP),
        (packed(**{"[Content_Types]_dot_xml": "x", "xl__workbook_dot_xml": "x"}), Kind.SPREADSHEET),
        (packed(mimetype="application/vnd.oasis.opendocument.text", content_dot_xml="<x/>"), Kind.ODT),
        (packed(mimetype="application/vnd.oasis.opendocument.spreadsheet"), Kind.SPREADSHEET),
        (packed(mimetype="application/epub+zip"), Kind.ZIP),
        (packed(OFD_dot_xml="<x/>"), Kind.OFD),
        (packed(readme="word/document.xml"), Kind.ZIP),
        (packed(a_dot_docx=DOCX), Kind.ZIP),
        (packed(word__notes_dot_txt="x"), Kind.ZIP),
        (packed(), Kind.ZIP),
        (DOCX[:-30], Kind.DOCX),  # cut off: it was one
        (b"PK\x03\x04" + bytes(200), Kind.ZIP),
    ],
)
def test_a_package_is_what_its_members_say(content: bytes, kind: Kind) -> None:
    assert kind_of(content) is kind


@pytest.mark.parametrize(
    "text",
    [
        "<html><body>会议</body></html>",
        "\n<!DOCTYPE html><html></html>",
        "<!-- 保存自 -->\r\n<html></html>",
        '<?xml version="1.0" encoding="gb2312"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML">\n<html></html>',
        '<html xmlns:o="urn:schemas-microsoft-com:office:office">',
        '<meta charset="gb2312"><p>会议</p>',
        "<p>会议召开。</p>",
        "<div class=x>会议</div>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_html_is_known_whatever_stands_before_it(text: str, encoding: str) -> None:
    assert kind_of(text.encode(encoding)) is Kind.HTML


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('<?xml version="1.0"?><pkg:package xmlns:pkg="x"/>', Kind.XML),
        ('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', Kind.XML),
        ('<?xml version="1.0"?><uof:UOF xmlns:uof="x"/>', Kind.OTHER_XML),
        ("From: a@b.cn\r\nTo: c@d.cn\r\nSubject: x\r\n\r\ntext", Kind.MAIL),
        ("Received: from x\r\n\tby y\r\nSubject: x\r\nContent-Type: multipart/related\r\n\r\n", Kind.MAIL),
        ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n", Kind.MHT),
        ("From: <Saved by Blink>\r\nSnapshot-Content-Location: x\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
         "Content-Type: multipart/related;\r\n\ttype=\"text/html\"\r\n\r\n", Kind.MHT),
        ("From x@y Mon Nov 1\nFrom: a@b.cn\nSubject: x\n\ntext", Kind.MAIL),
    ],
)  # fmt: skip
def test_markup_and_letters_are_told_apart(text: str, kind: Kind) -> None:
    assert kind_of(text.encode()) is kind


def test_a_directory_that_never_ends_is_left() -> None:
    looped = bytearray(ole_file("WordDocument"))
    looped[512 + 4 : 512 + 8] = struct.pack("<I", 1)  # its chain leads back to itself
    looped[1024 + 128 + 72 : 1024 + 128 + 76] = struct.pack("<I", 1)  # and so does its tree
    assert kind_of(bytes(looped)) is Kind.DOC
