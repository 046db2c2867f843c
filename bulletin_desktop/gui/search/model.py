"""What was found, one row an article; more is asked for when the list is scrolled to its end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from bulletin_desktop.gui.search.words import Words

if TYPE_CHECKING:
    from bulletin_desktop.services.searching import SearchHit

HIT = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class FoundModel(QAbstractListModel):
    """*more_wanted* asks for what follows the rows that are there, once for each time they have grown."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: list[SearchHit] = []
        self._more = False
        self.words = Words()

    @property
    def hits(self) -> Sequence[SearchHit]:
        """What the rows are, from top to bottom."""
        return self._hits

    @property
    def more(self) -> bool:
        """Whether there is more than the rows that are there."""
        return self._more

    def show(self, hits: Sequence[SearchHit], more: bool) -> None:
        """Show *hits* instead of those before; *more* tells whether further ones can be asked for."""
        self.beginResetModel()
        self._hits, self._more = list(hits), more
        self.endResetModel()

    def add(self, hits: Sequence[SearchHit], more: bool) -> None:
        """Show *hits* below those that are there."""
        self._more = more
        if hits:
            first = len(self._hits)
            self.beginInsertRows(QModelIndex(), first, first + len(hits) - 1)
            self._hits.extend(hits)
            self.endInsertRows()

    def offer_more(self, more: bool) -> None:
        """Say whether further rows can be asked for: the view asks once it is scrolled to its end."""
        self._more = more

    def hit(self, row: int) -> SearchHit | None:
        """Return what a row is; None outside."""
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def row_of(self, article_id: str) -> int:
        """Return the row of an article; -1 if it is not here."""
        return next((row for row, hit in enumerate(self._hits) if hit.article_id == article_id), -1)

    # QAbstractListModel

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self.hit(index.row()) if index.isValid() else None
        if hit is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.words.headline(hit)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.words.said(hit)
            case Qt.ItemDataRole.ToolTipRole:
                return self.words.tip(hit)
            case _:
                return hit if role == HIT else None

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        self._more = False  # until the answer says so again
        self.more_wanted.emit()
