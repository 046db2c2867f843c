"""The panel below the text: every hit of an issue, a publication or the library, before any is replaced."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from bulletin_desktop.gui.find.model import HitsModel
from bulletin_desktop.gui.find.view import HitsView

OPENED = 300  # hits up to which articles stand unfolded as they arrive


class FindPanel(QWidget):
    """Shows what a search finds while it runs. `opened` carries a hit to be shown in the text."""

    opened = Signal(object)
    stopped = Signal()
    replace_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = HitsModel(self)
        self.view = HitsView(self.model, self)
        self.view.opened.connect(self.opened)
        self.summary = QLabel(self)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setForegroundRole(QPalette.ColorRole.WindowText)
        self._stop = self._button(self.tr("Stop"), self.stopped)
        self._all = self._button(self.tr("All"), None)
        self._none = self._button(self.tr("None"), None)
        self._all.clicked.connect(lambda: self.model.choose_all(True))
        self._none.clicked.connect(lambda: self.model.choose_all(False))
        self.replace = QPushButton(self)
        self.replace.setProperty("primary", True)
        self.replace.clicked.connect(self.replace_wanted)
        self._hint = QLabel(self)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._running = False
        self._arrange()
        self.model.chosen_changed.connect(self._show_chosen)
        self.model.rowsInserted.connect(self._unfold)
        self._stack.currentChanged.connect(self._take_focus)
        self._show_chosen()
        self.rest()

    def _take_focus(self) -> None:
        """The list has the panel's focus while it is shown: a hidden one would hold Tab."""
        self.setFocusProxy(self.view if self._stack.currentWidget() is self.view else None)

    def begin(self, replaces: bool) -> None:
        """A search begins: what was listed goes."""
        self._running = True
        self.model.clear()
        self._stop.show()
        self.offer_replacing(replaces)
        self._stack.setCurrentWidget(self.view)

    def end(self) -> None:
        """The search is over."""
        self._running = False
        self._stop.hide()
        self._show_chosen()

    def say(self, words: str) -> None:
        """Say how far the search is, or what was done."""
        self.summary.setText(words)
        self.summary.setToolTip(words)

    def rest(self) -> None:
        """List nothing, as before the first search."""
        self.empty(self.tr("Type what to look for above the text, choose where, and press Enter."))
        self.say("")

    def empty(self, words: str) -> None:
        """List nothing any more, and say why."""
        self.end()
        self.model.clear()
        self._hint.setText(words)
        self._stack.setCurrentWidget(self._hint)

    def offer_replacing(self, offered: bool) -> None:
        """Show boxes and the button that replaces, or not."""
        for widget in (self._all, self._none, self.replace):
            widget.setVisible(offered)
        self.view.viewport().update()

    def _show_chosen(self) -> None:
        count = self.model.chosen_hits
        self.replace.setText(self.tr("Replace {count}").format(count=f"{count:,}"))
        self.replace.setEnabled(count > 0 and not self._running)
        for button in (self._all, self._none):
            button.setEnabled(self.model.hits > 0)

    def _unfold(self, parent: object, first: int, last: int) -> None:
        for row in range(first, last + 1):
            index = self.model.index(row, 0, parent)
            if not parent.isValid() or self.model.hits < OPENED:
                self.view.expand(index)
        if parent.isValid():
            self.view.expand(parent)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.view.viewport().update()

    def _button(self, words: str, signal: Signal | None) -> QPushButton:
        button = QPushButton(words, self, flat=True)
        if signal is not None:
            button.clicked.connect(signal)
        return button

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self.summary, 1)
        for widget in (self._stop, self._all, self._none, self.replace):
            row.addWidget(widget)
        self.summary.setMinimumWidth(40)
        self._stop.hide()
        self._stack = QStackedLayout()
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addLayout(self._stack, 1)
