"""Pages on a printer. Qt's own PDF printer stands for one: it has a resolution, sides and no copies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from bulletin_desktop.document.model import (
    Article,
    Issue,
    Masthead,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Section,
    Span,
)
from bulletin_desktop.errors import UserError
from bulletin_desktop.export.job import Cancelled
from bulletin_desktop.gui.output.printing import PagePrinter, PrintJob, printer_for, printers
from bulletin_desktop.gui.output.sides import PrintSettings
from bulletin_desktop.gui.preview.qt_measures import QtMeasures
from bulletin_desktop.services import publish
from bulletin_desktop.typeset.layout import Layout
from tests.export.whole_issue import PICTURE, SHA256

Print = Callable[..., list[str]]


@pytest.fixture(scope="module")
def measures(qapp: QApplication) -> QtMeasures:
    return QtMeasures()


@pytest.fixture(scope="module")
def job(measures: QtMeasures) -> PrintJob:
    """Three pages, each with its number's letter a hundred times; on the last a picture."""
    blocks = []
    for nth, letter in enumerate("ABC"):
        blocks += [PageBreak(f"b{nth}")] if nth else []
        blocks.append(Paragraph(f"p{nth}", Role.BODY, (Span(letter * 100),)))
    blocks.append(Picture("x", SHA256, 600, 300))
    issue = Issue(
        "i", "p", 2026, 3, dt.date(2026, 1, 5), Masthead("简报"),
        sections=(Section("s", "", (Article("a", ("题",), blocks=tuple(blocks)),)),),
    )  # fmt: skip
    layout = publish.typesetter("jianbao", measures).layout(issue)
    return PrintJob(layout, issue, {SHA256: PICTURE})


@pytest.fixture
def layout(job: PrintJob) -> Layout:
    return job.layout


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "paper.pdf"))
    return made


@pytest.fixture
def printed(measures: QtMeasures, job: PrintJob, printer: QPrinter, tmp_path: Path) -> Print:
    """Prints, and returns which letter stands on each side; none on an empty one."""

    def run(pages: tuple[int, ...], **more: object) -> list[str]:
        count = PagePrinter(measures).print_pages(printer, job, PrintSettings("p", pages, **more))
        with pypdfium2.PdfDocument(tmp_path / "paper.pdf") as document:
            texts = [page.get_textpage().get_text_range() for page in document]
        assert len(texts) == count
        return ["".join(letter for letter in "ABC" if letter * 9 in text) for text in texts]

    return run


def test_every_page_is_printed_once_in_order(printed: Print) -> None:
    assert printed((1, 2, 3)) == ["A", "B", "C"]


def test_only_the_chosen_pages_are_printed(printed: Print) -> None:
    assert printed((3, 1)) == ["C", "A"]


def test_copies_come_one_after_the_other_or_page_by_page(printed: Print) -> None:
    assert printed((1, 2), copies=2) == ["A", "B", "A", "B"]


def test_copies_page_by_page(printed: Print) -> None:
    assert printed((1, 2), copies=2, collate=False) == ["A", "A", "B", "B"]


def test_a_two_sided_copy_begins_on_a_front(printed: Print) -> None:
    assert printed((1, 2, 3), copies=2, two_sided=True) == ["A", "B", "C", "", "A", "B", "C"]


def test_the_paper_is_the_page_and_the_text_stands_where_the_layout_says(
    printed: Print, layout: Layout, tmp_path: Path
) -> None:
    printed((2,))
    page = layout.template.page
    line = layout.pages[1].lines[0]
    with pypdfium2.PdfDocument(tmp_path / "paper.pdf") as document:
        side = document[0]
        width, height = side.get_size()
        left, _, _, top = side.get_textpage().get_charbox(0)
    assert (width, height) == pytest.approx((page.width / 20, page.height / 20), abs=1)
    body = layout.template.style("body")
    assert left * 20 == pytest.approx(page.left + body.first_line, abs=40)
    below = (height - top) * 20
    assert line.top < below < line.top + body.pitch


def colors(path: Path, side: int = 0) -> set[tuple[int, int, int]]:
    with pypdfium2.PdfDocument(path) as document:
        image = document[side].render(scale=0.5).to_pil().convert("RGB")
    return {color for _, color in image.getcolors(1 << 20)}


def test_grey_is_grey_and_colour_is_colour(printed: Print, tmp_path: Path) -> None:
    printed((1,), color=True)
    assert any(red > green + 100 for red, green, _ in colors(tmp_path / "paper.pdf"))


def test_without_colour_the_masthead_is_grey(printed: Print, tmp_path: Path) -> None:
    printed((1,), color=False)
    assert all(red == green == blue for red, green, blue in colors(tmp_path / "paper.pdf"))


def test_pictures_are_printed(printed: Print, tmp_path: Path) -> None:
    printed((1, 3), color=True)
    blue = [any(blue > red + 100 for red, _, blue in colors(tmp_path / "paper.pdf", side)) for side in (0, 1)]
    assert blue == [False, True]


def test_a_missing_picture_is_told_before_anything_is_printed(
    measures: QtMeasures, job: PrintJob, printer: QPrinter, tmp_path: Path
) -> None:
    bare = replace(job, pictures={})
    with pytest.raises(UserError, match="picture"):
        PagePrinter(measures).print_pages(printer, bare, PrintSettings("p", (1, 2, 3)))
    assert list(tmp_path.iterdir()) == []


def test_cancelling_prints_nothing(
    measures: QtMeasures, job: PrintJob, printer: QPrinter, tmp_path: Path
) -> None:
    seen: list[tuple[int, int]] = []

    def progress(done: int, of: int) -> None:
        seen.append((done, of))
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        PagePrinter(measures).print_pages(printer, job, PrintSettings("p", (1, 2, 3)), progress)
    assert seen == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert list(tmp_path.iterdir()) == []


def test_a_printer_that_takes_nothing_is_told(measures: QtMeasures, job: PrintJob, printer: QPrinter) -> None:
    busy = QPainter(printer)
    try:
        with pytest.raises(UserError, match="did not take"):
            PagePrinter(measures).print_pages(printer, job, PrintSettings("p", (1,)))
    finally:
        busy.end()


def test_a_printer_that_is_gone_is_told(qapp: QApplication) -> None:
    with pytest.raises(UserError, match="办公室"):
        printer_for(PrintSettings("办公室", (1,)))


def test_no_printer_is_an_ordinary_answer(qapp: QApplication) -> None:
    assert isinstance(printers(), tuple)
