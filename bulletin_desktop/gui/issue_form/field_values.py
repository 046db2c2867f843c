"""What stands in the fields of a form, by the names the form gives them, and put there again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QSpinBox, QWidget

from bulletin_desktop.document.distribution import Recipient
from bulletin_desktop.gui.issue_form.recipient_table import RecipientTable

Values = dict[str, Any]


def values(root: QWidget) -> Values:
    """Return what a person can change below *root*, as JSON values."""
    return {field.objectName(): _value(field) for field in _fields(root)}


def put(root: QWidget, kept: Values) -> None:
    """Put kept values into the fields that there still are, the lists first: the copies follow them."""
    for field in _fields(root):
        if field.objectName() in kept:
            _put(field, kept[field.objectName()])


def _fields(root: QWidget) -> Iterator[QWidget]:
    yield from root.findChildren(RecipientTable)
    for field in root.findChildren(QWidget):
        kind = isinstance(field, QLineEdit | QSpinBox | QComboBox) or (
            isinstance(field, QAbstractButton) and field.isCheckable()
        )
        if kind and field.objectName() and not field.objectName().startswith("qt_"):
            yield field


def _value(field: QWidget) -> Any:
    match field:
        case RecipientTable():
            return [[each.name, each.copies, each.mark] for each in field.list.rows]
        case QLineEdit():
            return field.text()
        case QSpinBox():
            return field.value()
        case QComboBox():
            return field.currentText()
        case QAbstractButton():
            return field.isChecked()


def _put(field: QWidget, value: Any) -> None:
    if value == _value(field):
        return
    match field:
        case RecipientTable():
            field.list.show_rows(tuple(Recipient(name, copies, mark) for name, copies, mark in value))
            field.list.edited.emit()
        case QLineEdit():
            field.setText(value)
        case QSpinBox():
            field.setValue(value)
        case QComboBox():
            field.setCurrentText(value)
            if field.isEditable():
                field.lineEdit().editingFinished.emit()  # as after typing: what follows from it is asked for
        case QAbstractButton():
            field.click()  # as a person does: what a person has set stays
