"""The first page of an empty library: what this is, and the next step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bulletin_desktop.gui.cards import ActCard

_WIDTH = 440


class WelcomePage(QWidget):
    """Offers the ways in."""

    new_issue = Signal()
    paste = Signal()
    open_text = Signal()
    sample = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QWidget(self)
        column.setFixedWidth(_WIDTH)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        title = QLabel(self.tr("Bulletin Desktop"), column)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.9)
        font.setWeight(font.Weight.DemiBold)
        title.setFont(font)
        about = QLabel(
            self.tr(
                "From a pile of manuscripts to a finished issue, and to a Word file that needs no repair."
            ),
            column,
        )
        about.setWordWrap(True)
        about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._column.addWidget(title)
        self._column.addWidget(about)
        self._column.addSpacing(16)
        pasting = self.tr("Copy the text first; it comes apart into articles")
        self._add("paste", self.tr("Paste manuscripts"), pasting, self.paste)
        self._add(
            "open-text",
            self.tr("Open text files"),
            self.tr("Or drop the files on this window"),
            self.open_text,
        )
        self._add(
            "new-issue", self.tr("New issue"), self.tr("Number, date, masthead and imprint"), self.new_issue
        )
        self._add(
            "book",
            self.tr("Open the sample"),
            self.tr("A made-up pile of manuscripts, to try it out"),
            self.sample,
        )
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(column, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)

        self.setFocusProxy(self.findChild(ActCard))

    def _add(self, glyph: str, title: str, detail: str, signal: object) -> None:
        card = ActCard(glyph, title, detail, self)
        card.setObjectName(f"card_{glyph.replace('-', '_')}")
        card.clicked.connect(signal)
        self._column.addWidget(card)
