"""OFD gives paragraphs as a PDF does: characters stand where their deltas lead."""
# ruff: noqa: E501 - markup in one piece reads better

from __future__ import annotations

import io
import time
import zipfile

import pytest

from bulletin_desktop.document.model import CellAlign
from bulletin_desktop.intake.kinds import Kind
from bulletin_desktop.intake.reading import File, Piece, read
from tests.intake.pdf_files import Set, column
from tests.intake.test_pdf_files import FIRST, SECOND

MM = 25.4 / 72
SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def _text(one: Set) -> str:
    """A text object; its deltas are written once as they are and once as a group."""
    x, y, size = one.x * MM, one.y * MM, one.size * MM
    deltas = f"g {len(one.text) - 1} {size:.4f}" if len(one.text) > 2 else f"{size:.4f}"
    return (
        f'<ofd:TextObject Boundary="{x:.3f} {y - size:.3f} {size * len(one.text):.3f} {size:.3f}" Font="1" '
        f'Size="{size:.4f}"><ofd:TextCode X="0" Y="{size:.4f}" DeltaX="{deltas}">{one.text}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def ofd(*pages: list[Set], root: str = "Doc_0/Document.xml", extra: str = "") -> bytes:
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    parts = {
        "OFD.xml": f"<ofd:OFD {SPACE}><ofd:DocBody><ofd:DocInfo><ofd:Title>简报</ofd:Title></ofd:DocInfo>"
        f"<ofd:DocRoot>{root}</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        "</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        "Doc_0/PublicRes.xml": f'<ofd:Res {SPACE}><ofd:Fonts><ofd:Font ID="1" FontName="仿宋"/></ofd:Fonts></ofd:Res>',
    }
    for nth, page in enumerate(pages):
        layer = "".join(map(_text, page)) + extra
        parts[f"Doc_0/Pages/Page_{nth}/Content.xml"] = (
            f"<ofd:Page {SPACE}><ofd:Content><ofd:Layer>{layer}</ofd:Layer></ofd:Content></ofd:Page>"
        )
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return memory.getvalue()


def _piece(content: bytes) -> Piece:
    (piece,) = read(File("稿.ofd", content))
    assert piece.kind is Kind.OFD
    return piece


@pytest.mark.parametrize("root", ["Doc_0/Document.xml", "/Doc_0/Document.xml"])
def test_lines_are_paragraphs_again_with_their_looks(root: str) -> None:
    headline = Set(595 / 2 - 4.5 * 22, 90, "市政协召开主席会议", 22)
    pages = [[headline, *column(FIRST, 140), Set(290, 800, "— 1 —", 12)], column(SECOND, 120)]
    source = _piece(ofd(*pages, root=root)).source
    assert source is not None
    lines = list(source.lines())
    assert [line.text for line in lines] == ["市政协召开主席会议", FIRST, SECOND]
    assert (lines[0].look.align, round(lines[0].look.size), lines[0].look.face) == (
        CellAlign.CENTER,
        22,
        "仿宋",
    )
    assert source.title == "简报"


def test_a_scaled_text_stands_where_its_matrix_puts_it() -> None:
    extra = (
        '<ofd:TextObject Boundary="20 100 100 10" Font="1" Size="1" CTM="5.6 0 0 5.6 0 0">'
        '<ofd:TextCode X="0" Y="1" DeltaX="1 1 1">缩放文字</ofd:TextCode></ofd:TextObject>'
    )
    source = _piece(ofd([], extra=extra)).source
    assert source is not None
    assert [(line.text, round(line.look.size)) for line in source.lines()] == [("缩放文字", 16)]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (ofd([]), "recognised (OCR)"),
        (ofd([], root="Doc_1/Document.xml"), "damaged or encrypted OFD"),
        (ofd(*[[] for _ in range(401)]), "more than 400 pages"),
        (ofd([Set(10, 10, "字")] * 150_000), "has far more in it"),
    ],
)
def test_what_gives_no_text_says_why(content: bytes, sentence: str) -> None:
    start = time.monotonic()
    assert sentence in str(_piece(content).error)
    assert time.monotonic() - start < 8


def test_deltas_without_end_are_cut() -> None:
    extra = (
        '<ofd:TextObject Boundary="20 100 100 10" Font="1" Size="5"><ofd:TextCode X="0" Y="5" '
        'DeltaX="g 999999999 5 g x y">字字</ofd:TextCode></ofd:TextObject>'
    )
    source = _piece(ofd([], extra=extra)).source
    assert source is not None
    assert [line.text for line in source.lines()] == ["字字"]
