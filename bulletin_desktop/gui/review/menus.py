"""The menus of the review page: labels, what can be done at a line, what can be done to an article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from bulletin_desktop.gui.review import words
from bulletin_desktop.gui.review.digest import Mark
from bulletin_desktop.gui.review.keys import LABEL_KEYS, Command, Deed
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.intake.recognition import Fate, Label, ReadLine
from bulletin_desktop.values import dataclass

Obey = Callable[[Command], object]

_SHOWN = 24  # characters of a change in a menu
_SET_ASIDE = QT_TRANSLATE_NOOP("Review", "Set aside")
_TAKE_BACK = QT_TRANSLATE_NOOP("Review", "Take back")
_LABEL = QT_TRANSLATE_NOOP("Review", "Label as")
_SPLIT = QT_TRANSLATE_NOOP("Review", "Begin an article here")
_JOIN = QT_TRANSLATE_NOOP("Review", "Join the article to the one above")
_MERGE = QT_TRANSLATE_NOOP("Review", "One paragraph with the line above")
_UP = QT_TRANSLATE_NOOP("Review", "Begin the article a line earlier")
_DOWN = QT_TRANSLATE_NOOP("Review", "Begin the article a line later")
_LEAVE_OUT = QT_TRANSLATE_NOOP("Review", "Leave the article out")
_REJECT = QT_TRANSLATE_NOOP("Review", "Reject the article")
_AFTER_ALL = QT_TRANSLATE_NOOP("Review", "Take the article after all")
_SENDER = QT_TRANSLATE_NOOP("Review", "Who sent it…")
_REVERT = QT_TRANSLATE_NOOP("Review", "Take this change back: {change}")
_REVERT_ALL = QT_TRANSLATE_NOOP("Review", "Take back all of its kind: {rule}")
_CHANGES = QT_TRANSLATE_NOOP("Review", "Take a change back")


@dataclass(frozen=True, slots=True)
class Reverting:
    """What takes changes back: one of the line, or all of a rule."""

    one: Callable[[Mark], object]
    all: Callable[[str], object]


def labels(parent: QWidget, current: ReadLine | None, obey: Obey) -> QMenu:
    """Return the menu of labels for the selected lines; each shows its key."""
    menu = _menu(parent)
    _add_labels(menu, current, obey)
    menu.addSeparator()
    aside = current is not None and current.label is Label.ASIDE
    _add(menu, _TAKE_BACK if aside else _SET_ASIDE, "X", Deed.ASIDE, obey)
    return menu


def line(
    parent: QWidget,
    current: ReadLine,
    fate: Fate | None,
    marks: Sequence[Mark],
    *,
    here: Mark | None,
    reverting: Reverting,
    obey: Obey,
) -> QMenu:
    """Return the menu at a line; *here* is the change the mouse is at, *marks* are all of the line."""
    menu = _menu(parent)
    if here is not None:
        menu.addAction(words.say(_REVERT).format(change=_short(here)), lambda: reverting.one(here))
        rule = words.rule_name(here.rule)
        menu.addAction(words.say(_REVERT_ALL).format(rule=rule), lambda: reverting.all(here.rule))
        menu.addSeparator()
    elif marks:
        inner = menu.addMenu(words.say(_CHANGES))
        for mark in marks[:40]:
            inner.addAction(_short(mark), lambda mark=mark: reverting.one(mark))
        menu.addSeparator()
    _add_labels(menu.addMenu(words.say(_LABEL)), current, obey)
    aside = current.label is Label.ASIDE
    _add(menu, _TAKE_BACK if aside else _SET_ASIDE, "X", Deed.ASIDE, obey)
    _add(menu, _MERGE, "J", Deed.MERGE, obey)
    menu.addSeparator()
    _add(menu, _SPLIT, "Enter", Deed.SPLIT, obey)
    _add_article(menu, fate, obey)
    return menu


def article(parent: QWidget, fate: Fate | None, obey: Obey) -> QMenu:
    """Return the menu of an article's card."""
    menu = _menu(parent)
    _add_article(menu, fate, obey)
    return menu


def switches(
    parent: QWidget, rules: Iterable[tuple[str, int, bool]], switch: Callable[[str, bool], object]
) -> QMenu:
    """Return the menu of a chip: its *rules* (rule, count, whether it is on), each to be switched."""
    menu = _menu(parent)
    for rule, count, on in rules:
        text = words.rule_name(rule)
        if count:
            text += f"\t{count:,}"
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda checked, rule=rule: switch(rule, checked))
    return menu


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _add_labels(menu: QMenu, current: ReadLine | None, obey: Obey) -> None:
    keys = {label: key for key, label in LABEL_KEYS.items()}
    for label in Label:
        if label in (Label.BLANK, Label.ASIDE, Label.TABLE, Label.PICTURE):
            continue
        text = words.label_name(label)
        if label in keys:
            text += "\t" + chr(keys[label].value)
        action = menu.addAction(text, lambda label=label: obey(Command(Deed.RELABEL, label)))
        action.setCheckable(True)
        action.setChecked(current is not None and current.label is label)


def _add_article(menu: QMenu, fate: Fate | None, obey: Obey) -> None:
    _add(menu, _JOIN, "Backspace", Deed.JOIN, obey)
    _add(menu, _UP, "Alt+↑", Deed.BOUNDARY_UP, obey)
    _add(menu, _DOWN, "Alt+↓", Deed.BOUNDARY_DOWN, obey)
    menu.addSeparator()
    _add(menu, _SENDER, "E", Deed.SENDER, obey)
    menu.addSeparator()
    _add(menu, _AFTER_ALL if fate is Fate.LEFT_OUT else _LEAVE_OUT, "Delete", Deed.LEAVE_OUT, obey)
    _add(menu, _AFTER_ALL if fate is Fate.REJECTED else _REJECT, "R", Deed.REJECT, obey)


def _add(menu: QMenu, source: str, key: str, deed: Deed, obey: Obey) -> None:
    menu.addAction(f"{words.say(source)}\t{key}", lambda: obey(Command(deed)))


def _short(mark: Mark) -> str:
    before, after = words.visible(mark.before), words.visible(mark.after)
    text = f"{before} → {after}" if mark.after else before
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def show(menu: QMenu, at: QPoint) -> None:
    """Open it there."""
    menu.popup(at)
