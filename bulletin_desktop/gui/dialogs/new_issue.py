"""The details of an issue: asked for a new one with everything prefilled, or edited later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Imprint, Issue, Masthead
from bulletin_desktop.gui import forms, theme
from bulletin_desktop.gui.check_box import CheckBox

if TYPE_CHECKING:
    from bulletin_desktop.services.outline import PublicationRow
    from bulletin_desktop.services.templates import TemplateSource


def _emptied(field: QSpinBox, text: str) -> None:
    """Nothing means none; Qt would bring the number back that was deleted."""
    if not text.strip():
        field.setValue(0)


@dataclass(frozen=True, slots=True)
class NewIssue:
    """What was asked for: *publication_id* is empty for a publication that is new as well."""

    publication_id: str
    issue: Issue


class IssueDialog(QDialog):
    """Fields of an issue. `proposal_wanted` asks for the next issue of a publication that was chosen.

    *chosen* carries a `NewIssue`; when an existing issue is edited its publication cannot change.
    """

    proposal_wanted = Signal(str)
    chosen = Signal(object)

    numbers: QGridLayout
    masthead: QGridLayout
    imprint: QGridLayout
    publication: QComboBox
    template_label: QLabel
    template: QComboBox
    year: QSpinBox
    number: QSpinBox
    running_number: QSpinBox
    supplement: CheckBox
    date: QDateEdit
    unit: QLineEdit
    classification: QLineEdit
    copy_number: QLineEdit
    report_to: QLineEdit
    send_to: QLineEdit
    distribute_to: QLineEdit
    copies: QSpinBox
    editor: QLineEdit
    reviewer: QLineEdit
    issuer: QLineEdit
    problem: QLabel
    cancel: QPushButton
    accept_button: QPushButton

    def __init__(
        self,
        publications: Sequence[PublicationRow],
        templates: Sequence[TemplateSource],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        forms.fill(self, "new_issue", {"CheckBox": CheckBox})
        for field in (self.year, self.number, self.running_number, self.copies, self.date):
            field.lineEdit().setTextMargins(3, 0, 3, 0)
        for name in ("numbers_title", "masthead_title", "imprint_title"):
            label: QLabel = getattr(self, name)
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            label.setContentsMargins(0, 8, 0, 0)
        self._align()
        for field in (self.running_number, self.copies):
            field.setSpecialValueText(" ")  # 0 prints nothing, so it is shown as nothing
            field.lineEdit().textEdited.connect(partial(_emptied, field))
        self._tint()
        self.problem.hide()
        self._ids = {row.name: row.id for row in publications}
        self._issue = self._blank("")
        self.publication.addItems(list(self._ids))
        for source in templates:
            self.template.addItem(source.name, source.id)
        self.publication.textActivated.connect(self._propose)
        self.publication.lineEdit().editingFinished.connect(self._propose)
        self._proposed = ""
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self._accept)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange and "problem" in vars(self):
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        self.problem.setStyleSheet(f"color: {theme.tokens(self.palette()).err.name()}")

    def _align(self) -> None:
        """The three groups are grids of their own; their columns shall stand below each other."""
        for column in (0, 2):
            labels = [
                item.widget()
                for grid in (self.numbers, self.masthead, self.imprint)
                for row in range(grid.rowCount())
                if (item := grid.itemAtPosition(row, column)) and isinstance(item.widget(), QLabel)
            ]
            width = max(label.sizeHint().width() for label in labels)
            for label in labels:
                label.setMinimumWidth(width)

    def begin(self) -> None:
        """Start a new issue of the first publication; the number comes as soon as it is known."""
        self.publication.setCurrentText(next(iter(self._ids), self.tr("Bulletin")))
        self._show(self._issue)
        self._propose()
        self.publication.setFocus()

    def edit(self, issue: Issue) -> None:
        """Show an issue that exists."""
        self.setWindowTitle(self.tr("Issue details"))
        self.accept_button.setText(self.tr("Save"))
        self.publication.setEnabled(False)
        self.publication.setCurrentText(issue.masthead.name)
        self.template_label.hide()  # the publication's, and chosen with all it holds in a dialog of its own
        self.template.hide()
        self._show(issue)
        self.number.setFocus()

    def show_proposal(self, issue: Issue) -> None:
        """Fill in the next issue of the chosen publication."""
        if issue.masthead.name == self.publication.currentText().strip():
            self._show(issue)

    def show_problem(self, sentence: str) -> None:
        """Say why the library did not take it; the dialog stays open."""
        self.problem.setText(sentence)
        self.problem.show()
        self.accept_button.setEnabled(True)

    def _blank(self, name: str) -> Issue:
        today = dt.date.today()
        return Issue(new_id(), name, today.year, 1, today, Masthead(name), running_number=1)

    def _propose(self) -> None:
        name = self.publication.currentText().strip()
        if name == self._proposed or not self.publication.isEnabled():
            return
        before, self._proposed = self._proposed, name
        if name in self._ids:
            self.proposal_wanted.emit(self._ids[name])
            return
        self._issue = self._blank(name)  # what was typed into the fields stays
        self._show_template()
        if before in self._ids:  # the other publication's numbers mean nothing here
            self.number.setValue(1)
            self.running_number.setValue(1)

    def _show(self, issue: Issue) -> None:
        self._issue = issue
        self._show_template()
        self.year.setValue(issue.year)
        self.number.setValue(issue.number)
        self.running_number.setValue(issue.running_number)
        self.supplement.setChecked(issue.supplement)
        self.date.setDate(QDate(issue.date.year, issue.date.month, issue.date.day))
        for part in (issue.masthead, issue.imprint):
            for name in ("unit", "classification", "copy_number", "report_to", "send_to", "distribute_to",
                         "editor", "reviewer", "issuer"):  # fmt: skip
                if hasattr(part, name):
                    getattr(self, name).setText(getattr(part, name))
        self.copies.setValue(issue.imprint.copies)

    def _show_template(self) -> None:
        """A new publication's template is chosen here; one that is there has its own."""
        known = self.publication.currentText().strip() in self._ids
        self.template.setEnabled(not known)
        nth = self.template.findData(self._issue.template)
        if known and nth >= 0:
            self.template.setCurrentIndex(nth)

    def _typed(self) -> Issue:
        name = self.publication.currentText().strip()
        shown = self.date.date()
        masthead = replace(
            self._issue.masthead,
            name=name,
            unit=self.unit.text().strip(),
            classification=self.classification.text().strip(),
            copy_number=self.copy_number.text().strip(),
        )
        imprint = Imprint(
            report_to=self.report_to.text().strip(),
            send_to=self.send_to.text().strip(),
            distribute_to=self.distribute_to.text().strip(),
            copies=self.copies.value(),
            editor=self.editor.text().strip(),
            reviewer=self.reviewer.text().strip(),
            issuer=self.issuer.text().strip(),
        )
        chosen = self.template.currentData() if self.template.isEnabled() else None
        return replace(
            self._issue,
            template=chosen or self._issue.template,
            publication=self._issue.publication or name,
            year=self.year.value(),
            number=self.number.value(),
            running_number=self.running_number.value(),
            supplement=self.supplement.isChecked(),
            date=dt.date(shown.year(), shown.month(), shown.day()),
            masthead=masthead,
            imprint=imprint,
        )

    def _accept(self) -> None:
        issue = self._typed()
        if not issue.masthead.name:
            self.show_problem(self.tr("Give the publication a name."))
            self.publication.setFocus()
            return
        self.problem.hide()
        self.accept_button.setEnabled(False)
        self.chosen.emit(NewIssue(self._ids.get(issue.masthead.name, ""), issue))
