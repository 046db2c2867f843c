"""A publication: its name and unit, its template, and what it gives every new issue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from bulletin_desktop.document.distribution import FIELDS
from bulletin_desktop.document.model import Imprint
from bulletin_desktop.document.schema import one_line
from bulletin_desktop.gui.issue_form.form_dialog import FormDialog
from bulletin_desktop.gui.issue_form.note import Note
from bulletin_desktop.library.habits import PEOPLE, Habits
from bulletin_desktop.services import acts
from bulletin_desktop.services.outline import PublicationRow
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.services.templates import TemplateSource


@dataclass(frozen=True, slots=True)
class WantedPublication:
    """A publication as it shall be."""

    row: PublicationRow
    habits: Habits

    def changing(self, before: PublicationRow, habits: Habits | None) -> list[acts.Act]:
        """The steps from what there is to this; none if it is the same."""
        steps: list[acts.Act] = []
        if (before.name, before.unit) != (self.row.name, self.row.unit):
            steps.append(acts.UpdatePublication(self.row.id, self.row.name, self.row.unit))
        if before.template != self.row.template:
            steps.append(acts.ChooseTemplate(self.row.id, self.row.template))
        if self.habits != (habits or Habits()) or (steps and habits is None):
            steps.append(acts.UpdateLists(self.row.id, self.habits))
        return steps


class PublicationDialog(FormDialog):
    """*chosen* carries a `WantedPublication`. Issues that are there keep all but the template."""

    name: QLineEdit
    name_note: Note
    unit: QLineEdit
    template: QComboBox
    editor: QLineEdit
    reviewer: QLineEdit
    issuer: QLineEdit

    def __init__(
        self,
        row: PublicationRow,
        habits: Habits,
        templates: Sequence[TemplateSource],
        names: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """*names* are those of the other publications."""
        super().__init__("publication", ("numbers", "people"), parent)
        self.setWindowTitle(self.tr("Publication “{name}”").format(name=row.name))
        self._row = row
        self._names = names
        self.lists.sum_only()
        for source in templates:
            self.template.addItem(source.name, source.id)
        self.name.setText(row.name)
        self.unit.setText(row.unit)
        self.template.setCurrentIndex(self.template.findData(row.template))
        lists = habits.lists
        printed = {field: lists.printed(field) for field in FIELDS}
        self.lists.show_lists(lists, Imprint(**printed, copies=lists.total))
        for person in PEOPLE:
            field: QLineEdit = getattr(self, person)
            field.setText(getattr(habits, person))
            field.setPlaceholderText(self.tr("as in the last issue"))
            field.textChanged.connect(self._touched)
        self.name.textChanged.connect(self._touched)
        self.unit.textChanged.connect(self._touched)
        self.template.currentIndexChanged.connect(self._touched)
        self.lists.changed.connect(self._touched)
        self._opened = self._state()
        self.name.setFocus()

    def _state(self) -> object:
        return self._result()

    def _result(self) -> WantedPublication:
        people = {person: one_line(getattr(self, person).text()).strip() for person in PEOPLE}
        name = one_line(self.name.text()).strip()
        unit = one_line(self.unit.text()).strip()
        template = self.template.currentData() or self._row.template
        row = PublicationRow(self._row.id, name, template, unit)
        return WantedPublication(row, Habits(self.lists.lists(), **people))

    def _follow(self) -> None:
        name = self.name.text().strip()
        twin = name in self._names
        if name or not self.name_note.wrong:
            self.name_note.say(self.tr("Another publication has this name too") if twin else "", self.name)
        followers = len(self._row.issues)
        renamed = (name, self.unit.text().strip()) != (self._row.name, self._row.unit)
        words = self.tr("The {count} issues there are keep their mastheads").format(count=followers)
        self.summary.say(words if renamed and followers else "")

    def _wrong(self) -> tuple[QWidget, Note] | None:
        if self.name.text().strip():
            return None
        self.name_note.say(self.tr("Give the publication a name."), self.name, wrong=True)
        return self.name, self.name_note
