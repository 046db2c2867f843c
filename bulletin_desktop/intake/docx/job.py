"""What the parts of the reader share while one file is read, and how much of everything it may have."""

from __future__ import annotations

from dataclasses import field

from bulletin_desktop.intake.docx.comments import Comments
from bulletin_desktop.intake.docx.media import Media
from bulletin_desktop.intake.docx.notes import Notes
from bulletin_desktop.intake.docx.numbering import Numbering
from bulletin_desktop.intake.docx.package import Package, Relation
from bulletin_desktop.intake.docx.styles import Styles
from bulletin_desktop.intake.source import Tally
from bulletin_desktop.values import dataclass

MOST_CHARACTERS = 4_000_000  # a book of 1,000 pages has one million
MOST_LINES = 30_000
MOST_STEPS = 300_000  # what stands in runs, cells, tables; the largest of 100 foreign files has 45,000
DEEPEST = 60  # stories, tables, controls and links inside each other; people reach ten


@dataclass(slots=True)
class Job:
    """One file being read: the *depth*-th inside another, with so many *chunks* of its own read."""

    package: Package
    styles: Styles
    numbering: Numbering
    notes: Notes
    comments: Comments
    media: Media
    tally: Tally = field(default_factory=Tally)
    chunks: int = 0
    depth: int = 0
    _characters: int = 0
    _lines: int = 0
    _steps: int = 0

    def relation(self, part: str, key: str | None) -> Relation | None:
        """Return what *part* refers to by the id *key*."""
        return self.package.relations(part).get(key or "")

    def spend(self, characters: int) -> None:
        """Count text. Raises `UserError` beyond what any manuscript has."""
        self._characters += characters
        if self._characters > MOST_CHARACTERS:
            raise self.package.too_much()

    def spend_line(self) -> None:
        """Count a line. Raises `UserError` beyond what any manuscript has."""
        self._lines += 1
        if self._lines > MOST_LINES:
            raise self.package.too_much()

    def spend_steps(self, steps: int = 1) -> None:
        """Count what takes time. Raises `UserError` beyond what any manuscript has."""
        self._steps += steps
        if self._steps > MOST_STEPS:
            raise self.package.too_much()

    def check_depth(self, depth: int) -> None:
        """Raise `UserError` when things stand inside each other deeper than in any manuscript."""
        if depth > DEEPEST:
            raise self.package.too_much()
