"""Every row that can still be read from a damaged file, put into a sound database of the same version."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import field

from bulletin_desktop.library.recovery import btree, indexes, layouts
from bulletin_desktop.library.recovery.btree import NoText, Value
from bulletin_desktop.library.recovery.image import Image
from bulletin_desktop.library.recovery.indexes import Gathered, Index
from bulletin_desktop.library.recovery.layouts import Layout
from bulletin_desktop.values import dataclass

Progress = Callable[[int, int], object]

_TABLE = (btree.LEAF_TABLE, btree.INTERIOR_TABLE)
_HASHED = ("json", "text")  # columns whose hash stands beside them
_TORN = 2000  # pages that are searched byte by byte: some 20 ms each
_REPORT = 4096  # pages between two reports while strays are looked for


@dataclass(frozen=True, slots=True)
class Hole:
    """A place where rows of *table* cannot be read: the page, and how many rows of it; 0 is not known."""

    table: str
    page: int
    rows: int = 0


@dataclass(slots=True)
class Recovery:
    """What became of a file's rows: how many of each table, and the holes.

    *traces* name articles, by their numbers, that indexes know but which may not be there; *lost_versions*
    are the newest versions of articles, by the articles' numbers, that indexes know and are not there.
    """

    rows: dict[str, int] = field(default_factory=dict)
    holes: list[Hole] = field(default_factory=list)
    traces: dict[int, str] = field(default_factory=dict)
    lost_versions: dict[int, int] = field(default_factory=dict)


def roots(image: Image) -> dict[str, int]:
    """Return the root pages of tables and indexes by their names, as far as the first page tells."""
    return _roots(btree.Walk(image, set()), image)


def _roots(walk: btree.Walk, image: Image) -> dict[str, int]:
    found: dict[str, int] = {}
    for _, page in walk.leaves(1, _TABLE):
        for cell in btree.cells(image, page):
            values = btree.record(cell.payload) if cell else None
            match values:
                case (str(), str(name), str(), int(root), *_) if root > 0:
                    found[name] = root
    return found


class Reader:
    """Reads one file's rows. *image* stays open as long."""

    def __init__(self, image: Image) -> None:
        self._image = image
        walk = btree.Walk(image, set())
        self._roots = _roots(walk, image)
        tables = self._roots.keys() & set(layouts.CONTENT)
        self.version = layouts.likeliest_version(image.version, tables, whole=not walk.broken)
        self._layouts = layouts.of_version(self.version)
        self._visited: set[int] = set()
        self.recovery = Recovery()

    def into(self, target: sqlite3.Connection, progress: Progress) -> Recovery:
        """Put every row into *target*, whose tables are of the same version.

        Rows that a tree leads to come first, then those on pages none leads to, then what indexes repeat.
        Whatever *progress* raises passes through.
        """
        total = self._image.count * 2
        for layout in self._layouts.values():  # what a migration puts in, the file has too, or it was lost
            target.execute(f"DELETE FROM {layout.table}")
        for layout in self._layouts.values():
            self._put(target, layout, self._tree(layout, lambda: progress(len(self._visited), total)))
        gathered = self._gathered(target)
        repeating = {index.name: (each, index) for each in gathered for index in each.indexes}
        for name, root in self._roots.items():
            if name not in self._layouts:
                self._pass_through(name, root, repeating.get(name))
                progress(len(self._visited), total)
        for layout, row in self._strays(progress, total):
            self._put(target, layout, iter([row]))
        for each in gathered:
            self._put(target, each.layout, each.rows())
            if each.layout.table == "articles":
                self.recovery.traces = each.traces()
            if each.layout.table == "revisions":
                self.recovery.lost_versions = each.newest("article_nr")
        return self.recovery

    def _tree(self, layout: Layout, report: Callable[[], object]) -> Iterator[tuple[Value, ...]]:
        """The rows below a table's root."""
        walk = btree.Walk(self._image, self._visited)
        kinds = _TABLE if layout.with_rowid else indexes.KINDS
        for number, page in walk.leaves(self._roots.get(layout.table, 0), kinds):
            rows = [self._row(layout, cell) for cell in self._cells(page)]
            good = [row for row in rows if row is not None]
            if rows and not good:  # another table's page in the place of ours
                self._visited.discard(number)
            garbled = sum(any(isinstance(value, NoText) for value in row) for row in good)
            if len(good) < len(rows) or garbled:
                self.recovery.holes.append(Hole(layout.table, number, len(rows) - len(good)))
            yield from good
            report()
        self.recovery.holes.extend(Hole(layout.table, number) for number in walk.broken)

    def _gathered(self, target: sqlite3.Connection) -> list[Gathered]:
        """What will be gathered from indexes, for the tables of which anything could not be read."""
        hurt = {hole.table for hole in self.recovery.holes} | self._layouts.keys() - self._roots.keys()
        return [
            Gathered(layout, indexes.of(target, table), frozenset(_numbers(target, table)))
            for table, layout in self._layouts.items()
            if table in hurt and layout.with_rowid
        ]

    def _pass_through(self, name: str, root: int, repeats: tuple[Gathered, Index] | None) -> None:
        """Learn which pages an index has and what it repeats of lost rows, and what is broken in either kind.

        Pages of derived tables are looked at once more as strays: one of ours may hang in their place.
        """
        page = btree.parse(self._image.page(root), root)
        kinds = indexes.KINDS if page is not None and page.kind in indexes.KINDS else _TABLE
        walk = btree.Walk(self._image, set(self._visited) if kinds == _TABLE else self._visited)
        for _, leaf in walk.leaves(root, kinds):
            if repeats is not None:
                repeats[0].take(self._image, repeats[1], leaf)
        self.recovery.holes.extend(Hole(name, number) for number in walk.broken)

    def _cells(self, page: btree.Page) -> Iterator[btree.Cell | None]:
        for cell in btree.cells(self._image, page):
            self._visited.update(cell.pages if cell else ())
            yield cell

    def _row(self, layout: Layout, cell: btree.Cell | None) -> tuple[Value, ...] | None:
        values = btree.record(cell.payload) if cell else None
        row = layout.filled(cell.rowid, values) if cell and values is not None else None
        return row if row is None or not layout.with_rowid else (cell.rowid if cell else 0, *row)

    def _put(self, target: sqlite3.Connection, layout: Layout, rows: Iterator[tuple[Value, ...]]) -> int:
        """Store rows, the first of each key; return how many."""
        names = [column.name for column in layout.columns]
        names = ["rowid", *names] if layout.with_rowid else names
        # Bytes that are no text go where a hash tells that they are damaged as they are.
        marks = ["CAST(? AS TEXT)" if name in _HASHED else "?" for name in names]
        statement = f"INSERT OR IGNORE INTO {layout.table} ({', '.join(names)}) VALUES ({', '.join(marks)})"
        before = target.total_changes
        target.executemany(statement, (_storable(names, row) for row in rows))
        stored = target.total_changes - before
        self.recovery.rows[layout.table] = self.recovery.rows.get(layout.table, 0) + stored
        return stored

    def _strays(self, progress: Progress, total: int) -> Iterator[tuple[Layout, tuple[Value, ...]]]:
        """Rows on pages that no tree leads to any more, each with the only table it can be of."""
        free = self._image.free()
        broken = {hole.page for hole in self.recovery.holes}
        torn = [number for number in broken if 0 < number <= self._image.count]
        for number in range(2, self._image.count + 1):
            if number % _REPORT == 0:
                progress(self._image.count + number, total)
            if number in self._visited or number in free or self._image.is_reserved(number):
                continue
            data = self._image.page(number)
            page = btree.parse(data, number)
            if page is None and any(data) and number not in broken:
                torn.append(number)
            elif page is not None and page.kind == btree.LEAF_TABLE:
                if not page.sound:
                    torn.append(number)
                for cell in self._cells(page):
                    yield from self._stray(cell)
        for number in [each for each in torn if each in broken or each not in self._visited][:_TORN]:
            for cell in btree.carved(self._image, self._image.page(number)):
                yield from self._stray(cell)

    def _stray(self, cell: btree.Cell | None) -> Iterator[tuple[Layout, tuple[Value, ...]]]:
        values = btree.record(cell.payload) if cell and cell.whole else None
        if cell is None or values is None:
            return
        fitting = [
            (layout, row)
            for layout in self._layouts.values()
            if layout.with_rowid
            and (row := layout.filled(cell.rowid, values)) is not None
            and layout.is_sound(row)
        ]
        if len(fitting) == 1:
            layout, row = fitting[0]
            yield layout, (cell.rowid, *row)


def _numbers(target: sqlite3.Connection, table: str) -> Iterator[int]:
    return (number for (number,) in target.execute(f"SELECT rowid FROM {table}"))


def _storable(names: list[str], row: tuple[Value, ...]) -> tuple[Value, ...]:
    if not any(isinstance(value, NoText) for value in row):
        return row
    return tuple(
        value
        if not isinstance(value, NoText)
        else bytes(value)
        if name in _HASHED
        else value.decode("utf-8", "replace")
        for name, value in zip(names, row, strict=True)
    )
