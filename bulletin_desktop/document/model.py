"""The document model: one frozen value per thing, edits make new values.

Appearance (fonts, sizes, indents) is not here: it belongs to the template, so that an issue
always looks like one issue. `schema.check` says which values are legal.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import field
from enum import StrEnum

from bulletin_desktop.values import dataclass


class Mark(StrEnum):
    """A character format that carries meaning; there are no free fonts or sizes."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    STRIKE = "strike"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    EMPHASIS = "emphasis"  # dots under the characters (着重号)
    HEITI = "heiti"
    KAITI = "kaiti"
    HIGHLIGHT = "highlight"


class Role(StrEnum):
    """What a paragraph is; the template says how it looks."""

    BODY = "body"
    HEADING1 = "heading1"  # 一、
    HEADING2 = "heading2"  # （一）
    HEADING3 = "heading3"  # 1.
    HEADING4 = "heading4"  # （1）
    SALUTATION = "salutation"
    SIGNATURE = "signature"
    DATE = "date"
    NOTE = "note"  # 按语
    CREDIT = "credit"  # 供稿
    ATTACHMENT = "attachment"
    CAPTION = "caption"
    QUOTE = "quote"


NO_MARKS: frozenset[Mark] = frozenset()


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text with the same marks. *text* holds no line break and is not empty."""

    text: str
    marks: frozenset[Mark] = NO_MARKS


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. Adjacent spans never have the same marks; an empty paragraph has no spans."""

    id: str
    role: Role
    spans: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The characters without their marks."""
        return "".join(span.text for span in self.spans)


class CellAlign(StrEnum):
    """How the lines of a table cell are set."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; it stands at the first free column of its row, as in HTML."""

    spans: tuple[Span, ...] = ()
    columns: int = 1
    rows: int = 1
    align: CellAlign = CellAlign.LEFT

    @property
    def text(self) -> str:
        """The characters without their marks."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Table:
    """A table. *widths* are shares of the text width, one a column, summing to 1000."""

    id: str
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, its bytes kept in the library under *sha256*. Sizes are in tenths of a millimetre."""

    id: str
    sha256: str
    width: int
    height: int
    caption: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts a page."""

    id: str


Block = Paragraph | Table | Picture | PageBreak


@dataclass(frozen=True, slots=True)
class Article:
    """One article (稿件). *headline* has one string a line, as the editor broke it; it may be empty."""

    id: str
    headline: tuple[str, ...] = ()
    kicker: str = ""
    subtitle: str = ""
    credit: str = ""
    blocks: tuple[Block, ...] = ()

    @property
    def title(self) -> str:
        """The headline on one line, for lists and the contents."""
        return "".join(self.headline)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph among the blocks, in order."""
        return (block for block in self.blocks if isinstance(block, Paragraph))


ARTICLE_FIELDS = ("kicker", "headline", "subtitle", "credit")
"""An article's texts besides its blocks; they stand for an id where blocks are named by theirs."""


@dataclass(frozen=True, slots=True)
class Section:
    """A named group of articles (栏目). An issue's unnamed section has an empty title."""

    id: str
    title: str = ""
    articles: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True)
class Masthead:
    """The top of page 1 (报头). Empty fields are not printed."""

    name: str
    unit: str = ""  # issuing unit, left above the red rule
    classification: str = ""  # 密级 or 内部资料, top left
    copy_number: str = ""  # 份号, top right


@dataclass(frozen=True, slots=True)
class Imprint:
    """The foot of the last page (报尾). Empty fields are not printed; *copies* 0 prints no count."""

    report_to: str = ""  # 报
    send_to: str = ""  # 送
    distribute_to: str = ""  # 发
    copies: int = 0  # 共印N份
    editor: str = ""
    reviewer: str = ""
    issuer: str = ""


class Adjustment(StrEnum):
    """A value of the template that one issue has otherwise, to save or fill its last page."""

    BODY_SPACING = "body.spacing"  # twips between characters
    CONTENTS_AFTER = "contents.lines_after"  # blank lines
    LINES_BEFORE = "article.lines_before"  # blank lines between articles
    PAGE_LINES = "page.lines"  # the pitch follows
    TWO_SIDED = "page.two_sided"  # 1: blank pages fill up to an even number


@dataclass(frozen=True, slots=True)
class Issue:
    """One number of a publication (期). *supplement* issues (增刊) are numbered apart.

    *running_number* is 总第N期; 0 means that the publication does not count through. *adjustments* are
    sorted, each once.
    """

    id: str
    publication: str
    year: int
    number: int
    date: dt.date
    masthead: Masthead
    running_number: int = 0
    supplement: bool = False
    template: str = "jianbao"
    imprint: Imprint = field(default_factory=Imprint)
    sections: tuple[Section, ...] = ()
    adjustments: tuple[tuple[Adjustment, int], ...] = ()

    def articles(self) -> Iterator[Article]:
        """Every article, in print order."""
        return (article for section in self.sections for article in section.articles)
