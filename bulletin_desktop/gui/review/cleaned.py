"""The chips of the review page: what each counts, where its places are, what its menu switches."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication

from bulletin_desktop.gui.review import menus, words
from bulletin_desktop.gui.review.chips import Chip, ChipBar
from bulletin_desktop.gui.review.corrections import Corrections
from bulletin_desktop.gui.review.digest import Row, RowKind
from bulletin_desktop.gui.review.lines import LinesView
from bulletin_desktop.gui.review.model import LinesModel
from bulletin_desktop.intake import recleaning
from bulletin_desktop.intake.cleaner import Rule
from bulletin_desktop.intake.recognition import Label
from bulletin_desktop.intake.summary import CONTEXT, FAMILIES, Family, Summary, rules_of

_FAILURES = "failures"


class Cleanings(QObject):
    """Fills the bar, steps through places and switches rules of what is under review."""

    def __init__(self, bar: ChipBar, lines: LinesView, model: LinesModel, corrections: Corrections) -> None:
        super().__init__(bar)
        self._bar, self._lines, self._model, self._corrections = bar, lines, model, corrections
        self._place: tuple[int, int] | None = None  # the row and the change that was stepped to
        self._summary = Summary()
        bar.stepped.connect(self._step_through)
        bar.menu_wanted.connect(self._offer)

    def show(self, summary: Summary, failures: int) -> None:
        """Show what was cleaned, and how many files could not be read."""
        self._summary = summary
        chips = [Chip(nth, self._text(family, count), self._tip()) for nth, family, count in self._shown()]
        chips = [
            Chip(chip.key, chip.text, self.tr("Switched off for these manuscripts"), off=True)
            if not self._on(FAMILIES[chip.key])  # type: ignore[call-overload]
            else chip
            for chip in chips
        ]
        if failures:
            text = self.tr("{count} files could not be read").format(count=failures)
            chips.insert(0, Chip(_FAILURES, text, self.tr("Show which, and why"), alarm=True, menu=False))
        self._bar.set_chips(chips)

    def _shown(self) -> Iterator[tuple[int, Family, int]]:
        """The families with something to count, and those that a person has switched off."""
        counts = {family.rules: count for family, count in self._summary.families()}
        for nth, family in enumerate(FAMILIES):
            count = counts.get(family.rules, 0)
            if count or not self._on(family):
                yield nth, family, count

    def _on(self, family: Family) -> bool:
        return any(rule in self._corrections.state.settings.rules for rule in family.rules)

    def _text(self, family: Family, count: int) -> str:
        if count or self._on(family):
            said = QCoreApplication.translate(CONTEXT, family.words)
            return said.format(count=f"{count:,}")
        return words.rule_name(family.rules[0])

    def _tip(self) -> str:
        return self.tr("Go to the next of these places; the arrow switches the rule off")

    # --- stepping

    def _step_through(self, key: object) -> None:
        if key == _FAILURES:
            rows = self._model.rows
            first = next((nth for nth, row in enumerate(rows) if row.kind is RowKind.FAILURES), None)
            if first is not None:
                self._lines.scrollTo(self._model.index(first, 0), LinesView.ScrollHint.PositionAtTop)
        elif isinstance(key, int) and not self._go(FAMILIES[key].rules, forward=True):
            self._offer(key, self._bar.mapToGlobal(QPoint(0, self._bar.height())))

    def step(self, forward: bool) -> None:
        """Go to the next or previous cleaned place, whatever the rule; round at the end."""
        self._go(tuple(Rule), forward)

    def _go(self, rules: tuple[Rule, ...], forward: bool) -> bool:
        """Go on from where the person is, and say whether there is such a place."""
        rows = self._model.rows
        if not rows:
            return False
        here = self._here()
        count = len(rows)
        order = [(here[0] + (step if forward else -step)) % count for step in range(count + 1)]
        for turn, nth in enumerate(order):
            places = _places(rows[nth], rules)
            if turn == 0:
                places = [place for place in places if (place > here[1] if forward else place < here[1])]
            if places:
                self._place = nth, places[0] if forward else places[-1]
                self._lines.step_to(*self._place)
                return True
        return False

    def _here(self) -> tuple[int, int]:
        current = max(self._lines.currentIndex().row(), 0)
        if self._place is not None and self._place[0] == current:
            return self._place
        return current, -2

    def revert_current(self) -> None:
        """Take back the change that was stepped to; without one, the first of the current line."""
        row_at, place = self._here()
        row = self._model.rows[row_at] if row_at < len(self._model.rows) else None
        if row is None or row.line is None or not row.line.changes:
            return
        number, wanted = row.line.number, place if place >= 0 else row.line.changes[0].start
        self._corrections.correct(row.file, lambda each: recleaning.revert_change(each, number, wanted))

    # --- switching

    def _offer(self, key: object, at: QPoint) -> None:
        if not isinstance(key, int):
            return
        counts = dict(self._summary.cleaned)
        on = self._corrections.state.settings.rules
        rules = [(str(rule), counts.get(rule, 0), rule in on) for rule in FAMILIES[key].rules]
        menus.switches(self._bar, rules, self._switch).popup(at)

    def _switch(self, rule: str, on: bool) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        try:
            self._corrections.switch((Rule(rule),), on)
        finally:
            QApplication.restoreOverrideCursor()


def _places(row: Row, rules: tuple[Rule, ...]) -> list[int]:
    """The places in a row's original where *rules* did something; -1 is the line as a whole."""
    line = row.line
    if line is None or row.fate is not None:
        return []
    if not any(rule in rules for rule in rules_of(line)):
        return []
    places = [change.start for change in line.changes if change.rule in rules]
    return places if line.label is not Label.ASIDE and places else [-1]
