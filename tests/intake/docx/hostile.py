"""Word packages made to do harm: each is small, and each must be refused or read in a moment."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable

from tests.intake.docx.making import SPACES, p, package, part, relations, zipped

MILLION = 1_000_000
_PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="3600000" cy="3600000"/><a:graphic><a:graphicData>'
    '<pic:pic><pic:blipFill><a:blip r:embed="{key}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r></w:p>"
)
_LAUGHS = '<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def _streamed(name: str, head: bytes, unit: bytes, times: int, tail: bytes, rest: bytes) -> bytes:
    """The package *rest* with one member more: *unit* so many times."""
    file = io.BytesIO(rest)
    with (
        zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open(name, "w", force_zip64=True) as member,
    ):
        member.write(head)
        for _ in range(times):
            member.write(unit)
        member.write(tail)
    return file.getvalue()


def _without_document(*links: tuple[str, str, str]) -> bytes:
    return zipped(
        {
            "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": relations(*links),
        }
    )


def _document(inside: bytes, times: int) -> bytes:
    """A document.xml with *inside*, about a million bytes of it, so many times."""
    head = f"<w:document {SPACES}><w:body>".encode()
    unit = inside * max(1, MILLION // len(inside))
    return _streamed("word/document.xml", head, unit, times, b"</w:body></w:document>", _without_document())


def _raw(document: str | bytes) -> bytes:
    return zipped(
        {
            "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
            "word/document.xml": document,
        }
    )


def _media(times: int, count: int) -> bytes:
    """Pictures of *times* million zeros."""
    links = tuple((f"r{n}", "image", f"media/{n}.bmp") for n in range(count))
    content = package(
        p("会议照片如下。") + "".join(_PICTURE.format(key=f"r{n}") for n in range(count)), links
    )
    for n in range(count):
        content = _streamed(f"word/media/{n}.bmp", b"BM", bytes(MILLION), times, b"", content)
    return content


def _lying() -> bytes:
    """A document that says it unpacks to ten bytes and has 200 million."""
    content = _document(b"<w:p/>" * 10, 80)
    directory = content.rindex(b"PK\x01\x02")
    return content[: directory + 24] + struct.pack("<L", 10) + content[directory + 28 :]


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    header = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(9000)))
        + chunk(b"IEND", b"")
    )


def _huge_picture() -> bytes:
    return package(
        p("会议照片如下。") + _PICTURE.format(key="r9"),
        (("r9", "image", "media/a.png"),),
        {"word/media/a.png": _png(60_000, 60_000)},
    )


def _dtd(definitions: str, text: str) -> str:
    return (
        f'<?xml version="1.0"?><!DOCTYPE w:document [{definitions}]>'
        f"<w:document {SPACES}><w:body>{p(text)}</w:body></w:document>"
    )


def _xxe(secret: str) -> str:
    return _dtd(f'<!ENTITY x SYSTEM f"file://{secret}">', "&x;")


def _nested(around: tuple[str, str], times: int) -> bytes:
    return package(around[0] * times + p("里") + around[1] * times)


def _attributes() -> bytes:
    names = " ".join(f'w:a{n}=""' for n in range(600_000))
    return _raw(f"<w:document {SPACES}><w:body><w:p {names}/></w:body></w:document>")


def _chunks(depth: int) -> bytes:
    """Documents in documents, each twice in the next."""
    content = package(p("最里面"))
    for _ in range(depth):
        content = package(
            '<w:altChunk r:id="a"/><w:altChunk r:id="a"/>',
            (("a", "aFChunk", "a.docx"),),
            {"word/a.docx": content},
        )
    return content


def _wide_table() -> bytes:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="99999"/><w:vMerge/></w:tcPr><w:p/></w:tc>'
    return package(f"<w:tbl>{f'<w:tr>{cell * 300}</w:tr>' * 100}</w:tbl>{p('表后')}")


def _circles() -> bytes:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="b"/><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="numbering" w:styleId="n"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style>"
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="n"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = p("文", '<w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    return package(body, styles=styles, numbering=numbering)


def _comments() -> bytes:
    each = "".join(f'<w:comment w:id="{n}"><w:p/></w:comment>' for n in range(10_000))
    opened = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in range(10_000))
    return package(opened + p("甲") * 10_000, comments=each)


def _members() -> bytes:
    return zipped(
        {"word/document.xml": part("document", "<w:body/>")} | {f"word/{n}.xml": "" for n in range(5_001)}
    )


def _duplicates() -> bytes:
    file = io.BytesIO(package(p("一")))
    with zipfile.ZipFile(file, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that is the point
        for n in range(3):
            archive.writestr("word/document.xml", part("document", f"<w:body>{p(str(n))}</w:body>"))
    return file.getvalue()


def _outside(secret: str) -> bytes:
    links = (
        ("r1", "image", f"../../../../../../..{secret}"),
        ("r2", "image", f"file://{secret}"),
        ("r3", "image", "http://127.0.0.1:9/x.png"),
        ("r4", "aFChunk", f"file://{secret}"),
        ("r5", "attachedTemplate", "http://127.0.0.1:9/x.dotm"),
    )
    body = "".join(_PICTURE.format(key=f"r{n}") for n in (1, 2, 3)) + '<w:altChunk r:id="r4"/>' + p("文")
    return package(body, links, {"../../../evil.txt": "x", "/evil.txt": "x", "word\\..\\..\\evil.txt": "x"})


def _laughing(encoding: str = "utf-8", declared: str = "") -> bytes:
    declaration = f'<?xml version="1.0" encoding="{declared}"?>'.encode() if declared else b""
    return _raw(declaration + _dtd(_LAUGHS, "&l9;").encode(encoding))


def _missing() -> bytes:
    body = _PICTURE.format(key="r7") + _PICTURE.format(key="r8") + '<w:altChunk r:id="r9"/>' + p("文")
    return package(
        body, (("r7", "image", "media/none.png"), ("s", "styles", "none.xml"), ("n", "numbering", "none.xml"))
    )


def _entities_in_styles() -> bytes:
    return package(p("文"), (("s", "styles", "styles.xml"),), {"word/styles.xml": _dtd(_LAUGHS, "&l9;")})


def _cut(share: float) -> bytes:
    whole = package("".join(p(f"第{n}段") for n in range(500)))
    return whole[: int(len(whole) * share)]


_CONTROL = ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")
_TABLE = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")
_BOX = (
    "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>",
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
)

CASES: dict[str, Callable[[], bytes]] = {
    "bomb in the document": lambda: _document(b" ", 100),
    "bomb in one text": lambda: _document(b"<w:p><w:r><w:t>" + b"x" * MILLION + b"</w:t></w:r></w:p>", 60),
    "bomb in media": lambda: _media(70, 1),
    "many bombs in media": lambda: _media(20, 9),
    "a size that lies": _lying,
    "9 million empty paragraphs": lambda: _document(b"<w:p/>", 54),
    "a million runs": lambda: package(f"<w:p>{'<w:r/>' * MILLION}</w:p>"),
    "200,000 runs with text": lambda: package(f"<w:p>{'<w:r><w:t>x</w:t></w:r>' * 200_000}</w:p>"),
    "600,000 attributes": _attributes,
    "expanding entities": _laughing,
    "expanding entities in UTF-16": lambda: _laughing("utf-16"),
    "expanding entities in UTF-16 without a mark": lambda: _laughing("utf-16-be"),
    "expanding entities in UTF-7": lambda: _laughing("utf-7", "UTF-7"),
    "expanding entities in an attribute": lambda: _raw(
        _dtd(_LAUGHS, "文").replace("<w:body>", '<w:body w:a="&l9;">')
    ),
    "entities in the styles": _entities_in_styles,
    "no document": _without_document,
    "no relations": lambda: zipped({"word/document.xml": part("document", f"<w:body>{p('文')}</w:body>")}),
    "nothing that is referred to": _missing,
    "a document that is a picture": lambda: _raw(_png(9, 9)),
    "wrong content types": lambda: package(p("文"), files={"[Content_Types].xml": "<Types/>"}),
    "a truncated zip": lambda: _cut(0.98),
    "a zip truncated in the middle": lambda: _cut(0.5),
    "20,000 controls in each other": lambda: _nested(_CONTROL, 20_000),
    "100 controls in each other": lambda: _nested(_CONTROL, 100),
    "80 tables in each other": lambda: _nested(_TABLE, 80),
    "40 text boxes in each other": lambda: _nested(_BOX, 40),
    "a picture of 60,000 by 60,000": _huge_picture,
    "documents in documents": lambda: _chunks(6),
    "a table of 30,000 wide cells": _wide_table,
    "styles and lists in circles": _circles,
    "10,000 comments on everything": _comments,
    "5,001 parts": _members,
    "a document four times": _duplicates,
}

AIMED: dict[str, Callable[[str], bytes]] = {
    "an entity that is a local file": lambda secret: _raw(_xxe(secret)),
    "a DOCTYPE after a long comment": lambda secret: _raw(f"<!--{'x' * 300_000}-->" + _xxe(secret)[21:]),
    "parts outside the package": _outside,
}
"""Cases that are after a file of this machine, by its path."""
