"""Places in the text that are marked as found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.editor import places

Hit = tuple[str, int, int]  # block, start, end in characters


class Hits:
    """Marks found places in a text edit; they move with the text until others are marked."""

    def __init__(self, edit: QTextEdit) -> None:
        self._edit = edit
        self._cursors: list[QTextCursor] = []
        self._current = -1

    def mark(self, hits: Sequence[Hit], current: int) -> None:
        """Mark *hits*, the one at *current* more strongly; those in blocks that are gone are left out."""
        document = self._edit.document()
        self._cursors, self._current = [], -1
        for nth, (block, start, end) in enumerate(hits):
            first = places.position(document, block, start)
            if first is None:
                continue
            if nth == current:
                self._current = len(self._cursors)
            cursor = QTextCursor(document)
            cursor.setPosition(first)
            cursor.setPosition(places.position(document, block, end), QTextCursor.MoveMode.KeepAnchor)
            self._cursors.append(cursor)
        self.retint()

    def retint(self) -> None:
        """Show them in the palette's colours."""
        colors = theme.tokens(self._edit.palette())
        shown = []
        for nth, cursor in enumerate(self._cursors):
            form = QTextCharFormat()
            form.setBackground(colors.paper_current if nth == self._current else colors.paper_found)
            form.setForeground(colors.ink)  # these grounds are light, in the dark too
            one = QTextEdit.ExtraSelection()
            one.cursor, one.format = cursor, form
            shown.append(one)
        self._edit.setExtraSelections(shown)
