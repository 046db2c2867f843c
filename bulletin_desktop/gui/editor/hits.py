"""Places in the text that are marked as found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.editor import places
from bulletin_desktop.gui.editor.conversion import blocks, units
from bulletin_desktop.gui.editor.formats import Zone, id_of

Hit = tuple[str, int, int]  # block, start, end in characters


class Hits:
    """Marks found places in a text edit; they move with the text until others are marked."""

    def __init__(self, edit: QTextEdit) -> None:
        self._edit = edit
        self._hits: Sequence[Hit] = ()
        self._shown: list[QTextEdit.ExtraSelection] = []
        self._numbers: list[int] = []  # of the hits that are shown, since a block may be gone
        self._current = -1

    def mark(self, hits: Sequence[Hit], current: int) -> None:
        """Mark *hits*, the one at *current* more strongly; those in blocks that are gone are left out.

        The same object as before means the same places, wherever they have moved: that is fast.
        """
        if hits is self._hits and hits:
            for number in (self._current, current):
                self._tint(number, number == current)
            self._current = current
            self._edit.setExtraSelections(self._shown)
            return
        self._hits, self._current = hits, current
        document = self._edit.document()
        self._shown, self._numbers = [], []
        for number, first, last in _ranges(document, hits):
            cursor = QTextCursor(document)
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            one = QTextEdit.ExtraSelection()
            one.cursor = cursor
            self._shown.append(one)
            self._numbers.append(number)
        self.retint()

    def retint(self) -> None:
        """Show them in the palette's colours."""
        quiet, strong = self._form(current=False), self._form(current=True)
        for number, one in zip(self._numbers, self._shown, strict=True):
            one.format = strong if number == self._current else quiet
        self._edit.setExtraSelections(self._shown)

    def _tint(self, number: int, current: bool) -> None:
        if number in self._numbers:
            self._shown[self._numbers.index(number)].format = self._form(current)

    def _form(self, current: bool) -> QTextCharFormat:
        colors = theme.tokens(self._edit.palette())
        form = QTextCharFormat()
        form.setBackground(colors.paper_current if current else colors.paper_found)
        form.setForeground(colors.ink)  # these grounds are light, in the dark too
        return form


def _ranges(document: QTextDocument, hits: Sequence[Hit]) -> Iterator[tuple[int, int, int]]:
    """The number of each hit whose block is there, and the positions of its ends in the document."""
    known = {id_of(block): block for block in blocks(document)} if hits else {}
    for block_id, group in groupby(enumerate(hits), key=lambda numbered: numbered[1][0]):
        if block_id == Zone.HEADLINE:  # several blocks of the document
            for number, (_, start, end) in group:
                ends = [places.position(document, block_id, at) for at in (start, end)]
                yield number, *ends
        elif block_id in known:
            begin, text = known[block_id].position(), known[block_id].text()
            plain = not text or max(text) <= "\uffff"  # then Qt counts as we do
            for number, (_, start, end) in group:
                yield (
                    number,
                    *(begin + (min(at, len(text)) if plain else units(text, at)) for at in (start, end)),
                )
