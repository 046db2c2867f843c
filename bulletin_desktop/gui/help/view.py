"""One page of the help, set for reading; its links lead to other pages and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.help.pages import Page
from bulletin_desktop.gui.help.pictures import Pictures

_MARGIN = 32
_INDENT = 20
_IN_TABLES = 115
_LINE = 155  # per cent of the font's own height
_AROUND_TABLES = 8
_UNDER_PICTURES = 20
_CAPTIONS = 0.9  # their size, times the text's
_NEW_LINE = "\u2028"  # in the same block
_SIZES = {1: 1.7, 2: 1.25, 3: 1.05}  # of headings, times the text's


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
        self._dress()
        self._mark_all()
        self.turned.emit(self.page)

    def _go_to(self, heading: str) -> None:
        block = self.document().begin()
        while heading and block.isValid():
            if block.blockFormat().headingLevel() and block.text() == heading:
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top) - _MARGIN // 2)
            block = block.next()

    def _dress(self) -> None:
        """Give headings their sizes, lines their air and tables the window's lines."""
        document, t = self.document(), theme.tokens(self.palette())
        document.setDocumentMargin(_MARGIN)
        document.setIndentWidth(_INDENT)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()  # laid out once, and not after every change
        block = document.begin()
        while block.isValid():
            cursor.setPosition(block.position())
            level = block.blockFormat().headingLevel()
            air = QTextBlockFormat()
            air.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if cursor.currentTable() is not None:
                air.setLineHeight(_IN_TABLES, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
                air.setTopMargin(0)
                air.setBottomMargin(0)
            elif level:
                air.setTopMargin(8 if level == 1 else 20)
                air.setBottomMargin(8)
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                size = QTextCharFormat()
                size.setFontPointSize(self.font().pointSizeF() * _SIZES.get(level, 1.0))
                cursor.mergeCharFormat(size)
            cursor.mergeBlockFormat(air)
            self._dress_picture(QTextCursor(block), t.muted)
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame, t.line)
        cursor.endEditBlock()
        document.clearUndoRedoStacks()

    def _dress_picture(self, cursor: QTextCursor, muted: QColor) -> None:
        """Set what a picture shows in small words below it, where everybody can read it, and hear it read."""
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        if not cursor.charFormat().isImageFormat():
            return
        close = QTextBlockFormat()
        close.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
        close.setBottomMargin(_UNDER_PICTURES)
        cursor.mergeBlockFormat(close)
        words = QTextCharFormat()
        words.setForeground(muted)
        words.setFontPointSize(self.font().pointSizeF() * _CAPTIONS)
        alt = cursor.charFormat().property(QTextFormat.Property.ImageAltText.value)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertText(f"{_NEW_LINE}{alt}", words)

    def _dress_table(self, table: QTextTable, line: QColor) -> None:
        look = table.format()
        look.setBorder(1)
        look.setBorderBrush(line)
        look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        look.setBorderCollapse(True)
        look.setCellPadding(6)
        look.setTopMargin(_AROUND_TABLES)
        look.setBottomMargin(_AROUND_TABLES)
        table.setFormat(look)

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
