"""The menus of the sheet: what can be done to the text, and which role a paragraph has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from bulletin_desktop.document.model import PageBreak, Role
from bulletin_desktop.gui.editor import keys
from bulletin_desktop.gui.editor.formats import is_object
from bulletin_desktop.gui.editor.roles import role_name
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from bulletin_desktop.gui.editor.sheet import Sheet


def of_text(sheet: Sheet) -> QMenu:
    """Return the menu of the cursor or selection, with the change of the table or picture it stands on."""
    menu = _menu(sheet)
    cursor, undoing = sheet.textCursor(), sheet.undoing
    chosen = cursor.hasSelection()
    if is_object(cursor.block()) and not chosen:
        change = menu.addAction(_say(QT_TRANSLATE_NOOP("Sheet", "Change…")), sheet.open_object)
        change.setEnabled(not isinstance(sheet.content.object(cursor.block()), PageBreak))
        if sheet.picture_tools.chosen() is not None:
            tools = sheet.picture_tools
            menu.addAction(_say(QT_TRANSLATE_NOOP("Sheet", "Replace…")), tools.ask_replacement)
            menu.addAction(_say(QT_TRANSLATE_NOOP("Sheet", "As wide as the text")), tools.fill_width)
        menu.addAction(_say(QT_TRANSLATE_NOOP("Sheet", "Delete")), lambda: sheet.edit(sheet.edits.delete))
        menu.addSeparator()
        chosen = True
    entries = (
        (QT_TRANSLATE_NOOP("Sheet", "Undo"), sheet.undo, undoing.undo_action.isEnabled()),
        (QT_TRANSLATE_NOOP("Sheet", "Redo"), sheet.redo, undoing.redo_action.isEnabled()),
        None,
        (QT_TRANSLATE_NOOP("Sheet", "Cut"), sheet.cut, chosen),
        (QT_TRANSLATE_NOOP("Sheet", "Copy"), sheet.copy, chosen),
        (QT_TRANSLATE_NOOP("Sheet", "Paste"), sheet.paste, sheet.canPaste()),
        (QT_TRANSLATE_NOOP("Sheet", "Paste only text"), sheet.pasting.paste_text, sheet.canPaste()),
        None,
        (QT_TRANSLATE_NOOP("Sheet", "Select paragraph"), sheet.acts.select_paragraph, True),
        (QT_TRANSLATE_NOOP("Sheet", "Select all"), sheet.selectAll, True),
    )
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        else:
            text, slot, enabled = entry
            menu.addAction(_say(text), slot).setEnabled(enabled)
    if sheet.more_actions:
        menu.addSeparator()
        menu.addActions(sheet.more_actions)
    return menu


def of_roles(sheet: Sheet, current: Role) -> QMenu:
    """Return the menu that gives the selected paragraphs a role; *current* is checked."""
    menu = _menu(sheet)
    group = QActionGroup(menu)  # exclusive: drawn as a choice, not as boxes to tick
    for role in Role:
        action = group.addAction(menu.addAction(_with_key(role), lambda role=role: sheet.set_role(role)))
        action.setCheckable(True)
        action.setChecked(role is current)
    return menu


def _menu(sheet: Sheet) -> QMenu:
    menu = QMenu(sheet)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _say(text: str) -> str:
    return QCoreApplication.translate("Sheet", text)


def _with_key(role: Role) -> str:
    """Return the menu's words for a role, its key after a tab; the key itself works in the sheet."""
    key = keys.key_of(role)
    return f"{role_name(role)}\t{key}" if key else role_name(role)
