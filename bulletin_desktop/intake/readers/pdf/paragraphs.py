"""Rows of pages to paragraphs: where a row stands and how far it reaches tells whether the next goes on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from bulletin_desktop.document.model import CellAlign
from bulletin_desktop.intake.readers.pdf.pages import Page, Row
from bulletin_desktop.values import dataclass

_EDGE = 0.13  # of a page's height: page numbers stand there
_HEAD = 0.18  # and lines that several pages have
_NUMBER = re.compile(
    r"[\s\-—–－―~·|]*(?:第\s*)?[0-9０-９ⅠⅡⅢⅣⅤivxIVX]{1,4}(?:\s*页)?"
    r"(?:\s*[/／,，]?\s*(?:共\s*)?[0-9]{1,4}(?:\s*页)?)?[\s\-—–－―~·|]*"
)
_NOTE = 0.85  # of the size of most rows: footnotes are smaller
_NOTE_BEGINS = re.compile("\ue000|[①-⑳]|[\\[［〔（(]?[0-9]{1,3}[\\]］〕）)]?\\s*[^0-9.．、\\s]")
_INSIDE = 5  # characters: how far all lines of a page may begin inside
_DIGITS = re.compile("[0-9０-９]+")
_ENDS = re.compile("[。！？；：…!?;:][”’」』）)》]*$")
_LATIN_END = re.compile(r"[0-9A-Za-z,.;:%)&]$")
_LATIN_START = re.compile("^[0-9A-Za-z(&]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a line of a headline. *page* tells that it begins a page."""

    text: str
    align: CellAlign = CellAlign.LEFT
    size: float = 0.0
    font: str = ""
    bold: bool = False
    page: bool = False
    note: bool = False  # a footnote; they stand behind the text


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of one column with its page's margins."""

    row: Row
    left: float
    right: float
    cells: int
    page: bool

    @property
    def indent(self) -> float:
        """How far it begins inside, in characters."""
        return (self.row.left - self.left) / self.row.size

    @property
    def rest(self) -> float:
        """How much of the line is left empty, in characters."""
        return (self.right - self.row.right) / self.row.size

    @property
    def align(self) -> CellAlign:
        """How it stands between the margins."""
        if self.cells > 1:
            return CellAlign.LEFT
        if self.indent > 2.6 and abs(self.indent - self.rest) < max(1.2, 0.12 * (self.indent + self.rest)):
            return CellAlign.CENTER
        width = (self.right - self.left) / self.row.size
        return CellAlign.RIGHT if self.indent > 0.42 * width and self.rest < 8 else CellAlign.LEFT


def paragraphs(pages: Sequence[Page]) -> tuple[list[Paragraph], int]:
    """Return the text of *pages*, and how many lines of page headers, footers and numbers are left out."""
    bodies, left_out = _without_edges(pages)
    size = median([row[0].size for rows in bodies for row in rows] or [0.0])
    lines: list[_Line] = []
    notes: list[Paragraph] = []
    for page, rows in zip(pages, bodies, strict=True):
        body, found = _without_notes(rows, size)
        lines += _lines(page, body)
        notes += found
    lines = _with_common_margins(lines)
    return [*_joined(lines), *notes], left_out


def _without_edges(pages: Sequence[Page]) -> tuple[list[list[tuple[Row, ...]]], int]:
    """Leave out page numbers, and rows that stand at the edge of several pages with the same words."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_same(row) for row in page.rows if _is_at_edge(page, row, _HEAD)})
    bodies, left_out = [], 0
    for page in pages:
        body = []
        for row in page.rows:
            text = _text(row)
            number = _NUMBER.fullmatch(text) is not None
            often = seen[_same(row)] >= max(2, 0.4 * len(pages))
            if (number and _is_at_edge(page, row, _EDGE)) or (often and _is_at_edge(page, row, _HEAD)):
                left_out += not number
            else:
                body.append(row)
        bodies.append(body)
    return bodies, left_out


def _is_at_edge(page: Page, row: tuple[Row, ...], edge: float) -> bool:
    return not edge * page.height < row[0].y < (1 - edge) * page.height


def _without_notes(rows: list[tuple[Row, ...]], size: float) -> tuple[list[tuple[Row, ...]], list[Paragraph]]:
    """Part the footnotes off a page: rows of small type at its foot, the first of them with a number."""
    begin = len(rows)
    while begin and rows[begin - 1][0].size < _NOTE * size:
        begin -= 1
    while begin < len(rows) and not _NOTE_BEGINS.match(_text(rows[begin])):
        begin += 1
    notes: list[Paragraph] = []
    for row in rows[begin:]:
        text = _text(row)
        if notes and not _NOTE_BEGINS.match(text):
            notes[-1] = replace(notes[-1], text=notes[-1].text + text)
        else:
            notes.append(Paragraph(text, size=row[0].size, font=row[0].font, note=True))
    return rows[:begin], notes


def _same(row: tuple[Row, ...]) -> str:
    return _DIGITS.sub("#", _text(row))


def _text(row: tuple[Row, ...]) -> str:
    return "\t".join(part.text for part in row)


def _lines(page: Page, rows: list[tuple[Row, ...]]) -> Iterator[_Line]:
    """Yield the rows with the margins that hold for them, of two columns one after the other."""
    middle = _middle(page, rows)
    if not middle:
        yield from _of_column(page, rows, True)
        return
    whole = [row for row in rows if row[0].left < middle < row[-1].right and len(row) == 1]
    first = [part for row in rows if row not in whole and (part := _part(row, middle, True))]
    second = [part for row in rows if row not in whole and (part := _part(row, middle, False))]
    top = min((row[0].y for row in first + second), default=0.0)
    yield from _of_column(page, [row for row in whole if row[0].y < top], True)
    yield from _of_column(page, first, False, narrow=True)
    yield from _of_column(page, second, False, narrow=True)
    yield from _of_column(page, [row for row in whole if row[0].y >= top], False)


def _middle(page: Page, rows: list[tuple[Row, ...]]) -> float:
    """The place between two columns, 0 if there are none: most rows leave it empty and are full beside it."""
    pairs = [row for row in rows if len(row) == 2]
    if len(pairs) < 8 or len(pairs) < 0.5 * len(rows):
        return 0.0
    end = median(row[0].right for row in pairs)
    begin = median(row[1].left for row in pairs)
    wide = [row for row in pairs if row[0].right - row[0].left > 0.25 * page.width]
    fits = sum(row[0].right <= begin and row[1].left >= end - row[1].size for row in pairs)
    return (
        (begin + end) / 2
        if begin > end and fits > 0.85 * len(pairs) and len(wide) > 0.6 * len(pairs)
        else 0.0
    )


def _part(row: tuple[Row, ...], middle: float, first: bool) -> tuple[Row, ...]:
    return tuple(part for part in row if (part.left < middle) == first)


def _of_column(
    page: Page, rows: list[tuple[Row, ...]], begins: bool, narrow: bool = False
) -> Iterator[_Line]:
    if not rows:
        return
    left, right = _margins(page, rows, narrow)
    for nth, row in enumerate(rows):
        whole = replace(row[0], text=_text(row), right=row[-1].right)
        yield _Line(whole, left, right, len(row), begins and nth == 0)


def _margins(page: Page, rows: list[tuple[Row, ...]], narrow: bool) -> tuple[float, float]:
    """Where most rows begin, and how far the longest reach; those of the page where few tell it."""
    size = median(row[0].size for row in rows)
    anywhere = narrow or len(rows) < 3
    lefts = Counter(round(row[0].left / 3) for row in rows if anywhere or row[0].left < 0.5 * page.width)
    often = [place for place, count in lefts.items() if count >= max(2, 0.15 * len(rows))]
    left = 3.0 * min(often or lefts or [0])
    left = min((row[0].left for row in rows if abs(row[0].left - left) < 4), default=left)
    right = max(row[-1].right for row in rows)
    if not narrow and right - left < 0.55 * page.width:  # short lines only: a title page, a letter's end
        right = max(right, page.width - min(left, 0.2 * page.width))
    return left, min(right, page.width - 0.5 * size)


def _with_common_margins(lines: list[_Line]) -> list[_Line]:
    """A page with a few short lines does not tell its margins: it has those of most lines."""
    if not lines:
        return lines
    (left, right), _ = Counter((round(line.left), round(line.right)) for line in lines).most_common(1)[0]
    return [
        replace(line, left=min(line.left, left), right=max(line.right, right))
        if 0 <= line.left - left < _INSIDE * line.row.size
        else line
        for line in lines
    ]


def _joined(lines: Sequence[_Line]) -> Iterator[Paragraph]:
    pitch = _pitch(lines)
    indents = sum(1.4 <= line.indent <= 4.2 for line in lines) >= max(2, 0.12 * len(lines))
    open_: list[_Line] = []
    for line in lines:
        if open_ and not _goes_on(open_[-1], line, pitch, indents):
            yield _paragraph(open_)
            open_ = []
        open_.append(line)
    if open_:
        yield _paragraph(open_)


def _pitch(lines: Sequence[_Line]) -> float:
    """The usual distance of baselines."""
    steps = [after.row.y - before.row.y for before, after in pairwise(lines) if after.row.y > before.row.y]
    return median(steps) if steps else 0.0


def _goes_on(before: _Line, line: _Line, pitch: float, indents: bool) -> bool:
    """Tell whether *line* goes on with the paragraph of *before*."""
    step = line.row.y - before.row.y
    if not _are_alike(before, line) or line.indent > 1.2 or (step > 1.7 * pitch and not line.page):
        return False
    if not indents and _ENDS.search(before.row.text):
        return False  # nothing tells where paragraphs begin, but sentences end with them
    if before.rest < 2.2:
        return True
    return indents and before.rest < 6 and not _ENDS.search(before.row.text)


def _are_alike(before: _Line, line: _Line) -> bool:
    """Tell whether both are running text of one size and weight."""
    return (
        before.cells == line.cells == 1
        and abs(before.row.size - line.row.size) <= 0.12 * before.row.size
        and before.row.bold == line.row.bold
        and before.align is line.align is CellAlign.LEFT
    )


def _paragraph(lines: Sequence[_Line]) -> Paragraph:
    text = ""
    for line in lines:
        piece = line.row.text
        if text and _LATIN_END.search(text) and _LATIN_START.search(piece):
            text += " "
        text += piece
    first = lines[0]
    size = Counter(line.row.size for line in lines).most_common(1)[0][0]
    return Paragraph(
        text, first.align, size, first.row.font, all(line.row.bold for line in lines), first.page
    )
