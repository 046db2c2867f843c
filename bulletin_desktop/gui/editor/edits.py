"""What editing does to the text: every change is one undoable step that leaves the article whole.

The rules, all in one place: a split keeps the id with the first part, except that Enter before a
text leaves the text its id; a join keeps the first's id and role, unless nothing of the first is left: then
what remains is the second's text and keeps the second's; no deletion merges or removes the fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import NO_MARKS, Role
from bulletin_desktop.document.schema import one_line
from bulletin_desktop.gui.editor import words
from bulletin_desktop.gui.editor.conversion import blocks, pieces
from bulletin_desktop.gui.editor.formats import (
    ZONES,
    Looks,
    Zone,
    id_of,
    is_object,
    marks_of,
    role_of,
    zone_of,
)

KEEP = QTextCursor.MoveMode.KeepAnchor
CONTINUED = frozenset(
    (Role.BODY, Role.NOTE, Role.QUOTE, Role.ATTACHMENT)
)  # Enter at the end goes on in these
_BREAKS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_RESERVED = re.compile("[\ufdd0-\ufdef\ufffc]")
_INDENT = " \t\u00a0\u3000"


def lines_of(text: str) -> list[str]:
    """Return the lines of foreign text: blank ones and indents dropped, illegal characters stripped."""
    found = [legal(line) for line in _BREAKS.split(text)]
    if len(found) == 1:
        return found
    return [found[0], *(line.strip(_INDENT) for line in found[1:] if line.strip(_INDENT))]


def legal(text: str) -> str:
    """Return *text* fit for a paragraph: as `schema.one_line`, and without what Qt keeps for its own use."""
    return _RESERVED.sub("", one_line(text))


def zone_blocks(document: QTextDocument, zone: Zone) -> list[QTextBlock]:
    """Return the blocks of one part of the article."""
    return [block for block in blocks(document) if zone_of(block) is zone]


@contextmanager
def step(cursor: QTextCursor) -> Iterator[None]:
    """Everything inside is one step for undo."""
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


class Edits:
    """Operations on the text; each takes the person's cursor and moves it to where it should stand."""

    def __init__(self, looks: Looks) -> None:
        self.looks = looks

    def split(self, cursor: QTextCursor) -> None:
        """Enter: another headline line, another paragraph, or on to the next field."""
        with step(cursor):
            self.remove(cursor)
            block = cursor.block()
            zone = zone_of(block)
            if zone is Zone.BODY:
                self._split_body(cursor)
            elif zone is Zone.HEADLINE:
                self._split_headline(cursor)
            else:
                self.next_field(cursor)

    def backspace(self, cursor: QTextCursor, word: bool = False) -> None:
        """Delete backwards: the selection, a character (or word), the paragraph's role, or its break."""
        with step(cursor):
            if cursor.hasSelection():
                self.remove(cursor)
            elif is_object(cursor.block()):
                self._remove_object(cursor)
            elif not cursor.atBlockStart():
                if word:
                    words.step(cursor, down=False, keep=True)
                else:
                    cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, KEEP)
                cursor.removeSelectedText()
            elif _is_special(cursor.block()):
                self.dress(cursor.block(), id_of(cursor.block()), Role.BODY)
            elif cursor.block().previous().isValid():
                self._join(cursor, cursor.block().previous(), cursor.block())

    def delete(self, cursor: QTextCursor, word: bool = False) -> None:
        """Delete forwards: the selection, a character (or word), or the paragraph break."""
        with step(cursor):
            if cursor.hasSelection():
                self.remove(cursor)
            elif is_object(cursor.block()):
                self._remove_object(cursor)
            elif not cursor.atBlockEnd():
                if word:
                    words.step(cursor, down=True, keep=True)
                else:
                    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, KEEP)
                cursor.removeSelectedText()
            elif cursor.block().next().isValid():
                self._join(cursor, cursor.block(), cursor.block().next())

    def delete_to_line_end(self, cursor: QTextCursor) -> None:
        """Delete the rest of the line on screen."""
        if not cursor.hasSelection():
            cursor.movePosition(QTextCursor.MoveOperation.EndOfLine, KEEP)
        self.remove(cursor)

    def remove(self, cursor: QTextCursor) -> None:
        """Delete the selection. Fields lose their text but stay; the cursor stands at its start."""
        if not cursor.hasSelection():
            return
        document = cursor.document()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        first, last = document.findBlock(start), document.findBlock(end)
        with step(cursor):
            if first == last:
                cursor.removeSelectedText()
            else:
                spans = [(start, end)] if zone_of(first) is zone_of(last) else _by_zone(document, start, end)
                for begin, stop in reversed(spans):
                    self._remove_span(document, begin, stop)
            cursor.setPosition(min(start, document.characterCount() - 1))

    def remove_for_text(self, cursor: QTextCursor) -> None:
        """Delete the selection for text in its place: a break at its end, selected with a whole paragraph,
        stays.
        """
        first, end = cursor.document().findBlock(cursor.selectionStart()), cursor.selectionEnd()
        last = cursor.document().findBlock(end)
        if first != last and end == last.position() and zone_of(first) is zone_of(last):
            cursor.setPosition(cursor.selectionStart())
            cursor.setPosition(end - 1, KEEP)
        self.remove(cursor)

    def insert(self, cursor: QTextCursor, text: str) -> None:
        """Put foreign text in place of the selection; in the body its lines become paragraphs."""
        lines = lines_of(text)
        with step(cursor):
            self.remove(cursor)
            self.leave_object(cursor)
            zone = zone_of(cursor.block())
            if zone not in (Zone.BODY, Zone.HEADLINE):
                lines = ["".join(lines)]
            if cursor.atBlockStart():
                lines[0] = lines[0].strip(_INDENT) if zone is Zone.BODY else lines[0]
            if len(lines) > 1 and not lines[0]:
                del lines[0]
            cursor.insertText(lines[0])
            for line in lines[1:]:
                self.break_at(cursor, _following(cursor.block()))
                cursor.insertText(line, self._plain(cursor.block()))

    def leave_object(self, cursor: QTextCursor) -> None:
        """A table or picture takes no text: make a paragraph after it and stand there."""
        if is_object(cursor.block()):
            self.new_paragraph(cursor, Role.BODY)

    def insert_object(self, cursor: QTextCursor, form: QTextBlockFormat) -> None:
        """Put a table, picture or page break where the cursor stands, dividing a paragraph if it must.

        An empty paragraph becomes the object; outside the body it goes to the body's nearer end.
        """
        with step(cursor):
            self.remove(cursor)
            self.into_body(cursor)
            block = cursor.block()
            if not is_object(block) and block.length() == 1:
                cursor.setBlockFormat(form)
                cursor.setBlockCharFormat(self.looks.char(Zone.BODY))
                return
            if not is_object(block) and not cursor.atBlockStart() and not cursor.atBlockEnd():
                self.break_at(cursor, role_of(block))
            if is_object(block) or cursor.atBlockEnd():
                cursor.insertBlock(form, self.looks.char(Zone.BODY))
                return
            block = cursor.block()
            cursor.insertBlock(self._format(block), block.charFormat())
            made = QTextCursor(cursor.block().previous())
            made.setBlockFormat(form)
            made.setBlockCharFormat(self.looks.char(Zone.BODY))
            cursor.setPosition(made.position())

    def replace_object(self, cursor: QTextCursor, block: QTextBlock, form: QTextBlockFormat) -> None:
        """Let *block* stand for another value."""
        with step(cursor):
            cursor.setPosition(block.position())
            cursor.setBlockFormat(form)

    def into_body(self, cursor: QTextCursor) -> None:
        """From another part of the article go to the nearer end of the body."""
        zone = zone_of(cursor.block())
        if zone is not Zone.BODY:
            body = zone_blocks(cursor.document(), Zone.BODY)
            end = body[-1].position() + body[-1].length() - 1
            cursor.setPosition(end if zone is Zone.CREDIT else body[0].position())

    def set_role(self, cursor: QTextCursor, role: Role) -> None:
        """Give *role* to every paragraph of the body that the selection touches."""
        document = cursor.document()
        block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
        with step(cursor):  # not a new one: undo brings its cursor back to where the step began
            while block.isValid() and block.position() <= last.position():
                if zone_of(block) is Zone.BODY and not is_object(block) and role_of(block) is not role:
                    self.dress(block, id_of(block), role)
                block = block.next()

    def next_field(self, cursor: QTextCursor, backwards: bool = False) -> None:
        """Go to the next part of the article, or to the one before."""
        document = cursor.document()
        place = ZONES.index(zone_of(cursor.block())) + (-1 if backwards else 1)
        if 0 <= place < len(ZONES):
            target = zone_blocks(document, ZONES[place])[0]
            cursor.setPosition(target.position())
            if zone_of(target) is not Zone.BODY:
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)

    def _split_body(self, cursor: QTextCursor) -> None:
        block = cursor.block()
        if is_object(block):
            self.new_paragraph(cursor, Role.BODY)
        elif block.length() == 1 and role_of(block) is not Role.BODY:
            self.dress(block, id_of(block), Role.BODY)  # as Enter on an empty line ends a list
        elif cursor.atBlockEnd():
            self.new_paragraph(cursor, _following(block))
        elif cursor.atBlockStart():
            self.paragraph_before(cursor, Role.BODY)
            cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        else:
            self.break_at(cursor, role_of(block))

    def paragraph_before(self, cursor: QTextCursor, role: Role) -> None:
        """Begin a paragraph of *role* before the one the cursor is at the start of, and stand in it."""
        block = cursor.block()
        cursor.insertBlock(self._format(block), block.charFormat())
        self.dress(cursor.block().previous(), new_id(), role)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)

    def _split_headline(self, cursor: QTextCursor) -> None:
        block = cursor.block()
        last = zone_of(block.next()) is not Zone.HEADLINE
        first = zone_of(block.previous()) is not Zone.HEADLINE
        if block.length() > 1 or not last:
            self.break_at(cursor, Role.BODY)
            return
        if not first:
            cursor.deletePreviousChar()
        cursor.setPosition(zone_blocks(cursor.document(), Zone.BODY)[0].position())

    def break_at(self, cursor: QTextCursor, role: Role) -> None:
        """Split in two; the second part is new, and in the body a paragraph of *role*."""
        if zone_of(cursor.block()) is Zone.HEADLINE:
            cursor.insertBlock(self.looks.block(Zone.HEADLINE, Zone.HEADLINE), self.looks.char(Zone.HEADLINE))
        else:
            self.new_paragraph(cursor, role)
            self._dress_text(cursor.block())

    def new_paragraph(self, cursor: QTextCursor, role: Role) -> None:
        """Begin a paragraph of *role* where the cursor stands; what is behind it is its text."""
        cursor.insertBlock(self.looks.block(Zone.BODY, new_id(), role), self.looks.char(Zone.BODY, role))

    def _join(self, cursor: QTextCursor, first: QTextBlock, second: QTextBlock) -> None:
        """Take away the break between two blocks, where both are in a zone of several blocks."""
        if zone_of(first) is not zone_of(second):
            return
        if is_object(first) and second.length() > 1:
            cursor.setPosition(first.position())
        elif is_object(second) and first.length() > 1:
            cursor.setPosition(second.position())
        else:
            self._remove_span(cursor.document(), second.position() - 1, second.position())

    def _remove_object(self, cursor: QTextCursor) -> None:
        block = cursor.block()
        following, before = block.next(), block.previous()
        if zone_of(following) is Zone.BODY:
            self._remove_span(cursor.document(), block.position(), following.position())
        elif zone_of(before) is Zone.BODY:
            cursor.deletePreviousChar()
        else:
            self.dress(block, new_id(), Role.BODY)

    def _remove_span(self, document: QTextDocument, start: int, end: int) -> None:
        """Delete within one zone, and see to it that what remains has the right id and role."""
        first, last = document.findBlock(start), document.findBlock(end)
        if is_object(last) and first != last and start > first.position():
            last = last.previous()
            end = last.position() + last.length() - 1
        rest_is_last = is_object(first) or end == last.position() or end < last.position() + last.length() - 1
        kept = last if start == first.position() and rest_is_last else first
        form, char = self._format(kept), kept.charFormat()
        several = first != last
        span = QTextCursor(document)
        span.setPosition(start)
        span.setPosition(end, KEEP)
        span.removeSelectedText()
        if several:
            span.setBlockFormat(form)
            span.setBlockCharFormat(char)
            self._dress_text(span.block())

    def _format(self, block: QTextBlock) -> QTextBlockFormat:
        zone = zone_of(block)
        if is_object(block):
            return block.blockFormat()
        return self.looks.block(zone, id_of(block), role_of(block) if zone is Zone.BODY else Role.BODY)

    def _plain(self, block: QTextBlock) -> QTextCharFormat:
        zone = zone_of(block)
        return self.looks.char(zone, role_of(block) if zone is Zone.BODY else Role.BODY, NO_MARKS)

    def dress(self, block: QTextBlock, block_id: str, role: Role) -> None:
        """Make *block* a paragraph of the body with that id and role."""
        cursor = QTextCursor(block)
        cursor.setBlockFormat(self.looks.block(Zone.BODY, block_id, role))
        cursor.setBlockCharFormat(self.looks.char(Zone.BODY, role))
        self._dress_text(block)

    def _dress_text(self, block: QTextBlock) -> None:
        """Give the text of *block* the fonts of its role, keeping its marks."""
        zone = zone_of(block)
        if zone is not Zone.BODY or is_object(block):
            return
        role = role_of(block)
        cursor = QTextCursor(block)
        for start, end, form in pieces(block):
            wanted = self.looks.char(zone, role, marks_of(form))
            if form != wanted:
                cursor.setPosition(start)
                cursor.setPosition(end, KEEP)
                cursor.setCharFormat(wanted)


def _following(block: QTextBlock) -> Role:
    """Return the role of a paragraph begun after *block*."""
    role = role_of(block) if zone_of(block) is Zone.BODY else Role.BODY
    if role is Role.SIGNATURE:
        return Role.DATE
    return role if role in CONTINUED else Role.BODY


def _is_special(block: QTextBlock) -> bool:
    """Tell whether Backspace at its start first makes *block* body text: not where it would undo Enter."""
    if zone_of(block) is not Zone.BODY or role_of(block) is Role.BODY:
        return False
    before = block.previous()
    if zone_of(before) is not Zone.BODY or is_object(before):
        return True
    return before.length() > 1 and role_of(before) is not role_of(block)


def _by_zone(document: QTextDocument, start: int, end: int) -> list[tuple[int, int]]:
    """Return the part of [start, end) in each zone it touches, without the breaks between zones."""
    found: list[tuple[int, int]] = []
    block = document.findBlock(start)
    zone: Zone | None = None
    while block.isValid() and block.position() <= end:
        low = max(start, block.position())
        high = min(end, block.position() + block.length() - 1)
        if zone_of(block) is zone:
            found[-1] = (found[-1][0], high)
        else:
            found.append((low, high))
        zone = zone_of(block)
        block = block.next()
    return found
