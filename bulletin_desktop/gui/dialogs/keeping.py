"""What stands in a dialog with real writing is a draft beside the library, until it is stored or left."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog

from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.banner import Banner
from bulletin_desktop.library.drafts import FORM

if TYPE_CHECKING:
    from bulletin_desktop.gui.draft_lane import DraftLane

TITLE = "title"  # the part with what the dialog was called
EVERY = 250  # ms
_VALUE, _FORMER, _NOTHING = "value", "former", "null"
_NO_PLACE = (UserError, KeyError, TypeError, ValueError, AttributeError)


class Writing(Protocol):
    """What a dialog has for this."""

    def unsaved(self) -> Any:
        """What a person has changed, as a JSON value; None if nothing."""

    def take_unsaved(self, value: Any) -> None:
        """Show what was changed once. Raises `ValueError` and its like if there is no place for it."""


class DialogKeeping(QObject):
    """Looks at *dialog* four times a second while it is open; offers in it what a breakdown left of *about*.

    *about* names what the dialog is opened upon, such as an issue's id. An offer stands until it is answered
    or something is stored; what is typed beside it is kept as well.
    """

    def __init__(self, dialog: QDialog, about: str, drafts: DraftLane) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._name = FORM + about
        self._drafts = drafts
        self._offered = ""  # the JSON of what is offered
        self._known = _NOTHING
        self._banner: Banner | None = None
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        dialog.finished.connect(self._finished)
        found = drafts.found.pop(self._name, {})
        kept = found.get(_VALUE, _NOTHING)
        if found:
            self._offer(kept if kept != _NOTHING else found.get(_FORMER, _NOTHING))
        self._timer.start()

    def look(self) -> None:
        """Keep what stands in the dialog, if that has changed."""
        if self._dialog.isVisible():  # else it was left, though it may be opened again
            value = json.dumps(self._dialog.unsaved())
            if value != self._known:
                self._known = value
                self._keep()

    def _keep(self) -> None:
        if self._known == _NOTHING and not self._offered:
            self._drafts.drop(self._name)
            return
        parts = {TITLE: self._dialog.windowTitle(), _VALUE: self._known, _FORMER: self._offered}
        self._drafts.keep(self._name, lambda: parts)

    def _offer(self, kept: str) -> None:
        self._offered = kept
        self._banner = Banner(self._dialog)
        self._banner.say(
            "info",
            self.tr("What you typed here last time was not stored, and is still there."),
            (self.tr("Put it back"), self._put_back),
            (self.tr("Discard"), self._answered),
            stays=True,
        )

    def _put_back(self) -> None:
        try:
            self._dialog.take_unsaved(json.loads(self._offered))
        except _NO_PLACE:
            words = self.tr("It does not fit any more: what it belongs to has changed since.")
            self._banner.say("warning", words, (self.tr("Discard"), self._answered), stays=True)
        else:
            self._answered()

    def _answered(self) -> None:
        self._banner.hide()
        self._offered = ""
        self._known = json.dumps(self._dialog.unsaved())
        self._keep()

    def _finished(self, result: int) -> None:
        """What is stored needs no draft, and neither does what the person has left; an offer can wait."""
        self._known = _NOTHING
        if result == QDialog.DialogCode.Accepted:
            self._offered = ""
        self._keep()
        if self._offered:
            parts = {_VALUE: self._offered}
            self._drafts.found[self._name] = parts
