"""Tooltips in one form: what it is, its keys, and below that what it does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow

ON_KEYBOARDS = {  # what is printed on the keys, in every language
    "Return": "Enter",
    "Del": "Delete",
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
}
_EXPLAINS = "explains"  # the property that keeps an action's own words


def plain(text: str) -> str:
    """Return a menu's words without the mnemonic, the dots, and keys that are only named."""
    text = text.partition("\t")[0]
    return re.sub(r"\(&.\)|&(?=.)|…$|\.\.\.$", "", text).replace("…", "").strip()


def keys_of(action: QAction) -> str:
    """Return the keys of an action as keyboards have them, or as it names them itself; empty if none."""
    parts = action.shortcut().toString(QKeySequence.SequenceFormat.PortableText).split("+")
    return "+".join(ON_KEYBOARDS.get(part, part) for part in parts) or action.text().partition("\t")[2]


class Tips(QObject):
    """Completes the tooltips of the window's actions, once all of them are there."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        for action in window.findChildren(QAction):
            if action.text() and not action.isSeparator():
                self._complete(action)

    def _complete(self, action: QAction) -> None:
        title, keys = plain(action.text()), keys_of(action)
        about = action.toolTip().removesuffix(f" ({keys})")
        head = self.tr("{title} ({keys})").format(title=title, keys=keys) if keys else title
        action.setProperty(_EXPLAINS, "" if plain(about) == title else about)
        action.setToolTip(head if plain(about) == title else f"{head}\n{about}")

    def shut_down(self) -> None:
        """Nothing runs beside the window."""


def explanation(action: QAction) -> str:
    """Return what an action says about itself beside its name; empty if nothing."""
    return str(action.property(_EXPLAINS) or "")
