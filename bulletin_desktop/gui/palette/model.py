"""The palette's rows: the best first, painted in one line each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.palette.entries import Entry

ENTRY = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()
_PAD = 12


class EntryModel(QAbstractListModel):
    """A list of entries, replaced as a whole or made longer."""

    def __init__(self, parent: object = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def show(self, entries: Sequence[Entry]) -> None:
        """Show *entries* instead of those before."""
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def append(self, entries: Sequence[Entry]) -> None:
        """Show *entries* below those that are there."""
        if entries:
            first = len(self._entries)
            self.beginInsertRows(QModelIndex(), first, first + len(entries) - 1)
            self._entries.extend(entries)
            self.endInsertRows()

    def entry(self, row: int) -> Entry | None:
        """Return the entry of a row; None outside."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.title, entry.path, entry.keys, entry.about) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.about or None
        return entry if role == ENTRY else None


class EntryDelegate(QStyledItemDelegate):
    """Title at the left, then what is muted: where it stands, why it is not possible; keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: object) -> QSize:
        return QSize(0, option.fontMetrics.height() + _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        entry: Entry = index.data(ENTRY)
        t = theme.tokens(option.palette)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setFont(option.font)
        if chosen:
            painter.fillRect(option.rect, t.row_selection)
        area = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        quiet = t.text if chosen else t.muted
        right = entry.keys if entry.enabled else entry.about
        used = self._words(painter, area, right, quiet, Qt.AlignmentFlag.AlignRight)
        area.setRight(area.right() - used - (16 if used else 0))
        font = QFont(option.font)
        painter.setFont(font)
        title = t.text if entry.enabled else quiet
        used = self._words(painter, area, entry.title, title, Qt.AlignmentFlag.AlignLeft)
        area.setLeft(area.left() + used + 16)
        self._words(painter, area, entry.path, quiet, Qt.AlignmentFlag.AlignLeft)
        painter.restore()

    def _words(self, painter: QPainter, area: QRect, text: str, color: object, side: Qt.AlignmentFlag) -> int:
        """Write *text* at one side of *area*; return how wide it is."""
        if not text or area.width() < _PAD:
            return 0
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(color)
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return painter.fontMetrics().horizontalAdvance(shown)
