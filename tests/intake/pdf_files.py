"""PDF files of a few bytes: characters of one em each, set where a test wants them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 595, 842


class Set(NamedTuple):
    """Text at a place, in points from the page's top left."""

    x: float
    y: float
    text: str
    size: float = 16


def pdf(*pages: Sequence[Set]) -> bytes:
    """A PDF with these pages; its one font says by a map which characters its codes are."""
    ranges = "".join(f"<{high:02x}00> <{high:02x}ff> <{high:02x}00>\n" for high in range(0xD8))
    blocks = ranges.splitlines()
    maps = "".join(
        f"{len(part)} beginbfrange\n{chr(10).join(part)}\nendbfrange\n"
        for part in (blocks[at : at + 100] for at in range(0, len(blocks), 100))
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{maps}endcmap end end"
    )
    kids = " ".join(f"{6 + 2 * nth} 0 R" for nth in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Sung /Encoding /Identity-H /DescendantFonts [4 0 R] "
        "/ToUnicode 5 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sung /DW 1000 /CIDSystemInfo << /Registry (Adobe) "
        "/Ordering (Identity) /Supplement 0 >> >>",
        _stream(cmap),
    ]
    for nth, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {7 + 2 * nth} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>"
        )
        objects.append(_stream("\n".join(_shown(one) for one in page)))
    return _file(objects)


def _shown(one: Set) -> str:
    codes = one.text.encode("utf-16-be").hex()
    return f"BT /F {one.size} Tf 1 0 0 1 {one.x} {HEIGHT - one.y} Tm <{codes}> Tj ET"


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _file(objects: Sequence[str]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("ascii")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)


def column(text: str, top: float, width: int = 28, left: float = 80, size: float = 16) -> list[Set]:
    """A paragraph as it is set: its first line two characters inside, *width* characters a line."""
    text = "　　" + text
    rows = [text[at : at + width] for at in range(0, len(text), width)]
    found = []
    for nth, row in enumerate(rows):
        inside = len(row) - len(row.lstrip("　"))
        found.append(Set(left + inside * size, top + nth * 1.8 * size, row.lstrip("　"), size))
    return found
