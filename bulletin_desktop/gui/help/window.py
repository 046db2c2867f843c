"""The help's window: contents and search at the left, the page at the right, back and forward above it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bulletin_desktop.gui import icons, theme
from bulletin_desktop.gui.dialogs.fitting import room
from bulletin_desktop.gui.help import pages
from bulletin_desktop.gui.help.view import PageView

_SIZE = (960, 680)
_CONTENTS = 232
_NAME = Qt.ItemDataRole.UserRole


class HelpWindow(QWidget):
    """Reads the pages once. A window of its own, so that it can stand beside a dialog.

    *book_wanted* carries the pages to be written as one file.
    """

    book_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Help — Bulletin Desktop"))
        self._pages = {page.name: page for page in pages.read()}
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search the help"))
        self.search.setAccessibleName(self.tr("Search the help"))
        self.search.setClearButtonEnabled(True)
        self.contents = QListWidget(self)
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.viewport().setAutoFillBackground(False)
        self.nothing = QLabel(self.tr("No page has these words."), self)
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        self.view = PageView(self._pages, self)
        self.back = self._button("caret-left", self.tr("Back"), self.view.backward)
        self.forward = self._button("caret-right", self.tr("Forward"), self.view.forward)
        self.book = QToolButton(self, autoRaise=True, text=self.tr("Save as PDF…"))
        self.book.setToolTip(self.tr("The whole manual as one file, to be printed or handed on"))
        self.book.clicked.connect(lambda: self.book_wanted.emit(tuple(self._pages.values())))
        self._lay_out()
        self.view.backwardAvailable.connect(self.back.setEnabled)
        self.view.forwardAvailable.connect(self.forward.setEnabled)
        self.view.turned.connect(self._turned)
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._open_first)
        self.contents.currentItemChanged.connect(self._chosen)
        self._keys()
        self._fill("")
        self._dress()

    def open(self, name: str) -> None:
        """Show a page and come to the front."""
        self.search.clear()
        self.view.open(name)
        self.show()
        self.raise_()
        self.activateWindow()
        self.view.setFocus()

    def _lay_out(self) -> None:
        self.resize(QSize(*_SIZE).boundedTo(room(self)))
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.contents, 1)
        column.addWidget(self.nothing)
        right = QWidget(self)
        page = QVBoxLayout(right)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 4, 8, 4)
        bar.setSpacing(4)
        bar.addWidget(self.back)
        bar.addWidget(self.forward)
        bar.addStretch()
        bar.addWidget(self.book)
        page.addLayout(bar)
        page.addWidget(self.view, 1)
        halves = QSplitter(self)
        halves.setHandleWidth(1)
        halves.setChildrenCollapsible(False)
        halves.addWidget(left)
        halves.addWidget(right)
        halves.setStretchFactor(1, 1)
        halves.setSizes([_CONTENTS, _SIZE[0] - _CONTENTS])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(halves)

    def _button(self, glyph: str, words: str, act: object) -> QToolButton:
        button = QToolButton(self, autoRaise=True)
        button.setProperty("glyph", glyph)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setEnabled(False)
        button.clicked.connect(act)
        return button

    def _keys(self) -> None:
        for keys, act in (
            (QKeySequence.StandardKey.Back, self.view.backward),
            (QKeySequence.StandardKey.Forward, self.view.forward),
            (QKeySequence.StandardKey.Find, self.search.setFocus),
        ):
            QShortcut(QKeySequence(keys), self, activated=act)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up what was searched for first, then goes."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.search.text():
            self.search.clear()
        else:
            self.close()

    def _fill(self, words: str) -> None:
        """List the pages, or those that have *words*, with how often."""
        words = words.strip()
        found = [(page, page.count(words)) for page in self._pages.values()]
        self.contents.blockSignals(True)
        self.contents.clear()
        for page, count in found:
            if count or not words:
                item = QListWidgetItem(f"{page.title}　{count}" if words else page.title, self.contents)
                item.setData(_NAME, page.name)
                item.setSizeHint(QSize(0, self.fontMetrics().height() + 10))
        self.contents.blockSignals(False)
        self.nothing.setVisible(self.contents.count() == 0)
        self.view.mark(words)
        self._turned(self.view.page)

    def _open_first(self) -> None:
        """Enter in the search: the first page that has the words, unless this one does."""
        if self.contents.count() and self.contents.currentRow() < 0:
            self.contents.setCurrentRow(0)
        self.view.setFocus()

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.view.open(item.data(_NAME))

    def _turned(self, name: str) -> None:
        """Stand in the contents where the page is."""
        rows = [row for row in range(self.contents.count()) if self.contents.item(row).data(_NAME) == name]
        self.contents.blockSignals(True)
        self.contents.setCurrentRow(rows[0] if rows else -1)
        self.contents.blockSignals(False)

    def _dress(self) -> None:
        t = theme.tokens(self.palette())
        for button in (self.back, self.forward):
            button.setIcon(icons.icon(button.property("glyph"), t.icon))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and "forward" in vars(self):
            self._dress()
        super().changeEvent(event)
