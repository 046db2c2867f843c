"""How far the preview's lines and pages agree with those of a rendered file.

A line agrees if its whole text does, without spaces and characters of no width, in the order of the
lines; a page's start agrees if the page of the same number begins with the same line.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

_FOLIO = re.compile(r"^[—–\-\s]*\d+[—–\-\s]*$")

Pages = Sequence[Sequence[str]]


@dataclass(slots=True)
class Agreement:
    """Counts that add up over files: *lines* and *starts* are of the longer side."""

    pages: int = 0
    lines: int = 0
    lines_agreeing: int = 0
    starts: int = 0
    starts_agreeing: int = 0
    differing: list[str] = field(default_factory=list)  # rendered line | previewed line

    def add(self, other: Agreement) -> None:
        self.pages += other.pages
        self.lines += other.lines
        self.lines_agreeing += other.lines_agreeing
        self.starts += other.starts
        self.starts_agreeing += other.starts_agreeing
        self.differing += other.differing


def compare(rendered: Pages, previewed: Pages) -> Agreement:
    """Compare the lines of every page, top to bottom, page numbers left out."""
    theirs, mine = _tidy(rendered), _tidy(previewed)
    a, b = list(chain.from_iterable(theirs)), list(chain.from_iterable(mine))
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    opcodes = matcher.get_opcodes()
    same = sum(i2 - i1 for kind, i1, i2, _, _ in opcodes if kind == "equal")
    differing = [
        f"{' / '.join(a[i1:i2])} | {' / '.join(b[j1:j2])}"
        for kind, i1, i2, j1, j2 in opcodes
        if kind != "equal"
    ]
    starts = [(page[0] if page else None) for page in theirs]
    own = [(page[0] if page else None) for page in mine]
    agreeing = sum(x == y and x is not None for x, y in zip(starts, own, strict=False))
    printed = max(sum(x is not None for x in starts), sum(x is not None for x in own))
    return Agreement(len(rendered), max(len(a), len(b)), same, printed, agreeing, differing)


def _tidy(pages: Pages) -> list[list[str]]:
    stripped = [["".join(filter(_drawn, line)) for line in page] for page in pages]
    return [[line for line in page if line and not _FOLIO.match(line)] for page in stripped]


def _drawn(char: str) -> bool:
    """False for what leaves nothing on paper: spaces, and characters without width that a PDF leaves out."""
    return not char.isspace() and unicodedata.category(char) != "Cf"
