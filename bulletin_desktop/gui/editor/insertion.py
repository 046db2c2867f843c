"""How a part of an article goes into the text: open ends merge as in Word, closed ones stay paragraphs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextBlockFormat, QTextCursor

from bulletin_desktop.document.fragment import Fragment
from bulletin_desktop.document.model import Block, Paragraph, Role
from bulletin_desktop.gui.editor.edits import Edits, legal, step
from bulletin_desktop.gui.editor.formats import Zone, id_of, is_object, role_of, zone_of

Operation = Callable[[QTextCursor], None]
ObjectFormat = Callable[[Block], QTextBlockFormat]


def insert(edits: Edits, cursor: QTextCursor, fragment: Fragment, form_of: ObjectFormat) -> None:
    """Put *fragment* in place of the selection, as one step for undo; the cursor stands behind it.

    In a field of the article text goes in without marks, and what has objects goes to the body. *form_of*
    gives the format of a block that stands for an object.
    """
    if not fragment.blocks:
        return
    with step(cursor):
        edits.remove(cursor)
        if zone_of(cursor.block()) is not Zone.BODY:
            if fragment.is_text:
                edits.insert(cursor, "\n".join(_text(block) for block in fragment.blocks))
                return
            edits.into_body(cursor)
        _Insertion(edits, cursor, form_of).put(fragment)


class _Insertion:
    """One insertion into the body. What stands behind the cursor is its *rest*: in its block, or the next."""

    def __init__(self, edits: Edits, cursor: QTextCursor, form_of: ObjectFormat) -> None:
        self._edits, self._cursor, self._form_of = edits, cursor, form_of
        block = cursor.block()
        self._on_object = is_object(block)
        self._role = Role.BODY if self._on_object else role_of(block)
        self._before = not self._on_object and not cursor.atBlockStart()
        self._rest = not self._on_object and not cursor.atBlockEnd()
        self._rest_is_next = False

    def put(self, fragment: Fragment) -> None:
        first, *others = fragment.blocks
        if fragment.inline and isinstance(first, Paragraph):
            self._inline(first)
            return
        self._first(first, fragment.open_start)
        for nth, block in enumerate(others, 1):
            last = nth == len(others)
            self._next(block, joins_rest=last and fragment.open_end)
        if not fragment.open_end or not isinstance(fragment.blocks[-1], Paragraph):
            self._part_rest()

    def _inline(self, part: Paragraph) -> None:
        if self._on_object:
            self._edits.new_paragraph(self._cursor, part.role)
        elif not self._before and not self._rest and part.role is not Role.BODY:
            self._dress(part.role)
        self._write(part)

    def _first(self, part: Block, joins: bool) -> None:
        if not isinstance(part, Paragraph):
            self._object(part)
        elif self._on_object:
            self._edits.new_paragraph(self._cursor, part.role)
            self._write(part)
        elif self._before:
            if not joins:
                self._edits.break_at(self._cursor, part.role)
            self._write(part)
        elif self._rest:
            self._edits.paragraph_before(self._cursor, part.role)
            self._rest_is_next = True
            self._write(part)
        else:
            if not (joins and part.role is Role.BODY):
                self._dress(part.role)
            self._write(part)

    def _next(self, part: Block, joins_rest: bool) -> None:
        if not isinstance(part, Paragraph):
            self._object(part)
            return
        if self._rest_is_next and joins_rest:
            self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        elif is_object(self._cursor.block()):
            self._edits.new_paragraph(self._cursor, part.role)
        else:
            self._edits.break_at(self._cursor, part.role)
        self._write(part)

    def _object(self, part: Block) -> None:
        divides = self._rest and not self._rest_is_next
        self._edits.insert_object(self._cursor, self._form_of(part))
        self._rest_is_next = self._rest_is_next or divides

    def _part_rest(self) -> None:
        """What stood behind the cursor begins a paragraph, as it was one before."""
        if self._rest and not self._rest_is_next:
            end = self._cursor.position()
            self._edits.break_at(self._cursor, self._role)
            self._cursor.setPosition(end)

    def _dress(self, role: Role) -> None:
        block = self._cursor.block()
        self._edits.dress(block, id_of(block), role)

    def _write(self, part: Paragraph) -> None:
        role = role_of(self._cursor.block())
        for span in part.spans:
            form = self._edits.looks.char(Zone.BODY, role, span.marks)
            self._cursor.insertText(legal(span.text), form)


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""
