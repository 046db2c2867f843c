"""What menus do to the open article beside roles and marks: characters, dates, numbers, the text's size."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bulletin_desktop.gui.dialogs.symbols import RECENT, SymbolDialog
from bulletin_desktop.gui.editor import dates

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow


class EditorActs(QObject):
    """Connects the window's actions with the editor, and keeps what shall be the same tomorrow."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._memory = window.memory
        self._editor = editor = window.editor
        acts = editor.acts
        does = {
            window.action_symbols: self._ask_symbol,
            window.action_date: lambda: acts.insert_text(dates.in_digits(_today())),
            window.action_date_chinese: lambda: acts.insert_text(dates.in_chinese(_today())),
            window.action_date_line: lambda: acts.insert_date_line(dates.in_digits(_today())),
            window.action_clear_marks: acts.clear_marks,
            window.action_renumber: self._renumber,
            window.action_text_larger: lambda: editor.magnify(1),
            window.action_text_smaller: lambda: editor.magnify(-1),
            window.action_text_normal: lambda: editor.set_zoom(100),
        }
        for action, slot in does.items():
            action.triggered.connect(lambda _checked=False, slot=slot: slot())
        acts.auto_headings = self._memory.auto_headings
        window.action_auto_headings.setChecked(acts.auto_headings)
        window.action_auto_headings.toggled.connect(self._set_auto_headings)
        menus = (window.menu_role, window.menu_format, window.menu_insert)
        editor.extend_menu([menu.menuAction() for menu in menus])
        editor.set_zoom(self._memory.text_size)
        editor.zoomed.connect(self._keep_size)

    def _ask_symbol(self) -> None:
        dialog = SymbolDialog(self._memory.symbols, self._window)
        dialog.chosen.connect(self._insert_symbol)
        dialog.finished.connect(lambda _result: self._editor.setFocus())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _insert_symbol(self, character: str) -> None:
        self._editor.acts.insert_text(character)
        others = self._memory.symbols.replace(character, "")
        self._memory.symbols = (character + others)[:RECENT]

    def _renumber(self) -> None:
        changed = self._editor.acts.renumber()
        self._window.notices.say(
            self.tr("{count} numbers of headings changed").format(count=changed)
            if changed
            else self.tr("The headings are numbered in order already")
        )

    def _set_auto_headings(self, wanted: bool) -> None:
        self._editor.acts.auto_headings = wanted
        self._memory.auto_headings = wanted

    def _keep_size(self, percent: int) -> None:
        self._memory.text_size = percent

    def shut_down(self) -> None:
        """Nothing runs beside the window."""


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
