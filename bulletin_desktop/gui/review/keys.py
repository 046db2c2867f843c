"""The keys of the review page and what each does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.intake.recognition import Label


class Deed(Enum):
    """What a key asks for."""

    SPLIT = auto()
    JOIN = auto()
    RELABEL = auto()
    ASIDE = auto()
    SETTLE = auto()
    BREAK = auto()
    UNDO = auto()
    REDO = auto()
    ACCEPT = auto()
    CANCEL = auto()


@dataclass(frozen=True, slots=True)
class Command:
    """A deed, with its label if it is to relabel."""

    deed: Deed
    label: Label | None = None


LABEL_KEYS = {
    Qt.Key.Key_T: Label.HEADLINE,
    Qt.Key.Key_K: Label.KICKER,
    Qt.Key.Key_U: Label.SUBTITLE,
    Qt.Key.Key_S: Label.SALUTATION,
    Qt.Key.Key_1: Label.HEADING1,
    Qt.Key.Key_2: Label.HEADING2,
    Qt.Key.Key_3: Label.HEADING3,
    Qt.Key.Key_4: Label.HEADING4,
    Qt.Key.Key_B: Label.BODY,
    Qt.Key.Key_C: Label.CREDIT,
    Qt.Key.Key_G: Label.SIGNATURE,
    Qt.Key.Key_D: Label.DATE,
    Qt.Key.Key_N: Label.NOTE,
}
_DEED_KEYS = {
    Qt.Key.Key_Return: Deed.SPLIT,
    Qt.Key.Key_Enter: Deed.SPLIT,
    Qt.Key.Key_Backspace: Deed.JOIN,
    Qt.Key.Key_X: Deed.ASIDE,
    Qt.Key.Key_Space: Deed.SETTLE,
    Qt.Key.Key_Escape: Deed.CANCEL,
}

LEGEND = (
    ("Enter", QT_TRANSLATE_NOOP("Review", "split")),
    ("Backspace", QT_TRANSLATE_NOOP("Review", "join to the one above")),
    ("T", QT_TRANSLATE_NOOP("Review", "headline")),
    ("K", QT_TRANSLATE_NOOP("Review", "kicker")),
    ("U", QT_TRANSLATE_NOOP("Review", "subtitle")),
    ("S", QT_TRANSLATE_NOOP("Review", "salutation")),
    ("1–4", QT_TRANSLATE_NOOP("Review", "headings")),
    ("B", QT_TRANSLATE_NOOP("Review", "body")),
    ("C", QT_TRANSLATE_NOOP("Review", "credit")),
    ("G", QT_TRANSLATE_NOOP("Review", "signature")),
    ("D", QT_TRANSLATE_NOOP("Review", "date")),
    ("N", QT_TRANSLATE_NOOP("Review", "note")),
    ("X", QT_TRANSLATE_NOOP("Review", "set aside")),
    ("Space", QT_TRANSLATE_NOOP("Review", "leave as it is")),
    ("Tab", QT_TRANSLATE_NOOP("Review", "next doubtful place")),
    ("Ctrl+Z", QT_TRANSLATE_NOOP("Review", "undo")),
)


def command(event: QKeyEvent) -> Command | None:
    """Return what a key asks for, or None if it is not one of ours."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return Command(Deed.UNDO)
    if event.matches(QKeySequence.StandardKey.Redo) or _is_control(event, Qt.Key.Key_Y):
        return Command(Deed.REDO)
    if _is_control(event, Qt.Key.Key_Return) or _is_control(event, Qt.Key.Key_Enter):
        return Command(Deed.ACCEPT)
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    key = Qt.Key(event.key())
    if key in LABEL_KEYS:
        return Command(Deed.RELABEL, LABEL_KEYS[key])
    return Command(_DEED_KEYS[key]) if key in _DEED_KEYS else None


def _is_control(event: QKeyEvent, key: Qt.Key) -> bool:
    pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == key and pressed == Qt.KeyboardModifier.ControlModifier
