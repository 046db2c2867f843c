"""The PDF: text that can be found and copied, embedded fonts, bookmarks, links, and whose it is."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from bulletin_desktop.document.model import Issue
from bulletin_desktop.errors import UserError
from bulletin_desktop.export.job import Cancelled, Job
from bulletin_desktop.gui.output.pdf import PdfWriter
from bulletin_desktop.gui.preview.qt_measures import QtMeasures
from bulletin_desktop.services import views
from bulletin_desktop.typeset import place
from bulletin_desktop.typeset.layout import Layout

from .conftest import PICTURES

Poppler = Callable[..., str]


def printed(layout: Layout, measures: QtMeasures) -> list[str]:
    """Every line of the pages and each page's number; of spaces only that there are some."""
    placer = place.Placer(layout.template, measures)
    pages = views.pages_json(layout, measures)["pages"]
    return [
        " ".join(text.split())
        for page in pages
        for text in (
            *(line["text"] for line in page["lines"]),
            "".join(part.text for part in placer.folio(page["number"])),
        )
    ]


def read(text: str) -> list[str]:
    return [line for each in re.split(r"[\n\r\f]", text) if (line := " ".join(each.split()))]


def test_poppler_reads_the_very_characters(
    poppler: Poppler, pdf: Path, layout: Layout, measures: QtMeasures
) -> None:
    """With a space where the text has one, and none where a line is spread or a digit stands off."""
    pages = views.pages_json(layout, measures)["pages"]
    rows = {line["text"] for page in pages for line in page["lines"] if line["role"] == "table"}
    lines = read(poppler("pdftotext", "-raw", pdf, "-"))
    squeezed = ("".join(line.split()) for line in lines)  # cells stand apart, with nothing in the text
    assert len(rows) >= 3
    assert [cells if cells in rows else line for line, cells in zip(lines, squeezed, strict=True)] == printed(
        layout, measures
    )


def test_poppler_reads_them_in_the_page_s_order(
    poppler: Poppler, pdf: Path, layout: Layout, measures: QtMeasures
) -> None:
    lines = read(poppler("pdftotext", "-layout", pdf, "-"))
    assert ["".join(line.split()) for line in lines] == [
        "".join(line.split()) for line in printed(layout, measures)
    ]


def test_pdfium_sees_no_space_where_the_text_has_none(pdf: Path) -> None:
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    assert "会议指出，做好2026年当前工作关系到全局，“各单位”" in text
    assert "斜体的字 and Latin" in text


def test_pdfium_reads_the_very_characters(pdf: Path, layout: Layout, measures: QtMeasures) -> None:
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    expected = "".join(printed(layout, measures)).replace("ﬁ", "fi").replace("ﬀ", "ff")  # pdfium's own habit
    assert "".join(text.split()).replace("\ufffe", "-") == "".join(expected.split())


def test_every_font_is_embedded_and_has_its_map(poppler: Poppler, pdf: Path) -> None:
    rows = [row.split() for row in poppler("pdffonts", pdf).splitlines()[2:]]
    assert rows
    assert {(row[-5], row[-3]) for row in rows} == {("yes", "yes")}  # embedded, ToUnicode


def test_pages_are_the_layout_s(pdf: Path, layout: Layout) -> None:
    reader = PdfReader(pdf)
    assert len(reader.pages) == len(layout.pages)
    setup = layout.template.page
    assert {(round(p.mediabox.width), round(p.mediabox.height)) for p in reader.pages} == {
        (round(setup.width / 20), round(setup.height / 20))
    }


def test_the_document_says_whose_it_is_and_which_export(pdf: Path) -> None:
    reader = PdfReader(pdf)
    assert reader.metadata is not None
    assert reader.metadata.title == "云溪信息2026年第1期"
    assert reader.metadata.author == "云溪县委办公室"
    assert reader.metadata.creator == "Bulletin Desktop"
    assert reader.metadata["/BulletinDesktopExport"] == "THE-EXPORT"
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"
    assert reader.pdf_header == "%PDF-1.4"


def outline(reader: PdfReader, items: list[object], depth: int = 0) -> Iterator[tuple[int, str, int, float]]:
    for item in items:
        if isinstance(item, list):
            yield from outline(reader, item, depth + 1)
        else:
            yield depth, item.title, reader.get_destination_page_number(item), item.top


def test_bookmarks_are_the_sections_with_their_articles(pdf: Path, layout: Layout, issue: Issue) -> None:
    reader = PdfReader(pdf)
    found = list(outline(reader, reader.outline))
    assert [(depth, title) for depth, title, _, _ in found] == [
        (0, "要闻"),
        (1, "工作的标题"),
        (1, "龙的标题"),
        (0, "没有栏目的一篇"),
    ]
    pages = [page for depth, title, page, _ in found if title != "要闻"]
    assert pages == [(layout.page_of(article.id) or 0) - 1 for article in issue.articles()]
    assert found[0][3] > found[1][3]  # the section's title stands above its first article


def test_a_line_of_the_contents_leads_to_its_article(pdf: Path, layout: Layout, issue: Issue) -> None:
    reader = PdfReader(pdf)
    links = [link.get_object() for page in reader.pages for link in page.get("/Annots", ())]
    pages = [page.indirect_reference.idnum for page in reader.pages]
    targets = [pages.index(link["/Dest"][0].idnum) + 1 for link in links]
    assert targets == [layout.page_of(article.id) for article in issue.articles()]
    lines = views.pages_json(layout, QtMeasures())["pages"][0]["lines"]
    entry = next(line for line in lines if line["role"] == "contents" and "工作的标题" in line["text"])
    left, bottom, right, top = (float(each) for each in links[0]["/Rect"])
    assert top == pytest.approx(842 - entry["top_mm"] / 25.4 * 72, abs=0.1)
    assert (right - left) / 72 * 25.4 == pytest.approx(156, abs=0.1)
    assert bottom < top


def test_what_is_written_is_told(writer: PdfWriter, layout: Layout, issue: Issue, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = tmp_path / "issue.pdf"
    written = writer.write(
        Job(layout, issue, path, "X", PICTURES, progress=lambda done, of: told.append((done, of)))
    )
    assert written.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert told == sorted(told)
    assert {of for _, of in told} == {told[0][1]}
    assert told[0][0] == 0


@pytest.mark.parametrize("after", [0, 2, 5])
def test_a_cancelled_export_leaves_the_old_file(
    writer: PdfWriter, layout: Layout, issue: Issue, tmp_path: Path, after: int
) -> None:
    path = tmp_path / "issue.pdf"
    path.write_bytes(b"old")

    def progress(done: int, _of: int) -> None:
        if done >= after:
            raise Cancelled

    with pytest.raises(Cancelled):
        writer.write(Job(layout, issue, path, "X", PICTURES, progress=progress))
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["issue.pdf"]


def test_a_folder_is_not_a_file(writer: PdfWriter, layout: Layout, issue: Issue, tmp_path: Path) -> None:
    (tmp_path / "issue.pdf").mkdir()
    with pytest.raises(UserError, match="is a folder"):
        writer.write(Job(layout, issue, tmp_path / "issue.pdf", "X", PICTURES))


def test_a_picture_is_on_its_page(pdf: Path) -> None:
    images = [(nth, image.image) for nth, page in enumerate(PdfReader(pdf).pages) for image in page.images]
    assert len(images) == 1
    nth, image = images[0]
    assert image.size == (120, 60)
    red, green, blue = image.convert("RGB").getpixel((60, 30))
    assert red > 240 > 20 > max(green, blue)
    assert "图片的说明" in PdfReader(pdf).pages[nth].extract_text()


def test_a_picture_that_is_gone_is_told_and_nothing_written(
    writer: PdfWriter, layout: Layout, issue: Issue, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="图片的说明"):
        writer.write(Job(layout, issue, tmp_path / "issue.pdf", "X"))
    assert list(tmp_path.iterdir()) == []
