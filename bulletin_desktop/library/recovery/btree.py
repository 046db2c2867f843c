"""Pages of tables and indexes, their cells and records: https://sqlite.org/fileformat2.html#b_tree_pages.

Nothing here trusts a byte: what cannot be true is left out, and said to be damaged.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from bulletin_desktop.library.recovery.image import HEADER, Image
from bulletin_desktop.values import dataclass

INTERIOR_TABLE, LEAF_TABLE = 5, 13
INTERIOR_INDEX, LEAF_INDEX = 2, 10
_KINDS = (INTERIOR_TABLE, LEAF_TABLE, INTERIOR_INDEX, LEAF_INDEX)
# Values by serial type: https://sqlite.org/fileformat2.html#record_format
_CONSTANTS = {0: None, 8: 0, 9: 1}
_FLOAT = 7
_LENGTHS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, _FLOAT: 8}  # bytes
_LONGEST_VARINT = 9
_SHORTEST = 4  # bytes of a row
_LONGEST_HEADER = 64  # bytes: 13 columns of our tables need no more
_PADDED = 1 << 26  # bytes: a longer row whose end is lost is a length that was damaged
_DEEPEST = 20  # levels of a tree; 5 hold more than any disk


class NoText(bytes):
    """What should be text and is none."""


Value = int | float | str | bytes | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A row: its number, 0 in an index, whether all of it could be followed, and the pages beside its own."""

    rowid: int
    payload: bytes
    whole: bool
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a tree: its kind, where its cells begin, the last child; *sound* if nothing in it is odd."""

    kind: int
    data: bytes
    starts: tuple[int, ...]
    right: int
    sound: bool


def parse(data: bytes, number: int) -> Page | None:
    """Return the page of a tree in *data*; None if it is none."""
    at = HEADER if number == 1 else 0
    kind = data[at]
    if kind not in _KINDS:
        return None
    interior = kind in (INTERIOR_TABLE, INTERIOR_INDEX)
    begin = at + (12 if interior else 8)
    (count,) = struct.unpack_from(">H", data, at + 3)
    if begin + 2 * count > len(data):
        return None
    starts = struct.unpack_from(f">{count}H", data, begin)
    end = begin + 2 * count
    good = tuple(start for start in starts if end <= start < len(data) - 3)
    right = int.from_bytes(data[at + 8 : at + 12], "big") if interior else 0
    return Page(kind, data, good, right, len(good) == count and len(set(good)) == count)


def children(page: Page) -> tuple[int, ...]:
    """Return the pages below one, in order."""
    if page.kind in (LEAF_TABLE, LEAF_INDEX):
        return ()
    return (*(int.from_bytes(page.data[start : start + 4], "big") for start in page.starts), page.right)


def cells(image: Image, page: Page) -> Iterator[Cell | None]:
    """Yield the rows of a page; None for one that cannot be one. The inner pages of a table have none."""
    if page.kind == INTERIOR_TABLE:
        return
    for start in page.starts:
        yield cell_at(image, page, start)


def cell_at(image: Image, page: Page, start: int) -> Cell | None:
    """Return the row that begins at *start* of a page; None if there can be none."""
    data = page.data
    start += 4 if page.kind == INTERIOR_INDEX else 0
    length, start = varint(data, start)
    rowid = 0
    if page.kind == LEAF_TABLE:
        rowid, start = varint(data, start)
        rowid -= 1 << 64 if rowid >= 1 << 63 else 0
    if length < 1 or length > image.count * image.page_size:
        return None
    here = local(length, image.page_size, table=page.kind == LEAF_TABLE)
    if start + here + (4 if here < length else 0) > len(data):
        return None
    payload = data[start : start + here]
    if here == length:
        return Cell(rowid, payload, True)
    following = int.from_bytes(data[start + here : start + here + 4], "big")
    rest, pages = _overflow(image, following, length - here)
    return Cell(rowid, payload + rest, len(pages) * (image.page_size - 4) >= length - here, pages)


def local(length: int, usable: int, *, table: bool) -> int:
    """Return how many bytes of a row of *length* lie in its own page; *usable* are the bytes of a page."""
    most = usable - 35 if table else (usable - 12) * 64 // 255 - 23
    if length <= most:
        return length
    least = (usable - 12) * 32 // 255 - 23
    some = least + (length - least) % (usable - 4)
    return some if some <= most else least


def _overflow(image: Image, number: int, length: int) -> tuple[bytes, tuple[int, ...]]:
    """The rest of a row, from the chain of pages that begins at *number*; zeros for what is not there."""
    parts: list[bytes] = []
    held = image.page_size - 4
    missing = length
    been: dict[int, None] = {}
    while missing > 0 and 1 < number <= image.count and number not in been:
        been[number] = None
        page = image.page(number)
        parts.append(page[4 : 4 + min(held, missing)])
        missing -= held
        number = int.from_bytes(page[:4], "big")
    rest = b"".join(parts)
    return rest.ljust(length, b"\0") if length < _PADDED else rest, tuple(been)


def carved(image: Image, data: bytes) -> Iterator[Cell]:
    """Yield whatever looks like a table's row in a page whose list of rows cannot be trusted."""
    page = Page(LEAF_TABLE, data, (), 0, False)
    for start in range(len(data) - _SHORTEST):
        if _begins_a_row(data, start) and (cell := cell_at(image, page, start)) is not None:
            yield cell


def _begins_a_row(data: bytes, start: int) -> bool:
    """Tell whether length, number and header of a row may stand here: the lengths must add up."""
    length, at = varint(data, start)
    _, at = varint(data, at)
    size, place = varint(data, at)
    if not 1 < size <= min(length, _LONGEST_HEADER) or at + size > len(data):
        return False
    held = size
    while place < at + size:
        kind, place = varint(data, place)
        if kind in (10, 11) or held > length:
            return False
        held += (kind - 12) // 2 if kind >= 12 else _LENGTHS.get(kind, 0)
    return held == length and place == at + size


def record(payload: bytes) -> tuple[Value, ...] | None:
    """Return the values of a row; None if *payload* is no record. Text that is none comes as `NoText`."""
    size, at = varint(payload, 0)
    if not at <= size <= len(payload):
        return None
    start = size
    values: list[Value] = []
    while at < size:
        kind, at = varint(payload, at)
        value, length = _value(payload, kind, start)
        if length < 0:
            return None
        values.append(value)
        start += length
    return tuple(values) if start == len(payload) and at == size else None


def _value(payload: bytes, kind: int, start: int) -> tuple[Value, int]:
    """A value and its length; a length below zero if it does not fit."""
    if kind in _CONSTANTS:
        return _CONSTANTS[kind], 0
    length = (kind - 12) // 2 if kind >= 12 else _LENGTHS.get(kind, -1)
    data = payload[start : start + max(length, 0)]
    if len(data) != length:
        return None, -1
    if kind >= 12:
        return (_text(data) if kind % 2 else data), length
    return struct.unpack(">d", data)[0] if kind == _FLOAT else int.from_bytes(
        data, "big", signed=True
    ), length


def _text(data: bytes) -> str | NoText:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return NoText(data)


def varint(data: bytes, at: int) -> tuple[int, int]:
    """Return the number of variable length at *at* and where it ends; zero where the bytes end before."""
    value = 0
    for place in range(at, min(at + _LONGEST_VARINT, len(data))):
        byte = data[place]
        if place == at + _LONGEST_VARINT - 1:
            return value << 8 | byte, place + 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    return 0, len(data)


class Walk:
    """Goes through a tree from its root; knows which pages it was in and which cannot be right."""

    def __init__(self, image: Image, visited: set[int]) -> None:
        self._image = image
        self._visited = visited
        self.broken: list[int] = []

    def leaves(self, root: int, wanted: tuple[int, int]) -> Iterator[tuple[int, Page]]:
        """Yield the pages with rows below *root*, in order: *wanted* are the kinds of leaf and inner pages.

        A page that is of another kind, or was in a tree already, is noted as broken.
        """
        pending = [(root, 0)]
        while pending:
            number, depth = pending.pop()
            page = self._page(number, depth, wanted)
            if page is None:
                self.broken.append(number)
                continue
            self._visited.add(number)
            if not page.sound:
                self.broken.append(number)
            if page.kind != INTERIOR_TABLE:
                yield number, page
            pending.extend((child, depth + 1) for child in reversed(children(page)))

    def _page(self, number: int, depth: int, wanted: tuple[int, int]) -> Page | None:
        if not 1 <= number <= self._image.count or number in self._visited or depth > _DEEPEST:
            return None
        page = parse(self._image.page(number), number)
        return page if page is not None and page.kind in wanted else None
