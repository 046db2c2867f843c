"""What no office would hand in gives a PDF all the same."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pypdfium2
import pytest
from pypdf import PdfReader

from bulletin_desktop.document.model import Issue, Section
from bulletin_desktop.export.job import Job
from bulletin_desktop.gui.output.pdf import PdfWriter
from bulletin_desktop.gui.preview.qt_measures import QtMeasures
from bulletin_desktop.typeset.typesetter import Typesetter

from .conftest import SENTENCE, Mark, Span, article, paragraph


def made(writer: PdfWriter, typesetter: Typesetter, issue: Issue, *articles: object) -> PdfReader:
    """The issue's PDF with *articles* instead of its own; as many pages as it has in the preview."""
    issue = replace(issue, sections=(Section("s" * 26, "", articles),) if articles else ())
    layout = typesetter.layout(issue)
    reader = PdfReader(io.BytesIO(writer.content(Job(layout, issue, Path("a.pdf"), "X"))))
    assert len(reader.pages) == len(layout.pages)
    return reader


def test_an_issue_of_300_articles(writer: PdfWriter, typesetter: Typesetter, issue: Issue) -> None:
    articles = [article(n, f"第{n}篇", paragraph(n, Span(SENTENCE))) for n in range(1, 301)]
    reader = made(writer, typesetter, issue, *articles)
    assert [each.title for each in reader.outline] == [f"第{n}篇" for n in range(1, 301)]
    links = [link for page in reader.pages for link in page.get("/Annots", ())]
    assert len(links) >= 300


def test_an_empty_issue(writer: PdfWriter, typesetter: Typesetter, issue: Issue) -> None:
    reader = made(writer, typesetter, issue)
    assert "云溪信息" in reader.pages[0].extract_text()
    assert reader.outline == []


def test_a_headline_of_200_characters(writer: PdfWriter, typesetter: Typesetter, issue: Issue) -> None:
    headline = "关于进一步做好工作的通知" * 17
    reader = made(writer, typesetter, issue, article(1, headline[:200], paragraph(1, Span(SENTENCE))))
    assert [each.title for each in reader.outline] == [headline[:200]]


def test_an_article_without_a_headline_is_found_by_its_text(
    writer: PdfWriter, typesetter: Typesetter, issue: Issue
) -> None:
    nameless = replace(article(1, ""), headline=(), blocks=(paragraph(1, Span(SENTENCE * 2)),))
    reader = made(writer, typesetter, issue, nameless, replace(article(2, ""), headline=()))
    (bookmark,) = reader.outline
    assert SENTENCE.startswith(bookmark.title[:20])
    assert len(bookmark.title) <= 40


@pytest.mark.parametrize("text", ["\u0e01\u0e33", "😀国😀", "\ue000", "e\u0301", "\u200b国", "\ufffd"])
def test_characters_that_no_office_font_has(
    writer: PdfWriter, typesetter: Typesetter, issue: Issue, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    reader = made(writer, typesetter, issue, article(1, "题", paragraph(1, Span(f"前{text}后"))))
    found = "".join(page.extract_text() for page in reader.pages)
    assert "前" in found
    assert "后" in found
    assert not caplog.records  # every glyph has its text


def test_a_bold_that_the_font_lacks_is_read_once(
    writer: PdfWriter, typesetter: Typesetter, issue: Issue, measures: QtMeasures
) -> None:
    """Qt paints such characters twice."""
    kai = "AR PL UKai CN"
    if measures.used(kai) != kai:
        pytest.skip(f"needs the font {kai}")
    faces = MappingProxyType({**typesetter.template.mark_faces, Mark.KAITI: kai})
    marks = frozenset({Mark.BOLD, Mark.ITALIC, Mark.KAITI})
    bold = article(1, "题", paragraph(1, Span("独此一句话12", marks), Span("后")))
    other = Typesetter(replace(typesetter.template, mark_faces=faces), measures)
    issue = replace(issue, sections=(Section("s" * 26, "", (bold,)),))
    content = writer.content(Job(other.layout(issue), issue, Path("a.pdf"), "X"))
    document = pypdfium2.PdfDocument(content)
    by_pdfium = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    by_pypdf = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    assert by_pdfium.count("独此一句话12后") == 1
    assert by_pypdf.count("独此一句话") == by_pdfium.count("独") == 1
