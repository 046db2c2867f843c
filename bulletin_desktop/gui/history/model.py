"""The versions as a Qt list model: rows come on top while a person types, and none loses its place."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from bulletin_desktop.gui.history import words
from bulletin_desktop.gui.history.entries import Entry, Figures

ENTRY_ROLE = Qt.ItemDataRole.UserRole
FIGURES_ROLE = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex
_AT_ONCE = 8  # rows whose figures are asked for together: the library's thread is needed for saving too


class EntriesModel(QAbstractListModel):
    """`ENTRY_ROLE` gives a row's `Entry`, `FIGURES_ROLE` its `Figures` once they are known.

    *figures_wanted* asks for the figures of rows that are being looked at; *named* tells a revision and the
    name a person has given it.
    """

    figures_wanted = Signal(object)
    named = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Entry, ...] = ()
        self._figures: dict[int, Figures] = {}
        self._wanted: dict[int, None] = {}
        self._asked: set[int] = set()
        self._ask = QTimer(self, singleShot=True, interval=0)
        self._ask.timeout.connect(self._ask_figures)

    @property
    def rows(self) -> tuple[Entry, ...]:
        """What is shown, the newest first."""
        return self._rows

    def row_of(self, revision: int) -> int:
        """Return where a revision stands, -1 if nowhere."""
        return next((nth for nth, row in enumerate(self._rows) if row.revision == revision), -1)

    def set_rows(self, rows: tuple[Entry, ...]) -> None:
        """Show *rows*. Where only the top has changed, selection and scroll stay as they are."""
        more, former = len(rows) - len(self._rows), self._rows
        same = more >= 0 and bool(former) and rows[more].revision == former[0].revision
        tail = same and rows[more + 1 :] == former[1:]  # quick where most rows are the very same objects
        if not same or not (tail or _revisions(rows[more:]) == _revisions(former)):
            self.beginResetModel()
            self._rows = rows
            self._forget({row.revision for row in rows})
            self.endResetModel()
            return
        if more:
            self.beginInsertRows(QModelIndex(), 0, more - 1)
            self._rows = (*rows[:more], *self._rows)
            self.endInsertRows()
        changed = [nth for nth in ([more] if tail else range(len(rows))) if self._rows[nth] != rows[nth]]
        self._rows = rows
        for nth in changed:
            self._figures.pop(rows[nth].revision, None)
            self._asked.discard(rows[nth].revision)
            self.dataChanged.emit(self.index(nth), self.index(nth))

    def set_figures(self, figures: Mapping[int, Figures]) -> None:
        """Take in what was asked for."""
        self._figures.update(figures)
        for revision in figures:
            nth = self.row_of(revision)
            if nth >= 0:
                self.dataChanged.emit(self.index(nth), self.index(nth), [FIGURES_ROLE])

    def _forget(self, kept: set[int]) -> None:
        self._asked &= kept
        self._figures = {nr: found for nr, found in self._figures.items() if nr in kept}

    def _ask_figures(self) -> None:
        wanted = list(self._wanted)[:_AT_ONCE]
        for revision in wanted:
            del self._wanted[revision]
        self._asked.update(wanted)
        if wanted:
            self.figures_wanted.emit(tuple(wanted))
        if self._wanted:
            self._ask.start()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, QAbstractListModel.CheckIndexOption.IndexIsValid):
            return None
        row = self._rows[index.row()]
        if role == FIGURES_ROLE:
            return self._found(row)
        when = words.moment(row.at)
        shown = {
            Qt.ItemDataRole.DisplayRole: when,
            Qt.ItemDataRole.EditRole: row.name,
            Qt.ItemDataRole.AccessibleTextRole: ", ".join(filter(None, (when, row.name, row.said))),
            Qt.ItemDataRole.ToolTipRole: f"{row.at.astimezone():%Y-%m-%d %H:%M:%S}\n{row.said}",
            ENTRY_ROLE: row,
        }
        return shown.get(role)

    def _found(self, row: Entry) -> Figures | None:
        found = self._figures.get(row.revision)
        if found is None and row.counts and row.revision not in self._asked:
            self._wanted[row.revision] = None
            self._ask.start()
        return found

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row, name = self._rows[index.row()], " ".join(str(value).split())
        if name == row.name:
            return False
        self.named.emit(row.revision, name)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemNeverHasChildren


def _revisions(rows: tuple[Entry, ...]) -> list[int]:
    return [row.revision for row in rows]
