"""The panel: one line for words, what narrows the search down, and the list of what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedLayout, QVBoxLayout, QWidget

from bulletin_desktop.gui.find.history_field import HistoryField
from bulletin_desktop.gui.search.filters import Choice, Filters
from bulletin_desktop.gui.search.guide import Guide
from bulletin_desktop.gui.search.model import FoundModel
from bulletin_desktop.gui.search.view import FoundView
from bulletin_desktop.services.searching import Wanted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_desktop.gui.memory import Memory
    from bulletin_desktop.services.searching import SearchHit

PAUSE = 60  # ms after the last key
BUSY = 150  # ms after which a search says that it is under way
LONGEST = 200  # characters that can be looked for

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchPanel(QWidget):
    """Widgets alone. *asked* tells that something else is wanted, which `wanted` says, after a pause.

    *opened* carries a hit to be shown in the text, and whether the focus stays here; *copied* one whose
    reference is wanted; *entered* tells that the panel has come into sight, or the keyboard into it.
    """

    asked = Signal()
    opened = Signal(object, bool)
    copied = Signal(object)
    entered = Signal()

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = FoundModel(self)
        self.view = FoundView(self.model, self)
        self.field = HistoryField(lambda: memory.sought, self)
        self.field.setPlaceholderText(self.tr("Search the library…"))
        self.field.setAccessibleName(self.tr("What to look for in the whole library"))
        self.field.setToolTip(
            self.tr("Any part of headlines, texts and credits; blanks part words that must all be there")
        )
        self.filters = Filters(self)
        self.summary = QLabel(self)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.note = QLabel(self)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.note.setContentsMargins(12, 0, 12, 4)
        self.note.hide()
        self.guide = Guide(self)
        self._position = ""  # which hit of the open article is looked at
        self._answering = False  # what is listed answers what was asked last
        self._anew = False  # what was asked last was asked before
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._busy = QTimer(self, singleShot=True, interval=BUSY)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.field)
        self.rest()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 12, 4)
        row.setSpacing(8)
        self.field.setMinimumWidth(150)
        self.field.setMaximumWidth(420)
        self.summary.setMinimumWidth(1)
        self.summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.field, 3)
        row.addWidget(self.filters, 4)
        row.addWidget(self.summary, 2)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.guide)
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._typed)
        for widget in (self.field, self.view):
            widget.installEventFilter(self)
        self.filters.changed.connect(self._typed)
        self._pause.timeout.connect(self.asked)
        self._busy.timeout.connect(self._say_busy)
        self.view.chosen.connect(lambda row: self._open(row, stay=False))
        self.view.peeked.connect(lambda row: self._open(row, stay=True))
        self.view.left_upwards.connect(self.field.setFocus)
        self.view.copy_wanted.connect(self._copy)
        self.view.menu_wanted.connect(self._show_menu)

    # What is asked

    @property
    def words(self) -> str:
        """What was typed."""
        return self.field.text().strip()

    def wanted(self) -> Wanted:
        """Return what was typed and chosen, for the library."""
        return Wanted.of(self.words, self.filters.where())

    def begin(self, words: str = "") -> None:
        """Let words be typed; *words* are looked for, if there are any."""
        if words:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _typed(self) -> None:
        self._pause.start()

    # What is answered

    def rest(self) -> None:
        """List nothing: nothing is looked for."""
        self._list_nothing(
            self.tr(
                "Type any words of a headline, a text or a credit.\n"
                "Every article of the library that has all of them is listed, the newest first."
            )
        )

    def refuse(self, words: str) -> None:
        """List nothing, and say why this cannot be looked for."""
        self._list_nothing(words)

    def wait(self, anew: bool = False) -> None:
        """A search is under way; what was found before stays until there is an answer.

        *anew*: for the same as before, so that the current row and the scroll stay too.
        """
        self._answering, self._anew = False, anew
        self._busy.start()

    def take(self, hits: Sequence[SearchHit], first: bool) -> None:
        """List *hits*: instead of what was found before, or below it."""
        self._answering = True
        if not first:
            self.model.add(hits, more=False)
            return
        kept = self.model.hit(self.view.row()) if self._anew else None
        height = self.view.verticalScrollBar().value()
        self.model.show(hits, more=False)
        row = self.model.row_of(kept.article_id) if kept is not None else -1
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))
        else:
            self._position = ""
        self.view.verticalScrollBar().setValue(height if self._anew else 0)
        if hits:
            self._stack.setCurrentWidget(self.view)

    def go_on(self) -> None:
        """The answer takes more steps than one: say so if it was asked for a while ago."""
        if not self._busy.isActive():
            self._say_busy()

    def settle(self, more: bool) -> None:
        """The answer is whole; *more* can be had by scrolling down."""
        self._busy.stop()
        self.model.offer_more(more)
        if self.model.rowCount():
            self._say_count()
        else:
            self._say_nothing_found()

    def show_position(self, number: int, count: int) -> None:
        """Say which hit of the open article is looked at, from 0."""
        of = self.tr("Hit {number} of {count}").format(number=number + 1, count=count)
        self._position = of if count else ""
        self._say_count()

    def show_unindexed(self, articles: int) -> None:
        """Say that a search takes longer until *articles* are indexed; nothing if there are none."""
        words = self.tr(
            "An index of older articles is being made, {count} to go. Until then searching takes longer, "
            "but misses nothing."
        )
        self.note.setText(words.format(count=f"{articles:,}"))
        self.note.setVisible(articles > 0)

    def _list_nothing(self, words: str) -> None:
        self._busy.stop()
        self.model.show((), more=False)
        self._position = ""
        self._say("")
        self.guide.say(words)
        self._stack.setCurrentWidget(self.guide)

    def _say(self, words: str) -> None:
        self.summary.setText(words)
        self.summary.setToolTip(words)

    def _say_busy(self) -> None:
        count = self.model.rowCount() if self._answering else 0
        words = self.tr("Searching… {count} articles so far") if count else self.tr("Searching…")
        self._say(words.format(count=f"{count:,}"))
        if not self.model.rowCount():
            self.guide.say(words)

    def _say_count(self) -> None:
        count = self.model.rowCount()
        words = self.tr("{count} articles or more") if self.model.more else self.tr("{count} articles")
        counted = words.format(count=f"{count:,}") if count else ""
        self._say(" · ".join(filter(None, (self._position, counted))))

    def _say_nothing_found(self) -> None:
        several = len(self.wanted().words) > 1
        words = (
            self.tr("No article has all of these: “{words}”.")
            if several
            else self.tr("No article has “{words}”.")
        ).format(words=self.words)
        if several:
            words += "\n" + self.tr("Try fewer or shorter words.")
        acts = [(self._without(choice), choice.choose_anything) for choice in self.filters.chosen()]
        if not self.filters.bin.isChecked():
            acts.append((self.tr("In the recycle bin, too"), self.filters.bin.toggle))
        self._say("")
        self.guide.say(words, *acts)
        self._stack.setCurrentWidget(self.guide)

    def _without(self, choice: Choice) -> str:
        return self.tr("Without “{filter}”").format(filter=choice.currentText())

    # Keys and acts

    def step(self, by: int) -> SearchHit | None:
        """Make the next (1) or previous (-1) row current that can be opened; None at either end."""
        row = self.view.row() + by
        hit = self.model.hit(row)
        while hit is not None and hit.deleted:
            row += by
            hit = self.model.hit(row)
        if hit is not None:
            self.view.go_to(row)
        return hit

    def _open(self, row: int, stay: bool) -> None:
        self.opened.emit(self.model.hit(row), stay)

    def _copy(self) -> None:
        hit = self.model.hit(self.view.row())
        if hit is not None:
            self.copied.emit(hit)

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        row = self.view.row()
        menu.addAction(self.tr("&Open\tEnter"), lambda: self._open(row, stay=False))
        menu.addAction(self.tr("&Show in the text\tSpace"), lambda: self._open(row, stay=True))
        menu.addSeparator()
        menu.addAction(self.tr("&Copy reference\tCtrl+C"), self._copy)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _enter_list(self) -> None:
        """Go down to what was found, its first row if none is current."""
        if self._pause.isActive():
            self._pause.stop()
            self.asked.emit()
        if self.model.rowCount():
            self.view.setFocus()
            self.view.go_to(max(0, self.view.row()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if event.type() == QEvent.Type.FocusIn and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.entered.emit()  # under a mouse button rows must stay where they are
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        """Down and Enter lead into the list; what was looked for before is offered while there is none."""
        down = event.key() == Qt.Key.Key_Down and not event.modifiers()
        if event.key() in _ENTER or (down and self.model.rowCount()):
            self._enter_list()
            return True
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.entered.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.view.viewport().update()
