"""Rows of an RTF table while they are read; their cells say by their edges which columns they cover."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import field
from itertools import pairwise

from bulletin_desktop.intake.readers.word_draft import CellOfRow, Draft, Row, Story, too_much
from bulletin_desktop.values import dataclass

_NEAR = 40  # twips: edges nearer to each other are one
_MOST_CELLS = 400  # of a row
_MOST_ROWS = 3_000


@dataclass(slots=True)
class Defined:
    """A cell as the row's definition has it."""

    edge: int = 0
    begins: bool = False  # a cell that others below continue
    continues: bool = False
    first: bool = False  # of cells merged across
    merged: bool = False


@dataclass(slots=True)
class Definition:
    r"""What \trowd and the words behind it say of a row."""

    left: int = 0
    head: bool = False
    cells: list[Defined] = field(default_factory=list)
    coming: Defined = field(default_factory=Defined)

    def end_cell(self, edge: int) -> None:
        """Take the right edge of a cell, which ends what is said of it."""
        self.coming.edge = edge
        if len(self.cells) < _MOST_CELLS:
            self.cells.append(self.coming)
        self.coming = Defined()


@dataclass(slots=True)
class Rows:
    """The rows of one table."""

    draft: Draft
    definition: Definition = field(default_factory=Definition)
    cells: list[Story] = field(default_factory=list)  # of the row that is open
    _cell: Story | None = None  # that is open
    _rows: list[tuple[Definition, list[Story]]] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not self._rows and not self.cells and (self._cell is None or self._cell.is_empty)

    def open_cell(self) -> Story:
        """Return the cell that is open."""
        if self._cell is None:
            self._cell = self.draft.story()
        return self._cell

    def end_cell(self) -> None:
        """End the cell that is open."""
        self.cells.append(self.open_cell())
        self._cell = None
        if len(self.cells) > _MOST_CELLS:
            raise too_much(self.draft.name)

    def end_row(self) -> None:
        """End the row that is open; a row without cells is none."""
        if len(self._rows) == _MOST_ROWS:
            raise too_much(self.draft.name)
        if self.cells:
            self._rows.append((self.definition, self.cells))
        self.cells = []

    def put(self, story: Story) -> None:
        """Add the table to *story*, and begin anew; a cell that did not end is text behind it."""
        self.end_row()
        edges = self._edges()
        rows = [self._row(definition, cells, edges) for definition, cells in self._rows]
        self._rows = []
        if rows:
            story.table(rows, [end - begin for begin, end in pairwise(edges)])
        if self._cell is not None:
            story.take(self._cell)
            self._cell = None

    def _edges(self) -> list[int]:
        found: list[int] = []
        every = {cell.edge for definition, _ in self._rows for cell in definition.cells}
        every |= {definition.left for definition, _ in self._rows}
        for edge in sorted(every):
            if not found or edge - found[-1] > _NEAR:
                found.append(edge)
        return found

    def _row(self, definition: Definition, cells: list[Story], edges: list[int]) -> Row:
        at = before = _column(edges, definition.left)
        row: list[CellOfRow] = []
        for nth, story in enumerate(cells):
            said = definition.cells[nth] if nth < len(definition.cells) else Defined()
            end = max(at + 1, _column(edges, said.edge)) if said.edge else at + 1
            if said.merged and row:
                row[-1] = row[-1]._replace(columns=row[-1].columns + end - at)
            else:
                row.append(CellOfRow(story, end - at, said.begins, said.continues))
            at = end
        return Row(row, definition.head, before)


def _column(edges: list[int], edge: int) -> int:
    """The place of an edge among all."""
    return min(bisect_left(edges, edge - _NEAR), max(0, len(edges) - 1))
