"""The difference of two tables, by row and by cell."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import zip_longest
from typing import TypeVar

from bulletin_desktop.document import diff_text
from bulletin_desktop.document.diff_text import Pieces
from bulletin_desktop.document.model import Cell
from bulletin_desktop.values import dataclass

Row = tuple[Cell, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell before and after, None on the side where it is not."""

    before: Cell | None
    after: Cell | None
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row of cells. It *was* there before, or *is* there after, or both."""

    was: bool
    now: bool
    cells: tuple[CellChange, ...]

    @property
    def same(self) -> bool:
        """Whether nothing in it differs."""
        return all(cell.before == cell.after for cell in self.cells)


def compare_rows(before: Sequence[Row], after: Sequence[Row]) -> tuple[RowChange, ...]:
    """Return the difference of the rows of two tables."""
    pairs = _paired(before, after, lambda row: tuple(cell.text for cell in row))
    return tuple(
        RowChange(one is not None, other is not None, _cells(one or (), other or ())) for one, other in pairs
    )


def _cells(before: Row, after: Row) -> tuple[CellChange, ...]:
    return tuple(
        CellChange(one, other, diff_text.compare(one.spans if one else (), other.spans if other else ()))
        for one, other in _paired(before, after, lambda cell: cell.text)
    )


def _paired(
    before: Sequence[T], after: Sequence[T], key: Callable[[T], Hashable]
) -> Iterator[tuple[T | None, T | None]]:
    """Pairs in order: equal ones together; between them the first with the first, the rest alone."""
    from rapidfuzz.distance import Indel

    gone: list[T] = []
    come: list[T] = []
    for step in Indel.opcodes([key(each) for each in before], [key(each) for each in after]):
        if step.tag != "equal":
            gone.extend(before[step.src_start : step.src_end])
            come.extend(after[step.dest_start : step.dest_end])
            continue
        yield from zip_longest(gone, come)
        gone, come = [], []
        yield from zip(
            before[step.src_start : step.src_end], after[step.dest_start : step.dest_end], strict=True
        )
    yield from zip_longest(gone, come)
