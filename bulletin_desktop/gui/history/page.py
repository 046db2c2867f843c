"""The difference as a page to read: what came and went by colour and form, what stayed folded away."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QFrame, QMenu, QTextBrowser, QTextEdit, QWidget

from bulletin_desktop.document.diff import Difference, Field
from bulletin_desktop.gui import theme
from bulletin_desktop.gui.history.painting import Line, Painted, lines_of, paint


class DifferencePage(QTextBrowser):
    """Shows a `Difference`, or one sentence. Without *acting* there is nothing but to read.

    *block_wanted* asks for a former paragraph back, *block_refused* for one that came to go, *field_wanted*
    for a title line back, *text_wanted* for a former text on the clipboard, *act_wanted* for what a line
    about an issue offers.
    """

    block_wanted = Signal(str)
    block_refused = Signal(str)
    field_wanted = Signal(object)
    text_wanted = Signal(str)
    act_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None, acting: bool = True) -> None:
        super().__init__(parent)
        self._acting = acting
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(self.tr("What differs"))
        self.anchorClicked.connect(self._follow)
        self._difference: Difference | None = None
        self._refusing = True
        self._unfolded: set[int] = set()
        self._painted = Painted()
        self._at = -1

    @property
    def changes(self) -> int:
        """How many places differ."""
        return len(self._painted.changes)

    def show_difference(self, difference: Difference, refusing: bool) -> None:
        """Show a difference; *refusing* offers to take out what came. The same one again changes nothing."""
        if difference == self._difference and refusing == self._refusing:
            return
        former = self._difference
        same = former is not None and former.former == difference.former and refusing == self._refusing
        self._difference, self._refusing = difference, refusing
        if not same:
            self._unfolded = set()
        self._paint(keeping=same)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show plain lines, each with acts (name, words) beside it."""
        self._difference = None
        self._painted = Painted()
        document = self.document()
        document.clear()
        lines_of(document, lines, self.palette(), self.font())
        self._mark(-1)

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) place that differs; stays at the ends."""
        if not self._painted.changes:
            return
        at = max(0, min(self._at + by, self.changes - 1))
        self._mark(at)
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._painted.changes[at][0])
        self.setTextCursor(cursor)
        top = self.cursorRect(cursor).top()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + top - self.viewport().height() // 4)

    def _mark(self, at: int) -> None:
        """Tint the place that is being looked at."""
        self._at = at
        if at < 0:
            self.setExtraSelections([])
            return
        found = []
        block = self.document().findBlock(self._painted.changes[at][0])
        while block.isValid() and block.position() <= self._painted.changes[at][1]:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(block)
            selection.format.setBackground(theme.tokens(self.palette()).row_hover)
            selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            found.append(selection)
            block = block.next()
        self.setExtraSelections(found)

    def _paint(self, keeping: bool) -> None:
        bar = self.verticalScrollBar()
        place, at = bar.value(), self._at
        self.setUpdatesEnabled(False)
        self._painted = paint(
            self.document(),
            self._difference,
            self._unfolded,
            refusing=self._refusing,
            palette=self.palette(),
            font=self.font(),
            acting=self._acting,
        )
        self._mark(at if keeping and at < self.changes else -1)
        bar.setValue(place if keeping else 0)
        self.setUpdatesEnabled(True)

    def _follow(self, url: QUrl) -> None:
        """Do what a link in the page stands for."""
        what, _, which = url.toString().partition(":")
        match what:
            case "unfold":
                self._unfolded.add(int(which))
                self._paint(keeping=True)
            case "restore":
                self.block_wanted.emit(which)
            case "take-out":
                self.block_refused.emit(which)
            case "field":
                self.field_wanted.emit(Field(which))
            case "copy":
                self.text_wanted.emit(self._painted.texts[int(which)])
            case "act":
                self.act_wanted.emit(which)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        self._offer(menu, event.pos())
        menu.exec(event.globalPos())
        menu.deleteLater()

    def _offer(self, menu: QMenu, at: QPoint) -> None:
        """Put what can be done with the change at a point on top of the usual menu."""
        place = self.cursorForPosition(at).position()
        offers = [
            offer for start, end, offer in self._painted.changes if start <= place <= end for offer in offer
        ]
        first = menu.actions()[0] if menu.actions() else None
        for link, words in offers:
            action = menu.addAction(words)
            action.triggered.connect(lambda _checked=False, link=link: self._follow(QUrl(link)))
            menu.insertAction(first, action)
        if offers:
            menu.insertSeparator(first)

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)
        if event.type() in (event.Type.PaletteChange, event.Type.FontChange) and self._difference:
            self._paint(keeping=True)
