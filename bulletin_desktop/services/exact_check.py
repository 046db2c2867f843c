"""The exact check: the exported file, rendered by LibreOffice, compared line by line with the preview."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from types import MappingProxyType

from bulletin_desktop import own_folder
from bulletin_desktop.document.model import Issue
from bulletin_desktop.errors import UserError
from bulletin_desktop.services import office, pdf_pages
from bulletin_desktop.services.publish import Publisher
from bulletin_desktop.services.views import pages_json
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.measures import Measures
from bulletin_desktop.typeset.place import Placer
from bulletin_desktop.values import dataclass

_SECONDS_A_PAGE = 1.0


@dataclass(frozen=True, slots=True)
class Place:
    """One printed line. *top_mm* is its top from the paper's top edge."""

    text: str
    top_mm: float


@dataclass(frozen=True, slots=True)
class Difference:
    """The first line that differs. *page* and *line* count from 1; a text is empty where nothing stands."""

    page: int
    line: int
    shown: str  # in the preview
    rendered: str  # in the exported file
    top_mm: float  # of the line, or of where it would stand, in the preview


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check has found: the same pages and lines, unless there is a *difference*."""

    pages: int
    lines: int
    difference: Difference | None


def check(
    layout: Layout,
    issue: Issue,
    measures: Measures,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
    stopped: Callable[[], bool] = office.never,
) -> Checked:
    """Export *layout*, which must be *issue*'s, render the file and compare. Leaves nothing behind.

    Raises `UserError` if LibreOffice is not there or fails, and `Cancelled` soon after *stopped* returns
    True.
    """
    program = office.find()
    if program is None:
        raise UserError(
            "LibreOffice is not installed here, so the exported file cannot be checked. "
            "The preview is not affected."
        )
    with own_folder.temporary() as folder:
        file = folder / "issue.docx"
        Publisher().export(layout, issue, file, pictures)
        limit = office.LIMIT + _SECONDS_A_PAGE * len(layout.pages)
        (pdf,) = office.convert(program, [file], folder, stopped=stopped, limit=limit)
        return compare(shown(layout, measures), rendered(layout, measures, pdf))


def shown(layout: Layout, measures: Measures) -> list[list[Place]]:
    """Return the lines of every page as the preview shows them, page numbers left out."""
    pages = pages_json(layout, measures)["pages"]
    return [[Place(str(line["text"]), float(line["top_mm"])) for line in page["lines"]] for page in pages]


def rendered(layout: Layout, measures: Measures, pdf: Path) -> list[list[str]]:
    """Return the lines of every page of the rendered file, page numbers left out."""
    placer = Placer(layout.template, measures)
    pages = []
    for page, lines in enumerate(pdf_pages.read(pdf), 1):
        number = layout.folio(page)
        folio = "".join(part.text for part in placer.folio(number)) if number is not None else ""
        pages.append(_without(compact(folio), [line.text for line in lines]))
    return pages


def compare(ours: Sequence[Sequence[Place]], theirs: Sequence[Sequence[str]]) -> Checked:
    """Compare page by page and line by line; what a PDF does not keep of a text does not count."""
    lines = 0
    for number in range(1, max(len(ours), len(theirs)) + 1):
        page = ours[number - 1] if number <= len(ours) else ()
        other = theirs[number - 1] if number <= len(theirs) else ()
        top = 0.0
        for nth, (place, text) in enumerate(zip_longest(page, other), 1):
            top = place.top_mm if place else top
            if place is None or text is None or compact(place.text) != compact(text):
                found = Difference(number, nth, place.text if place else "", text or "", top)
                return Checked(len(ours), lines, found)
            lines += 1
        if not page and not other and (number > len(ours) or number > len(theirs)):
            return Checked(len(ours), lines, Difference(number, 1, "", "", 0.0))
    return Checked(len(ours), lines, None)


def compact(text: str) -> str:
    """Return *text* without its spaces and invisible characters, which a PDF does not keep."""
    return "".join(char for char in text if not char.isspace() and unicodedata.category(char) != "Cf")


def _without(folio: str, lines: list[str]) -> list[str]:
    """The lines of a page without its number, which stands first or last."""
    for at in (-1, 0):
        if folio and lines and compact(lines[at]) == folio:
            del lines[at]
            break
    return lines
