"""The register as a Qt table model: sorted and sifted here, since a proxy in Python would be slow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from bulletin_desktop.document.schema import one_line
from bulletin_desktop.gui.register.columns import EDITABLE, Column, Sorting, Words, with_text
from bulletin_desktop.gui.register.sieve import Hay, Sieve, Sifter
from bulletin_desktop.gui.tree import mime
from bulletin_desktop.gui.tree.places import Dragged
from bulletin_desktop.services.register import ManuscriptRow, ManuscriptState

ROW = Qt.ItemDataRole.UserRole + 1
_SAYING = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole)
_NOWHERE = QModelIndex()
_RUNS = 40  # stretches of rows that come or go up to which rows do so one stretch after the other

Index = QModelIndex | QPersistentModelIndex


class RegisterModel(QAbstractTableModel):
    """`ROW` gives a row's `ManuscriptRow`.

    *edited* carries an article's id, a `Column` and what a person has written there; *sifted* tells that
    what is let through was worked out anew.
    """

    edited = Signal(str, object, str)
    sifted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = Words()
        self._sorting, self._sifter = Sorting(), Sifter(self._words)
        self._rows: tuple[ManuscriptRow, ...] = ()  # all, the latest first
        self._shown: list[ManuscriptRow] = []
        self._sieve = Sieve()
        self._order = (Column.RECEIVED, True)
        self._places: dict[str, int] | None = None  # of articles among what is shown; None: not asked for yet
        self._said: tuple[ManuscriptRow | None, tuple[str, ...]] = (None, ())
        self.counts: Counter[ManuscriptState] = Counter()

    # What is shown

    @property
    def rows(self) -> tuple[ManuscriptRow, ...]:
        """Every manuscript, shown or not, the latest first."""
        return self._rows

    @property
    def shown(self) -> tuple[ManuscriptRow, ...]:
        """What is let through, in the order it is shown."""
        return tuple(self._shown)

    def row_at(self, nth: int) -> ManuscriptRow:
        """Return the manuscript that is shown at a place."""
        return self._shown[nth]

    def text_at(self, nth: int, column: int) -> str:
        """Return what a cell says; a row is painted cell by cell, so its texts are kept for the next."""
        row = self._shown[nth]
        if row is not self._said[0]:
            self._said = row, self._words.texts(row)
        return self._said[1][column]

    def hay_of(self, rows: Sequence[ManuscriptRow]) -> Hay:
        """Return what the filter looks through, for `take_hay`; may be called in any thread."""
        return self._sifter.hay_of(rows)

    def take_hay(self, hay: Hay) -> None:
        """Let the filter look through *hay*, as far as it is of rows that are here still."""
        self._sifter.take_hay(hay)

    @property
    def sieve(self) -> Sieve:
        """What is let through."""
        return self._sieve

    @property
    def order(self) -> tuple[Column, bool]:
        """The column that rows are sorted by, and whether from the end."""
        return self._order

    def set_rows(self, rows: Sequence[ManuscriptRow]) -> None:
        """Show *rows*; what is among them already keeps its selection."""
        self._rows = tuple(sorted(rows, key=lambda row: row.received, reverse=True))
        self._work_out()

    def sift(self, sieve: Sieve) -> None:
        """Let through what *sieve* does."""
        if sieve != self._sieve:
            self._sieve = sieve
            self._work_out()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = Column(column), order == Qt.SortOrder.DescendingOrder
        self._show(self._sorting.ordered(self._shown_by_time(), *self._order))

    def note_text(self, article_id: str, title: str, characters: int) -> None:
        """Show what was typed in an article, without asking the library."""
        former = next((row for row in self._rows if row.article_id == article_id), None)
        if former is not None and (former.title, former.characters) != (title, characters):
            self._replace(former, former._replace(title=title, characters=characters))

    def row_of(self, article_id: str) -> int:
        """Return where an article is shown, -1 if it is not."""
        if self._places is None:
            self._places = {row.article_id: nth for nth, row in enumerate(self._shown)}
        return self._places.get(article_id, -1)

    def _work_out(self) -> None:
        found, self.counts = self._sifter.sift(self._rows, self._sieve)
        self._show(self._sorting.ordered(found, *self._order))
        self.sifted.emit()

    def _shown_by_time(self) -> list[ManuscriptRow]:
        return self._sifter.sift(self._rows, self._sieve)[0]

    def _replace(self, former: ManuscriptRow, latter: ManuscriptRow) -> None:
        """Let one row say something else where it stands; the next reading sorts it in."""
        self._rows = tuple(latter if row is former else row for row in self._rows)
        nth = self.row_of(former.article_id)
        if nth >= 0:
            self._shown[nth] = latter
            self.dataChanged.emit(self.index(nth, 0), self.index(nth, len(Column) - 1))

    def _show(self, fresh: list[ManuscriptRow]) -> None:
        """Show *fresh* with the fewest changes: selection, scroll and an open editor stay."""
        if not self._shown and fresh:
            self._reset(fresh)
            return
        before, after = [row.article_id for row in self._shown], [row.article_id for row in fresh]
        if before != after:
            wanted, known = set(after), set(before)
            gone = list(_runs([each not in wanted for each in before]))
            new = list(_runs([each not in known for each in after]))
            if len(gone) + len(new) > _RUNS:
                self._reset(fresh)
                return
            self._remove(gone)
            self._arrange([row for row in fresh if row.article_id in known])
            self._insert(new, fresh)
        self._tell_changes(fresh)

    def _reset(self, fresh: list[ManuscriptRow]) -> None:
        self.beginResetModel()
        self._shown, self._places = fresh, None
        self.endResetModel()

    def _remove(self, gone: list[tuple[int, int]]) -> None:
        for first, last in reversed(gone):
            self.beginRemoveRows(_NOWHERE, first, last)
            del self._shown[first : last + 1]
            self._places = None
            self.endRemoveRows()

    def _arrange(self, fresh: list[ManuscriptRow]) -> None:
        """Bring what is shown into the order of *fresh*, which has the same articles."""
        if [row.article_id for row in fresh] == [row.article_id for row in self._shown]:
            return
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self._shown[index.row()].article_id) for index in self.persistentIndexList()]
        own = {row.article_id: row for row in self._shown}
        self._shown = [own[row.article_id] for row in fresh]
        self._places = None
        self.changePersistentIndexList(
            [index for index, _ in kept],
            [self.index(self.row_of(article_id), index.column()) for index, article_id in kept],
        )
        self.layoutChanged.emit()

    def _insert(self, new: list[tuple[int, int]], fresh: list[ManuscriptRow]) -> None:
        for first, last in new:
            self.beginInsertRows(_NOWHERE, first, last)
            self._shown[first:first] = fresh[first : last + 1]
            self._places = None
            self.endInsertRows()

    def _tell_changes(self, fresh: list[ManuscriptRow]) -> None:
        former, self._shown = self._shown, fresh
        changed = [nth for nth, row in enumerate(fresh) if row is not former[nth] and row != former[nth]]
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], len(Column) - 1))

    # QAbstractTableModel

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._words.titles[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = index.column()
        if role in _SAYING:
            return self.text_at(index.row(), column)
        if role == ROW:
            return self._shown[index.row()]
        if (
            role == Qt.ItemDataRole.AccessibleTextRole
        ):  # said cell by cell, with the column's name if it is empty
            return self.text_at(index.row(), column) or self._words.titles[column]
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() not in EDITABLE:
            return False
        row, column = self._shown[index.row()], Column(index.column())
        text = one_line(str(value)).strip()
        if text == self._words.text(row, column):
            return False
        self._replace(row, with_text(row, column, text))
        self.edited.emit(row.article_id, column, text)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        flags |= Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in EDITABLE else flags

    # Dragging

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [mime.ROWS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = sorted({index.row() for index in indexes})
        return mime.packed(Dragged(tuple(self._shown[row].article_id for row in rows)))


def _runs(marks: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The stretches of *marks* that are true, as first and last position."""
    for marked, stretch in groupby(enumerate(marks), key=lambda pair: pair[1]):
        if marked:
            places = [nth for nth, _ in stretch]
            yield places[0], places[-1]
