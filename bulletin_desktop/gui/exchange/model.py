"""The rows of a parcel as a Qt table: what it is, how it stands, what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.exchange.rows import Row, said
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.services.exchange_compare import Choice

_ROOM = 12  # pixels around a row's words
_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns from left to right."""

    TITLE = 0
    HOW = 1
    CHOICE = 2


_HEADINGS = (
    QT_TRANSLATE_NOOP("Receive", "Article"),
    QT_TRANSLATE_NOOP("Receive", "State"),
    QT_TRANSLATE_NOOP("Receive", "What becomes of it"),
)


class ReceiveModel(QAbstractTableModel):
    """Shows rows, without the quiet ones unless asked; *decided* tells that a choice was made."""

    decided = Signal()

    def __init__(self, rows: tuple[Row, ...], dialog: QWidget) -> None:
        super().__init__(dialog)
        self._rows = rows
        self._dialog = dialog
        self._chosen: dict[str, Choice | None] = {row.key: row.usual for row in rows}
        self._all = all(row.quiet for row in rows)

    @property
    def chosen(self) -> Mapping[str, Choice | None]:
        """What is chosen of each row, shown or not; None where a person has not said it yet."""
        return self._chosen

    @property
    def open(self) -> int:
        """How many rows a person has still to decide."""
        return sum(choice is None for choice in self._chosen.values())

    def shown(self) -> tuple[Row, ...]:
        """Return the rows in sight."""
        return tuple(row for row in self._rows if self._all or not row.quiet)

    def row(self, index: _Index) -> Row:
        """Return what stands at an index."""
        return self.shown()[index.row()]

    def show_all(self, wanted: bool) -> None:
        """Show the quiet rows too."""
        self.beginResetModel()
        self._all = wanted
        self.endResetModel()

    def choose(self, numbers: Iterable[int], choice: Choice) -> None:
        """Choose for rows in sight, by their numbers; those that have no such choice stay as they are."""
        shown = self.shown()
        for number in numbers:
            if choice in dict(shown[number].choices):
                self._chosen[shown[number].key] = choice
                self.dataChanged.emit(self.index(number, 0), self.index(number, Column.CHOICE))
        self.decided.emit()

    def retint(self) -> None:
        """The dialog has other colours."""
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, Column.CHOICE))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.shown())

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return said(_HEADINGS[section])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, QAbstractTableModel.CheckIndexOption.IndexIsValid):
            return None
        row = self.row(index)
        choice = self._chosen[row.key]
        shown: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: self._texts(row, choice)[index.column()],
            Qt.ItemDataRole.ToolTipRole: lambda: row.title if index.column() == Column.TITLE else None,
            Qt.ItemDataRole.AccessibleTextRole: lambda: ", ".join(self._texts(row, choice)),
            Qt.ItemDataRole.SizeHintRole: lambda: self._size(self._texts(row, choice)[index.column()]),
            Qt.ItemDataRole.ForegroundRole: lambda: self._color(row, choice, index.column()),
        }
        return shown[role]() if role in shown else None

    def _size(self, text: str) -> QSize:
        metrics = self._dialog.fontMetrics()
        return QSize(metrics.horizontalAdvance(text) + _ROOM, metrics.height() + _ROOM)

    def _texts(self, row: Row, choice: Choice | None) -> tuple[str, str, str]:
        open_words = said(QT_TRANSLATE_NOOP("Receive", "please decide"))
        return row.title, row.how, row.words(choice) if choice is not None else open_words

    def _color(self, row: Row, choice: Choice | None, column: int) -> object:
        tokens = theme.tokens(self._dialog.palette())
        if column == Column.CHOICE and choice is None:
            return tokens.warn
        if row.quiet or (column == Column.CHOICE and choice is Choice.MINE):
            return tokens.muted
        if column == Column.HOW:
            return tokens.warn if row.usual is None else tokens.muted
        return tokens.text
