"""The input lines of the review as a Qt list model."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bulletin_desktop.gui.review import words
from bulletin_desktop.gui.review.digest import Row, RowKind
from bulletin_desktop.intake.recognition import Label

ROW_ROLE = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex


class LinesModel(QAbstractListModel):
    """One row an input line; `ROW_ROLE` gives its `Row`. Corrections change rows, never their number."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Show *rows*; if they are the same lines corrected, selection and place stay."""
        if len(rows) != len(self._rows) or any(
            a is not b and _place(a) != _place(b) for a, b in zip(rows, self._rows, strict=True)
        ):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        pairs = enumerate(zip(self._rows, rows, strict=True))
        differing = [nth for nth, (a, b) in pairs if a is not b and a != b]
        self._rows = rows
        if differing:
            self.dataChanged.emit(self.index(differing[0]), self.index(differing[-1]))

    def find(self, file: int, number: int) -> int | None:
        """Return the row of a file's line."""
        return next(
            (
                nth
                for nth, row in enumerate(self._rows)
                if row.line is not None and row.file == file and row.line.number == number
            ),
            None,
        )

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, QAbstractListModel.CheckIndexOption.IndexIsValid):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.line.text if row.line else words.head(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._rows[index.row()].line is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def _place(row: Row) -> tuple[int, RowKind, int]:
    return row.file, row.kind, row.line.number if row.line else 0


def _spoken(row: Row) -> str:
    """What a screen reader says: what the line is, then its text."""
    if row.line is None:
        return words.head(row)
    said = words.reason(row.line) if row.line.label is Label.ASIDE else words.label_name(row.line.label)
    if row.fate is not None:
        said = f"{words.fate(row.fate)} {said}"
    return f"{row.line.number} {said} {words.line_text(row.line)}"
