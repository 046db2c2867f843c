"""Pictures stand in the exported file where the preview shows them, in the same size."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from bulletin_desktop.services.publish import Publisher
from bulletin_desktop.typeset import pictures
from bulletin_desktop.typeset.file_measures import FileMeasures
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.template import Template
from bulletin_desktop.typeset.typesetter import Typesetter
from tests.fidelity import picture_cases, rendered
from tests.fidelity.random_pictures import Album
from tests.fidelity.test_agreement import printed, shown

pytestmark = pytest.mark.libreoffice

MM = 1440 / 25.4
KNOWN = {picture_cases.SHA256: picture_cases.CONTENT}
SEEDS = range(200, 206)

Box = tuple[float, float, float, float]
"""Left, top, width and height in millimetres from the page's top left corner."""


@pytest.fixture(scope="module")
def converted(
    libreoffice: None, jianbao: Template, measures: FileMeasures, tmp_path_factory: pytest.TempPathFactory
) -> list[tuple[Layout, Path]]:
    folder = tmp_path_factory.mktemp("pictures")
    publisher, made = Publisher(), []
    pictures_of = {f"case-{n}": (issue, KNOWN) for n, issue in enumerate(picture_cases.issues())}
    for seed in SEEDS:
        album = Album(seed)
        pictures_of[f"random-{seed}"] = album.issue(2), album.pictures
    for name, (issue, found) in pictures_of.items():
        layout = Typesetter(jianbao, measures).layout(issue)
        publisher.export(layout, issue, folder / f"{name}.docx", found)
        made.append((layout, folder / f"{name}.pdf"))
    rendered.convert([pdf.with_suffix(".docx") for _, pdf in made], folder)
    return made


def ours(layout: Layout) -> list[list[Box]]:
    return [
        [
            (frame.left / MM, frame.top / MM, frame.width / MM, frame.height / MM)
            for line in page.lines
            if (frame := pictures.frame(layout, line)) is not None
        ]
        for page in layout.pages
    ]


def theirs(pdf: Path) -> list[list[Box]]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_images(page) for page in document]
    finally:
        document.close()


def _images(page: pypdfium2.PdfPage) -> list[Box]:
    height, mm = page.get_height(), 25.4 / 72
    bounds = [image.get_bounds() for image in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,))]
    boxes = [
        (left * mm, (height - top) * mm, (right - left) * mm, (top - bottom) * mm)
        for left, bottom, right, top in bounds
    ]
    return sorted(boxes, key=lambda box: box[1])


def test_every_picture_is_within_a_millimetre_of_where_the_preview_shows_it(
    converted: Sequence[tuple[Layout, Path]],
) -> None:
    count = 0
    for layout, pdf in converted:
        for number, (wanted, found) in enumerate(zip(ours(layout), theirs(pdf), strict=True), 1):
            assert len(wanted) == len(found), f"{pdf.name}, page {number}"
            for ours_, theirs_ in zip(wanted, found, strict=True):
                assert theirs_ == pytest.approx(ours_, abs=1.0), f"{pdf.name}, page {number}"
            count += len(wanted)
    assert count > 40


def test_lines_and_pages_around_pictures_agree(
    converted: Sequence[tuple[Layout, Path]], measures: FileMeasures
) -> None:
    lines = agreeing = pages = starting = 0
    for layout, pdf in converted:
        found = printed(rendered.pages(pdf))
        for wanted, got in zip(shown(layout, measures), found, strict=True):
            lines += len(wanted)
            agreeing += sum(ours_ == theirs_ for ours_, theirs_ in zip(wanted, got, strict=False))
            pages += 1
            starting += wanted[:1] == got[:1]
    assert agreeing / lines >= 0.99
    assert starting / pages >= 0.98
