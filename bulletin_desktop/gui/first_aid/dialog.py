"""A library cannot be opened: what happened, and every way on as a card."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bulletin_desktop.errors import Fault, LibraryError, UserError
from bulletin_desktop.gui.cards import ActCard
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP


class Way(StrEnum):
    """A way on."""

    AGAIN = "again"
    WITHOUT_JOURNAL = "without journal"
    RESTORE = "restore"
    SALVAGE = "salvage"
    OTHER = "other"
    NEW = "new"


_CARDS = {
    Way.AGAIN: (
        "redo",
        QT_TRANSLATE_NOOP("FirstAid", "Try again"),
        QT_TRANSLATE_NOOP("FirstAid", "Once the cause is gone"),
    ),
    Way.WITHOUT_JOURNAL: (
        "check",
        QT_TRANSLATE_NOOP("FirstAid", "Open it without this journal"),
        QT_TRANSLATE_NOOP("FirstAid", "The journal is kept beside the library under another name"),
    ),
    Way.RESTORE: (
        "restore",
        QT_TRANSLATE_NOOP("FirstAid", "Restore a backup…"),
        QT_TRANSLATE_NOOP("FirstAid", "Look into the backups and choose one; the file that is there is kept"),
    ),
    Way.SALVAGE: (
        "flag",
        QT_TRANSLATE_NOOP("FirstAid", "Save what is whole…"),
        QT_TRANSLATE_NOOP("FirstAid", "Everything undamaged goes into a new file; this one is left as it is"),
    ),
    Way.OTHER: (
        "folder",
        QT_TRANSLATE_NOOP("FirstAid", "Open another library…"),
        QT_TRANSLATE_NOOP("FirstAid", "It opens from now on"),
    ),
    Way.NEW: (
        "plus",
        QT_TRANSLATE_NOOP("FirstAid", "Make a new library…"),
        QT_TRANSLATE_NOOP("FirstAid", "An empty one, in a place of your choice"),
    ),
}
_WAYS = {
    Fault.DAMAGED: (Way.RESTORE, Way.SALVAGE, Way.OTHER),
    Fault.CUT_OFF: (Way.RESTORE, Way.SALVAGE, Way.OTHER),
    Fault.EMPTY: (Way.RESTORE, Way.OTHER, Way.NEW),
    Fault.NOT_OURS: (Way.OTHER, Way.RESTORE, Way.NEW),
    Fault.FOREIGN_JOURNAL: (Way.WITHOUT_JOURNAL, Way.RESTORE, Way.SALVAGE, Way.OTHER),
    Fault.MISSING: (Way.AGAIN, Way.RESTORE, Way.OTHER, Way.NEW),
    Fault.NEWER: (Way.OTHER, Way.NEW),
    Fault.LONG_PATH: (Way.OTHER, Way.NEW),
    Fault.REFUSED: (Way.AGAIN, Way.OTHER, Way.NEW),
}
_USUAL = (Way.AGAIN, Way.OTHER)


def ways(error: UserError) -> tuple[Way, ...]:
    """Return what can be done about *error*, the most likely first."""
    return _WAYS.get(error.fault, _USUAL) if isinstance(error, LibraryError) else _USUAL


class FirstAidDialog(MessageDialog):
    """Says *text* and offers *ways*; `exec()` returns the position of the chosen one, -1 for none.

    One more than there are *ways* asks for diagnostic information.
    """

    def __init__(self, text: str, ways: Sequence[Way], parent: QWidget | None = None) -> None:
        super().__init__(text, *ways, parent=parent)
        self.cards[0].setFocus()

    def _buttons(self, answers: tuple[str, ...]) -> QWidget:
        translate = QCoreApplication.translate
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.cards = []
        for nth, way in enumerate(answers):
            glyph, title, detail = _CARDS[Way(way)]
            card = ActCard(glyph, translate("FirstAid", title), translate("FirstAid", detail), whole)
            card.clicked.connect(lambda _checked=False, chosen=nth: self.done(chosen))
            column.addWidget(card)
            self.cards.append(card)
        close = QPushButton(self.tr("Close the program"), whole)
        close.clicked.connect(self.reject)
        self.diagnose = QPushButton(self.tr("Diagnostic information…"), whole, flat=True)
        self.diagnose.clicked.connect(lambda: self.done(len(answers)))
        row = QHBoxLayout()
        for button in (self.diagnose, close):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.insertStretch(1)
        column.addSpacing(8)
        column.addLayout(row)
        return whole
