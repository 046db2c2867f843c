"""Issues with tables nobody drew: merged cells, heads, long cells, narrow columns, captions."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bulletin_desktop.document.model import (
    Article,
    Block,
    Cell,
    CellAlign,
    Mark,
    Role,
    Span,
    Table,
)
from tests.fidelity.random_issues import Writer


class TableWriter(Writer):
    """Writes articles that hold tables.

    *long* is the share of cells whose text goes over pages, *merged* of those that cover several rows,
    *least* the narrowest column in thousandths of the text width.
    """

    def __init__(
        self, seed: int, latin: float = 0.03, long: float = 0.01, merged: float = 0.05, least: int = 70
    ) -> None:
        super().__init__(seed, latin)
        self._long = long
        self._merged = merged
        self._least = least

    def _article(self) -> Article:
        article = super()._article()
        blocks: list[Block] = list(article.blocks)
        for _ in range(self._random.choice((0, 1, 1, 2, 3))):
            at = self._random.randint(0, len(blocks))
            new: list[Block] = [self.table()]
            if self._random.random() < 0.5:
                new.insert(0, self._paragraph(Role.CAPTION, f"表{at}　{self._words(3)}"))
            blocks[at:at] = new
        return replace(article, blocks=tuple(blocks))

    def table(self) -> Table:
        """Return a table of 1 to 8 columns and up to 45 rows."""
        pick = self._random
        columns, rows = pick.randint(1, 6), pick.choice((1, 2, 3, 4, 5, 6, 8, 12, 20, 45))
        free = 1000 - columns * self._least
        cuts = sorted(pick.choices(range(free + 1), k=columns - 1))
        widths = tuple(end - start + self._least for start, end in pairwise((0, *cuts, free)))
        heads = min(pick.choice((0, 1, 1, 1, 2)), rows)
        self._count += 1
        return Table(f"t{self._count}", widths, self._rows(widths, rows, heads), heads)

    def _rows(self, widths: tuple[int, ...], rows: int, heads: int) -> tuple[tuple[Cell, ...], ...]:
        pick, columns = self._random, len(widths)
        covered = [0] * columns
        made = []
        for row in range(rows):
            cells = []
            column = 0
            while column < columns:
                if covered[column]:
                    covered[column] -= 1
                    column += 1
                    continue
                wide = 1
                while column + wide < columns and not covered[column + wide] and pick.random() < 0.06:
                    wide += 1
                high = pick.randint(2, 4) if pick.random() < self._merged else 1
                high = min(high, (heads if row < heads else rows) - row)
                for at in range(column, column + wide):
                    covered[at] = high - 1
                cells.append(self._cell(sum(widths[column : column + wide]), wide, high, row < heads))
                column += wide
            made.append(tuple(cells))
        return tuple(made)

    def _cell(self, width: int, columns: int, rows: int, head: bool) -> Cell:
        pick = self._random
        align = pick.choice(tuple(CellAlign))
        most = max(1, width // 60)  # narrow columns hold short words
        if not head and pick.random() < 0.1:
            return Cell((), columns, rows, align)
        if not head and pick.random() < self._long and width > 200:
            text = "".join(self._text() for _ in range(pick.randint(3, 12)))
        elif pick.random() < 0.3:
            text = f"{pick.randint(1, 99999)}"
        else:
            text = self._words(pick.randint(1, min(most, 2 if head else 8)))
        marks = frozenset({Mark.BOLD}) if pick.random() < 0.05 else frozenset()
        return Cell((Span(text, marks),), columns, rows, align)
