"""One page of the help, set for reading; its links lead to other pages and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.help.dress import MARGIN, dress
from bulletin_desktop.gui.help.pages import Page
from bulletin_desktop.gui.help.pictures import Pictures


class PageView(QTextBrowser):
    """Shows a page by its name; back and forward are the browser's own. *turned* carries the page's name."""

    turned = Signal(str)

    def __init__(self, pages: Mapping[str, Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._words = ""
        self._pictures = Pictures(self.document(), self.palette())
        self.page = ""  # the name of the page that is shown
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Help page"))
        self.anchorClicked.connect(self._follow)
        self.sourceChanged.connect(self._shown)

    def open(self, name: str, heading: str = "") -> None:
        """Show a page, at a heading if one is named; a page that is not there is ignored."""
        if name in self._pages:
            if name != self.page:
                self.setSource(QUrl(f"help:{name}"), QTextDocument.ResourceType.MarkdownResource)
            self._go_to(heading)

    def mark(self, words: str) -> None:
        """Mark every place of *words* in this page and those that follow, and go to the first."""
        self._words = words
        self._mark_all()

    def loadResource(self, kind: int, name: QUrl) -> object:
        """Give the browser our own pages: no file and no address is ever read by it."""
        page = self._pages.get(name.path())
        return page.text if page and kind == QTextDocument.ResourceType.MarkdownResource.value else None

    def _follow(self, link: QUrl) -> None:
        self.open(link.path().rpartition("/")[2].removesuffix(".md"), link.fragment())

    def _shown(self, source: QUrl) -> None:
        self.page = source.path()
        self._pictures.let_go()
        dress(self.document(), theme.tokens(self.palette()), self.font().pointSizeF())
        self._mark_all()
        self.turned.emit(self.page)

    def _go_to(self, heading: str) -> None:
        block = self.document().begin()
        while heading and block.isValid():
            if block.blockFormat().headingLevel() and block.text() == heading:
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top) - MARGIN // 2)
            block = block.next()

    def _mark_all(self) -> None:
        t = theme.tokens(self.palette())
        found = []
        cursor = self.document().find(self._words) if self._words else QTextCursor()
        while not cursor.isNull():
            place = QTextEdit.ExtraSelection()
            place.cursor = cursor
            place.format.setBackground(t.mark)
            place.format.setForeground(t.text)
            found.append(place)
            cursor = self.document().find(self._words, cursor)
        self.setExtraSelections(found)
        if found:
            there = QTextCursor(found[0].cursor)
            there.clearSelection()
            self.setTextCursor(there)
            self.ensureCursorVisible()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and self.page:
            at = self.verticalScrollBar().value()
            self._pictures.set_palette(self.palette())
            self.reload()
            self.verticalScrollBar().setValue(at)
        super().changeEvent(event)
