"""An issue with everything a line can hold, and what other programs read in its PDF."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from bulletin_desktop.document.model import (
    Article,
    Cell,
    Imprint,
    Issue,
    Mark,
    Masthead,
    Paragraph,
    Picture,
    Role,
    Section,
    Span,
    Table,
)
from bulletin_desktop.export.job import Job
from bulletin_desktop.gui.output.pdf import PdfWriter
from bulletin_desktop.gui.preview.qt_measures import QtMeasures
from bulletin_desktop.services import publish
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.typesetter import Typesetter

RADICALS = "工力文⼯⼒⽂见見兀龟⻰龙风⻛"
"""Characters that share a glyph with another in many fonts."""
TWINS = "Ω\u2126µμ–—―-‑·・•ﬁfiﬀff〇○ｱアＡA①㎡℃％‰𠮷𠀀"
SENTENCE = "会议指出，做好2026年当前工作关系到全局，“各单位”要认真落实责任——不得延误……"
TALL = (Mark.SUPERSCRIPT, Mark.SUBSCRIPT)
"""They stand off the baseline, so that readers of a PDF take them for lines of their own."""


def paragraph(number: int, *spans: Span) -> Paragraph:
    return Paragraph(f"{number:026}", Role.BODY, spans)


def article(number: int, headline: str, *blocks: Paragraph | Picture | Table) -> Article:
    return Article(f"A{number:025}", (headline,), blocks=blocks, credit="供稿单位")


def table(number: int) -> Table:
    rows = [
        ("单位", "件数", "说明"),
        ("水利局", "12", "已办结8件，其余按期办理"),
        ("教育局", "3", "工作正常"),
    ]
    cells = tuple(tuple(Cell((Span(text),)) for text in row) for row in rows)
    return Table(f"{number:026}", (300, 200, 500), cells, header_rows=1)


def red_picture() -> bytes:
    image = QImage(120, 60, QImage.Format.Format_RGB32)
    image.fill(0xFFFF0000)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


PICTURE = red_picture()
SHA256 = hashlib.sha256(PICTURE).hexdigest()
PICTURES = {SHA256: PICTURE}


def whole_issue() -> Issue:
    marked = [Span(f"国务院{mark.value}工", frozenset({mark})) for mark in Mark if mark not in TALL]
    first = article(
        1,
        "工作的标题",
        paragraph(1, *marked),
        paragraph(2, Span(RADICALS)),
        paragraph(3, Span(TWINS)),
        paragraph(4, Span("粗斜体的字 and Latin", frozenset({Mark.BOLD, Mark.ITALIC}))),
    )
    second = article(2, "龙的标题", *(paragraph(10 + n, Span(SENTENCE * 3)) for n in range(12)))
    picture = Picture(f"{41:026}", SHA256, 800, 400, "图片的说明")
    third = article(3, "没有栏目的一篇", paragraph(40, Span(SENTENCE)), picture, table(42))
    return Issue(
        "i" * 26,
        "云溪信息",
        2026,
        1,
        dt.date(2026, 1, 8),
        Masthead("云溪信息", "云溪县委办公室", "内部资料", "000001"),
        imprint=Imprint(report_to="县委", send_to="县政府", copies=50),
        sections=(Section("s" * 26, "要闻", (first, second)), Section("t" * 26, "", (third,))),
    )


@pytest.fixture(scope="session")
def measures(qapp: QApplication) -> QtMeasures:
    return QtMeasures()


@pytest.fixture(scope="session")
def typesetter(measures: QtMeasures) -> Typesetter:
    return publish.typesetter("jianbao", measures)


@pytest.fixture(scope="session")
def writer(measures: QtMeasures, qapp: QApplication) -> PdfWriter:
    return PdfWriter(measures, qapp)


@pytest.fixture(scope="session")
def issue() -> Issue:
    return whole_issue()


@pytest.fixture(scope="session")
def layout(typesetter: Typesetter, issue: Issue) -> Layout:
    return typesetter.layout(issue)


@pytest.fixture(scope="session")
def pdf(writer: PdfWriter, layout: Layout, issue: Issue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The issue's PDF."""
    path = tmp_path_factory.mktemp("pdf") / "issue.pdf"
    writer.write(Job(layout, issue, path, "THE-EXPORT", PICTURES))
    return path


@pytest.fixture(scope="session")
def poppler() -> Callable[..., str]:
    """Run one of poppler's programs and return what it prints."""
    if shutil.which("pdftotext") is None:
        pytest.skip("needs poppler's programs")

    def call(program: str, *arguments: object) -> str:
        command = [program, *map(str, arguments)]
        return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout

    return call
