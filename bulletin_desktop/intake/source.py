"""What a reader makes of a file: its lines, tables and pictures in order, and what it could not carry over.

Every reader yields a `Source`, whatever the format, so that cleaning, recognition and review know one input
only. Nothing here is cleaned or interpreted yet: `Look` tells how a paragraph stood in its file, as far as
that hints at what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from enum import StrEnum

from bulletin_desktop.document.model import CellAlign, Span, Table
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.values import dataclass


class Style(StrEnum):
    """The named style of a paragraph, whatever the language or program that named it."""

    NONE = ""
    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"  # of `Look.level`
    SALUTATION = "salutation"
    SIGNATURE = "signature"
    DATE = "date"
    CAPTION = "caption"
    QUOTE = "quote"
    LIST = "list"
    CONTENTS = "contents"  # a line of a generated table of contents
    RUNNING = "running"  # a page's header or footer
    NOTE = "note"  # a footnote or endnote


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph stood in its file. A value that the file does not say is the field's default."""

    style: Style = Style.NONE
    level: int = 0  # outline level, 1 the highest; 0 is text
    align: CellAlign = CellAlign.LEFT
    size: float = 0.0  # points of most of its characters
    bold: bool = False  # throughout
    face: str = ""  # the East Asian font of most of its characters, as the file names it
    numbered: int = 0  # characters at its beginning that are a list's number or bullet, not typed text
    new_page: bool = False  # a page or section break stands before it


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, or a part of one between manual line breaks. *spans* may be empty and may hold tabs.

    *notes* are the footnotes at it: how many characters of its text stand before each reference, and the
    note's place in `Source.notes`.
    """

    spans: tuple[Span, ...] = ()
    look: Look = PLAIN
    notes: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        """The characters without their marks."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote. *label* is its number as the file shows it; *lines* are its paragraphs."""

    label: str
    lines: tuple[str, ...]
    endnote: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote at the margin. *about* is the text it is anchored to; *at* is ISO 8601 or empty."""

    text: str
    author: str = ""
    at: str = ""
    about: str = ""


class Told(StrEnum):
    """What a person is told of a file, counted: what was dropped, changed its form, or is easily missed."""

    INSERTIONS = "insertions"  # tracked, kept
    DELETIONS = "deletions"  # tracked, dropped
    MOVES = "moves"  # tracked, kept where they went to
    FORMAT_CHANGES = "format-changes"  # tracked, as they are now
    COMMENTS = "comments"  # listed in `Source.comments`
    NOTES = "notes"  # footnotes and endnotes, in `Source.notes`
    NUMBERS = "numbers"  # automatic numbers written out as text
    TEXT_BOXES = "text-boxes"  # their text stands where they are anchored
    HEADERS = "headers"  # text of page headers and footers, left out
    HIDDEN = "hidden"  # hidden text, left out
    PICTURES = "pictures"  # that are not there or cannot be read
    WEB_PICTURES = "web-pictures"  # linked, not followed
    DRAWINGS = "drawings"  # shapes, charts, SmartArt: their words are kept, they are not
    OBJECTS = "objects"  # embedded files and OLE objects
    EQUATIONS = "equations"  # as one line of text
    MACROS = "macros"
    LAYOUT_TABLES = "layout-tables"  # frames around text, taken as text
    NESTED_TABLES = "nested-tables"  # taken as text of their cell
    CELL_PICTURES = "cell-pictures"  # that stand behind their table now
    ROWS = "rows"  # of tables beyond the most, set below as text
    COLUMNS = "columns"
    SYMBOLS = "symbols"  # of a symbol font, as the character nearest to them
    FORMULAS = "fields"  # fields, by the text they show
    UNREADABLE = "unreadable"  # characters that could not be decoded
    ATTACHMENTS = "attachments"  # files inside that were not taken over


Item = Line | Table | FoundPicture


@dataclass(frozen=True, slots=True)
class Source:
    """A whole file. *told* is in the order of `Told`, each once, counts above 0."""

    items: tuple[Item, ...] = ()
    notes: tuple[Note, ...] = ()
    comments: tuple[Comment, ...] = ()
    told: tuple[tuple[Told, int], ...] = ()
    title: str = ""  # as the file's properties say
    author: str = ""
    encoding: str = ""  # of a file of plain text, by Python's name

    def lines(self) -> Iterator[Line]:
        """The lines among the items, in order."""
        return (item for item in self.items if isinstance(item, Line))


@dataclass(slots=True)
class Tally:
    """Counts what is told while a reader works."""

    counts: dict[Told, int] = field(default_factory=dict)

    def add(self, told: Told, count: int = 1) -> None:
        """Count *count* more of it."""
        self.counts[told] = self.counts.get(told, 0) + count

    def told(self) -> tuple[tuple[Told, int], ...]:
        """Return the counts as `Source.told` has them."""
        return tuple((told, self.counts[told]) for told in Told if self.counts.get(told))


def plain(lines: Iterable[str]) -> Source:
    """Return lines without any format; empty ones stay."""
    return Source(tuple(Line((Span(line),) if line else ()) for line in lines))
