"""Undo and redo in the editor, over the values of the article that is open."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QTextCursor

from bulletin_desktop.document.model import Article
from bulletin_desktop.gui.editor import places
from bulletin_desktop.gui.editor.history import Histories, History, Kind, Selection
from bulletin_desktop.gui.editor.patching import patch

if TYPE_CHECKING:
    from bulletin_desktop.gui.editor.sheet import Sheet


class Undoing(QObject):
    """Watches what is done to the sheet's text, and takes it back.

    `begin` before an edit says what it is, `changed` that the text is another one; with `settle` the step is
    complete, if `begin` has not said so before.
    """

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._histories = Histories()
        self._history: History | None = None
        self._pending = self._stepping = False
        self._kind = Kind.OTHER
        self._selected: Selection = (("", 0), ("", 0))
        self._known = ((-1, -1, -1), self._selected)  # what was selected when it was asked for last
        self.undo_action = self._action(QCoreApplication.translate("Sheet", "Undo"), self.undo)
        self.redo_action = self._action(QCoreApplication.translate("Sheet", "Redo"), self.redo)

    def open(self, article: Article, selected: Selection) -> Article:
        """Go on with the history of *article*; what it is now, if it was changed outside, becomes a step.

        Returns the value to show: equal to *article*.
        """
        self._pending = False
        self._history = self._histories.of(article)
        if self._history.current != article:
            self._history.replaced(article, selected, time.monotonic())
        self._rest()
        return self._history.current

    def close(self) -> None:
        """No article is open."""
        self._history = None
        self._pending = False
        self._enable()

    def begin(self, kind: Kind = Kind.OTHER) -> None:
        """Say what is about to be done; what was done before is a step of its own."""
        self.settle()
        self._kind = kind
        self._selected = self.selected()

    def changed(self) -> None:
        """The text may say something else now."""
        if self._history is not None and not self._stepping:
            if not self._pending and self.redo_action.isEnabled():
                self.redo_action.setEnabled(False)
            if not self._pending and not self.undo_action.isEnabled():
                self.undo_action.setEnabled(True)
            self._pending = True

    def settle(self) -> None:
        """Complete the step that was begun."""
        if not self._pending or self._history is None:
            return
        self._pending = False
        article = self._sheet.content.article()
        if article != self._history.current:
            self._history.record(self._kind, article, self._selected, self.selected(), time.monotonic())
        self._rest()

    def forget_pending(self) -> Article:
        """Give up what was done since the last step; return the article before it."""
        assert self._history is not None
        self._pending = False
        self._rest()
        return self._history.current

    def undoes_outside(self) -> bool:
        """Tell whether the step to be taken back was no edit of this text, but came from outside."""
        self.settle()
        return self._history is not None and self._history.undoes_outside

    def undo(self) -> None:
        """Take the last step back."""
        self._sheet.end_composition()
        self.settle()
        if self._history is not None and self._history.can_undo and not self._sheet.isReadOnly():
            self._show(self._history, self._history.undo())

    def redo(self) -> None:
        """Do again what was taken back."""
        self._sheet.end_composition()
        self.settle()
        if self._history is not None and self._history.can_redo and not self._sheet.isReadOnly():
            self._show(self._history, self._history.redo())

    def selected(self) -> Selection:
        """Return what is selected, as places of the article: anchor and head, alike without a selection."""
        cursor = self._sheet.textCursor()
        moment = (cursor.anchor(), cursor.position(), self._sheet.document().revision())
        if moment != self._known[0]:
            anchor = head = places.place(cursor.block(), cursor.positionInBlock())
            if cursor.hasSelection():
                block = cursor.document().findBlock(cursor.anchor())
                anchor = places.place(block, cursor.anchor() - block.position())
            self._known = moment, (anchor, head)
        return self._known[1]

    def select(self, selected: Selection) -> None:
        """Select that again, if it is still there."""
        document, cursor = self._sheet.document(), self._sheet.textCursor()
        anchor, head = (places.position(document, *place) for place in selected)
        if anchor is not None and head is not None:
            cursor.setPosition(anchor)
            cursor.setPosition(head, QTextCursor.MoveMode.KeepAnchor)
            self._sheet.setTextCursor(cursor)

    def _show(self, history: History, selected: Selection) -> None:
        self._stepping = True
        patch(self._sheet.content, self._sheet.looks, history.current)
        self.select(selected)
        self._stepping = False
        self._sheet.ensureCursorVisible()
        self._rest()

    def _rest(self) -> None:
        self._kind = Kind.OTHER
        self._selected = self._known[1]
        self._enable()

    def _enable(self) -> None:
        history = self._history
        for action, possible in (
            (self.undo_action, history is not None and history.can_undo),
            (self.redo_action, history is not None and history.can_redo),
        ):
            if action.isEnabled() != possible:
                action.setEnabled(possible)

    def _action(self, words: str, slot: object) -> QAction:
        action = QAction(words, self)
        action.setEnabled(False)
        action.triggered.connect(slot)
        return action
