"""A calm dialog: one sentence, what can be done about it, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bulletin_desktop.gui import icons, theme
from bulletin_desktop.gui.dialogs.fitting import FittingDialog

_ICON = 24
_WIDTH = 380


class MessageDialog(FittingDialog):
    """Says *text*, with an optional quieter *detail*. The first of *answers* is the primary one.

    `exec()` returns the position of the answer that was chosen, -1 for Esc.
    """

    def __init__(
        self, text: str, *answers: str, detail: str = "", error: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Bulletin Desktop"))
        self._error = error
        self._picture = QLabel(self)
        self.words = self._label(text, QPalette.ColorRole.WindowText)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.words)
        if detail:
            column.addWidget(self._label(detail, QPalette.ColorRole.PlaceholderText))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(24)
        layout.addLayout(row)
        layout.addWidget(self._buttons(answers or (self.tr("OK"),)))
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange and "_picture" in vars(self):
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        """Pictures carry a palette's colours; words follow it by themselves."""
        t = theme.tokens(self.palette())
        name, color = ("warning", t.warn) if self._error else ("info", t.accent)
        self._picture.setPixmap(icons.pixmap(name, _ICON, color, self.devicePixelRatioF()))

    def _label(self, text: str, color: QPalette.ColorRole) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setWordWrap(True)
        label.setMinimumWidth(_WIDTH)
        label.setForegroundRole(color)
        return label

    def _buttons(self, answers: tuple[str, ...]) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        for nth, answer in enumerate(answers):
            button = QPushButton(answer, box)
            button.setProperty("primary", nth == 0)
            button.setDefault(nth == 0)
            button.setAutoDefault(nth == 0)
            button.clicked.connect(lambda _checked=False, chosen=nth: self.done(chosen))
            box.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        return box

    def reject(self) -> None:
        self.done(-1)
