"""What came of a batch, to be read and copied."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QGuiApplication, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QTextEdit, QWidget

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.intake.summary import Summary

_SIZE = (560, 260)


class SummaryDialog(MessageDialog):
    """The counts as the sentence, every file below; all of it goes to the clipboard with one button."""

    def __init__(self, summary: Summary, failed: bool, parent: QWidget | None = None) -> None:
        super().__init__(summary.headline, error=failed, parent=parent)
        self._summary = summary
        self.report = QTextEdit(self, readOnly=True)
        self.report.setAccessibleName(summary.headline)
        self.report.setMinimumSize(*_SIZE)
        self.report.setTabChangesFocus(True)
        self.layout().insertWidget(1, self.report, 1)
        self.copy = QPushButton(self.tr("Copy all"), self, autoDefault=False)
        self.copy.clicked.connect(self._copy)
        self.findChild(QDialogButtonBox).addButton(self.copy, QDialogButtonBox.ButtonRole.ResetRole)
        self._write()
        next(each for each in self.findChildren(QPushButton) if each.isDefault()).setFocus()
        self.setSizeGripEnabled(True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._summary.text())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and "report" in vars(self):
            self.report.clear()
            self._write()

    def _write(self) -> None:
        t = theme.tokens(self.palette())
        cursor = QTextCursor(self.report.document())
        title, name, said = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        title.setFontWeight(QFont.Weight.DemiBold)
        title.setForeground(t.muted)
        said.setForeground(t.muted)
        first = True
        for part in self._summary.parts:
            above = QTextBlockFormat()
            above.setTopMargin(0 if first else 12)
            above.setBottomMargin(2)
            if not first:
                cursor.insertBlock()
            cursor.setBlockFormat(above)
            cursor.insertText(part.title, title)
            first = False
            for entry, words in part.entries:
                cursor.insertBlock(QTextBlockFormat(), name)
                cursor.insertText(entry, name)
                if words:
                    below = QTextBlockFormat()
                    below.setLeftMargin(16)
                    below.setBottomMargin(4)
                    cursor.insertBlock(below, said)
                    cursor.insertText(words, said)
        self.report.moveCursor(QTextCursor.MoveOperation.Start)
