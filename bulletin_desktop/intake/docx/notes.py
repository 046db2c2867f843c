"""Footnotes and endnotes: which are referred to, in what order, under what number, and their text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lxml.etree import _Element as Element

from bulletin_desktop.intake.docx.names import VAL, W
from bulletin_desktop.intake.docx.number_formats import written
from bulletin_desktop.intake.source import Note
from bulletin_desktop.values import dataclass

_MOST = 10_000


@dataclass(slots=True)
class _Reference:
    kind: str  # footnote or endnote
    key: str
    label: str
    note: Note | None = None  # read already, as part of a document inside


@dataclass(frozen=True, slots=True)
class Counting:
    """How notes of a kind are numbered."""

    form: str
    start: int


class Notes:
    """The notes of a file, gathered while its text passes."""

    def __init__(self, settings: Element | None, document: Element) -> None:
        self._references: list[_Reference] = []
        self._places: dict[tuple[str, str], int] = {}
        self._counted = {"footnote": 0, "endnote": 0}
        self._counting = {
            "footnote": _counting(settings, document, "footnotePr", "decimal"),
            "endnote": _counting(settings, document, "endnotePr", "lowerRoman"),
        }

    def refer(self, kind: str, key: str, custom: bool) -> int | None:
        """Take a reference and return the note's place; None beyond what any manuscript has.

        The number of a *custom* one is the text behind it, for `name`.
        """
        if (kind, key) in self._places:
            return self._places[kind, key]
        if len(self._references) >= _MOST:
            return None
        label = "" if custom else self._next(kind)
        place = self._places[kind, key] = len(self._references)
        self._references.append(_Reference(kind, key, label))
        return place

    def adopt(self, notes: Sequence[Note]) -> int:
        """Take the notes of a document inside; return the place of the first."""
        first = len(self._references)
        self._references += (_Reference("", "", note.label, note) for note in notes)
        return first

    def name(self, place: int, label: str) -> None:
        """Say how a custom reference is marked."""
        self._references[place].label = (self._references[place].label + label.strip())[:20]

    def label(self, place: int) -> str:
        """Return the number of the note at *place*."""
        return self._references[place].label

    def read(self, lines: Callable[[str, str], tuple[str, ...]]) -> tuple[Note, ...]:
        """Return the notes; *lines* gives the text of the note of a kind and id."""
        return tuple(
            one.note or Note(one.label or "*", lines(one.kind, one.key), one.kind == "endnote")
            for one in self._references
        )

    def _next(self, kind: str) -> str:
        counting = self._counting[kind]
        number = counting.start + self._counted[kind]
        self._counted[kind] += 1
        return written(number, counting.form)


def by_id(root: Element, kind: str) -> dict[str, Element]:
    """Return the notes of their part's root; the lines that part them from the text are none."""
    return {
        element.get(f"{W}id", ""): element
        for element in root.iterchildren(f"{W}{kind}")
        if element.get(f"{W}type", "normal") == "normal"
    }


def _counting(settings: Element | None, document: Element, name: str, form: str) -> Counting:
    start = "1"
    for said in _said(settings, document, name):
        kind, first = said.find(f"{W}numFmt"), said.find(f"{W}numStart")
        form = kind.get(VAL, form) if kind is not None else form
        start = first.get(VAL, start) if first is not None else start
    return Counting(form, int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1)


def _said(settings: Element | None, document: Element, name: str) -> Iterator[Element]:
    """What the document says of its notes, the last that counts last: the first section's own."""
    if settings is not None:
        yield from settings.iterchildren(f"{W}{name}")
    section = next(document.iter(f"{W}sectPr"), None)
    if section is not None:
        yield from section.iterchildren(f"{W}{name}")
