"""Year, number and running number of the form: the next ones are proposed, odd ones remarked on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bulletin_desktop.document.model import Issue
from bulletin_desktop.gui.issue_form import numbers, words
from bulletin_desktop.gui.issue_form.lists import shows_none
from bulletin_desktop.services.numbering import next_number, next_running
from bulletin_desktop.services.outline import IssueRow

if TYPE_CHECKING:
    from bulletin_desktop.gui.issue_form.dialog import IssueDialog


class Numbering(QObject):
    """Fills these fields of *form*, on from *issue*. *changed* tells that one of them has another value."""

    changed = Signal()

    def __init__(self, form: IssueDialog, issue: Issue) -> None:
        super().__init__(form)
        self._form = form
        self._issue = issue
        self._others: tuple[IssueRow, ...] = ()
        self._offered = 1  # the number that was proposed
        for field in (form.year, form.number, form.running_number):
            shows_none(field)
        form.year.valueChanged.connect(self._renumber)
        form.supplement.toggled.connect(self._renumber)
        form.number.valueChanged.connect(self.changed)
        form.running_number.valueChanged.connect(self.changed)

    def begin(self, issue: Issue, others: tuple[IssueRow, ...]) -> None:
        """Number on from *issue*, beside the *others* of its publication; what is typed stays."""
        self._issue, self._others = issue, others

    def show(self, issue: Issue, others: tuple[IssueRow, ...]) -> None:
        """Show the numbers of *issue*, and number on from them."""
        self.begin(issue, others)
        form = self._form
        self._offered = 0  # nothing is renumbered by what is only shown
        form.year.setValue(issue.year)
        form.supplement.setChecked(issue.supplement)
        form.number.setValue(issue.number)
        form.running_number.setValue(issue.running_number)
        self._offered = issue.number

    def _renumber(self) -> None:
        """Another year, or a supplement, has another next number; one typed by hand stays."""
        form, issue = self._form, self._issue
        if self._offered and form.number.value() == self._offered:
            year, supplement = form.year.value(), form.supplement.isChecked()
            as_shown = (year, supplement) == (issue.year, issue.supplement)
            self._offered = issue.number if as_shown else next_number(self._others, year, supplement)
            form.number.setValue(self._offered)
            if supplement is issue.supplement:
                form.running_number.setValue(issue.running_number)
            else:
                form.running_number.setValue(next_running(self._others, supplement))
        self.changed.emit()

    def remark(self) -> None:
        """Say below the fields what is odd about the numbers."""
        form = self._form
        year, number, supplement = form.year.value(), form.number.value(), form.supplement.isChecked()
        if year:
            form.year_note.say("", form.year)
        found = numbers.remark_on_number(self._others, year, number, supplement) if number else None
        if number or not form.number_note.wrong:
            taken = found is not None and found.doubt is numbers.Doubt.TAKEN
            form.number_note.say(words.of_number(found), form.number, wrong=taken)
        running = numbers.remark_on_running(self._others, form.running_number.value())
        form.running_number_note.say(words.of_running_number(running), form.running_number)
