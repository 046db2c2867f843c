"""Which key does what in the editor: as in Word, where Word has it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Mark, PageBreak, Role
from bulletin_desktop.document.numbering import LEVELS
from bulletin_desktop.gui.editor import paragraphs, words
from bulletin_desktop.gui.editor.formats import Zone, zone_of
from bulletin_desktop.gui.editor.history import Kind
from bulletin_desktop.gui.editor.roles import MARKS, ROLES

if TYPE_CHECKING:
    from bulletin_desktop.gui.editor.sheet import Sheet

_FORMATS: dict[int, Role | Mark] = {
    QKeySequence(key)[0].toCombined(): role for role, keys in ROLES.items() for key in keys
} | {QKeySequence(key)[0].toCombined(): mark for mark, key in MARKS.items()}
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STANDARD = QKeySequence.StandardKey

Act = Callable[[], object]


def key_of(role: Role) -> str:
    """Return the key that sets *role* as the system writes it; empty if there is none."""
    keys = ROLES.get(role)
    return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""


def action_for(event: QKeyEvent, sheet: Sheet) -> Act | None:
    """Return what a key does to *sheet*; None leaves it to the text edit (typing and moving about)."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if not modifiers and event.text() and event.text().isprintable():
        return None
    key = Qt.Key(event.key())
    return (
        _format(event, sheet)
        or _paragraph(key, modifiers, sheet)
        or _movement(key, modifiers, sheet)
        or _editing(event, sheet)
    )


def _format(event: QKeyEvent, sheet: Sheet) -> Act | None:
    """The window's menus have these keys as well, and get them first."""
    meant = _FORMATS.get(event.keyCombination().toCombined())
    if meant is None:
        return None
    return partial(sheet.set_role if isinstance(meant, Role) else sheet.toggle_mark, meant)


def _paragraph(key: Qt.Key, modifiers: Qt.KeyboardModifier, sheet: Sheet) -> Act | None:
    if key in _ENTER and not modifiers & ~_SHIFT:
        return lambda: sheet.open_object() or sheet.acts.enter()
    if key in _ENTER and modifiers == _CONTROL:
        return lambda: sheet.insert_object(PageBreak(new_id()))
    if key == Qt.Key.Key_Tab and not modifiers:
        return lambda: _tab(sheet)
    if key == Qt.Key.Key_Backtab:
        return lambda: _backtab(sheet)
    return None


def _movement(key: Qt.Key, modifiers: Qt.KeyboardModifier, sheet: Sheet) -> Act | None:
    if key not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        return None
    down = key == Qt.Key.Key_Down
    if modifiers == _SHIFT | Qt.KeyboardModifier.AltModifier:
        return partial(sheet.acts.move_paragraphs, down)
    if modifiers & ~_SHIFT == _CONTROL:
        return lambda: sheet.acts.go(partial(paragraphs.step, down=down, keep=bool(modifiers & _SHIFT)))
    return None


def _editing(event: QKeyEvent, sheet: Sheet) -> Act | None:
    edits = sheet.edits
    if event.key() == Qt.Key.Key_Backspace and not event.modifiers() & ~_SHIFT:
        return None if sheet.acts.leaves_backspace() else sheet.acts.backspace
    meanings: dict[QKeySequence.StandardKey, Act] = {
        _STANDARD.Delete: lambda: sheet.edit(edits.delete, Kind.DELETING),
        _STANDARD.DeleteStartOfWord: lambda: sheet.edit(partial(edits.backspace, word=True)),
        _STANDARD.DeleteEndOfWord: lambda: sheet.edit(partial(edits.delete, word=True)),
        _STANDARD.MoveToNextWord: _word(sheet, down=True, keep=False),
        _STANDARD.MoveToPreviousWord: _word(sheet, down=False, keep=False),
        _STANDARD.SelectNextWord: _word(sheet, down=True, keep=True),
        _STANDARD.SelectPreviousWord: _word(sheet, down=False, keep=True),
        _STANDARD.DeleteEndOfLine: lambda: sheet.edit(edits.delete_to_line_end),
        _STANDARD.Undo: sheet.undo_key,
        _STANDARD.Redo: sheet.redo_key,
        _STANDARD.Cut: sheet.cut,
        _STANDARD.Copy: sheet.copy,
    }
    return next((meaning for key, meaning in meanings.items() if event.matches(key)), None)


def _word(sheet: Sheet, down: bool, keep: bool) -> Act:
    return lambda: sheet.acts.go(partial(words.step, down=down, keep=keep))


def _tab(sheet: Sheet) -> None:
    """Tab walks through the fields and lowers a heading; elsewhere in the body it does nothing, so that no
    text is left by accident.
    """
    cursor = sheet.textCursor()
    if sheet.role() in LEVELS:
        sheet.edit(partial(paragraphs.shift_level, sheet.edits, by=1))
    elif zone_of(cursor.block()) is not Zone.BODY or (
        cursor.atBlockEnd() and zone_of(cursor.block().next()) is Zone.CREDIT
    ):
        sheet.edit(sheet.edits.next_field)


def _backtab(sheet: Sheet) -> None:
    if sheet.role() in LEVELS:
        sheet.edit(partial(paragraphs.shift_level, sheet.edits, by=-1))
    else:
        sheet.edit(partial(sheet.edits.next_field, backwards=True))
