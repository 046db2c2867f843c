"""Cells that are written in, in place: what was typed stays there whatever happens to their row meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QWidget


class FieldDelegate(QStyledItemDelegate):
    """Fills an editor until the person has typed in it.

    A view fills the editor anew whenever anything in its row changes: a saved article's length, a figure that
    was still being counted. What was typed would be gone.
    """

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)
