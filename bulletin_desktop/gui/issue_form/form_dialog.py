"""What the forms have in common: they scroll where a screen is small, say beside a field what is wrong with
it, and are never closed by anything wrong.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from bulletin_desktop.gui import forms
from bulletin_desktop.gui.check_box import CheckBox
from bulletin_desktop.gui.dialogs.fitting import FittingDialog
from bulletin_desktop.gui.issue_form import field_values
from bulletin_desktop.gui.issue_form.date_field import DateField
from bulletin_desktop.gui.issue_form.lists import ListsEditor
from bulletin_desktop.gui.issue_form.note import Note

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_PARTS: Mapping[str, forms.Factory] = {
    "CheckBox": CheckBox,
    "DateField": DateField,
    "ListsEditor": ListsEditor,
    "Note": Note,
}


class FormDialog(FittingDialog):
    """A form whose typing is only dropped by its person: what opens it asks `changed` when it was left."""

    chosen = Signal(object)
    filled = Signal()  # anew, with what was asked for

    scroll: QScrollArea
    fields: QWidget
    lists: ListsEditor
    summary: Note
    problem: Note
    cancel: QPushButton
    accept_button: QPushButton

    def __init__(self, form: str, grids: tuple[str, ...], parent: QWidget | None) -> None:
        super().__init__(parent)
        forms.fill(self, form, _PARTS)
        self._grids: tuple[QGridLayout, ...] = tuple(getattr(self, name) for name in grids)
        self._opened: object = None
        self._sent = False
        self._awaiting: field_values.Values = {}  # a person's values, for when the form has been filled
        self.scroll.viewport().setAutoFillBackground(False)
        self.fields.setAutoFillBackground(False)
        self.scroll.setMinimumWidth(self.fields.minimumSizeHint().width() + 16)
        for label in self.findChildren(QLabel):
            if label.property("heading"):
                label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
                label.setContentsMargins(0, 8, 0, 0)
        for field in self.findChildren(QSpinBox):
            field.lineEdit().setTextMargins(3, 0, 3, 0)
        for field in (*self.findChildren(QSpinBox), *self.findChildren(QComboBox)):
            field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for field in self.fields.findChildren(QWidget):
            field.installEventFilter(self)
        self._align()
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self._accept)
        self._still = QTimer(self, singleShot=True, interval=0)
        self._still.timeout.connect(self._follow)
        self.filled.connect(self._put_awaiting)

    def _align(self) -> None:
        """The groups are grids of their own; their columns shall stand below each other."""
        for column in (0, 2):
            labels = [
                item.widget()
                for grid in self._grids
                for row in range(grid.rowCount())
                if (item := grid.itemAtPosition(row, column)) and isinstance(item.widget(), QLabel)
            ]
            width = max((label.sizeHint().width() for label in labels), default=0)
            for label in labels:
                label.setMinimumWidth(width)

    # What others ask of it

    @property
    def changed(self) -> bool:
        """Whether something would be lost with the form."""
        return not self._sent and self._state() != self._opened

    def unsaved(self) -> field_values.Values | None:
        """What stands in the fields, if something would be lost with the form."""
        return field_values.values(self.fields) if self.changed else None

    def take_unsaved(self, value: field_values.Values) -> None:
        """Put that into the fields again, and once more if they are filled after that."""
        self._awaiting = value
        field_values.put(self.fields, value)
        field_values.put(self.fields, value)  # some follow others
        self._touched()

    def _put_awaiting(self) -> None:
        value, self._awaiting = self._awaiting, {}
        if value:
            self.take_unsaved(value)
            self._awaiting = {}

    def show_problem(self, sentence: str) -> None:
        """Say why the library did not take it; the form stays open."""
        self.problem.say(sentence, wrong=True)
        self._sent = False
        self.accept_button.setEnabled(True)

    # What each form has of its own

    def _state(self) -> object:
        """Everything a person can change, as it stands."""
        raise NotImplementedError

    def _follow(self) -> None:
        """Say what is to be said of what was changed."""

    def _wrong(self) -> tuple[QWidget, Note] | None:
        """Say of every field that is wrong why it is; return the first with its note."""
        raise NotImplementedError

    def _result(self) -> object:
        """What the form asks for; everything in it is right."""
        raise NotImplementedError

    # Within

    def _touched(self) -> None:
        """Something was changed: follow once this event is over."""
        self._still.start()

    def _accept(self) -> None:
        self.lists.finish()
        self._follow()
        self.problem.say("")
        wrong = self._wrong()
        if wrong is not None:
            field, note = wrong
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_note(note)
            return
        self._sent = True
        self.accept_button.setEnabled(False)
        self.chosen.emit(self._result())

    def _show_note(self, note: Note) -> None:
        self.fields.layout().activate()
        self.scroll.ensureWidgetVisible(note, 0, 16)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter accepts from everywhere, a table too."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept_button.click()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls and changes no number pointed at; what gets the focus is brought to sight."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QSpinBox | QComboBox):
            event.ignore()
            return True
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.scroll.ensureWidgetVisible(watched, 0, 16)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._touched()

    def fit_into(self, room: QSize) -> None:
        """Be no larger than the window it belongs to."""
        self.resize(self.size().boundedTo(room))
