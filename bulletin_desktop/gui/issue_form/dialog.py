"""The details of an issue: asked for a new one with everything prefilled, or changed later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget

from bulletin_desktop.document.distribution import MailingLists, lists_of
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Issue, Masthead
from bulletin_desktop.document.schema import one_line
from bulletin_desktop.gui.check_box import CheckBox
from bulletin_desktop.gui.issue_form import words
from bulletin_desktop.gui.issue_form.date_field import DateField
from bulletin_desktop.gui.issue_form.form_dialog import FormDialog
from bulletin_desktop.gui.issue_form.head_view import HeadView
from bulletin_desktop.gui.issue_form.note import Note
from bulletin_desktop.gui.issue_form.numbering import Numbering
from bulletin_desktop.gui.issue_form.wanted import WantedIssue
from bulletin_desktop.library.habits import PEOPLE, Habits
from bulletin_desktop.services.outline import IssueRow, PublicationRow

if TYPE_CHECKING:
    from bulletin_desktop.services.templates import TemplateSource
    from bulletin_desktop.typeset.measures import Measures

_FIRST_YEAR = 1949
_CLASSIFICATIONS = ("内部资料", "注意保存", "秘密★1年", "机密★3年")
_WITH_VIEW = 840  # pixels from which on there is room for the pages beside the fields
_SHARES = (5, 4)  # of fields and pages in the width
_NOBODY = PublicationRow("", "", "", "")


class IssueDialog(FormDialog):
    """Fields of an issue. `proposal_wanted` asks for the next issue of a publication that was chosen.

    *chosen* carries a `WantedIssue`; when an existing issue is edited its publication cannot change.
    """

    proposal_wanted = Signal(str)

    sides: QHBoxLayout
    publication: QComboBox
    publication_note: Note
    template_label: QLabel
    template: QComboBox
    year: QSpinBox
    year_note: Note
    number: QSpinBox
    number_note: Note
    running_number: QSpinBox
    running_number_note: Note
    date: DateField
    date_note: Note
    supplement: CheckBox
    name: QLineEdit
    name_back: QPushButton
    name_note: Note
    unit: QLineEdit
    unit_back: QPushButton
    classification: QComboBox
    copy_number: QLineEdit
    editor: QLineEdit
    reviewer: QLineEdit
    issuer: QLineEdit
    keep: CheckBox

    def __init__(
        self,
        publications: Sequence[PublicationRow],
        templates: Sequence[TemplateSource],
        parent: QWidget | None = None,
        *,
        classifications: Sequence[str] = (),
        measures: Measures | None = None,
    ) -> None:
        super().__init__("issue_form", ("numbers", "masthead", "people"), parent)
        self._publications = {row.name: row for row in publications}
        self._sources: Mapping[str, TemplateSource] = {source.id: source for source in templates}
        self._existing = False
        self._kept_by_hand: bool | None = None
        self._habits: Habits | None = None
        self._proposed = ""
        self._issue = self._blank("")
        self._row = _NOBODY
        self._look: TemplateSource | None = None
        self.publication.addItems(list(self._publications))
        self.classification.addItems(list(dict.fromkeys(("", *classifications, *_CLASSIFICATIONS))))
        for source in templates:
            self.template.addItem(source.name, source.id)
        self._numbering = Numbering(self, self._issue)
        self.view = HeadView(measures, self) if measures is not None else None
        if self.view is not None:
            self.sides.addWidget(self.view)
            for nth, share in enumerate(_SHARES):
                self.sides.setStretch(nth, share)
        self._connect()

    def _connect(self) -> None:
        self.publication.textActivated.connect(self._propose)
        self.publication.lineEdit().editingFinished.connect(self._propose)
        self.publication.editTextChanged.connect(self._renamed)
        self.template.currentIndexChanged.connect(self._touched)
        self.classification.editTextChanged.connect(self._touched)
        self.year.valueChanged.connect(self._follow_year)
        self._numbering.changed.connect(self._touched)
        self.date.changed.connect(self._touched)
        self.date.editingFinished.connect(self._check_date)
        for field in (self.name, self.unit, self.copy_number, *self._people().values()):
            field.textChanged.connect(self._touched)
        self.lists.changed.connect(self._touched)
        self.name_back.clicked.connect(lambda: self._back(self.name, self._publication_name()))
        self.unit_back.clicked.connect(lambda: self._back(self.unit, self._row.unit))
        self.keep.clicked.connect(self._keep_chosen)

    # Opening

    def begin(self, publication_id: str = "") -> None:
        """Start a new issue of a publication, by default the first; the number comes once it is known."""
        first = next(iter(self._publications), self.tr("Bulletin"))
        wanted = (row.name for row in self._publications.values() if row.id == publication_id)
        self._issue = self._blank("")
        self._show(self._issue)
        self.publication.setCurrentText(next(wanted, first))
        self._propose()
        self._opened = self._state()
        self.publication.setFocus()

    def edit(
        self, issue: Issue, publication: PublicationRow, habits: Habits | None, look: TemplateSource | None
    ) -> None:
        """Show an issue that exists."""
        self.setWindowTitle(self.tr("Issue details"))
        self.accept_button.setText(self.tr("Save"))
        self._existing = True
        self._row, self._habits, self._look = publication, habits, look
        self.publication.setEnabled(False)
        self.publication.setCurrentText(publication.name)
        self.template_label.hide()  # the publication's, and chosen with all it holds in a dialog of its own
        self.template.hide()
        self._show(issue)
        self.number.setFocus()

    def show_proposal(self, issue: Issue, habits: Habits | None) -> None:
        """Fill in the next issue of the chosen publication."""
        row = self._publications.get(self._publication_name())
        if row is not None and row.name == issue.publication:
            self._row, self._habits = row, habits
            self._show(issue)
            self.filled.emit()

    def _blank(self, name: str) -> Issue:
        today = dt.date.today()
        return Issue(new_id(), name, today.year, 1, today, Masthead(name), running_number=1)

    def _propose(self) -> None:
        name = self._publication_name()
        if name == self._proposed or self._existing:
            return
        before, self._proposed = self._proposed, name
        self._row = self._publications.get(name, _NOBODY)
        self._numbering.begin(self._issue, self._others())
        if self._row.id:
            self.proposal_wanted.emit(self._row.id)
            return
        self._issue, self._habits = self._blank(name), None  # what was typed into the fields stays
        self._numbering.begin(self._issue, ())
        self._show_template()
        if before in self._publications:  # the other publication's numbers mean nothing here
            self.number.setValue(1)
            self.running_number.setValue(1)
        self._touched()

    def _show(self, issue: Issue) -> None:
        self._issue = issue
        self._kept_by_hand = None
        self._show_template()
        self._numbering.show(issue, self._others())
        self.date.year = issue.year
        self.date.show_day(issue.date)
        for name in ("name", "unit", "copy_number"):
            getattr(self, name).setText(getattr(issue.masthead, name))
        self.classification.setCurrentText(issue.masthead.classification)
        self.lists.show_lists(lists_of(issue.imprint, self._known()), issue.imprint)
        for name, field in self._people().items():
            field.setText(getattr(issue.imprint, name))
        self._opened = self._state()
        self._follow()

    def _known(self) -> MailingLists | None:
        return self._habits.lists if self._habits is not None else None

    def _people(self) -> dict[str, QLineEdit]:
        return {name: getattr(self, name) for name in PEOPLE}

    def _show_template(self) -> None:
        """A new publication's template is chosen here; one that is there has its own."""
        self.template.setEnabled(not self._row.id)
        nth = self.template.findData(self._issue.template)
        if self._row.id and nth >= 0:
            self.template.setCurrentIndex(nth)

    # What stands in the fields

    def _publication_name(self) -> str:
        return one_line(self.publication.currentText()).strip()

    def _state(self) -> object:
        return self._typed(), self.lists.lists(), self.date.text(), self.publication.currentText()

    def _typed(self) -> Issue:
        """The issue as far as what is typed can be one; `_wrong` says what cannot."""
        head = {
            field: one_line(getattr(self, field).text()).strip() for field in ("name", "unit", "copy_number")
        }
        classification = one_line(self.classification.currentText()).strip()
        people = {name: one_line(field.text()).strip() for name, field in self._people().items()}
        chosen = self.template.currentData() if self.template.isEnabled() and not self._existing else None
        return replace(
            self._issue,
            template=chosen or self._issue.template,
            publication=self._issue.publication or self._publication_name(),
            year=max(self.year.value(), 1),
            number=max(self.number.value(), 1),
            running_number=self.running_number.value(),
            supplement=self.supplement.isChecked(),
            date=self.date.day() or self._issue.date,
            masthead=Masthead(classification=classification, **head),
            imprint=self.lists.printed(replace(self._issue.imprint, **people)),
        )

    def _result(self) -> WantedIssue:
        issue = self._typed()
        new = not self._row.id
        kept = new or (self.keep.isVisibleTo(self) and self.keep.isChecked())
        lists = self.lists.lists()
        return WantedIssue(
            self._row.id,
            issue,
            lists if kept and self._lists_differ() else None,
            issue.masthead.unit if kept and self._unit_differs() else None,
            self._habits,
        )

    # Following what is typed

    def _renamed(self) -> None:
        """The masthead follows the publication's name until it has one of its own."""
        if not self._existing and self.name.text().strip() == self._issue.masthead.name:
            name = self._publication_name()
            self._issue = replace(self._issue, masthead=replace(self._issue.masthead, name=name))
            self.name.setText(name)
        self._touched()

    def _follow_year(self, year: int) -> None:
        self.date.year = year

    def _others(self) -> tuple[IssueRow, ...]:
        return tuple(row for row in self._row.issues if row.id != self._issue.id)

    def _back(self, field: QLineEdit, text: str) -> None:
        field.setText(text)
        field.setFocus()

    def _keep_chosen(self, kept: bool) -> None:
        self._kept_by_hand = kept

    def _lists_differ(self) -> bool:
        lists = self.lists.lists()
        return lists != (self._known() or MailingLists(stop=lists.stop))

    def _unit_differs(self) -> bool:
        return self.unit.text().strip() != self._row.unit

    def _follow(self) -> None:
        self._numbering.remark()
        self._say_of_date()
        for note, field in ((self.publication_note, self.publication), (self.name_note, self.name)):
            if note.wrong and field.isEnabled():
                note.say("", field)
        name, typed = self._publication_name(), self._typed()
        self.name_back.setVisible(self.name.text().strip() != name and bool(name))
        self.unit_back.setVisible(bool(self._row.id and self._row.unit) and self._unit_differs())
        self.name_back.setToolTip(name)
        self.unit_back.setToolTip(self._row.unit)
        self._offer_to_keep()
        self.summary.say("" if self._existing else words.what_happens(typed, self._row, self._habits))
        source = self._look or self._sources.get(typed.template)
        if self.view is not None and source is not None and self.isVisible():
            self.view.show_issue(typed, source)

    def _offer_to_keep(self) -> None:
        lists, unit = self._lists_differ(), self._unit_differs()
        self.keep.setVisible(bool(self._row.id) and (lists or unit))
        self.keep.setText(words.what_is_kept(lists, unit))
        by_person = self.lists.edited or self.unit.text().strip() != self._issue.masthead.unit
        self.keep.setChecked(by_person if self._kept_by_hand is None else self._kept_by_hand)

    def _say_of_date(self) -> None:
        day, year = self.date.day(), self.year.value()
        if day is None:
            return  # it may be half typed
        said = self.tr("The day is in {day}, the issue is one of {year}").format(day=day.year, year=year)
        self.date_note.say(said if year and day.year != year else "", self.date)

    def _check_date(self) -> None:
        if self.date.day() is None:
            why = self.tr("This is no day. Write it as 2026-1-30, or 1.30 for this year's.")
            self.date_note.say(why, self.date, wrong=True)

    # Accepting

    def _wrong(self) -> tuple[QWidget, Note] | None:
        wrong: list[tuple[QWidget, Note]] = []
        checks = (
            (
                not self._existing and not self._publication_name(),
                (self.publication, self.publication_note),
                self.tr("Give the publication a name."),
            ),
            (
                self.year.value() < _FIRST_YEAR,
                (self.year, self.year_note),
                self.tr("A year has four digits, from {first} on.").format(first=_FIRST_YEAR),
            ),
            (
                not self.number.value(),
                (self.number, self.number_note),
                self.tr("Issues are numbered from 1 on."),
            ),
            (
                not self.name.text().strip(),
                (self.name, self.name_note),
                self.tr("A masthead needs a name."),
            ),
        )
        for fails, place, sentence in checks:
            if fails:
                place[1].say(sentence, place[0], wrong=True)
                wrong.append(place)
        if self.date.day() is None:
            self._check_date()
            wrong.insert(sum(field is not self.name for field, _ in wrong), (self.date, self.date_note))
        return wrong[0] if wrong else None

    def show_refusal(self, sentence: str, *, number: bool) -> None:
        """Say why the library did not take it, beside the *number* if that is the reason."""
        self.show_problem("" if number else sentence)
        if number:
            self.number_note.say(sentence, self.number, wrong=True)
            self.number.setFocus()
            self.number.selectAll()
            self._show_note(self.number_note)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        if self.view is not None:
            self.view.setVisible(self.width() >= _WITH_VIEW)

    def done(self, result: int) -> None:
        """The thread that sets the pages ends with the form."""
        if self.view is not None:
            self.view.close_lane()
        super().done(result)
