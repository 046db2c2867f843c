"""One dialog for long work upon the library's file: how far it is, and then what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from bulletin_desktop.gui import icons, theme
from bulletin_desktop.gui.dialogs.fitting import FittingDialog
from bulletin_desktop.gui.doctor.words import Report, Tone
from bulletin_desktop.gui.progress import Bar

_ICON = 24
_WIDTH = 520
_LIST = 220  # height of the list
_MARGINS = (24, 24, 24, 16)
_SHOWN = 2000  # findings in the list; all of them are copied


class WorkDialog(FittingDialog):
    """Shows work under way, then a report with answers; closing it while work is under way stops that.

    *answered* tells the position of an answer; Esc and the last button close.
    """

    stopped = Signal()
    answered = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Bulletin Desktop"))
        self._tone: Tone | None = None
        self._working = False
        self._report: Report | None = None
        self._picture = QLabel(self)
        self.words = self._label(QPalette.ColorRole.WindowText)
        self.detail = self._label(QPalette.ColorRole.PlaceholderText)
        self.bar = Bar(self, textVisible=False)
        self.bar.setFixedHeight(4)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.list = QTextEdit(self, readOnly=True)
        self.list.setTabChangesFocus(True)
        self.list.setMinimumHeight(_LIST)
        self._answers: list[QPushButton] = []
        self._lay_out()

    def begin(self, words: str, detail: str = "") -> None:
        """Show work that begins: what is being done, and what a person may want to know meanwhile."""
        self._working = True
        self._report = None
        self._show(words, detail, None)
        self.bar.reset()
        self.bar.show()
        self.list.hide()
        self._offer([self.tr("Cancel")], primary=False)
        self._fit()

    def move_bar(self, done: int, of: int) -> None:
        """Show how far the work is."""
        self.bar.setRange(0, of)
        self.bar.setValue(done)

    def show_report(self, report: Report, *answers: str) -> None:
        """Show what came of the work; the first of *answers* is the primary one, closing the last."""
        self._working = False
        self._report = report
        self._show(report.words, report.detail, report.tone)
        self.bar.hide()
        self.list.setVisible(bool(report.parts))
        self.list.setAccessibleName(report.words)
        self._write(report)
        self._offer([*answers, self.tr("Close")], primary=True)
        self.copy.setVisible(bool(report.parts))
        self._fit()

    def reject(self) -> None:
        if self._working:
            self._working = False
            self.stopped.emit()
        super().reject()

    def changeEvent(self, event: object) -> None:
        if event.type() is event.Type.PaletteChange and "list" in vars(self):
            self._tint()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.detail)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.copy = QPushButton(self.tr("Copy all"), self, autoDefault=False)
        self.copy.clicked.connect(self._copy)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self.copy)
        self._buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*_MARGINS)
        layout.setSpacing(16)
        layout.addLayout(row)
        layout.addWidget(self.bar)
        layout.addWidget(self.list, 1)
        layout.addLayout(self._buttons)
        self.setMinimumWidth(_WIDTH)

    def _label(self, color: QPalette.ColorRole) -> QLabel:
        label = QLabel(self, wordWrap=True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setForegroundRole(color)
        return label

    def _show(self, words: str, detail: str, tone: Tone | None) -> None:
        self._tone = tone
        self.words.setText(words)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self._tint()

    def _tint(self) -> None:
        """Pictures and the list carry a palette's colours; words follow it by themselves."""
        t = theme.tokens(self.palette())
        looks = {Tone.GOOD: ("check", t.ok), Tone.BAD: ("warning", t.warn), Tone.PLAIN: ("info", t.accent)}
        self._picture.setVisible(self._tone is not None)
        if self._tone is not None:
            name, color = looks[self._tone]
            self._picture.setPixmap(icons.pixmap(name, _ICON, color, self.devicePixelRatioF()))
        if self._report is not None:
            self._write(self._report)

    def _offer(self, answers: Sequence[str], *, primary: bool) -> None:
        for button in self._answers:
            self._buttons.removeWidget(button)
            button.deleteLater()
        self._answers = [QPushButton(answer, self) for answer in answers]
        for nth, button in enumerate(self._answers):
            first = primary and nth == 0
            button.setProperty("primary", first)
            button.setAutoDefault(first)
            button.setDefault(first)
            last = nth == len(answers) - 1
            button.clicked.connect(
                self.reject if last else lambda _checked=False, n=nth: self.answered.emit(n)
            )
            self._buttons.addWidget(button)
            button.show()  # what comes later is not shown with the dialog
        self.copy.hide()
        self._answers[0].setFocus()

    def _fit(self) -> None:
        """Take the height that is needed now; a width the person has chosen stays."""
        self.layout().activate()
        self.resize(self.width(), self.layout().totalHeightForWidth(self.width()))

    def _copy(self) -> None:
        if self._report is not None:
            QGuiApplication.clipboard().setText(self._report.text())

    def _write(self, report: Report) -> None:
        self.list.clear()
        cursor = QTextCursor(self.list.document())
        title, name, place = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        t = theme.tokens(self.palette())
        title.setFontWeight(QFont.Weight.DemiBold)
        title.setForeground(t.muted)
        place.setForeground(t.muted)
        for nth, part in enumerate(report.parts):
            above = QTextBlockFormat()
            above.setTopMargin(12 if nth else 0)
            above.setBottomMargin(4)
            cursor.insertBlock(above) if nth else cursor.setBlockFormat(above)
            cursor.insertText(part.title, title)
            for words, where in part.entries[:_SHOWN]:
                cursor.insertBlock(QTextBlockFormat(), name)
                cursor.insertText(words, name)
                if where:
                    cursor.insertText(f"    {where}", place)
            if len(part.entries) > _SHOWN:
                more = self.tr("… and {count} more").format(count=len(part.entries) - _SHOWN)
                cursor.insertBlock(QTextBlockFormat(), place)
                cursor.insertText(more, place)
        self.list.moveCursor(QTextCursor.MoveOperation.Start)
