"""Which pages a person wants on paper, and on which sides of which sheets they come. No printer is asked."""

from __future__ import annotations

import re
from itertools import chain

from bulletin_desktop.values import dataclass

_FULL_WIDTH = str.maketrans("０１２３４５６７８９，、；;－—–~～至", "0123456789,,,,------")
_PART = re.compile(r"(\d{0,6})(-?)(\d{0,6})")


@dataclass(frozen=True, slots=True)
class PrintSettings:
    """What to print and how: *pages* by number, from 1, in the order they come out."""

    printer: str
    pages: tuple[int, ...]
    copies: int = 1
    collate: bool = True  # copy by copy, not page by page
    two_sided: bool = False
    color: bool = True

    @property
    def both_sides(self) -> bool:
        """Whether any sheet is printed on both sides; copies of a single page are not."""
        return self.two_sided and len(self.pages) > 1


def page_numbers(text: str, count: int) -> tuple[int, ...]:
    """Return the pages that *text* names out of *count*: "1-3,5", "3-" to the end, "-3" from the start.

    Full-width digits and marks are as good; a page comes once, in the order it is named. Empty if *text*
    names no page, names one that there is not, or cannot be read.
    """
    parts = re.sub(r"\s", "", text).translate(_FULL_WIDTH).split(",")
    ranges = [_range(part, count) for part in parts if part]
    if not all(ranges):
        return ()
    return tuple(dict.fromkeys(chain.from_iterable(ranges)))


def _range(part: str, count: int) -> range:
    found = _PART.fullmatch(part)
    if found is None or part == "-":
        return range(0)
    first, dash, last = found.groups()
    low = int(first or 1)
    high = int(last or count) if dash else low
    return range(low, high + 1) if 1 <= low <= high <= count else range(0)


def sides(settings: PrintSettings) -> tuple[int | None, ...]:
    """Return the page of each side in the order they are printed, for a printer that makes no copies itself.

    None is a side left empty: the back of a sheet whose front ends a copy.
    """
    leaves = _leaves(settings)
    if settings.collate:
        ordered = leaves * settings.copies
    else:
        ordered = [leaf for leaf in leaves for _ in range(settings.copies)]
    printed = list(chain.from_iterable(ordered))
    while printed and printed[-1] is None:
        printed.pop()
    return tuple(printed)


def sheets(settings: PrintSettings) -> int:
    """Return how many sheets of paper that takes."""
    return len(_leaves(settings)) * settings.copies


def _leaves(settings: PrintSettings) -> list[tuple[int | None, ...]]:
    """The sheets of one copy, each with its one or two sides."""
    pages = settings.pages
    if not settings.both_sides:
        return [(page,) for page in pages]
    backs = (*pages[1::2], None)
    return list(zip(pages[::2], backs, strict=False))
