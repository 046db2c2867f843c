"""The table a mailing list is edited in, by keys alone if one likes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRegularExpression, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPalette,
)
from PySide6.QtGui import QRegularExpressionValidator as Validator
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QMenu,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from bulletin_desktop.gui.field_delegate import FieldDelegate
from bulletin_desktop.gui.issue_form.recipients import COPIES, NAME, Index, RecipientsModel

_ROWS = 5  # shown at least
_COPIES = QRegularExpression(r"\s*[×xX*]?\s*\d{0,4}\s*份?\s*")
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Cells(FieldDelegate):
    """Says in the empty row what it is for, and lets nothing but a number of copies be typed as one."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.column() == NAME and index.row() == index.model().rowCount() - 1:
            option.text = self.tr("Add a recipient")
            muted = option.palette.color(QPalette.ColorRole.PlaceholderText)
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, muted)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFrame(False)
        if index.column() == COPIES:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
            editor.setValidator(Validator(_COPIES, editor))
        return editor


class RecipientTable(QTableView):
    """Typing begins a cell, Enter goes on to the next recipient, Tab to the copies and on.

    Del takes rows away, Ctrl+Up and Ctrl+Down move them, Ctrl+V adds whatever list the clipboard has.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RecipientsModel(self)
        self.setModel(self.list)
        self.setItemDelegate(_Cells(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self._lay_out()
        does: tuple[tuple[str, str, Callable[[], object]], ...] = (
            (self.tr("Delete"), "Del", self._remove),
            (self.tr("Move up"), "Ctrl+Up", lambda: self._move(-1)),
            (self.tr("Move down"), "Ctrl+Down", lambda: self._move(1)),
            ("", "", self._remove),
            (self.tr("Copy"), "Ctrl+C", self._copy),
            (self.tr("Paste"), "Ctrl+V", self._paste),
            ("", "", self._remove),
            (self.tr("Undo"), "Ctrl+Z", self.list.undo),
            (self.tr("Redo"), "Ctrl+Y", self.list.redo),
        )
        for words, keys, slot in does:
            self._add(words, keys, slot)
        self.clicked.connect(self._begin_new)

    def _lay_out(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(COPIES, QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.resizeSection(COPIES, self.fontMetrics().horizontalAdvance("0") * 8 + 16)
        self.verticalHeader().hide()
        height = self.fontMetrics().height() + 8
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(height * _ROWS + header.sizeHint().height() + 2 * self.frameWidth())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def _add(self, words: str, keys: str, slot: Callable[[], object]) -> None:
        action = QAction(words, self)
        if words:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _checked=False: slot())
        else:
            action.setSeparator(True)
        self.addAction(action)

    # Acts

    def _chosen(self) -> list[int]:
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def _remove(self) -> None:
        chosen = self._chosen()
        self.list.remove(chosen)
        if chosen:
            self.setCurrentIndex(self.list.index(min(chosen[0], self.list.rowCount() - 1), NAME))

    def _move(self, step: int) -> None:
        chosen = self._chosen()
        if not self.list.move(chosen, step):
            return
        self.setCurrentIndex(self.list.index(self.currentIndex().row() + step, NAME))
        self.clearSelection()
        mode = self.selectionModel().SelectionFlag
        for nth in chosen:
            if nth < len(self.list.rows):
                self.selectionModel().select(self.list.index(nth + step, NAME), mode.Select | mode.Rows)

    def _copy(self) -> None:
        rows = [self.list.rows[nth] for nth in self._chosen() if nth < len(self.list.rows)]
        if rows:
            lines = (f"{row.name}\t{row.copies}" if row.copies else row.name for row in rows)
            QGuiApplication.clipboard().setText("\n".join(lines))

    def _paste(self) -> None:
        at = self.currentIndex().row() if self.currentIndex().isValid() else len(self.list.rows)
        self.list.paste(QGuiApplication.clipboard().text(), at)
        self.setCurrentIndex(self.list.index(self.list.following, NAME))

    # Cells

    def _begin_new(self, index: QModelIndex) -> None:
        if index.row() == len(self.list.rows):
            self._edit(index.row(), NAME)

    def _edit(self, row: int, column: int) -> None:
        index = self.list.index(row, column)
        self.setCurrentIndex(index)
        self.edit(index)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter the next recipient is typed, after Tab the copies; an empty one ends it."""
        at = self.currentIndex()
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        ends = QAbstractItemDelegate.EndEditHint
        new = at.row() == len(self.list.rows)
        if hint == ends.SubmitModelCache and not new:
            self._edit(self.list.following, NAME)
        elif hint == ends.EditNextItem and not new:
            if at.column() == NAME:
                self._edit(max(self.list.following - 1, 0), COPIES)
            else:
                self._edit(at.row() + 1, NAME)
        elif hint == ends.EditPreviousItem:
            if at.column() == COPIES:
                self._edit(at.row(), NAME)
            elif at.row() > 0:
                self._edit(at.row() - 1, COPIES)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the cell instead of the dialog's button; with Ctrl it is the dialog's."""
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.currentIndex().isValid() and self.state() != self.State.EditingState:
                self.edit(self.currentIndex())
            return
        if event.key() in _ENTER:
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the row that keys act upon."""
        super().focusInEvent(event)
        if not self._chosen() and self.currentIndex().isValid():
            self.selectRow(self.currentIndex().row())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Without the focus no key acts upon a row; a menu above it only borrows the focus."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and self.state() != self.State.EditingState:
            self.clearSelection()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu(event.globalPos())

    def menu(self, at: QPoint) -> None:
        """Offer what can be done with the rows."""
        menu = QMenu(self)
        menu.addActions(self.actions())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def event(self, event: QEvent) -> bool:
        """Keys that the dialog would take for itself are the table's while it has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in _ENTER:
            event.accept()
            return True
        return bool(super().event(event))
