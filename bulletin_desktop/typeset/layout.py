"""What typesetting yields: items (paragraphs of the printed issue), their lines, and pages.

Preview, PDF, `pages --json` and the .docx writer all read these same values, so they cannot
disagree. Every length is an integer number of twips (1/20 pt, 1/1440 inch) unless it says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from enum import StrEnum
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from bulletin_desktop.document.model import NO_MARKS, Mark
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.typeset.tables import TableBox
    from bulletin_desktop.typeset.template import Template


class Align(StrEnum):
    """Paragraph alignment, named as OOXML's `w:jc` values."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "both"


@dataclass(frozen=True, slots=True)
class Face:
    """The fonts of a style, by the names the .docx carries (not those that replace them here)."""

    east: str
    latin: str
    half_points: int  # 32 is 三号, 16 pt
    bold: bool = False

    @property
    def em(self) -> int:
        """The size in twips."""
        return self.half_points * 10


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab stop, measured from the left edge of the text block."""

    position: int
    align: Align = Align.LEFT
    dots: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """A named paragraph style: one per role, the same in preview and .docx."""

    id: str  # ASCII, the w:styleId: Body, Heading1, Headline, MastheadName …
    name: str  # what people see in Word: 正文, 一级标题, 公文标题 …
    face: Face
    align: Align = Align.LEFT
    pitch: int = 579  # height of a line
    at_least: bool = False  # a line with a picture may be higher than the pitch; else it is exact
    spacing: int = 0  # added to each character's advance, but not to a portion's last
    first_line: int = 0  # further indent of the first line; negative hangs
    first_line_chars: int = 0  # the same in hundredths of a character, for w:firstLineChars
    left: int = 0
    right: int = 0
    color: str = "000000"
    keep_next: bool = False
    keep_lines: bool = False
    tabs: tuple[Tab, ...] = ()
    hanging: bool = True  # a closing mark may hang over the right edge; in a table's cell none ever does
    outline: int | None = None  # 0 is the first level of Word's navigation pane


class TextRun(NamedTuple):
    """A stretch of an item's text with the same marks. *face* is another than the item's style has."""

    text: str
    marks: frozenset[Mark] = NO_MARKS
    face: Face | None = None
    parted: bool = False  # the file keeps it apart from what precedes it, though nothing shows


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line the width of the text block, *y* below its paragraph's top. It has no height."""

    y: int
    eighths: int  # thickness in eighths of a point, as w:sz: 18 is 2.25 pt
    color: str = "000000"


@dataclass(frozen=True, slots=True)
class PictureBox:
    """A picture as it is printed, in twips: at the foot of its item's only line (see `pictures.frame`)."""

    sha256: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph of the printed issue, or a table. In its text, newline is a forced line and tab a tab.

    Of a *shaped* item every line end is forced, though its text has no newline there: a long
    headline in the shape of a trapezium, or a contents title that must leave room for its number.

    *role* is what `pages --json` says: a document role, or masthead, contents, headline, kicker,
    subtitle, section, imprint, blank. *block* is a block's id, or headline, kicker, subtitle or
    credit for an article's own fields.
    """

    role: str
    style: Style
    runs: tuple[TextRun, ...] = ()
    article: str | None = None
    block: str | None = None
    lead: int = 0  # characters of the text before the block's own, such as —— before a subtitle
    rules: tuple[Rule, ...] = ()
    keep: int = 0  # lines of the following items that must share its page
    new_page: bool = False  # the issue itself asks for a page break before it
    link: str | None = None  # the article a contents line points at
    shaped: bool = False
    with_previous: bool = False  # never the first thing of a page without a line of what precedes it
    skip_at_top: bool = False  # a blank line that says nothing at a page's top
    picture: PictureBox | None = None  # then it has no text, and its style's pitch is its height
    joints: tuple[tuple[int, int], ...] = field(default=(), compare=False)  # see `hung.joints`
    table: TableBox | None = None  # then its text is that of the cells, row by row, with newlines between

    @property
    def text(self) -> str:
        """The characters of all runs."""
        return "".join(run.text for run in self.runs)


class Line(NamedTuple):
    """One line on a page: characters [start, end) of `Layout.placed[item]`, at *top* on its page.

    Of a table it is a row, and rows that are repeated on the next page are there again.
    """

    item: int
    nth: int  # which line of the item
    start: int
    end: int
    top: int  # from the page's top edge
    height: int  # the next line's top may be no higher than this below its own
    cut: tuple[int, int] | None = None  # the lines [first, last) of a row's cells, if it goes over pages


@dataclass(frozen=True, slots=True)
class Placed:
    """An item with its lines and its place."""

    item: Item
    lines: tuple[tuple[int, int], ...]  # [start, end) of each; one empty line if there is no text
    page: int  # number of the page its first line stands on, from 1
    new_page: bool  # a page break stands before it, asked for or computed by the paginator
    widow: bool = False  # two of its lines go to its last page, where only one would have to


@dataclass(frozen=True, slots=True)
class Page:
    """One page, numbered from 1, its lines from top to bottom."""

    number: int
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Layout:
    """A whole issue in pages. Values derived from it are computed when first asked for."""

    template: Template
    placed: tuple[Placed, ...]
    pages: tuple[Page, ...]

    def page_of(self, article_id: str) -> int | None:
        """Return the number of the page an article's headline stands on, None if it is not printed."""
        first = self._firsts.get(article_id)
        if first is None:
            return None
        of_article = self._of_article(article_id, first)
        headline = (self.placed[nth].page for nth in of_article if self.placed[nth].item.role == "headline")
        return next(headline, self.placed[first].page)

    def index(self, article_id: str, block_id: str) -> int | None:
        """Return which of *placed* is a block of an article, None if it is not printed."""
        first = self._firsts.get(article_id)
        if first is None:
            return None
        of_article = self._of_article(article_id, first)
        return next((nth for nth in of_article if self.placed[nth].item.block == block_id), None)

    def printed(self, number: int) -> int:
        """Return the number of page *number* as it is printed, in the contents too; 0 or less before them."""
        return number - self.front + self.template.folio.start - 1

    def folio(self, number: int) -> int | None:
        """Return the number at the foot of page *number*, None if none stands there."""
        first = self.front + 1
        shown = number > first or (number == first and self.template.folio.first_page)
        return self.printed(number) if shown else None

    @cached_property
    def front(self) -> int:
        """How many pages the cover takes."""
        before = takewhile(lambda placed: placed.item.article is None, self.placed)
        return max((placed.page for placed in before if placed.item.role == "cover"), default=0)

    def find(self, article_id: str, block_id: str, offset: int) -> tuple[int, int] | None:
        """Return (page index, line index) of the line that holds *offset* of a block's text.

        A caret at a line's end counts to that line only at the end of the block.
        """
        index = self.index(article_id, block_id)
        if index is None:
            return None
        offset += self.placed[index].item.lead
        found = None
        table = self.placed[index].item.table
        if table is not None:
            return self._find_row(index, *table.place_of(offset))
        for page in range(self.placed[index].page - 1, len(self.pages)):
            for nth, line in enumerate(self.pages[page].lines):
                if line.item > index:
                    return found
                if line.item == index and (line.start <= offset or found is None):
                    found = page, nth
        return found

    def _find_row(self, index: int, row: int, text_line: int) -> tuple[int, int] | None:
        """Where a line of text in a row of table *index* stands first."""
        for page in range(self.placed[index].page - 1, len(self.pages)):
            for nth, line in enumerate(self.pages[page].lines):
                first, last = line.cut or (0, text_line + 1)
                if (line.item, line.nth) == (index, row) and first <= text_line < last:
                    return page, nth
        return None

    @cached_property
    def _firsts(self) -> dict[str, int]:
        """Where in *placed* each article begins."""
        firsts: dict[str, int] = {}
        for nth, placed in enumerate(self.placed):
            article = placed.item.article
            if article is not None and article not in firsts:
                firsts[article] = nth
        return firsts

    def _of_article(self, article_id: str, first: int) -> Iterator[int]:
        """Where in *placed* an article's items stand: together from *first* on, blank lines between them."""
        for nth in range(first, len(self.placed)):
            article = self.placed[nth].item.article
            if article == article_id:
                yield nth
            elif article is not None:
                return
