"""Which articles and issues are legal. Every border (JSON, library, paste, import) asks `check`.

Unknown content is an error that names its place, never a guess.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import TypeVar, assert_never

from bulletin_desktop.document.ids import is_id
from bulletin_desktop.document.model import (
    Adjustment,
    Article,
    Block,
    Cell,
    CellAlign,
    Imprint,
    Issue,
    Mark,
    Masthead,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Section,
    Span,
    Table,
)

WIDTHS_SUM = 1000
LARGEST = 2**31 - 1
"""No number in a document is larger: SQLite, Word and Qt keep every one that is not."""

_T = TypeVar("_T")

# C0 and C1 controls with tab and every line break, lone surrogates, and what XML 1.0 forbids.
_ILLEGAL_CHARACTER = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_LARGEST_ADJUSTMENT = 1440  # an inch in twips
_SHA256 = re.compile("[0-9a-f]{64}")


class IllegalDocument(ValueError):  # noqa: N818 - the name is the public contract
    """A value that no document may hold; *place* says where, *reason* says what is wrong."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place = place
        self.reason = reason


def check(value: Article | Issue | Block) -> None:
    """Raise `IllegalDocument`, naming the place, unless *value* is legal in every part."""
    if isinstance(value, Issue):
        _check_issue(value)
    elif isinstance(value, Article):
        _check_article(value, "article", _Ids())
    elif isinstance(value, Paragraph | Table | Picture | PageBreak):
        _check_block(value, "block", _Ids())
    else:
        raise IllegalDocument("value", f"{type(value).__name__} is neither issue, article nor block")


def is_legal_text(text: str) -> bool:
    """Tell whether *text* may stand in a document: one line, nothing XML or the page cannot carry."""
    return _ILLEGAL_CHARACTER.search(text) is None


def one_line(text: str) -> str:
    """Return *text* made legal: tabs and line breaks become one space, other control characters go."""
    return _ILLEGAL_CHARACTER.sub("", re.sub("(?:\r\n|[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029])", " ", text))


def check_text(text: str, place: str) -> None:
    """Raise `IllegalDocument` naming *place* unless *text* is legal."""
    _text(text, place)


class _Ids:
    """The ids met so far; an id stands once in a document."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def take(self, value: object, place: str) -> None:
        if not isinstance(value, str) or not is_id(value):
            raise IllegalDocument(place, f"{value!r} is not an id")
        if value in self._seen:
            raise IllegalDocument(place, f"the id {value} stands twice")
        self._seen.add(value)


def _check_issue(issue: Issue) -> None:
    place = "issue"
    ids = _Ids()
    ids.take(issue.id, place)
    _filled(issue.publication, f"{place}, publication")
    _filled(issue.template, f"{place}, template")
    _whole(issue.year, 1, f"{place}, year")
    _whole(issue.number, 1, f"{place}, number")
    _whole(issue.running_number, 0, f"{place}, running number")
    if type(issue.supplement) is not bool:
        raise IllegalDocument(f"{place}, supplement", f"{issue.supplement!r} is not true or false")
    if type(issue.date) is not dt.date:
        raise IllegalDocument(f"{place}, date", f"{issue.date!r} is not a date")
    _check_masthead(issue.masthead, f"{place}, masthead")
    _check_imprint(issue.imprint, f"{place}, imprint")
    _check_adjustments(issue.adjustments, f"{place}, adjustments")
    for number, section in enumerate(_several(issue.sections, Section, place), 1):
        where = f"section {number}"
        ids.take(section.id, where)
        _text(section.title, f"{where}, title")
        for count, article in enumerate(_several(section.articles, Article, where), 1):
            _check_article(article, f"{where}, article {count}", ids)


def _check_adjustments(adjustments: object, place: str) -> None:
    if not isinstance(adjustments, tuple):
        raise IllegalDocument(place, "is not a tuple")
    names = []
    for one in adjustments:
        if not isinstance(one, tuple) or len(one) != 2 or type(one[0]) is not Adjustment:
            raise IllegalDocument(place, f"{one!r} is no adjustment")
        if type(one[1]) is not int or abs(one[1]) > _LARGEST_ADJUSTMENT:
            raise IllegalDocument(place, f"{one[1]!r} is not a whole number a page could be set by")
        names.append(one[0])
    if names != sorted(set(names)):
        raise IllegalDocument(place, "is not sorted, or one stands twice")


def _check_masthead(masthead: Masthead, place: str) -> None:
    _kind(masthead, Masthead, place)
    for name in ("name", "unit", "classification", "copy_number"):
        _text(getattr(masthead, name), f"{place} {name}")


def _check_imprint(imprint: Imprint, place: str) -> None:
    _kind(imprint, Imprint, place)
    for name in ("report_to", "send_to", "distribute_to", "editor", "reviewer", "issuer"):
        _text(getattr(imprint, name), f"{place} {name}")
    _whole(imprint.copies, 0, f"{place} copies")


def _check_article(article: Article, place: str, ids: _Ids) -> None:
    ids.take(article.id, place)
    for number, line in enumerate(_several(article.headline, str, f"{place}, headline"), 1):
        _filled(line, f"{place}, headline line {number}")
    for name in ("kicker", "subtitle", "credit"):
        _text(getattr(article, name), f"{place}, {name}")
    if not isinstance(article.blocks, tuple):
        raise IllegalDocument(f"{place}, blocks", "is not a tuple")
    for number, block in enumerate(article.blocks, 1):
        _check_block(block, f"{place}, block {number}", ids)


def _check_block(block: Block, place: str, ids: _Ids) -> None:
    if not isinstance(block, Paragraph | Table | Picture | PageBreak):
        raise IllegalDocument(place, f"{type(block).__name__} is no kind of block")
    ids.take(block.id, place)
    match block:
        case Paragraph():
            if type(block.role) is not Role:
                raise IllegalDocument(place, f"{block.role!r} is not a role")
            _check_spans(block.spans, place)
        case Table():
            _check_table(block, place)
        case Picture():
            if not isinstance(block.sha256, str) or not _SHA256.fullmatch(block.sha256):
                raise IllegalDocument(place, f"{block.sha256!r} is not a SHA-256 in lower-case hexadecimals")
            _whole(block.width, 1, f"{place}, width")
            _whole(block.height, 1, f"{place}, height")
            _text(block.caption, f"{place}, caption")
        case PageBreak():
            pass
        case _:
            assert_never(block)


def _check_spans(spans: tuple[Span, ...], place: str) -> None:
    before: Span | None = None
    for number, span in enumerate(_several(spans, Span, place), 1):
        where = f"{place}, span {number}"
        _text(span.text, where)
        if not span.text:
            raise IllegalDocument(where, "is empty")
        if not isinstance(span.marks, frozenset) or not all(type(mark) is Mark for mark in span.marks):
            raise IllegalDocument(where, f"{span.marks!r} is not a frozen set of marks")
        if before is not None and before.marks == span.marks:
            raise IllegalDocument(where, "has the same marks as the span before")
        before = span


def _check_table(table: Table, place: str) -> None:
    for number, width in enumerate(_several(table.widths, int, f"{place}, widths"), 1):
        _whole(width, 1, f"{place}, width {number}")
    if sum(table.widths) != WIDTHS_SUM:
        raise IllegalDocument(f"{place}, widths", f"sum to {sum(table.widths)}, not {WIDTHS_SUM}")
    if not isinstance(table.rows, tuple) or not table.rows:
        raise IllegalDocument(place, "has no rows")
    _whole(table.header_rows, 0, f"{place}, header rows")
    if table.header_rows > len(table.rows):
        raise IllegalDocument(f"{place}, header rows", "are more than the table has")
    _check_grid(table.rows, len(table.widths), place)


def _check_grid(rows: Sequence[tuple[Cell, ...]], columns: int, place: str) -> None:
    """Cells fill the grid exactly: each stands at the first free column, none overlaps or sticks out."""
    open_rows = [0] * columns  # how many further rows a cell above still covers, by column
    for number, row in enumerate(rows, 1):
        where = f"{place}, row {number}"
        free = [column for column in range(columns) if not open_rows[column]]
        open_rows = [max(rest - 1, 0) for rest in open_rows]
        for count, cell in enumerate(_several(row, Cell, where), 1):
            spot = f"{where}, cell {count}"
            _check_cell(cell, spot)
            taken, free = free[: cell.columns], free[cell.columns :]
            if len(taken) < cell.columns or taken[-1] - taken[0] != cell.columns - 1:
                raise IllegalDocument(spot, "does not fit between its neighbours")
            if number + cell.rows - 1 > len(rows):
                raise IllegalDocument(spot, "reaches below the last row")
            for column in taken:
                open_rows[column] = cell.rows - 1
        if free:
            raise IllegalDocument(where, f"leaves {len(free)} columns without a cell")


def _check_cell(cell: Cell, place: str) -> None:
    _whole(cell.columns, 1, f"{place}, columns")
    _whole(cell.rows, 1, f"{place}, rows")
    if type(cell.align) is not CellAlign:
        raise IllegalDocument(place, f"{cell.align!r} is not an alignment")
    _check_spans(cell.spans, place)


def _text(value: object, place: str) -> None:
    if not isinstance(value, str):
        raise IllegalDocument(place, f"{value!r} is not text")
    found = _ILLEGAL_CHARACTER.search(value)
    if found:
        raise IllegalDocument(
            place, f"character {found.start()} is U+{ord(found[0]):04X}, which no text may hold"
        )


def _filled(value: object, place: str) -> None:
    _text(value, place)
    if not value:
        raise IllegalDocument(place, "is empty")


def _whole(value: object, least: int, place: str) -> None:
    if type(value) is not int or not least <= value <= LARGEST:
        raise IllegalDocument(place, f"{value!r} is not a whole number from {least} to {LARGEST}")


def _kind(value: object, kind: type, place: str) -> None:
    if not isinstance(value, kind):
        raise IllegalDocument(place, f"{type(value).__name__} stands where {kind.__name__} should")


def _several(values: Iterable[_T], kind: type[_T], place: str) -> Iterable[_T]:
    if not isinstance(values, tuple):
        raise IllegalDocument(place, "does not hold a tuple")
    for value in values:
        _kind(value, kind, place)
    return values
