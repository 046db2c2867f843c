"""The encoding of damaged text, chosen by looking at what comes out."""

from __future__ import annotations

import codecs
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from bulletin_desktop.gui import forms
from bulletin_desktop.gui.dialogs.fitting import FittingDialog
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP

_LINES = 40
_NAMES = {
    "utf-8": QT_TRANSLATE_NOOP("EncodingDialog", "UTF-8"),
    "gb18030": QT_TRANSLATE_NOOP("EncodingDialog", "GB18030 (simplified Chinese)"),
    "big5": QT_TRANSLATE_NOOP("EncodingDialog", "Big5 (traditional Chinese)"),
    "utf-16-le": QT_TRANSLATE_NOOP("EncodingDialog", "UTF-16"),
    "utf-16-be": QT_TRANSLATE_NOOP("EncodingDialog", "UTF-16, high byte first"),
}


class EncodingDialog(FittingDialog):
    """Shows the first lines of a file as each of *choices* reads them; *chosen* carries the one taken.

    Rejected is the file that is skipped.
    """

    chosen = Signal(str)

    words: QLabel
    choices: QListWidget
    preview: QPlainTextEdit
    unreadable: QLabel
    skip: QPushButton
    accept_button: QPushButton

    def __init__(
        self, sentence: str, start: bytes, choices: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """*sentence* says which file; *start* is its beginning."""
        super().__init__(parent)
        forms.fill(self, "encoding")
        self._start = start
        self.words.setText(sentence)
        for name in choices:
            words = QCoreApplication.translate("EncodingDialog", _NAMES.get(name, name))
            item = QListWidgetItem(words, self.choices)
            item.setData(Qt.ItemDataRole.UserRole, name)
        self.choices.setFixedWidth(self.choices.sizeHintForColumn(0) + 32)
        self.choices.currentItemChanged.connect(self._show)
        self.choices.itemActivated.connect(self._accept)
        self.skip.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self._accept)
        self.choices.setCurrentRow(0)
        self.choices.setFocus()

    def encoding(self) -> str:
        """Return the choice as it stands, by Python's name."""
        return str(self.choices.currentItem().data(Qt.ItemDataRole.UserRole))

    def _show(self) -> None:
        decoder = codecs.getincrementaldecoder(self.encoding())(errors="replace")
        text = decoder.decode(self._start, final=False).removeprefix("\ufeff")
        self.preview.setPlainText("\n".join(text.splitlines()[:_LINES]).replace("\0", "\ufffd"))
        count = text.count("\ufffd")
        words = self.tr("Every character of these lines can be read.")
        if count:
            words = self.tr("{count} characters cannot be read, shown as {sign}").format(
                count=count, sign="\ufffd"
            )
        self.unreadable.setText(words)

    def _accept(self) -> None:
        encoding = self.encoding()
        self.accept()
        self.chosen.emit(encoding)
