"""The panel of the register: what narrows it down, the table, and what can be done with it."""

from __future__ import annotations

import datetime as dt
import json

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bulletin_desktop.gui.register.columns import STATES, Column, Words
from bulletin_desktop.gui.register.model import RegisterModel
from bulletin_desktop.gui.register.sieve import Period, Sieve, split
from bulletin_desktop.gui.register.view import RegisterView
from bulletin_desktop.gui.tree import mime
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.services.register import ManuscriptState

PAUSE = 120  # ms after the last key
_PERIODS = {
    Period.ALL: QT_TRANSLATE_NOOP("RegisterPanel", "Any time"),
    Period.WEEK: QT_TRANSLATE_NOOP("RegisterPanel", "This week"),
    Period.MONTH: QT_TRANSLATE_NOOP("RegisterPanel", "This month"),
    Period.YEAR: QT_TRANSLATE_NOOP("RegisterPanel", "This year"),
}


class RegisterPanel(QWidget):
    """Widgets alone. *brought* carries what was dropped, *shown* tells that the panel has come into sight.

    *sifting* tells that something else is let through, which `kept` then says; *menu_wanted* carries a place.
    """

    brought = Signal(object)
    shown = Signal()
    sifting = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RegisterModel(self)
        self.view = RegisterView(self.model, self)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Filter…"))
        self.field.setAccessibleName(self.tr("Filter the manuscripts"))
        self.field.setToolTip(self.tr("Words that stand anywhere in the row, with spaces between (Ctrl+F)"))
        self.field.setClearButtonEnabled(True)
        self.states = {
            state: self._chip(text) for state, text in zip(STATES, self._state_words(), strict=True)
        }
        self.period = QComboBox(self)
        self.period.setAccessibleName(self.tr("Received"))
        self.period.setToolTip(self.tr("When the manuscripts came in"))
        for period, words in _PERIODS.items():
            self.period.addItem(self.tr(words), period)
        self.summary = QLabel(self)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.adopt = QPushButton(self.tr("Put into the issue"), self)
        self.adopt.setToolTip(self.tr("Put the selected manuscripts into the open issue (Ctrl+Enter)"))
        self.more = QToolButton(self, text=self.tr("Export"), autoRaise=True)
        self.more.setToolTip(self.tr("Write the register as an Excel file"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setMenu(QMenu(self.more))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._now = dt.datetime.now().astimezone
        self._restoring = False
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.view)
        self.setAcceptDrops(True)
        self._show_counts()

    def _state_words(self) -> list[str]:
        return [*Words().states.values()]

    def _chip(self, text: str) -> QToolButton:
        chip = QToolButton(self, text=text, autoRaise=True, checkable=True)
        chip.setProperty("words", text)
        chip.setToolTip(self.tr("Show these; several can be chosen"))
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.toggled.connect(self._sift)
        return chip

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 4)
        row.setSpacing(4)
        self.field.setMinimumWidth(90)
        self.field.setMaximumWidth(260)
        self.summary.setMinimumWidth(1)
        row.addWidget(self.field, 2)
        row.addSpacing(4)
        for chip in self.states.values():
            row.addWidget(chip)
        row.addSpacing(4)
        row.addWidget(self.period)
        row.addSpacing(4)
        row.addWidget(self.summary, 1)
        row.addWidget(self.more)
        row.addWidget(self.adopt)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._sift)
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        self.period.currentIndexChanged.connect(self._sift)
        self.model.sifted.connect(self._show_counts)
        self.view.filter_wanted.connect(self.begin_filter)
        header = self.view.horizontalHeader()
        header.setSortIndicator(Column.RECEIVED, Qt.SortOrder.DescendingOrder)
        header.sortIndicatorChanged.connect(self._sort)

    # What is shown

    def offer_adopting(self, issue: str, possible: bool) -> None:
        """Offer to put what is chosen into *issue*, by its name."""
        words = self.tr("Put into {issue}").format(issue=issue) if issue else self.tr("Put into the issue")
        if self.adopt.text() != words:
            self.adopt.setText(words)
        self.adopt.setEnabled(possible)

    # Narrowing down

    def begin_filter(self) -> None:
        """Let words be typed that narrow the list down."""
        self.field.setFocus()
        self.field.selectAll()

    def clear_filter(self) -> None:
        """Let everything through."""
        self._restoring = True
        self.field.clear()
        for chip in self.states.values():
            chip.setChecked(False)
        self.period.setCurrentIndex(0)
        self._restoring = False
        self._sift()

    def refresh_period(self) -> None:
        """Sift anew: the week may be another by now."""
        self._sift()

    def _typed(self) -> None:
        if self.field.text():
            self._pause.start()
        else:
            self._sift()

    def _sift(self, *_: object) -> None:
        if self._restoring:
            return
        self._pause.stop()
        states = frozenset(state for state, chip in self.states.items() if chip.isChecked())
        since = Period(self.period.currentData()).since(self._now())
        self.model.sift(Sieve(split(self.field.text()), states, since))
        self.sifting.emit()

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self.model.sort(column, order)
        self.view.scrollTo(self.view.currentIndex())
        self.sifting.emit()

    def _show_counts(self) -> None:
        for state, chip in self.states.items():
            count = self.model.counts[state]
            words = chip.property("words")
            chip.setText(f"{words} {count:,}" if count else words)
        shown, all_of_them = self.model.shown, len(self.model.rows)
        characters = sum(row.characters for row in shown)
        words = self.tr("{count} manuscripts · {characters} characters")
        if len(shown) != all_of_them:
            words = self.tr("{count} of {all} manuscripts · {characters} characters")
        said = words.format(count=f"{len(shown):,}", all=f"{all_of_them:,}", characters=f"{characters:,}")
        self.summary.setText(said if all_of_them else "")
        self.summary.setToolTip(self.summary.text())
        if all_of_them:
            self.view.hint = self.tr("No manuscript is like that. Esc shows all of them again.")
        else:
            self.view.hint = self.tr(
                "No manuscript has come in yet. Drop files here, paste with Ctrl+V or open files with Ctrl+O."
            )
        self.view.viewport().update()

    # How it stood

    def kept(self) -> str:
        """Return what `restore` takes: order, states, time and widths."""
        column, down = self.model.order
        states = [state.value for state, chip in self.states.items() if chip.isChecked()]
        return json.dumps(
            {
                "column": column.name,
                "down": down,
                "states": states,
                "period": self.period.currentData(),
                "widths": self.view.widths(),
            }
        )

    def restore(self, kept: str) -> None:
        """Stand as *kept* says; what it does not know is left as it is."""
        try:
            value = json.loads(kept)
            column, down = Column[value["column"]], bool(value["down"])
            states = {ManuscriptState(state) for state in value["states"]}
            period, widths = Period(value["period"]), [int(width) for width in value["widths"]]
        except (ValueError, KeyError, TypeError):
            return
        self._restoring = True
        for state, chip in self.states.items():
            chip.setChecked(state in states)
        self.period.setCurrentIndex(self.period.findData(period))
        self._restoring = False
        self.view.set_widths(widths)
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.view.horizontalHeader().setSortIndicator(column, order)
        self._sift()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape shows all again; with nothing to clear it folds the panel, as in any."""
        if event.key() == Qt.Key.Key_Escape and not self.model.sieve.idle:
            self.clear_filter()
            self.view.setFocus()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self._sift()
                self.enter_rows()
                return True
            if key == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
        return super().eventFilter(watched, event)

    def enter_rows(self) -> None:
        """Go down to the rows, to the first if none is current."""
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            self.view.choose((self.model.shown[0].article_id,))
        self.view.setFocus()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)
        self.shown.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        brings = event.mimeData()
        rows = brings.hasFormat(mime.ROWS) and event.source() is not self.view
        if rows or brings.hasUrls() or brings.hasText() or brings.hasHtml():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.brought.emit(event.mimeData())
