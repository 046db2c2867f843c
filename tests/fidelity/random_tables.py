"""Issues with tables nobody drew: merged cells, heads, long cells, narrow columns, captions."""

from __future__ import annotations

from dataclasses import replace

from bulletin_desktop.document.model import (
    Article,
    Block,
    Cell,
    CellAlign,
    Mark,
    Paragraph,
    Role,
    Span,
    Table,
)
from tests.fidelity.random_issues import Writer


class TableWriter(Writer):
    """Writes articles that hold tables; *long* is the share of rows whose text goes over pages."""

    def __init__(self, seed: int, latin: float = 0.03, long: float = 0.01, merged: float = 0.15) -> None:
        super().__init__(seed, latin)
        self._long = long
        self._merged = merged

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
        cuts = sorted(pick.sample(range(1, 1000), columns - 1))
        widths = tuple(end - start for start, end in zip((0, *cuts), (*cuts, 1000), strict=True))
        heads = min(pick.choice((0, 1, 1, 1, 2)), rows)
        self._count += 1
        return Table(f"t{self._count}", widths, self._rows(columns, rows, heads), heads)

    def _rows(self, columns: int, rows: int, heads: int) -> tuple[tuple[Cell, ...], ...]:
        pick = self._random
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
                high = pick.randint(2, 4) if pick.random() < self._merged * 0.3 else 1
                high = min(high, (heads if row < heads else rows) - row)
                for at in range(column, column + wide):
                    covered[at] = high - 1
                cells.append(self._cell(wide, high, row < heads))
                column += wide
            made.append(tuple(cells))
        return tuple(made)

    def _cell(self, columns: int, rows: int, head: bool) -> Cell:
        pick = self._random
        align = pick.choice(tuple(CellAlign))
        if not head and pick.random() < 0.1:
            return Cell((), columns, rows, align)
        if not head and pick.random() < self._long:
            text = "".join(self._text() for _ in range(pick.randint(3, 12)))
        elif pick.random() < 0.3:
            text = f"{pick.randint(1, 99999)}"
        else:
            text = self._words(pick.randint(1, 2 if head else 6))
        marks = frozenset({Mark.BOLD}) if pick.random() < 0.05 else frozenset()
        return Cell((Span(text, marks),), columns, rows, align)


def captions(article: Article) -> list[Paragraph]:
    """The captions that stand right above a table."""
    pairs = zip(article.blocks, article.blocks[1:], strict=False)
    return [
        block
        for block, below in pairs
        if isinstance(block, Paragraph) and block.role is Role.CAPTION and isinstance(below, Table)
    ]
