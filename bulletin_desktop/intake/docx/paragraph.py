"""A paragraph while it is read, and the lines it becomes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field, replace
from typing import NamedTuple, TypeVar

from bulletin_desktop.document.model import NO_MARKS, Mark, Span
from bulletin_desktop.document.text import normalise
from bulletin_desktop.intake.characters import has_han
from bulletin_desktop.intake.docx.numbering import Label, spaced
from bulletin_desktop.intake.docx.styles import Format
from bulletin_desktop.intake.marks import FACES
from bulletin_desktop.intake.source import Item, Line, Look
from bulletin_desktop.values import dataclass

_WHITE = re.compile("[\r\n\u2028\u2029\x85]")
_NEVER = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LABELS = FACES | {Mark.BOLD}
_Key = TypeVar("_Key", float, str)
_BOTH = frozenset((Mark.SUPERSCRIPT, Mark.SUBSCRIPT))


class Run(NamedTuple):
    """Text of one format."""

    text: str
    format: Format


@dataclass(slots=True)
class Stretch:
    """What stands between two line breaks. *ahead* and *behind*: objects anchored before and in its text."""

    runs: list[Run] = field(default_factory=list)
    notes: list[tuple[int, int]] = field(default_factory=list)
    ahead: list[Item] = field(default_factory=list)
    behind: list[Item] = field(default_factory=list)
    length: int = 0
    page: bool = False  # begins a page


@dataclass(slots=True)
class Paragraph:
    """Text and objects up to a paragraph's end; several of the file's where ends were deleted."""

    stretches: list[Stretch] = field(default_factory=lambda: [Stretch()])

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all stands in it."""
        return not any(one.runs or one.ahead or one.behind or one.notes for one in self.stretches)

    def add(self, text: str, format_: Format) -> None:
        """Add text."""
        last = self.stretches[-1]
        last.runs.append(Run(text, format_))
        last.length += len(text)

    def note(self, place: int) -> None:
        """Put the reference to a note here."""
        last = self.stretches[-1]
        last.notes.append((last.length, place))

    def put(self, items: Sequence[Item], ahead: bool) -> None:
        """Put objects here, *ahead* of the text if none stands before them."""
        last = self.stretches[-1]
        (last.ahead if ahead and not last.length else last.behind).extend(items)

    def break_line(self, page: bool = False) -> None:
        """Begin a line, on a new page or not."""
        self.stretches.append(Stretch(page=page))


class Stood(NamedTuple):
    """Lines and objects of a paragraph, and whether what follows them begins a page."""

    items: list[Item]
    page_due: bool


def tidy(text: str) -> str:
    """Return text of a run as it may stand in a line: no line ends, nothing a page cannot carry."""
    if text.isprintable():
        return text
    return _NEVER.sub("", _WHITE.sub(" ", text).replace("\xa0", " "))


def stood(paragraph: Paragraph, look: Look, label: Label | None, page_due: bool) -> Stood:
    """Return what a paragraph becomes; *look* is of its style, without what its text says."""
    stretches = paragraph.stretches
    look = _looked_at(look, [run for stretch in stretches for run in stretch.runs])
    items: list[Item] = []
    lines = 0
    for nth, stretch in enumerate(stretches):
        page_due = page_due or stretch.page
        items += stretch.ahead
        first = label if nth == 0 else None
        inside = 0 < nth < len(stretches) - 1 and not stretch.page
        if stretch.length or first or stretch.notes or (inside and lines):
            items.append(_line(stretch, replace(look, new_page=True) if page_due else look, first))
            page_due = False
            lines += 1
        items += stretch.behind
    if not items:
        items.append(Line((), look))
    return Stood(items, page_due)


def _line(stretch: Stretch, look: Look, label: Label | None) -> Line:
    spans = _spans(stretch.runs)
    notes = tuple(stretch.notes)
    if label is not None:
        text = spaced(label, "".join(span.text for span in spans))
        marks = spans[0].marks & _LABELS if spans else NO_MARKS
        spans = normalise((Span(text, marks), *spans))
        look = replace(look, numbered=len(text))
        notes = tuple((place + len(text), note) for place, note in notes)
    return Line(spans, look, notes)


def _spans(runs: Sequence[Run]) -> tuple[Span, ...]:
    """Return the text with its marks; what is not Chinese has the East Asian font of what is before it."""
    face: frozenset[Mark] | None = None
    texts: list[str] = []
    last = NO_MARKS
    spans: list[Span] = []
    for text, format_ in runs:
        marks = format_.marks
        if marks & FACES or face != NO_MARKS:
            if has_han(text):
                face = marks & FACES
            elif face is None:
                face = _first_face(runs)
            marks = marks - FACES | (face or NO_MARKS)
        if marks >= _BOTH:
            marks -= {Mark.SUBSCRIPT}
        if texts and marks != last:
            spans.append(Span("".join(texts), last))
            texts = []
        texts.append(text)
        last = marks
    if texts:
        spans.append(Span("".join(texts), last))
    return tuple(spans)


def _first_face(runs: Sequence[Run]) -> frozenset[Mark]:
    return next((run.format.marks & FACES for run in runs if has_han(run.text)), NO_MARKS)


def _looked_at(look: Look, runs: Sequence[Run]) -> Look:
    """Add what most characters look like."""
    sizes: dict[float, int] = {}
    faces: dict[str, int] = {}
    bold = True
    for text, format_ in runs:
        visible = len(text) - text.count(" ") - text.count("\u3000")
        if visible:
            bold = bold and Mark.BOLD in format_.marks
            sizes[format_.size] = sizes.get(format_.size, 0) + visible
            faces[format_.face] = faces.get(format_.face, 0) + visible
    if not sizes:
        return look
    return Look(look.style, look.level, look.align, _most(sizes), bold, _most(faces))


def _most(counts: dict[_Key, int]) -> _Key:
    return max(counts, key=counts.__getitem__)
