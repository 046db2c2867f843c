"""Another value of the article into the text, changing no more of it than differs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextBlock, QTextCursor

from bulletin_desktop.document.model import Article, Paragraph
from bulletin_desktop.document.text import alike
from bulletin_desktop.gui.editor.conversion import Content, Entry, entries_of, pieces, units
from bulletin_desktop.gui.editor.formats import ZONES, Looks

KEEP = QTextCursor.MoveMode.KeepAnchor


def patch(content: Content, looks: Looks, article: Article) -> None:
    """Let the text say *article*; what it says already stays untouched, and with it layout and cursor."""
    _Patch(content, looks).apply(article)


class _Patch:
    def __init__(self, content: Content, looks: Looks) -> None:
        self._content, self._looks = content, looks
        self._document = content.document
        self._cursor = QTextCursor(self._document)

    def apply(self, article: Article) -> None:
        have, want = list(self._content.entries()), entries_of(article)
        self._cursor.beginEditBlock()
        for zone in reversed(ZONES):  # from the end: numbers of the blocks above stay right
            first = next(nth for nth, entry in enumerate(have) if entry.zone is zone)
            old = [entry for entry in have if entry.zone is zone]
            self._zone(first, old, [entry for entry in want if entry.zone is zone])
        self._cursor.endEditBlock()

    def _zone(self, first: int, old: Sequence[Entry], new: Sequence[Entry]) -> None:
        """Change the blocks from number *first* on, which say *old*."""
        shorter = min(len(old), len(new))
        head = 0
        while head < shorter and _same(old[head], new[head]):
            head += 1
        tail = 0
        while tail < shorter - head and _same(old[-1 - tail], new[-1 - tail]):
            tail += 1
        gone, come = old[head : len(old) - tail], new[head : len(new) - tail]
        paired = min(len(gone), len(come))
        at = first + head
        for number in range(len(gone) - 1, paired - 1, -1):
            self._remove(self._document.findBlockByNumber(at + number))
        for entry in reversed(come[paired:]):
            self._insert_after(self._document.findBlockByNumber(at + paired - 1), entry)
        for number in range(paired):
            self._rewrite(self._document.findBlockByNumber(at + number), come[number])

    def _remove(self, block: QTextBlock) -> None:
        """Take away a block; there is always one below."""
        below = block.next()
        form, char = below.blockFormat(), below.charFormat()
        self._cursor.setPosition(block.position())
        self._cursor.setPosition(below.position(), KEEP)
        self._cursor.removeSelectedText()
        self._cursor.setBlockFormat(form)
        self._cursor.setBlockCharFormat(char)

    def _insert_after(self, block: QTextBlock, entry: Entry) -> None:
        self._cursor.setPosition(block.position() + block.length() - 1)
        self._cursor.insertBlock(self._content.block_format(entry, self._looks), entry.char(self._looks))
        for text, char in entry.texts(self._looks):
            self._cursor.insertText(text, char)

    def _rewrite(self, block: QTextBlock, entry: Entry) -> None:
        self._cursor.setPosition(block.position())
        self._cursor.setBlockFormat(self._content.block_format(entry, self._looks))
        self._cursor.setBlockCharFormat(entry.char(self._looks))
        texts = entry.texts(self._looks)
        old, new = block.text(), "".join(text for text, _ in texts)
        head = alike(old, new)
        tail = alike(old[head:][::-1], new[head:][::-1])
        start = block.position() + units(old, head)
        self._cursor.setPosition(start)
        self._cursor.setPosition(block.position() + units(old, len(old) - tail), KEEP)
        self._cursor.insertText(new[head : len(new) - tail], entry.char(self._looks))
        self._dress(block, entry)

    def _dress(self, block: QTextBlock, entry: Entry) -> None:
        """Give each stretch of the text its format, where it has another."""
        end = block.position()
        for text, char in entry.texts(self._looks):
            start, end = end, end + units(text, len(text))
            for begin, stop, form in pieces(block):
                low, high = max(start, begin), min(end, stop)
                if low < high and form != char:
                    self._cursor.setPosition(low)
                    self._cursor.setPosition(high, KEEP)
                    self._cursor.setCharFormat(char)


def _same(one: Entry, other: Entry) -> bool:
    if isinstance(one.value, Paragraph) and one.virtual != other.virtual:
        return False
    return one.value is other.value or one.value == other.value
