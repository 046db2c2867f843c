"""What is counted of the review's rows, kept up by those that change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain
from operator import attrgetter

from bulletin_desktop.gui.review.digest import Row
from bulletin_desktop.intake import noise
from bulletin_desktop.intake.cleaner import Rule
from bulletin_desktop.intake.recognition import Label, Why
from bulletin_desktop.intake.summary import rules_of


class Figures:
    """Lines, doubtful places, what was cleaned by rule, what was set aside by reason."""

    def __init__(self) -> None:
        self._rows: tuple[Row, ...] = ()
        self._count(())

    def turn(self, rows: tuple[Row, ...]) -> None:
        """Count *rows* instead of those before."""
        former, self._rows = self._rows, rows
        if len(former) != len(rows):
            self._count(rows)
            return
        for before, after in zip(former, rows, strict=True):
            if before is not after:
                self._add(before, -1)
                self._add(after, 1)

    def _count(self, rows: Iterable[Row]) -> None:
        """Count from nothing, all lines at once: ten thousand have seventy thousand changes."""
        lines = [row.line for row in rows if row.line is not None]
        aside = [line for line in lines if line.label is Label.ASIDE]
        text = [line for line in lines if line.label is not Label.ASIDE]
        self.lines = len(lines)
        self.doubts = sum(1 for row in rows if row.doubtful)
        self.aside: Counter[str] = Counter(line.why for line in aside)
        changes = chain.from_iterable(line.changes for line in text)
        self.cleaned: Counter[str] = Counter(map(attrgetter("rule"), changes))
        self.cleaned[Rule.WRAPPED_LINES] += sum(1 for line in text if line.joins and not line.decided)
        for why, rule in noise.SWITCH.items():
            self.cleaned[rule] += self.aside[Why(why)]

    def _add(self, row: Row, by: int) -> None:
        line = row.line
        if line is None:
            return
        self.lines += by
        if line.doubt and row.fate is None:
            self.doubts += by
        if line.label is Label.ASIDE:
            self.aside[line.why] += by
        for rule in rules_of(line) if line.changes or line.joins or line.why else ():
            self.cleaned[rule] += by
