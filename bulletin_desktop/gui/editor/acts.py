"""What a person does to paragraphs by keys and menus; each act is one step for undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCursor

from bulletin_desktop.document.model import Article, Role
from bulletin_desktop.document.numbering import renumbered
from bulletin_desktop.gui.editor import marking, paragraphs
from bulletin_desktop.gui.editor.edits import step
from bulletin_desktop.gui.editor.formats import Zone, id_of, is_object, role_of, zone_of
from bulletin_desktop.gui.editor.history import Kind
from bulletin_desktop.gui.editor.patching import patch

if TYPE_CHECKING:
    from bulletin_desktop.gui.editor.sheet import Sheet


class Acts:
    """Acts upon a sheet. While `auto_headings` is on, a finished line with a heading's number becomes one."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.auto_headings = True
        self._offered: set[str] = (
            set()
        )  # paragraphs that were made headings once: not against a person's will
        self._just_made = (-1, -1)  # the text's revision and the cursor when a heading was made by itself

    def enter(self) -> None:
        """Another paragraph, headline line or field; the finished line becomes the heading it looks like."""
        sheet, cursor = self._sheet, self._sheet.textCursor()
        block = cursor.block()
        heading = None if cursor.hasSelection() else self._heading(cursor)
        sheet.edit(sheet.edits.split)
        if heading is not None:
            self._offered.add(id_of(block))
            sheet.edit(lambda _cursor: sheet.edits.dress(block, id_of(block), heading))
            self._just_made = self._moment()

    def backspace(self) -> None:
        """Delete backwards. Right after a heading was made by itself it takes that back, as in Word."""
        sheet = self._sheet
        if self._just_made == self._moment():
            sheet.undo()
        else:
            sheet.edit(sheet.edits.backspace, Kind.DELETING)

    def leaves_backspace(self) -> bool:
        """Tell whether Backspace takes a single character of a paragraph, which the text edit does best."""
        cursor = self._sheet.textCursor()
        if cursor.hasSelection() or cursor.atBlockStart() or self._just_made == self._moment():
            return False
        self._sheet.undoing.begin(Kind.DELETING)
        return True

    def move_paragraphs(self, down: bool) -> None:
        """Move the paragraphs of the selection, tables and pictures with them, past their neighbour."""
        sheet = self._sheet
        sheet.end_composition()
        chosen = {id_of(block) for block in paragraphs.touched(sheet.textCursor())}
        self.become(paragraphs.moved(sheet.content.article(), chosen, down))

    def renumber(self) -> int:
        """Number the headings in order; return how many numbers were changed."""
        self._sheet.end_composition()
        before = self._sheet.content.article()
        after = renumbered(before)
        self.become(after)
        return sum(old != new for old, new in zip(before.blocks, after.blocks, strict=True))

    def become(self, article: Article) -> None:
        """Let the text say *article*, the next value of the one that is open; what is selected stays so."""
        sheet = self._sheet
        if sheet.isReadOnly() or article == sheet.content.article():
            return
        sheet.undoing.begin()
        selected = sheet.undoing.selected()
        patch(sheet.content, sheet.looks, article)
        sheet.undoing.select(selected)
        sheet.ensureCursorVisible()

    def clear_marks(self) -> None:
        """Take every mark from the selection, or from what is typed next."""
        sheet, cursor = self._sheet, self._sheet.textCursor()
        if cursor.hasSelection():
            sheet.edit(partial(marking.clear, sheet.looks))
        elif sheet.role() is not None:
            sheet.setCurrentCharFormat(sheet.looks.char(Zone.BODY, role_of(cursor.block())))

    def insert_text(self, text: str) -> None:
        """Put *text* in place of the selection, with the marks that typing would have."""
        self._sheet.edit(lambda cursor: self._type(cursor, text))

    def insert_date_line(self, text: str) -> None:
        """Put a date below the paragraph at the cursor as the date of a signature, or into an empty one."""
        edits = self._sheet.edits

        def insert(cursor: QTextCursor) -> None:
            with step(cursor):
                cursor.clearSelection()
                edits.into_body(cursor)
                block = cursor.block()
                if is_object(block) or block.length() > 1:
                    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
                    edits.new_paragraph(cursor, Role.DATE)
                edits.dress(cursor.block(), id_of(cursor.block()), Role.DATE)
                cursor.insertText(text, edits.looks.char(Zone.BODY, Role.DATE))

        self._sheet.edit(insert)

    def go(self, movement: Callable[[QTextCursor], None]) -> None:
        """Move the cursor."""
        cursor = self._sheet.textCursor()
        movement(cursor)
        self._sheet.setTextCursor(cursor)
        self._sheet.ensureCursorVisible()

    def select_paragraph(self) -> None:
        """Select the text of the paragraph at the cursor."""
        self.go(paragraphs.select)

    def _moment(self) -> tuple[int, int]:
        return self._sheet.document().revision(), self._sheet.textCursor().position()

    def _type(self, cursor: QTextCursor, text: str) -> None:
        form = self._sheet.currentCharFormat()
        with step(cursor):
            self._sheet.edits.remove(cursor)
            self._sheet.edits.leave_object(cursor)
            cursor.insertText(text, form if zone_of(cursor.block()) is Zone.BODY else cursor.charFormat())

    def _heading(self, cursor: QTextCursor) -> Role | None:
        """What the paragraph that ends at the cursor shall become by itself."""
        block = cursor.block()
        if not self.auto_headings or not _is_plain(block) or id_of(block) in self._offered:
            return None
        return paragraphs.heading_of(block.text()) if cursor.atBlockEnd() else None


def _is_plain(block: QTextBlock) -> bool:
    return zone_of(block) is Zone.BODY and not is_object(block) and role_of(block) is Role.BODY
