"""To whom an issue goes and in how many copies: three lists, spare copies, and the sum of it all."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox, QTabWidget, QWidget

from bulletin_desktop.document.distribution import FIELDS, MailingLists, repeated
from bulletin_desktop.document.model import Imprint
from bulletin_desktop.gui import forms
from bulletin_desktop.gui.check_box import CheckBox
from bulletin_desktop.gui.issue_form.note import Note
from bulletin_desktop.gui.issue_form.recipient_table import RecipientTable


class ListsEditor(QWidget):
    """Edits `MailingLists` and the copies printed, which follow the sum until a person types another number.

    *changed* hears of everything a person does. A list that is left alone prints as it did before.
    """

    changed = Signal()

    tabs: QTabWidget
    report_to: RecipientTable
    send_to: RecipientTable
    distribute_to: RecipientTable
    copies_label: QLabel
    copies: QSpinBox
    spare: QSpinBox
    shows_copies: CheckBox
    list_note: Note
    copies_note: Note
    use_sum: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.fill(
            self, "mailing_lists", {"CheckBox": CheckBox, "RecipientTable": RecipientTable, "Note": Note}
        )
        self._titles = [self.tabs.tabText(nth) for nth in range(self.tabs.count())]
        self._opened = MailingLists()
        self._printed = dict.fromkeys(FIELDS, "")
        self._total = 0
        for field in (self.copies, self.spare):
            shows_none(field)
        for name in FIELDS:
            table: RecipientTable = getattr(self, name)
            table.list.edited.connect(self._lists_changed)
        self.spare.valueChanged.connect(self._lists_changed)
        self.shows_copies.toggled.connect(lambda _on: self.changed.emit())
        self.copies.valueChanged.connect(self._copies_changed)
        self.use_sum.clicked.connect(lambda: self.copies.setValue(self._total))
        self.tabs.currentChanged.connect(lambda _nth: self._say_of_list())
        self._say()

    # What others ask of it

    def show_lists(self, lists: MailingLists, imprint: Imprint) -> None:
        """Show lists as *imprint* prints them, and the copies it says."""
        self._opened = lists
        self._printed = {name: getattr(imprint, name) for name in FIELDS}
        for name in FIELDS:
            table: RecipientTable = getattr(self, name)
            table.list.show_rows(lists.of(name))
        self._total = lists.total
        for field, value in ((self.spare, lists.spare), (self.copies, imprint.copies)):
            field.blockSignals(True)
            field.setValue(value)
            field.blockSignals(False)
        self.shows_copies.setChecked(lists.shows_copies)
        self._say()

    def lists(self) -> MailingLists:
        """Return what the tables show."""
        return MailingLists(
            self.report_to.list.rows,
            self.send_to.list.rows,
            self.distribute_to.list.rows,
            spare=self.spare.value(),
            shows_copies=self.shows_copies.isChecked(),
            stop=self._opened.stop,
        )

    def printed(self, imprint: Imprint) -> Imprint:
        """Return *imprint* with the lists and the copies shown."""
        lists = self.lists()
        same = lists.shows_copies == self._opened.shows_copies
        texts = {
            name: self._printed[name]
            if same and lists.of(name) == self._opened.of(name)
            else lists.printed(name)
            for name in FIELDS
        }
        return replace(imprint, **texts, copies=self.copies.value())

    @property
    def edited(self) -> bool:
        """Whether a person has changed the lists since they were shown."""
        return self.lists() != self._opened

    def take(self, name: str, text: str) -> None:
        """Add the recipients in *text* to the list that an imprint prints in field *name*."""
        table: RecipientTable = getattr(self, name)
        table.list.paste(text, len(table.list.rows))

    def finish(self) -> None:
        """Take what stands in a cell that is still being typed into."""
        table = self.tabs.currentWidget().findChild(RecipientTable)
        if table is not None and table.state() == RecipientTable.State.EditingState:
            table.setFocus()

    def sum_only(self) -> None:
        """Leave out the copies printed: each issue has its own, a publication has none."""
        self.copies_label.hide()
        self.copies.hide()

    # Following

    def _lists_changed(self) -> None:
        before, self._total = self._total, self.lists().total
        if self.copies.isHidden() or (self.copies.value() == before and self._total):
            self.copies.blockSignals(True)
            self.copies.setValue(self._total)
            self.copies.blockSignals(False)
        self._say()
        self.changed.emit()

    def _copies_changed(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        for nth, name in enumerate(FIELDS):
            count = len(getattr(self, name).list.rows)
            self.tabs.setTabText(nth, f"{self._titles[nth]} {count}" if count else self._titles[nth])
        self._say_of_list()
        lists = self.lists()
        differs = bool(self._total) and self.copies.value() != self._total
        self.use_sum.setVisible(differs)
        self.use_sum.setText(self.tr("&Use {total}").format(total=self._total))
        if not self._total:
            words = ""
        elif differs:
            words = self.tr("The lists and the spare copies come to {total}").format(total=self._total)
        else:
            words = self.tr("{listed} for the lists, {spare} spare").format(
                listed=lists.counted, spare=lists.spare
            )
        self.copies_note.say(words, self.copies)

    def _say_of_list(self) -> None:
        name = FIELDS[self.tabs.currentIndex()]
        table: RecipientTable = getattr(self, name)
        twice = repeated(table.list.rows)
        self.list_note.say(self.tr("“{name}” stands twice").format(name=twice) if twice else "", table)


def shows_none(field: QSpinBox) -> None:
    """Let a field show 0 as nothing, and take nothing for it; Qt would bring back the number deleted."""
    field.setSpecialValueText(" ")
    field.lineEdit().textEdited.connect(lambda text: None if text.strip() else field.setValue(0))
