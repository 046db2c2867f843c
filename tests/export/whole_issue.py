"""A fictional issue with everything an issue can hold, and its pages."""

from __future__ import annotations

import datetime as dt
import hashlib
import struct
import zlib
from dataclasses import replace

from bulletin_desktop.document.model import (
    Article,
    Cell,
    CellAlign,
    Imprint,
    Issue,
    Mark,
    Masthead,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Section,
    Span,
    Table,
)
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.typesetter import Typesetter
from tests.typeset.conftest import EvenMeasures


def png(width: int, height: int) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x30\x80\xc0" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


PICTURE = png(8, 4)
SHA256 = hashlib.sha256(PICTURE).hexdigest()


def paragraph(key: str, role: Role, *spans: str | Span) -> Paragraph:
    return Paragraph(key, role, tuple(Span(span) if isinstance(span, str) else span for span in spans))


def cell(text: str, columns: int = 1, rows: int = 1, align: CellAlign = CellAlign.LEFT) -> Cell:
    return Cell((Span(text),) if text else (), columns, rows, align)


TABLE = Table(
    "t1",
    (200, 300, 500),
    (
        (cell("单位", rows=2, align=CellAlign.CENTER), cell("用稿情况", columns=2, align=CellAlign.CENTER)),
        (cell("报送"), cell("采用", align=CellAlign.RIGHT)),
        (cell("白鹭区"), cell("12", align=CellAlign.RIGHT), cell("5 & <6>", align=CellAlign.RIGHT)),
        (cell("合计"), cell("", columns=2)),
    ),
    header_rows=2,
)

NEWS = Article(
    "A1",
    ("市政协召开党组（扩大）会议", "安排部署春季工作"),
    "学习贯彻",
    "——在第一次会议上的讲话",
    "（办公室供稿）",
    (
        paragraph("p1", Role.NOTE, "编者按：现予刊发，供参考。"),
        paragraph("p2", Role.HEADING1, "一、提高站位"),
        paragraph("p3", Role.BODY, "走访农户30户，详见https://example.invalid/a?b=1&c=2。"),
        paragraph("p4", Role.HEADING2, "（一）认真学习"),
        paragraph("p5", Role.HEADING3, "1.抓早抓小"),
        paragraph("p6", Role.BODY, *(Span(mark.value, frozenset({mark})) for mark in Mark)),
        paragraph("p7", Role.BODY),
        paragraph("p8", Role.BODY),
    ),
)
LETTER = Article(
    "A2",
    ("关于开展读书活动的倡议书",),
    blocks=(
        paragraph("q1", Role.SALUTATION, "全体委员："),
        paragraph("q2", Role.BODY, "让我们一起读书。"),
        paragraph("q3", Role.SIGNATURE, "政协云溪市委员会办公室"),
        paragraph("q4", Role.DATE, "2026年1月30日"),
        paragraph("q5", Role.ATTACHMENT, "附件"),
        paragraph("q6", Role.BODY, "书目一份。"),
    ),
)
HOSTILE = Article(
    "A3",
    ("<script>alert(\"1\")</script> & 'quoted'",),
    blocks=(paragraph("r1", Role.BODY, "</p></body>&amp;<!-- x -->两个  空格\ufdd0"),),
)
TABLED = Article(
    "A4",
    ("用稿通报",),
    blocks=(
        paragraph("c1", Role.CAPTION, "表1　用稿情况"),
        TABLE,
        paragraph("c2", Role.BODY, "表后正文。"),
        Picture("x1", SHA256, 780, 390, "图1　白鹭湖水源地"),
        PageBreak("b1"),
        paragraph("c3", Role.BODY, "图后正文。"),
    ),
)
ISSUE = Issue(
    "I",
    "政协信息",
    2026,
    3,
    dt.date(2026, 1, 30),
    Masthead("政协信息", "政协云溪市委员会办公室", "内部资料", "000123"),
    running_number=105,
    imprint=Imprint("市委、市政府", "各县区政协", "各委员", 120, "林知秋", "顾长河", "周明远"),
    sections=(
        Section("S1", "要闻", (NEWS,)),
        Section("S2", "倡议", (LETTER, HOSTILE)),
        Section("S3", "", (TABLED,)),
    ),
)


def of(*articles: Article) -> Issue:
    """An issue of these articles in an unnamed section."""
    return replace(ISSUE, sections=(Section("S", "", articles),))


def laid_out(issue: Issue) -> Layout:
    """The pages of *issue*."""
    return Typesetter(template.load(issue.template), EvenMeasures()).layout(issue)
