"""One mailing list as rows, with an empty one at the end to type into."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from bulletin_desktop.document.distribution import Recipient, Recipients, parted, read
from bulletin_desktop.document.schema import one_line

NAME, COPIES = 0, 1

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_NEW = Recipient("")  # the empty row


class RecipientsModel(QAbstractTableModel):
    """Names and copies. *edited* follows every change a person makes, each of which `undo` takes back."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells: Recipients = (_NEW,)
        self._before: list[Recipients] = []
        self._after: list[Recipients] = []
        self.following = 0
        """The row after what was typed or pasted last."""

    @property
    def rows(self) -> Recipients:
        """The list."""
        return self._cells[:-1]

    def show_rows(self, rows: Recipients) -> None:
        """Show another list, with nothing to take back."""
        self._before, self._after = [], []
        self._show(rows)

    # What a view asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 2

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        real = index.isValid() and (index.column() == NAME or index.row() < len(self.rows))
        return flags | Qt.ItemFlag.ItemIsEditable if real else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._cells[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return row.name if index.column() == NAME else str(row.copies or "")
            case Qt.ItemDataRole.ToolTipRole if index.column() == NAME:
                return row.name or None
            case Qt.ItemDataRole.TextAlignmentRole if index.column() == COPIES:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.tr("Recipient") if section == NAME else self.tr("Copies")
        if role == Qt.ItemDataRole.TextAlignmentRole and section == COPIES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return super().headerData(section, orientation, role)

    # What a person does

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed into a cell: several names become several rows, none takes the row away."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        nth, text = index.row(), str(value)
        if index.column() == COPIES:
            return self._set_copies(nth, text)
        former = self.rows[nth : nth + 1]
        if former and text == former[0].name:
            self.following = nth + 1
            return False
        typed = _legal(read(text))
        if former and typed:
            first = replace(typed[0], copies=typed[0].copies or former[0].copies, mark=former[0].mark)
            typed = (first, *typed[1:])
        self.following = nth + len(typed)
        return self._change((*self.rows[:nth], *typed, *self.rows[nth + 1 :]))

    def _set_copies(self, nth: int, text: str) -> bool:
        self.following = nth + 1
        if nth >= len(self.rows):
            return False
        _, copies = parted(f"- {text}")
        return self._change((*self.rows[:nth], replace(self.rows[nth], copies=copies), *self.rows[nth + 1 :]))

    def paste(self, text: str, at: int) -> None:
        """Put the recipients of a text before row *at*."""
        rows = _legal(read(text))
        self.following = at + len(rows)
        self._change((*self.rows[:at], *rows, *self.rows[at:]))

    def remove(self, doomed: Iterable[int]) -> None:
        """Take rows away."""
        gone = set(doomed)
        self._change(tuple(row for nth, row in enumerate(self.rows) if nth not in gone))

    def move(self, moving: Iterable[int], step: int) -> bool:
        """Move rows one place up (*step* -1) or down; False if they stand at the end of the list."""
        chosen = sorted(nth for nth in set(moving) if nth < len(self.rows))
        if not chosen or not 0 <= chosen[0 if step < 0 else -1] + step < len(self.rows):
            return False
        rows = list(self.rows)
        for nth in chosen if step < 0 else reversed(chosen):
            rows[nth], rows[nth + step] = rows[nth + step], rows[nth]
        self._change(_marked(tuple(rows), self.rows))
        return True

    def undo(self) -> None:
        """Take the last change back."""
        if self._before:
            self._after.append(self.rows)
            self._show(self._before.pop())
            self.edited.emit()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._after:
            self._before.append(self.rows)
            self._show(self._after.pop())
            self.edited.emit()

    def _change(self, rows: Recipients) -> bool:
        if rows == self.rows:
            return False
        self._before.append(self.rows)
        self._after.clear()
        self._show(rows)
        self.edited.emit()
        return True

    def _show(self, rows: Recipients) -> None:
        """Rows come and go at the end: whoever stands on a row stays on its number."""
        cells = (*rows, _NEW)
        was, now = len(self._cells), len(cells)
        if now > was:
            self.beginInsertRows(_NOWHERE, was, now - 1)
            self._cells = (*self._cells, *cells[was:])
            self.endInsertRows()
        elif now < was:
            self.beginRemoveRows(_NOWHERE, now, was - 1)
            self._cells = self._cells[:now]
            self.endRemoveRows()
        self._cells = cells
        self.dataChanged.emit(self.index(0, NAME), self.index(now - 1, COPIES))


def _legal(rows: Recipients) -> Recipients:
    legal = (replace(row, name=one_line(row.name).strip()) for row in rows)
    return tuple(row for row in legal if row.name)


def _marked(rows: Recipients, before: Recipients) -> Recipients:
    """Marks part places, not names: they stay where they were when names change places."""
    return tuple(replace(row, mark=former.mark) for row, former in zip(rows, before, strict=True))
