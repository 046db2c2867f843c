"""The status bar: whether everything is saved, how long it is, and where the library lies."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from bulletin_desktop.document import text
from bulletin_desktop.document.model import Article, Block, Issue
from bulletin_desktop.gui import icons, theme

_ICON = 14
_USUAL = 100  # percent


class StatusLine(QObject):
    """Fills a status bar with three texts of equal width."""

    def __init__(self, bar: QStatusBar, library: Path) -> None:
        super().__init__(bar)
        self._bar = bar
        self._lengths: dict[str, tuple[Article, int]] = {}
        self._counts: dict[str, tuple[Block, int]] = {}  # of the article that was counted last, by block
        self._parts: list[str] = []
        self._selected, self._zoom = 0, _USUAL
        row = QWidget(bar)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(12, 0, 12, 0)
        self._picture = QLabel(row)
        self.saved = self._label(Qt.AlignmentFlag.AlignLeft)
        self.figures = self._label(Qt.AlignmentFlag.AlignHCenter)
        self.place = self._label(Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self._picture)
        layout.addWidget(self.saved, 1)
        layout.addWidget(self.figures, 1)
        layout.addWidget(self.place, 1)
        bar.addWidget(row, 1)
        bar.setMinimumHeight(26)
        self.place.setText(self.tr("Library {folder}").format(folder=library.parent))
        self.place.setToolTip(str(library))
        self._state = ""
        self.show_saved(None)

    def _label(self, alignment: Qt.AlignmentFlag) -> QLabel:
        label = QLabel(self._bar)
        label.setAlignment(alignment | Qt.AlignmentFlag.AlignVCenter)
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        label.setMinimumWidth(1)
        font = QFont(label.font())
        font.setFeature(QFont.Tag("tnum"), 1)
        label.setFont(font)
        return label

    def show_saved(self, at: dt.datetime | None) -> None:
        """Everything is in the library, since *at*; None if nothing was typed yet."""
        self.saved.setText(
            self.tr("Saved {time}").format(time=f"{at:%H:%M}") if at else self.tr("Everything is saved")
        )
        self._mark("check")

    def show_typing(self) -> None:
        """There is text that is about to be saved."""
        self.saved.setText(self.tr("Saving…"))
        self._mark("busy")

    def show_reading(self) -> None:
        """The library can only be read: there is nothing to save."""
        self.saved.setText(self.tr("For reading only"))
        self._mark("lock")

    def show_trouble(self) -> None:
        """Saving has failed; the text is in memory."""
        self.saved.setText(self.tr("Not saved yet, trying again"))
        self._mark("warning")

    def show_figures(self, issue: Issue | None, article: Article | None, pages: int) -> None:
        """Show the lengths of the article and the issue as Word counts them."""
        self._parts = []
        if issue is not None:
            total = sum(self._length(each) for each in issue.articles())
            if article is not None:
                words = self.tr("article {count} characters")
                self._parts.append(words.format(count=f"{self._length(article):,}"))
            self._parts.append(self.tr("issue {count} characters").format(count=f"{total:,}"))
            if pages:
                self._parts.append(self.tr("{count} pages").format(count=pages))
        self._tell_figures()

    def show_selection(self, characters: int) -> None:
        """Show how much is selected beside the article's length; 0 shows nothing."""
        self._selected = characters
        self._tell_figures()

    def show_zoom(self, percent: int) -> None:
        """Show how large the editor shows its text, unless that is as usual."""
        self._zoom = percent
        self._tell_figures()

    def _tell_figures(self) -> None:
        first, *others = self._parts or [""]
        if first and self._selected:
            selected = self.tr("selected {count} characters").format(count=f"{self._selected:,}")
            first = f"{selected} / {first}"
        zoom = [f"{self._zoom} %"] if first and self._zoom != _USUAL else []
        self.figures.setText(" · ".join([first, *others, *zoom]))

    def retint(self) -> None:
        """Draw the mark again in the palette's colours."""
        self._mark(self._state)

    def _mark(self, glyph: str) -> None:
        self._state = glyph
        t = theme.tokens(self._bar.palette())
        color = {"check": t.ok, "warning": t.err}.get(glyph, t.muted)
        self._picture.setPixmap(icons.pixmap(glyph, _ICON, color, self._bar.devicePixelRatioF()))

    def _length(self, article: Article) -> int:
        """The length of an article; of one that is being written only what has changed is counted again."""
        known = self._lengths.get(article.id)
        if known is None or known[0] is not article:
            counts = {}
            for block in article.blocks:
                was = self._counts.get(block.id)
                same = was is not None and was[0] is block
                counts[block.id] = was if same else (block, text.block_characters(block))
            self._counts = counts
            fields = sum(text.count(line) for line in text.title_lines(article))
            length = fields + sum(count for _, count in counts.values())
            known = self._lengths[article.id] = article, length
        return known[1]
