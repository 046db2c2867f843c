"""What is done to whole paragraphs: their level, their order, what they are by how they begin."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from bulletin_desktop.document.model import Article, Role
from bulletin_desktop.document.numbering import LEVELS, number_of
from bulletin_desktop.gui.editor.edits import KEEP, Edits
from bulletin_desktop.gui.editor.edits import step as one_step
from bulletin_desktop.gui.editor.formats import Zone, id_of, is_object, role_of, zone_of

LONGEST = 30  # characters of a heading behind its number; longer lines are rather text with a number
_BY_LEVEL = {level: role for role, level in LEVELS.items()}
_SENTENCE_ENDS = "。！？；：，、,;:.!?…"


def heading_of(text: str) -> Role | None:
    """Return the heading that a finished line is by its number: 一、 （一） 1. （1）; None if it is none.

    A line that ends like a sentence is text, however it begins.
    """
    number = number_of(text)
    words = text[number.end :].strip() if number else ""
    if number is None or not words or len(words) > LONGEST or words[-1] in _SENTENCE_ENDS:
        return None
    return _BY_LEVEL[number.level]


def moved(article: Article, chosen: Collection[str], down: bool) -> Article:
    """Return *article* with the blocks named by *chosen*, which stand together, one place further."""
    blocks = list(article.blocks)
    places = [nth for nth, block in enumerate(blocks) if block.id in chosen]
    if not places:
        return article
    first, last = places[0], places[-1]
    if down and last + 1 < len(blocks):
        blocks.insert(first, blocks.pop(last + 1))
    elif not down and first > 0:
        blocks.insert(last, blocks.pop(first - 1))
    return replace(article, blocks=tuple(blocks))


def touched(cursor: QTextCursor) -> list[QTextBlock]:
    """Return the blocks of the body that the selection touches; not the one at whose start it ends."""
    block, end = cursor.document().findBlock(cursor.selectionStart()), cursor.selectionEnd()
    found = []
    while block.isValid() and (not found or block.position() < end):
        found.append(block)
        block = block.next()
    return [block for block in found if zone_of(block) is Zone.BODY]


def shift_level(edits: Edits, cursor: QTextCursor, by: int) -> None:
    """Lower (1) or raise (-1) the headings of the selection by a level, as far as there are levels."""
    with one_step(cursor):
        for block in touched(cursor):
            level = None if is_object(block) else LEVELS.get(role_of(block))
            if level is not None and level + by in _BY_LEVEL:
                edits.dress(block, id_of(block), _BY_LEVEL[level + by])


def step(cursor: QTextCursor, down: bool, keep: bool) -> None:
    """Go to the start of the next paragraph, or of this one, and then of the one before; select if *keep*."""
    block, mode = cursor.block(), KEEP if keep else QTextCursor.MoveMode.MoveAnchor
    if down:
        last = not block.next().isValid()
        cursor.setPosition(block.position() + block.length() - 1 if last else block.next().position(), mode)
    elif cursor.atBlockStart() and block.previous().isValid():
        cursor.setPosition(block.previous().position(), mode)
    else:
        cursor.setPosition(block.position(), mode)


def select(cursor: QTextCursor) -> None:
    """Select the text of the paragraph at the cursor."""
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, KEEP)
