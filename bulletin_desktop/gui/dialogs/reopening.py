"""Forms that may be left without fear: what was typed into one is kept until the next one opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from bulletin_desktop.gui.issue_form.form_dialog import FormDialog


class Reopening(QObject):
    """Opens forms upon *window*. One left with changes in it is offered again, as it was, in its notices."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._left: FormDialog | None = None

    def open(self, form: FormDialog, keeps: bool = True) -> None:
        """Open a form; with *keeps* false it goes for good when it is left."""
        if self._left is not None and isValid(self._left):
            self._left.deleteLater()
        self._left = None
        form.finished.connect(lambda result: self._finished(form, result, keeps))
        form.open()

    def _finished(self, form: FormDialog, result: int, keeps: bool) -> None:
        if not keeps or result == QDialog.DialogCode.Accepted or not form.changed:
            form.deleteLater()
            return
        self._left = form
        self._window.notices.say(
            self.tr("What you typed was not stored"),
            (self.tr("Open it again"), lambda: self._again(form)),
        )

    def _again(self, form: FormDialog) -> None:
        if form is self._left and isValid(form):
            self._left = None
            form.open()
