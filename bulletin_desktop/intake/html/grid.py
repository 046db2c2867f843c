"""The rows and cells of a table's element: its own, not those of tables in its cells."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborNode

_GROUPS = ("thead", "tbody", "tfoot")


def children(node: LexborNode) -> Iterator[LexborNode]:
    """Yield what stands directly in *node*."""
    child = node.child
    while child is not None:
        yield child
        child = child.next


def rows(table: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield each row of *table* and whether it stands in its head."""
    for part in children(table):
        if part.tag in _GROUPS:
            for row in children(part):
                if row.tag == "tr":
                    yield row, part.tag == "thead"
        elif part.tag == "tr":
            yield part, False


def cells(row: LexborNode) -> Iterator[LexborNode]:
    """Yield the cells of a row."""
    return (cell for cell in children(row) if cell.tag in ("td", "th"))


def is_frame(table: LexborNode) -> bool:
    """Tell whether a table has one cell at most: it lays out a page, and what is in it are paragraphs."""
    every = (cell for row, _ in rows(table) for cell in cells(row))
    return len(list(islice(every, 2))) < 2
