"""Which key does what in the editor."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Mark, PageBreak, Role
from bulletin_desktop.gui.editor.formats import Zone, zone_of
from bulletin_desktop.gui.editor.history import Kind

if TYPE_CHECKING:
    from bulletin_desktop.gui.editor.sheet import Sheet

_CONTROL = Qt.KeyboardModifier.ControlModifier
_ROLES = {
    Qt.Key.Key_0: Role.BODY,
    Qt.Key.Key_1: Role.HEADING1,
    Qt.Key.Key_2: Role.HEADING2,
    Qt.Key.Key_3: Role.HEADING3,
    Qt.Key.Key_4: Role.HEADING4,
}
_MARKS = {Qt.Key.Key_B: Mark.BOLD, Qt.Key.Key_I: Mark.ITALIC, Qt.Key.Key_U: Mark.UNDERLINE}
_STANDARD = QKeySequence.StandardKey


def key_of(role: Role) -> str:
    """Return the key that sets *role* as the system writes it; empty if there is none."""
    found = next((key for key, known in _ROLES.items() if known is role), None)
    return QKeySequence(_CONTROL | found).toString(QKeySequence.SequenceFormat.NativeText) if found else ""


def action_for(event: QKeyEvent, sheet: Sheet) -> Callable[[], None] | None:
    """Return what a key does to *sheet*; None leaves it to the text edit (typing and moving about)."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if not modifiers and event.text() and event.text().isprintable():
        return None
    key = Qt.Key(event.key())
    if modifiers == _CONTROL and key in _ROLES:
        return partial(sheet.set_role, _ROLES[key])
    if modifiers == _CONTROL and key in _MARKS:
        return partial(sheet.toggle_mark, _MARKS[key])
    return _movement(key, modifiers, sheet) or _editing(event, sheet)


def _movement(key: Qt.Key, modifiers: Qt.KeyboardModifier, sheet: Sheet) -> Callable[[], None] | None:
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not modifiers & ~Qt.KeyboardModifier.ShiftModifier:
        return lambda: sheet.open_object() or sheet.edit(sheet.edits.split)
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modifiers == _CONTROL:
        return lambda: sheet.insert_object(PageBreak(new_id()))
    if key == Qt.Key.Key_Tab and not modifiers:
        return lambda: _tab(sheet)
    if key == Qt.Key.Key_Backtab:
        return lambda: sheet.edit(partial(sheet.edits.next_field, backwards=True))
    return None


def _editing(event: QKeyEvent, sheet: Sheet) -> Callable[[], None] | None:
    edits = sheet.edits
    if event.key() == Qt.Key.Key_Backspace and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
        return lambda: sheet.edit(edits.backspace, Kind.DELETING)
    meanings: dict[QKeySequence.StandardKey, Callable[[], None]] = {
        _STANDARD.Delete: lambda: sheet.edit(edits.delete, Kind.DELETING),
        _STANDARD.DeleteStartOfWord: lambda: sheet.edit(partial(edits.backspace, word=True)),
        _STANDARD.DeleteEndOfWord: lambda: sheet.edit(partial(edits.delete, word=True)),
        _STANDARD.DeleteEndOfLine: lambda: sheet.edit(edits.delete_to_line_end),
        _STANDARD.Undo: sheet.undo,
        _STANDARD.Redo: sheet.redo,
        _STANDARD.Cut: sheet.cut,
        _STANDARD.Copy: sheet.copy,
    }
    return next((meaning for key, meaning in meanings.items() if event.matches(key)), None)


def _tab(sheet: Sheet) -> None:
    """Tab walks through the fields; inside the body it does nothing, so that no text is left by accident."""
    cursor = sheet.textCursor()
    if zone_of(cursor.block()) is not Zone.BODY or (
        cursor.atBlockEnd() and zone_of(cursor.block().next()) is Zone.CREDIT
    ):
        sheet.edit(sheet.edits.next_field)
