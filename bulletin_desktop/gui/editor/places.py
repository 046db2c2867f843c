"""Places of an article (block id and offset in characters) and positions in its text document.

The headline is one block of the article, its lines joined by a newline each, and several of the document;
empty ones of those are not part of the article and are left out.
"""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from bulletin_desktop.gui.editor.conversion import blocks, characters, units
from bulletin_desktop.gui.editor.edits import zone_blocks
from bulletin_desktop.gui.editor.formats import Zone, id_of, is_object


def place(block: QTextBlock, units_in: int) -> tuple[str, int]:
    """Return the place that is *units_in* UTF-16 units into a text block."""
    text = block.text()
    one_unit_each = len(text) == block.length() - 1  # nearly always, and looking for others takes its time
    offset = min(units_in, len(text)) if one_unit_each else characters(text, units_in)
    block_id = id_of(block)
    if block_id == Zone.HEADLINE:
        for line in _headline(block.document()):
            if line == block:
                break
            offset += len(line.text()) + 1
    return block_id, offset


def position(document: QTextDocument, block_id: str, offset: int) -> int | None:
    """Return the position of a place in the document; None if there is no such block."""
    if block_id == Zone.HEADLINE:
        lines = _headline(document) or zone_blocks(document, Zone.HEADLINE)
        for line in lines[:-1]:
            if offset <= len(line.text()):
                return _in_block(line, offset)
            offset -= len(line.text()) + 1
        return _in_block(lines[-1], offset)
    found = (block for block in blocks(document) if id_of(block) == block_id)
    block = next(found, None)
    return None if block is None else _in_block(block, offset)


def selected(cursor: QTextCursor) -> tuple[tuple[str, int, int], ...]:
    """Return what is selected of the article's text: (block, start, end) for each block with any of it."""
    if not cursor.hasSelection():
        return ()
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    pieces: dict[str, tuple[int, int]] = {}
    block = cursor.document().findBlock(first)
    while block.isValid() and block.position() < last:
        start = max(first - block.position(), 0)
        end = min(last - block.position(), block.length() - 1)
        if start < end and not is_object(block):
            block_id, begin = place(block, start)
            known = pieces.get(block_id, (begin, 0))
            pieces[block_id] = known[0], place(block, end)[1]
        block = block.next()
    return tuple((block_id, *span) for block_id, span in pieces.items())


def _headline(document: QTextDocument) -> list[QTextBlock]:
    return [line for line in zone_blocks(document, Zone.HEADLINE) if line.length() > 1]


def _in_block(block: QTextBlock, offset: int) -> int:
    return block.position() + units(block.text(), max(0, offset))
