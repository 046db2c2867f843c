"""Short ways to tables in tests: a row is words, a cell that covers more is (word, columns, rows)."""

from __future__ import annotations

import datetime as dt

from bulletin_desktop.document.model import Article, Block, Cell, Issue, Masthead, Section, Span, Table

Word = str | tuple[str, int, int]


def cell(word: Word) -> Cell:
    text, columns, rows = (word, 1, 1) if isinstance(word, str) else word
    return Cell((Span(text),) if text else (), columns, rows)


def table(*rows: tuple[Word, ...], widths: tuple[int, ...] = (), heads: int = 0, key: str = "t") -> Table:
    """A table; without *widths* its columns share the text width evenly."""
    columns = sum(cell(word).columns for word in rows[0])
    even = [1000 // columns] * (columns - 1)
    made = tuple(tuple(cell(word) for word in row) for row in rows)
    return Table(key, widths or (*even, 1000 - sum(even)), made, heads)


def issue(*blocks: Block) -> Issue:
    """An issue of one article without a headline, whose first page has room for 12 lines."""
    article = Article("a", blocks=blocks)
    return Issue(
        "i", "p", 2026, 1, dt.date(2026, 1, 5), Masthead("简报"), sections=(Section("s", "", (article,)),)
    )
