"""The password of one encrypted manuscript."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from bulletin_desktop.gui import forms
from bulletin_desktop.gui.check_box import CheckBox
from bulletin_desktop.gui.dialogs.fitting import FittingDialog
from bulletin_desktop.gui.issue_form.note import Note


class PasswordDialog(FittingDialog):
    """Asks until a password opens the file or it is skipped, which is how the dialog is rejected.

    *tried* carries a password; who tries it answers with `refuse` or `accept`. *rest_skipped* comes before
    the end if no other file is to be asked about either.
    """

    tried = Signal(str)
    rest_skipped = Signal()

    words: QLabel
    password: QLineEdit
    show_password: CheckBox
    note: Note
    skip: QPushButton
    skip_rest: QPushButton
    open_button: QPushButton

    def __init__(self, sentence: str, others: int, parent: QWidget | None = None) -> None:
        """*sentence* says which file; *others* are encrypted too."""
        super().__init__(parent)
        forms.fill(self, "password", {"CheckBox": CheckBox, "Note": Note})
        self.words.setText(sentence)
        self.skip_rest.setVisible(others > 0)
        self.skip_rest.setText(self.tr("Skip all {count}").format(count=others + 1))
        self.show_password.toggled.connect(self._show)
        self.password.textChanged.connect(self._follow)
        self.open_button.clicked.connect(self._try)
        self.skip.clicked.connect(self.reject)
        self.skip_rest.clicked.connect(self._skip_rest)
        self._show(False)
        self._follow()
        self.password.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say that the password does not open the file, and let another be typed."""
        self._wait(False)
        self.note.say(sentence, self.password, wrong=True)
        self.adjustSize()
        self.password.selectAll()
        self.password.setFocus()

    def _show(self, shown: bool) -> None:
        self.password.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _follow(self) -> None:
        self.note.say("", self.password)
        self.open_button.setEnabled(bool(self.password.text()))

    def _try(self) -> None:
        self._wait(True)
        self.tried.emit(self.password.text())

    def _wait(self, waiting: bool) -> None:
        self.password.setReadOnly(waiting)
        self.open_button.setEnabled(not waiting)

    def _skip_rest(self) -> None:
        self.rest_skipped.emit()
        self.reject()
