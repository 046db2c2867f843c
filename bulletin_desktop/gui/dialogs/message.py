"""A calm dialog: one sentence, what can be done about it, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bulletin_desktop.gui import icons, theme

_ICON = 24
_WIDTH = 380


class MessageDialog(QDialog):
    """Says *text*, with an optional quieter *detail*. The first of *answers* is the primary one.

    `exec()` returns the position of the answer that was chosen, -1 for Esc.
    """

    def __init__(
        self, text: str, *answers: str, detail: str = "", error: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Bulletin Desktop"))
        t = theme.tokens(self.palette())
        picture = QLabel(self)
        name, color = ("warning", t.warn) if error else ("info", t.accent)
        picture.setPixmap(icons.pixmap(name, _ICON, color, self.devicePixelRatioF()))
        self.words = self._label(text, t.text.name())
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.words)
        if detail:
            column.addWidget(self._label(detail, t.muted.name()))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(24)
        layout.addLayout(row)
        layout.addWidget(self._buttons(answers or (self.tr("OK"),)))

    def _label(self, text: str, color: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setWordWrap(True)
        label.setMinimumWidth(_WIDTH)
        label.setStyleSheet(f"color: {color}")
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
