"""The office's replacements as a table to write in: what is found, what it becomes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bulletin_desktop.intake.replacing import LONGEST, MOST

_Index = QModelIndex | QPersistentModelIndex


class ReplacementsModel(QAbstractTableModel):
    """Rows of two texts; a last, empty one takes what is written next."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, str]] = []

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The replacements that find something, each once."""
        known: dict[str, str] = {}
        for sought, after in self._rows:
            if sought:
                known.setdefault(sought, after)
        return tuple(known.items())

    def set_pairs(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = list(pairs)[:MOST]
        self.endResetModel()

    def add(self, pairs: Iterable[tuple[str, str]]) -> int:
        """Add those whose text is not found already, and return how many these were."""
        known = {sought for sought, _ in self._rows}
        fresh = [pair for pair in pairs if pair[0] not in known][: MOST - len(self._rows)]
        self.set_pairs([*self._rows, *fresh])
        return len(fresh)

    def remove(self, rows: Iterable[int]) -> None:
        """Take rows away."""
        gone = set(rows)
        self.set_pairs(pair for nth, pair in enumerate(self._rows) if nth not in gone)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows) + (len(self._rows) < MOST)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 2

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._rows[index.row()][index.column()] if index.row() < len(self._rows) else ""
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row, text = index.row(), str(value).replace("\n", " ")[:LONGEST]
        if row == len(self._rows):
            if not text:
                return False
            if row + 1 < MOST:
                self.beginInsertRows(QModelIndex(), row + 1, row + 1)
            self._rows.append(("", ""))
            if row + 1 < MOST:
                self.endInsertRows()
        pair = list(self._rows[row])
        pair[index.column()] = text
        self._rows[row] = pair[0], pair[1]
        self.dataChanged.emit(index, index)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Found"), self.tr("Becomes"))[section]
        return None
