"""The bar over the text: what to look for, what to put in its place, where and how to look."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bulletin_desktop.document.query import Query
from bulletin_desktop.gui import theme
from bulletin_desktop.gui.find.history_field import HistoryField
from bulletin_desktop.gui.find.words_row import GAP, MARGINS, WordsRow
from bulletin_desktop.gui.memory import Memory
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP


class Where(StrEnum):
    """Where to look."""

    ARTICLE = "article"
    SELECTION = "selection"
    ISSUE = "issue"
    PUBLICATION = "publication"
    LIBRARY = "library"


WIDE = (Where.ISSUE, Where.PUBLICATION, Where.LIBRARY)
_WHERE = {
    Where.ARTICLE: QT_TRANSLATE_NOOP("ArticleBar", "This article"),
    Where.SELECTION: QT_TRANSLATE_NOOP("ArticleBar", "Selected text"),
    Where.ISSUE: QT_TRANSLATE_NOOP("ArticleBar", "This issue"),
    Where.PUBLICATION: QT_TRANSLATE_NOOP("ArticleBar", "This publication"),
    Where.LIBRARY: QT_TRANSLATE_NOOP("ArticleBar", "Whole library"),
}
_HOW = {
    "match_case": (
        QT_TRANSLATE_NOOP("ArticleBar", "Case"),
        QT_TRANSLATE_NOOP("ArticleBar", "Match case: A is not a"),
    ),
    "whole_word": (
        QT_TRANSLATE_NOOP("ArticleBar", "Whole word"),
        QT_TRANSLATE_NOOP("ArticleBar", "Whole words and numbers only: 3 is not found in 13"),
    ),
    "any_width": (
        QT_TRANSLATE_NOOP("ArticleBar", "Any width"),
        QT_TRANSLATE_NOOP(
            "ArticleBar", "Full-width and half-width characters are alike: ，is also found as ,"
        ),
    ),
    "pattern": (
        QT_TRANSLATE_NOOP("ArticleBar", "Pattern"),
        QT_TRANSLATE_NOOP(
            "ArticleBar", "Regular expression; in the replacement \\1 is its first group and \\0 all of it"
        ),
    ),
}


class ArticleBar(QFrame):
    """`asked` tells that what or where to look for is another; `stepped` is 1 or -1.

    `replacing` tells of another replacement; the buttons ask for one hit, or all, to be replaced, or in a
    wide scope for the list of all.
    """

    asked = Signal()
    stepped = Signal(int)
    left = Signal()
    replacing = Signal()
    one_wanted = Signal()
    all_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = HistoryField(lambda: memory.sought)
        self.row = WordsRow(self.tr("Find"), words, self)
        self.words = self.row.words
        self.new = HistoryField(lambda: memory.replacements, self)
        self.new.setPlaceholderText(self.tr("Replace with"))
        self.new.setAccessibleName(self.tr("Replace with"))
        self.where = QComboBox(self)
        self.where.setAccessibleName(self.tr("Where to look"))
        for each, name in _WHERE.items():
            self.where.addItem(QCoreApplication.translate("ArticleBar", name), each)
        self.how: dict[str, QToolButton] = {name: self._switch(*texts) for name, texts in _HOW.items()}
        self.trouble = QLabel(self, wordWrap=True)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setContentsMargins(8, 0, 8, 4)
        self.trouble.hide()
        self._arrange()
        self.row.stepped.connect(self.stepped)
        self.row.left.connect(self.left)
        self.words.textChanged.connect(self.asked)
        self.new.textChanged.connect(self.replacing)
        self.where.currentIndexChanged.connect(self._where_changed)
        for button in self.how.values():
            button.toggled.connect(self.asked)
        self._offer_selection(False)
        self.show_replacing(False)
        self._where_changed()
        self.hide()

    # What is asked

    @property
    def query(self) -> Query:
        """What to look for, as it is typed and switched now."""
        return Query(self.words.text(), **{name: button.isChecked() for name, button in self.how.items()})

    @property
    def scope(self) -> Where:
        """Where to look."""
        return Where(self.where.currentData())

    @property
    def replaces(self) -> bool:
        """Whether something is to be put in the place of what is found."""
        return not self._second.isHidden()

    def ask(self, words: str, replaces: bool, selection: bool, where: Where | None = None) -> None:
        """Come up with *words*, if there are any, and the focus in the field.

        *selection* tells whether text is selected that can be searched by itself.
        """
        self._offer_selection(selection)
        if where is not None:
            self.where.setCurrentIndex(self.where.findData(where))
        if words:
            self.words.setText(words)
        self.show_replacing(replaces or self.replaces)
        self.show()
        self.words.selectAll()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_replacing(self, shown: bool) -> None:
        """Show the field for the replacement, or not."""
        changed = self._second.isHidden() == shown
        self._second.setVisible(shown)
        if changed:
            self.replacing.emit()

    # What is told

    def tell(self, words: str, hits: bool) -> None:
        """Say how many there are; *hits* whether there are any."""
        self.row.count.setText(words)
        self.row.enable_steps(hits or self.scope in WIDE)
        for button in (self._one, self._all):
            button.setEnabled(hits)

    def complain(self, words: str) -> None:
        """Say what is wrong with the query; nothing if *words* are empty."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        self._dress()

    def _offer_selection(self, offered: bool) -> None:
        place = self.where.findData(Where.SELECTION)
        self.where.model().item(place).setEnabled(offered)
        if not offered and self.scope is Where.SELECTION:
            self.where.setCurrentIndex(self.where.findData(Where.ARTICLE))

    def _where_changed(self) -> None:
        wide = self.scope in WIDE
        for button in (self._one, self._all):
            button.setVisible(not wide)
        self._list.setVisible(wide)
        self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.new.hasFocus():
            (self.list_wanted if self.scope in WIDE else self.one_wanted).emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()

    # Looks

    def _arrange(self) -> None:
        self._second = QWidget(self)
        second = QHBoxLayout(self._second)
        second.setContentsMargins(MARGINS[0], 0, MARGINS[2], MARGINS[3])
        second.setSpacing(GAP)
        second.addWidget(self.new, 1)
        self._one = self._act(self.tr("Replace"), self.one_wanted)
        self._all = self._act(self.tr("Replace all"), self.all_wanted)
        third = QHBoxLayout()
        third.setContentsMargins(MARGINS[0], 0, MARGINS[2], MARGINS[3])
        third.setSpacing(GAP)
        third.addWidget(self.where)
        self._list = self._act(self.tr("List all"), self.list_wanted)
        for button in (self._one, self._all):
            second.addWidget(button)
        third.addWidget(self._list)
        for button in self.how.values():
            third.addWidget(button)
        third.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.row)
        column.addWidget(self._second)
        column.addLayout(third)
        column.addWidget(self.trouble)

    def _act(self, words: str, signal: Signal) -> QPushButton:
        button = QPushButton(words, self, flat=True)
        button.clicked.connect(signal)
        return button

    def _switch(self, words: str, tip: str) -> QToolButton:
        button = QToolButton(self, autoRaise=True, checkable=True)
        button.setText(QCoreApplication.translate("ArticleBar", words))
        button.setToolTip(QCoreApplication.translate("ArticleBar", tip))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _dress(self) -> None:
        palette = QPalette(self.trouble.palette())
        color = theme.tokens(self.palette()).err
        if palette.color(QPalette.ColorRole.WindowText) != color:
            palette.setColor(QPalette.ColorRole.WindowText, color)
            self.trouble.setPalette(palette)
