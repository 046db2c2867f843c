"""The keys of the review page and what each does."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.intake.recognition import Label
from bulletin_desktop.values import dataclass


class Deed(Enum):
    """What a key asks for."""

    SPLIT = auto()
    JOIN = auto()
    RELABEL = auto()
    ASIDE = auto()
    SETTLE = auto()
    BREAK = auto()
    MERGE = auto()
    BOUNDARY_UP = auto()
    BOUNDARY_DOWN = auto()
    LEAVE_OUT = auto()
    REJECT = auto()
    NEXT_CHANGE = auto()
    PREVIOUS_CHANGE = auto()
    REVERT = auto()
    SENDER = auto()
    NEXT_FILE = auto()
    PREVIOUS_FILE = auto()
    OPEN = auto()
    TOLD = auto()
    BAR = auto()
    KEYS = auto()
    UNDO = auto()
    REDO = auto()
    ACCEPT = auto()
    KEEP = auto()
    KEEP_LIKE = auto()
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
_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_DEED_KEYS = {
    Qt.Key.Key_Return: Deed.SPLIT,
    Qt.Key.Key_Enter: Deed.SPLIT,
    Qt.Key.Key_Backspace: Deed.JOIN,
    Qt.Key.Key_X: Deed.ASIDE,
    Qt.Key.Key_Space: Deed.SETTLE,
    Qt.Key.Key_Escape: Deed.CANCEL,
    Qt.Key.Key_J: Deed.MERGE,
    Qt.Key.Key_Delete: Deed.LEAVE_OUT,
    Qt.Key.Key_R: Deed.REJECT,
    Qt.Key.Key_F8: Deed.NEXT_CHANGE,
    Qt.Key.Key_Z: Deed.REVERT,
    Qt.Key.Key_E: Deed.SENDER,
    Qt.Key.Key_O: Deed.OPEN,
    Qt.Key.Key_I: Deed.TOLD,
    Qt.Key.Key_F6: Deed.BAR,
    Qt.Key.Key_Question: Deed.KEYS,
}
_WITH: dict[tuple[Qt.KeyboardModifier, Qt.Key], Deed] = {
    (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Return): Deed.ACCEPT,
    (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Enter): Deed.ACCEPT,
    (_CONTROL_SHIFT, Qt.Key.Key_Return): Deed.KEEP,
    (_CONTROL_SHIFT, Qt.Key.Key_Enter): Deed.KEEP,
    (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Y): Deed.REDO,
    (Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Up): Deed.BOUNDARY_UP,
    (Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Down): Deed.BOUNDARY_DOWN,
    (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_PageDown): Deed.NEXT_FILE,
    (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_PageUp): Deed.PREVIOUS_FILE,
    (Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_F8): Deed.PREVIOUS_CHANGE,
    (Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Question): Deed.KEYS,
}

# The most needed first: as many as fit stand at the foot of the page.
LEGEND = (
    ("Tab", QT_TRANSLATE_NOOP("Review", "next doubtful place")),
    ("Space", QT_TRANSLATE_NOOP("Review", "leave as it is")),
    ("Enter", QT_TRANSLATE_NOOP("Review", "split")),
    ("Backspace", QT_TRANSLATE_NOOP("Review", "join to the one above")),
    ("T", QT_TRANSLATE_NOOP("Review", "headline")),
    ("1–4", QT_TRANSLATE_NOOP("Review", "headings")),
    ("B", QT_TRANSLATE_NOOP("Review", "body")),
    ("X", QT_TRANSLATE_NOOP("Review", "set aside")),
    ("Delete", QT_TRANSLATE_NOOP("Review", "leave the article out")),
    ("Ctrl+Z", QT_TRANSLATE_NOOP("Review", "undo")),
    ("K", QT_TRANSLATE_NOOP("Review", "kicker")),
    ("U", QT_TRANSLATE_NOOP("Review", "subtitle")),
    ("S", QT_TRANSLATE_NOOP("Review", "salutation")),
    ("C", QT_TRANSLATE_NOOP("Review", "credit")),
    ("G", QT_TRANSLATE_NOOP("Review", "signature")),
    ("D", QT_TRANSLATE_NOOP("Review", "date")),
    ("N", QT_TRANSLATE_NOOP("Review", "note")),
    ("J", QT_TRANSLATE_NOOP("Review", "one paragraph with the one above")),
    ("Alt+↑↓", QT_TRANSLATE_NOOP("Review", "begin the article a line earlier or later")),
    ("R", QT_TRANSLATE_NOOP("Review", "reject the article")),
    ("F8", QT_TRANSLATE_NOOP("Review", "next cleaned place")),
    ("Z", QT_TRANSLATE_NOOP("Review", "take that cleaning back")),
    ("E", QT_TRANSLATE_NOOP("Review", "who sent it")),
    ("O", QT_TRANSLATE_NOOP("Review", "open the original")),
    ("I", QT_TRANSLATE_NOOP("Review", "what the file says beside its text")),
    ("Ctrl+PgDn", QT_TRANSLATE_NOOP("Review", "next file")),
    ("F6", QT_TRANSLATE_NOOP("Review", "to what was cleaned")),
    ("Ctrl+Enter", QT_TRANSLATE_NOOP("Review", "into the issue")),
    ("Ctrl+Shift+Enter", QT_TRANSLATE_NOOP("Review", "keep among the manuscripts")),
)


def command(event: QKeyEvent) -> Command | None:
    """Return what a key asks for, or None if it is not one of ours."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return Command(Deed.UNDO)
    if event.matches(QKeySequence.StandardKey.Redo):
        return Command(Deed.REDO)
    pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    if pressed:
        deed = _WITH.get((pressed, key))
        return Command(deed) if deed else None
    if key in LABEL_KEYS:
        return Command(Deed.RELABEL, LABEL_KEYS[key])
    return Command(_DEED_KEYS[key]) if key in _DEED_KEYS else None
