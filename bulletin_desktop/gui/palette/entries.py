"""What the palette offers: the menus' commands, the library's issues, and articles that were found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from bulletin_desktop.gui.palette.initials import initials
from bulletin_desktop.gui.tips import explanation, keys_of, plain
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow

_NEEDS = {
    "issue": QT_TRANSLATE_NOOP("Palette", "Open an issue first"),
    "article": QT_TRANSLATE_NOOP("Palette", "Open an article first"),
    "tree": QT_TRANSLATE_NOOP("Palette", "Choose something in the tree first"),
    "": QT_TRANSLATE_NOOP("Palette", "Not possible just now"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. *name* is what memory knows a command by; *run* is done once the palette is closed."""

    title: str
    path: str  # where it stands: menus, or the issue of an article
    run: Callable[[], object]
    keys: str = ""
    name: str = ""
    english: str = ""
    about: str = ""
    enabled: bool = True
    fuzzy: bool = False
    plain: str = ""  # the title in lower case
    initials: tuple[str, ...] = ()


def entry(title: str, path: str, run: Callable[[], object], **more: object) -> Entry:
    """Return an entry that can be found."""
    return Entry(title, path, run, plain=title.lower(), initials=initials(title), **more)


def commands(window: MainWindow, english: Mapping[str, str]) -> list[Entry]:
    """Return every command of the menus in their order, each once; *english* has sources by words."""
    seen: set[int] = set()
    found = []
    for action, path in _walk(window.menu_bar.actions(), "", {id(window.menu_recent)}):
        if id(action) not in seen and plain(action.text()):
            seen.add(id(action))
            found.append(_command(action, path, english))
    return found


def _walk(actions: list[QAction], path: str, closed: set[int]) -> Iterator[tuple[QAction, str]]:
    for action in actions:
        menu = QMenu.menuInAction(action)  # action.menu() would take the menu's wrapper with the action's
        if menu is None:
            if not action.isSeparator():
                yield action, path
        elif id(menu) not in closed:
            here = plain(action.text())
            yield from _walk(menu.actions(), f"{path} › {here}" if path else here, closed)


def _command(action: QAction, path: str, english: Mapping[str, str]) -> Entry:
    title = plain(action.text())
    enabled = action.isEnabled()
    needs = action.property("needs") or action.property("keys_in") or ""
    why = QCoreApplication.translate("Palette", _NEEDS.get(needs, _NEEDS[""]))
    return entry(
        title,
        path,
        action.trigger,
        keys=keys_of(action),
        name=action.objectName() or title.replace(" ", "_"),
        english=plain(english.get(action.text(), "")).lower(),
        about=explanation(action) if enabled else why,
        enabled=enabled,
        fuzzy=True,
    )
