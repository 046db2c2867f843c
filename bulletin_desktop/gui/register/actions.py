"""The actions upon chosen manuscripts: a menu of the bar's, which is the table's context menu too."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from bulletin_desktop.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow

_TEXTS: dict[str, tuple[str, str]] = {  # words and keys; keys behind a tab are the table's own
    "open": (QT_TRANSLATE_NOOP("RegisterActions", "&Open in the editor\tEnter"), ""),
    "adopt": (QT_TRANSLATE_NOOP("RegisterActions", "Put into the open &issue\tCtrl+Enter"), ""),
    "adopt_to": (QT_TRANSLATE_NOOP("RegisterActions", "Put into a &section or issue…"), "Ctrl+Shift+M"),
    "waiting": (QT_TRANSLATE_NOOP("RegisterActions", "&Waiting"), "Alt+1"),
    "reserve": (QT_TRANSLATE_NOOP("RegisterActions", "In &reserve"), "Alt+2"),
    "rejected": (QT_TRANSLATE_NOOP("RegisterActions", "Re&jected"), "Alt+3"),
    "contributor": (QT_TRANSLATE_NOOP("RegisterActions", "Change the &contributor\tF2"), ""),
    "author": (QT_TRANSLATE_NOOP("RegisterActions", "Change the &author"), ""),
    "phone": (QT_TRANSLATE_NOOP("RegisterActions", "Change the &phone"), ""),
    "open_original": (QT_TRANSLATE_NOOP("RegisterActions", "Open the ori&ginal"), "Alt+Return"),
    "save_original": (QT_TRANSLATE_NOOP("RegisterActions", "Sa&ve the original…"), ""),
    "show_use": (QT_TRANSLATE_NOOP("RegisterActions", "Show where it was &used"), ""),
    "export_shown": (QT_TRANSLATE_NOOP("RegisterActions", "&Export what is listed…"), ""),
    "export_all": (QT_TRANSLATE_NOOP("RegisterActions", "Export the w&hole register…"), ""),
    "delete": (QT_TRANSLATE_NOOP("RegisterActions", "&Delete"), "Del"),
}
STATES = ("waiting", "reserve", "rejected")
_MENU = (
    *("open", "adopt", "adopt_to", ""),
    *(*STATES, ""),
    *("contributor", "author", "phone", ""),
    *("open_original", "save_original", "show_use", ""),
    *("export_shown", "export_all", "", "delete"),
)
_ONE = ("contributor", "author", "phone")  # for one row alone
EXPORTS = ("export_shown", "export_all")


class RegisterActions(QObject):
    """Makes the actions; *does* carries them out by their names. Their keys count in the panel alone."""

    def __init__(self, window: MainWindow, does: dict[str, Callable[[], object]]) -> None:
        super().__init__(window)
        self.menu = QMenu(self.tr("Manus&cripts"), window.menu_issue)
        self._actions: dict[str, QAction] = {}
        for name in _MENU:
            if name:
                self.menu.addAction(self._make(name, does[name]))
            else:
                self.menu.addSeparator()
        window.menu_issue.addSeparator()
        window.menu_issue.addMenu(self.menu)
        self.enable(0, exports=False)

    def _make(self, name: str, act: Callable[[], object]) -> QAction:
        words, keys = _TEXTS[name]
        action = QAction(QCoreApplication.translate("RegisterActions", words), self)
        action.setObjectName(f"action_register_{name}")
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setCheckable(name in STATES)
        action.triggered.connect(lambda _checked=False: act())
        self._actions[name] = action
        return action

    def named(self, name: str) -> QAction:
        """Return an action by its name."""
        return self._actions[name]

    def give_keys(self, panel: QWidget) -> None:
        """Let the keys count in *panel*."""
        panel.addActions([*self._actions.values()])

    def enable(
        self,
        count: int,
        *,
        free: bool = False,
        used: bool = False,
        original: bool = False,
        exports: bool = True,
        states: frozenset[str] = frozenset(),
    ) -> None:
        """Enable what can be done with *count* chosen rows, of which some are *free* or *used*."""
        for name, action in self._actions.items():
            action.setEnabled(count > 0)
            if name in STATES:
                action.setChecked(states == {name})
        for name in _ONE:
            self._actions[name].setEnabled(count == 1)
        for name in ("adopt", *STATES):
            self._actions[name].setEnabled(free)
        self._actions["show_use"].setEnabled(used)
        for name in ("open_original", "save_original"):
            self._actions[name].setEnabled(original)
        for name in EXPORTS:
            self._actions[name].setEnabled(exports)
